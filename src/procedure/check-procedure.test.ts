import { describe, expect, it } from 'vitest'
import type { Place } from '../model/packs.js'
import type { CountingRule, EventCondition, ProcedurePack, ProcedureStep } from '../model/procedure-pack.js'
import type { Finding } from '../model/record.js'
import { checkProcedure } from './check-procedure.js'
import { recordOfTimeline, type TimelineLine } from './timeline-record.js'

const hours: CountingRule = {
  id: 'test.hours',
  says: 'hours elapsed',
  basis: 'none',
  confidence: 'A',
  by: 'hours',
  units: ['h'],
  hours: 'elapsed',
  onlyWorkingDays: false,
  firstDay: 'next',
  roll: 'none',
}

const places: readonly Place[] = [
  { id: 'xy', kind: 'country', names: ['Ruritania'], adjectives: ['Ruritanian'] },
  { id: 'strelsau', kind: 'city', names: ['Strelsau'], within: 'xy' },
  { id: 'zz', kind: 'country', names: ['Grandvia'], adjectives: ['Grandvian'] },
  { id: 'port', kind: 'city', names: ['Port Grand'], within: 'zz' },
]

const arrested: EventCondition = { type: ['arrest'], patient: ['person'], place: 'here' }
const told: EventCondition = { type: ['notification'], agent: ['police', 'unstated'], recipient: ['minister'] }

function step(given: Partial<ProcedureStep> & { readonly id: string }): ProcedureStep {
  return {
    what: 'a step',
    who: 'police',
    starts: [{ kind: 'event', fallback: false, ...arrested }],
    met: [told],
    missed: [],
    cutOff: [],
    may: false,
    onlyOnceStarted: false,
    when: 'custody',
    requires: [],
    deadline: null,
    effect: 'none',
    basis: 'Act 1',
    quote: 'shall tell',
    lang: 'en',
    source: 'example.org',
    confidence: 'A',
    ...given,
  }
}

function packWith(...steps: readonly ProcedureStep[]): ProcedurePack {
  const role = (id: string, names: readonly string[], not: readonly string[] = []) => ({
    id,
    is: id,
    names,
    only: [],
    not,
    kinds: [],
    anywhere: false,
  })
  return {
    id: 'test',
    title: 'Ruritania',
    jurisdiction: 'Ruritania',
    asOf: '2025-01-01',
    lang: 'en',
    here: ['Ruritania', 'Ruritanian'],
    zone: 'Europe/Rome',
    proposedWhen: { events: [], names: [], without: [] },
    opens: [{ type: ['arrest'], place: 'here' }],
    closes: [{ type: ['release'], patient: ['person', 'unstated'] }],
    roles: [
      role('police', ['police']),
      role('minister', ['Minister of Justice', 'justice ministry', 'justice minister'], ['former', 'deputy']),
    ],
    readings: [],
    unsettled: [],
    steps,
  }
}

const arrest: TimelineLine = {
  says: 'arrest',
  type: 'arrest',
  time: '2025-01-19T09:30+01:00',
  agent: 'Ruritanian police',
  patient: 'Rupert H.',
  place: 'Strelsau',
}

function find(pack: ProcedurePack, lines: readonly TimelineLine[], at = '2025-03-01'): Finding {
  const [finding] = checkProcedure(pack, recordOfTimeline(lines), at, { places })
  if (finding === undefined) throw new Error('no finding')
  return finding
}

const telling = (more: Partial<TimelineLine> = {}): TimelineLine => ({
  says: 'told',
  type: 'notification',
  time: '2025-01-19T12:00+01:00',
  agent: 'police',
  recipient: 'Minister of Justice',
  ...more,
})

