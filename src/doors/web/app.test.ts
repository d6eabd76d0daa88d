import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCase, type OpenCase, openCase, pages } from '../../attest.js'
import { webApp } from './app.js'

const home = 'http://127.0.0.1:4710'
const folder = mkdtempSync(join(tmpdir(), 'attest-web-'))
let open: OpenCase
let app: Hono

beforeAll(async () => {
  createCase(join(folder, 'harbour.case'), { name: 'The harbour case' })
  open = await openCase(join(folder, 'harbour.case'))
  app = webApp(Object.assign(open, { render: await pages() }), 'Reviewer One')
})

afterAll(async () => {
  await open.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string) => app.request(`${home}${path}`)

function post(path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = { Origin: home }) {
  const body = new FormData()
  for (const [key, value] of Object.entries(fields)) body.set(key, value)
  return app.request(`${home}${path}`, { method: 'POST', body, headers })
}

const report =
  'Harbour master held\n\nItalian police arrested Tomas Reker in Genoa on Tuesday, the interior ministry said.\n\nA court in Genoa released Tomas Reker on Thursday.\n'

describe('a case that is served', () => {
  it('says what to do when nothing has been taken in', async () => {
    const page = await (await get('/')).text()
    expect(page).toContain('No report has been taken in yet')
    expect(page).toContain('href="/intake"')
  })

  it('refuses a form in which nothing was given, beside the field, and takes nothing in', async () => {
    const answer = await post('/intake', { text: '  ', url: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/aria-invalid="true"[^>]*aria-describedby="f-files-wrong"/)
    expect((await open.view()).record.reports).toHaveLength(0)
  })

  it('keeps what was written when a day of publication is no date', async () => {
    const answer = await post('/intake', { text: report, published: 'last week', outlet: 'The Evening Lamp' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('“last week” is no date we can keep')
    expect(page).toContain('value="The Evening Lamp"')
    expect(page).toContain('Italian police arrested Tomas Reker')
  })

  it('takes in a pasted report with what the person says of it', async () => {
    const answer = await post('/intake', { text: report, published: '2025-02-20', outlet: 'The Evening Lamp' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/intake')
    expect((await open.view()).record.reports.map(({ outlet, published }) => [outlet, published])).toEqual([
      ['The Evening Lamp', '2025-02-20'],
    ])
    expect(await (await get('/intake')).text()).toContain('Taken in')
  })

  it('says of a refused file what it was and why, and takes the others in', async () => {
    const body = new FormData()
    body.append('files', new File([new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0, 7])], 'picture.bin'))
    body.append('files', new File(['Coast Radio\n\nTomas Reker was released in Genoa on Thursday.\n'], 'radio.txt'))
    const answer = await app.request(`${home}/intake`, { method: 'POST', body, headers: { Origin: home } })
    expect(answer.status).toBe(303)
    const page = await (await get('/intake')).text()
    expect(page).toContain('picture.bin')
    expect(page).toContain('Not read')
    expect((await open.view()).record.reports).toHaveLength(2)
  })

  it('tells who gives a private address what to do in the browser, not which option of a command', async () => {
    expect((await post('/intake', { url: 'http://127.0.0.1:9/page' })).status).toBe(303)
    const page = await (await get('/intake')).text()
    expect(page).toContain('nothing was sent to it')
    expect(page).toContain('give its file here')
    expect(page).not.toContain('--allow-private')
  })

  it('puts an accepted statement into the log under the person’s name, and goes back to the page', async () => {
    const [statement] = (await open.view()).record.statements
    const answer = await post('/decide', { act: 'accept', statement: statement?.id ?? '', back: '/reports#x' })
    expect(answer.status).toBe(303)
    const view = await open.view()
    expect(view.record.statements.find(({ id }) => id === statement?.id)).toMatchObject({
      state: 'accepted',
      decidedBy: { who: 'Reviewer One' },
    })
    expect(answer.headers.get('Location')).toBe(`/reports?done=${view.log.entries.at(-1)?.line}#x`)
  })

  it('shows the decision in the list of decisions, with the button that takes it back', async () => {
    const page = await (await get('/decisions')).text()
    expect(page).toContain('Accepted: ')
    expect(page).toMatch(/name="act" value="undo"/)
  })

  it('takes a decision back by one more line', async () => {
    const before = await open.view()
    const line = before.log.entries.at(-1)?.line
    expect((await post('/decide', { act: 'undo', line: String(line), back: '/decisions' })).status).toBe(303)
    const after = await open.view()
    expect(after.log.lines).toBe(before.log.lines + 1)
    expect(after.record.statements.every(({ state }) => state === 'proposed')).toBe(true)
  })

  it('refuses a correction without its reason beside the field, keeps the entry, and logs nothing', async () => {
    const { record, log } = await open.view()
    const answer = await post('/decide', {
      act: 'correct',
      statement: record.statements[0]?.id ?? '',
      place: 'Savona',
      because: '',
      back: '/',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('A correction needs its reason')
    expect(page).toContain('value="Savona"')
    expect((await open.view()).log.lines).toBe(log.lines)
  })

  it('refuses a date that is none beside the field', async () => {
    const { record } = await open.view()
    const answer = await post('/decide', {
      act: 'correct',
      statement: record.statements[0]?.id ?? '',
      time: '19/01/25',
      because: 'seen in print',
      back: '/',
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('“19/01/25” is no date we can keep')
  })

  it('corrects only what the form changes', async () => {
    const [statement] = (await open.view()).record.statements
    const fields = {
      act: 'correct',
      statement: statement?.id ?? '',
      agent: statement?.agent.join('; ') ?? '',
      place: 'Savona; Italy',
      because: 'so in the order',
      back: '/',
    }
    expect((await post('/decide', fields)).status).toBe(303)
    const last = (await open.view()).log.entries.at(-1)?.entry
    expect(last).toMatchObject({
      kind: 'decision',
      act: { act: 'correct', correction: { place: ['Savona', 'Italy'] } },
      because: 'so in the order',
    })
    expect(last?.kind === 'decision' && last.act.act === 'correct' ? Object.keys(last.act.correction) : []).toEqual(['place'])
  })

  it('counts two sources as one for a person who says why, and apart again', async () => {
    const pair = { a: '|interior ministry', b: '|The Evening Lamp', back: '/origins' }
    const refused = await post('/decide', { act: 'fold', ...pair, because: ' ' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('This needs its reason')
    const answer = await post('/decide', { act: 'fold', ...pair, because: 'the paper prints its statement' })
    expect(answer.status).toBe(303)
    expect(await (await get('/origins')).text()).toContain('the paper prints its statement')
    expect((await post('/decide', { act: 'undo', line: answer.headers.get('Location')?.match(/done=(\d+)/)?.[1] ?? '' })).status).toBe(303)
    expect((await open.view()).record.folds.filter(({ kind }) => kind === 'decision')).toEqual([])
  })

  it('refuses to fold a source that is not there, or one with itself, and logs nothing', async () => {
    const { log } = await open.view()
    expect((await post('/decide', { act: 'fold', a: 'nobody', b: '|The Evening Lamp', because: 'so' })).status).toBe(422)
    const same = await post('/decide', { act: 'fold', a: '|The Evening Lamp', b: '|The Evening Lamp', because: 'so' })
    expect(await same.text()).toContain('These are one source already')
    expect((await open.view()).log.lines).toBe(log.lines)
  })

  it('settles a dispute for a person who says which account and why, and keeps both', async () => {
    for (const [outlet, words] of [
      ['Lyon Courier', 'Police arrested Ada Brandt, a trader, in Lyon on 3 March 2025. She was taken to a police station.'],
      ['Rhone Post', 'Ada Brandt was arrested by police in Lyon on 4 March 2025, her lawyer said.'],
    ] as const)
      await post('/intake', { text: `Trader held\n\n${words}\n`, outlet, published: '2025-03-05' })
    const event = (await open.view()).record.events.find(({ time }) => time.status === 'disputed')
    const about = event?.time.values.map(({ statements }) => statements[0] ?? '') ?? []
    expect(about).toHaveLength(2)
    const fields = {
      dispute: `${event?.id.replace(':', '-')}-time`,
      statement: about[0] ?? '',
      attribute: 'time',
      because: 'stands so in the register',
      back: '/disputes',
    }
    const refused = await post('/decide', { act: 'settle', ...fields })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Choose the account that is to be preferred')
    expect(page).toContain('value="stands so in the register"')
    expect((await post('/decide', { act: 'settle', ...fields, prefer: about[1] ?? '' })).status).toBe(303)
    const { time } = (await open.view()).record.events.find(({ id }) => id === event?.id) ?? {}
    expect(time).toMatchObject({ status: 'disputed', judged: { says: 'settled', keeps: event?.time.values[1]?.value } })
    expect(time?.values).toHaveLength(2)
    expect(await (await get('/disputes')).text()).toContain('stands so in the register')
  })

  it('shows a happening by itself, and who rests on whom in it', async () => {
    const [event] = (await open.view()).record.events
    expect((await get(`/event/${event?.id}`)).status).toBe(200)
    expect((await get(`/origins?event=${event?.id}`)).status).toBe(200)
    expect((await get('/origins?event=ev:none')).status).toBe(404)
    expect((await get('/?page=99')).status).toBe(200)
  })

  it('never sends a person to another site after a decision', async () => {
    const [statement] = (await open.view()).record.statements
    for (const back of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
      const answer = await post('/decide', { act: 'reject', statement: statement?.id ?? '', back })
      expect(answer.headers.get('Location')).toMatch(/^\/\?done=\d+$/)
    }
  })

  it.each([
    '/',
    '/reports',
    '/entities',
    '/disputes',
    '/procedure',
    '/origins',
    '/intake',
    '/decisions',
    '/search?q=Reker',
    '/dossier/index.html',
  ])('%s is valid, served with a policy that allows no script, and stored nowhere', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(answer.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'; style-src 'self'; form-action 'self'/)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect((await new HtmlValidate().validateString(await answer.text())).results.flatMap(({ messages }) => messages)).toEqual([])
  })

  it('finds a report by the beginning of its digest, and gives its bytes as they came', async () => {
    const first = (await open.view()).record.reports.find(({ outlet }) => outlet === 'The Evening Lamp')
    expect((await get(`/report/${first?.id.slice(7, 19)}`)).status).toBe(200)
    const original = await get(`/report/${first?.id}/original`)
    expect(await original.text()).toBe(report)
    expect(original.headers.get('Content-Disposition')).toMatch(/^attachment/)
  })

  it.each(['/nothing', '/report/ffffffff', '/entity/en:none', '/dossier/passwd'])(
    '%s is not found, and the page says what next',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toMatch(/There is no such page.*href="\//s)
    },
  )

  it('refuses a form sent from another site, and logs nothing', async () => {
    const { log } = await open.view()
    for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
      expect((await post('/decide', { act: 'undo', line: '3' }, headers)).status).toBe(403)
    }
    expect((await open.view()).log.lines).toBe(log.lines)
  })

  it('refuses to be asked for under another name, as a page that points its own name here would', async () => {
    expect((await app.request('http://evil.example:4710/')).status).toBe(403)
    expect((await app.request('http://localhost:4710/')).status).toBe(200)
  })
})
