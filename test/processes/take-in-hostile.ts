/** Takes in every hostile input, one after the other in one process, and prints one JSON line for each: what came of it, and the processor time it took. Then the highest memory. */

import { takeIn } from '../../src/intake/take-in.js'
import { unpacked } from '../../src/intake/unpack.js'
import { AttestError } from '../../src/model/errors.js'
import { isRead, type Report } from '../../src/model/report.js'
import { englishFurniture } from '../english-furniture.js'
import { hostileInputs } from '../hostile/hostile-inputs.js'

const size = Number(process.argv[2] ?? 1)

/** What must hold of any report, or the first thing that does not. */
function faultOf({ text, blocks }: Report): string | null {
  if (blocks.map(({ start, end }) => text.slice(start, end)).join('') !== text) return 'its blocks do not cover its text'
  if (blocks.some(({ kind, why, start, end }) => why === '' || end <= start || (isRead(kind) && /alert\(1\)/.test(text.slice(start, end)))))
    return 'a block is empty, has no reason, or tells a script as the story'
  return null
}

for (const { name, bytes } of hostileInputs(size)) {
  const began = process.cpuUsage()
  const outcomes: string[] = []
  for await (const found of unpacked({ name, bytes, sidecar: {} })) {
    if (found.kind !== 'given') outcomes.push(found.kind === 'refused' ? found.code : found.kind)
    else
      try {
        outcomes.push(faultOf(await takeIn(found.bytes, found.name, found.sidecar, englishFurniture)) ?? 'report')
      } catch (error) {
        outcomes.push(error instanceof AttestError ? error.code : `bug: ${(error as Error).stack}`)
      }
  }
  const { user, system } = process.cpuUsage(began)
  process.stdout.write(`${JSON.stringify({ name, ms: Math.round((user + system) / 1000), outcomes: [...new Set(outcomes)] })}\n`)
}
process.stdout.write(`${JSON.stringify({ polluted: 'polluted' in {}, peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`)
