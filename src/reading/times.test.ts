import { describe, expect, it } from 'vitest'
import type { BlockKind, Report } from '../model/report.js'
import { loadLanguage } from '../packs.js'
import type { TimeReading } from './parts.js'
import { readSentences } from './sentences.js'
import { timeAfterStep } from './times/time-of.js'
import { readTimes } from './times.js'

const language = loadLanguage('en')
if (language === null) throw new Error('the English pack is missing')
const { times: words, syntax } = language

/** A report of these blocks, published on a day, with its times read. */
function read(published: string | null, ...parts: readonly (string | readonly [BlockKind, string])[]) {
  let text = ''
  const blocks = parts.map((part) => {
    const [kind, own] = typeof part === 'string' ? (['paragraph', part] as const) : part
    const start = text.length
    text += `${own}\n\n`
    return { start, end: text.length, kind, why: 'test' }
  })
  const head = {
    id: 'sha256:0',
    url: null,
    outlet: null,
    title: null,
    author: null,
    captured: null,
    language: 'en',
    mediaType: 'text/plain',
  } as const
  const report: Report = { report: { ...head, published }, text, blocks, notes: [] }
  const sentences = readSentences(text, blocks, syntax)
  const times = readTimes(report, sentences, words)
  const words_ = (time: TimeReading) => text.slice(time.start, time.end)
  return {
    times,
    values: Object.fromEntries(times.map((time) => [words_(time), time.value])),
    reading: (expression: string) => times.find((time) => words_(time) === expression),
  }
}

/** Processor time in microseconds: other work on the machine does not count. */
function effort(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user
}

describe('the cases of the English pack', () => {
  it.each(words.cases.map(({ text, published, times }) => [text, published, times] as const))('%s', (text, published, times) => {
    expect(read(published, text).values).toEqual(times)
  })
})

describe('a time keeps how it was found', () => {
  it('stated where the words hold the date, implied where it was worked out, unknown where nothing says it', () => {
    const { reading } = read('2021-06-02', 'He left on 5 May 2020, came back on Sunday and left again in recent years.')
    expect(reading('5 May 2020')?.ground).toBe('stated')
    expect(reading('Sunday')?.ground).toBe('implied')
    expect(reading('recent years')?.ground).toBe('unknown')
  })
  it('with the step from the story, so that it can be taken from another time', () => {
    const { reading } = read('2021-06-02', 'Three days later he left.')
    expect(reading('Three days later')?.step).toEqual({ amount: 3, unit: 'day', toward: 1, from: 'story' })
  })
  it('with the step from a happening that the words after it name', () => {
    const { reading } = read('2021-06-02', 'Two days after his arrest the banker was freed.')
    expect(reading('Two days after')).toMatchObject({ value: 'P2D', step: { amount: 2, unit: 'day', toward: 1, from: 'event' } })
  })
})

describe('a report without a day of publication', () => {
  it('leaves weekdays and months open', () => {
    expect(read(null, 'The mayor resigned on Sunday, in May.').values).toEqual({ Sunday: null, May: null })
  })
  it('still reads dates that are written out', () => {
    expect(read(null, 'The mayor resigned on 5 May 2020. She left the next day.').values).toEqual({
      '5 May 2020': '2020-05-05',
      'the next day': '2020-05-06',
    })
  })
})

