import type { Knowledge } from '../model/packs.js'
import type { Report } from '../model/report.js'
import type { NameWords } from '../model/words/names.js'
import { withBodies } from './parties/bodies.js'
import { listsOf } from './parties/lists.js'
import { memoryOf } from './parties/memory.js'
import { readNamings } from './parties/names.js'
import type { Parties, Sentence } from './parts.js'

/** Who is who in a report: every name, description and pronoun, and the party it stands for. */
export function readParties(report: Report, sentences: readonly Sentence[], words: NameWords, knowledge: Knowledge): Parties {
  const lists = listsOf(words, knowledge)
  const memory = memoryOf(sentences)
  const namings = sentences.map((sentence) => withBodies(report.text, sentence, readNamings(report.text, sentence, lists, memory), lists))
  return { parties: namings.flat().map(({ text, kind }, id) => ({ id, kind: kind ?? 'person', name: text, forms: [text] })), mentions: namings.flat().map(({ start, end, sentence }, party) => ({ start, end, sentence, party, form: 'name' as const })) }
}
