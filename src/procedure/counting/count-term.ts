import { AttestError } from '../../model/errors.js'
import type { Amount, Calendar, CountingRule } from '../../model/procedure-pack.js'
import { extentOf } from '../../model/time.js'
import { countCourtFiling } from './count-court-filing.js'
import { countDays } from './count-days.js'
import { countHours } from './count-hours.js'

/** Where a term is counted: the zone where the rule has none, the town whose holidays count, and the country's calendar for rules that have none of their own. */
export interface CountingPlace {
  readonly zone?: string | undefined
  readonly place?: string | undefined
  readonly calendar?: Calendar | undefined
}

/** When a term ends: one value where the law is plain, each where it is read two ways or the start is ambiguous, earliest first; and the arithmetic. */
export interface Count {
  readonly due: readonly string[]
  /** For rules applied by analogy: the date that the analogy would move. */
  readonly unmoved?: readonly string[]
  readonly steps: readonly string[]
}

/** Counts a term from a day (`2025-01-19`) or a clock time (`2025-01-19T09:30+01:00`). Rules in days give days; rules in hours give local times with their offset. */
export function countTerm(rule: CountingRule, from: string, amount: Amount | undefined = rule.amount, where: CountingPlace = {}): Count {
  if (amount === undefined) throw new AttestError('counting/no-amount', `${rule.id} needs an amount, such as ${example(rule)}`)
  if (!rule.units.includes(amount.unit)) {
    throw new AttestError('counting/wrong-unit', `${rule.id} counts in ${rule.units.join(', ')}; given: ${amount.n} ${amount.unit}`)
  }
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/.test(from)) {
    throw new AttestError('counting/no-date', `a term starts on a day or at a minute (2025-01-19, 2025-01-19T09:30+01:00); given: ${from}`)
  }
  if (extentOf(from) === null) throw new AttestError('counting/no-date', `there is no such day or time in the calendar: ${from}`)
  const endsIn = Number(from.slice(0, 4)) + amount.n / perYear[amount.unit]
  if (endsIn < 1 || endsIn > lastYear) {
    throw new AttestError('counting/too-far', `${amount.n} ${amount.unit} from ${from} end beyond the years that can be counted`)
  }
  if (rule.by === 'hours') return countHours(rule, from, amount, where)
  if (rule.by === 'court-filing') return countCourtFiling(rule, from, amount, where)
  return countDays(rule, from, amount, where)
}

/** So many fit in the shortest year. */
const perYear = { h: 365 * 24, d: 365, month: 12, year: 1 }
/** Dates have four digits for the year; the year after the last is left for holidays that move an end. */
const lastYear = 9_998

function example({ units }: CountingRule): string {
  return { h: '48h', d: '10d', month: '2mo', year: '1y' }[units[0] ?? 'd']
}
