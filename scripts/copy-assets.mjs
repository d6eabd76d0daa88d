// Puts beside the compiled JavaScript what the compiler leaves out: style sheets. Packs stay where they are and are read from there.
import { chmodSync, cpSync } from 'node:fs'

cpSync('src', 'dist', { recursive: true, filter: (from) => !/\.[^/\\.]+$/.test(from) || from.endsWith('.css') })
chmodSync('dist/doors/cli/attest.js', 0o755)
