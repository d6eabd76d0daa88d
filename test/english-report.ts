import type { BlockKind, Report, Statement } from '../src/model/report.js'
import { loadKnowledge, loadLanguage } from '../src/packs.js'
import { readReport } from '../src/reading/read-report.js'

const english = loadLanguage('en')
const knowledge = loadKnowledge()

/** A block of a report made up for a test: a paragraph, or text of another kind. */
export type Part = string | readonly [BlockKind, string]

/** A report of these blocks, published on a day. */
function reportOf(published: string, parts: readonly Part[]): Report {
  let text = ''
  const blocks = parts.map((part) => {
    const [kind, own] = typeof part === 'string' ? (['paragraph', part] as const) : part
    const start = text.length
    text += `${own}\n\n`
    return { start, end: start + own.length, kind, why: 'a test' }
  })
  const unknown = { url: null, title: null, author: null, captured: null }
  const report = { ...unknown, id: 'sha256:0' as const, outlet: 'Example Post', published, language: 'en', mediaType: 'text/plain' }
  return { report, text, blocks, notes: [] }
}

/** What is read in a report of these blocks, published on a day. */
export function statementsIn(published: string, ...parts: readonly Part[]): readonly Statement[] {
  if (english === null) throw new Error('the English pack is missing')
  return readReport(reportOf(published, parts), english, knowledge).statements
}

/** What was read, for the message of a test that fails: type, words and why of each statement. */
export function inWords(statements: readonly Statement[]): string {
  return statements.map(({ type, quote, why }) => `${type} “${quote.exact}” ${why.join('; ')}`).join('\n') || 'nothing'
}

/** The first statement of a type among these; a test that finds none fails with what was read. */
export function firstOf(type: Statement['type'], statements: readonly Statement[]): Statement {
  const found = statements.find((statement) => statement.type === type)
  if (found === undefined) throw new Error(`expected ${type}, read: ${inWords(statements)}`)
  return found
}
