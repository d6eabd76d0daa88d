import type { TimeWords } from '../../model/words/times.js'
import type { Sentence, Token } from '../parts.js'
import { isInGroup } from './groups.js'

/**
 * How a clause stands to the one it hangs on. `joined` ("and flew him home", ", saying ..."): of the same subject. `at-once` ("when", "as", "the day on which"): both were at one time.
 * `soon` ("hours after", "shortly before"): nearly so. `place` (", where he was met"): the next stop of one way. `speech` ("a statement in which he denied"): said at the time of what it was said in.
 * `apart` ("because", "before"), `relative`, `reported` ("that", or what is said without "that"), `aside` (brackets, dashes) and `beside` (a new subject, a semicolon): each has a time of its own.
 */
export type ClauseLink =
  | 'main'
  | 'joined'
  | 'at-once'
  | 'soon'
  | 'place'
  | 'speech'
  | 'apart'
  | 'relative'
  | 'reported'
  | 'aside'
  | 'beside'

/** A stretch of a sentence that tells one thing. `parent` is the clause it hangs on, -1 for the main one; `first` its first word, `finite` the index of its first verb with a tense, -1 for none. */
export interface Clause {
  readonly link: ClauseLink
  readonly parent: number
  readonly first: number
  readonly finite: number
}

/** The clauses of a sentence, and for each word the one it stands in. */
export interface ClauseMap {
  readonly clauses: readonly Clause[]
  readonly of: readonly number[]
}

const maps = new WeakMap<Sentence, ClauseMap>()

/** Told from tags alone, word by word: a tree that errs over a long sentence carries a date from one clause to another. Made once for each sentence. */
export function clauseMapOf(sentence: Sentence, words: TimeWords): ClauseMap {
  const known = maps.get(sentence)
  if (known !== undefined) return known
  const made = new ClauseReader(sentence.tokens, words).read()
  maps.set(sentence, made)
  return made
}

/** The clauses left on the way from one word up to where both meet, and those entered on the way down to the other. */
export function wayBetween(
  { clauses, of }: ClauseMap,
  from: number,
  to: number,
): { readonly up: readonly Clause[]; readonly down: readonly Clause[] } {
  const [a, b] = [chainOf(clauses, of[from] ?? 0), chainOf(clauses, of[to] ?? 0)]
  const meeting = a.find((clause) => b.includes(clause))
  const below = (chain: readonly number[]) =>
    chain.slice(0, meeting === undefined ? chain.length : chain.indexOf(meeting)).flatMap((clause) => clauses[clause] ?? [])
  return { up: below(a), down: below(b) }
}

function chainOf(clauses: readonly Clause[], from: number): readonly number[] {
  const chain: number[] = []
  for (let at = from; at >= 0; at = clauses[at]?.parent ?? -1) chain.push(at)
  return chain
}

/** Whether a word stands in the main clause, or in one that goes on from it. */
export function isInMainClause({ clauses, of }: ClauseMap, token: number): boolean {
  let at = of[token] ?? 0
  while (clauses[at]?.link === 'joined') at = clauses[at]?.parent ?? 0
  return at === 0
}

/** "Governor found guilty": in a headline a verb alone that could be either is no past. */
export function isParticiple({ clauses, of }: ClauseMap, token: number): boolean {
  return clauses[of[token] ?? 0]?.finite === token
}

/** `earlier` is what "had" happened before; `ahead` what will, may or should. */
export type Tense = 'past' | 'earlier' | 'present' | 'ahead'

/** The tense of the clause a word stands in; that of the one it hangs on where it has no verb with a tense; null where none has. */
export function tenseOf({ tokens }: Sentence, { clauses, of }: ClauseMap, token: number): Tense | null {
  for (let at = of[token] ?? 0; at >= 0; at = clauses[at]?.parent ?? -1) {
    const finite = tokens[clauses[at]?.finite ?? -1]
    if (finite === undefined) continue
    if (finite.tag === 'MD') return 'ahead'
    if (finite.tag !== 'VBD') return finite.lemma === 'have' ? 'past' : 'present'
    return finite.lemma === 'have' &&
      tokens.slice(finite.index + 1, finite.index + 1 + hadReach).some(({ tag }) => tag === 'VBN' || tag === 'VBD')
      ? 'earlier'
      : 'past'
  }
  return null
}

