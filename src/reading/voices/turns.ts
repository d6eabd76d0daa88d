import type { Span } from '../../model/report.js'
import { partyAt } from '../parties/lookup.js'
import type { Parties, Sentence, Token } from '../parts.js'
import type { Attribution } from './attribution.js'
import type { Lexicon } from './lexicon.js'
import { isPause, spanOf } from './phrases.js'

/** Words of a name before the colon of a turn: "Karl Osei: …". More are a clause. */
const longestName = 5

/**
 * The turns of an interview as papers print it, "Karl Osei: On 3 May. …", each to the next: at least two names must take more than one turn each, written before a colon at the head of a paragraph: a list of titles has no such pair. A review of the press is
 * written so too: there each paper may stand once.
 */
export function readTurns(
  sentences: readonly Sentence[],
  parties: Parties,
  carriers: ReadonlySet<string>,
  lexicon: Lexicon,
): readonly Attribution[] {
  const turns = sentences.flatMap((sentence, index) => {
    const colon = sentences[index - 1]?.block === sentence.block ? null : nameBeforeColon(sentence.tokens)
    return colon === null ? [] : [{ sentence, colon }]
  })
  const ofPress = turns.every(({ sentence, colon }) => isPaper(sentence, colon, parties, carriers))
  const names = new Map<string | undefined, number>()
  for (const { sentence, colon } of turns) {
    const name = sentence.tokens[colon - 1]?.text
    names.set(name, (names.get(name) ?? 0) + 1)
  }
  const converse = [...names.values()].filter((count) => count > 1).length > 1
  if (!converse && !(ofPress && names.size >= 2)) return readAnswers(sentences, parties, lexicon)
  return turns.flatMap(({ sentence, colon }, index) => {
    const last = endOfTurn(sentences, sentence.index, turns[index + 1]?.sentence.index ?? sentences.length)
    const start = sentence.tokens[colon + 1]?.start
    if (start === undefined) return []
    const source = spanOf(sentence.tokens, 0, colon - 1)
    return taken(sentence, source, colon - 1, { start, end: last.end }, 'turn of an interview')
  })
}

function taken(sentence: Sentence, source: Span | null, speaker: number, content: Span, why: string): Attribution {
  return { sentence, source, speaker, quoter: null, hearer: null, cue: null, content, mode: 'direct', tells: true, why }
}

function isPaper({ tokens }: Sentence, colon: number, parties: Parties, carriers: ReadonlySet<string>): boolean {
  const name = tokens[colon - 1]
  const party = name === undefined ? undefined : partyAt(parties, name)
  return party?.kind === 'publication' || party?.forms.some((form) => carriers.has(form.toLowerCase())) === true
}

/** Questions that make an interview of a report whose turns nobody's name opens. */
const fewestQuestions = 2

/** The answers of an interview without names: paragraphs in which "I" answers one that only asks. They are the words of the person whom the paragraphs before the first question name most. */
function readAnswers(sentences: readonly Sentence[], parties: Parties, lexicon: Lexicon): readonly Attribution[] {
  // Where "Q" and "A" are written the answers are found by them.
  if (sentences.some(({ tokens }) => lexicon.answering.has(tokens[0]?.text ?? '') && tokens[1]?.text === ':')) return []
  const blocks = blocksOf(sentences)
  const asks = blocks.map((block) => block.every(({ tokens }) => tokens.at(-1)?.text === '?') && block.length <= longestQuestion)
  const answered = blocks.flatMap((_, index) => (asks[index - 1] === true && asks[index] === false ? [index] : []))
  const speaking = answered.filter((index) => blocks[index]?.some(({ tokens }) => tokens.some(({ lower }) => lexicon.selves.has(lower))))
  if (answered.length < fewestQuestions || speaking.length < fewestQuestions) return []
  const opening = blocks[(answered[0] ?? 1) - 1]?.[0]
  const named = opening === undefined ? null : mostNamed(sentences, opening, parties)
  if (named === null) return []
  return answered.flatMap((from) => {
    let to = from
    while (
      to + 1 < blocks.length &&
      asks[to + 1] === false &&
      blocks[to + 1]?.[0]?.kind === blocks[from]?.[0]?.kind &&
      to + 1 - from < longestAnswer
    )
      to++
    const [first, last] = [blocks[from]?.[0], blocks[to]?.at(-1)]
    if (first === undefined || last === undefined) return []
    return taken(named.sentence, named.source, named.speaker, { start: first.start, end: last.end }, 'answer of an interview')
  })
}

/** Sentences of a question, and paragraphs of an answer. */
const longestQuestion = 3
const longestAnswer = 6

function blocksOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const blocks: Sentence[][] = []
  for (const sentence of sentences) {
    if (blocks.at(-1)?.[0]?.block === sentence.block) blocks.at(-1)?.push(sentence)
    else blocks.push([sentence])
  }
  return blocks
}

/** Who answers in an interview that only writes "A:": the person whom the paragraphs before its first question name most; null where none is named. */
export function intervieweeOf(sentences: readonly Sentence[], parties: Parties, lexicon: Lexicon): string | null {
  const first = sentences.find(({ tokens }) => lexicon.asking.has(tokens[0]?.text ?? '') && tokens[1]?.text === ':')
  const named = first === undefined ? null : mostNamed(sentences, first, parties)
  const token = named?.sentence.tokens[named.speaker]
  return token === undefined ? null : (partyAt(parties, token)?.name ?? null)
}

/** The person named or meant most before a sentence, where the report first names them. */
function mostNamed(
  sentences: readonly Sentence[],
  before: Sentence,
  parties: Parties,
): { readonly sentence: Sentence; readonly source: Span; readonly speaker: number } | null {
  const counts = new Map<number, number>()
  for (const { party, start } of parties.mentions) {
    if (start < before.start && parties.parties[party]?.kind === 'person') counts.set(party, (counts.get(party) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  const first = parties.mentions.find(({ party, form }) => party === most?.[0] && form === 'name')
  const sentence = first === undefined ? undefined : sentences[first.sentence]
  const speaker = sentence?.tokens.findLast(({ end }) => first !== undefined && end <= first.end)
  if (first === undefined || sentence === undefined || speaker === undefined) return null
  return { sentence, source: { start: first.start, end: first.end }, speaker: speaker.index }
}

/** The place of the colon behind a name that opens a paragraph; null where none does. */
function nameBeforeColon(tokens: readonly Token[]): number | null {
  const colon = tokens.findIndex(({ text }) => text === ':')
  if (colon < 1 || colon > longestName || tokens[colon + 1] === undefined) return null
  const name = tokens.slice(0, colon)
  return name.every((token) => !isPause(token) && (/^\p{Lu}/u.test(token.text) || token.pos === 'ADP')) &&
    !name.every(({ text }) => /^[\p{Lu}.]+$/u.test(text))
    ? colon
    : null
}

/** The last sentence of a turn: before the next, and within paragraphs that follow each other without a heading. */
function endOfTurn(sentences: readonly Sentence[], from: number, next: number): Sentence {
  let last = from
  while (last + 1 < next && sentences[last + 1]?.kind === sentences[from]?.kind) last++
  return sentences[last]!
}
