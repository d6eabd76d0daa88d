import { AttestError } from '../model/errors.js'
import type { Found } from './found.js'
import { Unvisited } from './unvisited.js'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is nothing at this path; check its spelling',
  EACCES: 'reading it is not permitted',
  EISDIR: 'it is a folder',
}

/** What is wrong with one source, told as its outcome. What is not the source's fault is thrown on. */
export function refusedFor(name: string, error: unknown): Found {
  if (error instanceof Unvisited) return { kind: 'refused', name, code: error.code, message: error.message, observation: error.observation }
  if (error instanceof AttestError) return { kind: 'refused', name, code: error.code, message: error.message }
  const { code } = error as NodeJS.ErrnoException
  if (typeof code !== 'string') throw error
  return { kind: 'refused', name, code: 'intake/cannot-read', message: `${name}: ${reasons[code] ?? code}` }
}
