import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { AttestError } from '../model/errors.js'

/** Writes a whole file so that after a crash or power loss it is there whole or not at all: a file beside it, fsynced, renamed into place, the folder fsynced. */
export function writeFileDurably(path: string, bytes: Uint8Array | string): void {
  const beside = `${path}.${process.pid}.part`
  try {
    const file = openSync(beside, 'w', 0o644)
    try {
      writeAll(file, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
    syncFolder(dirname(path))
  } catch (error) {
    rmSync(beside, { force: true })
    throw unwritten(path, error)
  }
}

/** Every byte at the file's position; one call may write only a part. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}

/** Makes a new name in a folder last. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and do it again',
  EDQUOT: 'your quota on this disk is used up; free some space and do it again',
  EFBIG: 'files may not grow this large here; raise the limit and do it again',
  EACCES: 'writing there is not permitted; change the folder’s permissions',
  EROFS: 'the disk is read-only; copy the case to one that is not',
  EIO: 'the disk does not answer; look at the disk before you go on',
}

/** The refusal for a write that failed: nothing was acknowledged. */
export function unwritten(path: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === undefined) return error
  return new AttestError(
    'record/not-written',
    `${path} could not be written: ${reasons[code] ?? message}. Nothing of this act was kept; what was acknowledged before is as it was`,
  )
}
