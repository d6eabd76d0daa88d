import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the shared evaluation sets stand: `ATTEST_SHARED`, else beside the project. They are not part of it. */
const sharedFolder = resolve(process.env.ATTEST_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url)))

/** The path of a shared set, or null where it is not there; a test that needs it says so with `it.skipIf`, and the run names it at its end as not run. */
export function sharedSet(...path: readonly string[]): string | null {
  const at = join(sharedFolder, ...path)
  return existsSync(at) ? at : null
}
