import type { PronounWord } from '../../model/words/names.js'
import type { Parties, Party, PartyMention, Sentence, Token } from '../parts.js'
import { type Candidate, clash } from './candidates.js'
import type { Description } from './descriptions.js'
import { folded } from './folded.js'
import type { NamedParty } from './join-names.js'
import type { KindedNaming } from './kinds.js'
import { type Lists, withoutFormer } from './lists.js'
import { isCapital } from './memory.js'
import { antecedentOf, bearerOf, isActing, pronounReach, roleOf, type Standing, speaksHere, type Trace } from './pronouns.js'

/** What the steps before found: names with their parties, descriptions, and which stand side by side. */
export interface Found {
  readonly sentences: readonly Sentence[]
  readonly namings: readonly KindedNaming[]
  readonly named: readonly NamedParty[]
  readonly descriptions: readonly Description[]
  /** Descriptions that stand beside a name, to the index of that name. */
  readonly beside: ReadonlyMap<Description, number>
}

/** Who every name, description and pronoun stands for, read from the first word to the last. What stays open gets no party, a description that nobody names is a party of its own. */
export function readWhoIsWho(found: Found, lists: Lists): Parties {
  const walk = new Walk(found, lists)
  for (const sentence of found.sentences) walk.read(sentence)
  return walk.parties()
}

class Walk {
  readonly #candidates: Candidate[]
  readonly #partyOfNaming: number[] = []
  readonly #byText = new Map<string, number>()
  readonly #byHead = new Map<string, Set<number>>()
  readonly #mentions: PartyMention[] = []
  readonly #protagonist: number | undefined
  readonly #namingsOf = new Map<number, number[]>()
  readonly #descriptionsOf = new Map<number, Description[]>()
  readonly #last = new Map<number, Trace>()
  /** Bodies that stand only in somebody's office. */
  readonly #inOffice = new Set<number>()
  #traces: Trace[] = []
  #quoted = false
  #block = -1
  #oneOfThemUntil = 0
  /** Whom the law was last said to befall. */
  #befallen: number | undefined
  /** A possessive of an opening phrase that is still without its party. */
  #ahead: { readonly token: Token; readonly sentence: number; readonly gender: PronounWord['gender'] } | undefined
  /** The kin whose owner's pronoun comes next: "his" of "his daughter". */
  #owned: { readonly at: number; readonly noun: string } | undefined
  readonly #kin: { readonly owner: number; readonly noun: string }[] = []
  #opening: { readonly description: Description; readonly party: number }[] = []

