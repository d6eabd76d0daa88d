// What the compiler leaves out of `dist/`: style sheets, and the packs checked once so that no command parses their YAML again.
import { chmodSync, cpSync, rmSync } from 'node:fs'

rmSync('dist/checked-packs', { recursive: true, force: true })
cpSync('src', 'dist', { recursive: true, filter: (from) => !/\.[^/\\.]+$/.test(from) || from.endsWith('.css') })
chmodSync('dist/doors/cli/attest.js', 0o755)
const { keepCheckedPacks } = await import('../dist/packs.js')
keepCheckedPacks()
