import { setTimeout as pause } from 'node:timers/promises'
import type { Capture, Observation } from '../model/decision.js'
import { AttestError } from '../model/errors.js'
import { type Answer, ask } from './ask.js'
import { limits } from './limits.js'
import { everythingAllowed, type Robots, readRobots } from './robots.js'
import { Unvisited } from './unvisited.js'

/** A page as received, with the way it came. `bytes` is null when the server answers that it is as it was. */
export interface Visited {
  readonly name: string
  readonly capture: Capture
  readonly bytes: Uint8Array | null
}

/** What an earlier answer said, so that the next question can ask for news only. */
export interface Known {
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
}

export interface VisitorOptions {
  readonly allowPrivate?: boolean
  /** Between two questions to one host; the usual pause when left out. */
  readonly pauseMs?: number
}

/** Visits addresses one after the other: keeps to each host's robots.txt and pace, follows redirects, never reaches unpublished addresses unless allowed, runs no script. */
export class Visitor {
  readonly #robots = new Map<string, Promise<Robots>>()
  readonly #last = new Map<string, number>()

  constructor(private readonly options: VisitorOptions = {}) {}

  /** The page at an address. Throws Unvisited, with what was observed, when there is none to keep. */
  async visit(address: string, known: Known = {}): Promise<Visited> {
    const redirects: string[] = []
    let at = urlOf(address, address)
    for (let hop = 0; hop <= limits.redirects; hop++) {
      const began = nowUtc()
      await this.#permitted(at, address)
      const answer = await this.#answer(at, address, known)
      const capture: Capture = { address, final: at.href, status: answer.status, headers: answer.headers, redirects, at: began }
      const { location } = answer.headers
      if (answer.status === 304) return { name: nameOf(at), capture, bytes: null }
      if (answer.status < 300 || answer.status >= 400 || location === undefined) return page(answer, capture)
      redirects.push(at.href)
      at = urlOf(location, address, at)
    }
    throw new AttestError(
      'intake/redirect',
      `${address} was sent on more than ${limits.redirects} times; give the address it should end at`,
    )
  }

  async #answer(at: URL, address: string, known: Known): Promise<Answer> {
    await this.#inTurn(at)
    try {
      return await ask(at, { allowPrivate: this.options.allowPrivate === true, headers: conditions(known) })
    } catch (error) {
      if (error instanceof AttestError) throw error
      throw unvisited('unreached', address, `${at.href} could not be reached: ${(error as Error).message}. ${notGone}`)
    }
  }

  /** Waits until the host may be asked again. */
  async #inTurn({ host }: URL, delayMs = this.options.pauseMs ?? limits.pauseMs): Promise<void> {
    const next = (this.#last.get(host) ?? 0) + delayMs
    this.#last.set(host, Math.max(next, Date.now()))
    if (next > Date.now()) await pause(next - Date.now())
  }

  async #permitted(at: URL, address: string): Promise<void> {
    const known = this.#robots.get(at.origin) ?? this.#askRobots(at)
    this.#robots.set(at.origin, known)
    const robots = await known
    if (!robots.allows(at.pathname + at.search))
      throw unvisited(
        'forbidden',
        address,
        `${at.origin}/robots.txt asks that ${at.pathname} not be visited by programs; open the page yourself, save it and add the file`,
      )
    if (robots.delayMs !== null) await this.#inTurn(at, Math.min(robots.delayMs, limits.longestPauseMs))
  }

  /** A host's wishes. None where it has no such file; where it cannot answer, the page will say so itself. */
  async #askRobots(at: URL): Promise<Robots> {
    try {
      await this.#inTurn(at)
      const question = { allowPrivate: this.options.allowPrivate === true, mostBytes: limits.robotsBytes }
      const { status, bytes } = await ask(new URL('/robots.txt', at), question)
      return status === 200 ? readRobots(new TextDecoder().decode(bytes)) : everythingAllowed
    } catch (error) {
      if (error instanceof AttestError && error.code === 'intake/private-address') throw error
      return everythingAllowed // too large, or no answer: the page itself is asked next and tells what is wrong
    }
  }
}

const conditions = ({ etag, lastModified }: Known): Readonly<Record<string, string>> => ({
  ...(etag === undefined ? {} : { 'if-none-match': etag }),
  ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
})

const nowUtc = () => `${new Date().toISOString().slice(0, 19)}Z`
const notGone = 'That does not mean that the page is gone; try again later'

function urlOf(given: string, address: string, base?: URL): URL {
  if (!URL.canParse(given, base))
    throw new AttestError('intake/bad-address', `${given} is no address; write it as https://example.org/page`)
  const url = new URL(given, base)
  if (url.protocol === 'http:' || url.protocol === 'https:') return url
  throw new AttestError('intake/redirect', `${address} leads to ${url.href}, which is not a page on the web`)
}

/** A name for the page's file: the last part of its path, or its host. */
function nameOf({ pathname, hostname }: URL): string {
  const last = pathname.split('/').filter(Boolean).at(-1) ?? hostname
  try {
    return decodeURIComponent(last)
  } catch {
    return last // a path may hold a bare %
  }
}

/** The answer as a page, or as what it says instead. */
function page({ status, headers, bytes }: Answer, capture: Capture): Visited {
  const { address, final } = capture
  if (status === 200) {
    if (isSentHome(capture))
      throw unvisited(
        'not-what-it-was',
        address,
        `${address} now leads to the front page ${final}; the page asked for is not shown. Look for it in a web archive`,
        capture,
      )
    return { name: nameOf(new URL(final)), capture, bytes }
  }
  if (status === 404 || status === 410) throw unvisited('gone', address, `${final} answers ${status}: the page is gone`, capture)
  if (status === 401 || status === 402 || status === 403 || status === 451)
    throw unvisited('forbidden', address, `${final} answers ${status}: the page may not be read from here`, capture)
  throw unvisited(
    'unreached',
    address,
    `${final} could not be reached: it answers ${status}. ${notGone}`,
    capture,
    retryAfterMs(headers['retry-after']),
  )
}

/** Whether somebody who asked for a page was sent to the site's front page instead, as publishers do with pages they took down. */
function isSentHome({ address, final, redirects }: Capture): boolean {
  const isFront = (url: URL) => /^\/(?:index\.\w+|[a-z]{2})?\/?$/.test(url.pathname) && url.search === ''
  return redirects.length > 0 && isFront(new URL(final)) && !isFront(new URL(address))
}

function unvisited(
  outcome: Observation['outcome'],
  address: string,
  message: string,
  capture?: Capture,
  retry: number | null = null,
): Unvisited {
  const at = capture?.at ?? nowUtc()
  return new Unvisited(`intake/${outcome}`, { address, outcome, at, message, ...(capture === undefined ? {} : { capture }) }, retry)
}

/** Seconds or a date, as the header has it, in milliseconds from now; null where it says neither. */
export function retryAfterMs(value: string | undefined): number | null {
  if (value === undefined) return null
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}
