import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { harbourCase, viewOf } from '../../test/harbour-case.js'
import type { CaseView, Finding } from '../model/record.js'
import {
  decisionsPage,
  disputesPage,
  entitiesPage,
  entityPage,
  eventPage,
  intakePage,
  originsPage,
  problemPage,
  procedurePage,
  reportPage,
  reportsPage,
  searchPage,
  timelinePage,
} from './pages.js'

/** Every page of a view, by name. */
function everyPage(view: CaseView): readonly (readonly [name: string, page: string])[] {
  return [
    ['timeline', timelinePage(view)],
    ['reports', reportsPage(view)],
    ...view.record.reports.map(({ id }, index) => [`report ${index + 1}`, reportPage(view, id, { done: 3 })] as const),
    ...view.record.events.map(({ id }, index) => [`event ${index + 1}`, eventPage(view, id)] as const),
    ...view.record.events.map(({ id }, index) => [`origins of event ${index + 1}`, originsPage(view, {}, id)] as const),
    ['entities', entitiesPage(view)],
    ...view.record.entities.map(({ id }, index) => [`entity ${index + 1}`, entityPage(view, id)] as const),
    ['disputes', disputesPage(view)],
    ['procedure', procedurePage(view)],
    ['origins', originsPage(view)],
    [
      'intake',
      intakePage(view, [{ name: 'x.bin', outcome: 'refused', message: 'not text' }], {
        form: 'add',
        field: 'url',
        message: 'no address',
        given: { url: 'x' },
      }),
    ],
    ['decisions', decisionsPage(view)],
    [
      'search',
      searchPage(
        view,
        'police',
        view.read.slice(0, 1).map(({ report }) => ({ report: report.id, start: 40, end: 60 })),
      ),
    ],
    [
      'problem',
      problemPage(view.name, {
        title: 'There is no such page',
        message: 'Nothing stands there.',
        next: { words: 'To the timeline', address: '/' },
      }),
    ],
  ]
}

const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })

/** The same, for titles full of escaped signs: that rule counts `&lt;` as four letters. */
const escapedValidator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } })

async function faults(page: string, by = validator): Promise<readonly string[]> {
  const { results } = await by.validateString(page)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} at ${line}:${column}: ${message}`),
  )
}

describe('the page of the law', () => {
  const view = harbourCase()
  const statement = view.record.statements.find(({ quote }) => quote.exact.length > 5)
  const under = (reading: string): Finding => ({
    procedure: 'harbour',
    step: 'validation',
    reading,
    status: 'met',
    due: null,
    done: null,
    gap: null,
    statements: statement === undefined ? [] : [statement.id],
    against: [],
    blockedBy: null,
    effect: 'none',
    reasoning: [{ text: 'Two accounts say so.', statements: view.record.statements.slice(0, 2).map(({ id }) => id) }],
    basis: 'Article 1',
    quote: 'at once',
    lang: 'en',
    source: '',
    confidence: 'A',
    asOf: '2024-01-01',
  })
  it('quotes a statement once, under the first finding that rests on it, and leads to its passage under the others', () => {
    const page = procedurePage({ ...view, record: { ...view.record, findings: [under('strict'), under('wide'), under('third')] } })
    expect(page.split('class="passage-link"')).toHaveLength(2)
    expect(page.split('Quoted above: ')).toHaveLength(3)
    expect(page.split('the same 2 passages as above')).toHaveLength(3)
    expect(page.split('One statement <')).toHaveLength(4) // under every reading they are counted
  })
})

describe('every page', () => {
  it.each(everyPage(harbourCase()))('%s is valid HTML', async (_name, page) => {
    expect(await faults(page)).toEqual([])
  })

  it.each(everyPage(viewOf({})))('%s of an empty case is valid HTML', async (_name, page) => {
    expect(await faults(page)).toEqual([])
  })

  it.each(everyPage(harbourCase()))('%s carries no script and no style of its own', (_name, page) => {
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i)
  })

  const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
  it.each(everyPage(harbourCase({ name: hostile, title: hostile, quote: `police took ${hostile} away`, party: hostile })))(
    '%s shows markup in names, titles and quotes as words',
    async (_name, page) => {
      expect(page).not.toContain('<script')
      expect(page).not.toContain('<img')
      expect(await faults(page, escapedValidator)).toEqual([])
    },
  )
})
