import type { Knowledge } from '../model/packs.js'
import type { Report, Statement } from '../model/report.js'
import type { HappeningWords } from '../model/words/happenings.js'
import type { Parties, Sentence, TimeReading, VoiceReading } from './parts.js'

/** What the steps before found in a report. */
export interface Found {
  readonly report: Report
  readonly sentences: readonly Sentence[]
  readonly parties: Parties
  readonly times: readonly TimeReading[]
  readonly voices: readonly VoiceReading[]
}

/** Every claim a report makes, in somebody's voice, anchored to its words. */
export function readStatements(_found: Found, _words: HappeningWords, _knowledge: Knowledge): readonly Statement[] {
  return []
}
