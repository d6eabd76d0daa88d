import type { MentionKind } from '../../model/report.js'
import type { Sentence, Token } from '../parts.js'
import { folded } from './folded.js'
import { type Lists, straight } from './lists.js'
import { isCapital } from './memory.js'
import { headOf, isAcronym, type Naming } from './names.js'

/** The names of a sentence together with bodies and facilities written in small letters: "interior ministry", "Rome court of appeal", "Mitiga prison", "Italy's judicial police". A name inside such a body's name goes up in it. */
export function withBodies(text: string, sentence: Sentence, namings: readonly Naming[], lists: Lists): readonly Naming[] {
  const reader = new BodyReader(text, sentence, namings, lists)
  const bodies: Naming[] = []
  for (let index = 0; index < sentence.tokens.length; index++) {
    const body = reader.bodyAt(index) ?? reader.spelledAt(index)
    if (body !== undefined) bodies.push(body)
  }
  if (bodies.length === 0) return namings
  const widest = bodies.filter(
    (body) =>
      !bodies.some(
        (other) => other !== body && other.from <= body.from && other.to >= body.to && other.to - other.from > body.to - body.from,
      ),
  )
  const apart = widest.filter((body, index) => index === 0 || body.from >= (widest[index - 1]?.to ?? 0))
  return [...namings.filter((naming) => !apart.some((body) => naming.from >= body.from && naming.to <= body.to)), ...apart].sort(
    (a, b) => a.from - b.from,
  )
}

/** Words that an acronym may spell out: a longer name has its own. */
const longestSpelled = 14
/** Letters of the small words of a name: "de", "and", "pour". */
const longestSmallWord = 4

class BodyReader {
  readonly #tokens: readonly Token[]
  readonly #endingAt = new Map<number, Naming>()
  readonly #startingAt = new Map<number, Naming>()

  constructor(
    private readonly text: string,
    private readonly sentence: Sentence,
    namings: readonly Naming[],
    private readonly lists: Lists,
  ) {
    this.#tokens = sentence.tokens
    for (const naming of namings) {
      this.#endingAt.set(naming.to, naming)
      this.#startingAt.set(naming.from, naming)
    }
  }

