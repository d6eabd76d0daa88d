import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { AttestError } from '../model/errors.js'
import { reportIdOf } from '../model/ids.js'
import type { Sidecar } from '../model/report.js'
import { addressesIn } from './addresses.js'
import type { Found, Gathered, Gathering } from './found.js'
import { limits } from './limits.js'
import { containerOf } from './media-type.js'
import { refusedFor } from './refused-for.js'
import { isPassedOver, isReportFile, sidecarNameOf } from './report-files.js'
import { parseSidecar } from './sidecar.js'
import { unpacked } from './unpack.js'
import type { Visitor } from './visit.js'

export interface GatherOptions {
  readonly standardInput?: Uint8Array
  readonly allowPrivateAddresses?: boolean
  /** Whether addresses may be visited: those given, those in a list, those a feed names. They may unless told otherwise. */
  readonly network?: boolean
  /** Visits addresses; without it one is made, with the usual pace. */
  readonly visitor?: Visitor
  /** Called after each file of a folder and each address of a list: how many are done, of how many. */
  readonly onProgress?: (done: number, of: number) => void
}

/** All that a source holds, at once. A folder of many reports is better met one by one: `reportsIn`. */
export async function gather(source: string, options: GatherOptions = {}): Promise<Gathering> {
  const all: Found[] = []
  for await (const found of reportsIn(source, options)) all.push(found)
  return {
    given: all.flatMap((found) => (found.kind === 'given' ? [bare(found)] : [])),
    refused: all.flatMap((found) => (found.kind === 'refused' ? [bare(found)] : [])),
    passedOver: all.flatMap((found) => (found.kind === 'passed-over' ? [found.name] : [])),
  }
}

const bare = <T extends { readonly kind: string }>({ kind: _kind, ...rest }: T): Omit<T, 'kind'> => rest

/**
 * Each report that a source holds, one after the other: a file, a folder, an archive, a mail with its attachments, a list of addresses, a feed, an http(s) address, or `-` for standard input
 * given as bytes. Each stands for itself: one that cannot be read does not stop the others.
 */
export async function* reportsIn(source: string, options: GatherOptions = {}): AsyncGenerator<Found> {
  const context = { ...options, visitor: onceAsked(options) }
  try {
    if (source === '-')
      yield* opened({ name: 'standard-input.txt', bytes: options.standardInput ?? new Uint8Array(), sidecar: {} }, context)
    else if (/^https?:\/\//i.test(source)) yield* atAddress(source, context)
    else if (statSync(source).isDirectory()) yield* inFolder(source, context)
    else yield* inFile(source, basename(source), context)
  } catch (error) {
    yield refusedFor(source, error)
  }
}

type Context = Omit<GatherOptions, 'visitor'> & { readonly visitor: () => Promise<Visitor> }

/** The visitor, loaded when the first address is met: reading files starts without it. One for the whole source, so that hosts are asked at their pace. */
function onceAsked(options: GatherOptions): () => Promise<Visitor> {
  let made: Promise<Visitor> | undefined
  const make = async () =>
    options.visitor ?? new (await import('./visit.js')).Visitor({ allowPrivate: options.allowPrivateAddresses === true })
  return () => {
    made ??= make()
    return made
  }
}

/** What the bytes hold: the pages that a list or feed leads to, the parts of an archive, or themselves. */
async function* opened(given: Gathered, context: Context): AsyncGenerator<Found> {
  const addresses = context.network === false ? null : await addressesNamed(given)
  if (addresses !== null) {
    for (const [index, address] of addresses.entries()) {
      yield* atAddress(address, context, given)
      context.onProgress?.(index + 1, addresses.length)
    }
    return
  }
  if (context.network === false && addressesIn(given) !== null)
    throw new AttestError('intake/addresses', `${given.name} is a list of addresses; attest add CASE ${given.name} visits them`)
  yield* unpacked(given)
}

/** The addresses that a list or a feed names; null when the bytes are neither. */
async function addressesNamed(given: Gathered): Promise<readonly string[] | null> {
  if (containerOf(given.bytes, given.name) !== 'feed') return addressesIn(given)
  const { feedAddresses } = await import('./feed-items.js')
  return feedAddresses(given.bytes)
}

async function* atAddress(address: string, context: Context, within?: Gathered): AsyncGenerator<Found> {
  if (context.network === false)
    throw new AttestError(
      'intake/no-network',
      `${address} is an address, and reading uses no network; take it into a case with: attest add CASE ${address}`,
    )
  try {
    const { name, capture, bytes } = await (await context.visitor()).visit(address)
    const given: Gathered = { name, bytes: bytes ?? new Uint8Array(), sidecar: { url: capture.final, captured: capture.at }, capture }
    // What a list or a feed leads to is a page, and no list to be followed further.
    if (within === undefined) yield* opened(given, context)
    else yield* unpacked({ ...given, within: reportIdOf(within.bytes) })
  } catch (error) {
    yield refusedFor(address, error)
  }
}

async function* inFile(file: string, name: string, context: Context): AsyncGenerator<Found> {
  try {
    const { size } = statSync(file)
    if (/\.warc(?:\.gz)?$/i.test(file)) {
      yield* streamed(file, name)
      return
    }
    if (size > limits.archiveBytes)
      throw new AttestError(
        'intake/too-large',
        `${name} has ${size} bytes, more than the ${limits.archiveBytes} we take in; cut it into parts`,
      )
    yield* opened({ name, bytes: readFileSync(file), sidecar: readSidecar(file) }, context)
  } catch (error) {
    yield refusedFor(file, error)
  }
}

/** A web archive read as it comes, so that one of many gigabytes needs no memory. */
async function* streamed(file: string, name: string): AsyncGenerator<Found> {
  const { answersIn } = await import('./open-warc.js')
  for await (const found of answersIn(createReadStream(file), name)) {
    if (found.kind === 'given') yield* unpacked(found)
    else yield found
  }
}

function readSidecar(file: string): Sidecar {
  const beside = join(dirname(file), sidecarNameOf(basename(file)))
  return existsSync(beside) ? parseSidecar(readFileSync(beside, 'utf8'), beside) : {}
}

async function* inFolder(folder: string, context: Context): AsyncGenerator<Found> {
  const files = filesBelow(folder)
  let any = false
  for (const [index, file] of files.entries()) {
    const name = relative(folder, file).split(sep).join('/')
    if (name.endsWith('.meta.json')) continue // a sidecar goes with its report
    if (isPassedOver(basename(file)) || !isReportFile(basename(file))) yield { kind: 'passed-over', name }
    else {
      any = true
      yield* inFile(file, name, context)
    }
    context.onProgress?.(index + 1, files.length)
  }
  if (!any)
    throw new AttestError(
      'intake/no-reports',
      `${folder} holds no report; put .txt, .md, .html, .pdf, .docx or .eml files in it, or give another folder`,
    )
}

/** Every file below a folder, hidden ones and saved pages' own folders left out, in the order of their names so that each machine sees the same. */
function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const pages = entries.flatMap(({ name }) => /^(.+)\.(?:html?|xhtml)$/i.exec(name)?.[1] ?? [])
  // Browsers save a page's pictures and frames in a folder beside it: "Page_files", "Page-Dateien", "Page.files".
  const isOfPage = (name: string) => pages.some((page) => name.startsWith(page) && /^[_.-]\p{L}+$/u.test(name.slice(page.length)))
  return entries.flatMap((entry) => {
    if (entry.isDirectory()) return isOfPage(entry.name) ? [] : filesBelow(join(folder, entry.name))
    return entry.isFile() ? [join(folder, entry.name)] : []
  })
}