/** Words from "had" to its participle: "had on 5 May already been". */
const hadReach = 6

const finiteTags: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD'])
const hasTense = (token: Token | undefined): boolean => token !== undefined && finiteTags.has(token.tag)
const isWh = (token: Token | undefined): boolean => token !== undefined && /^W/.test(token.tag)
const isDash = (text: string): boolean => text === '–' || text === '—' || text === '-'
const isBreak = (token: Token | undefined): boolean => token === undefined || /^[,;:()[\]]$/.test(token.text) || isDash(token.text)

/** How many words may stand between a word that brings in a clause and its verb: "after the deputy head of the judicial police had been". */
const subjectReach = 14
/** "had on 5 May 2020 called". */
const auxiliaryReach = 5
/** Clauses within clauses that still wait for their verb; more are a list. */
const deepestNest = 8
/** A second dash so many words on closes an aside. */
const asideReach = 30

/** Clauses that end where the one they stand in goes on. */
const inner: ReadonlySet<ClauseLink> = new Set(['relative', 'place', 'at-once', 'apart', 'soon', 'speech'])
/** What may stand between the start of a subject and its verb. */
const inSubject: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'PART', 'ADV', 'AUX'])

interface OpenClause {
  readonly link: ClauseLink
  readonly parent: number
  readonly first: number
  finite: number
  /** Its last verb of any form; -1 before the first. */
  verb: number
}

/** "Sentenced to life on Tuesday, he": no verb with a tense opens a sentence, and no adjective stands before a preposition. */
function isOpeningParticiple({ index, lower, tag }: Token, next: Token | undefined): boolean {
  return index === 0 && lower.endsWith('ed') && (tag === 'JJ' || tag === 'VBD') && (next?.pos === 'ADP' || next?.tag === 'TO')
}

/** Walks the words once, opening and closing clauses. */
class ClauseReader {
  private readonly clauses: OpenClause[] = [{ link: 'main', parent: -1, first: 0, finite: -1, verb: -1 }]
  private readonly of: number[] = []
  private at = 0
  /** The comma that closes the telling between commas that stands here; -1 where none does. */
  private tellingUntil = -1

  private readonly tokens: readonly Token[]

  constructor(
    tokens: readonly Token[],
    private readonly words: TimeWords,
  ) {
    this.tokens = tokens.map((token, index) =>
      this.isMonth(token, tokens[index + 1])
        ? { ...token, pos: 'PROPN', tag: 'NNP' }
        : isOpeningParticiple(token, tokens[index + 1])
          ? { ...token, pos: 'VERB', tag: 'VBN' }
          : token,
    )
  }

  /** "May 2011", "March 3": no verb. */
  private isMonth({ text, lower, pos }: Token, next: Token | undefined): boolean {
    return (pos === 'AUX' || pos === 'VERB') && next?.pos === 'NUM' && Object.hasOwn(this.words.months, lower) && /^\p{Lu}/u.test(text)
  }

  read(): ClauseMap {
    for (const token of this.tokens) {
      this.step(token)
      this.of.push(this.at)
      if (hasTense(token) && this.here.finite === -1) this.here.finite = token.index
      if (token.pos === 'VERB' || hasTense(token)) this.here.verb = token.index
    }
    return { clauses: this.clauses, of: this.of }
  }

  private get here(): OpenClause {
    return this.clauses[this.at] as OpenClause
  }

  private get told(): boolean {
    return this.here.verb !== -1
  }

  private has(group: string, token: Token | undefined): boolean {
    return token !== undefined && isInGroup(this.words, group, token.lower)
  }

  private open(link: ClauseLink, first: number, parent = this.at): void {
    this.clauses.push({ link, parent, first, finite: -1, verb: -1 })
    this.at = this.clauses.length - 1
  }

  private close(): void {
    this.at = Math.max(0, this.here.parent)
  }

