import type { Taking } from '../../attest.js'
import type { Door } from './run-command.js'

/** Says what was taken in and what was not; a refused file makes the command end with 1. */
export function tellTaken(taken: readonly Taking[], door: Door): void {
  for (const { name, outcome, message } of taken) if (outcome === 'refused') door.warn(`not taken in: ${name}: ${message}`)
  for (const { outcome, message, report } of taken)
    if (outcome === 'taken' && message !== undefined) door.warn(`taken in without words: ${message.replace('REPORT', report ?? 'REPORT')}`)
  const count = (outcome: Taking['outcome']) => taken.filter((one) => one.outcome === outcome).length
  const parts = [`${count('taken')} taken in`]
  if (count('known') > 0) parts.push(`${count('known')} already there`)
  if (count('refused') > 0) parts.push(`${count('refused')} not taken in`)
  if (count('passed-over') > 0)
    parts.push(
      `${count('passed-over')} passed over (${taken
        .filter((one) => one.outcome === 'passed-over')
        .map((one) => one.name)
        .join(', ')})`,
    )
  door.warn(parts.join(', '))
  if (count('refused') > 0) door.foundWrong()
}
