import { Choice, type Leads } from './choice.js'
import { hashOf, mixed, type Weights } from './rows.js'

/** What the tagger knows of one written form, worked out once and remembered. */
export interface Word {
  readonly lower: string
  /** The form for looking up: small letters, plain quotes and dashes, every digit 0. */
  readonly id: number
  readonly suffix: number
  readonly shape: number
  /** Its most frequent tag in training, or a number for its ending and shape when it was not seen often enough. */
  readonly usual: number
  /** The tags it may have, in order; null when any open tag may be. */
  readonly choices: Uint8Array | null
  /** Surely a finite verb ("was", "says", "will"), surely opening a clause that wants one ("who", "because"), or neither. */
  readonly clause: 'finite' | 'opener' | 'neither'
  /** A sign, no word. */
  readonly isSign: boolean
  /** Whether a list of names may speak for it: "Will" and "Rose" are on such lists, and mostly other words. */
  readonly mayBeName: boolean
  readonly features: Int32Array
  /** What the features of the form alone say, when the weights no longer change. */
  scores: Int32Array | null
  /** The tag that needs no look at the words around; null where they decide. */
  sure: number | null
  /** What it is with each tag, by the tag's number, where it was asked. */
  readonly readings: (Reading | undefined)[]
}

/** A written form with its tag. */
export interface Reading {
  readonly lemma: string
  readonly pos: string
  readonly tag: string
}

/** What training saw of a word: its tags, most frequent first. Closed: seen often enough that it has no others. */
export interface KnownWord {
  readonly tags: readonly number[]
  readonly closed: boolean
}

/** The tags and the words they belong to. A tag is the universal and the Penn tag joined: `VERB|VBD`. */
export interface Lexicon {
  readonly tags: readonly string[]
  readonly words: ReadonlyMap<string, KnownWord>
}

/** What is known of the letters of a whole sentence: headlines write Every Word or EVERY LETTER large, some posts none. */
export type SentenceCase = 0 | 1 | 2 | 3
/** How a word stands elsewhere in the report. 1: with a capital inside a sentence; 2: small; 3: both. A word on a list of names counts as 1. */
export type Memory = 0 | 1 | 2 | 3

const plainSigns: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '─': '-',
  '‑': '-',
}

/** The form under which a word is looked up. */
export function lookUpForm(text: string): string {
  const lower = text.toLowerCase()
  let plain = ''
  for (let index = 0; index < lower.length; index++) {
    const code = lower.charCodeAt(index)
    const char = lower.charAt(index)
    plain += code >= 48 && code <= 57 ? '0' : code < 128 ? char : (plainSigns[char] ?? char)
  }
  return plain.length > 1 && /^-+$/.test(plain) ? '--' : plain
}

/** 0 small, 1 Capital, 2 CAPITALS, 3 mIxed, 4 digits, 5 sign; +8 with a hyphen, +16 with a stop, +32 with digits among letters. */
function shapeOf(text: string): number {
  let upper = 0
  let lower = 0
  let digits = 0
  let first = false
  let extra = 0
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index)
    if (char >= '0' && char <= '9') digits++
    else if (char === '-' && text.length > 1) extra |= 8
    else if (char === '.' && text.length > 1) extra |= 16
    else {
      const small = char.toLowerCase()
      if (small !== char) {
        upper++
        if (index === 0) first = true
      } else if (small !== char.toUpperCase() || /\p{L}/u.test(char)) lower++
    }
  }
  if (upper + lower === 0) return (digits > 0 ? 4 : 5) + extra
  if (digits > 0) extra |= 32
  if (upper === 0) return extra
  if (lower === 0) return (upper === 1 ? 1 : 2) + extra
  return (first ? 1 : 3) + extra
}

export const hasCapital = (shape: number) => (shape & 7) >= 1 && (shape & 7) <= 3

/** Tags a word of a closed class can have; a word that is always one of these is no name even with a capital. */
const closedClasses = new Set(['DET', 'PRON', 'ADP', 'AUX', 'CCONJ', 'SCONJ', 'PART', 'PUNCT'])
const openClasses = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV', 'NUM', 'INTJ', 'X', 'SYM'])

/** Enough for every feature below, those of the form alone included. */
const mostFeatures = 64
/** How often features are asked for one choice, at most: those of the form, then those of the words around in three rounds. */
export const taggerRounds = 4

/** What the choice of one tag looked like after each round, for training. */
export interface TagChoice {
  readonly index: number
  readonly choices: Uint8Array
  readonly features: Int32Array
  /** How many features were asked after each round, from the first on. */
  readonly asked: readonly number[]
  readonly best: readonly number[]
  readonly leads: Leads
}
/** Words remembered before starting afresh: a report has a few thousand. */
const mostWords = 60_000

