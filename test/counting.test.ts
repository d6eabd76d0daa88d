import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import type { CountingRule } from '../src/model/procedure-pack.js'
import { amountSchema, parseCounting } from '../src/packs/counting.js'
import { packsFolder } from '../src/packs.js'
import { calendarFor } from '../src/procedure/counting/calendar.js'
import { countTerm } from '../src/procedure/counting/count-term.js'

interface CountingCase {
  readonly rule: string
  readonly from: string
  readonly amount?: string
  readonly place?: string
  readonly zone?: string
  readonly due: readonly string[]
  readonly unmoved?: readonly string[]
  readonly by: string
}

const file = (name: string) => readFileSync(join(packsFolder, 'procedures', name), 'utf8')
const { rules, calendars } = parseCounting(file('counting.yaml'), 'counting.yaml')
const cases = parse(file('counting.cases.yaml')) as readonly CountingCase[]
const ruleOf = (id: string): CountingRule => {
  const rule = rules.get(id)
  if (rule === undefined) throw new Error(`the cases name no rule ${id}`)
  return rule
}
const count = (id: string, from: string, amount?: string, where: { place?: string; zone?: string } = {}) => {
  const calendar = calendarFor([...calendars.values()], where.place)
  return countTerm(ruleOf(id), from, amount === undefined ? undefined : amountSchema.parse(amount), {
    ...where,
    ...(calendar === null ? {} : { calendar }),
  })
}

it.each(cases.map((one) => [`${one.amount ?? 'the term'} of ${one.rule} from ${one.from}: ${one.by}`, one] as const))('%s', (_, one) => {
  const { due, unmoved } = count(one.rule, one.from, one.amount, one)
  expect(due).toEqual(one.due)
  if (one.unmoved !== undefined) expect(unmoved).toEqual(one.unmoved)
})

it('every rule has a case', () => {
  expect([...rules.keys()].filter((id) => !cases.some(({ rule }) => rule === id))).toEqual([])
})

it('a clock time that the night skipped is refused, not moved', () => {
  expect(() => count('it.cpp172.h', '2025-03-30T02:30', '48h')).toThrow(/did not exist/)
})

it('a year whose holidays nobody vouches for is refused', () => {
  expect(() => count('it.cpp172.d', '1950-05-23', '10d')).toThrow(/count it by hand/)
})

it('a rule in days does not count hours', () => {
  expect(() => count('it.cpp172.d', '2025-01-19', '48h')).toThrow(/counts in d, month, year/)
})

it('a day that no calendar has is refused, not moved to the next month', () => {
  expect(() => count('it.cpp172.d', '2026-02-30', '10d')).toThrow(/no such day/)
  expect(() => count('hours.elapsed', '2025-01-19T25:10+01:00', '48h')).toThrow(/no such day or time/)
  expect(() => count('it.cap', '2025-02-29', '1y')).toThrow(/no such day/)
})

it('a term that ends beyond the years that are written is refused', () => {
  expect(() => count('hours.elapsed', '9999-12-31T10:00Z', '48h')).toThrow(/beyond the years/)
  expect(() => count('it.cap', '2025-01-19', '9000y')).toThrow(/beyond the years/)
  expect(count('it.cap', '2025-01-19', '900y').due.at(-1)).toBe('2925-01-19')
})

it('a month without a day is no start', () => {
  expect(() => count('it.cpp172.d', '2025-01', '10d')).toThrow(/starts on a day or at a minute/)
})
