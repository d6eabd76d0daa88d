import { describe, expect, it } from 'vitest'
import { attribute, eventOf, value } from '../../test/harbour-case.js'
import type { Event } from '../model/record.js'
import { periodsOf, stretchScale } from './periods.js'

function at(...times: readonly string[]): Event {
  const values = times.map((time) => value(time, [], ['A']))
  const status = values.length === 0 ? 'unknown' : values.length > 1 ? 'disputed' : 'single'
  return eventOf(times.join('|'), 'arrest', { time: attribute(status, ...values) })
}

const shape = (events: readonly Event[]) =>
  periodsOf(events).map(({ heading, events: own }) => [heading, own.map(({ time }) => time.values[0]?.value ?? null)])

describe('periods of the timeline', () => {
  it('a day with two happenings stands by itself, what lies between two such days together', () => {
    const days = ['2025-02-18', '2025-02-18T09:30', '2025-02-20', '2025-02-22', '2025-02-24', '2025-02-24T11:00'].map((time) => at(time))
    expect(shape(days)).toEqual([
      ['Tuesday 18 February', ['2025-02-18', '2025-02-18T09:30']],
      ['20 February 2025 to 22 February 2025', ['2025-02-20', '2025-02-22']],
      ['Monday 24 February', ['2025-02-24', '2025-02-24T11:00']],
    ])
  })

  it('a happening dated to the month is never put inside a day', () => {
    expect(shape([at('2025-02-01'), at('2025-02-01T10:00'), at('2025-02')])).toEqual([
      ['Saturday 1 February', ['2025-02-01', '2025-02-01T10:00']],
      ['February 2025', ['2025-02']],
    ])
  })

  it('happenings that no account dates come last and have no scale', () => {
    const periods = periodsOf([at(), at('2025-02-18')])
    expect(periods.map(({ kind }) => kind)).toEqual(['day', 'undated'])
    expect(periods.at(-1)?.scale).toBeNull()
  })

  it('what lies years apart does not share a scale', () => {
    expect(shape([at('2011-03'), at('2025-02-18')]).map(([heading]) => heading)).toEqual(['March 2011', 'Tuesday 18 February'])
  })

  it('an hour stands where the report’s own clock has it, whatever its zone', () => {
    expect(shape([at('2025-02-18T23:30-05:00'), at('2025-02-18')])[0]?.[0]).toBe('Tuesday 18 February')
  })

  it('every event stands in one period and in one only', () => {
    const events = ['2025', '2025-02', '2025-02-18/2025-02-20', '../2025-03', '2011/..', '2025-02-18?', '2025-02-18'].map((time) =>
      at(time),
    )
    expect(
      periodsOf(events)
        .flatMap((period) => period.events)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(events.map(({ id }) => id).sort())
  })
})

describe('the scale of a stretch', () => {
  it.each([
    ['2025-02-18', '2025-02-20', ['18 Feb', '19', '20']],
    ['2024-07-10', '2025-01-16', ['Jul', 'Sep', 'Nov', 'Jan', 'Mar']],
    ['2011-01-01', '2025-01-01', ['2011', '2014', '2017', '2020', '2023', '2026']],
  ])('from %s to %s is told in even steps', (from, to, labels) => {
    const scale = stretchScale(Date.parse(from), Date.parse(to))
    expect(scale.marks.map(({ label }) => label)).toEqual(labels)
    expect(scale.from).toBeLessThanOrEqual(Date.parse(from))
    expect(scale.to).toBeGreaterThanOrEqual(Date.parse(to))
  })
})
