import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCase, type OpenCase, openCase, pages } from '../../attest.js'
import { webApp } from './app.js'

const folder = mkdtempSync(join(tmpdir(), 'attest-clocks-'))
let open: OpenCase
let app: Hono

beforeAll(async () => {
  await createCase(join(folder, 'turin.case'), { name: 'The Turin case', packs: ['it-extr-716'] })
  open = await openCase(join(folder, 'turin.case'))
  const text = 'Wanted man held\n\nItalian police arrested Karim Test in Turin on Friday, the interior ministry said.\n'
  const [taking] = await open.takeIn('held.txt', new TextEncoder().encode(text), {
    outlet: 'Example Wire',
    published: '2026-02-27',
    language: 'en',
  })
  expect(taking?.outcome, taking?.message).toBe('taken')
  app = webApp(Object.assign(open, { render: await pages() }), 'Reviewer One')
})
afterAll(async () => {
  await open.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = async (path: string) => app.request(`http://127.0.0.1:4710${path}`)

it('the page says what runs, until when, and why this law was taken', async () => {
  const page = await (await get('/clocks?at=2026-02-28T12:00%2B01:00')).text()
  expect(page).toContain('Terms that run')
  expect(page).toContain('the case names it')
  expect(page).toContain('1 March 2026')
  expect(
    (await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(page)).results.flatMap(({ messages }) => messages),
  ).toEqual([])
})

it('what is supposed is said to be, and what could not be understood is told with the clocks of now', async () => {
  const at = '2026-02-28T12:00%2B01:00'
  const supposed = await (await get(`/clocks?at=${at}&suppose=ruling+validated+2026-03-02+Turin+Court+of+Appeal`)).text()
  expect(supposed).toContain('Supposed, told by nobody')
  expect(supposed).toContain('12 March 2026')
  const refused = await get(`/clocks?at=${at}&suppose=picnic`)
  expect(refused.status).toBe(200)
  expect(await refused.text()).toContain('is no type')
  expect(await (await get('/clocks?at=yesterday')).text()).toContain('is no time')
})

it('the due times are a calendar', async () => {
  const answer = await get('/clocks.ics?at=2026-02-28T12:00%2B01:00')
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VEVENT/)
})

it('the page of the procedure says why this law was taken, and leads to what runs now', async () => {
  const page = await (await get('/procedure')).text()
  expect(page).toContain('the case names it')
  expect(page).toContain('href="/clocks"')
})
