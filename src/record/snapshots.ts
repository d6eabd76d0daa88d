import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AttestError } from '../model/errors.js'
import { type ReportId, reportIdOf } from '../model/ids.js'
import { syncFolder, writeFileDurably } from './durable-files.js'

/** Where a snapshot stands below `snapshots/`: `ab/cdef...`, so that no folder grows beyond a file manager's patience. */
export function snapshotPath(folder: string, id: ReportId): string {
  const digest = id.slice('sha256:'.length)
  return join(folder, digest.slice(0, 2), digest.slice(2))
}

/** Keeps bytes under their hash; bytes already there stay as they are. */
export function putSnapshot(folder: string, bytes: Uint8Array): ReportId {
  const id = reportIdOf(bytes)
  const path = snapshotPath(folder, id)
  if (existsSync(path) && reportIdOf(readFileSync(path)) === id) return id
  mkdirSync(dirname(path), { recursive: true })
  writeFileDurably(path, bytes)
  syncFolder(folder)
  return id
}

/** The bytes kept under a hash, checked against it. */
export function readSnapshot(folder: string, id: ReportId): Uint8Array {
  const path = snapshotPath(folder, id)
  if (!existsSync(path))
    throw new AttestError('record/snapshot-missing', `${path} is missing; take it from a backup or an export of this case`)
  const bytes = readFileSync(path)
  if (reportIdOf(bytes) !== id)
    throw new AttestError(
      'record/snapshot-changed',
      `${path} is not what was taken in: its bytes no longer match its name. Take it from a backup or an export of this case`,
    )
  return bytes
}

/** The ids of all snapshots in a folder, in order, with names that are none. */
export function listSnapshots(folder: string): { readonly ids: readonly ReportId[]; readonly strange: readonly string[] } {
  const names = readdirSync(folder)
    .sort()
    .flatMap((start) =>
      readdirSync(join(folder, start))
        .sort()
        .map((rest) => `${start}/${rest}`),
    )
  const isDigest = (name: string) => /^[0-9a-f]{2}\/[0-9a-f]{62}$/.test(name)
  return {
    ids: names.filter(isDigest).map((name): ReportId => `sha256:${name.replace('/', '')}`),
    strange: names.filter((name) => !isDigest(name)),
  }
}
