import { type ContentFrame, type Mark, marks, type PronounUse, pronounUses, type VoiceWords } from '../../model/words/voices.js'
import type { Sentence } from '../parts.js'

/** One way to use a verb of speech: the words that follow it, what may hold what is said, and whether the speaker vouches for it in each. */
export interface VerbUse {
  readonly particles: readonly string[]
  readonly frames: ReadonlyMap<ContentFrame, boolean>
}

/** One way to use a noun of speech: the word between it and what is said. */
export interface NounUse {
  readonly link: string
  readonly tells: boolean
}

/** The words of speech, ready to be looked up. */
export interface Lexicon {
  readonly verbs: ReadonlyMap<string, readonly VerbUse[]>
  readonly nouns: ReadonlyMap<string, readonly NounUse[]>
  readonly quoteVerbs: ReadonlySet<string>
  readonly adjectives: ReadonlySet<string>
  readonly raisingActive: ReadonlySet<string>
  readonly raisingPassive: ReadonlySet<string>
  readonly hearsay: ReadonlySet<string>
  /** The lemmas of all verbs that may bring in what is said, those that only quote among them. */
  readonly cueVerbs: ReadonlySet<string>
  /** The words before a source, word by word, by the first of them. */
  readonly prepositions: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly documents: ReadonlySet<string>
  readonly speakers: ReadonlySet<string>
  readonly handing: ReadonlySet<string>
  readonly naming: ReadonlySet<string>
  readonly viewpoints: ReadonlySet<string>
  readonly concessions: ReadonlySet<string>
  readonly silent: ReadonlySet<string>
  readonly negations: ReadonlySet<string>
  readonly carrying: ReadonlySet<string>
  readonly headings: ReadonlySet<string>
  readonly definites: ReadonlySet<string>
  readonly passives: ReadonlySet<string>
  readonly perfects: ReadonlySet<string>
  readonly ownMarks: ReadonlySet<string>
  readonly ownPress: ReadonlySet<string>
  readonly asking: ReadonlySet<string>
  readonly answering: ReadonlySet<string>
  readonly interviewed: ReadonlySet<string>
  readonly telling: ReadonlySet<string>
  readonly hearing: ReadonlySet<string>
  readonly voicing: ReadonlySet<string>
  readonly blaming: ReadonlySet<string>
  readonly blameLinks: ReadonlySet<string>
  readonly marks: Readonly<Record<Mark, ReadonlySet<string>>>
  readonly proforms: ReadonlySet<string>
  readonly clauseOpeners: ReadonlySet<string>
  readonly relatives: ReadonlySet<string>
  readonly contrasts: ReadonlySet<string>
  readonly adjectiveLinks: ReadonlySet<string>
  readonly times: ReadonlySet<string>
  readonly timeLinks: ReadonlySet<string>
  readonly ties: ReadonlySet<string>
  readonly pronouns: ReadonlyMap<string, PronounUse>
  readonly recounting: ReadonlySet<string>
  readonly finding: ReadonlySet<string>
  readonly reliving: ReadonlySet<string>
  readonly turns: readonly (readonly string[])[]
  readonly following: ReadonlySet<string>
  readonly listing: ReadonlySet<string>
  readonly pointers: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
  readonly selves: ReadonlySet<string>
  readonly replies: ReadonlySet<string>
  readonly declining: ReadonlySet<string>
  readonly suggesting: ReadonlySet<string>
  readonly knowing: ReadonlySet<string>
  readonly vague: ReadonlySet<string>
  readonly vagueHeads: ReadonlySet<string>
  readonly hearsayPhrases: readonly (readonly string[])[]
  readonly livedThrough: ReadonlySet<string>
  readonly gestures: ReadonlySet<string>
  readonly caseSteps: ReadonlySet<string>
}

const lexicons = new WeakMap<VoiceWords, Lexicon>()

/** The lexicon of a pack, made once. */
export function lexiconOf(words: VoiceWords): Lexicon {
  const known = lexicons.get(words)
  if (known !== undefined) return known
  const verbs = verbUses(words)
  const fresh: Lexicon = {
    verbs,
    cueVerbs: new Set([...verbs.keys(), ...words.quoteVerbs]),
    nouns: nounUses(words),
    quoteVerbs: new Set(words.quoteVerbs),
    adjectives: new Set(words.adjectives),
    raisingActive: new Set(words.raising.active),
    raisingPassive: new Set(words.raising.passive),
    hearsay: new Set(words.hearsay),
    prepositions: byFirstWord(words.prepositions),
    documents: new Set(words.documents),
    speakers: new Set(words.speakers),
    handing: new Set(words.handing),
    naming: new Set(words.naming),
    viewpoints: new Set(words.viewpoints),
    concessions: new Set(words.concessions),
    silent: new Set(words.silent),
    negations: new Set(words.negations),
    carrying: new Set(words.carrying),
    headings: new Set(words.headings),
    definites: new Set(words.definites),
    passives: new Set(words.passives),
    perfects: new Set(words.perfects),
    ownMarks: new Set(words.ownMarks),
    ownPress: new Set(words.ownPress),
    asking: new Set(words.asking),
    answering: new Set(words.answering),
    interviewed: new Set(words.interviewed),
    telling: new Set(words.telling),
    hearing: new Set(words.hearing),
    voicing: new Set(words.voicing),
    blaming: new Set(words.blaming),
    blameLinks: new Set(words.blameLinks),
    marks: Object.fromEntries(marks.map((mark) => [mark, new Set(words.marks[mark])])) as unknown as Lexicon['marks'],
    proforms: new Set(words.proforms),
    clauseOpeners: new Set(words.clauseOpeners),
    relatives: new Set(words.relatives),
    contrasts: new Set(words.contrasts),
    adjectiveLinks: new Set(words.adjectiveLinks),
    times: new Set(words.times),
    timeLinks: new Set(words.timeLinks),
    ties: new Set(words.ties),
    recounting: new Set(words.recounting),
    finding: new Set(words.finding),
    reliving: new Set(words.reliving),
    turns: words.turns.map((phrase) => phrase.split(' ')),
    following: new Set(words.following),
    listing: new Set(words.listing),
    pointers: new Set(words.pointers),
    texts: new Set(words.texts),
    selves: new Set(words.selves),
    replies: new Set(words.replies),
    declining: new Set(words.declining),
    suggesting: new Set(words.suggesting),
    knowing: new Set(words.knowing),
    vague: new Set(words.vague),
    vagueHeads: new Set(words.vagueHeads),
    hearsayPhrases: words.hearsayPhrases.map((phrase) => phrase.split(' ')),
    livedThrough: new Set(words.livedThrough),
    gestures: new Set(words.gestures),
    caseSteps: new Set(words.caseSteps),
    pronouns: new Map(pronounUses.flatMap((use) => words.pronouns[use].map((word) => [word, use] as const))),
  }
  lexicons.set(words, fresh)
  return fresh
}

