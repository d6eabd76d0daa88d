import type { Report } from '../model/report.js'
import type { TimeWords } from '../model/words/times.js'
import type { Sentence, TimeReading } from './parts.js'

/** Every time expression of a report with its value. */
export function readTimes(_report: Report, _sentences: readonly Sentence[], _words: TimeWords): readonly TimeReading[] {
  return []
}
