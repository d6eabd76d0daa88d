import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { AttestError } from '../model/errors.js'
import { limits } from './limits.js'
import { isPublicAddress, privateAddress, publicLookup } from './public-address.js'

/** What one address answered to one question. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
}

export interface Question {
  readonly allowPrivate: boolean
  readonly headers?: Readonly<Record<string, string>>
  readonly mostBytes?: number
}

/** Asks one address once. A private address is refused before any connection; nothing else is sent than the question. Throws an Error that says why when no answer came. */
export async function ask(at: URL, question: Question): Promise<Answer> {
  const host = at.hostname.replace(/^\[|\]$/g, '')
  if (!question.allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw privateAddress(host)
  const { answer, body } = await received(at, question)
  const headers = Object.fromEntries(Object.entries(answer.headers).map(([key, value]) => [key, [value ?? ''].flat().join(', ')]))
  return { status: answer.statusCode ?? 0, headers, bytes: await unpressed(body, headers['content-encoding'] ?? '', at) }
}

function received(
  at: URL,
  { allowPrivate, headers, mostBytes = limits.answerBytes }: Question,
): Promise<{ answer: IncomingMessage; body: Buffer }> {
  const request = at.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const call = request(
      at,
      {
        headers: { 'user-agent': 'attest', accept: '*/*', 'accept-encoding': 'identity', ...headers },
        agent: false, // one connection for one question: none is left open towards a host we are done with
        ...(allowPrivate ? {} : { lookup: publicLookup }),
      },
      (answer) => {
        const parts: Buffer[] = []
        let size = 0
        answer.on('data', (part: Buffer) => {
          size += part.length
          if (size > mostBytes) call.destroy(tooLarge(at, mostBytes))
          else parts.push(part)
        })
        answer.on('end', () => resolve({ answer, body: Buffer.concat(parts) }))
        answer.on('error', reject)
        answer.on('close', () => reject(new Error('the answer broke off'))) // after 'end' this changes nothing
      },
    )
    const clock = setTimeout(() => call.destroy(new Error(`no whole answer within ${limits.answerMs / 1000} s`)), limits.answerMs)
    call.setTimeout(limits.silenceMs, () => call.destroy(new Error(`no answer within ${limits.silenceMs / 1000} s`)))
    call.on('close', () => clearTimeout(clock))
    call.on('error', reject)
    call.end()
  })
}

const tooLarge = (at: URL, most: number) =>
  new AttestError('intake/too-large', `${at.href} is larger than ${most} bytes; save it as a file and cut it`)

/** A body as it was before the server pressed it: some press although they were asked not to. */
async function unpressed(body: Buffer, coding: string, at: URL): Promise<Uint8Array> {
  const open = { gzip: gunzip, 'x-gzip': gunzip, deflate: inflate, br: brotliDecompress }[coding.toLowerCase().trim()]
  if (open === undefined || body.length === 0) return body
  try {
    return await promisify(open as typeof gunzip)(body, { maxOutputLength: limits.answerBytes })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(at, limits.answerBytes)
    throw new Error(`its answer could not be unpacked (${(error as Error).message})`)
  }
}