describe('what counts as done', () => {
  const pack = packWith(step({ id: 'a' }))

  it('an act that an account tells is done, and nothing else makes it so', () => {
    expect(find(pack, [arrest, telling()])).toMatchObject({
      status: 'met',
      statements: ['st:told'],
      done: '2025-01-19T12:00+01:00',
      gap: 'PT2H30M',
    })
  })

  it('silence is unknown once custody is over, never missed', () => {
    const over: TimelineLine = { type: 'release', time: '2025-01-21', patient: 'Rupert H.' }
    expect(find(pack, [arrest, over])).toMatchObject({ status: 'unknown', statements: [] })
  })

  it('an account that it was not done is evidence of a miss', () => {
    expect(find(pack, [arrest, telling({ polarity: 'negative' })])).toMatchObject({ status: 'missed', statements: ['st:told'] })
  })

  it('accounts on both sides contest it and are named on their sides', () => {
    expect(find(pack, [arrest, telling(), telling({ says: 'not', polarity: 'negative', outlet: 'other' })])).toMatchObject({
      status: 'contested',
      statements: ['st:told'],
      against: ['st:not'],
    })
  })

  it.each(['planned', 'demanded', 'conditional'] as const)('what was %s does not count, and is told beside the finding', (modality) => {
    const finding = find(pack, [arrest, telling({ modality })])
    expect(finding.status).toBe('pending')
    expect(finding.reasoning.at(-1)).toMatchObject({ statements: ['st:told'] })
  })

  it('a statement that a person rejected does not count', () => {
    expect(find(pack, [arrest, telling({ state: 'rejected' })]).statements).not.toContain('st:told')
  })

  it('a hedged account counts, and the finding says that it is hedged', () => {
    const finding = find(pack, [arrest, telling({ certainty: 'hedged' })])
    expect(finding.status).toBe('met')
    expect(finding.reasoning.map(({ text }) => text)).toContain('Every account of it is hedged')
  })

  it('an act after the day asked about has not happened yet', () => {
    expect(find(pack, [arrest, telling({ time: '2025-02-10' })], '2025-02-01').status).toBe('pending')
  })

  it('an act on a day before the clock started is another act', () => {
    expect(find(pack, [arrest, telling({ time: '2025-01-10' })]).status).toBe('pending')
  })

  it('an act after the end of custody is not of this custody', () => {
    const over: TimelineLine = { type: 'release', time: '2025-01-21', patient: 'Rupert H.' }
    expect(find(pack, [arrest, over, telling({ time: '2025-02-10' })]).status).toBe('unknown')
  })
})

describe('who holds a role', () => {
  const pack = packWith(step({ id: 'a' }))
  const by = (recipient: string, more: readonly TimelineLine[] = []) => find(pack, [arrest, ...more, telling({ recipient })]).status

  it.each(['Ruritanian justice ministry', 'Justice Minister Anna K.', 'the Ministry’s Minister of Justice'])(
    '%s is the minister',
    (name) => {
      expect(by(name)).toBe('met')
    },
  )

  it.each([
    'former justice minister',
    'deputy Minister of Justice',
    'Grandvian justice ministry',
    'injustice minister',
    'interior ministry',
  ])('%s is not', (name) => {
    expect(by(name)).toBe('pending')
  })

  it('a person holds the office that an account gives, and not one held formerly', () => {
    const role = (former: boolean): TimelineLine => ({ type: 'role', agent: 'Anna K.', detail: { title: 'justice minister', former } })
    expect(by('Anna K.', [role(false)])).toBe('met')
    expect(by('Anna K.', [role(true)])).toBe('pending')
  })

  it('a bare title is the party only while nothing else says which one', () => {
    const bare = packWith(step({ id: 'a' }))
    const pack = {
      ...bare,
      roles: bare.roles.map((role) => (role.id === 'minister' ? { ...role, only: ['minister'], not: ['interior'] } : role)),
    }
    const asked = (names: readonly string[]) => {
      const record = recordOfTimeline([arrest, telling({ recipient: 'minister' })], [{ names }])
      return checkProcedure(pack, record, '2025-03-01', { places })[0]?.status
    }
    expect(asked(['minister'])).toBe('met')
    expect(asked(['minister', 'interior minister'])).toBe('pending')
  })

  it('an act whose agent no account names counts only where the pack says so', () => {
    const { agent: _, ...passive } = telling()
    expect(find(pack, [arrest, passive]).status).toBe('met')
    const strict = packWith(step({ id: 'a', met: [{ ...told, agent: ['police'] }] }))
    expect(find(strict, [arrest, passive]).status).toBe('pending')
  })
})

