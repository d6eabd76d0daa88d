import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { unzipSync, Zip, ZipDeflate } from 'fflate'
import { AttestError } from '../model/errors.js'
import { type CaseFolder, openCaseFolder } from './case-folder.js'
import { unwritten, writeFileDurably } from './durable-files.js'
import { listSnapshots, snapshotPath } from './snapshots.js'
import { verifyCaseFolder } from './verify.js'

/** ZIP's own clock starts in 1980; one fixed moment, so that the same case gives the same bytes. */
const zipMoment = new Date(1980, 0, 1)

/** Writes a case, whole, into one ZIP file: case.json, the log and every snapshot. The index is left out: it is computed. */
export async function exportCase(path: string, file: string): Promise<void> {
  const folder = openCaseFolder(path)
  try {
    await writeZip(file, exportedFiles(folder))
  } finally {
    folder.close()
  }
}

function* exportedFiles({ path }: CaseFolder): Generator<readonly [string, Uint8Array]> {
  yield ['case.json', readFileSync(join(path, 'case.json'))]
  yield ['log.ndjson', readFileSync(join(path, 'log.ndjson'))]
  const snapshots = join(path, 'snapshots')
  for (const id of listSnapshots(snapshots).ids) {
    const at = snapshotPath(snapshots, id)
    yield [`snapshots/${at.slice(snapshots.length + 1).replaceAll('\\', '/')}`, readFileSync(at)]
  }
}

/** One file in memory at a time, however large the case. */
async function writeZip(file: string, files: Iterable<readonly [string, Uint8Array]>): Promise<void> {
  const out = createWriteStream(file)
  try {
    const zip = new Zip((error, part) => (error === null ? out.write(part) : out.destroy(error)))
    for (const [name, bytes] of files) {
      const entry = new ZipDeflate(name, { level: 6 })
      entry.mtime = zipMoment
      zip.add(entry)
      entry.push(bytes, true)
      if (out.writableNeedDrain) await once(out, 'drain')
    }
    zip.end()
    out.end()
    await finished(out)
  } catch (error) {
    out.destroy()
    rmSync(file, { force: true })
    throw unwritten(file, error)
  }
}

/** Makes a case from what `exportCase` wrote. Everything is verified before the case gets its name; a file that fails leaves nothing behind. */
export async function importCase(file: string, path: string): Promise<void> {
  if (existsSync(path)) throw new AttestError('record/exists', `${path} exists already; give another name: attest import ${file} NAME.case`)
  if (!existsSync(file)) throw new AttestError('record/no-export', `${file} does not exist; give a file that attest export wrote`)
  mkdirSync(dirname(resolve(path)), { recursive: true })
  const beside = mkdtempSync(`${resolve(path)}.importing-`)
  try {
    unpack(file, beside)
    const [problem] = verifyCaseFolder(beside)
    if (problem !== undefined)
      throw new AttestError(
        'record/export-broken',
        `${file} is not a whole case: ${problem.where.slice(beside.length + 1)} ${problem.problem}. Nothing was imported; export it again`,
      )
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    throw error
  }
}

/** Names an export holds, and no others: nothing is written outside the case. */
const exportedName = /^(?:case\.json|log\.ndjson|snapshots\/[0-9a-f]{2}\/[0-9a-f]{62})$/

function unpack(file: string, folder: string): void {
  let entries: Readonly<Record<string, Uint8Array>>
  try {
    entries = unzipSync(readFileSync(file), { filter: ({ name }) => exportedName.test(name) })
  } catch (error) {
    throw new AttestError(
      'record/export-broken',
      `${file} is no file that attest export wrote (${(error as Error).message}); nothing was imported`,
    )
  }
  mkdirSync(join(folder, 'snapshots'), { recursive: true })
  for (const [name, bytes] of Object.entries(entries)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileDurably(join(folder, name), bytes)
  }
}
