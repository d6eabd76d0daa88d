import type { Knowledge } from '../model/packs.js'
import type { Report } from '../model/report.js'
import type { VoiceWords } from '../model/words/voices.js'
import type { Parties, Sentence, VoiceReading } from './parts.js'

/** Every attribution of a report: who speaks, the words that say so, what is said. */
export function readVoices(
  _report: Report,
  _sentences: readonly Sentence[],
  _parties: Parties,
  _words: VoiceWords,
  _knowledge: Knowledge,
): readonly VoiceReading[] {
  return []
}