describe('whose custody', () => {
  const pack = packWith(step({ id: 'a', deadline: { kind: 'ceiling', amount: { n: 48, unit: 'h' }, rule: hours, extend: [] } }))

  it('an arrest in another country does not start the clock', () => {
    expect(find(pack, [{ ...arrest, place: 'Port Grand', agent: 'police' }]).due).toBeNull()
    expect(find(pack, [{ type: 'arrest', time: '2025-01-19', agent: 'Grandvian police', patient: 'Rupert H.' }]).due).toBeNull()
  })

  it('another person’s arrest is not this one’s', () => {
    const other: TimelineLine = { type: 'arrest', time: '2025-01-02', agent: 'police', patient: 'Antoinette de M.', place: 'Strelsau' }
    const more: TimelineLine = { type: 'hearing', time: '2025-01-20', patient: 'Rupert H.' }
    expect(find(pack, [other, arrest, more]).due).toBe('2025-01-21T09:30+01:00')
  })

  it('a hearing in another country is not of this custody', () => {
    const heard = packWith(step({ id: 'a', met: [{ type: ['hearing'], patient: ['person', 'unstated'] }] }))
    const hearing = (place: string): TimelineLine => ({ type: 'hearing', time: '2025-01-20', patient: 'Rupert H.', place })
    expect(find(heard, [arrest, hearing('Port Grand')]).status).toBe('pending')
    expect(find(heard, [arrest, hearing('Strelsau')]).status).toBe('met')
  })

  it('an act told without saying of whom counts, and the finding says so', () => {
    const heard = packWith(step({ id: 'a', met: [{ type: ['hearing'], patient: ['person', 'unstated'] }] }))
    const finding = find(heard, [arrest, { type: 'hearing', time: '2025-01-20' }])
    expect(finding.status).toBe('met')
    expect(finding.reasoning.some(({ text }) => text.includes('does not say of whom'))).toBe(true)
  })

  it('a later arrest that the record keeps apart is told and not counted', () => {
    const again: TimelineLine = { ...arrest, says: 'again', time: '2025-06-01' }
    const finding = find(pack, [arrest, { ...arrest, says: 'same', event: 'arrest', outlet: 'b' }, again])
    expect(finding.due).toBe('2025-01-21T09:30+01:00')
  })
})