function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>()
  for (const words of phrases.map((phrase) => phrase.split(' '))) {
    const [first = ''] = words
    found.set(first, [...(found.get(first) ?? []), words])
  }
  return found
}

function verbUses(words: VoiceWords): ReadonlyMap<string, readonly VerbUse[]> {
  const byPhrase = new Map<string, Map<ContentFrame, boolean>>()
  for (const { takes, tells, verbs } of words.verbs) {
    for (const phrase of verbs) {
      const frames = byPhrase.get(phrase) ?? new Map<ContentFrame, boolean>()
      for (const frame of takes) frames.set(frame, tells || frames.get(frame) === true)
      byPhrase.set(phrase, frames)
    }
  }
  const uses = new Map<string, VerbUse[]>()
  for (const [phrase, frames] of byPhrase) {
    const [verb = '', ...particles] = phrase.split(' ')
    uses.set(
      verb,
      [...(uses.get(verb) ?? []), { particles, frames }].sort((a, b) => b.particles.length - a.particles.length),
    )
  }
  return uses
}

function nounUses(words: VoiceWords): ReadonlyMap<string, readonly NounUse[]> {
  const uses = new Map<string, NounUse[]>()
  for (const { tells, links, nouns } of words.nouns) {
    for (const noun of nouns) uses.set(noun, [...(uses.get(noun) ?? []), ...links.map((link) => ({ link, tells }))])
  }
  return uses
}

/** The use of the verb at a token: the one whose particles follow it, the longest first. Null when the lexicon has none. */
export function verbUseAt({ tokens }: Sentence, verb: number, lexicon: Lexicon): VerbUse | null {
  const uses = lexicon.verbs.get(tokens[verb]?.lemma ?? '')
  return uses?.find(({ particles }) => particles.every((word, index) => tokens[verb + 1 + index]?.lower === word)) ?? null
}

/** The words before a source that begin at a token: "according to", "as first reported by". */
export function prepositionAt(tokens: Sentence['tokens'], at: number, lexicon: Lexicon): readonly string[] | undefined {
  const listed = lexicon.prepositions
    .get(tokens[at]?.lower ?? '')
    ?.find((phrase) => phrase.every((word, index) => tokens[at + index]?.lower === word))
  return listed ?? passivePhraseAt(tokens, at, lexicon)
}

/** "As first reported by": the participle of a verb of speech between "as" and "by". */
function passivePhraseAt(tokens: Sentence['tokens'], at: number, lexicon: Lexicon): readonly string[] | undefined {
  if (!lexicon.marks.as.has(tokens[at]?.lower ?? '')) return undefined
  let verb = at + 1
  while (tokens[verb]?.pos === 'ADV') verb++
  const { tag, lemma = '' } = tokens[verb] ?? {}
  const speaks = tag === 'VBN' && lexicon.verbs.get(lemma)?.some(({ particles }) => particles.length === 0)
  if (!speaks || !lexicon.marks.by.has(tokens[verb + 1]?.lower ?? '')) return undefined
  return tokens.slice(at, verb + 2).map(({ lower }) => lower)
}

/** Whether a word of speech that the tags call a verb is a noun all the same: "his claim that", "the minister's fear that". */
export function isNounOfSpeech({ tokens }: Sentence, { index, lemma }: Sentence['tokens'][number], lexicon: Lexicon): boolean {
  const before = tokens[index - 1]
  return (
    lexicon.nouns.has(lemma) && (before?.tag === 'PRP$' || before?.tag === 'POS') && lexicon.marks.that.has(tokens[index + 1]?.lower ?? '')
  )
}

/** Whether a word can be a source: a name, somebody who speaks, or a document. "Citing security concerns" names a reason. */
export function canTell({ pos, tag, lemma }: Sentence['tokens'][number], lexicon: Lexicon): boolean {
  return pos === 'PROPN' || tag.startsWith('NNP') || lexicon.speakers.has(lemma) || lexicon.documents.has(lemma)
}

/** Whether a noun phrase tells a time rather than a hearer or a thing: "said Monday", "announced last week". */
export function tellsTime(sentence: Sentence, head: number, lexicon: Lexicon): boolean {
  return lexicon.times.has(sentence.tokens[head]?.lemma ?? '') || lexicon.times.has(sentence.tokens[head]?.lower ?? '')
}