/** Reads the tags of sentences, left to right. */
export class Tagger {
  private readonly known = new Map<string, Word>()
  private readonly features = new Int32Array(mostFeatures)
  /** For each tag whether all rounds are asked before it is given, however far it leads: "arrested" tells of an arrest or only names the man, "shows" is done or counted. */
  readonly wantsAll: readonly boolean[]
  private readonly choice: Choice
  private readonly openTags: Uint8Array
  private readonly nameTags: readonly number[]
  private readonly isClosed: readonly boolean[]
  private readonly isFinite: readonly boolean[]
  private readonly isAuxiliary: readonly boolean[]
  private readonly isOpener: readonly boolean[]

  constructor(
    readonly lexicon: Lexicon,
    private readonly weights: Weights,
    private readonly leads: Leads,
    /** Sees each choice with all its rounds before its tag is made final. Training changes the weights then, so that nothing a form says may be remembered. */
    private readonly watch?: (choice: TagChoice) => void,
  ) {
    const classes = lexicon.tags.map((tag) => tag.split('|')[0] ?? 'X')
    this.choice = new Choice(lexicon.tags.length)
    this.openTags = Uint8Array.from(classes.flatMap((name, index) => (openClasses.has(name) ? [index] : [])))
    this.isClosed = classes.map((name) => closedClasses.has(name))
    this.isFinite = lexicon.tags.map((tag) => /\|(?:VBD|VBZ|VBP|MD)$/.test(tag))
    this.wantsAll = lexicon.tags.map((tag) => /\|(?:VB[DNZ]|NNS)$/.test(tag))
    this.isAuxiliary = classes.map((name) => name === 'AUX')
    this.isOpener = lexicon.tags.map((tag) => /^SCONJ\||\|(?:WDT|WP|WRB)$/.test(tag))
    this.nameTags = ['PROPN|NNP', 'PROPN|NNPS'].map((tag) => lexicon.tags.indexOf(tag)).filter((tag) => tag >= 0)
  }

  wordOf(text: string): Word {
    const known = this.known.get(text)
    if (known !== undefined) return known
    if (this.known.size >= mostWords) this.known.clear()
    const word = this.lookUp(text)
    this.known.set(text, word)
    return word
  }

  private lookUp(text: string): Word {
    const form = lookUpForm(text)
    const shape = shapeOf(text)
    const seen = this.lexicon.words.get(form)
    const suffix = hashOf(form.slice(-3))
    const features: number[] = []
    const add = (template: number, value: number, other = 0) => features.push(mixed(template, value, other))
    const id = hashOf(form)
    add(0, id)
    add(1, id, shape)
    add(2, shape)
    // An ending says most when the word itself is rare; four letters each way, as Ratnaparkhi did.
    for (let length = 1; length <= 4 && length < form.length; length++) {
      add(2 + length, hashOf(form.slice(-length)))
      if (length <= 3) add(6 + length, hashOf(form.slice(0, length)))
    }
    add(10, suffix, shape)
    const hyphen = form.lastIndexOf('-')
    if (hyphen > 0) {
      add(11, hashOf(form.slice(hyphen + 1)), shape & 7)
      add(12, hashOf(form.slice(0, hyphen)))
    }
    const word: Word = {
      lower: text.toLowerCase(),
      id,
      suffix,
      shape,
      usual: seen?.tags[0] ?? mixed(99, hashOf(form.slice(-2)), shape) | 0x40000000,
      choices: this.choicesOf(seen, shape),
      clause: this.clauseOf(seen),
      isSign: /^\W+$/.test(text),
      mayBeName: seen === undefined || this.nameTags.includes(seen.tags[0] ?? -1),
      features: Int32Array.from(features),
      scores: null,
      sure: null,
      readings: [],
    }
    this.decide(word)
    return word
  }

  /** Settles what the form alone says of a word. */
  private decide(word: Word): void {
    const choices = word.choices ?? this.openTags
    if (choices.length === 1) word.sure = choices[0]!
    if (this.watch !== undefined) return
    const { choice } = this
    choice.scores.fill(0)
    this.weights.addScores(word.features, 0, word.features.length, choice.scores)
    choice.compare(choices)
    if (choice.lead >= this.leads[0]! && !this.wantsAll[choice.best]) word.sure = choice.best
    word.scores = choice.scores.slice()
  }

  /** The tags that training saw of a word, most frequent first. */
  tagsSeenOf(word: string): readonly number[] {
    return this.lexicon.words.get(lookUpForm(word))?.tags ?? []
  }

