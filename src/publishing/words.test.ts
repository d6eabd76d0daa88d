import { describe, expect, it } from 'vitest'
import { attribute, unknown, value } from '../../test/harbour-case.js'
import { whenInWords } from './dates.js'
import { durationInWords } from './durations.js'
import { counted, inASentence, listed, setting } from './words.js'

describe('words of our own', () => {
  it('counts stand in words up to twelve and in figures above', () => {
    expect([counted(0, 'origin'), counted(1, 'origin'), counted(12, 'origin'), counted(1204, 'statement')]).toEqual([
      'no origins',
      'one origin',
      'twelve origins',
      '1,204 statements',
    ])
  })

  it('a list has its “and” before the last only', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c'])
  })

  it.each([
    ['ministry official', 'a ministry official'],
    ['interior ministry source', 'an interior ministry source'],
    ['source close to the inquiry', 'a source close to the inquiry'],
    ['the police', 'the police'],
    ['two people who saw it', 'two people who saw it'],
    ['officials of the ministry', 'officials of the ministry'],
    ['police', 'police'],
    ['Libyan security official', 'a Libyan security official'],
    ['Italian officials', 'Italian officials'],
    ['three fishermen', 'three fishermen'],
    ['justice ministry', 'the justice ministry'],
    ['International Criminal Court', 'the International Criminal Court'],
    ['Court of Appeal of Rome', 'the Court of Appeal of Rome'],
    ['al-Milad', 'al-Milad'],
    ['harbour_watch', 'harbour_watch'],
    ['Reuters', 'Reuters'],
    ['رويترز', 'رويترز'],
  ])('a party in a sentence has the article it needs and no other: %s', (name, words) => {
    expect(inASentence(name)).toBe(words)
  })

  it('words of a report are set in its language and direction; of an unknown one, as they come', () => {
    expect([setting('ar'), setting('it'), setting(null)]).toEqual([{ lang: 'ar', dir: 'rtl' }, { lang: 'it', dir: 'ltr' }, { dir: 'auto' }])
  })

  it.each([
    ['PT3H7M', '3 hours 7 minutes'],
    ['P1D', '1 day'],
    ['P2M10D', '2 months 10 days'],
    ['-PT30M', '30 minutes before'],
    ['PT0S', 'no time'],
    ['soon', 'soon'],
  ])('%s is %s', (iso, words) => {
    expect(durationInWords(iso)).toBe(words)
  })
})

describe('when, in words', () => {
  const single = (time: string) => attribute('single', value(time, [], ['A']))

  it('says no more than is stated', () => {
    expect(whenInWords(single('2025-02'), null)).toEqual({ words: 'February 2025', beside: null })
    expect(whenInWords(single('2025-02-18'), null)).toEqual({ words: '18 February 2025', beside: null })
    expect(whenInWords(unknown, null)).toEqual({ words: 'Time unknown', beside: 'nobody here says' })
  })

  it('under a day’s heading says the hour, or that none is given', () => {
    expect(whenInWords(single('2025-02-18T09:05'), '2025-02-18')).toEqual({ words: '9.05', beside: null })
    expect(whenInWords(single('2025-02-18'), '2025-02-18')).toEqual({ words: 'During the day', beside: 'hour not given' })
  })

  it('gives every rival, and says what is disputed', () => {
    const hours = attribute('disputed', value('2025-02-18T09:30', [], ['A', 'B']), value('2025-02-18T11:40', [], ['C']))
    expect(whenInWords(hours, '2025-02-18')).toEqual({ words: '9.30 or 11.40', beside: 'the hour is disputed' })
    const days = attribute('disputed', value('2025-02-18', [], ['A', 'B']), value('2025-02-19', [], ['C']))
    expect(whenInWords(days, '2025-02-18')).toEqual({ words: '18 February 2025 or 19 February 2025', beside: 'the time is disputed' })
  })

  it('keeps the hedge of a time that is only ever hedged', () => {
    const hedged = attribute('single', value('2025-02-18', [], ['A'], { hedged: true }))
    expect(whenInWords(hedged, null).beside).toBe('only ever hedged')
    expect(whenInWords(hedged, '2025-02-18').beside).toBe('hour not given; only ever hedged')
  })
})
