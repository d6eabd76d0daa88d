import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canCoincide, dayOf, extentOf, timeInWords } from './time.js'

const at = (iso: string) => Date.parse(iso)

describe('the extent of a value', () => {
  it('of a day is its 24 hours', () => {
    expect(extentOf('2025-01-19')).toEqual({
      from: at('2025-01-19T00:00Z'),
      to: at('2025-01-20T00:00Z'),
      precision: 'day',
      uncertain: false,
    })
  })
  it('of an uncertain day is the same day, marked', () => {
    expect(extentOf('2025-01-19?')).toEqual({ ...extentOf('2025-01-19'), uncertain: true })
  })
  it('of December runs to the new year', () => {
    expect(extentOf('2024-12')?.to).toBe(at('2025-01-01T00:00Z'))
  })
  it('of a minute counts its offset', () => {
    expect(extentOf('2025-01-21T15:30+01:00')?.from).toBe(at('2025-01-21T14:30Z'))
    expect(extentOf('2025-01-21T15:30-05:30')?.from).toBe(at('2025-01-21T21:00Z'))
  })
  it('of midnight at the end of a day is the start of the next', () => {
    expect(extentOf('2025-01-21T24:00')?.from).toBe(at('2025-01-22T00:00Z'))
  })
  it('of an interval runs from the start of the one to the end of the other', () => {
    expect(extentOf('2025-01-19/2025-01-21')).toEqual({
      from: at('2025-01-19T00:00Z'),
      to: at('2025-01-22T00:00Z'),
      precision: 'range',
      uncertain: false,
    })
  })
  it('is open where the interval is', () => {
    expect(extentOf('2011/..')).toMatchObject({ from: at('2011-01-01T00:00Z'), to: null })
    expect(extentOf('../2011')).toMatchObject({ from: null, to: at('2012-01-01T00:00Z') })
  })
  it('of a decade or century with digits unsaid is all of it', () => {
    expect(extentOf('199X')).toMatchObject({ from: at('1990-01-01T00:00Z'), to: at('2000-01-01T00:00Z') })
    expect(extentOf('19XX')).toMatchObject({ from: at('1900-01-01T00:00Z'), to: at('2000-01-01T00:00Z') })
    expect(extentOf('2025-01-XX')).toEqual(extentOf('2025-01'))
  })
  it('of a quarter is three months', () => {
    expect(extentOf('2024-35')).toMatchObject({ from: at('2024-07-01T00:00Z'), to: at('2024-10-01T00:00Z') })
  })
  it('of winter reaches into the next year', () => {
    expect(extentOf('2024-24')?.to).toBe(at('2025-03-01T00:00Z'))
  })
  it('holds for the years 0 and 9999', () => {
    expect(extentOf('0000')?.from).toBe(at('0000-01-01T00:00Z'))
    expect(extentOf('9999-12-31')?.to).toBe(at('+010000-01-01T00:00Z'))
  })
  it.each([
    '',
    'yesterday',
    '2025-13',
    '2025-00',
    '2025-02-29',
    '2025-04-31',
    '2025-01-19T25:00',
    '2025-01-19T09:60',
    '2025-1-9',
    '/',
    '../..',
    '2025-01-21/2025-01-19',
    'P2D',
    '2025-22-01',
  ])('is null for %j', (value) => {
    expect(extentOf(value)).toBeNull()
  })
  it('of a leap day exists in leap years alone', () => {
    expect(extentOf('2024-02-29')).not.toBeNull()
    expect(extentOf('2023-02-29')).toBeNull()
  })
  it('of any day lies inside that of its month and year', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }),
        (date) => {
          const value = date.toISOString().slice(0, 10)
          const [of, month, year] = [extentOf(value), extentOf(value.slice(0, 7)), extentOf(value.slice(0, 4))]
          expect(of?.from).toBeGreaterThanOrEqual(month?.from ?? Number.NaN)
          expect(month?.to).toBeGreaterThanOrEqual(of?.to ?? Number.NaN)
          expect(year?.to).toBeGreaterThanOrEqual(month?.to ?? Number.NaN)
        },
      ),
    )
  })
})

describe('two values can both be true', () => {
  it.each([
    ['2025-01-19', '2025-01'],
    ['2025-01-19', '2025-01-19T09:30'],
    ['2025-01-19?', '2025-01-19'],
    ['2025-01-19/2025-01-21', '2025-01-20'],
    ['2011/..', '2014-05'],
    ['2025-01-22T00:30+01:00', '2025-01-21T23:30Z'],
    ['2025-01-21T20:00?', '2025-01-21T20:10'],
    ['2025-01-21T09:30', '2025-01-21T08:30Z'],
    ['2025-01-21T23:30+01:00', '2025-01-21'],
    ['199X', '1995-07'],
  ])('%s and %s', (a, b) => {
    expect(canCoincide(a, b)).toBe(true)
    expect(canCoincide(b, a)).toBe(true)
  })
  it.each([
    ['2025-01-19', '2025-01-20'],
    ['2025-01-19?', '2025-01-20'],
    ['2025-01-19', '2025-02'],
    ['2025-01-21T09:30', '2025-01-21T10:30'],
    ['2025-01-21T09:30+01:00', '2025-01-21T09:30Z'],
    ['2011/..', '2010'],
    ['2025-01-19/2025-01-21', '2025-01-22'],
    ['199X', '2000'],
  ])('but not %s and %s', (a, b) => {
    expect(canCoincide(a, b)).toBe(false)
    expect(canCoincide(b, a)).toBe(false)
  })
})

describe('the day of a value', () => {
  it('is the local day of a minute', () => {
    expect(dayOf('2025-01-22T00:30+01:00')).toBe('2025-01-22')
  })
  it('is not known for a month or an interval', () => {
    expect(dayOf('2025-01')).toBeNull()
    expect(dayOf('2025-01-19/2025-01-21')).toBeNull()
  })
})

describe('a time in words', () => {
  it.each([
    ['2025-01-19', '19 January 2025'],
    ['2025-01-19?', '19 January 2025 (uncertain)'],
    ['2025-01-19~', 'about 19 January 2025'],
    ['2025-01-19T09:05', '19 January 2025, 9.05'],
    ['2025-01', 'January 2025'],
    ['2025', '2025'],
    ['2025-01-19/2025-01-21', 'between 19 January 2025 and 21 January 2025'],
    ['2011/..', 'since 2011'],
    ['../2025-01-20', 'until 20 January 2025'],
    ['2024-22', 'summer 2024'],
    ['2024-33', 'the first quarter of 2024'],
    ['199X', 'the 1990s'],
    ['2025-01-XX', 'January 2025'],
  ])('%s is "%s"', (edtf, words) => {
    expect(timeInWords(edtf)).toBe(words)
  })
  it('that is none stands as it is', () => {
    expect(timeInWords('P2D')).toBe('P2D')
  })
})
