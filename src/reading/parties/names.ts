import type { Place } from '../../model/packs.js'
import type { MentionKind, Span } from '../../model/report.js'
import type { Sentence, Token } from '../parts.js'
import { folded } from './folded.js'
import { type KnownName, type Lists, straight } from './lists.js'
import { isCapital, type Memory, opensClause, titleKinds } from './memory.js'

/** A name as it stands in a sentence: `start` to `end` the name itself, tokens `from` up to `to` with its titles. */
export interface Naming extends Span {
  readonly sentence: number
  /** The name with its titles or its seat: "General Anjiem", "Supreme Court of Appeal in Bloemfontein". */
  readonly outer: Span | undefined
  readonly from: number
  readonly to: number
  /** The name without titles, on one line. */
  readonly text: string
  /** Its words folded, without titles. */
  readonly words: readonly string[]
  /** These words in one string: names with one key are one name. */
  readonly key: string
  readonly titles: readonly string[]
  /** What its own words say it is; undefined when only the context can tell. */
  readonly kind: MentionKind | undefined
  /** The head noun of a body or facility, in small letters. */
  readonly head: string | undefined
  readonly place: Place | undefined
  readonly acronym: boolean
}

/** The names that stand with capitals in a sentence, in order. */
export function readNamings(text: string, sentence: Sentence, lists: Lists, memory: Memory): readonly Naming[] {
  const reader = new NamingReader(text, sentence, lists, memory)
  const found: Naming[] = []
  for (let index = 0; index < sentence.tokens.length; ) {
    const end = reader.runFrom(index)
    if (end === index) {
      index++
      continue
    }
    found.push(...reader.namingsOf(index, end))
    index = end
  }
  return found
}

/** Words between a person's first name and a word of the name that the story knows. */
const longestMiddle = 4

/** A known name where it stands: `end` is the token after it. */
interface KnownHere {
  readonly name: KnownName
  readonly end: number
}

class NamingReader {
  readonly #tokens: readonly Token[]
  readonly #upper: boolean
  readonly #titled: boolean
  readonly #small: boolean
  /** What `#findKnown` found at a token; null for nothing. */
  readonly #found: (KnownHere | null)[] = []

  constructor(
    private readonly text: string,
    private readonly sentence: Sentence,
    private readonly lists: Lists,
    private readonly memory: Memory,
  ) {
    this.#tokens = sentence.tokens
    this.#upper = memory.capitals[sentence.index] === 'upper'
    this.#titled = memory.capitals[sentence.index] === 'titled'
    this.#small = memory.capitals[sentence.index] === 'small'
  }

