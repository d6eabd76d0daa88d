import { mentionAt } from '../parties/lookup.js'
import type { Sentence } from '../parts.js'
import type { Floor, Telling } from './floor.js'
import { isTold } from './floor-lost.js'
import { mainClauseOf } from './main-clause.js'

/** Sentences that somebody may go on without being named again, where only those told of hold the tale together. */
const farthestSaid = 3

/**
 * What ties a sentence to what somebody told, in words; null where nothing does. `held`: the same speaker is named again soon after.
 * Past its paragraph a tale goes on only where it is somebody's own or a finding, and the sentence opens with whom it tells of.
 */
export function tieTo(sentence: Sentence, floor: Floor, held: boolean, telling: Telling): string | null {
  const main = mainClauseOf(sentence)
  if (main === null) return null
  const { subject } = main
  const takesUp = subject !== null && (isPronoun(subject) || takesUpTold(sentence, subject.index, floor, telling))
  if (sentence.block !== floor.last.block) {
    if (floor.kind === 'said' || sentence.block - floor.last.block > 1) return null
    return takesUp || opensWithStep(sentence, telling) ? 'the next paragraph takes up the tale' : null
  }
  if (held) return 'the same speaker is named again after it'
  if (floor.kind !== 'said') return 'the tale goes on'
  return takesUp && floor.steps < farthestSaid ? 'tells more of those told of' : null
}

function isPronoun({ tag, lower }: Sentence['tokens'][number]): boolean {
  return tag === 'PRP' && lower !== 'i' && lower !== 'we' && lower !== 'you'
}

/** "The guards", "one of them", "both": a subject that those told of stand behind. */
function takesUpTold({ tokens }: Sentence, subject: number, floor: Floor, telling: Telling): boolean {
  const token = tokens[subject]
  const mention = token === undefined ? undefined : mentionAt(telling.parties, token)
  if (mention !== undefined && mention.form !== 'name' && isTold(mention.party, floor, telling)) return true
  const part = tokens.slice(subject, subject + 3)
  return part[1]?.lower === 'of' && part[2]?.tag === 'PRP'
}

/** "Two days later", "the next morning". */
function opensWithStep({ index, tokens }: Sentence, { timesOf }: Telling): boolean {
  const first = timesOf.get(index)?.[0]
  return first?.step?.from === 'story' && first.start <= (tokens[1]?.start ?? 0)
}
