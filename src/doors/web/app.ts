import { Hono } from 'hono'
import { AttestError, type OpenCase, type pages } from '../../attest.js'
import type { CaseView } from '../../model/record.js'
import { addClocks } from './clocks.js'
import { addDecisions } from './decisions.js'
import { guarded } from './guard.js'
import { addIntake } from './intake.js'

/** A case with the pages that show it. */
export type ServedCase = OpenCase & { readonly render: Awaited<ReturnType<typeof pages>> }

/** What every route needs. Work on the case is done one request after the other: it is one process's case, and its index one connection. */
export interface Desk {
  readonly open: ServedCase
  readonly who: string
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
}

/** The case as web pages: routes, forms and headers; what the pages say is rendered elsewhere. */
export function webApp(open: ServedCase, who: string): Hono {
  const desk: Desk = { open, who, inTurn: oneAtATime() }
  const app = new Hono()
  app.use(guarded)
  app.get('/attest.css', (c) =>
    c.body(open.render.styleSheet, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
  )
  addPages(app, desk)
  addClocks(app, desk)
  addDecisions(app, desk)
  addIntake(app, desk)
  app.notFound((c) => c.html(notFoundPage(desk, new URL(c.req.url).pathname), 404))
  app.onError((error, c) => {
    if (error instanceof AttestError) return c.html(refusedPage(desk, error), error.code.startsWith('page/') ? 404 : 422)
    console.error(error)
    return c.html(failedPage(desk), 500)
  })
  return app
}

function oneAtATime(): Desk['inTurn'] {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}

function addPages(app: Hono, desk: Desk): void {
  const { render } = desk.open
  const page = (path: string, of: (view: CaseView, asked: Asked) => string | Promise<string>) =>
    app.get(path, async (c) =>
      c.html(
        await desk.inTurn(async () =>
          of(await desk.open.view(), {
            id: c.req.param('id') ?? '',
            query: c.req.query('q') ?? '',
            event: c.req.query('event') ?? '',
            page: numberIn(c.req.query('page')) ?? 1,
            shown: { done: numberIn(c.req.query('done')) },
          }),
        ),
      ),
    )
  page('/', (view, { page: number }) => render.timelinePage(view, number))
  page('/event/:id', (view, { id }) => render.eventPage(view, eventOf(view, id)))
  page('/reports', (view, { page: number }) => render.reportsPage(view, number))
  page('/report/:id', (view, { id, shown }) => render.reportPage(view, reportOf(view, id), shown))
  page('/entities', (view, { shown, page: number }) => render.entitiesPage(view, shown, number))
  page('/entity/:id', (view, { id, shown }) => render.entityPage(view, entityOf(view, id), shown))
  page('/disputes', (view, { shown }) => render.disputesPage(view, shown))
  page('/procedure', (view) => render.procedurePage(view))
  page('/origins', (view, { shown, event }) => render.originsPage(view, shown, event === '' ? null : eventOf(view, event)))
  page('/decisions', (view, { shown }) => render.decisionsPage(view, shown))
  page('/search', async (view, { query }) => render.searchPage(view, query, query.trim() === '' ? [] : await desk.open.search(query)))
  app.get('/dossier', (c) => c.redirect('/dossier/index.html', 303))
  app.get('/dossier/:file', async (c) => {
    const file = (await desk.inTurn(() => desk.open.dossier())).find(({ name }) => name === c.req.param('file'))
    if (file === undefined) return c.notFound()
    return c.body(file.content, 200, { 'Content-Type': dossierTypes[file.name.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8' })
  })
  app.get('/report/:id/original', async (c) => {
    const { id, bytes } = await desk.inTurn(async () => {
      const found = reportOf(await desk.open.view(), c.req.param('id'))
      return { id: found, ...(await desk.open.snapshot(found)) }
    })
    // As a download, never shown: what a publisher put into a page must not run beside the record.
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${id.slice('sha256:'.length, 23)}"`,
    })
  })
}

const dossierTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
}

interface Asked {
  readonly id: string
  readonly query: string
  /** The happening asked for, where a page can show one; empty: all. */
  readonly event: string
  /** The page of a long list, from 1. */
  readonly page: number
  readonly shown: { readonly done: number | undefined }
}

/** A number in an address: a line of the log, a page. */
function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

/** The report whose id begins so, with or without `sha256:`. */
function reportOf({ record }: CaseView, given: string): CaseView['record']['reports'][number]['id'] {
  const digits = given.replace(/^sha256:/, '')
  const found = record.reports.filter(({ id }) => id.slice('sha256:'.length).startsWith(digits))
  const [only] = found
  if (only === undefined || found.length > 1 || digits === '')
    throw new AttestError(
      'page/no-report',
      `${found.length > 1 ? 'Several reports have' : 'No report of this case has'} an id that begins with “${digits}”.`,
    )
  return only.id
}

/** The entity with this id, with or without `en:`. */
function entityOf({ record }: CaseView, given: string): CaseView['record']['entities'][number]['id'] {
  const found = record.entities.find(({ id }) => id === given || id === `en:${given}`)
  if (found === undefined)
    throw new AttestError('page/no-entity', `No party of this case has the id “${given}”. A decision may have joined it with another.`)
  return found.id
}

/** The happening with this id, with or without `ev:`. */
function eventOf({ record }: CaseView, given: string): CaseView['record']['events'][number]['id'] {
  const found = record.events.find(({ id }) => id === given || id === `ev:${given}`)
  if (found === undefined)
    throw new AttestError('page/no-event', `No happening of this case has the id “${given}”. A decision may have joined it with another.`)
  return found.id
}

function notFoundPage({ open }: Desk, path: string): string {
  return open.render.problemPage(open.name, {
    title: 'There is no such page',
    message: `Nothing stands at ${path}. The address may be cut short, or what it showed was computed anew under another name.`,
    next: { words: 'To the timeline', address: '/' },
  })
}

function refusedPage({ open }: Desk, error: AttestError): string {
  const missing = error.code.startsWith('page/')
  return open.render.problemPage(open.name, {
    title: missing ? 'There is no such page' : 'That could not be done',
    message: missing ? error.message : `${error.message}. Nothing was saved; the log is as it was.`,
    next: missing ? { words: 'To the list of reports', address: '/reports' } : { words: 'Back to the timeline', address: '/' },
  })
}

function failedPage({ open }: Desk): string {
  return open.render.problemPage(open.name, {
    title: 'This page failed',
    message: 'Nothing was saved by it; the log is as it was. What went wrong stands in the window where Attest was started.',
    next: { words: 'To the timeline', address: '/' },
  })
}