  #lower(index: number): string {
    return this.#tokens[index]?.lower ?? ''
  }

  /** The longest known name that starts at a token, and the token after it. Asked of a token again and again, found once. */
  #knownAt(index: number): KnownHere | undefined {
    let known = this.#found[index]
    if (known === undefined) {
      known = this.#findKnown(index) ?? null
      this.#found[index] = known
    }
    return known ?? undefined
  }

  #findKnown(index: number): KnownHere | undefined {
    const token = this.#tokens[index]
    if (token === undefined || !(isCapital(token.text) || this.#small)) return undefined
    const candidates = this.lists.known.get(straight(token.lower)) ?? this.lists.known.get(straight(token.lower).split(/[',]/)[0] ?? '')
    for (const name of candidates ?? []) {
      const here = straight(this.text.slice(token.start, token.start + name.text.length))
      if (here !== name.text && !(this.#small ? this.#isInSmall(token, name, here) : isInCapitals(name, here))) continue
      const stop = token.start + name.text.length
      let end = index
      while ((this.#tokens[end]?.end ?? stop) < stop) end++
      if (this.#tokens[end]?.end === stop) return { name, end: end + 1 }
    }
    return undefined
  }

  /** Whether a known name stands here in small letters, and no everyday word: "turin", "international criminal court". */
  #isInSmall({ pos }: Token, { text, ambiguous }: KnownName, here: string): boolean {
    if (here !== text.toLowerCase() || ambiguous) return false
    return /\s/.test(text) || pos === 'PROPN' || (pos === 'NOUN' && text.length > 4)
  }

  /** Whether the token may begin or continue a name in a report without capitals: what the tagger takes for a name, behind an office or another name, or met so elsewhere. */
  #isSmallName(index: number, inside: boolean): boolean {
    if (this.#isKnownWord(index)) return true
    const token = this.#tokens[index]
    if (token === undefined || this.#isNoun(token.lower) || this.lists.notNames.has(token.lower) || this.lists.openers.has(token.lower))
      return false
    const afterOffice = this.lists.offices.has(this.#lower(index - 1)) || this.lists.titles.has(this.#lower(index - 1))
    // "minister l k advani": initials stand before the name.
    if (/^\p{L}$/u.test(token.text)) return (inside || afterOffice) && this.#isSmallName(index + 1, true)
    if (!/^\p{L}[\p{L}'’-]+$/u.test(token.text)) return false
    if (inside && this.#tokens[index]?.pos === 'NOUN') return this.memory.names.has(folded(token.text))
    return (
      token.pos === 'PROPN' &&
      (inside ||
        afterOffice ||
        this.memory.names.has(folded(token.text)) ||
        this.memory.names.has(folded(this.#tokens[index + 1]?.text ?? '')))
    )
  }

  /** Whether a word names what somebody or something is, and so no one. */
  #isNoun(word: string): boolean {
    const { lists } = this
    return [
      lists.offices,
      lists.people,
      lists.groups,
      lists.bodies,
      lists.facilities,
      lists.titles,
      lists.fields,
      lists.kin,
      lists.tenure,
    ].some((words) => words.has(word))
  }

  /** Whether the token may begin or continue a name. */
  #isName(index: number, inside: boolean): boolean {
    if (this.#small) return this.#isSmallName(index, inside)
    const token = this.#tokens[index]
    if (token === undefined || !isCapital(token.text)) return false
    const { lists, memory } = this
    const plain = folded(token.text)
    if (lists.notNames.has(token.lower) && !this.#isGivenAfterAll(index, inside)) return false
    if (/^\p{Lu}$/u.test(token.text) && !inside) return false
    if (isMadeAdjective(token) || (token.text.length > 4 && isCode(token.text)) || this.#isPair(token)) return false
    // "United" in "United Nations-backed".
    const following = this.#tokens[index + 1]
    if (!inside && following !== undefined && isCapital(following.text) && isMadeAdjective(following)) return false
    if ((this.#upper || this.#titled) && inside && this.#leadsToName(index)) return true
    if (this.#upper || this.#titled)
      return (
        memory.names.has(plain) || lists.given.has(plain) || this.#isKnownWord(index) || (this.#titled && lists.titles.has(token.lower))
      )
    if (this.#isShouted(token) && !this.#isKnownWord(index)) return false
    if (inside || !opensClause(this.#tokens, index))
      return !(lists.openers.has(token.lower) && ['DET', 'PRON', 'ADP', 'CCONJ', 'SCONJ', 'ADV', 'AUX'].includes(token.pos))
    if (memory.names.has(plain) || this.#isKnownWord(index)) return !(lists.openers.has(token.lower) && !this.#isName(index + 1, true))
    const next = this.#tokens[index + 1]
    if (lists.titles.has(token.lower) && this.#isName(index + 1, true)) return true
    if (isAcronym(token.text) && !lists.notAcronyms.has(token.lower)) return true
    if (lists.openers.has(token.lower))
      return lists.capitalBodies.has(token.lower) && ((next?.lower === 'of' && !this.#countsPeople(index)) || this.#isName(index + 1, true))
    if (lists.given.has(plain) && token.pos !== 'VERB') return true
    if (next !== undefined && isCapital(next.text) && this.#mayOpenName(token)) return this.#isName(index + 1, true)
    return token.pos === 'PROPN' && !memory.small.has(token.lower)
  }

  /** "Families of two of the men": people, and no body, unless a name follows "of" ("Mothers of Srebrenica"). */
  #countsPeople(index: number): boolean {
    const { lists } = this
    const { lower = '', lemma = '' } = this.#tokens[index] ?? {}
    const people = [lower, lemma].some(
      (noun) => lists.people.has(noun) || lists.groups.has(noun) || lists.offices.has(noun) || lists.kin.has(noun),
    )
    const after = lists.articles.has(this.#lower(index + 2)) ? index + 3 : index + 2
    return people && !this.#isName(after, true)
  }

  /** Whether only names lie between a given name and a name that the story knows: "Habib" in "Release Of Omar Habib Saleh". */
  #leadsToName(index: number): boolean {
    let given = index - 1
    while (given > index - longestMiddle && this.#isMiddle(given) && !this.lists.given.has(folded(this.#tokens[given]?.text ?? ''))) given--
    if (!this.lists.given.has(folded(this.#tokens[given]?.text ?? ''))) return false
    for (let last = index; last < index + longestMiddle && this.#isMiddle(last); last++)
      if (this.memory.names.has(folded(this.#tokens[last]?.text ?? ''))) return true
    return false
  }

  /** A word that may stand inside a name in a line where every word has a capital: none of everyday use in this report. */
  #isMiddle(index: number): boolean {
    const token = this.#tokens[index]
    return token?.pos === 'PROPN' && isCapital(token.text) && !this.memory.small.has(token.lower) && !this.lists.openers.has(token.lower)
  }

  /** "GENERAL flown home": a word of everyday use that a headline shouts. */
  #isShouted({ text, lower, pos }: Token): boolean {
    // Of fewer letters there are too many acronyms that are also words.
    return (
      titleKinds.has(this.sentence.kind) &&
      text.length > 3 &&
      /^\p{Lu}+$/u.test(text) &&
      (this.memory.small.has(lower) || pos === 'VERB' || pos === 'ADV' || pos === 'AUX')
    )
  }

  /** "EU-Libya": two known names with a hyphen are what stands between them, and no third. */
  #isPair({ text }: Token): boolean {
    const parts = text.split(/[-–]/)
    return (
      parts.length === 2 && parts.every((part) => this.lists.known.get(part.toLowerCase())?.some((name) => name.text === part) === true)
    )
  }

  /** Whether the first word of a sentence may be the first of a name: a noun, or a word the tagger does not know ("Aly" taken for an adverb). */
  #mayOpenName({ pos, lower }: Token): boolean {
    if (pos === 'PROPN' || pos === 'NOUN' || pos === 'ADJ') return true
    return (pos === 'ADV' || pos === 'INTJ' || pos === 'X') && !this.memory.small.has(lower) && !/..ly$/.test(lower.slice(1))
  }

  #isKnownWord(index: number): boolean {
    return this.#knownAt(index) !== undefined
  }

  /** A weekday or month that is a person's name here: "trader Sunday Okoro", "arrested Jan Novak", "Theresa May". After a number, a preposition or "last" it is the calendar's. */
  #isGivenAfterAll(index: number, inside: boolean): boolean {
    const [before, next] = [this.#tokens[index - 1], this.#tokens[index + 1]]
    if (inside) return before !== undefined && this.lists.given.has(folded(before.text)) && next?.pos !== 'NUM'
    return (
      this.lists.given.has(this.#lower(index)) &&
      (before === undefined || /^(?:NOUN|VERB|CCONJ|SCONJ|PUNCT)$/.test(before.pos)) &&
      next !== undefined &&
      next.pos !== 'NUM' &&
      isCapital(next.text) &&
      !this.lists.notNames.has(next.lower)
    )
  }

  /** The token after the run of capitals that starts here; the same index when none does. */
  runFrom(index: number): number {
    if (!this.#small && !isCapital(this.#tokens[index]?.text ?? '')) return index
    const known = this.#knownAt(index)
    if (known === undefined && !this.#isName(index, false)) return index
    if (known !== undefined && known.end === index + 1 && !this.#isName(index, false)) return index
    let end = known?.end ?? index + 1
    for (;;) {
      const further = this.#extend(index, end)
      if (further === end) return end
      end = further
    }
  }

  #extend(from: number, end: number): number {
    const token = this.#tokens[end]
    if (token === undefined) return end
    const known = this.#knownAt(end)
    if (known !== undefined && (known.end > end + 1 || this.#isName(end, true))) return this.#separates(from, end) ? end : known.end
    if (this.#isName(end, true)) return this.#startsPerson(from, end) ? end : end + 1
    if (this.lists.particles.has(token.lower) && !isCapital(token.text)) {
      let after = end + 1
      while (this.lists.particles.has(this.#lower(after)) && !isCapital(this.#tokens[after]?.text ?? '')) after++
      if (this.#isName(after, true) && token.lower !== token.text.toUpperCase()) return after + 1
    }
    if (token.text === '&' && this.#isName(end + 1, true)) return end + 2
    if (
      /^['"“‘]$/.test(token.text) &&
      this.#isName(end + 1, true) &&
      /^['"”’]$/.test(this.#tokens[end + 2]?.text ?? '') &&
      this.#isNameOrParticle(end + 3)
    )
      return end + 3
    const bodyOf = this.#ownedBodyEnd(end)
    if (bodyOf !== undefined) return bodyOf
    const last = this.#lower(end - 1)
    if (isNumber(token.text) && (this.lists.numberedLaws.has(last) || (this.#isHead(last) && isShortNumber(token.text)))) return end + 1
    return this.#connect(from, end)
  }

  /** The end of the body that a calling owns in its name: "Magistrates' Court", "People's Congress", "Prosecutor's Office". */
  #ownedBodyEnd(mark: number): number | undefined {
    const { text: sign = '' } = this.#tokens[mark] ?? {}
    const owner = this.#tokens[mark - 1]
    if (owner === undefined || !/^['’]s?$/.test(sign) || !this.#isName(mark + 1, true)) return undefined
    const { lists } = this
    const nouns = [owner.lower, owner.lemma, owner.lower.replace(/s$/, '')]
    if (!nouns.some((noun) => lists.offices.has(noun) || lists.people.has(noun) || lists.groups.has(noun) || lists.titles.has(noun)))
      return undefined
    for (let at = mark + 1; at < mark + longestMiddle && this.#isName(at, true); at++)
      if (lists.capitalBodies.has(this.#lower(at))) return at + 1
    return undefined
  }

  #isNameOrParticle(index: number): boolean {
    return this.#isName(index, true) || this.lists.particles.has(this.#lower(index))
  }

  /** Whether a known name that follows a run is a new one: "Libya" after "Italy". */
  #separates(from: number, end: number): boolean {
    const before = this.#knownAt(from)
    const next = this.#knownAt(end)
    if (before?.end !== end || before.name.kind !== 'place' || next?.name.kind !== 'place' || before.name.ambiguous) return false
    return !this.#isHead(this.#lower(next.end))
  }

  /** Whether a person's name follows a place with no comma between: "In Banja Luka Milorad Dodik said". */
  #startsPerson(from: number, end: number): boolean {
    const before = this.#knownAt(from)
    if (before?.end !== end || before.name.kind !== 'place' || this.#tokens[from - 1]?.pos !== 'ADP') return false
    let index = end
    for (; this.#isName(index, true); index++)
      if (this.#isHead(this.#lower(index)) || this.lists.placeHeads.has(this.#lower(index))) return false
    return this.#ownedBodyEnd(index) === undefined
  }

  #isHead(word: string): boolean {
    return (
      this.lists.capitalBodies.has(word) ||
      this.lists.capitalFacilities.has(word) ||
      this.lists.lawHeads.has(word) ||
      this.lists.facilities.has(word)
    )
  }

  /** Joins what "of", "for", "and" add to the name of a body: "Court of Appeal", "Movement for the Liberation of Congo", "Directorate of Documentation and Security". */
  #connect(from: number, end: number): number {
    const { lower } = this.#tokens[end] ?? { lower: '' }
    const words = this.#tokens.slice(from, end).map((token) => token.lower)
    const headAt = words.findLastIndex((word) => this.#isHead(word) || (lower === 'of' && this.lists.placeHeads.has(word)))
    const wide = words.some((word) => this.lists.wideBodies.has(word))
    if (lower === 'and') {
      const complement = words.includes('of') || words.includes('for')
      if (complement && wide && this.#isName(end + 1, true) && this.#knownAt(end + 1) === undefined && !this.#isHead(this.#lower(end + 2)))
        return end + 2
      // "Oslo Reform and Rehabilitation Institution": a place may open the name where a field follows it.
      const field = (this.#knownAt(from)?.end ?? from) < end
      if (headAt === -1 && field && this.#isName(end + 1, true)) return this.#fieldsBeforeHead(end + 1) ?? end
      return end
    }
    if (headAt === -1 || this.lists.titles.has(words.at(-1) ?? '')) return end
    if (lower !== 'of' && lower !== 'for' && lower !== 'on' && lower !== 'against' && lower !== 'to') return end
    let after = end + 1
    while (['the', 'former'].includes(this.#lower(after)) && !isCapital(this.#tokens[after]?.text ?? '')) after++
    if (!this.#isName(after, true) || this.lists.articles.has(this.#lower(after))) return end
    if (lower !== 'of' && !(lower === 'on' && words[headAt] === 'law') && !this.#isSubject(after, headAt, words)) return end
    const whose = this.#knownAt(after)
    if (lower === 'of' && this.lists.given.has(folded(this.#tokens[after]?.text ?? '')) && whose === undefined) return end
    // "Pre-Trial Chamber I of the ICC" are two bodies; "Court of Appeal of Rome" is one.
    const inner =
      this.lists.innerBodies.has(words[headAt] ?? '') ||
      (this.lists.capitalFacilities.has(words[headAt] ?? '') && !this.lists.capitalBodies.has(words[headAt] ?? ''))
    if (
      inner &&
      whose?.name.kind !== 'place' &&
      (whose === undefined ? this.#holdsHead(after) : whose.name.acronym || whose.end > after + 1)
    )
      return end
    return whose?.end ?? after + 1
  }

  /** Whether the capitals that begin here name a body. */
  #holdsHead(index: number): boolean {
    for (let at = index; this.#isName(at, true); at++) if (this.lists.capitalBodies.has(this.#lower(at))) return true
    return false
  }

  /** Whether what follows "for" or "on" is a field or a country, as in a body's name, and not the person it deals with. */
  #isSubject(index: number, headAt: number, words: readonly string[]): boolean {
    const token = this.#tokens[index]
    if (token === undefined || this.lists.numberedLaws.has(words[headAt] ?? '')) return false
    if (this.#knownAt(index)?.name.kind === 'place') return true
    if (this.lists.given.has(folded(token.text))) return false
    return this.memory.small.has(token.lower) || this.lists.fieldEnding.test(token.lower)
  }

  /** The end of "C D Head" after "A and": the fields of one body. */
  #fieldsBeforeHead(index: number): number | undefined {
    for (let end = index; end < index + 4 && this.#isName(end, true); end++) {
      if (end > index && (this.lists.capitalBodies.has(this.#lower(end)) || this.lists.wideBodies.has(this.#lower(end)))) return end + 1
      if (this.#knownAt(end) !== undefined || this.lists.given.has(folded(this.#tokens[end]?.text ?? ''))) return undefined
    }
    return undefined
  }

  /** The names that a run of capitals holds: a body or place as a whole, or an office split from the person who holds it. */
  namingsOf(opening: number, to: number): readonly Naming[] {
    // "The Nation" is an outlet, "The Nation Builders Union" another body.
    const from = this.lists.articles.has(this.#lower(opening)) && this.#knownAt(opening)?.end !== to ? opening + 1 : opening
    const start = this.#afterDemonyms(from, to)
    if (start >= to || (to - from === 1 && this.#isField(from) && this.#knownAt(from) === undefined)) return []
    const whole = this.#kindOfWhole(from, to)
    if (whole !== undefined) return [this.#naming(from, to, from, whole)]
    const nameFrom = this.#afterOffices(start, to)
    if (nameFrom >= to) return this.#insideOffice(start, to)
    const titleFrom = this.#titlesBefore(start, nameFrom)
    const inner = this.#insideOffice(start, titleFrom)
    const kind = nameFrom > start ? 'person' : this.#kindOfWhole(nameFrom, to)
    return [...inner, this.#naming(nameFrom, to, titleFrom, kind)]
  }

  /** "Information" in "Minister of Information", "N50": a capital that names nobody. */
  #isField(index: number): boolean {
    const { lower = '', text = '' } = this.#tokens[index] ?? {}
    return (
      this.lists.fields.has(lower) ||
      this.lists.complements.has(lower) ||
      (/^\p{Lu}\d/u.test(text) && this.#tokens[index + 1]?.pos === 'NUM')
    )
  }

  /** Bodies and places named in an office: "NATO" in "NATO Secretary-General". */
  #insideOffice(from: number, to: number): readonly Naming[] {
    const found: Naming[] = []
    for (let index = from; index < to; ) {
      const known = this.#knownAt(index)
      if (known !== undefined && known.end <= to) {
        found.push(this.#naming(index, known.end, index, known.name.kind))
        index = known.end
      } else if (isAcronym(this.#tokens[index]?.text ?? '') && !this.lists.notAcronyms.has(this.#lower(index))) {
        found.push(this.#naming(index, index + 1, index, 'organization'))
        index++
      } else index++
    }
    return found
  }

  /** Past "Libyan" in "Libyan General X" and "Former" in "Former Prime Minister Y"; a demonym stays where it belongs to a body's name. */
  #afterDemonyms(from: number, to: number): number {
    let start = from
    while (start < to && (this.lists.demonyms.has(this.#tokens[start]?.text ?? '') || this.lists.tenure.has(this.#lower(start)))) {
      if (this.#knownAt(start) !== undefined) break
      start++
    }
    return start
  }

  /** Past the last word of an office: "Prime Minister Giorgia Meloni" from "Giorgia". */
  #afterOffices(from: number, to: number): number {
    for (let index = to - 1; index >= from; index--) {
      const lower = this.#lower(index)
      if (this.lists.suffixes.has(lower) && index > from) continue
      if (this.lists.titles.has(lower) || this.lists.offices.has(lower)) return index + 1
    }
    return from
  }

  #titlesBefore(from: number, nameFrom: number): number {
    let start = nameFrom
    while (start > from && this.lists.titles.has(this.#lower(start - 1))) start--
    // "Minister of Justice X": what stands after "of" is a field.
    if (this.#lower(start - 1) === 'of' && this.lists.complements.has(this.#lower(start))) return nameFrom
    // "Justice Minister X" is an office and no title: what stands before the titles shows it.
    return start > from &&
      this.lists.offices.has(this.#lower(nameFrom - 1)) &&
      this.#tokens[start - 1] !== undefined &&
      nameFrom - start < 2 &&
      !this.lists.tenure.has(this.#lower(start - 1))
      ? nameFrom
      : start
  }

  #kindOfWhole(from: number, to: number): MentionKind | undefined {
    const { lists } = this
    const known = this.#knownAt(from)
    if (known?.end === to && !(known.name.ambiguous && to - from === 1)) return known.name.kind
    const words = this.#tokens.slice(from, to).map(({ lower }) => lower)
    const connector = words.findIndex((word) => word === 'of' || word === 'for' || word === 'on' || word === 'against' || word === 'to')
    const core = connector > 0 ? words.slice(0, connector) : words
    const last = core.at(-1) ?? ''
    const lastWord = isNumber(this.#tokens[from + core.length - 1]?.text ?? '') || /^[ivx]+$/.test(last) ? (core.at(-2) ?? '') : last
    const numbered = lastWord !== last
    if (numbered && lists.numberedLaws.has(lastWord)) return 'law'
    if (core.length > 1 || connector > 0 || numbered) {
      if (lists.lawHeads.has(lastWord) && lists.titles.has(words[0] ?? '') === false) return 'law'
      if (lists.capitalFacilities.has(lastWord) || lists.facilities.has(core.slice(-2).join(' '))) return 'facility'
      if (lists.capitalBodies.has(lastWord) && !this.#isTitledSurname(from, core)) return 'organization'
      if (lists.placeHeads.has(lastWord)) return 'place'
      if (
        lists.placeBefore.has(core[0] ?? '') &&
        core.length === 2 &&
        (lists.saints.has(core[0] ?? '') || (!lists.given.has(core[0] ?? '') && !lists.given.has(core[1] ?? '')))
      )
        return 'place'
    } else if (/^\p{Lu}\d{1,3}$/u.test(this.#tokens[from]?.text ?? '')) return 'place'
    else if (lists.capitalBodies.has(lastWord) && !lists.given.has(lastWord)) return 'organization'
    if (core.length === 1 && !this.#upper && isAcronym(this.#tokens[from]?.text ?? '') && !lists.notAcronyms.has(lastWord))
      return 'organization'
    // "AFP Paris": the desk of an agency.
    if (core.length === 2 && isAcronym(this.#tokens[from]?.text ?? '') && this.#knownAt(from + 1)?.name.kind === 'place')
      return 'organization'
    if (words.length > 1 && lists.given.has(folded(this.#tokens[from]?.text ?? '')) && known?.name.kind !== 'organization')
      return this.#afterOffices(from, to) > from + 1 ? undefined : 'person'
    return undefined
  }

  /** "Judge Bench", "Mr House": a title before one word makes it a person whatever the word. */
  #isTitledSurname(from: number, core: readonly string[]): boolean {
    return core.length === 2 && /^(?:mr|mrs|ms|dr|judge)\.?$/.test(core[0] ?? '') && this.#tokens[from] !== undefined
  }

  /** The country of "Republic of Serbia". */
  #placeAfterOf(from: number, to: number): Place | undefined {
    const of = this.#tokens.slice(from, to).findIndex(({ lower }) => lower === 'of')
    const known = of === -1 ? undefined : this.#knownAt(from + of + 1)
    return known?.end === to && known.name.place?.kind === 'country' ? known.name.place : undefined
  }

  #naming(from: number, to: number, spanFrom: number, kind: MentionKind | undefined): Naming {
    const tokens = this.#tokens.slice(from, to)
    const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0]
    const known = this.#knownAt(from)
    const text = straight(this.text.slice(start, end))
    const words = tokens.map((token) => folded(token.text))
    return {
      start,
      end,
      sentence: this.sentence.index,
      outer: spanFrom < from ? { start: this.#tokens[spanFrom]?.start ?? start, end } : undefined,
      from: spanFrom,
      to,
      text,
      words,
      key: words.join(' '),
      titles: this.#tokens.slice(spanFrom, from).map(({ lower }) => lower),
      kind,
      head:
        kind === 'organization' || kind === 'facility'
          ? headOf(
              tokens.map(({ lower }) => lower),
              (word) => this.#isHead(word),
            )
          : undefined,
      place: known?.end === to ? known.name.place : kind === 'place' ? this.#placeAfterOf(from, to) : undefined,
      acronym: to - from === 1 && isAcronym(tokens[0]?.text ?? ''),
    }
  }
}

/** A known name in capitals throughout, as datelines and headlines have it. */
function isInCapitals({ acronym, text }: KnownName, here: string): boolean {
  return !acronym && text.length > 3 && here === text.toUpperCase()
}

/** "ABC-0412": the number of a message, a file, a flight. */
function isCode(text: string): boolean {
  return /^\p{Lu}{2,8}[-–/]?\d{3,}$/u.test(text)
}

/** "UN-backed", "Hague-based": a name made into an adjective. */
function isMadeAdjective({ text, pos }: Token): boolean {
  return /-\p{Ll}+$/u.test(text) && (pos !== 'PROPN' || /-(?:\p{Ll}+ed|led|born|run|era|wide|owned|held|style)$/u.test(text))
}

/** The head noun of a body's name: the last head before "of" or "for". */
export function headOf(words: readonly string[], isHead: (word: string) => boolean): string | undefined {
  const connector = words.findIndex(
    (word, index) => index > 0 && (word === 'of' || word === 'for' || word === 'on' || word === 'in' || word === 'at'),
  )
  const core = connector === -1 ? words : words.slice(0, connector)
  return core.findLast((word) => isHead(word)) ?? words.findLast((word) => isHead(word))
}

export function isAcronym(text: string): boolean {
  return /^(?:\p{Lu}[\p{Lu}\p{N}&-]{1,9}|(?:\p{Lu}\.){2,})$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text)
}

function isNumber(text: string): boolean {
  return /^\d[\d/().-]*$/.test(text) || /^[IVX]+$/.test(text)
}

/** Numbers of chambers, courtrooms, branches; years and amounts are longer. */
function isShortNumber(text: string): boolean {
  return /^[IVX]+$/.test(text) || /^\d{1,3}$/.test(text)
}