  #lower(index: number): string {
    return this.#tokens[index]?.lower ?? ''
  }

  /** The body or facility whose head noun stands here, when something names it: a field, a people, a place, a name. */
  bodyAt(index: number): Naming | undefined {
    const capital = this.#endingAt.get(index + 1)
    if (capital !== undefined) return this.#grown(capital)
    const token = this.#tokens[index]
    if (token === undefined || isCapital(token.text)) return undefined
    const hyphen = token.lower.indexOf('-') === -1 ? -1 : token.lower.lastIndexOf('-')
    const compound = hyphen === -1 ? token.lower : token.lower.slice(hyphen + 1)
    if (!this.lists.bodyEnds.has(token.lower) && (hyphen === -1 || !this.lists.bodyEnds.has(compound))) return undefined
    const two = `${this.#lower(index - 1)} ${token.lower}`
    const facility = this.lists.facilities.has(compound) || this.lists.facilities.has(two)
    const body = this.lists.bodies.has(token.lower) || this.lists.bodies.has(two)
    if (!facility && !body) return undefined
    if (token.pos !== 'NOUN' && token.pos !== 'PROPN' && token.pos !== 'ADJ') return undefined
    const next = this.#lower(index + 1)
    if (this.lists.facilities.has(`${token.lower} ${next}`) || this.lists.bodies.has(`${token.lower} ${next}`)) return undefined
    const headFrom = this.lists.facilities.has(two) || this.lists.bodies.has(two) ? index - 1 : index
    const left = this.#namedFrom(headFrom, facility)
    const right = this.#complementEnd(index, facility, left < headFrom)
    if (left === headFrom && right === index + 1) return undefined
    if (this.#isOneOfMany(left, headFrom, index)) return undefined
    // "the Belgrade agency Tanjug": the body has its own name right behind, and this describes it.
    if (right === index + 1 && this.#startingAt.has(right)) return undefined
    return this.#naming(left, right, facility ? 'facility' : 'organization')
  }

  /** The body whose name an acronym in brackets spells out, in whatever language: "Service national de sécurité (SNS)". Its name begins with a capital, and with what names it already. */
  spelledAt(index: number): Naming | undefined {
    if (this.#tokens[index + 1]?.text !== '(') return undefined
    const acronym = this.#tokens[index + 2]
    if (this.#lower(index + 3) !== ')' || acronym === undefined || !isAcronym(acronym.text)) return undefined
    const letters = folded(acronym.text.replace(/[^\p{L}]/gu, ''))
    let left = letters.length - 1
    for (let at = index; at > index - longestSpelled && at >= 0; at--) {
      const token = this.#tokens[at]
      if (token === undefined || !/^\p{L}/u.test(token.text)) return undefined
      const fits = folded(token.text.replace(/^(?:[dl]|qu)['’]/i, '')).startsWith(letters[left] ?? '')
      // Small words ("de", "of", "and") stand for no letter, or for one.
      if (fits) left--
      else if (token.text.length > longestSmallWord || isCapital(token.text)) return undefined
      if (left < 0) return isCapital(token.text) && this.#startingAt.has(at) ? this.#naming(at, index + 1, 'organization') : undefined
    }
    return undefined
  }

  /** "a rights group", "an appeals court": a field names the one body of a state or a town, and none of many. */
  #isOneOfMany(left: number, headFrom: number, headAt: number): boolean {
    const article = this.#lower(left - 1)
    if ((article !== 'a' && article !== 'an') || this.#tokens[headAt + 1]?.pos === 'NOUN') return false
    for (let index = left; index < headFrom; index++) if (!this.lists.fields.has(this.#lower(index))) return false
    return true
  }

  /** A body in capitals with the place before it: "Rome's Court of Appeal", and the seat after it: "Court of Appeal in Rome". */
  #grown(naming: Naming): Naming | undefined {
    if (naming.kind !== 'organization' && naming.kind !== 'facility') return undefined
    if (naming.head === undefined) return undefined
    const possessor = this.#possessorOf(naming.from)
    const before = possessor !== undefined && (possessor.kind === 'place' || possessor.place !== undefined) ? possessor.from : naming.from
    const ownLeft = this.lists.demonyms.has(this.#tokens[naming.from - 1]?.text ?? '') || isOrdinal(this.#lower(naming.from - 1))
    const left = before === naming.from && ownLeft ? naming.from - 1 : before
    const seated = naming.kind === 'organization' && this.lists.seatedBodies.has(naming.head)
    const right = seated ? this.#seatEnd(naming.to, ['in', 'of']) : naming.to
    if (left === naming.from && right === naming.to) return undefined
    // "Caselle airport" and "Supreme Court of Appeal" are names without "Turin's" and "in Bloemfontein"; "Ministry" is none without "Italy's".
    const whole =
      (naming.kind === 'facility' && naming.words.length > 2) ||
      (naming.words.length > 1 && left === naming.from && this.#lower(naming.to) === 'in')
    return whole
      ? { ...naming, outer: { start: this.#tokens[left]?.start ?? naming.start, end: this.#tokens[right - 1]?.end ?? naming.end } }
      : this.#naming(left, right, naming.kind)
  }

  /** The name whose possessive stands before a token. */
  #possessorOf(index: number): Naming | undefined {
    const mark = this.#tokens[index - 1]
    return mark !== undefined && /^['’]s?$/.test(mark.text) ? this.#endingAt.get(index - 1) : undefined
  }

  /** The first token of what names the head to the left; the head itself when nothing does. A field must stand next to the head: a "foreign ministry" is a name, a "foreign news agency" is not. */
  #namedFrom(headFrom: number, facility: boolean): number {
    let named = headFrom
    let adjoining = true
    for (let index = headFrom - 1; index >= 0; index--) {
      const token = this.#tokens[index]
      if (token === undefined) break
      const run = this.#endingAt.get(index + 1)
      if (run !== undefined && this.#canName(run, facility)) {
        named = run.from
        index = run.from
        continue
      }
      const possessor = this.#possessorOf(index + 1)
      if (
        possessor !== undefined &&
        (possessor.place !== undefined || possessor.kind === 'organization' || !this.lists.given.has(possessor.words[0] ?? ''))
      )
        return possessor.from
      if (this.lists.tenure.has(token.lower)) break
      if (adjoining && (this.lists.demonyms.has(token.text) || this.lists.fields.has(token.lower))) {
        if (!facility) named = index
        continue
      }
      if (/^['’]s?$/.test(token.text) && this.#holdsBody(index - 1) && this.lists.officeHeads.has(this.#lower(headFrom))) {
        const general = this.#lower(index - 1) === 'general' && this.lists.beforeGeneral.has(this.#lower(index - 2))
        named = index - (general ? 2 : 1)
        index = named
        continue
      }
      adjoining = false
      if ((token.pos === 'NOUN' || token.pos === 'ADJ') && !isCapital(token.text)) continue
      break
    }
    return named
  }

  /** "prosecutor" in "prosecutor's office", "ministers" in "ministers' tribunal". */
  #holdsBody(index: number): boolean {
    return this.lists.offices.has(this.#lower(index)) || this.lists.offices.has(this.#tokens[index]?.lemma ?? '')
  }

  #canName(run: Naming, facility: boolean): boolean {
    // "Imam Khomeini airport" is called after somebody.
    if (run.titles.length > 0) return facility && run.words.length === 1
    if (facility)
      return (
        run.kind !== 'law' &&
        !(run.kind === 'person' && run.words.length > 1 && this.lists.given.has(run.words[0] ?? '') && run.head !== undefined)
      )
    return (
      run.place !== undefined || run.kind === 'place' || run.kind === 'organization' || (run.words.length === 1 && run.kind === undefined)
    )
  }

  /** The token after what follows the head and belongs to it: "of appeal", "of Libya", "in Rome". */
  #complementEnd(headAt: number, facility: boolean, named: boolean): number {
    let end = headAt + 1
    if (this.#lower(end) === 'of') {
      const after = this.#lower(end + 1) === 'the' ? end + 2 : end + 1
      const two = `${this.#lower(after)} ${this.#lower(after + 1)}`
      if (this.lists.complements.has(two)) end = after + 2
      else if (this.lists.complements.has(this.#lower(after))) end = after + 1
    }
    if (facility) {
      const two = `${this.#lower(headAt - 1)} ${this.#lower(headAt)}`
      const seated = this.lists.seatedFacilities.has(this.#lower(headAt)) || this.lists.seatedFacilities.has(two)
      return seated ? this.#seatEnd(end, named ? ['at'] : ['of', 'in', 'at']) : end
    }
    return this.#seatEnd(end, this.lists.seatedBodies.has(this.#lower(headAt)) ? ['of', 'in'] : ['of'])
  }

  #seatEnd(end: number, prepositions: readonly string[]): number {
    if (!prepositions.includes(this.#lower(end))) return end
    const after = this.#lower(end + 1) === 'the' ? end + 2 : end + 1
    const seat = this.#startingAt.get(after)
    if (seat === undefined) return end
    const known = seat.place !== undefined || seat.kind === 'place'
    // "the prison of Mitiga": nothing is known of Mitiga, but a prison is of a place; a person's prison is "X's".
    const unknown = seat.kind === undefined && seat.words.length === 1 && this.#lower(end) !== 'in'
    return known || unknown ? seat.to : end
  }

  #naming(from: number, to: number, kind: MentionKind): Naming {
    const tokens = this.#tokens.slice(from, to)
    const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0]
    const lowers = tokens.map(({ lower }) => lower)
    const words = tokens.map((token) => folded(token.text))
    return {
      start,
      end,
      sentence: this.sentence.index,
      outer: undefined,
      from,
      to,
      text: straight(this.text.slice(start, end)),
      words,
      key: words.join(' '),
      titles: [],
      kind,
      head: headOf(
        lowers,
        (word) =>
          this.lists.bodies.has(word) ||
          this.lists.facilities.has(word) ||
          this.lists.capitalBodies.has(word) ||
          this.lists.capitalFacilities.has(word),
      ),
      place: undefined,
      acronym: tokens.length === 1 && isAcronym(tokens[0]?.text ?? ''),
    }
  }
}

/** "444th" in "444th Brigade": one of many of its kind. */
function isOrdinal(word: string): boolean {
  return /^\d{1,4}(?:st|nd|rd|th)$/.test(word)
}
