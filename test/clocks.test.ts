import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clocksOfTimeline, countTerm, loadEveryProcedure } from '../src/attest.js'
import { packsFolder } from '../src/packs.js'
import { clocksCalendar } from '../src/publishing/clocks-calendar.js'

const arrest = '{"type":"arrest","time":"2025-01-19T09:30","place":["Turin"]}'
const asked = { at: '2025-01-20T12:00+01:00', packs: ['it-extr-716'] }
const running = async (more: object = {}, lines = arrest) => (await clocksOfTimeline(lines, { ...asked, ...more })).clocks

describe('clocks of one line typed at a police station', () => {
  it('say what is due next, and how long is left', async () => {
    const { clocks } = await running()
    expect(clocks[0]).toMatchObject({
      step: 'e3',
      state: 'running',
      due: '2025-01-21T09:30+01:00/2025-01-21T10:00+01:00',
      left: { first: 'PT21H30M', last: 'PT22H' },
    })
    expect(clocks.at(-1)).toMatchObject({ step: 'e2', state: 'soon', due: null, gone: 'PT26H30M' })
  })

  it('are over for what has been done', async () => {
    const done = '{"type":"notification","time":"2025-01-19T15:00","place":["Turin"],"agent":"police","recipient":"Turin Court of Appeal"}'
    const { clocks } = await running({}, `${arrest}\n${done}`)
    expect(clocks.map(({ step }) => step)).not.toContain('e3')
  })

  it('have ended, and nobody says whether it was done', async () => {
    const { clocks } = await running({ at: '2025-01-25' })
    expect(clocks.find(({ step }) => step === 'e3')?.state).toBe('ended')
  })

  it('what if the court ruled: the minister then has ten days, and a Sunday moves them', async () => {
    const { clocks, supposed } = await running({ suppose: ['ruling 2025-01-23T09:30 Rome Court of Appeal'] })
    expect(clocks.find(({ step }) => step === 'e5')).toMatchObject({ due: '2025-02-03', state: 'running' })
    expect(supposed.join()).toContain('validated')
  })

  it('a reading nobody holds is refused with those there are', async () => {
    await expect(running({ readings: ['R-NONE'] })).rejects.toThrow(/R-716/)
  })

  it('without a pack, say why each was proposed', async () => {
    const warrant = '{"type":"warrant","time":"2025-01-18","agent":"International Criminal Court"}'
    const { packs } = await running({ packs: [] }, `${arrest}\n${warrant}`)
    expect(packs.find(({ id }) => id === 'it-icc-237')?.because).toContain('Turin')
  })
})

describe('the calendar of due times', () => {
  it('holds one entry for each term that runs, at an instant where the law counts hours', async () => {
    const calendar = clocksCalendar('Case; one', await running())
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(calendar).toContain('DTSTART:20250121T083000Z')
    expect(calendar).toContain('SUMMARY:Case\\; one')
    expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  it('and on a whole day where the law counts days', async () => {
    const calendar = clocksCalendar('x', await running({ suppose: ['ruling validated 2025-01-23'] }))
    expect(calendar).toContain('DTSTART;VALUE=DATE:20250203')
    expect(calendar).toContain('DTEND;VALUE=DATE:20250204')
  })
})

describe('counting alone', () => {
  it('a country sets the holidays where a rule leaves them to it', async () => {
    expect((await countTerm('eu.1182', '2026-09-27', { amount: '15d', place: 'Spain' })).due).toEqual(['2026-10-13'])
    expect((await countTerm('eu.1182', '2026-09-27', { amount: '15d', place: 'Berlin' })).due).toEqual(['2026-10-12'])
  })

  it('a town sets the clocks where a rule has none', async () => {
    expect((await countTerm('hours.elapsed', '2025-03-29T20:00+01:00', { amount: '24h', place: 'Paris' })).due).toEqual([
      '2025-03-30T21:00+02:00',
    ])
  })

  it.each([
    ['no.rule', '10d', undefined, 'no counting rule "no.rule"'],
    ['it.cpp172.d', 'ten', undefined, '48h, 10d'],
    ['it.cpp172.d', '10d', 'Nowhereville', 'no place "Nowhereville"'],
  ])('%s with %s is refused', async (rule, amount, place, words) => {
    await expect(countTerm(rule, '2025-01-19', { amount, place })).rejects.toThrow(words)
  })
})

it('one pack that is wrong is told, and the others load', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attest-packs-'))
  try {
    cpSync(join(packsFolder, 'procedures'), join(folder, 'procedures'), { recursive: true })
    writeFileSync(join(folder, 'procedures', 'us-18usc', 'pack.yaml'), 'id: us-18usc\ncolour: red\n')
    const { packs, broken } = loadEveryProcedure(folder)
    expect(packs.length).toBeGreaterThan(10)
    expect(broken.map(({ id }) => id)).toEqual(['us-18usc'])
    expect(broken[0]?.message).toContain('line')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
