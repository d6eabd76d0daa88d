import type { Knowledge } from '../model/packs.js'
import type { Report } from '../model/report.js'
import type { NameWords } from '../model/words/names.js'
import type { Parties, Sentence } from './parts.js'

/** Who is who in a report: every name, description and pronoun, and the party it stands for. */
export function readParties(_report: Report, _sentences: readonly Sentence[], _words: NameWords, _knowledge: Knowledge): Parties {
  return { parties: [], mentions: [] }
}
