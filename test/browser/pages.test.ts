import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentPolicy } from '../../src/doors/web/guard.js'
import { dossierFiles } from '../../src/publishing/dossier.js'
import * as pages from '../../src/publishing/pages.js'
import { harbourCase, viewOf } from '../harbour-case.js'
import { chromiumPath, startChromium } from './chromium.js'

const home = 'http://attest.test'
const view = harbourCase()
const empty = viewOf({})
const accepted = {
  ...view,
  record: { ...view.record, statements: view.record.statements.map((one) => ({ ...one, state: 'accepted' as const })) },
}
const [lamp, , arabic] = view.record.reports
const reportPath = `/report/${lamp?.id}`

/** What stands at each address, rendered before any test. */
const served: Readonly<Record<string, string>> = {
  '/': pages.timelinePage(view),
  '/reports': pages.reportsPage(view),
  [reportPath]: pages.reportPage(view, lamp?.id ?? 'sha256:', { done: 3 }),
  [`/report/${arabic?.id}`]: pages.reportPage(view, arabic?.id ?? 'sha256:'),
  ...Object.fromEntries(view.record.events.map(({ id }) => [`/event/${id}`, pages.eventPage(view, id)])),
  '/entities': pages.entitiesPage(view),
  '/entity': pages.entityPage(view, view.record.entities[0]?.id ?? 'en:'),
  '/disputes': pages.disputesPage(view),
  '/procedure': pages.procedurePage(view),
  '/origins': pages.originsPage(view),
  '/clocks': pages.clocksPage(view, { at: '2025-02-01', clocks: [], findings: [], packs: [], supposed: [] }, { at: '', suppose: '' }),
  '/intake': pages.intakePage(view, [{ name: 'x.bin', outcome: 'refused', message: 'not text' }], {
    form: 'add',
    field: 'url',
    message: 'no address',
    given: {},
  }),
  '/decisions': pages.decisionsPage(view),
  '/search': pages.searchPage(view, 'police', [{ report: lamp?.id ?? 'sha256:', start: 30, end: 45 }]),
  '/problem': pages.problemPage(view.name, {
    title: 'No such page',
    message: 'Nothing stands there.',
    next: { words: 'To the timeline', address: '/' },
  }),
  '/empty': pages.timelinePage(empty),
  '/dossier': dossierFiles(accepted, { proposed: 6, rejected: 1 })[0]?.content ?? '',
}
const paths = Object.keys(served)

/** The same pages where a name has no place to break. */
const unbroken = harbourCase({ party: `Reker${'aa'.repeat(40)}`, title: 'x'.repeat(90) })
const unbrokenPages: Readonly<Record<string, string>> = {
  '/long': pages.timelinePage(unbroken),
  '/long-report': pages.reportPage(unbroken, lamp?.id ?? 'sha256:'),
  '/long-reports': pages.reportsPage(unbroken),
  '/long-entities': pages.entitiesPage(unbroken),
  '/long-entity': pages.entityPage(unbroken, unbroken.record.entities[0]?.id ?? 'en:'),
  '/long-event': pages.eventPage(unbroken, unbroken.record.events[0]?.id ?? 'ev:'),
  '/long-origins': pages.originsPage(unbroken),
  '/long-disputes': pages.disputesPage(unbroken),
  '/long-decisions': pages.decisionsPage(unbroken),
}

let browser: Browser

beforeAll(async () => {
  if (chromiumPath !== null) browser = await startChromium()
})
afterAll(async () => {
  if (chromiumPath !== null) await browser.close()
})

/** A page of a browser window for which our addresses answer from memory, under the policy the door sends. */
async function windowOf(options: Parameters<Browser['newContext']>[0]): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options })
  await context.route('**/*', async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname)
    if (path.endsWith('/attest.css')) return route.fulfill({ contentType: 'text/css', body: pages.styleSheet })
    const body = served[path] ?? unbrokenPages[path]
    if (body === undefined) return route.fulfill({ status: 404, body: '' })
    return route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'Content-Security-Policy': contentPolicy }, body })
  })
  return { context, page: await context.newPage() }
}

/** What breaks the rules of accessibility, as "rule: where". */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const { violations: found } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as axe.AxeResults
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