describe('terms', () => {
  const pack = packWith(step({ id: 'a', deadline: { kind: 'ceiling', amount: { n: 48, unit: 'h' }, rule: hours, extend: [] } }))

  it('in time and late', () => {
    expect(find(pack, [arrest, telling({ time: '2025-01-21T09:30+01:00' })]).status).toBe('met')
    expect(find(pack, [arrest, telling({ time: '2025-01-21T09:31+01:00' })]).status).toBe('late')
  })

  it('dates too coarse to tell are not decided', () => {
    expect(find(pack, [arrest, telling({ time: '2025-01-21' })]).status).toBe('unknown')
    expect(find(pack, [arrest, telling({ time: '2025-01' })]).status).toBe('unknown')
  })

  it('an act without a date is done, and whether in time is unknown', () => {
    const { time: _, ...undated } = telling()
    expect(find(pack, [arrest, undated])).toMatchObject({ status: 'unknown', statements: ['st:told'], done: null })
  })

  it('rival dates that decide differently contest the finding, on their sides', () => {
    const early = telling({ says: 'early', event: 'told' })
    const late = telling({ says: 'late', event: 'told', time: '2025-01-25', outlet: 'other' })
    expect(find(pack, [arrest, early, late])).toMatchObject({
      status: 'contested',
      statements: ['st:arrest', 'st:early'],
      against: ['st:arrest', 'st:late'],
    })
  })

  it('rival dates that decide alike do not', () => {
    const one = telling({ says: 'one', event: 'told', time: '2025-01-25' })
    const two = telling({ says: 'two', event: 'told', time: '2025-01-26', outlet: 'other' })
    expect(find(pack, [arrest, one, two])).toMatchObject({ status: 'late', done: '2025-01-25/2025-01-26' })
  })

  it('a term cut short by the end of custody is no failure of time', () => {
    const over: TimelineLine = { says: 'over', type: 'release', time: '2025-01-20', patient: 'Rupert H.' }
    expect(find(pack, [arrest, over])).toMatchObject({ status: 'not-applicable', due: '2025-01-21T09:30+01:00' })
  })

  it('an arrest known by its day gives the range of ends it allows', () => {
    expect(find(pack, [{ ...arrest, time: '2025-01-19' }]).due).toBe('2025-01-21T00:00+01:00/2025-01-21T23:59+01:00')
  })

  it('several events that may start the clock give the range of their ends', () => {
    const two = packWith(
      step({
        id: 'a',
        met: [],
        starts: [{ kind: 'event', fallback: false, ...told }],
        deadline: { kind: 'ceiling', amount: { n: 24, unit: 'h' }, rule: hours, extend: [] },
      }),
    )
    const mail = telling({ says: 'mail' })
    const letter = telling({ says: 'letter', time: '2025-01-20T14:00+01:00' })
    expect(find(two, [arrest, mail, letter]).due).toBe('2025-01-20T12:00+01:00/2025-01-21T14:00+01:00')
  })

  it('a start that stands in for another counts only where the other is not told', () => {
    const appealed: EventCondition = { type: ['appeal'] }
    const pack = packWith(
      step({
        id: 'a',
        starts: [
          { kind: 'event', fallback: false, ...appealed },
          { kind: 'event', fallback: true, ...arrested },
        ],
        deadline: { kind: 'ceiling', amount: { n: 24, unit: 'h' }, rule: hours, extend: [] },
      }),
    )
    expect(find(pack, [arrest]).due).toBe('2025-01-20T09:30+01:00')
    expect(find(pack, [arrest, { type: 'appeal', time: '2025-01-21T10:00+01:00' }]).due).toBe('2025-01-22T10:00+01:00')
  })

  it('a soft word gives the time gone and no verdict', () => {
    const soft = packWith(step({ id: 'a', deadline: { kind: 'soft', words: 'promptly', compare: ['Grandvia, 24 hours'] } }))
    expect(find(soft, [arrest, telling()])).toMatchObject({ status: 'no-verdict', due: null, gap: 'PT2H30M' })
  })

  it('what other laws make of a soft word stands beside the time gone', () => {
    const soft = packWith(step({ id: 'a', deadline: { kind: 'soft', words: 'promptly', compare: ['Grandvia, 24 hours'] } }))
    const finding = find(soft, [arrest, telling()])
    expect(finding.status).toBe('no-verdict')
    expect(finding.reasoning.map(({ text }) => text).join()).toContain('Grandvia, 24 hours')
  })

  it('a step whose words were not seen says why, and shows none', () => {
    const finding = find(packWith(step({ id: 'a', quote: '', unseen: 'the article is cut off' })), [arrest, telling()])
    expect(finding).toMatchObject({ quote: '', lang: 'en' })
    expect(finding.reasoning.at(-1)?.text).toContain('the article is cut off')
  })

  it('a step nobody has seen the words of gives no verdict, whatever is told', () => {
    const unseen = packWith(step({ id: 'a', confidence: 'U' }))
    expect(find(unseen, [arrest, telling()]).status).toBe('no-verdict')
    expect(find(unseen, [arrest, telling({ polarity: 'negative' })]).status).toBe('no-verdict')
  })

  it('an act before the end of a floor is too early', () => {
    const floor = packWith(step({ id: 'a', deadline: { kind: 'floor', amount: { n: 48, unit: 'h' }, rule: hours, extend: [] } }))
    expect(find(floor, [arrest, telling({ time: '2025-01-20T09:00+01:00' })]).status).toBe('missed')
    expect(find(floor, [arrest, telling({ time: '2025-01-22T09:00+01:00' })]).status).toBe('met')
  })

  it('a text is applied only while it is in force', () => {
    const old = packWith(step({ id: 'a', valid: { to: '2024-12-31' } }))
    expect(find(old, [arrest, telling()]).status).toBe('not-applicable')
  })
})

