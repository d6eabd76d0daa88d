import type { Statement } from '../../model/report.js'
import type { Sentence, TimeReading } from '../parts.js'
import { timeOf } from '../times/time-of.js'
import type { Draft } from './happenings.js'

/** When a claim's happening was, in the words that say so. */
export function timeAt(
  sentence: Sentence,
  draft: Draft,
  times: readonly TimeReading[],
  text: string,
): { readonly value: Statement['time']; readonly why: readonly string[] } {
  const trigger = sentence.tokens[draft.token]
  const found = trigger === undefined ? null : timeOf(times, sentence, trigger)
  if (found === null) return { value: null, why: [] }
  const words = text.slice(found.reading.start, found.reading.end)
  return { value: { edtf: found.edtf, text: words }, why: [`time: “${words}” (${found.reading.why})`] }
}
