import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { AttestError } from '../model/errors.js'

/** Who holds a case: one process at a time. */
interface Holder {
  readonly pid: number
  readonly host: string
  readonly since: string
}

/** Takes the lock file of a case; gives what lets go of it. Held by a living process, it is refused with who holds it and since when; left by a dead one, it is taken over. */
export function takeLock(path: string): () => void {
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() }
  for (;;) {
    if (created(path, holder)) return () => rmSync(path, { force: true })
    const other = holderOf(path)
    if (other !== null && isAlive(other)) {
      throw new AttestError(
        'record/locked',
        `${path.replace(/[/\\]lock$/, '')} is in use by process ${other.pid} on ${other.host} since ${other.since}; wait for it or stop it (a running attest serve shows the same case in the browser)`,
      )
    }
    setAside(path)
  }
}

function created(path: string, holder: Holder): boolean {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, JSON.stringify(holder))
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return null // let go of meanwhile, or its holder died before it was written
  }
}

function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true // it cannot be asked from here: better to refuse than to lose what it writes
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Takes a dead process's lock out of the way; of two that try, one finds it gone and goes on. */
function setAside(path: string): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    rmSync(aside, { force: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
