import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Sidecar, Taking } from '../../attest.js'
import { extentOf } from '../../model/time.js'
import type { Desk } from './app.js'

/** Largest form taken: a bound court file of a few hundred scanned pages is 50 MB; more than that comes by the command line, which has no such limit. */
const largestForm = 128 * 1024 * 1024

/** How many outcomes are remembered for the page; older ones stand in the log, except refusals, which change nothing. */
const mostRemembered = 200

/** GET and POST /intake: take reports in from files, an address or a paste, and tell what became of each. */
export function addIntake(app: Hono, desk: Desk): void {
  let recent: readonly Taking[] = []
  app.get('/intake', async (c) => c.html(await desk.inTurn(async () => desk.open.render.intakePage(await desk.open.view(), recent))))
  app.post('/intake', bodyLimit({ maxSize: largestForm, onError: (c) => tooLarge(c, desk) }), async (c) => {
    const sent = await c.req.parseBody({ all: true })
    return desk.inTurn(async () => {
      const given = givenIn(sent)
      if ('field' in given) {
        const problem = { form: 'add', field: given.field, message: given.message, given: textOf(sent) }
        return c.html(desk.open.render.intakePage(await desk.open.view(), recent, problem), 422)
      }
      recent = [...(await takeIn(given, desk)), ...recent].slice(0, mostRemembered)
      return c.redirect('/intake', 303)
    })
  })
}

type Sent = Readonly<Record<string, string | File | readonly (string | File)[]>>

interface Given {
  readonly files: readonly File[]
  readonly url: string | null
  readonly text: string | null
  readonly sidecar: Sidecar
}

interface Wrong {
  readonly field: string
  readonly message: string
}

/** What the form gives, or what is wrong with it. */
function givenIn(sent: Sent): Given | Wrong {
  const fields = textOf(sent)
  const files = [sent.files ?? []].flat().filter((file): file is File => file instanceof File && file.name !== '')
  // A form sends every line end of a text as CR LF; kept so, one paste would be another report than the same file.
  const [url, text] = [fields.url?.trim() ?? '', (fields.text ?? '').replaceAll('\r\n', '\n')]
  if (files.length === 0 && url === '' && text.trim() === '')
    return { field: 'files', message: 'Nothing was given. Choose a file, or give an address or a text.' }
  if (url !== '' && !/^https?:\/\/\S+$/i.test(url))
    return { field: 'url', message: `“${url}” is no web address; it begins with http:// or https://.` }
  const published = fields.published?.trim() ?? ''
  if (published !== '' && extentOf(published) === null)
    return { field: 'published', message: `“${published}” is no date we can keep. Write 2025-01-22 or 2025-01, or leave it empty.` }
  const outlet = fields.outlet?.trim() ?? ''
  const sidecar = { ...(outlet === '' ? {} : { outlet }), ...(published === '' ? {} : { published }) }
  return { files, url: url === '' ? null : url, text: text.trim() === '' ? null : text, sidecar }
}

function textOf(sent: Sent): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(sent).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : [])))
}

async function takeIn(given: Given, { open, who }: Desk): Promise<readonly Taking[]> {
  const taken: Taking[] = []
  for (const file of given.files)
    taken.push(...(await open.takeIn(file.name, new Uint8Array(await file.arrayBuffer()), given.sidecar, who)))
  if (given.url !== null) taken.push(...(await open.add(given.url, { who })).map(asSaidHere))
  if (given.text !== null) taken.push(...(await open.takeIn('pasted.txt', new TextEncoder().encode(given.text), given.sidecar, who)))
  return taken
}

/** What the command line says of a private address names an option that a form has not. */
function asSaidHere(taking: Taking): Taking {
  if (taking.code !== 'intake/private-address') return taking
  const message = 'That is a private, loopback or link-local address; nothing was sent to it. Save the page there and give its file here.'
  return { ...taking, message }
}

function tooLarge(c: Context, { open }: Desk): Response | Promise<Response> {
  const page = open.render.problemPage(open.name, {
    title: 'That is too much at once',
    message: `A form may bring ${largestForm / 1024 / 1024} MB. Nothing was taken in. Give fewer files at a time, or use the command line: attest add CASE FOLDER.`,
    next: { words: 'Back to intake', address: '/intake' },
  })
  return c.html(page, 413)
}