  private step(token: Token): void {
    const { index, text, tag, pos, lower } = token
    const before = this.tokens[index - 1]
    if (before?.text === ')' || before?.text === ']') this.closeAside()
    if (text === '(' || text === '[') this.open('aside', index)
    else if (text === ';' || (text === ':' && this.told)) this.open('beside', index, 0)
    else if (isDash(text)) this.dash(token)
    else if (text === ',') this.comma(index)
    else if (pos === 'CCONJ' && before?.text !== ',') this.joining(index, false)
    else if (tag === 'WDT' || tag === 'WP' || tag === 'WP$' || (tag === 'WRB' && lower === 'where')) this.relative(token)
    else if (tag === 'PRP' && this.isContact(index)) this.open('relative', index)
    else if (tag === 'WRB')
      this.open(
        this.has('at-once-words', token) && !this.has('asking', before) ? 'at-once' : 'reported',
        index,
        this.besideReported(before),
      )
    else if (pos === 'SCONJ' && this.has('that-words', token) && !this.pointsBack(index))
      this.open(this.isTimeUnit(before) || this.isCleft(index) ? 'at-once' : 'reported', index)
    else if (this.has('at-once-words', token) && this.bringsClause(index)) this.open('at-once', index)
    else if (this.has('apart-words', token) && this.bringsClause(index)) this.open(this.isSoon(index) ? 'soon' : 'apart', index)
    else if (tag === 'VBG' && this.has('matter-words', before)) this.open('reported', index)
    else if (index === 0 && pos === 'DET' && this.isTimeUnit(this.tokens[1]) && this.bringsSubject(1)) this.open('at-once', index)
    else if (index === 0 && tag === 'VBG') this.open(lower === 'having' ? 'apart' : 'joined', index)
    else if (tag === 'VBN' && this.isReduced(index)) this.participle(index)
    else if (hasTense(token)) this.finiteVerb(index)
  }

  private closeAside(): void {
    while (this.at !== 0 && this.here.link !== 'aside') this.close()
    if (this.here.link === 'aside') this.close()
  }

  /** A pair of dashes is an aside; after one alone something new is told. */
  private dash(token: Token): void {
    const { index, text } = token
    if (index === 0 || (this.tokens[index - 1]?.end ?? 0) === token.start) return
    for (let inside = this.at; inside > 0; inside = this.clauses[inside]?.parent ?? 0) {
      const clause = this.clauses[inside]
      if (clause?.link !== 'aside' || this.tokens[clause.first]?.text !== text) continue
      this.at = clause.parent
      return
    }
    const closes = this.tokens.slice(index + 1, index + asideReach).some((other) => other.text === text)
    if (closes || this.told) this.open('aside', index)
  }

  private relative({ index, tag }: Token): void {
    const [before, beforeThat] = [this.tokens[index - 1], this.tokens[index - 2]]
    const antecedent = before?.pos === 'ADP' ? beforeThat : before
    if (this.isTimeUnit(antecedent)) this.open('at-once', index)
    else if (before?.pos === 'ADP' && this.has('speech-nouns', antecedent)) this.open('speech', index)
    else this.open(tag === 'WRB' && before?.text === ',' ? 'place' : 'relative', index)
  }

  /** "the man they had sought was", "after an hour he spent": a clause that tells of a noun without "who" or "that". */
  private isContact(index: number): boolean {
    const before = this.tokens[index - 1]
    if (this.here.finite !== -1 || before?.pos !== 'NOUN' || !this.verbFollows(index)) return false
    let start = index - 1
    while (start > 0 && /^(?:NOUN|ADJ|NUM|DET)$/.test(this.tokens[start - 1]?.pos ?? '')) start--
    const leadIn = this.tokens[start - 1]
    if (this.tokens[start]?.pos !== 'DET' || leadIn === undefined) return false
    return leadIn.pos === 'ADP' || leadIn.pos === 'SCONJ' ? this.has('before-and-after', leadIn) : !this.isTimeUnit(before)
  }

  /** Whether a verb with a tense comes right behind a pronoun. */
  private verbFollows(index: number): boolean {
    const [next, afterNext] = [this.tokens[index + 1], this.tokens[index + 2]]
    return hasTense(next) || (next?.pos === 'ADV' && hasTense(afterNext))
  }

  /** "said Thursday it had": the day is none of the subject. */
  private isDay(token: Token | undefined): boolean {
    return token !== undefined && Object.hasOwn(this.words.weekdays, token.lower) && /^\p{Lu}/u.test(token.text)
  }