  private clauseOf(seen: KnownWord | undefined): Word['clause'] {
    const first = seen?.tags[0]
    if (seen === undefined || first === undefined || !seen.closed) return 'neither'
    if (seen.tags.every((tag) => this.isFinite[tag]) || (this.isFinite[first] && this.isAuxiliary[first])) return 'finite'
    return this.isOpener[first] ? 'opener' : 'neither'
  }

  private choicesOf(seen: KnownWord | undefined, shape: number): Uint8Array | null {
    if (seen === undefined) return this.openTags
    const names = hasCapital(shape) && !seen.tags.every((tag) => this.isClosed[tag]) ? this.nameTags : []
    if (seen.closed) return Uint8Array.from(new Set([...seen.tags, ...names]))
    return Uint8Array.from(new Set([...this.openTags, ...seen.tags]))
  }

  /** The tags of a sentence, as indices into the lexicon's tags. */
  tag(words: readonly Word[], memory: readonly Memory[], sentenceCase: SentenceCase): Uint8Array {
    const tags = new Uint8Array(words.length)
    const ahead = finiteAhead(words)
    // Clauses begun so far less finite verbs so far: whether "arrested" can be "arrested them" or only "the man arrested".
    let wanting = 1
    const here: TaggedSoFar = { words, memory, sentenceCase, tags, index: 0, clause: 0 }
    for (let index = 0; index < words.length; index++) {
      const before = index > 0 ? tags[index - 1]! : -1
      if (before >= 0) wanting += this.isOpener[before] ? 1 : this.isFinite[before] ? -1 : 0
      here.index = index
      here.clause = Math.max(-2, Math.min(2, wanting)) * 2 + ahead[index]!
      tags[index] = words[index]!.sure ?? this.tagAt(here)
    }
    return tags
  }

  private tagAt(here: TaggedSoFar): number {
    const { choice, features, weights } = this
    const word = here.words[here.index]!
    const choices = word.choices ?? this.openTags
    if (this.watch !== undefined) return this.watched(here, word, choices)
    choice.scores.set(word.scores!)
    for (let round = 1; round < taggerRounds; round++) {
      weights.addScores(features, 0, contextFeatures(round, here, features, 0), choice.scores)
      choice.compare(choices)
      if (choice.lead >= (this.leads[round] ?? 0) && !this.wantsAll[choice.best]) break
    }
    return choice.best
  }

  /** As `tagAt`, all rounds to the end, each shown to who watches. */
  private watched(here: TaggedSoFar, word: Word, choices: Uint8Array): number {
    const { choice, features, weights } = this
    features.set(word.features)
    const [asked, best, leads]: [number[], number[], number[]] = [[], [], []]
    let from = 0
    choice.scores.fill(0)
    for (let round = 0; round < taggerRounds; round++) {
      const to = round === 0 ? word.features.length : contextFeatures(round, here, features, from)
      weights.addScores(features, from, to, choice.scores)
      choice.compare(choices)
      asked.push(to)
      best.push(choice.best)
      leads.push(choice.lead)
      from = to
    }
    this.watch!({ index: here.index, choices, features, asked, best, leads })
    return choice.best
  }
}

/** A sentence whose words before `index` have their tags. */
interface TaggedSoFar {
  readonly words: readonly Word[]
  readonly memory: readonly Memory[]
  readonly sentenceCase: SentenceCase
  readonly tags: Uint8Array
  index: number
  /** What the clause still wants, and whether a finite verb comes. */
  clause: number
}

/** Stands for the words before the first and after the last. */
const edge = { id: 1, suffix: 1, shape: 99, usual: 201, isSign: false }