describe('steps that must come first', () => {
  const ordered: EventCondition = { type: ['ruling'], patient: ['person', 'unstated'] }
  const pack = packWith(step({ id: 'first' }), step({ id: 'second', starts: [], met: [ordered], requires: ['first'] }))
  const second = (lines: readonly TimelineLine[]) => checkProcedure(pack, recordOfTimeline(lines), '2025-03-01', { places })[1]
  const ruling: TimelineLine = { says: 'ruling', type: 'ruling', time: '2025-01-21', patient: 'Rupert H.' }

  it('a missed step blocks the next, which names it', () => {
    expect(second([arrest, telling({ polarity: 'negative' })])).toMatchObject({ status: 'blocked', blockedBy: 'first' })
  })

  it('a step of which nothing is told blocks nothing', () => {
    expect(second([arrest])).toMatchObject({ status: 'unknown', blockedBy: null })
  })

  it('an act told although what must come first was missed is contested', () => {
    expect(second([arrest, telling({ polarity: 'negative' }), ruling])).toMatchObject({ status: 'contested', against: ['st:told'] })
  })

  it('steps that require each other come to an end', () => {
    const circle = packWith(step({ id: 'one', requires: ['two'] }), step({ id: 'two', requires: ['one'] }))
    expect(find(circle, [arrest, telling({ polarity: 'negative' })]).status).toBe('blocked')
  })
})

it('the same record and day give the same findings', () => {
  const pack = packWith(step({ id: 'a' }))
  const record = recordOfTimeline([arrest, telling()])
  expect(checkProcedure(pack, record, '2025-03-01', { places })).toEqual(checkProcedure(pack, record, '2025-03-01', { places }))
})

it('a day that is none is refused', () => {
  expect(() => checkProcedure(packWith(step({ id: 'a' })), recordOfTimeline([arrest]), 'soon')).toThrow(/as of a day or a minute/)
})

describe('notices', () => {
  const asked: EventCondition = { type: ['alert'], patient: ['person'], notice: ['red-notice', 'red-diffusion'] }
  const pack = packWith(step({ id: 'a', starts: [], met: [asked], when: 'any' }))
  const alert = (detail: TimelineLine['detail']): TimelineLine => ({
    says: 'alert',
    type: 'alert',
    time: '2025-01-18',
    agent: 'Interpol',
    patient: 'Rupert H.',
    ...(detail === undefined ? {} : { detail }),
  })

  it('a red notice asks for arrest, a blue one does not', () => {
    expect(find(pack, [alert({ notice: 'red-notice' }), arrest]).status).toBe('met')
    expect(find(pack, [alert({ notice: 'blue-notice' }), arrest]).status).not.toBe('met')
  })

  it('a notice of which nobody says the kind is not refused', () => expect(find(pack, [alert(undefined), arrest]).status).toBe('met'))

  it('accounts that call one alert a notice and a diffusion are told to differ', () => {
    const lines = [
      { ...alert({ notice: 'red-notice' }), event: 'alert', outlet: 'one' },
      { ...alert({ notice: 'red-diffusion' }), event: 'alert', outlet: 'two', says: 'other' },
    ]
    const { reasoning } = find(pack, [...lines, arrest])
    expect(reasoning.map(({ text }) => text).join()).toContain('red notice or, as others say, red diffusion')
  })
})

describe('where a person is held', () => {
  const elsewhere: readonly Place[] = [...places.map((place) => ({ ...place, zone: 'Asia/Manila' }))]
  const pack = packWith(step({ id: 'a', deadline: { kind: 'ceiling', amount: { n: 24, unit: 'h' }, rule: hours, extend: [] } }))

  it('a clock time without an offset is that of the place, and so is what is due', () => {
    const record = recordOfTimeline([{ ...arrest, time: '2025-03-11T09:20' }], [], elsewhere)
    expect(checkProcedure(pack, record, '2025-03-11', { places: elsewhere })[0]?.due).toBe('2025-03-12T09:20+08:00')
  })

  it('a narrow place is known by the wide one that an account gives with it', () => {
    const record = recordOfTimeline([{ ...arrest, place: ['a hotel', 'Strelsau'] }], [], places)
    const narrow = {
      ...record,
      events: record.events.map((event) => ({ ...event, place: { ...event.place, values: event.place.values.slice(0, 1) } })),
    }
    expect(checkProcedure(pack, narrow, '2025-03-01', { places })[0]?.due).not.toBeNull()
  })

  it('a season is as wide as it may be, and stops nothing', () => {
    expect(find(packWith(step({ id: 'a' })), [{ ...arrest, time: '2025-21' }, telling()]).status).toBe('met')
  })
})
