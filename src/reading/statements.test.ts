import { describe, expect, it } from 'vitest'
import type { Statement } from '../model/report.js'
import { loadKnowledge, loadLanguage } from '../packs.js'
import { readReport } from './read-report.js'

const found = loadLanguage('en')
if (found === null) throw new Error('the English pack is missing')
const english = found
const knowledge = loadKnowledge()

/** What is read in a report of one paragraph, published on a Friday. */
function read(text: string): readonly Statement[] {
  const report = {
    id: 'sha256:0' as const,
    url: null,
    outlet: 'Example Post',
    title: null,
    author: null,
    published: '2023-03-10',
    captured: null,
    language: 'en',
    mediaType: 'text/plain',
  }
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph' as const, why: 'a test' }]
  return readReport({ report, text, blocks, notes: [] }, english, knowledge).statements
}

function inWords(statements: readonly Statement[]): string {
  return statements.map((s) => `${s.type} “${s.quote.exact}” ${s.why.join('; ')}`).join('\n') || 'nothing'
}

describe('the words of happenings', () => {
  for (const { text, reads = [], not = [] } of english.happenings.cases) {
    it(text, () => {
      const statements = read(text)
      for (const { type, ...attributes } of reads) {
        const fits = statements.filter((statement) => statement.type === type).some((statement) => hasAttributes(statement, attributes))
        expect(fits, `expected ${type} ${JSON.stringify(attributes)}, read:\n${inWords(statements)}`).toBe(true)
      }
      for (const type of not) expect(statements.filter((statement) => statement.type === type).map(({ why }) => why)).toEqual([])
    })
  }
})

function hasAttributes(statement: Statement, wanted: Readonly<Record<string, string | undefined>>): boolean {
  return Object.entries(wanted).every(([key, value]) => {
    const said = statement[key as keyof Statement]
    return Array.isArray(said) ? said.includes(value) : said === value
  })
}
