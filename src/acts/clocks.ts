import { AttestError } from '../model/errors.js'
import type { ProcedurePack } from '../model/packs.js'
import type { Clocks, Reconciled } from '../model/record.js'
import { parseAmount } from '../packs/counting.js'
import { loadCounting } from '../packs.js'
import type { Count } from '../procedure/counting/count-term.js'
import { checkedBy, knowledgeOnce, namedPacks, proposals } from './packs-at-hand.js'

/** What clocks are asked with: a minute, and what to suppose that nobody has told ("ruling 2025-01-23T09:30 Rome Court of Appeal"). */
export interface ClocksAsked {
  readonly at: string
  readonly packs?: readonly string[]
  readonly readings?: readonly string[]
  readonly suppose?: readonly string[]
}

/** Step 6 without a case: the findings and the running clocks of events written as JSON lines in the record's words. */
export async function clocksOfTimeline(
  lines: string,
  asked: ClocksAsked,
): Promise<{ readonly clocks: Clocks; readonly record: Reconciled; readonly notes: readonly string[] }> {
  const { readTimeline } = await import('../procedure/timeline-lines.js')
  const { recordOfTimeline } = await import('../procedure/timeline-record.js')
  const timeline = readTimeline(lines)
  const record = recordOfTimeline(timeline.lines, [], knowledgeOnce().places)
  return { clocks: await clocksOf(record, asked), record, notes: timeline.notes }
}

/** Step 6 as of a minute: the findings, what runs, and why each pack was laid beside the record. */
export async function clocksOf(record: Reconciled, { at, packs: ids = [], readings, suppose = [] }: ClocksAsked): Promise<Clocks> {
  const { checkProcedure } = await import('../procedure/check-procedure.js')
  const { runningClocks } = await import('../procedure/running-clocks.js')
  const { parseSupposition, supposing } = await import('../procedure/suppose.js')
  const chosen = ids.length > 0 ? namedPacks(ids).map((pack) => ({ pack, because: 'it was named' })) : await proposals(record)
  const packs = chosen.map(({ pack }) => pack)
  refuseUnknownReadings(readings ?? [], packs)
  const suppositions = suppose.map(parseSupposition)
  const judged = packs.map((pack) => ({
    pack,
    ...(suppositions.length === 0 ? { record, at, words: [] } : supposing(pack, record, at, suppositions, knowledgeOnce().places)),
  }))
  const options = { ...checkedBy(), ...(readings === undefined ? {} : { readings }) }
  const findings = judged.flatMap((one) => checkProcedure(one.pack, one.record, one.at, options))
  return {
    at,
    clocks: runningClocks(findings, packs, at),
    findings,
    packs: chosen.map(({ pack: { id, title }, because }) => ({ id, title, because })),
    supposed: [...new Set(judged.flatMap(({ words }) => words))],
  }
}

function refuseUnknownReadings(asked: readonly string[], packs: readonly ProcedurePack[]): void {
  const known = packs.flatMap(({ readings }) => readings.map(({ id }) => id))
  const unknown = asked.find((id) => !known.includes(id))
  if (unknown !== undefined)
    throw new AttestError(
      'pack/no-reading',
      `no reading "${unknown}" in ${packs.map(({ id }) => id).join(', ')}; readings are: ${known.join(', ') || '(none)'}`,
    )
}

/** Counting alone: when a term of law ends that starts on a day or at a minute, and the arithmetic. `place` sets the holidays and the zone where the rule leaves them open. */
export async function countTerm(
  rule: string,
  from: string,
  { amount, place }: { readonly amount?: string | undefined; readonly place?: string | undefined } = {},
): Promise<Count> {
  const { countTermAt } = await import('../procedure/counting/count-term-at.js')
  const { rules, calendars } = loadCounting()
  const found = rules.get(rule)
  if (found === undefined)
    throw new AttestError('counting/no-rule', `no counting rule "${rule}"; rules are: ${[...rules.keys()].join(', ')}`)
  return countTermAt(
    found,
    from,
    amount === undefined ? undefined : parseAmount(amount),
    place,
    [...calendars.values()],
    knowledgeOnce().places,
  )
}
