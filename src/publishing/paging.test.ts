import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { attribute, eventOf, harbourCase, unknown, value, viewOf } from '../../test/harbour-case.js'
import type { Event } from '../model/record.js'
import { entitiesPage, eventPage, reportsPage, timelinePage } from './pages.js'
import { pageOf, timelinePages } from './paging.js'
import { periodsOf } from './periods.js'

/** A year of arrests: one a day, three on every tenth day, and some without a day. */
function many(count: number): readonly Event[] {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(index / 3) * (index % 30 < 3 ? 10 : 1))).toISOString().slice(0, 10)
    const time = index % 25 === 24 ? unknown : attribute('single', value(day, [], ['Coast Radio']))
    return eventOf(`arrest ${index}`, 'arrest', { time, happened: attribute('single', value('true', [], ['Coast Radio'])) })
  })
}

const harbour = harbourCase()
const large = { ...harbour, record: { ...harbour.record, events: many(500) } }

describe('pages of a list', () => {
  it('hold every item once, in order; past the last page stands the last', () => {
    const items = Array.from({ length: 7 }, (_, index) => index)
    expect([1, 2, 3].flatMap((page) => pageOf(items, page, 3).items)).toEqual(items)
    expect(pageOf(items, 99, 3)).toEqual({ items: [6], number: 3, of: 3 })
    expect(pageOf([], 1, 3)).toEqual({ items: [], number: 1, of: 1 })
  })
})

describe('a timeline of five hundred happenings', () => {
  const pages = timelinePages(periodsOf(large.record.events))

  it('tells each on one page, periods whole where they fit', () => {
    const told = pages.flatMap((periods) => periods.flatMap(({ events }) => events.map(({ id }) => id)))
    expect(told).toHaveLength(500)
    expect(new Set(told).size).toBe(500)
    for (const periods of pages) expect(periods.flatMap(({ events }) => events).length).toBeLessThanOrEqual(50)
  })

  it('keeps each page small, valid, and linked to the others by what stands on them', async () => {
    for (const number of [1, 2, pages.length]) {
      const page = timelinePage(large, number)
      expect(page.length).toBeLessThan(300_000)
      expect(page).toContain(`href="${number === 1 ? '/' : `/?page=${number}`}" aria-current="page"`)
      const { results } = await new HtmlValidate().validateString(page)
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
    }
  })

  it('has links to the periods of its page, each of which is there', () => {
    const page = timelinePage(large, 2)
    const targets = [...page.matchAll(/href="#(p-[^"]+)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(0)
    for (const id of targets) expect(page).toContain(`id="${id}"`)
  })

  it('is found from each happening’s own page', () => {
    const last = pages.at(-1)?.[0]?.events[0]
    if (last === undefined) throw new Error('the last page is empty')
    expect(eventPage(large, last.id)).toContain(`href="/?page=${pages.length}#${last.id.replace(':', '-')}"`)
  })
})

describe('a case of many reports and parties', () => {
  const [first] = harbour.record.reports
  const [party] = harbour.record.entities
  if (first === undefined || party === undefined) throw new Error('the harbour case has reports and parties')
  const reports = Array.from({ length: 400 }, (_, index) => ({ ...first, id: `sha256:${index}` as const, copyOf: null }))
  const entities = Array.from({ length: 700 }, (_, index) => ({ ...party, id: `en:${index}` as const, name: `Party ${index}` }))
  const crowded = { ...viewOf({}), record: { ...harbour.record, reports, entities, possible: [] } }

  it('shows all of them over several small pages', () => {
    const shown = [1, 2, 3].map((page) => reportsPage(crowded, page))
    expect(shown.flatMap((page) => [...page.matchAll(/<th scope="row"><a href="\/report\//g)])).toHaveLength(400)
    const named = [1, 2, 3].map((page) => entitiesPage(crowded, {}, page))
    expect(named.flatMap((page) => [...page.matchAll(/<th scope="row"><a href="\/entity\//g)])).toHaveLength(700)
    for (const page of [...shown, ...named]) expect(page.length).toBeLessThan(150_000)
  })
})
