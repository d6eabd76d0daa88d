import type { Statement } from '../../model/report.js'
import type { Sentence, TimeReading } from '../parts.js'
import { timeOf } from '../times/time-of.js'
import type { Draft } from './draft.js'

/** When a claim's happening was: the time of its clause. */
export function timeAt(
  sentence: Sentence,
  draft: Draft,
  times: readonly TimeReading[],
  text: string,
): { readonly value: Statement['time']; readonly why: readonly string[] } {
  const trigger = sentence.tokens[draft.token]
  const time = trigger === undefined ? null : timeOf(times, sentence, trigger)
  if (time === null) return { value: null, why: [] }
  const words = text.slice(time.reading.start, time.reading.end)
  return { value: { edtf: time.edtf, text: words }, why: [`time: “${words}” (${time.reading.why})`] }
}
