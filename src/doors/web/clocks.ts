import type { Context, Hono } from 'hono'
import { AttestError } from '../../attest.js'
import type { Clocks } from '../../model/record.js'
import { extentOf } from '../../model/time.js'
import type { Desk } from './app.js'

/** The clocks as a page and as a calendar: asked now, or as of the time in the address. */
export function addClocks(app: Hono, desk: Desk): void {
  const { open, inTurn } = desk
  app.get('/clocks', async (c) => {
    const form = { at: c.req.query('at')?.trim() ?? '', suppose: c.req.query('suppose')?.trim() ?? '' }
    return c.html(
      await inTurn(async () => {
        const view = await open.view()
        const asked = await answered(form.at, form.suppose === '' ? [] : [form.suppose], desk)
        return open.render.clocksPage(view, asked.clocks, { ...form, ...(asked.refused === undefined ? {} : { refused: asked.refused }) })
      }),
    )
  })
  app.get('/clocks.ics', async (c) => calendar(c, (await inTurn(() => answered(c.req.query('at') ?? '', [], desk))).clocks, desk))
}

interface Answered {
  readonly clocks: Clocks
  readonly refused?: string
}

/** The clocks as asked; where that could not be done, those of now and why. */
async function answered(at: string, suppose: readonly string[], { open }: Desk): Promise<Answered> {
  try {
    if (at !== '' && extentOf(at) === null)
      throw new AttestError('clocks/no-time', `“${at}” is no time; write 2025-01-20 or 2025-01-20T12:00+01:00`)
    return { clocks: await open.clocks({ at: at === '' ? now() : at, suppose }) }
  } catch (error) {
    if (!(error instanceof AttestError)) throw error
    return { clocks: await open.clocks({ at: now() }), refused: error.message }
  }
}

function now(): string {
  return `${new Date().toISOString().slice(0, '2025-01-19T09:30'.length)}Z`
}

function calendar(c: Context, clocks: Clocks, { open }: Desk): Response {
  return c.body(open.render.clocksCalendar(open.name, clocks), 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'inline; filename="clocks.ics"',
  })
}
