import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { AttestError } from '../model/errors.js'
import type { Sidecar } from '../model/report.js'
import { fetchPage } from './fetch-page.js'
import { isPassedOver, isReportFile, sidecarNameOf } from './report-files.js'
import { parseSidecar } from './sidecar.js'

/** Bytes waiting to be taken in, with the name they came under and what their sidecar says. */
export interface Gathered {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sidecar: Sidecar
}

/** One thing asked for: what it gave, what could not be had and why, what was passed over on purpose. */
export interface Gathering {
  readonly given: readonly Gathered[]
  readonly refused: readonly { readonly name: string; readonly code: string; readonly message: string }[]
  readonly passedOver: readonly string[]
}

const refusal = (name: string, error: unknown): Gathering => {
  if (error instanceof AttestError) return { given: [], refused: [{ name, code: error.code, message: error.message }], passedOver: [] }
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  const reason =
    code === 'ENOENT'
      ? 'there is nothing at this path; check its spelling'
      : code === 'EACCES'
        ? 'reading it is not permitted'
        : String(code)
  return { given: [], refused: [{ name, code: 'intake/cannot-read', message: `${name}: ${reason}` }], passedOver: [] }
}

/** What a path, a folder, an http(s) address or `-` (standard input, given as bytes) holds. A folder's files each stand for themselves: one that cannot be read does not stop the others. */
export async function gather(
  source: string,
  options: { readonly standardInput?: Uint8Array; readonly allowPrivateAddresses?: boolean } = {},
): Promise<Gathering> {
  try {
    if (source === '-')
      return {
        given: [{ name: 'standard-input.txt', bytes: options.standardInput ?? new Uint8Array(), sidecar: {} }],
        refused: [],
        passedOver: [],
      }
    if (/^https?:\/\//i.test(source)) {
      const page = await fetchPage(source, options.allowPrivateAddresses === true)
      return {
        given: [{ name: page.name, bytes: page.bytes, sidecar: { url: page.url, captured: page.captured } }],
        refused: [],
        passedOver: [],
      }
    }
    return statSync(source).isDirectory() ? gatherFolder(source) : gatherFile(source, basename(source))
  } catch (error) {
    return refusal(source, error)
  }
}

function gatherFile(file: string, name: string): Gathering {
  try {
    return { given: [{ name, bytes: readFileSync(file), sidecar: readSidecar(file) }], refused: [], passedOver: [] }
  } catch (error) {
    return refusal(file, error)
  }
}

function readSidecar(file: string): Sidecar {
  const beside = join(dirname(file), sidecarNameOf(basename(file)))
  return existsSync(beside) ? parseSidecar(readFileSync(beside, 'utf8'), beside) : {}
}

function gatherFolder(folder: string): Gathering {
  const parts = filesBelow(folder).map((file): Gathering => {
    const name = relative(folder, file).split(sep).join('/')
    if (name.endsWith('.meta.json')) return { given: [], refused: [], passedOver: [] } // a sidecar goes with its report
    if (isPassedOver(basename(file)) || !isReportFile(basename(file))) return { given: [], refused: [], passedOver: [name] }
    return gatherFile(file, name)
  })
  const all = {
    given: parts.flatMap((p) => p.given),
    refused: parts.flatMap((p) => p.refused),
    passedOver: parts.flatMap((p) => p.passedOver),
  }
  if (all.given.length === 0 && all.refused.length === 0) {
    throw new AttestError(
      'intake/no-reports',
      `${folder} holds no report; put .txt, .md, .html, .pdf, .docx or .eml files in it, or give another folder`,
    )
  }
  return all
}

/** Every file below a folder, hidden ones left out, in the order of their names so that each machine sees the same. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []))
}
