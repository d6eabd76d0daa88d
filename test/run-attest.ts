import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('..', import.meta.url))
/** What `npm run build` writes; `npm test` builds first. */
const built = fileURLToPath(new URL('../dist/doors/cli/attest.js', import.meta.url))

/** Runs the built command as a user's shell would, in a process of its own. */
export function attest(
  args: readonly string[],
  options: { readonly input?: string; readonly cwd?: string } = {},
): { readonly code: number; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [built, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    cwd: options.cwd ?? projectRoot,
    input: options.input ?? '',
  })
  return { code: status ?? -1, out: stdout, err: stderr }
}
