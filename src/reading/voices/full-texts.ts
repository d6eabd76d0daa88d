import type { Sentence } from '../parts.js'
import type { Attribution } from './attribution.js'
import type { Lexicon } from './lexicon.js'
import { spanOf } from './phrases.js'
import { headAfter, phraseStart, subjectOf } from './subjects.js'

/** Sentences of a report before which a line may say that all that follows is somebody's. */
const farthestLead = 8

/** Sentences that a text brought in as a whole may run on. */
const longestText = 400

/**
 * The attribution of a whole text that a report only brings in: "Here is the full text of the letter that Ama Nkosi sent", "The following testimony was given by Amina", "This is what Musa told us".
 * It runs over the paragraphs that follow, to a heading, to whoever would not answer, or, where it does not speak as "I", to the outlet's "we".
 */
export function readFullTexts(sentences: readonly Sentence[], lexicon: Lexicon): readonly Attribution[] {
  for (const sentence of sentences.slice(0, farthestLead)) {
    const next = sentences[sentence.index + 1]
    const speaker = next === undefined || next.block === sentence.block ? null : whoseTextFollows(sentence, lexicon)
    if (speaker === null || next === undefined) continue
    const last = endOfText(sentences, next.index, lexicon)
    const source = spanOf(sentence.tokens, phraseStart(sentence.tokens, speaker), speaker)
    const content = { start: next.start, end: last.end }
    return [
      {
        sentence,
        source,
        speaker,
        quoter: null,
        hearer: null,
        cue: null,
        content,
        mode: 'direct',
        tells: true,
        why: 'the text that follows is theirs',
      },
    ]
  }
  return []
}

/** The head word of whoever the text behind a line is from; null where the line brings none in. */
function whoseTextFollows(sentence: Sentence, lexicon: Lexicon): number | null {
  const { tokens } = sentence
  const text = tokens.find(({ lemma, pos }) => pos === 'NOUN' && lexicon.texts.has(lemma))
  const told = tokens.find(({ tag, index }) => tag === 'WP' && index > 0)
  if (!pointsAhead(tokens, text, lexicon) || (text === undefined && told === undefined)) return null
  const by = tokens.findLast(({ lower, index }) => lexicon.marks.by.has(lower) && index > (text?.index ?? tokens.length))
  if (by !== undefined) return headAfter(sentence, by.index + 1)
  const from = text?.index ?? told?.index ?? 0
  const telling = tokens.find(
    ({ index, pos, lemma }) =>
      index > from && pos === 'VERB' && [lexicon.recounting, lexicon.listing, lexicon.voicing].some((verbs) => verbs.has(lemma)),
  )
  const subject = telling === undefined ? null : subjectOf(sentence, telling.index)
  if (
    subject !== null &&
    subject.head > from &&
    subject.head < (telling?.index ?? 0) &&
    tokens[subject.head]?.tag.startsWith('W') === false
  )
    return subject.head
  const owner =
    text === undefined ? undefined : tokens.slice(phraseStart(tokens, text.index), text.index).findLast(({ tag }) => tag === 'POS')
  return owner === undefined ? null : owner.index - 1
}

/** "Here is …", "this is what …", "the following letter …" at the head of a line, or "… follows" and "… below" at its end. "The following day" points nowhere. */
function pointsAhead(tokens: Sentence['tokens'], text: Sentence['tokens'][number] | undefined, lexicon: Lexicon): boolean {
  const [first, second, third] = tokens
  if (first === undefined || second === undefined) return false
  if (lexicon.pointers.has(first.lower) && lexicon.passives.has(second.lemma)) return text !== undefined || third?.tag === 'WP'
  if (text === undefined) return false
  if (first.pos === 'DET' && lexicon.following.has(second.lower)) return text.index === 2
  return lexicon.following.has(tokens.at(-2)?.lower ?? '') && text.index < tokens.length - 2
}

/** The last sentence of the text that begins at a sentence. */
function endOfText(sentences: readonly Sentence[], from: number, lexicon: Lexicon): Sentence {
  const first = sentences[from]
  const own = sentences.slice(from, from + farthestLead).some((sentence) => sentence.tokens.some(({ lower }) => lexicon.selves.has(lower)))
  let last = from
  while (last + 1 < Math.min(sentences.length, from + longestText)) {
    const next = sentences[last + 1]
    if (next === undefined || next.kind !== first?.kind || leavesText(next, own, lexicon)) break
    last++
  }
  return sentences[last]!
}

function leavesText({ tokens }: Sentence, own: boolean, lexicon: Lexicon): boolean {
  if (!own && tokens.some(({ lower }) => lexicon.selves.has(lower))) return true
  return tokens.some(
    (token) =>
      lexicon.replies.has(token.lemma) &&
      tokens
        .slice(Math.max(0, token.index - 4), token.index)
        .some(({ lower, lemma }) => lexicon.negations.has(lower) || lexicon.declining.has(lemma)),
  )
}
