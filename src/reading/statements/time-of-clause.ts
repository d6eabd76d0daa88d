import type { Statement } from '../../model/report.js'
import type { Sentence, TimeReading } from '../parts.js'
import type { Draft } from './happenings.js'

/** When a claim's happening was: the time expression nearest its trigger within the clause. */
export function timeAt(
  sentence: Sentence,
  draft: Draft,
  times: readonly TimeReading[],
  text: string,
): { readonly value: Statement['time']; readonly why: readonly string[] } {
  const trigger = sentence.tokens[draft.token]
  if (trigger === undefined) return { value: null, why: [] }
  const own = times
    .filter((time) => time.sentence === sentence.index && time.value !== null && (time.form === 'date' || time.form === 'time'))
    .map((time) => ({ time, distance: time.start >= trigger.end ? time.start - trigger.end : trigger.start - time.end }))
    .sort((a, b) => a.distance - b.distance)[0]
  if (own === undefined || own.time.value === null || own.distance > farthestTime) return { value: null, why: [] }
  return {
    value: { edtf: own.time.value, text: text.slice(own.time.start, own.time.end) },
    why: [`time: “${text.slice(own.time.start, own.time.end)}” (${own.time.why})`],
  }
}

/** A time more than this many characters from its verb mostly belongs to another verb of the sentence. */
const farthestTime = 120