  private isTimeUnit(token: Token | undefined): boolean {
    if (token === undefined) return false
    const { units, parts } = this.words
    return Object.hasOwn(units, token.lower) || Object.hasOwn(parts, token.lower) || this.has('moment-words', token)
  }

  /** "that November", "two days after that": no clause follows. */
  private pointsBack(index: number): boolean {
    const [before, next] = [this.tokens[index - 1], this.tokens[index + 1]]
    if (next !== undefined && Object.hasOwn(this.words.months, next.lower) && /^\p{Lu}/u.test(next.text)) return true
    return this.has('before-and-after', before) || this.isDay(next) || (this.isTimeUnit(next) && before?.pos !== 'VERB')
  }

  /** "will learn whether he is free, when he appears": behind a comma a clause hangs on what was told, not on what was said. */
  private besideReported(before: Token | undefined): number {
    return before?.text === ',' && this.here.link === 'reported' ? this.here.parent : this.at
  }

  /** "It was on Friday that", "It was not until 2016 that". */
  private isCleft(index: number): boolean {
    const [first, second] = [this.tokens[this.here.first], this.tokens[this.here.first + 1]]
    const before = this.tokens[index - 1]
    if (first?.lower !== 'it' || second?.lemma !== 'be' || before === undefined) return false
    return before.pos === 'NUM' || Object.hasOwn(this.words.weekdays, before.lower) || Object.hasOwn(this.words.months, before.lower)
  }

  /** "hours after", "shortly before"; but "36 hours after" counts. */
  private isSoon(index: number): boolean {
    const [before, beforeThat] = [this.tokens[index - 1], this.tokens[index - 2]]
    if (!this.has('soon-words', before)) return false
    return beforeThat?.pos !== 'NUM' || this.words.units[before?.lower ?? '']?.unit === 'minute'
  }

  /** "after police arrested him", "after being held", and not "after the arrest". */
  private bringsClause(index: number): boolean {
    const next = this.tokens[index + 1]
    if (next?.pos === 'NUM' && this.isTimeBesideNumber(this.tokens[index + 2])) return false
    if (next?.tag === 'VBG' || next?.tag === 'VBN') return true
    if (next?.pos === 'CCONJ' || this.has('that-words', next)) return false
    return this.bringsSubject(index)
  }

  /** "shortly after two yesterday afternoon", "after 9 on Monday": a clock time, where "after two gunmen" counts men. */
  private isTimeBesideNumber(next: Token | undefined): boolean {
    return next === undefined || this.isDay(next) || this.has('clock-words', next) || Object.hasOwn(this.words.meridiems, next.lower)
  }

  /** Whether a subject and its verb stand before the next break. */
  private bringsSubject(index: number): boolean {
    for (let at = index + 1; at < Math.min(this.tokens.length, index + subjectReach); at++) {
      const token = this.tokens[at]
      if (hasTense(token) || this.hasObject(at)) return at > index + 1
      if ((token?.tag === 'PRP' || token?.pos === 'DET') && at > index + 1 && this.tokens[at - 1]?.pos === 'NOUN') return false
      if (
        isBreak(token) ||
        isWh(token) ||
        token?.pos === 'SCONJ' ||
        (token?.pos === 'CCONJ' && (!this.has('and', token) || hasTense(this.tokens[at + 1])))
      )
        return false
    }
    return false
  }

  /** "guards arrested him": a participle right before its object was a verb with a tense, however it was tagged; but not "arrested Monday". */
  private hasObject(index: number): boolean {
    const [token, next] = [this.tokens[index], this.tokens[index + 1]]
    if (token?.tag === 'VB') return this.tokens[index - 1]?.pos === 'NOUN' && next?.pos === 'PRON'
    if (token?.tag !== 'VBN' || next === undefined || !/^(?:PRON|PROPN|DET|NUM)$/.test(next.pos)) return false
    return !Object.hasOwn(this.words.weekdays, next.lower) && !Object.hasOwn(this.words.months, next.lower)
  }

