// Decides one thing in the case named on the command line, with as long a reason as it says, and ends with 1 when that is refused.
import { openCaseFolder } from '../../src/record/case-folder.js'

const folder = openCaseFolder(process.argv[2] ?? '')
try {
  folder.append(
    { kind: 'decision', act: { act: 'undo', line: 1 }, because: 'x'.repeat(Number(process.argv[3])) },
    'a process',
    '2025-01-01T00:00:00Z',
  )
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  folder.close()
}
