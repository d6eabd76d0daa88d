import type { Token } from '../parts.js'
import type { Attribution } from './attribution.js'
import type { Lexicon } from './lexicon.js'
import { phraseStart } from './subjects.js'

/** The word by which an attribution leaves open what it tells: a verb that only suggests, a speaker who is nobody in particular ("some say", "some accounts", "nobody confirmed"), hearsay that no word of knowing makes sure ("reports of"). Undefined where it leaves nothing open. */
export function doubtOf(attribution: Attribution, lexicon: Lexicon): string | undefined {
  const { sentence, speaker, source, tells, why } = attribution
  const cue = cueOf(attribution)
  const suggests = tells ? cue.find(({ lemma, pos }) => pos === 'VERB' && lexicon.suggesting.has(lemma)) : undefined
  if (suggests !== undefined) return suggests.lower
  const nobody = [sentence.tokens[speaker ?? -1], sentence.tokens.find(({ start }) => start === source?.start)].find((token) =>
    lexicon.silent.has(token?.lower ?? ''),
  )
  if (nobody !== undefined) return nobody.lower
  if (speaker !== null && source !== null) return vagueWord(sentence.tokens, speaker, lexicon)
  if (why.startsWith('hearsay')) return isOfWhole(attribution) ? cue.find((token) => opensDoubt(token, lexicon))?.lower : undefined
  return why.startsWith('noun') && tells && speaker === null ? cue.find(({ lemma }) => lexicon.vagueHeads.has(lemma))?.lower : undefined
}

function opensDoubt({ pos, lemma }: Token, lexicon: Lexicon): boolean {
  return /^(?:VERB|NOUN)$/.test(pos) && !lexicon.knowing.has(lemma) && !lexicon.raisingActive.has(lemma)
}

/** Whether hearsay is of all that follows it ("it is said that …") or of the participle right behind it ("was reported killed"), and not of one word of its clause. */
function isOfWhole({ sentence, cue, content }: Attribution): boolean {
  if (cue === null || content === null) return false
  return content.start >= cue.end || sentence.tokens.find(({ start }) => start >= cue.end)?.tag === 'VBN'
}

function cueOf({ sentence, cue }: Attribution): readonly Token[] {
  return cue === null ? [] : sentence.tokens.filter(({ start, end }) => start >= cue.start && end <= cue.end)
}

/** "Some", "some people", "some accounts": "some of the guards" and "some survivors" are somebody. */
function vagueWord(tokens: readonly Token[], speaker: number, lexicon: Lexicon): string | undefined {
  const head = tokens[speaker]
  if (head === undefined || lexicon.ties.has(tokens[speaker + 1]?.lower ?? '')) return undefined
  if (lexicon.vague.has(head.lower)) return head.lower
  const before = tokens.slice(phraseStart(tokens, speaker), speaker).find(({ lower }) => lexicon.vague.has(lower))
  return before !== undefined && (lexicon.vagueHeads.has(head.lemma) || lexicon.vagueHeads.has(head.lower)) ? before.lower : undefined
}