describe('the story', () => {
  it('does not go on from a date that only says which person is meant', () => {
    const { values } = read(
      '2021-06-02',
      'The court on Monday freed a banker who was arrested on Friday, and sent him home the same evening.',
    )
    expect(values['the same evening']).toBe('2021-05-31')
  })
  it('does not go on from a day still to come', () => {
    const { values } = read(
      '2021-06-02',
      'She was freed on Monday. The trial will open on 9 September. An hour later her brother was freed.',
    )
    expect(values['An hour later']).toBe('2021-05-31?')
  })
  it('counts from no day that a paragraph has left for another year', () => {
    const { values } = read(
      '2021-06-02',
      'She was freed on Monday.',
      'She was arrested once before, in 2016. Two days later she was freed.',
    )
    expect(values['Two days later']).toBeNull()
  })
  it('holds what a condition threatens for still to come', () => {
    const { values } = read('2021-06-02', 'The guild said that it would go to court if she was not freed by Friday.')
    expect(values.Friday).toBe('2021-06-04')
  })
  it('does not go on from the date of the page', () => {
    const { values } = read('2021-06-02', ['dateline', 'LIMA, 2 June 2021'], 'The guard was arrested and freed two days later.')
    expect(values['two days later']).toBeNull()
  })
  it('of a running report counts "today" from the stamp of the entry', () => {
    const { values } = read(
      '2021-06-02',
      'Monday 31 May, 17:20',
      'The minister resigned this afternoon.',
      'Sunday 30 May, 9:00',
      'The minister was heard yesterday.',
    )
    expect(values['this afternoon']).toBe('2021-05-31')
    expect(values.yesterday).toBe('2021-05-29')
  })
  it('holds a stamp of the hour for a time of the day of publication', () => {
    expect(read('2021-06-02', '10.41 Good morning from Lima.\n11.03 The judge sits down.').values).toEqual({
      '10.41': '2021-06-02T10:41',
      '11.03': '2021-06-02T11:03',
    })
  })
})

describe('a range', () => {
  it('over two dates is one interval for both', () => {
    const { reading } = read('2021-06-02', 'The hearings ran from 3 June 2012 to 9 May 2015.')
    expect(reading('3 June 2012')?.interval).toBe('2012-06-03/2015-05-09')
    expect(reading('9 May 2015')?.interval).toBe('2012-06-03/2015-05-09')
  })
  it('that has begun and not ended is open', () => {
    expect(read('2021-06-02', 'Three men have been on trial since 2019.').reading('2019')?.interval).toBe('2019/..')
  })
  it('is not made of two dates that "and" lists', () => {
    expect(read('2021-06-02', 'She was heard on 3 May 2020 and 7 May 2020.').reading('3 May 2020')?.interval).toBeUndefined()
  })
})

describe('a step from a known time', () => {
  it('is as fine as the time it is taken from', () => {
    expect(timeAfterStep({ amount: 2, unit: 'day', toward: 1, from: 'event' }, '2025-01-19')).toBe('2025-01-21')
    expect(timeAfterStep({ amount: 2, unit: 'week', toward: -1, from: 'event' }, '2025-01-19')).toBe('2025-01-05')
    expect(timeAfterStep({ amount: 11, unit: 'month', toward: 1, from: 'story' }, '2013-11-23')).toBe('2014-10')
    expect(timeAfterStep({ amount: 48, unit: 'hour', toward: 1, from: 'event' }, '2025-01-19')).toBe('2025-01-21')
  })
  it('is open where hours do not say which day, or the known time is none', () => {
    expect(timeAfterStep({ amount: 36, unit: 'hour', toward: 1, from: 'event' }, '2025-01-19')).toBeNull()
    expect(timeAfterStep({ amount: 2, unit: 'day', toward: 1, from: 'event' }, '2011/..')).toBeNull()
  })
  it('is open where the known time is wider than the step', () => {
    expect(timeAfterStep({ amount: 2, unit: 'day', toward: 1, from: 'event' }, '2025-01')).toBeNull()
  })
})

describe('reading times', () => {
  it.each([
    'the same day the year before the ',
    '1 2 3 4 5 May May ',
    'two hundred and two thousand and ',
    'on Monday, who on Tuesday, ',
    '- - 5 - May - 2020 - ',
    'a.m. 9.30 9.30.9 ',
  ])('costs in proportion to the text, even where it is nothing but %j', (unit) => {
    // Of eight rounds the least: what else the machine does, and what the compiler does beside, disturbs some of them.
    const cost = (times: number) => Math.min(...Array.from({ length: 8 }, () => effort(() => read('2021-06-02', unit.repeat(times)))))
    cost(500)
    // Eight times the text: 8 when linear, 64 when quadratic; between them lies what collecting garbage may add.
    expect(cost(4000) / Math.max(cost(500), 1)).toBeLessThan(24)
  })
})
