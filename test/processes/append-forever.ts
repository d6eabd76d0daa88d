// Takes reports into the case named on the command line until it is killed; prints each only when it is acknowledged.
import { writeSync } from 'node:fs'
import { openCaseFolder } from '../../src/record/case-folder.js'

const folder = openCaseFolder(process.argv[2] ?? '')
for (let number = 0; ; number++) {
  const bytes = new TextEncoder().encode(`report ${number}`)
  const report = folder.putSnapshot(bytes)
  folder.append(
    { kind: 'intake', report, name: `${number}.txt`, sidecar: {}, mediaType: 'text/plain', bytes: bytes.length },
    'a process',
    new Date().toISOString(),
  )
  writeSync(1, `${report}\n`)
}