/** Fills `out` from place `at` on with what the words around say in this round; gives the place after the last. */
function contextFeatures(
  round: number,
  { words, memory, sentenceCase, tags, index, clause }: TaggedSoFar,
  out: Int32Array,
  at: number,
): number {
  const { id, suffix, shape, usual } = words[index]!
  const p1 = index > 0 ? tags[index - 1]! : 200
  const left = words[index - 1] ?? edge
  const right = words[index + 1] ?? edge
  const u1 = right.usual
  let n = at
  if (round === 1) {
    out[n++] = mixed(29, usual, u1)
    out[n++] = mixed(20, p1, 0)
    out[n++] = mixed(46, clause, usual)
    out[n++] = mixed(28, p1, u1)
    out[n++] = mixed(43, left.shape, mixed(1, shape, right.shape))
    out[n++] = mixed(32, left.suffix, usual)
    out[n++] = mixed(33, right.suffix, usual)
    return n
  }
  const p2 = index > 1 ? tags[index - 2]! : 200
  const l1 = left.id
  const r1 = right.id
  const remembered = memory[index] ?? 0
  const place = placeOf(words, index)
  if (round === 2) {
    out[n++] = mixed(39, shape + place * 64, remembered * 4 + sentenceCase)
    out[n++] = mixed(25, r1, 0)
    out[n++] = mixed(21, p1, p2)
    out[n++] = mixed(23, l1, 0)
    out[n++] = mixed(40, usual, mixed(1, shape + place * 64, remembered * 4 + sentenceCase))
    out[n++] = mixed(37, r1, id)
    out[n++] = mixed(42, p1, mixed(1, shape, u1))
    out[n++] = mixed(22, p1, id)
    return n
  }
  const l2 = (words[index - 2] ?? edge).id
  const right2 = words[index + 2] ?? edge
  const u2 = right2.usual
  const u3 = (words[index + 3] ?? edge).usual
  out[n++] = mixed(27, u1, u2)
  out[n++] = mixed(45, mixed(1, p1, p2), u1)
  out[n++] = mixed(41, suffix, mixed(1, shape + place * 64, remembered))
  out[n++] = mixed(24, l2, p1)
  out[n++] = mixed(35, mixed(1, p1, usual), u1)
  out[n++] = mixed(34, mixed(1, u1, u2), u3)
  out[n++] = mixed(47, clause, mixed(1, suffix, p1))
  out[n++] = mixed(48, clause, mixed(1, usual, u1))
  out[n++] = mixed(31, usual, suffix)
  out[n++] = mixed(36, l1, id)
  out[n++] = mixed(26, right2.id, u1)
  out[n++] = mixed(30, p1 * 256 + p2, usual)
  out[n++] = mixed(38, l1, r1)
  out[n++] = mixed(44, id, mixed(1, p1, u1))
  return n
}

/** 1 for the first word, 2 for one after a sign: there a capital says less. */
function placeOf(words: readonly Word[], index: number): number {
  return index === 0 ? 1 : words[index - 1]!.isSign ? 2 : 0
}

/** For each word whether the next sign of a clause after it is a finite verb (1) rather than a new clause or the end (0). */
function finiteAhead(words: readonly Word[]): Uint8Array {
  const ahead = new Uint8Array(words.length)
  let found = 0
  for (let index = words.length - 1; index >= 0; index--) {
    ahead[index] = found
    const { clause, lower } = words[index]!
    if (clause !== 'neither') found = clause === 'finite' ? 1 : 0
    else if (lower === ';' || lower === ':') found = 0
  }
  return ahead
}

/** How a sentence writes its letters: 0 as usual, 1 Nearly Every Word with a capital, 2 CAPITALS, 3 none at all. */
export function sentenceCaseOf(words: readonly Word[]): SentenceCase {
  let lower = 0
  let capital = 0
  let capitals = 0
  for (const word of words) {
    const kind = word.shape & 7
    // Words of three letters and fewer stay small in headlines too.
    if (kind === 0) lower += word.lower.length > 3 ? 1 : 0
    else if (kind === 1) capital++
    else if (kind === 2) capitals++
  }
  if (capitals > 2 && capitals > lower + capital) return 2
  if (capital + capitals > 2 && lower * 5 <= capital) return 1 // at most one long word in six small
  return capital + capitals === 0 && lower > 2 ? 3 : 0
}

/**
 * How each word of each sentence stands elsewhere in the report. Headlines and sentences without capitals say nothing.
 * `isName` tells words known to be names; it is asked only of words with a capital, or where nothing has one.
 */
export function memoryOf(
  sentences: readonly { readonly words: readonly Word[]; readonly sentenceCase: SentenceCase }[],
  isName: (word: Word) => boolean,
): Memory[][] {
  const seen = new Map<string, number>()
  for (const { words, sentenceCase } of sentences) {
    if (sentenceCase !== 0) continue
    for (let index = 1; index < words.length; index++) {
      const word = words[index]!
      const kind = word.shape & 7
      if (kind > 2 || words[index - 1]!.isSign) continue
      seen.set(word.lower, (seen.get(word.lower) ?? 0) | (kind === 0 ? 2 : 1))
    }
  }
  return sentences.map(({ words, sentenceCase }) =>
    words.map((word) => {
      const listed = (sentenceCase === 3 || hasCapital(word.shape)) && isName(word)
      return ((seen.get(word.lower) ?? 0) | (listed ? 1 : 0)) as Memory
    }),
  )
}
