import type { ProcedurePack } from '../model/procedure-pack.js'
import type { Finding, RunningClock } from '../model/record.js'
import { durationBetween, momentOf } from './moment.js'
import { endOf } from './timing.js'

/**
 * What runs as of a moment, what is due next first: terms that still run, then terms that have ended without any report that the act was done, then
 * acts the law wants soon and gives no number for. The same step due at the same time under several readings is one clock.
 */
export function runningClocks(findings: readonly Finding[], packs: readonly ProcedurePack[], at: string): readonly RunningClock[] {
  const clocks = new Map<string, RunningClock>()
  for (const finding of findings) {
    const pack = packs.find(({ id }) => id === finding.procedure)
    const step = pack?.steps.find(({ id }) => id === finding.step)
    if (pack === undefined || step === undefined) continue
    const left = finding.due === null ? null : timeLeft(finding.due, at, pack.zone)
    const state = stateOf(finding, left)
    if (state === null) continue
    const key = [pack.id, step.id, finding.due, finding.status, finding.effect].join('\n')
    const kept = clocks.get(key)
    const readings = [...(kept?.readings ?? []), ...(finding.reading === null ? [] : [finding.reading])]
    const { procedure, due, gap, effect, basis, statements } = finding
    const who = pack.roles.find(({ id }) => id === step.who)?.is ?? step.who
    clocks.set(key, { procedure, step: step.id, what: step.what, who, readings, state, due, left, gone: gap, effect, basis, statements })
  }
  return [...clocks.values()].sort(byDue)
}

/** With something supposed to come later, a term may have ended by then that still runs now. */
function stateOf({ status, due, gap }: Finding, left: RunningClock['left']): RunningClock['state'] | null {
  if (due === null && gap?.startsWith('-') === true) return null // its clock has yet to start
  if (status === 'pending') return due === null ? 'soon' : 'running'
  if (status !== 'unknown' || due === null) return null
  return left?.last.startsWith('-') === false ? 'running' : 'ended'
}

/** The time from the moment asked about to the first and to the last end a term may have; less than nothing once it is past. */
function timeLeft(due: string, at: string, zone: string): RunningClock['left'] {
  const asked = momentOf(at, zone)?.last ?? null
  if (asked === null) return null
  const [first = due, last = first] = due.split('/')
  return { first: durationBetween(asked, endOf(first, zone)), last: durationBetween(asked, endOf(last, zone)) }
}

const order = { running: 0, ended: 1, soon: 2 } as const

function byDue(a: RunningClock, b: RunningClock): number {
  return order[a.state] - order[b.state] || instantOf(a) - instantOf(b) || (a.step < b.step ? -1 : 1)
}

function instantOf({ due }: RunningClock): number {
  return due === null ? Number.POSITIVE_INFINITY : Date.parse(due.split('/')[0] ?? due)
}
