import type { MentionKind } from '../../model/report.js'
import type { Gender, PronounWord } from '../../model/words/names.js'
import type { Parties, Party, PartyMention, Sentence, Token } from '../parts.js'
import type { Description } from './descriptions.js'
import type { NamedParty } from './join-names.js'
import type { KindedNaming } from './kinds.js'
import type { Lists } from './lists.js'
import { isCapital } from './memory.js'

/** What the steps before found: names with their parties, descriptions, and which stand side by side. */
export interface Found {
  readonly sentences: readonly Sentence[]
  readonly namings: readonly KindedNaming[]
  readonly named: readonly NamedParty[]
  readonly descriptions: readonly Description[]
  /** Descriptions that stand beside a name, to the index of that name. */
  readonly beside: ReadonlyMap<Description, number>
}

/** A party while the report is walked through. */
interface Candidate {
  readonly kind: MentionKind
  readonly name: string
  readonly forms: string[]
  readonly named: boolean
  readonly plural: boolean
  gender: Gender
  readonly heads: Set<string>
  /** What descriptions told of it beyond its heads. */
  readonly modifiers: Set<string>
  /** The words of its names. */
  readonly words: ReadonlySet<string>
  mentions: number
}

type Role = 'subject' | 'object' | 'oblique'

/** Where and how a party was last meant. */
interface Trace {
  readonly party: number
  readonly sentence: number
  readonly at: number
  readonly role: Role
  /** Inside a quote; what is outside it is less likely meant there, and the other way round. */
  readonly quoted: boolean
  /** It says something here: "X said", "said X". */
  readonly speaks: boolean
}