const settings = [
  { name: 'wide and light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'narrow and dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
] as const

describe.skipIf(chromiumPath === null)('in a browser', () => {
  for (const { name, ...options } of settings) {
    it(`no page breaks a rule of accessibility, ${name}, with everything opened`, async () => {
      const { context, page } = await windowOf(options)
      const found: string[] = []
      for (const path of paths) {
        await page.goto(home + path)
        await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
        found.push(...(await violations(page)).map((violation) => `${path} ${violation}`))
      }
      await context.close()
      expect(found).toEqual([])
    })
  }

  it('no page scrolls sideways at 360 px, closed or opened, even where a name has no place to break', async () => {
    const { context, page } = await windowOf({ viewport: { width: 360, height: 740 } })
    const wide: string[] = []
    for (const path of [...paths, ...Object.keys(unbrokenPages)]) {
      await page.goto(home + path)
      for (const open of [false, true]) {
        await page.evaluate(`for (const one of document.querySelectorAll("details")) one.open = ${open}`)
        const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
        if (over !== 0) wide.push(`${path} by ${over} px${open ? ', opened' : ''}`)
      }
    }
    await context.close()
    expect(wide).toEqual([])
  })

  it('paper shows who says so without a press, and no button', async () => {
    const { context, page } = await windowOf({ viewport: { width: 800, height: 1000 } })
    await page.emulateMedia({ media: 'print' })
    for (const path of ['/', '/disputes', '/dossier']) {
      await page.goto(home + path)
      const heights = (await page.evaluate(
        '[...document.querySelectorAll(".says > li")].map((one) => one.getBoundingClientRect().height)',
      )) as readonly number[]
      expect(heights.length).toBeGreaterThan(0)
      expect(heights.every((height) => height > 0)).toBe(true)
    }
    await page.goto(home + reportPath)
    expect(await page.locator('button:visible, input:visible').count()).toBe(0)
    await context.close()
  })

  it('a link to a statement brings its words into view and marks them', async () => {
    const { context, page } = await windowOf({ viewport: { width: 1280, height: 500 } })
    await page.goto(home)
    const link = page.locator('a.passage-link').first()
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
    await link.click()
    const target = page.locator('.told:target')
    await target.waitFor()
    expect(await target.isVisible()).toBe(true)
    expect(
      await target.evaluate((words) => words.getBoundingClientRect().top < innerHeight && words.getBoundingClientRect().bottom > 0),
    ).toBe(true)
    expect(await target.evaluate((words) => getComputedStyle(words).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)')
    await context.close()
  })

  it('the policy lets the style sheet through, and no page asks for anything else', async () => {
    const { context, page } = await windowOf({})
    const refused: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text())
    })
    for (const path of paths) await page.goto(home + path)
    expect(await page.evaluate('getComputedStyle(document.body).maxInlineSize !== "" && document.styleSheets.length')).toBe(1)
    await context.close()
    expect(refused.filter((text) => !text.includes('favicon'))).toEqual([])
  })

  it('words of a report stand in their own language and direction, whatever the page’s', async () => {
    const { context, page } = await windowOf({})
    await page.goto(`${home}/report/${arabic?.id}`)
    expect(
      await page
        .locator('.passage .text')
        .first()
        .evaluate((words) => [words.getAttribute('lang'), getComputedStyle(words).direction]),
    ).toEqual(['ar', 'rtl'])
    expect(await page.evaluate('[document.documentElement.lang, getComputedStyle(document.body).direction]')).toEqual(['en', 'ltr'])
    await context.close()
  })

  it('every link of every page leads to a page or a place on it that is there', async () => {
    const { context, page } = await windowOf({})
    const broken: string[] = []
    const known =
      /^\/(?:$|reports$|report\/|event\/|entities$|entity\/|disputes$|procedure$|origins(?:\?event=ev:[0-9a-f]+)?$|intake$|decisions$|dossier$|search$|clocks$|clocks\.ics$)/
    for (const path of paths) {
      await page.goto(home + path)
      const links = (await page.evaluate(
        '[...document.querySelectorAll("a[href]")].map((one) => [one.getAttribute("href"), one.getAttribute("href").startsWith("#") && document.getElementById(one.getAttribute("href").slice(1)) === null])',
      )) as readonly (readonly [string, boolean])[]
      for (const [href, missing] of links) {
        const [address = '', fragment] = href.split('#')
        const page = served[decodeURIComponent(address)]
        if (missing || (href.startsWith('/') && !known.test(address))) broken.push(`${path}: ${href}`)
        else if (page !== undefined && fragment !== undefined && !page.includes(`id="${fragment}"`)) broken.push(`${path}: ${href}`)
      }
    }
    await context.close()
    expect(broken).toEqual([])
  })
})
