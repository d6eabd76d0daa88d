import { unzipSync } from 'fflate'
import { AttestError } from '../model/errors.js'
import type { Found, Gathered } from './found.js'
import { isPassedOver, isReportFile, sidecarNameOf } from './report-files.js'
import { parseSidecar } from './sidecar.js'
import type { Allowance } from './unpack.js'

interface Entry {
  readonly name: string
  readonly size: number
}

/** Entries unpacked at once: few enough to stay small in memory, many enough that the list of contents is not walked again for each. */
const batchBytes = 64 * 1024 * 1024

/** The reports in a ZIP with their sidecars, or the WARCs in a WACZ. What is no report is passed over. */
export async function* openZip({ name, bytes }: Gathered, allowance: Allowance): AsyncGenerator<Found> {
  const entries = entriesOf(bytes, name)
  const isWacz = entries.some((entry) => entry.name === 'datapackage.json') && entries.some((entry) => isWarcPart(entry.name))
  const wanted = entries.filter((entry) => (isWacz ? isWarcPart(entry.name) : isReportFile(entry.name)))
  const declared = wanted.reduce((sum, entry) => sum + entry.size, 0)
  if (declared > allowance.bytes)
    throw new AttestError(
      'intake/too-large',
      `${name} unpacks to ${declared} bytes, more than the ${allowance.bytes} we take in; unpack it and give what it holds in parts`,
    )
  if (wanted.length === 0)
    throw new AttestError(
      'intake/no-reports',
      `${name} is an archive without a report; put .txt, .md, .html, .pdf, .docx or .eml files in it`,
    )
  const wantedNames = new Set(wanted.map((entry) => entry.name))
  for (const entry of entries)
    if (!wantedNames.has(entry.name) && !isWacz && !entry.name.endsWith('/') && !entry.name.endsWith('.meta.json'))
      yield { kind: 'passed-over', name: `${name}/${entry.name}` }
  const sidecars = unzipped(bytes, new Set(wanted.map((entry) => sidecarNameOf(entry.name))))
  for (const batch of batchesOf(wanted)) {
    const together = unzipped(bytes, new Set(batch.map((entry) => entry.name)))
    for (const entry of batch)
      yield part(name, entry.name, together?.[entry.name] ?? unzipped(bytes, new Set([entry.name]))?.[entry.name], sidecars)
  }
}

function part(archive: string, name: string, bytes: Uint8Array | undefined, sidecars: Readonly<Record<string, Uint8Array>> | null): Found {
  const path = `${archive}/${name}`
  if (bytes === undefined)
    return { kind: 'refused', name: path, code: 'intake/unreadable', message: `${path} is damaged in its archive; the others were read` }
  try {
    const beside = sidecars?.[sidecarNameOf(name)]
    const sidecar = beside === undefined ? {} : parseSidecar(new TextDecoder().decode(beside), `${archive}/${sidecarNameOf(name)}`)
    return { kind: 'given', name: path, bytes, sidecar }
  } catch (error) {
    if (!(error instanceof AttestError)) throw error
    return { kind: 'refused', name: path, code: error.code, message: error.message }
  }
}

const isWarcPart = (name: string) => /^archive\/[^/]+\.warc(?:\.gz)?$/.test(name)

/** The archive's list of contents, in the order of names. Nothing is unpacked. */
function entriesOf(bytes: Uint8Array, name: string): readonly Entry[] {
  const entries: Entry[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name: path, originalSize }) => {
        entries.push({ name: path, size: originalSize })
        return false
      },
    })
  } catch (error) {
    throw new AttestError(
      'intake/unreadable',
      `${name} could not be opened as a ZIP archive (${(error as Error).message}); pack it again, or give what it holds`,
    )
  }
  return entries
    .filter((entry) => (!isPassedOver(entry.name) && !entry.name.startsWith('__MACOSX/')) || entry.name.endsWith('.json'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The named entries' bytes; null when one of them is damaged. */
function unzipped(bytes: Uint8Array, names: ReadonlySet<string>): Readonly<Record<string, Uint8Array>> | null {
  const seen = new Set<string>() // a name that stands twice is unpacked once: the list may name one entry a million times
  try {
    return unzipSync(bytes, {
      filter: ({ name }) => {
        if (!names.has(name) || seen.has(name)) return false
        seen.add(name)
        return true
      },
    })
  } catch {
    return null // damaged: the caller asks for each by itself and tells which
  }
}

function batchesOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const batches: Entry[][] = []
  let size = 0
  for (const entry of entries) {
    const open = batches.at(-1)
    if (open === undefined || size + entry.size > batchBytes) {
      batches.push([entry])
      size = entry.size
    } else {
      open.push(entry)
      size += entry.size
    }
  }
  return batches
}