  constructor(
    private readonly found: Found,
    private readonly lists: Lists,
  ) {
    this.#candidates = found.named.map(({ kind, name, forms, gender, heads, words }) => ({
      kind,
      name,
      forms: [...forms],
      named: true,
      plural: false,
      gender,
      heads: new Set(heads),
      modifiers: new Set(),
      words,
      mentions: 0,
    }))
    found.named.forEach(({ namings, heads }, party) => {
      for (const naming of namings) this.#partyOfNaming[naming] = party
      for (const head of heads) this.#addHead(party, head)
    })
    found.named.forEach(({ forms }, party) => {
      for (const form of forms) for (const noun of lists.takenUpAs.get(folded(form).replace(/^the /, '')) ?? []) this.#addHead(party, noun)
    })
    for (const [index, { sentence }] of found.namings.entries()) push(this.#namingsOf, sentence, index)
    for (const description of found.descriptions) push(this.#descriptionsOf, description.sentence, description)
    for (const [description, naming] of found.beside) this.#learn(this.#partyOfNaming[naming] ?? 0, description)
    this.#protagonist = this.#mostNamedPerson()
    found.named.forEach(({ namings }, party) => {
      if (namings.every((naming) => this.#isInOffice(naming))) this.#inOffice.add(party)
    })
  }

  /** Whether the body stands only in somebody's office: "Danish police" in "a Danish police chief" may be any police. */
  #isInOffice(index: number): boolean {
    const { sentence, from, to, kind } = this.found.namings[index] as KindedNaming
    const tokens = this.found.sentences[sentence]?.tokens ?? []
    return kind === 'organization' && this.lists.demonyms.has(tokens[from]?.text ?? '') && this.lists.offices.has(tokens[to]?.lower ?? '')
  }

  #addHead(party: number, head: string): void {
    this.#candidates[party]?.heads.add(head)
    const same = this.#byHead.get(head)
    if (same === undefined) this.#byHead.set(head, new Set([party]))
    else same.add(party)
  }

  /** What a description beside a name tells of its party. */
  #learn(party: number, description: Description): void {
    const candidate = this.#candidates[party]
    if (candidate === undefined) return
    this.#addHead(party, description.head)
    for (const modifier of description.modifiers) candidate.modifiers.add(modifier)
    if (candidate.gender === 'unknown') candidate.gender = description.gender
  }

  #mostNamedPerson(): number | undefined {
    const isOften = (namings: readonly number[]) => namings.length > 1
    // Where somebody is named again and again, whoever is named once is told of beside.
    const often = this.found.named.some(({ kind, namings }, party) => kind === 'person' && isOften(namings) && !this.#serves(party))
    const counts = this.found.named.map(({ kind, namings }, party) =>
      kind === 'person' && (!often || isOften(namings)) ? this.#weightOf(party, namings) : 0,
    )
    const most = Math.max(0, ...counts)
    const others = counts.filter((count) => count === most).length
    // Named once, or as often as somebody else, nobody is the story's main person.
    return most >= 2 && others === 1 ? counts.indexOf(most) : undefined
  }

  /** How much a story is about a person: as often as the name falls, and more where the law happens to it; those who judge or speak for others are named for another's sake. */
  #weightOf(party: number, namings: readonly number[]): number {
    const befallen = namings.filter((index) => this.#isBefallenName(index)).length
    return this.#serves(party) && befallen === 0 ? namings.length * functionShare : namings.length + befallen * befallenWorth
  }

  /** Whether a person judges, pursues or speaks for others. */
  #serves(party: number): boolean {
    return [...(this.#candidates[party]?.heads ?? [])].some((head) => this.lists.functions.has(head))
  }

  /** "X was arrested", "freed X", "the arrest of X", "X's trial". */
  #isBefallenName(index: number): boolean {
    const { sentence, from, to } = this.found.namings[index] as KindedNaming
    const tokens = this.found.sentences[sentence]?.tokens ?? []
    const { fateVerbs, fateNouns } = this.lists
    const first = titleStart(tokens, from)
    const [before, earlier] = [tokens[first - 1], tokens[first - 2]]
    if (before?.pos === 'VERB' && before.tag !== 'VBN' && fateVerbs.has(before.lemma)) return true
    if (before?.lower === 'of' && fateNouns.has(earlier?.lemma ?? '')) return true
    if (/^['’]s?$/.test(tokens[to]?.text ?? '')) return fateNouns.has(tokens[to + 1]?.lemma ?? '')
    const clause = behindApposition(tokens, to)
    let next = clause
    while (tokens[next]?.pos === 'AUX' || tokens[next]?.pos === 'ADV') next++
    const verb = tokens[next]
    return next > clause && verb?.tag === 'VBN' && tokens[next - 1]?.lemma !== 'have' && fateVerbs.has(verb.lemma)
  }

  read(sentence: Sentence): void {
    if (sentence.block !== this.#block) {
      this.#quoted = false
      this.#block = sentence.block
    }
    this.#traces = this.#traces.filter((trace) => sentence.index - trace.sentence <= pronounReach)
    const namings = new Map(
      (this.#namingsOf.get(sentence.index) ?? []).map((index) => [this.found.namings[index]?.from ?? -1, index] as const),
    )
    const descriptions = new Map(
      (this.#descriptionsOf.get(sentence.index) ?? []).map((description) => [description.from, description] as const),
    )
    let namedUntil = 0
    for (const token of sentence.tokens) {
      if (/["“”]/.test(token.text)) this.#quoted = token.text === '“' ? true : token.text === '”' ? false : !this.#quoted
      const description = descriptions.get(token.index)
      if (description !== undefined) this.#describe(description, sentence)
      const naming = namings.get(token.index)
      if (naming !== undefined) {
        this.#name(naming, sentence)
        namedUntil = this.found.namings[naming]?.to ?? 0
      }
      if (token.index < namedUntil || this.#isOneOfThem(token, sentence)) continue
      const pronoun = this.lists.pronouns.get(token.lower)
      if (token.start < this.#oneOfThemUntil) continue
      if (pronoun !== undefined && token.pos !== 'PROPN') this.#pronoun(token, pronoun, sentence)
      else if (token.tag === 'WP' || token.tag === 'WDT' || token.tag === 'WP$') this.#relative(token, sentence)
    }
  }

  /** "One of them": whoever it is, it is the group that says so. Gives whether the words stood here. */
  #isOneOfThem(token: Token, sentence: Sentence): boolean {
    if (!this.lists.partitives.has(token.lower) || sentence.tokens[token.index + 1]?.lower !== 'of') return false
    const them = sentence.tokens[token.index + 2]
    const group = this.lists.pronouns.get(them?.lower ?? '')
    if (them === undefined || group?.plural !== true || group.use !== 'object') return false
    const party = this.#countedGroup() ?? antecedentOf(them, group, sentence, this.#standing(undefined), this.lists)
    if (party === undefined) return false
    this.#mention(party, { start: token.start, end: them.end }, 'pronoun', sentence, token.index, them.index + 1)
    this.#oneOfThemUntil = them.end
    return true
  }

  /** The only group in reach that is counted: of "112 migrants", and not of "lawyers", there are most. */
  #countedGroup(): number | undefined {
    const counted = new Set(
      this.#traces.flatMap(({ party }) => {
        const candidate = this.#candidates[party]
        const first = candidate?.name.split(' ').slice(0, 3) ?? []
        const counts = first.some(
          (word) => /^\d/.test(word) || this.lists.counts.has(word.toLowerCase()) || this.lists.quantities.has(word.toLowerCase()),
        )
        return candidate?.plural === true && counts ? [party] : []
      }),
    )
    return counted.size === 1 ? [...counted][0] : undefined
  }

  #mention(
    party: number,
    span: { readonly start: number; readonly end: number },
    form: PartyMention['form'],
    sentence: Sentence,
    from: number,
    to: number,
  ): void {
    this.#mentions.push({ start: span.start, end: span.end, party, form, sentence: sentence.index })
    const trace: Trace = {
      party,
      sentence: sentence.index,
      at: from,
      to,
      role: roleOf(sentence.tokens, from, to),
      quoted: this.#quoted,
      speaks: speaksHere(sentence.tokens, from, to, this.lists),
    }
    this.#traces.push(trace)
    this.#last.set(party, trace)
    const candidate = this.#candidates[party]
    this.#settleAhead(trace, form, sentence)
    if (candidate !== undefined) candidate.mentions++
  }

  /** "Hours after his release, the painter flew home": a "his" of the opening phrase that nobody before it can be is the subject's that follows. */
  #settleAhead({ party, role, at }: Trace, form: PartyMention['form'], sentence: Sentence): void {
    const ahead = this.#ahead
    if (ahead === undefined || form === 'pronoun') return
    if (ahead.sentence !== sentence.index || at > longestLead) {
      this.#ahead = undefined
      return
    }
    const candidate = this.#candidates[party]
    if (ahead.gender === 'neuter') {
      if (role === 'subject' && candidate?.kind === 'organization' && !candidate.plural) this.#giveAhead(ahead.token, party, sentence)
      return
    }
    const opens =
      sentence.tokens[0]?.pos === 'ADP' || sentence.tokens.slice(0, ahead.token.index).some(({ pos }) => pos === 'ADP' || pos === 'SCONJ')
    if (role !== 'subject' || candidate?.kind !== 'person' || candidate.plural || clash(candidate.gender, ahead.gender) || !opens) return
    this.#giveAhead(ahead.token, party, sentence)
  }

  /** The party that follows is the one the possessive of the opening phrase stands for, whoever could have been meant before. */
  #giveAhead({ start, end }: Token, party: number, { index }: Sentence): void {
    this.#ahead = undefined
    let at = this.#mentions.length
    while (at > 0 && this.#mentions[at - 1]?.sentence === index && this.#mentions[at - 1]?.start !== start) at--
    const taken = this.#mentions[at - 1]?.start === start ? at - 1 : this.#mentions.length
    this.#mentions[taken] = { start, end, party, form: 'pronoun', sentence: index }
  }

  /** "In its ruling the court", "For its part the ministry": what opens a sentence so is the subject's own. */
  #leadsOwn(token: Token, pronoun: PronounWord, { tokens }: Sentence): boolean {
    return (
      pronoun.gender === 'neuter' && pronoun.use === 'possessive' && token.index === 1 && this.lists.ownLeads.has(tokens[0]?.lower ?? '')
    )
  }

  #name(index: number, sentence: Sentence): void {
    const naming = this.found.namings[index]
    let party = this.#partyOfNaming[index]
    if (naming === undefined || party === undefined) return
    party = this.#assumedBy(naming, party, sentence) ?? party
    const candidate = this.#candidates[party]
    // A bare "Court" or "Ministry" with a capital is whichever was last meant, or the only one.
    if (candidate !== undefined && naming.words.length === 1 && naming.head !== undefined && naming.head === naming.words[0]) {
      party =
        this.#chosen(
          this.#withHead(naming.head).filter((other) => other !== party && this.#candidates[other]?.named),
          sentence,
        ) ?? party
    }
    if (naming.outer !== undefined) this.#mentions.push({ ...naming.outer, party, form: 'description', sentence: sentence.index })
    this.#mention(party, naming, 'name', sentence, naming.from, naming.to)
    if (this.#candidates[party]?.kind === 'person' && this.#isBefallenName(index)) this.#befallen = party
  }

  /** Whose assumed name this is: "he lived under the name of X". From here on both are one party. */
  #assumedBy({ from, text, kind }: KindedNaming, party: number, sentence: Sentence): number | undefined {
    if (kind !== 'person' || this.#last.has(party)) return undefined
    const after = /^["'“‘]$/.test(sentence.tokens[from - 1]?.text ?? '') ? from - 1 : from
    const cue = this.lists.assumed.find((words) =>
      words.every((word, index) => sentence.tokens[after - words.length + index]?.lower === word),
    )
    if (cue === undefined) return undefined
    const bearer = bearerOf(sentence, this.#standing(undefined))
    if (bearer === undefined) return undefined
    this.#candidates[bearer]?.forms.push(text)
    for (const naming of this.found.named[party]?.namings ?? []) this.#partyOfNaming[naming] = bearer
    return bearer
  }

  #describe(description: Description, sentence: Sentence): void {
    const naming = this.found.beside.get(description)
    if (naming === undefined && isAbstract(description, sentence)) return
    const party =
      naming === undefined
        ? (this.#besideOf(description, sentence) ??
          this.#kinOf(description, sentence) ??
          this.#known(description, sentence) ??
          this.#ownIfBody(description))
        : this.#partyOfNaming[naming]
    if (party === undefined) return
    const { ownerAt, head } = description
    this.#owned = ownerAt !== undefined && this.lists.kin.has(head) ? { at: ownerAt, noun: head } : undefined
    const named = naming === undefined ? undefined : this.found.namings[naming]
    const titled = named !== undefined && named.from === description.to && isCapital(sentence.tokens[description.headAt]?.text ?? '')
    const span = { start: description.start, end: titled ? named.end : description.end }
    this.#mention(party, span, 'description', sentence, description.from, description.to)
    if (naming === undefined && this.#candidates[party]?.named === false) this.#opening.push({ description, party })
  }

  /** "The driver, a 38-year-old Serb, fled": the party described right before the comma. */
  #besideOf({ from, to, kind, reference, plural }: Description, { tokens, index }: Sentence): number | undefined {
    if (reference !== 'indefinite' || plural || tokens[from - 1]?.text !== ',' || !/^(?:[,.;)]|who|whose)$/.test(tokens[to]?.lower ?? '.'))
      return undefined
    const before = this.#mentions.findLast(({ sentence, form }) => sentence === index && form === 'description')
    const candidate = this.#candidates[before?.party ?? -1]
    const fits = candidate !== undefined && candidate.kind === kind && !candidate.plural && before?.end === tokens[from - 2]?.end
    return fits ? before?.party : undefined
  }

  /** "my father" of one who was brought in as "his daughter": he whose daughter she is, where the report has only one such pair. */
  #kinOf({ from, headAt, head, gender }: Description, { tokens }: Sentence): number | undefined {
    const opposite = this.lists.kinOf.get(head)
    if (opposite === undefined || headAt !== from + 1 || !this.lists.firstPerson.has(tokens[from]?.lower ?? '')) return undefined
    const owners = new Set(
      this.#kin.flatMap(({ owner, noun }) =>
        opposite.includes(noun) && !clash(gender, this.#candidates[owner]?.gender ?? 'unknown') ? [owner] : [],
      ),
    )
    return owners.size === 1 ? [...owners][0] : undefined
  }

  /** The party that a definite description takes up again: the one of its head and modifiers last meant, or the story's main person for "the suspect". */
  #known(description: Description, sentence: Sentence): number | undefined {
    if (description.plural) return this.#knownGroup(description, sentence)
    // "the 51-year-old": whom the law befell a moment ago, else whom the story is about.
    if (description.age !== undefined && description.reference === 'definite' && this.#isNear(this.#befallen, sentence))
      return this.#befallen
    // "his client", "its suspect": whose it is, it is the one the story is about.
    if (description.reference === 'possessive' && this.lists.charges.has(description.head)) return this.#protagonist
    const bodyAlone = description.kind === 'organization' && description.reference === 'bare' && description.from === description.headAt
    if (description.reference !== 'definite' && !bodyAlone) return undefined
    const sameHead = this.#withHead(description.head).filter((party) => {
      const candidate = this.#candidates[party]
      const fits = candidate !== undefined && candidate.kind === description.kind && !candidate.plural
      return fits && !this.#inOffice.has(party) && this.#agrees(description, candidate)
    })
    if (bodyAlone) return sameHead.length === 1 && this.#candidates[sameHead[0] ?? 0]?.named ? sameHead[0] : undefined
    const named = sameHead.some((party) => this.#candidates[party]?.named && this.#last.has(party))
    // A bare "court" of a headline is no rival to a court with a name.
    const met = sameHead.filter(
      (party) => this.#last.has(party) && !(named && this.#isBare(party)) && this.#isCalledSo(party, description, sentence),
    )
    if (met.length > 0) return this.#chosen(met, sentence)
    if (description.kind === 'organization' && sameHead.length === 1 && this.#candidates[sameHead[0] ?? 0]?.named) return sameHead[0]
    if (description.kind !== 'person') return undefined
    const later = this.#namedLater(description, sameHead, sentence)
    if (later !== undefined || this.#protagonist === undefined) return later
    return this.#meansMain(description, this.#candidates[this.#protagonist], sentence) ? this.#protagonist : undefined
  }

  /** The group that "the prosecutors", "these people" take up: the only one so called a few sentences back. */
  #knownGroup(description: Description, sentence: Sentence): number | undefined {
    // "The team", "the family": a group in one word has its likes in most reports.
    if (description.reference !== 'definite' || description.kind !== 'person') return undefined
    const count = this.lists.counts.has(description.head) ? description.head : this.lists.countOf.get(description.head)
    if (count !== undefined) return this.#groupOf(count, description, sentence)
    if (sentence.tokens[description.headAt]?.tag !== 'NNS') return undefined
    const met = [...(this.#byHead.get(description.head) ?? [])].filter((party) => {
      const candidate = this.#candidates[party]
      const last = this.#last.get(party)
      return (
        candidate?.plural === true &&
        last !== undefined &&
        sentence.index - last.sentence <= pronounReach &&
        [...description.modifiers].every((modifier) => candidate.modifiers.has(modifier))
      )
    })
    return met.length === 1 ? met[0] : undefined
  }

  #isNear(party: number | undefined, { index }: Sentence): boolean {
    const last = this.#last.get(party ?? -1)
    return last !== undefined && index - last.sentence <= 2
  }

  /** "The three", "the pair": the only group of so many a few sentences back; "the other two" are some of another. */
  #groupOf(count: string, { from }: Description, { index, tokens }: Sentence): number | undefined {
    if (tokens[from + 1]?.lower === 'other') return undefined
    const met = this.#candidates.flatMap(({ plural, name }, party) => {
      const last = this.#last.get(party)
      const fits = plural && last !== undefined && index - last.sentence <= pronounReach && name.toLowerCase().split(' ').includes(count)
      return fits ? [party] : []
    })
    return met.length === 1 ? met[0] : undefined
  }

  /** Whose office a report tells before the name: "the interior minister" of a first sentence is the one whom a later one names so, if it names only one. */
  #namedLater(description: Description, sameHead: readonly number[], { tokens }: Sentence): number | undefined {
    const { office, modifiers, from, headAt } = description
    if (!office || modifiers.size === 0 || tokens.slice(from, headAt).some(({ lower }) => this.lists.tenure.has(lower))) return undefined
    const named = sameHead.filter((party) => {
      const candidate = this.#candidates[party]
      return candidate?.named === true && !this.#last.has(party) && [...modifiers].every((modifier) => candidate.modifiers.has(modifier))
    })
    return named.length === 1 ? named[0] : undefined
  }

  /** Whether a definite description that nobody was given takes up the main person: "the suspect", "the 69-year-old", "the former president", "the head of the prison". */
  #meansMain(description: Description, main: Candidate | undefined, sentence: Sentence): boolean {
    if (main === undefined || clash(main.gender, description.gender)) return false
    if (description.age !== undefined || (this.lists.protagonists.has(description.head) && description.modifiers.size === 0)) return true
    const last = this.#last.get(this.#protagonist ?? -1)
    if (last === undefined || this.#speaks(description)) return false
    const noun = sentence.tokens[description.headAt]?.lower ?? ''
    const former =
      withoutFormer(noun, this.lists) !== noun ||
      sentence.tokens.slice(description.from, description.headAt).some(({ lower }) => this.lists.past.has(lower))
    // Whoever has an office in this report is called by it; another office is another person's.
    const officeless = ![...main.heads].some((head) => this.lists.offices.has(head))
    return (
      description.office &&
      (former || !this.lists.functions.has(description.head)) &&
      ((former && !main.heads.has('president')) || (officeless && this.lists.alike.get('chief')?.includes(description.head) === true))
    )
  }

  /** The parties that a noun may mean: those called by it, or else those called by a noun that says the same. */
  #withHead(head: string): readonly number[] {
    const same = this.#byHead.get(head)
    if (same !== undefined && [...same].some((party) => this.#last.has(party))) return [...same]
    const nouns = [...(this.lists.alike.get(head) ?? [head]), ...(this.lists.broad.get(head) ?? [])]
    return [...new Set(nouns.flatMap((noun) => [...(this.#byHead.get(noun) ?? [])]))]
  }

  /** Whether a party is called by the noun itself, or was met a moment ago: far from a justice, "the magistrate" is somebody else. */
  #isCalledSo(party: number, { head, kind }: Description, sentence: Sentence): boolean {
    const { heads, mentions } = this.#candidates[party] as Candidate
    return heads.has(head) || kind !== 'person' || mentions > oftenMet || this.#isNear(party, sentence)
  }

  #isBare(party: number): boolean {
    const { named, name, heads } = this.#candidates[party] as Candidate
    return !named && heads.has(name.toLowerCase())
  }

  /** Whether nothing in the description speaks against the party: every modifier is known of it, or nothing of the kind is. */
  #agrees(description: Description, candidate: Candidate): boolean {
    if (clash(candidate.gender, description.gender)) return false
    const known = [...candidate.modifiers]
    return [...description.modifiers].every((modifier) => {
      if (candidate.modifiers.has(modifier) || candidate.heads.has(modifier) || candidate.words.has(modifier)) return true
      const place = modifier.startsWith('@')
      return candidate.named && candidate.kind === 'person' && !known.some((other) => other.startsWith('@') === place)
    })
  }

  /** Of several possible parties the one last meant, when no other was meant nearly as recently. */
  #chosen(parties: readonly number[], sentence: Sentence): number | undefined {
    if (parties.length === 1) return parties[0]
    const order = parties.flatMap((party) => this.#last.get(party) ?? []).sort((a, b) => b.sentence - a.sentence || b.at - a.at)
    const [first, second] = order
    if (first === undefined) return undefined
    if (second === undefined) return first.party
    // Two of them in the same breath, or, of people, the last one before the paragraph before: the words do not say which.
    const near = sentence.index - first.sentence
    const body = this.#candidates[first.party]?.kind !== 'person'
    const inReach = near <= 1 || (near === 2 && (body || this.found.sentences[first.sentence]?.block === sentence.block))
    return inReach && second.sentence < first.sentence
      ? first.party
      : near > 2 && this.#isMain(first.party, parties)
        ? first.party
        : undefined
  }

  #isMain(party: number, others: readonly number[]): boolean {
    const own = this.#candidates[party]?.mentions ?? 0
    return others.every((other) => other === party || (this.#candidates[other]?.mentions ?? 0) * 2 <= own)
  }

  /** A party of its own, unless the noun is so broad that alone it is no body: "the force" that takes up nobody. */
  #ownIfBody(description: Description): number | undefined {
    const { broad, takenUpNouns, bodies } = this.lists
    return (broad.has(description.head) || takenUpNouns.has(description.head)) && !bodies.has(description.head)
      ? undefined
      : this.#own(description)
  }

  /** A party of its own for what nobody names; the same words are the same party. */
  #own(description: Description): number {
    const key = `${description.kind} ${description.text.toLowerCase()}`
    const same = this.#byText.get(key)
    if (same !== undefined) return same
    const party = this.#candidates.length
    this.#candidates.push({
      kind: description.kind,
      name: description.text,
      forms: [description.text],
      named: false,
      plural: description.plural,
      gender: description.gender,
      heads: new Set(),
      modifiers: new Set(description.modifiers),
      words: new Set(),
      mentions: 0,
    })
    this.#addHead(party, description.head)
    this.#byText.set(key, party)
    return party
  }

  /** "who", "which", "whose": the party that stands right before. */
  #relative(token: Token, sentence: Sentence): void {
    if (token.lower === 'that' || token.lower === 'what') return
    const previous = sentence.tokens[token.index - 1]
    const end =
      previous?.text === ',' || previous?.pos === 'ADP'
        ? sentence.tokens[token.index - (previous.pos === 'ADP' && sentence.tokens[token.index - 2]?.text === ',' ? 3 : 2)]?.end
        : previous?.end
    const ending = this.#mentions.slice(-4).filter((mention) => mention.end === end && mention.sentence === sentence.index)
    const before =
      ending.find(({ party }) => (this.#candidates[party]?.kind === 'person') === (token.lower !== 'which')) ??
      (token.lower === 'which' ? undefined : ending.find(({ party }) => this.#candidates[party]?.kind === 'organization'))
    if (before !== undefined)
      this.#mentions.push({ start: token.start, end: token.end, party: before.party, form: 'pronoun', sentence: sentence.index })
  }

  #standing(owned: number | undefined): Standing {
    const main = this.#protagonist !== undefined && this.#last.has(this.#protagonist) ? this.#protagonist : undefined
    return { candidates: this.#candidates, traces: this.#traces, main, quoted: this.#quoted, owned }
  }

  #pronoun(token: Token, pronoun: PronounWord, sentence: Sentence): void {
    if (this.#leadsOwn(token, pronoun, sentence)) this.#ahead = { token, sentence: sentence.index, gender: pronoun.gender }
    if (pronoun.gender === 'neuter' && !isActing(token, pronoun, sentence, this.lists)) return
    const before = this.#mentions.at(-1)
    const owned = before?.start === token.start ? before.party : undefined
    const party = antecedentOf(token, pronoun, sentence, this.#standing(owned), this.lists)
    if (party === undefined) {
      if (pronoun.use === 'possessive' && !pronoun.plural && pronoun.gender !== 'neuter')
        this.#ahead = { token, sentence: sentence.index, gender: pronoun.gender }
      return
    }
    this.#mention(party, token, 'pronoun', sentence, token.index, token.index + 1)
    if (this.#owned?.at === token.index) this.#kin.push({ owner: party, noun: this.#owned.noun })
    const candidate = this.#candidates[party]
    if (candidate?.gender === 'unknown' && candidate.kind === 'person')
      candidate.gender = pronoun.gender === 'neuter' ? 'unknown' : pronoun.gender
  }

  /** The parties with their mentions, those of nobody left out. */
  parties(): Parties {
    this.#openWithMain()
    const used = [...new Set(this.#mentions.map(({ party }) => party))].sort((a, b) => a - b)
    const ids = new Map(used.map((party, id) => [party, id] as const))
    const parties = used.map((party, id): Party => {
      const { kind, name, forms } = this.#candidates[party] as Candidate
      return { id, kind, name, forms }
    })
    const mentions = this.#mentions
      .map((mention) => ({ ...mention, party: ids.get(mention.party) ?? 0 }))
      .sort((a, b) => a.start - b.start || b.end - a.end)
    return { parties, mentions }
  }

  /** Gives the main person the descriptions by which a headline or the first sentences speak of them before the name falls: "Libyan jail chief freed". Only where the sentence has no other person it could mean. */
  #openWithMain(): void {
    const main = this.#protagonist
    if (main === undefined) return
    const first = this.#mentions.find(({ party, form }) => party === main && form === 'name')?.start ?? 0
    // The name falls late in a headline's story; beyond the first sentences an unnamed person is somebody else.
    const reach = 4
    const times = new Map<number, number>()
    for (const { party } of this.#opening) times.set(party, (times.get(party) ?? 0) + 1)
    const told = this.found.sentences.filter(({ kind }) => kind === 'paragraph')[reach - 1]?.index ?? this.found.sentences.length
    for (const { description, party } of this.#opening) {
      const { sentence, plural, kind, office, head } = description
      if (sentence > told) break
      if (plural || kind !== 'person' || times.get(party) !== 1 || this.found.sentences[sentence]?.kind === 'byline') continue
      if (description.start > first && this.found.sentences[sentence]?.kind !== 'headline' && !this.#isBefallen(description)) continue
      const others = (this.#descriptionsOf.get(sentence) ?? []).filter(
        (other) => other !== description && other.kind === 'person' && !other.plural && !this.#speaks(other),
      )
      const names = (this.#namingsOf.get(sentence) ?? []).filter((index) => this.found.namings[index]?.kind === 'person')
      if (
        others.length > 0 ||
        names.length > 0 ||
        this.#speaks(description) ||
        (!office && !this.lists.protagonists.has(head) && !this.#candidates[main]?.heads.has(head))
      )
        continue
      if (clash(this.#candidates[main]?.gender ?? 'unknown', description.gender)) continue
      this.#mentions.forEach((mention, index) => {
        if (mention.party === party) this.#mentions[index] = { ...mention, party: main }
      })
    }
  }

  /** "a colonel who was arrested", "freed a colonel": the law happens to the one described. */
  #isBefallen({ sentence, from, to, reference }: Description): boolean {
    const tokens = this.found.sentences[sentence]?.tokens ?? []
    const verb = tokens[to]?.lower === 'who' && tokens[to + 1]?.pos === 'AUX' ? tokens[to + 2] : tokens[from - 1]
    return reference === 'indefinite' && verb?.pos === 'VERB' && this.lists.fateVerbs.has(verb.lemma)
  }

  /** Whether the description is of one who speaks here: "a source said", "according to an official". */
  #speaks({ sentence, from, to }: Description): boolean {
    const tokens = this.found.sentences[sentence]?.tokens ?? []
    const before = tokens[from - 1]?.lower
    if (before === 'to' || before === 'by') return true
    // "Colonel freed - source": who stands alone after a dash says it.
    if (before !== undefined && /^[-–—]$/.test(before) && to >= tokens.length) return true
    // "general accused of murder" speaks no more than "general held".
    return tokens[to + 1]?.lower !== 'of' && speaksHere(tokens, from, to, this.lists)
  }
}

/** So often met, a person may be called by any noun of the same meaning however far back. */
const oftenMet = 3

/** Words of a phrase that opens a sentence, up to its subject. */
const longestLead = 14

/** What is left of the namings of a judge, prosecutor or lawyer, whom a story names for another's sake. */
const functionShare = 0.5
/** As how many further namings each place counts where the law happens to somebody: whom it happens to once is rather the story's than who is named twice. */
const befallenWorth = 2

/** "taken hostage", "once president": a single noun with nothing before it names a quality; in a headline it is a person. */
function isAbstract({ reference, plural, kind, modifiers }: Description, sentence: Sentence): boolean {
  return (
    kind === 'person' &&
    reference === 'bare' &&
    !plural &&
    modifiers.size === 0 &&
    (sentence.kind === 'paragraph' || sentence.kind === 'block-quote' || sentence.kind === 'embed')
  )
}

/** Words of a title before a name: "the former deputy defence minister". */
const longestTitle = 6

/** The first word of the title before a name: "convicted *the pastor* X", else the name's own. */
function titleStart(tokens: readonly Token[], from: number): number {
  let first = from
  while (from - first < longestTitle && /^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[first - 1]?.pos ?? '')) first--
  return first
}

/** Words between the commas of an apposition: "X, a former minister of the interior, was". */
const longestApposition = 14

/** Where the clause of a name goes on: behind what stands between commas after it, else right after it. */
function behindApposition(tokens: readonly Token[], to: number): number {
  if (tokens[to]?.text !== ',') return to
  for (let at = to + 1; at <= to + longestApposition; at++) {
    const token = tokens[at]
    if (token === undefined || /^[;:.“”"]$/.test(token.text)) return to
    if (token.text === ',') return tokens[at + 1]?.pos === 'AUX' ? at + 1 : to
  }
  return to
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