/** How far back a pronoun looks, in sentences: in news an antecedent is nearly always in the same sentence or one of the two before. */
const pronounReach = 3
// The weights below were tried on openly licensed texts with marked coreference (GUM: news, court, biographies, interviews), in steps of a tenth; all but `mainBonus` matter little within a step.
/** How much less a party counts with each sentence. */
const fading = 0.6
/** A choice must be this much better than the next best, or it is left open. */
const margin = 1.1
/** What the story's main person has before anybody else: without it a third of all "he" went astray. */
const mainBonus = 0.25
/** What each further mention in reach adds. */
const repeated = 0.2
/** What speaking in the same sentence adds, outside its quote. */
const speakerBonus = 0.3
/** What is left of a mention on the other side of a quotation mark. */
const acrossQuote = 0.7
const weightOf: Readonly<Record<Role, number>> = { subject: 1, object: 0.8, oblique: 0.65 }

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
  #traces: Trace[] = []
  #quoted = false
  #block = -1
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
    for (const [index, { sentence }] of found.namings.entries()) push(this.#namingsOf, sentence, index)
    for (const description of found.descriptions) push(this.#descriptionsOf, description.sentence, description)
    for (const [description, naming] of found.beside) this.#learn(this.#partyOfNaming[naming] ?? 0, description)
    this.#protagonist = this.#mostNamedPerson()
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
    const counts = this.found.named.map(({ kind, namings }) => (kind === 'person' ? namings.length : 0))
    const most = Math.max(0, ...counts)
    const others = counts.filter((count) => count === most).length
    // Named once, or as often as somebody else, nobody is the story's main person.
    return most >= 2 && others === 1 ? counts.indexOf(most) : undefined
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
      if (token.index < namedUntil) continue
      const pronoun = this.lists.pronouns.get(token.lower)
      if (pronoun !== undefined && token.pos !== 'PROPN') this.#pronoun(token, pronoun, sentence)
      else if (token.tag === 'WP' || token.tag === 'WDT' || token.tag === 'WP$') this.#relative(token, sentence)
    }
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
      role: roleOf(sentence.tokens, from, to),
      quoted: this.#quoted,
      speaks: this.#isSpeaker(sentence.tokens, from, to),
    }
    this.#traces.push(trace)
    this.#last.set(party, trace)
    const candidate = this.#candidates[party]
    if (candidate !== undefined) candidate.mentions++
  }

  /** Whether a verb of speech has the phrase as its subject: right after it, or right before ("said X"). */
  #isSpeaker(tokens: readonly Token[], from: number, to: number): boolean {
    let next = /^['’]s?$/.test(tokens[to]?.text ?? '') && tokens[to + 1]?.lower === 'office' ? to + 2 : to
    while (tokens[next]?.pos === 'ADV' || tokens[next]?.pos === 'AUX') next++
    const after = tokens[next]
    if (after?.pos === 'VERB' && after.tag !== 'VBN' && this.lists.speechVerbs.has(after.lemma)) return true
    let first = from
    while (first > 0 && phrasal.has(tokens[first - 1]?.pos ?? '')) first--
    const before = tokens[first - 1]
    return before?.tag === 'VBD' && before.lemma === 'say' && tokens[first - 2]?.pos !== 'PRON'
  }

  #name(index: number, sentence: Sentence): void {
    const naming = this.found.namings[index]
    let party = this.#partyOfNaming[index]
    if (naming === undefined || party === undefined) return
    const candidate = this.#candidates[party]
    // A bare "Court" or "Ministry" with a capital is whichever was last meant, or the only one.
    if (candidate !== undefined && naming.words.length === 1 && naming.head !== undefined && naming.head === naming.words[0]) {
      party =
        this.#chosen(
          [...(this.#byHead.get(naming.head) ?? [])].filter((other) => other !== party && this.#candidates[other]?.named),
          sentence,
        ) ?? party
    }
    if (naming.outer !== undefined) this.#mentions.push({ ...naming.outer, party, form: 'description', sentence: sentence.index })
    this.#mention(party, naming, 'name', sentence, naming.from, naming.to)
  }

  #describe(description: Description, sentence: Sentence): void {
    const naming = this.found.beside.get(description)
    if (naming === undefined && isAbstract(description, sentence)) return
    const party = naming === undefined ? (this.#known(description, sentence) ?? this.#own(description)) : this.#partyOfNaming[naming]
    if (party === undefined) return
    const named = naming === undefined ? undefined : this.found.namings[naming]
    const titled = named !== undefined && named.from === description.to && isCapital(sentence.tokens[description.headAt]?.text ?? '')
    const span = { start: description.start, end: titled ? named.end : description.end }
    this.#mention(party, span, 'description', sentence, description.from, description.to)
    if (naming === undefined && this.#candidates[party]?.named === false) this.#opening.push({ description, party })
  }

  /** The party that a definite description takes up again: the one of its head and modifiers last meant, or the story's main person for "the suspect". */
  #known(description: Description, sentence: Sentence): number | undefined {
    if (description.plural) return undefined
    const bodyAlone = description.kind === 'organization' && description.reference === 'bare' && description.modifiers.size === 0
    if (description.reference !== 'definite' && !bodyAlone) return undefined
    const sameHead = this.#withHead(description.head).filter((party) => {
      const candidate = this.#candidates[party]
      return candidate !== undefined && candidate.kind === description.kind && !candidate.plural && this.#agrees(description, candidate)
    })
    if (bodyAlone) return sameHead.length === 1 && this.#candidates[sameHead[0] ?? 0]?.named ? sameHead[0] : undefined
    const met = sameHead.filter((party) => this.#last.has(party))
    if (met.length > 0) return this.#chosen(met, sentence)
    if (description.kind === 'organization' && sameHead.length === 1 && this.#candidates[sameHead[0] ?? 0]?.named) return sameHead[0]
    if (description.kind !== 'person' || this.#protagonist === undefined) return undefined
    const main = this.#candidates[this.#protagonist]
    const free = this.lists.protagonists.has(description.head) || description.age !== undefined
    return free && main !== undefined && !clash(main.gender, description.gender) && description.modifiers.size === 0
      ? this.#protagonist
      : undefined
  }

  /** The parties that a noun may mean: those called by it, or else those called by a noun that says the same. */
  #withHead(head: string): readonly number[] {
    const same = this.#byHead.get(head)
    if (same !== undefined && [...same].some((party) => this.#last.has(party))) return [...same]
    return [...new Set((this.lists.alike.get(head) ?? [head]).flatMap((noun) => [...(this.#byHead.get(noun) ?? [])]))]
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
    // Two of them in the same breath: the words do not say which.
    const near = sentence.index - first.sentence
    return near <= 2 && second.sentence < first.sentence
      ? first.party
      : near > 2 && this.#isMain(first.party, parties)
        ? first.party
        : undefined
  }

  #isMain(party: number, others: readonly number[]): boolean {
    const own = this.#candidates[party]?.mentions ?? 0
    return others.every((other) => other === party || (this.#candidates[other]?.mentions ?? 0) * 2 <= own)
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

  #pronoun(token: Token, pronoun: PronounWord, sentence: Sentence): void {
    if (pronoun.gender === 'neuter' && !this.#isActing(token, pronoun, sentence)) return
    const party = this.#antecedent(token, pronoun, sentence)
    if (party === undefined) return
    this.#mention(party, token, 'pronoun', sentence, token.index, token.index + 1)
    const candidate = this.#candidates[party]
    if (candidate?.gender === 'unknown' && candidate.kind === 'person')
      candidate.gender = pronoun.gender === 'neuter' ? 'unknown' : pronoun.gender
  }

  /** Whether "it" does what only a party does: most are empty ("it is clear") or mean a thing. */
  #isActing(token: Token, pronoun: PronounWord, { tokens }: Sentence): boolean {
    if (pronoun.use === 'possessive') return true
    for (let index = token.index + 1; index < token.index + 5; index++) {
      const next = tokens[index]
      if (next === undefined) return false
      if (next.pos === 'VERB')
        return this.lists.actingVerbs.has(next.lemma) && next.tag !== 'VBN'
          ? true
          : next.tag === 'VBN' && tokens[index - 1]?.lemma === 'have' && this.lists.actingVerbs.has(next.lemma)
      if (next.pos !== 'AUX' && next.pos !== 'ADV' && next.pos !== 'PART') return false
    }
    return false
  }

  #antecedent(token: Token, pronoun: PronounWord, sentence: Sentence): number | undefined {
    const scores = new Map<number, number>()
    // "his lawyer": whose lawyer it is, it is not the lawyer's.
    const before = this.#mentions.at(-1)
    const owned = before?.start === token.start ? before.party : undefined
    if (pronoun.use === 'reflexive') {
      // "the trial itself": only stress on the noun before.
      if (sentence.tokens[token.index - 1]?.pos === 'NOUN' || sentence.tokens[token.index - 1]?.pos === 'PROPN') return undefined
      const subject = this.#traces.findLast(
        ({ party, role, sentence: index }) => index === sentence.index && role === 'subject' && suits(this.#candidates[party], pronoun),
      )
      if (subject !== undefined) return subject.party
    }
    const acting = pronoun.plural && !this.#quoted && this.#isActing(token, pronoun, sentence)
    const clauseFrom = clauseStart(sentence.tokens, token.index)
    for (const trace of this.#traces) {
      const candidate = this.#candidates[trace.party]
      if (candidate === undefined || !suits(candidate, pronoun) || trace.party === owned) continue
      if (trace.sentence === sentence.index && pronoun.use === 'object' && trace.at >= clauseFrom && trace.role === 'subject') continue
      const distance = sentence.index - trace.sentence
      // "They" looks no further than the sentence before: right in half its cases only, it is rather left open.
      if (pronoun.plural && distance > 1) continue
      // "They" for a body: only where it acts, in the next breath.
      if (pronoun.plural && !candidate.plural && (!acting || pronoun.use === 'object')) continue
      const near = weightOf[trace.role] * fading ** distance * (trace.quoted === this.#quoted ? 1 : acrossQuote)
      const score =
        near * likeness(candidate, pronoun) +
        (trace.speaks && distance === 0 ? this.#speakerShare(trace) : 0) +
        (trace.party === this.#protagonist ? mainBonus : 0)
      const known = scores.get(trace.party) ?? 0
      scores.set(trace.party, Math.max(score, known) + repeated * Math.min(score, known))
    }
    const [best, second] = [...scores].sort((a, b) => b[1] - a[1])
    if (best === undefined) return undefined
    return second === undefined || best[1] >= second[1] * margin ? best[0] : undefined
  }

  /** "X said that he": he is likely X. In X's own quoted words "he" is somebody else. */
  #speakerShare({ quoted }: Trace): number {
    if (!this.#quoted) return speakerBonus
    return quoted ? 0 : -2 * speakerBonus
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
      if (plural || kind !== 'person' || times.get(party) !== 1) continue
      if (description.start > first && this.found.sentences[sentence]?.kind !== 'headline') continue
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

  /** Whether the description is of one who speaks here: "a source said", "according to an official". */
  #speaks({ sentence, from, to }: Description): boolean {
    const tokens = this.found.sentences[sentence]?.tokens ?? []
    const [before, next] = [tokens[from - 1], tokens[to]]
    return (
      before?.lower === 'to' ||
      before?.lower === 'by' ||
      (before !== undefined && this.lists.speechVerbs.has(before.lemma)) ||
      (next !== undefined && this.lists.speechVerbs.has(next.lemma))
    )
  }
}

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

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

function clash(a: Gender, b: Gender): boolean {
  return (a === 'feminine' && b === 'masculine') || (a === 'masculine' && b === 'feminine')
}

function suits(candidate: Candidate | undefined, pronoun: PronounWord): boolean {
  if (candidate === undefined) return false
  const { kind, plural, gender } = candidate
  if (pronoun.plural) return plural || kind === 'organization'
  if (plural) return false
  if (pronoun.gender === 'neuter') return kind === 'organization' || kind === 'place' || kind === 'facility'
  return kind === 'person' && !clash(gender, pronoun.gender)
}

/** A known gender speaks for a party, an unknown one a little less; "they" is people rather than a body, "it" a body rather than a place. */
function likeness({ kind, gender, plural, named }: Candidate, pronoun: PronounWord): number {
  if (pronoun.plural) return plural ? 1 : 0.5
  if (pronoun.gender === 'neuter') return kind === 'organization' ? 1 : kind === 'place' ? (pronoun.use === 'possessive' ? 0.8 : 0.6) : 0.4
  return (gender === pronoun.gender ? 1 : pronoun.gender === 'feminine' ? 0.7 : 0.85) * (named ? 1 : 0.85)
}

/** The place of a noun phrase in its clause, from the word before it: after a preposition oblique, after a verb object, else subject. A phrase after "and" has the place of the one before. */
function roleOf(tokens: readonly Token[], from: number, to: number): Role {
  let start = from
  while (start > 0 && phrasal.has(tokens[start - 1]?.pos ?? '')) start--
  const before = tokens[start - 1]
  if (before?.pos === 'CCONJ' && start > 1 && phrasal.has(tokens[start - 2]?.pos ?? '')) return roleOf(tokens, start - 2, start - 1)
  if (before?.pos === 'ADP') return 'oblique'
  if (before?.pos === 'VERB' || (before?.pos === 'PRON' && tokens[start - 2]?.pos === 'VERB'))
    return tokens[to]?.tag === 'VBD' ? 'subject' : 'object'
  // "the minister's office said that he": the office speaks for the minister.
  if (/^['’]s?$/.test(tokens[to]?.text ?? '')) return tokens[to + 1]?.lower === 'office' ? 'subject' : 'oblique'
  return 'subject'
}

/** Tags of words inside a noun phrase. */
const phrasal: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN'])

/** The token at which the clause of a token begins: after the last comma, "that", "and", semicolon or opening quote. */
function clauseStart(tokens: readonly Token[], index: number): number {
  for (let at = index - 1; at >= 0; at--) {
    const token = tokens[at]
    if (token === undefined) break
    if (
      token.pos === 'CCONJ' ||
      token.pos === 'SCONJ' ||
      /^[,;:“"—–]$/.test(token.text) ||
      token.tag === 'WP' ||
      token.tag === 'WDT' ||
      token.tag === 'TO'
    )
      return at
  }
  return 0
}