  private comma(index: number): void {
    const next = this.tokens[index + 1]
    if (next === undefined) return
    if (index === this.tellingUntil) {
      while (this.at !== 0 && this.here.link !== 'aside') this.close()
      this.close()
      this.tellingUntil = -1
      return
    }
    this.tellingUntil = this.isTelling(index) ? this.endOfTelling(index) : -1
    if (this.tellingUntil !== -1) {
      this.open('aside', index)
      return
    }
    if (next.pos !== 'CCONJ' && !hasTense(next) && this.here.link === 'relative' && this.tokens[this.here.first]?.text === ',') this.close()
    const verb = hasTense(next) ? next : next.pos === 'ADV' ? this.tokens[index + 2] : undefined
    if (next.pos === 'CCONJ') this.joining(index + 1, true)
    else if (next.tag === 'VBG') this.open('joined', index)
    else if (next.tag === 'VBN') this.participle(index)
    else if (next.pos === 'DET' && this.isTimeUnit(this.tokens[index + 2]) && this.bringsSubject(index + 2)) this.open('at-once', index)
    else if (hasTense(verb)) {
      if (!this.resumeWaiting() && !this.resume() && this.told) this.open('joined', index)
    } else if (this.here.link !== 'main' && this.clauses[0]?.finite === -1 && this.bringsSubject(index)) this.at = 0
    else if (this.isApposition(index)) this.open('relative', index)
  }

  /** "In 2016, his brother says, it was": the clause has no verb yet, and a short one stands between commas. */
  private isTelling(index: number): boolean {
    return this.here.finite === -1 && index > 0 && this.tokens[this.here.first]?.pos === 'ADP'
  }

  private endOfTelling(index: number): number {
    for (let at = index + 1; at < Math.min(this.tokens.length, index + subjectReach); at++) {
      const token = this.tokens[at]
      if (at > index + 1 && this.has('telling', token) && this.tokens[at + 1]?.text === ',') return at + 1
      if (isBreak(token) || isWh(token) || hasTense(token)) return -1
    }
    return -1
  }

  /** ", president from 1982 to 1990, was": a noun with no verb, between commas before the verb. */
  private isApposition(index: number): boolean {
    if (this.here.finite !== -1 || /^(?:ADP|ADV|VERB)$/.test(this.tokens[index + 1]?.pos ?? '')) return false
    for (let at = index + 1; at < Math.min(this.tokens.length, index + subjectReach); at++) {
      const token = this.tokens[at]
      if (token?.text === ',') return hasTense(this.tokens[at + 1])
      if (isBreak(token) || hasTense(token) || isWh(token)) return false
    }
    return false
  }

  /** ", was freed" goes on with the clause around it that has no verb with a tense yet. Whether there is one. */
  private resumeWaiting(): boolean {
    for (let at = this.at, climbed = 0; at >= 0 && climbed < deepestNest; at = this.clauses[at]?.parent ?? -1, climbed++) {
      const clause = this.clauses[at]
      if (clause?.finite !== -1 || (at !== 0 && !isWh(this.tokens[clause.first]))) continue
      this.at = at
      return true
    }
    return false
  }

  /** ", was freed" after a relative clause: the clause it stands in goes on. Whether there was one to go on. */
  private resume(): boolean {
    let at = this.at
    while (this.clauses[at]?.link === 'joined') at = this.clauses[at]?.parent ?? 0
    if (!inner.has(this.clauses[at]?.link ?? 'main')) return false
    this.at = this.clauses[at]?.parent ?? 0
    return true
  }

  /** "X, arrested on Sunday, was freed" tells which X; "was arrested, beaten and jailed" goes on. */
  private participle(first: number): void {
    const chained = this.tokens[this.here.verb]?.tag === 'VBN' && this.tokens[first]?.text === ','
    this.open(chained ? 'joined' : 'relative', first)
    this.here.verb = first
  }

  /** "a man arrested on Sunday was freed", "freed a man arrested on Sunday", "Arrested in 2011, he"; but not "had on Sunday called". */
  private isReduced(index: number): boolean {
    const before = this.tokens[index - 1]
    if (before === undefined) return true
    if ((before.pos !== 'NOUN' && before.pos !== 'PROPN') || this.waitsForIt(index)) return false
    return (this.here.finite !== -1 && !this.opensMain(index)) || this.finiteFollows(index) || this.isOfPhrase(index)
  }

