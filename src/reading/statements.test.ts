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

/** The only statement of a type; more or none is told with what was read. */
function only(text: string, type: Statement['type']): Statement {
  const statements = read(text)
  const [first, ...others] = statements.filter((statement) => statement.type === type)
  if (first === undefined || others.length > 0) throw new Error(`expected one ${type}, read:\n${inWords(statements)}`)
  return first
}

describe('a statement', () => {
  it('stands on its exact words', () => {
    const text = 'The mayor resigned. Police arrested the trader in Lagos on Monday, and the market closed.'
    const { quote } = only(text, 'arrest')
    expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
    expect(quote.exact).toBe('Police arrested the trader in Lagos on Monday')
  })

  it('has the same id each time it is read', () => {
    const text = 'Police arrested the trader. Police arrested the driver.'
    expect(read(text).map(({ id }) => id)).toEqual(read(text).map(({ id }) => id))
    expect(new Set(read(text).map(({ id }) => id)).size).toBe(2)
  })

  it('says how it was read', () => {
    expect(only('Police arrested the trader.', 'arrest').why.join('\n')).toContain('arrest')
  })

  it('takes the object of an active verb and the subject of a passive one for the same role', () => {
    expect(only('Soldiers seized the driver.', 'arrest').patient).toEqual(only('The driver was seized by soldiers.', 'arrest').patient)
  })

  it('gives a shared subject to the second verb', () => {
    expect(only('The driver was questioned and released.', 'release').patient).toEqual(['driver'])
  })

  it('reads a participle before its noun as done to it', () => {
    expect(only('The arrested driver said nothing.', 'arrest').patient).toEqual(['arrested driver'])
  })

  it('is not made of a question', () => {
    expect(read('Did police arrest the trader?')).toEqual([])
  })
})

describe('factuality', () => {
  it.each([
    ['The trader was never arrested.', 'negative'],
    ['Police refused to arrest the trader.', 'negative'],
    ['Nobody arrested the trader.', 'negative'],
    ['Police did not fail to arrest the trader.', 'positive'],
    ['The trader was arrested.', 'positive'],
  ])('%s is %s', (text, polarity) => {
    expect(only(text, 'arrest').polarity).toBe(polarity)
  })

  it.each([
    ['The trader was allegedly arrested.', 'hedged'],
    ['The trader is said to have been arrested.', 'hedged'],
    ['The trader may have been arrested.', 'hedged'],
    ['The trader was arrested.', 'certain'],
  ])('%s is %s', (text, certainty) => {
    expect(only(text, 'arrest').certainty).toBe(certainty)
  })

  it.each([
    ['Police must arrest the trader.', 'demanded'],
    ['Police will arrest the trader.', 'planned'],
    ['Police plan to arrest the trader.', 'planned'],
    ['If police arrest the trader, the market will close.', 'conditional'],
    ['Police would have arrested the trader.', 'conditional'],
    ['Police managed to arrest the trader.', 'actual'],
    ['Police arrested the trader.', 'actual'],
  ])('%s is %s', (text, modality) => {
    expect(only(text, 'arrest').modality).toBe(modality)
  })
})

describe('a bare noun', () => {
  it('gives way to the verb that tells the same', () => {
    expect(
      read('Police arrested the trader. The arrest of the trader surprised the town.').filter(({ type }) => type === 'arrest'),
    ).toHaveLength(1)
  })

  it('is read where no verb tells it', () => {
    expect(only('The arrest of the trader surprised the town.', 'arrest').patient).toEqual(['trader'])
  })

  it('is not read without a party of its own', () => {
    expect(read('An arrest is a serious matter.').filter(({ type }) => type === 'arrest')).toEqual([])
  })
})
