// `npm start`: makes a case from the example accounts and serves it on this machine. Run again, it takes in what is new and serves.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const example = 'almasri.case'
const attest = (...args) => spawnSync(process.execPath, ['dist/doors/cli/attest.js', ...args], { stdio: 'inherit' }).status ?? 1

const failed =
  (existsSync(example) ? 0 : attest('new', example, '--name', 'The Almasri case (example)')) || attest('add', example, 'examples/almasri')
process.exit(failed || attest('serve', example, ...process.argv.slice(2)))