  /** "Under an accord signed in May, France": the noun before it is no subject. */
  private isOfPhrase(index: number): boolean {
    if (this.tokens[index + 1]?.pos !== 'ADP' || this.here.finite !== -1) return false
    for (let at = index - 1; at >= 0; at--) {
      const pos = this.tokens[at]?.pos
      if (pos === 'ADP') return at === this.here.first
      if (pos !== 'NOUN' && pos !== 'ADJ' && pos !== 'DET') return false
    }
    return false
  }

  /** ", rebels kidnapped eleven": after a clause and a comma, the verb of a main clause that has none yet. */
  private opensMain(index: number): boolean {
    return this.clauses[0]?.finite === -1 && this.tokens[index - 2]?.text === ',' && this.hasObject(index)
  }

  /** Whether an auxiliary before it still wants its participle. */
  private waitsForIt(index: number): boolean {
    for (let at = index - 1; at >= Math.max(0, index - auxiliaryReach); at--) {
      const token = this.tokens[at]
      if (token?.lemma === 'have' || token?.lemma === 'be') return this.tokens[at + 1]?.pos === 'ADP' || this.tokens[at + 1]?.pos === 'ADV'
      if (token === undefined || !/^(?:ADV|ADP|PROPN|NOUN|NUM)$/.test(token.pos)) return false
    }
    return false
  }

  private finiteFollows(index: number): boolean {
    for (let at = index + 1; at < Math.min(this.tokens.length, index + subjectReach); at++) {
      const token = this.tokens[at]
      if (hasTense(token)) return true
      if (isBreak(token) || isWh(token) || token?.pos === 'CCONJ') return false
    }
    return false
  }

  /** "and flew him home" goes on; "and his lawyer protested" is beside it. */
  private joining(index: number, afterComma: boolean): void {
    if (!this.told) return
    let first = index + 1
    while (this.tokens[first]?.pos === 'ADV' || this.tokens[first]?.pos === 'PART') first++
    if (hasTense(this.tokens[first]) || this.tokens[first]?.tag === 'VBN') {
      if (afterComma && hasTense(this.tokens[first])) this.resume()
      this.open('joined', index)
      this.here.verb = first
      return
    }
    if (!this.bringsOwnSubject(first, afterComma)) return
    if (afterComma) this.resume()
    this.open('beside', index)
  }

  /** Whether a subject and its verb follow; after a comma a phrase may lead it in (", and on Friday a judge"). */
  private bringsOwnSubject(first: number, afterComma: boolean): boolean {
    for (let at = first; at < Math.min(this.tokens.length, first + subjectReach); at++) {
      const token = this.tokens[at]
      if (hasTense(token)) return true
      if (isBreak(token) || isWh(token) || token?.pos === 'SCONJ' || (token?.pos === 'ADP' && !afterComma)) return false
    }
    return false
  }

  /** A verb with a tense where the clause has one: that of the noun a participle told of, or of what is said ("police said they had arrested him", "he was freed, police said"). */
  private finiteVerb(index: number): void {
    const { link, finite, parent, first: opening } = this.here
    if (finite === -1 && this.tokens[opening]?.tag === 'VBG' && this.resumeWaiting()) return
    if (link === 'relative' && finite === -1 && this.told && this.clauses[parent]?.finite === -1) {
      this.close()
      return
    }
    if (finite === -1 || this.waitsForIt(index)) return
    if (link === 'relative' && this.clauses[parent]?.finite === -1 && this.tokens[index - 1]?.pos !== 'PRON') {
      this.close()
      return
    }
    let first = index
    while (
      first > 0 &&
      this.of[first - 1] === this.at &&
      inSubject.has(this.tokens[first - 1]?.pos ?? '') &&
      !this.isDay(this.tokens[first - 1])
    )
      first--
    if (first === index || this.tokens.slice(first, index).every(({ pos }) => pos === 'AUX' || pos === 'ADV' || pos === 'PART')) return
    this.open(this.isSpliced(first, index) ? 'beside' : 'reported', first)
    for (let at = first; at < index; at++) this.of[at] = this.at
  }

  /** "the court annulled the arrest, he was released": told beside it, where ", he said" tells who says so. */
  private isSpliced(first: number, verb: number): boolean {
    const { tag } = this.tokens[first] ?? {}
    return tag === 'PRP' && this.tokens[first - 1]?.text === ',' && this.here.link === 'main' && !this.has('telling', this.tokens[verb])
  }
}
