import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act, Decision, PartyAnchor, StatementAnchor } from '../model/decision.js'
import { canonicalJson, type ReportId } from '../model/ids.js'
import type { Entity, Event, Reconciled } from '../model/record.js'
import type { ReadReport } from '../model/report.js'
import { loadKnowledge } from '../packs.js'
import { reconcile } from './reconcile.js'
import { ReconciledCase } from './reconciled-case.js'
import { reportOf, type Says } from './test-reports.js'

const knowledge = loadKnowledge()
const record = (read: readonly ReadReport[], ...acts: readonly Act[]): Reconciled => reconcile(read, acts.map(decisionOf), knowledge)
const decisionOf = (act: Act, index: number): Decision => ({
  line: index + 10,
  who: 'Ada',
  when: '2024-06-01T09:00Z',
  because: 'checked',
  act,
})
const person = (name: string): PartyAnchor => ({ name, kind: 'person' })
const anchorOf = ({ report, text, statements }: ReadReport, index: number): StatementAnchor => {
  const { id, type, quote } = statements[index] as ReadReport['statements'][number]
  return {
    report: report.id,
    statement: id,
    type,
    exact: quote.exact,
    prefix: text.slice(Math.max(0, quote.start - 32), quote.start),
    suffix: text.slice(quote.end, quote.end + 32),
  }
}
const named = ({ entities }: Reconciled, form: string): Entity => {
  const found = entities.filter(({ names }) => names.some(({ value }) => value === form))
  expect(
    found.map(({ name }) => name),
    form,
  ).toHaveLength(1)
  return found[0] as Entity
}
const eventsOf = ({ events }: Reconciled, type: Event['type']) => events.filter((event) => event.type === type)
const only = <T>(things: readonly T[]): T => {
  expect(things).toHaveLength(1)
  return things[0] as T
}

const arrest = (more: Partial<Says> = {}): Says => ({
  type: 'arrest',
  words: 'Harbour police seized Marko Dravic in Trieste',
  agent: ['harbour police'],
  patient: ['Marko Dravic'],
  place: ['Trieste'],
  time: '2024-05-02',
  ...more,
})
const dravic = { 'Marko Dravic': 'person' } as const

describe('parties', () => {
  it('spellings of one name in several reports are one person, and every spelling keeps its reports', () => {
    const [a, b] = [
      reportOf({ outlet: 'A', names: { 'Hissène Habré': 'person' } }),
      reportOf({ outlet: 'B', names: { 'Hissein Habre': 'person' } }),
    ]
    const entity = named(record([a, b]), 'Hissein Habre')
    expect(entity.names).toEqual([
      { value: 'Hissein Habre', reports: [b.report.id] },
      { value: 'Hissène Habré', reports: [a.report.id] },
    ])
    expect(entity.because.join()).toContain('spellings of one name')
  })

  it.each([
    ['Khalifa Haftar', 'خليفة حفتر'],
    ['Kim Jong Un', '김정은'],
    ['Ratko Mladić', 'Ратко Младић'],
    ['David Cohen', 'דוד כהן'],
    ['Xi Jinping', '习近平'],
  ])('%s and %s in two reports are one person', (a, b) => {
    const both = record([reportOf({ outlet: 'A', names: { [a]: 'person' } }), reportOf({ outlet: 'B', names: { [b]: 'person' } })])
    expect(both.entities).toHaveLength(1)
  })

  it('a family name alone joins where one person bears it, and is a question where two do', () => {
    const full = reportOf({ outlet: 'A', names: { 'Sara Okello': 'person' } })
    const short = reportOf({ outlet: 'B', names: { 'Ms Okello': 'person' } })
    const other = reportOf({ outlet: 'C', names: { 'Peter Okello': 'person' } })
    expect(named(record([full, short]), 'Ms Okello').name).toBe('Sara Okello')
    const two = record([full, short, other])
    expect(two.entities).toHaveLength(3)
    expect(two.possible).toHaveLength(2)
  })

  it('a person by initials is whoever has them, where one person has', () => {
    const a = reportOf({ outlet: 'A', names: { 'Henrike van der Aalst': 'person' } })
    const b = reportOf({ outlet: 'B', names: { HvdA: 'person' } })
    expect(record([a, b]).entities).toHaveLength(1)
  })

  it('a lone byname joins where reports say the same of both', () => {
    const says = (name: string): readonly Says[] => [
      arrest({ words: `${name} was seized`, patient: [name] }),
      { type: 'release', words: `${name} was let out`, patient: [name] },
    ]
    const a = reportOf({ outlet: 'A', names: { 'Osama Najim': 'person', Almasri: ['person', 'Osama Najim'] }, says: says('Osama Najim') })
    const b = reportOf({ outlet: 'B', names: { Almasri: 'person' }, says: says('Almasri') })
    expect(record([a, b]).entities.filter(({ kind }) => kind === 'person')).toHaveLength(1)
  })

  /** Two reports that tell of a man under two names the same arrest, warrant and release, on days that differ. */
  const oneStoryOf = (a: string, b: string) =>
    record(
      [a, b].map((name, index) =>
        reportOf({
          outlet: `O${index}`,
          names: { [name]: 'person' },
          says: [
            arrest({ words: `${name} was seized`, patient: [name], time: `2024-05-0${index + 1}` }),
            { type: 'warrant', words: `a warrant for ${name}`, patient: [name] },
            { type: 'release', words: `${name} was let out`, patient: [name] },
          ],
        }),
      ),
    ).entities.filter(({ kind }) => kind === 'person')

  it('two names that agree in two words of three are one person where reports tell one story of both, and else a question', () => {
    expect(oneStoryOf('Branko Dravic Lisac', 'Captain-designate Branko Dravic')).toHaveLength(1)
    const nothingTold = record(
      ['Branko Dravic Lisac', 'Selim Branko Dravic'].map((name, index) => reportOf({ outlet: `O${index}`, names: { [name]: 'person' } })),
    )
    expect(nothingTold.entities).toHaveLength(2)
    expect(nothingTold.possible).toHaveLength(1)
  })

  it('two such names stay a question where the same things befell both, but on no day and in no place that they share', () => {
    const befell = ['Branko Dravic Lisac', 'Selim Branko Dravic'].map((name, index) =>
      reportOf({
        outlet: `O${index}`,
        names: { [name]: 'person' },
        says: (['warrant', 'release', 'charge'] as const).map((type) => ({ type, words: `${type}: ${name}`, patient: [name] })),
      }),
    )
    const { entities, possible } = record(befell)
    expect(entities.filter(({ kind }) => kind === 'person')).toHaveLength(2)
    expect(possible).toHaveLength(1)
  })

  it('brothers of whom one story is told stay two, and so do sons of two fathers', () => {
    expect(oneStoryOf('Anwar Sabri Haddoud', 'Tarek Sabri Haddoud')).toHaveLength(2)
    expect(oneStoryOf('Anwar Sabri Haddoud', 'Anwar Nizar Haddoud')).toHaveLength(2)
  })

  it('the Supreme Court is the Supreme Court in Madrid where no other is told of, and a question where one is', () => {
    const [short, madrid, manila] = ['Supreme Court', 'Supreme Court in Madrid', 'Supreme Court in Manila'].map((name, index) =>
      reportOf({ outlet: `O${index}`, names: { [name]: 'organization' } }),
    ) as [ReadReport, ReadReport, ReadReport]
    expect(record([short, madrid]).entities).toHaveLength(1)
    expect(record([short, madrid, manila]).entities).toHaveLength(3)
  })

  it('a shared byname alone joins nobody and is offered to a person', () => {
    const a = reportOf({ outlet: 'A', names: { 'Osama Najim': 'person', Almasri: ['person', 'Osama Najim'] } })
    const b = reportOf({ outlet: 'B', names: { Almasri: 'person' } })
    const both = record([a, b])
    expect(both.entities).toHaveLength(2)
    expect(both.possible[0]?.because.join()).toContain('that alone joins nobody')
  })

  it('a name made of names and bynames that another report explains is the same person', () => {
    const a = reportOf({ outlet: 'A', names: { 'Osama Najim': 'person', Almasri: ['person', 'Osama Najim'] } })
    const b = reportOf({ outlet: 'B', names: { 'Osama Almasri': 'person' } })
    expect(record([a, b]).entities).toHaveLength(1)
  })

  it('two men of one family name whom one report tells apart stay two', () => {
    const a = reportOf({ outlet: 'A', names: { 'Anton Keller': 'person', 'A. Keller': 'person' } })
    expect(record([a]).entities).toHaveLength(2)
  })

  it('an acronym is its long form where a report explains it, and a court is not its chamber', () => {
    const a = reportOf({
      outlet: 'A',
      names: { 'Movement for the Liberation of Congo': 'organization', MLC: ['organization', 'Movement for the Liberation of Congo'] },
    })
    const b = reportOf({
      outlet: 'B',
      names: { MLC: 'organization', 'International Criminal Court': 'organization', 'Pre-Trial Chamber I': 'organization' },
    })
    const both = record([a, b])
    expect(both.entities.map(({ name }) => name).sort()).toEqual([
      'International Criminal Court',
      'Movement for the Liberation of Congo',
      'Pre-Trial Chamber I',
    ])
  })

  it('an unnamed source is no party that could be met again', () => {
    const a = reportOf({ outlet: 'A', names: dravic, says: [arrest({ sources: ['two harbour officials'] })] })
    expect(record([a]).entities.map(({ name }) => name)).not.toContain('two harbour officials')
  })
})

describe('decisions on names', () => {
  const a = reportOf({ outlet: 'A', names: { 'Osama Najim': 'person' }, says: [arrest({ patient: ['Osama Najim'] })] })
  const b = reportOf({ outlet: 'B', names: { 'Osama Almasri': 'person' } })
  const c = reportOf({ outlet: 'C', names: { 'Osema Njeem': 'person' } })
  const same: Act = { act: 'same', a: person('Osama Najim'), b: person('Osama Almasri') }

  it('"same" joins what no rule would, and says who said so', () => {
    expect(record([a, b]).entities.filter(({ kind }) => kind === 'person')).toHaveLength(2)
    const entity = named(record([a, b], same), 'Osama Almasri')
    expect(entity.because.join()).toContain('Ada said so on line 10')
  })

  it('"not the same" and "unsure" keep apart what a rule would join; unsure is asked again', () => {
    for (const act of ['not-same', 'unsure'] as const) {
      const apart = record([a, c], { act, a: person('Osama Najim'), b: person('Osema Njeem') })
      expect(apart.entities.filter(({ kind }) => kind === 'person')).toHaveLength(2)
      expect(apart.possible).toHaveLength(act === 'unsure' ? 1 : 0)
    }
  })

  it('an undone join gives every statement back to its owner, also after a later join', () => {
    const before = record([a, b, c])
    const later: Act = { act: 'same', a: person('Osema Njeem'), b: person('Osama Almasri') }
    expect(record([a, b, c], same, later).entities.filter(({ kind }) => kind === 'person')).toHaveLength(1)
    const undone = record([a, b, c], same, later, { act: 'undo', line: 10 }, { act: 'undo', line: 11 })
    expect(undone).toEqual(before)
  })

  it('decisions that contradict each other are reported, and none of them is followed by guess', () => {
    const far = reportOf({ outlet: 'D', names: { 'Karin Lund': 'person', 'Erik Holm': 'person', 'Ida Berg': 'person' } })
    const chain = record(
      [far],
      { act: 'same', a: person('Karin Lund'), b: person('Erik Holm') },
      { act: 'same', a: person('Erik Holm'), b: person('Ida Berg') },
      { act: 'not-same', a: person('Karin Lund'), b: person('Ida Berg') },
    )
    expect(chain.entities).toHaveLength(3)
    expect(chain.orphans.map(({ line }) => line)).toEqual([10, 11])
    expect(chain.orphans[0]?.message).toContain('line 12')
  })

  it('the last word on one pair stands', () => {
    expect(
      record([a, b], same, { act: 'not-same', a: person('Osama Almasri'), b: person('Osama Najim') }).entities.filter(
        ({ kind }) => kind === 'person',
      ),
    ).toHaveLength(2)
  })

  it('a decision on a name that no report has any more is an orphan that says what to do', () => {
    expect(only(record([a], same).orphans)).toMatchObject({
      line: 10,
      act: 'same',
      message: expect.stringContaining('no report names a person “Osama Almasri” any more'),
    })
  })
})

describe('events', () => {
  it('accounts of one arrest join by person, day and town, with reasons', () => {
    const a = reportOf({ outlet: 'A', names: dravic, says: [arrest()] })
    const b = reportOf({
      outlet: 'B',
      names: dravic,
      says: [arrest({ words: 'On Thursday Dravic was led away', agent: [], time: '2024-05' })],
    })
    const event = only(eventsOf(record([a, b]), 'arrest'))
    expect(event.statements).toHaveLength(2)
    expect(event.because).toContain('Marko Dravic in both')
    expect(event.happened).toMatchObject({ status: 'agreed', values: [{ value: 'true', origins: ['A', 'B'] }] })
    expect(event.time).toMatchObject({ status: 'agreed', values: [{ value: '2024-05-02' }] })
  })

  it('two arrests of one man on two dates stay two, and an undated account finds the latest before its publication', () => {
    const a = reportOf({
      outlet: 'A',
      names: dravic,
      says: [arrest({ words: 'In 2019 he was first seized', time: '2019-03-01', place: [] }), arrest()],
    })
    const b = reportOf({
      outlet: 'B',
      names: dravic,
      published: '2024-05-04',
      says: [{ type: 'arrest', words: 'Dravic is in handcuffs', patient: ['Marko Dravic'] }],
    })
    const events = eventsOf(record([a, b]), 'arrest')
    expect(events).toHaveLength(2)
    expect(events.find(({ time }) => time.values[0]?.value === '2024-05-02')?.statements).toHaveLength(2)
  })

  it('a clause that names nobody, in a story about one man, is of him where the day agrees, and of nobody where it does not', () => {
    const a = reportOf({ outlet: 'A', names: dravic, says: [arrest()] })
    const b = reportOf({
      outlet: 'B',
      names: dravic,
      says: [
        { type: 'charge', words: 'Dravic was charged with fraud', patient: ['Marko Dravic'], time: '2024-05-03' },
        { type: 'trial', words: 'the trial of Dravic opened', patient: ['Marko Dravic'], time: '2024-06-03' },
        { type: 'arrest', words: 'seized on 2 May', time: '2024-05-02' },
        { type: 'release', words: 'freed in June', time: '2024-06-01' },
      ],
    })
    const c = reportOf({
      outlet: 'C',
      names: dravic,
      says: [{ type: 'release', words: 'Dravic left jail', patient: ['Marko Dravic'], time: '2024-07-01' }],
    })
    expect(only(eventsOf(record([a, b, c]), 'arrest')).statements).toHaveLength(2)
    expect(eventsOf(record([a, b, c]), 'release')).toHaveLength(2)
  })

  it('what a lawyer denies is not what his client denies, though a minister and the ministry speak as one', () => {
    const denials = (a: string, b: string, kind: 'person' | 'organization') =>
      eventsOf(
        record([
          reportOf({
            outlet: 'A',
            names: { [a]: 'person', [b]: kind },
            says: [
              { type: 'role', words: `${a} of ${b}`, agent: [a], patient: [b], detail: { title: 'counsel' } },
              { type: 'denial', words: `${a} denied it on Sunday`, agent: [a], time: '2024-05-05' },
            ],
          }),
          reportOf({
            outlet: 'B',
            names: { [b]: kind },
            says: [{ type: 'denial', words: `${b} denies it`, agent: [b], time: '2024-05-05' }],
          }),
        ]),
        'denial',
      )
    expect(denials('Elena Sorin', 'Marko Dravic', 'person')).toHaveLength(2)
    expect(denials('Elena Sorin', 'Ministry of Ports', 'organization')).toHaveLength(1)
  })

  it('who was not informed stands against who was, though the one was read as told of a matter', () => {
    const informed = (outlet: string, more: Partial<Says>) =>
      reportOf({
        outlet,
        names: { 'Embassy of Norway': 'organization' },
        says: [{ type: 'notification', words: `${outlet}: the embassy and the arrest`, recipient: ['Embassy of Norway'], ...more }],
      })
    const events = eventsOf(
      record([informed('A', { patient: ['Embassy of Norway'] }), informed('B', { patient: ['arrest'], polarity: 'negative' })]),
      'notification',
    )
    expect(events).toHaveLength(1)
    expect(events[0]?.happened.status).toBe('disputed')
  })

  it('an office written like a name stands against nobody', () => {
    const a = reportOf({ outlet: 'A', names: dravic, says: [arrest()] })
    const b = reportOf({
      outlet: 'B',
      names: { Chairman: 'person' },
      says: [arrest({ words: 'the Chairman was led away in Trieste', agent: [], patient: ['Chairman'] })],
    })
    expect(eventsOf(record([a, b]), 'arrest')).toHaveLength(1)
  })

  it('relatives told under a wider and a narrower word are one party to tell', () => {
    const told = (outlet: string, who: string) =>
      reportOf({ outlet, says: [{ type: 'notification', words: `the ${who} was told of it`, recipient: [who] }] })
    expect(eventsOf(record([told('A', 'family'), told('B', 'wife')]), 'notification')).toHaveLength(1)
    expect(eventsOf(record([told('A', 'family'), told('B', 'lawyer')]), 'notification')).toHaveLength(2)
  })

  it('two towns reached on one day are two legs; leaving one place and leaving for another are one', () => {
    const flown = (outlet: string, place: string, direction: string, means: string) =>
      reportOf({
        outlet,
        names: dravic,
        says: [
          {
            type: 'travel',
            words: `Dravic ${outlet}`,
            patient: ['Marko Dravic'],
            place: [place],
            time: '2024-05-04',
            detail: { direction, means },
          },
        ],
      })
    const journeys = (...read: readonly ReadReport[]) => eventsOf(record(read), 'travel')
    expect(journeys(flown('A', 'Tunis', 'arrive', 'plane'), flown('B', 'Tripoli', 'arrive', 'plane'))).toHaveLength(2)
    expect(journeys(flown('A', 'Rome', 'leave', 'plane'), flown('B', 'Tripoli', 'leave', 'jet'))).toHaveLength(1)
    expect(journeys(flown('A', 'Rome', 'leave', 'plane'), flown('B', 'Tripoli', 'leave', 'ferry'))).toHaveLength(2)
  })

  it('a charge of murder and one of killings are one charge, a charge of fraud another', () => {
    const charged = (outlet: string, charge: string, time?: string) =>
      reportOf({
        outlet,
        names: dravic,
        says: [
          {
            type: 'charge',
            words: `Dravic is charged with ${charge}`,
            patient: ['Marko Dravic'],
            detail: { charges: [charge] },
            ...(time === undefined ? {} : { time }),
          },
        ],
      })
    expect(eventsOf(record([charged('A', '58 killings', '2023-10'), charged('B', 'murder')]), 'charge')).toHaveLength(1)
    expect(eventsOf(record([charged('A', '58 killings', '2023-10'), charged('B', 'fraud')]), 'charge')).toHaveLength(2)
  })

  it('who is told by an office alone is the one person whom another report calls so, and a question where two are', () => {
    const named = (outlet: string, name: string) =>
      reportOf({ outlet, names: { [name]: 'person', 'Minister of Justice': ['person', name] } })
    const office = reportOf({ outlet: 'B', names: { 'Minister of Justice': 'person' } })
    expect(record([named('A', 'Lena Kovac'), office]).entities).toHaveLength(1)
    const two = record([named('A', 'Lena Kovac'), named('C', 'Ivo Petric'), office])
    expect(two.entities).toHaveLength(3)
    expect(two.possible).toHaveLength(2)
  })

  it('an acronym beside its long form is that body, whatever longer name holds the acronym', () => {
    const report = reportOf({
      outlet: 'A',
      names: { LPA: 'organization', 'Ligure Press Agency': 'organization', 'LPA agency': 'organization' },
    })
    expect(named(record([report]), 'LPA').names.map(({ value }) => value)).toContain('Ligure Press Agency')
    const other = reportOf({ outlet: 'B', names: { LPA: 'organization', 'Lagos Port Authority': 'organization' } })
    expect(named(record([report, other]), 'LPA').names).toHaveLength(1)
  })

  it('two journeys of one man, undated and by other ways, stay two; a bare word of one is the one told', () => {
    const a = reportOf({
      outlet: 'A',
      names: dravic,
      says: [
        {
          type: 'travel',
          words: 'Dravic was flown to Tunis',
          patient: ['Marko Dravic'],
          place: ['Tunis'],
          time: '2024-05-04',
          detail: { means: 'plane' },
        },
        {
          type: 'travel',
          words: 'Dravic had crossed Austria by car',
          patient: ['Marko Dravic'],
          place: ['Austria'],
          detail: { means: 'car' },
        },
        { type: 'travel', words: 'Dravic sent home', patient: ['Marko Dravic'] },
      ],
    })
    expect(
      eventsOf(record([a]), 'travel')
        .map(({ statements }) => statements.length)
        .sort(),
    ).toEqual([1, 2])
  })

  it('a car and a plane of one voice are two legs; of two voices they are a dispute', () => {
    const went = (means: string, direction: string): Says => ({
      type: 'travel',
      words: `Dravic went by ${means}`,
      patient: ['Marko Dravic'],
      time: '2024-05-04',
      detail: { means, direction },
    })
    const a = reportOf({ outlet: 'A', names: dravic, says: [went('car', 'leave'), went('plane', 'arrive')] })
    expect(eventsOf(record([a]), 'travel')).toHaveLength(2)
    const [b, c] = ['car', 'plane'].map((means) => reportOf({ outlet: means, names: dravic, says: [went(means, 'leave')] })) as [
      ReadReport,
      ReadReport,
    ]
    expect(only(eventsOf(record([b, c]), 'travel')).detail.means?.status).toBe('disputed')
  })

  it('the day a headline was given from its paper makes no second arrest of the one the story tells', () => {
    const a = reportOf({
      outlet: 'A',
      names: dravic,
      published: '2024-05-05',
      says: [arrest(), arrest({ words: 'Dravic held', time: '2024-05-05?', place: [] })],
    })
    expect(eventsOf(record([a]), 'arrest')).toHaveLength(1)
    const said = reportOf({
      outlet: 'A',
      names: dravic,
      published: '2024-05-05',
      says: [arrest(), arrest({ words: 'Dravic was held again on 3 May', time: '2024-05-03', place: [] })],
    })
    expect(eventsOf(record([said]), 'arrest')).toHaveLength(2)
  })

  it('a headline’s office is whoever the story below calls so', () => {
    const a = reportOf({
      outlet: 'A',
      names: { 'Serbian general': 'person', 'Dragan Vukic': 'person', 'the Serbian general': ['person', 'Dragan Vukic'] },
    })
    expect(record([a]).entities).toHaveLength(1)
    const b = reportOf({ outlet: 'B', names: { 'Serbian general': ['person', 'Ratko Bulic'] } })
    expect(record([a, b]).entities).toHaveLength(3)
  })

  it('two stories of a man nobody names are one where the day agrees, and two where only he does', () => {
    const killed = (outlet: string, patient: string, time?: string) =>
      reportOf({
        outlet,
        says: [
          {
            type: 'abuse',
            words: `${patient} was shot`,
            patient: [patient],
            detail: { kind: 'killing' },
            ...(time === undefined ? {} : { time }),
          },
        ],
      })
    const shootings = (...read: readonly ReadReport[]) => eventsOf(record(read), 'abuse')
    expect(shootings(killed('A', 'a man'), killed('B', 'young man'))).toHaveLength(2)
    expect(shootings(killed('A', 'a man', '2024-05-02'), killed('B', 'young man', '2024-05-02'))).toHaveLength(1)
    expect(shootings(killed('A', 'bus inspector'), killed('B', 'bus inspector'))).toHaveLength(1)
  })

  it('an arrest told a day off and of another town is one arrest in dispute; weeks apart, or told of no day, it is another', () => {
    const arrests = (place: string, time?: string) =>
      eventsOf(
        record([
          reportOf({ outlet: 'A', names: dravic, says: [arrest({ place: ['Trieste'], time: '2024-05-02' })] }),
          reportOf({
            outlet: 'B',
            names: dravic,
            says: [
              {
                type: 'arrest',
                words: 'he was seized',
                patient: ['Marko Dravic'],
                place: [place],
                ...(time === undefined ? {} : { time }),
              },
            ],
          }),
        ]),
        'arrest',
      )
    expect(arrests('Genoa', '2024-05-03')).toHaveLength(1)
    expect(arrests('Genoa', '2024-05-21')).toHaveLength(2)
    expect(arrests('Genoa')).toHaveLength(2)
  })

  it('an indictment made public is one told of its man and told of nobody in a story about him', () => {
    const story = (outlet: string, unsealing: Partial<Says>) =>
      reportOf({
        outlet,
        names: dravic,
        says: [
          arrest(),
          { type: 'release', words: 'he was let go', patient: ['Marko Dravic'] },
          { type: 'unsealing', words: `${outlet}: it was unsealed`, ...unsealing },
        ],
      })
    const read = [story('A', { patient: ['Marko Dravic'], time: '2024-05-02' }), story('B', { time: '2024-05' })]
    expect(eventsOf(record(read), 'unsealing')).toHaveLength(1)
  })

  it('whoever is only described is one in two stories that name somebody in common, and another where they name others', () => {
    const killed = (outlet: string, patient: string, accused: string) =>
      reportOf({
        outlet,
        names: { [accused]: 'person' },
        says: [
          { type: 'abuse', words: `${patient} were shot dead`, patient: [patient], detail: { kind: 'killing' } },
          { type: 'charge', words: `${accused} was charged`, patient: [accused] },
        ],
      })
    const shootings = (...read: readonly ReadReport[]) => eventsOf(record(read), 'abuse')
    expect(shootings(killed('A', 'two workers', 'Ivo Marrin'), killed('B', 'two workers', 'Ivo Marrin'))).toHaveLength(1)
    expect(shootings(killed('A', 'two workers', 'Ivo Marrin'), killed('B', 'two workers', 'Petra Sandoval'))).toHaveLength(2)
  })

  it('the same number of people, taken by the same force, is one catch under two words', () => {
    const caught = (outlet: string, patient: string) =>
      reportOf({
        outlet,
        names: { 'Indian Navy': 'organization' },
        says: [{ type: 'arrest', words: `the navy caught ${patient}`, agent: ['Indian Navy'], patient: [patient] }],
      })
    expect(eventsOf(record([caught('A', '23 pirates'), caught('B', '23 sea brigands')]), 'arrest')).toHaveLength(1)
    expect(eventsOf(record([caught('A', '23 pirates'), caught('B', '31 sea brigands')]), 'arrest')).toHaveLength(2)
  })

  it('one voice that gives two hours tells of two messages, and a third account joins one of them', () => {
    const told = (words: string, time: string): Says => ({ type: 'notification', words, recipient: ['Foreign Ministry'], time })
    const a = reportOf({
      outlet: 'A',
      names: { 'Foreign Ministry': 'organization' },
      says: [told('the file went to the ministry at noon', '2024-05-02T12:00'), told('the warrant went there at two', '2024-05-02T14:00')],
    })
    const b = reportOf({
      outlet: 'B',
      names: { 'Foreign Ministry': 'organization' },
      says: [told('the ministry was informed', '2024-05-02')],
    })
    expect(eventsOf(record([a, b]), 'notification')).toHaveLength(2)
  })

  it('arrests of two men on one day stay two', () => {
    const a = reportOf({
      outlet: 'A',
      names: { ...dravic, 'Ilir Hoxha': 'person' },
      says: [arrest(), arrest({ words: 'Hoxha was taken an hour later', patient: ['Ilir Hoxha'] })],
    })
    expect(eventsOf(record([a]), 'arrest')).toHaveLength(2)
  })

  it('days that differ by one between outlets are one arrest with a dispute', () => {
    const a = reportOf({ outlet: 'A', names: dravic, says: [arrest()] })
    const b = reportOf({ outlet: 'B', names: dravic, says: [arrest({ words: 'Seized on Friday', time: '2024-05-03' })] })
    const event = only(eventsOf(record([a, b]), 'arrest'))
    expect(event.time.status).toBe('disputed')
    expect(event.time.values.map(({ value }) => value).sort()).toEqual(['2024-05-02', '2024-05-03'])
  })

  it('one report that gives two days tells of two arrests', () => {
    const a = reportOf({
      outlet: 'A',
      names: dravic,
      says: [arrest(), arrest({ words: 'A day later he was seized again', time: '2024-05-03' })],
    })
    expect(eventsOf(record([a]), 'arrest')).toHaveLength(2)
  })

  it('a denial is a rival, and the hedge of a value that is only ever hedged is kept', () => {
    const a = reportOf({ outlet: 'A', names: dravic, says: [arrest({ certainty: 'hedged' })] })
    const b = reportOf({
      outlet: 'B',
      names: dravic,
      says: [arrest({ words: 'Nobody was seized', polarity: 'negative', sources: ['harbour spokesman'] })],
    })
    const event = only(eventsOf(record([a, b]), 'arrest'))
    expect(event.happened).toMatchObject({
      status: 'disputed',
      values: [
        { value: 'false', origins: ['harbour spokesman'] },
        { value: 'true', hedged: true },
      ],
    })
  })

  it('a planned release makes no event and bears on the one that happened', () => {
    const a = reportOf({
      outlet: 'A',
      names: dravic,
      says: [
        { type: 'release', words: 'He is to walk free on Sunday', patient: ['Marko Dravic'], modality: 'planned' },
        { type: 'release', words: 'Dravic was let out', patient: ['Marko Dravic'], time: '2024-05-05' },
      ],
    })
    const both = record([a])
    const event = only(eventsOf(both, 'release'))
    expect(event.statements).toHaveLength(1)
    expect(both.statements.find(({ modality }) => modality === 'planned')?.bearsOn).toBe(event.id)
  })

  it('a person may join two events and take a statement out of one', () => {
    const a = reportOf({ outlet: 'A', names: dravic, says: [arrest()] })
    const b = reportOf({ outlet: 'B', names: dravic, says: [arrest({ words: 'He was held in spring', time: '2023-03-01' })] })
    expect(eventsOf(record([a, b]), 'arrest')).toHaveLength(2)
    const join: Act = { act: 'join', a: anchorOf(a, 0), b: anchorOf(b, 0) }
    expect(only(eventsOf(record([a, b], join), 'arrest')).because.join()).toContain('Ada said on line 10')
    expect(eventsOf(record([a, b], join, { act: 'split', statement: anchorOf(b, 0) }), 'arrest')).toHaveLength(2)
    expect(eventsOf(record([a, b], join, { act: 'undo', line: 10 }), 'arrest')).toHaveLength(2)
  })
})

describe('attributes', () => {
  const at = (outlet: string, more: Partial<Says>) =>
    reportOf({
      outlet,
      names: { ...dravic, Trieste: 'place', Italy: 'place', Rome: 'place' },
      says: [arrest({ words: `${outlet} has it so`, ...more })],
    })
  const arrestOf = (...reports: readonly ReadReport[]) => only(eventsOf(record(reports), 'arrest'))

  it('a town in a country agrees with the country, and the narrower one wins', () => {
    const { place } = arrestOf(at('A', { place: ['Rome'] }), at('B', { place: ['Italy'] }))
    expect(place).toMatchObject({ status: 'agreed', values: [{ value: 'Rome', origins: ['A', 'B'] }] })
  })

  it('two towns are disputed, and the country around both decides nothing', () => {
    const { place } = arrestOf(at('A', { place: ['Rome'] }), at('B', { place: ['Turin'] }), at('C', { place: ['Italy'] }))
    expect(place.status).toBe('disputed')
    expect(place.values.map(({ value }) => value).sort()).toEqual(['Italy', 'Rome', 'Turin'])
  })

  it('police and a branch of it agree; a court and a government do not', () => {
    expect(arrestOf(at('A', { agent: ['police'] }), at('B', { agent: ['Digos'] })).agent.status).not.toBe('disputed')
    expect(arrestOf(at('A', { agent: ['Rome Court of Appeal'] }), at('B', { agent: ['Italian government'] })).agent.status).toBe('disputed')
  })

  it('a state agrees with its bodies', () => {
    expect(arrestOf(at('A', { agent: ['Italy'] }), at('B', { agent: ['Italian police'] })).agent.status).toBe('agreed')
  })

  it('a private jet is no military plane, and a plane could be either', () => {
    const flight = (outlet: string, means: string) =>
      reportOf({
        outlet,
        names: dravic,
        says: [{ type: 'travel', words: `${outlet}: flown out`, patient: ['Marko Dravic'], time: '2024-05-02', detail: { means } }],
      })
    const means = (...reports: readonly ReadReport[]) => only(eventsOf(record(reports), 'travel')).detail.means
    expect(means(flight('A', 'private jet'), flight('B', 'military plane'))?.status).toBe('disputed')
    expect(means(flight('A', 'private jet'), flight('B', 'plane'))?.status).toBe('agreed')
    expect(means(flight('A', 'state aircraft'), flight('B', 'government Falcon'))?.status).toBe('agreed')
  })

  it('a value with one origin is single, and an attribute that nobody gives is unknown', () => {
    const event = arrestOf(at('A', { place: [] }))
    expect(event.happened.status).toBe('single')
    expect(event.place).toEqual({ status: 'unknown', values: [] })
  })
})

describe('origins', () => {
  const from = (outlet: string, more: Partial<Says> = {}, report = {}) =>
    reportOf({ outlet, names: dravic, says: [arrest({ words: `${outlet} tells of it`, ...more })], ...report })
  const origins = (...reports: readonly ReadReport[]) => only(eventsOf(record(reports), 'arrest')).happened.values[0]?.origins

  it('two outlets that both rest on ANSA count once', () => {
    expect(origins(from('A', { sources: ['Reuters', 'ANSA'] }), from('B', { sources: ['ANSA'] }))).toEqual(['ANSA'])
  })

  it('an agency behind a credit line is the origin of what the outlet says in its own voice', () => {
    expect(origins(from('A', {}, { credit: 'With AFP' }), from('B', { sources: ['Agence France-Presse'] }))).toEqual([
      'Agence France-Presse',
    ])
  })

  it('a credit line that names several agencies adds no origin to one of them', () => {
    expect(origins(from('A', {}, { credit: 'With ANSA, Reuters, AP' }), from('B', { sources: ['Reuters'] }))).toEqual(['Reuters'])
    expect(origins(from('A', {}, { credit: 'With ANSA, Reuters' }))).toEqual(['ANSA or Reuters'])
  })

  it('an outlet that names nobody is its own origin, also where another cites it', () => {
    expect(origins(from('Trieste Post'), from('B', { sources: ['Trieste Post'] }), from('C'))).toEqual(['C', 'Trieste Post'])
  })

  it('names of one party are one origin', () => {
    const names = { ...dravic, 'Lena Vidmar': 'person' } as const
    const other = { ...dravic, 'Minister Vidmar': 'person' } as const
    expect(
      origins(from('A', { sources: ['Lena Vidmar'] }, { names }), from('B', { sources: ['Minister Vidmar'] }, { names: other })),
    ).toEqual(['Lena Vidmar'])
  })

  it('unnamed sources described in the same words are counted once', () => {
    expect(origins(from('A', { sources: ['source in the ministry'] }), from('B', { sources: ['ministry source'] }))).toHaveLength(1)
  })

  it('a copy adds no origin to its original, which is the one published first', () => {
    const print = Array.from({ length: 64 }, (_, i) => i)
    const edited = print.map((value, i) => (i % 3 === 0 ? value + 1000 : value))
    const original = from('First Wire', {}, { published: '2024-05-02', fingerprint: print })
    const copy = from('Morning Paper', {}, { published: '2024-05-03', fingerprint: edited })
    const both = record([copy, original])
    expect(both.reports.find(({ outlet }) => outlet === 'Morning Paper')?.copyOf).toBe(original.report.id)
    expect(both.reports.find(({ outlet }) => outlet === 'First Wire')?.copyOf).toBeNull()
    expect(origins(copy, original)).toEqual(['First Wire'])
  })

  it('two accounts that share a few words are no copies', () => {
    const print = Array.from({ length: 64 }, (_, i) => i)
    const apart = print.map((value, i) => (i < 6 ? value : value + 1000))
    const both = record([from('A', {}, { fingerprint: print }), from('B', {}, { fingerprint: apart })])
    expect(both.reports.every(({ copyOf }) => copyOf === null)).toBe(true)
  })
})

describe('review', () => {
  const a = reportOf({
    outlet: 'A',
    names: dravic,
    says: [arrest(), { type: 'release', words: 'He was let out', patient: ['Marko Dravic'] }],
  })

  it('a rejected statement supports nothing', () => {
    const rejected = record([a], { act: 'reject', statement: anchorOf(a, 0) })
    expect(eventsOf(rejected, 'arrest')).toEqual([])
    expect(rejected.statements[0]).toMatchObject({ state: 'rejected', decidedBy: { line: 10, who: 'Ada', because: 'checked' } })
  })

  it('a correction replaces attributes and the events follow', () => {
    const corrected = record([a], { act: 'correct', statement: anchorOf(a, 0), correction: { time: '2024-05-01', place: ['Rome'] } })
    const event = only(eventsOf(corrected, 'arrest'))
    expect(event.time.values[0]?.value).toBe('2024-05-01')
    expect(event.place.values[0]?.value).toBe('Rome')
  })

  it('after a better reader a decision finds its statement by words and surroundings', () => {
    const [first, second] = a.statements as [ReadReport['statements'][number], ReadReport['statements'][number]]
    const longer = { start: first.quote.start, end: first.quote.end + 1, exact: a.text.slice(first.quote.start, first.quote.end + 1) }
    const better: ReadReport = {
      ...a,
      statements: [
        { ...first, id: 'st:new', quote: longer },
        { ...second, id: 'st:other' },
      ],
    }
    expect(record([better], { act: 'accept', statement: anchorOf(a, 0) }).statements.find(({ id }) => id === 'st:new')?.state).toBe(
      'accepted',
    )
    const worse: ReadReport = { ...a, statements: [second] }
    expect(only(record([worse], { act: 'accept', statement: anchorOf(a, 0) }).orphans).message).toContain(
      'no statement of type “arrest” stands on',
    )
    expect(only(record([], { act: 'accept', statement: anchorOf(a, 0) }).orphans).message).toContain(
      'its report is no longer in the record',
    )
  })

  it('of two equal quotes the one with the same surroundings is meant', () => {
    const twice = reportOf({
      outlet: 'A',
      names: dravic,
      says: [arrest({ words: 'First, he was seized' }), arrest({ words: 'Then, he was seized' })],
    })
    const quote = (start: number) => ({ start, end: start + 'he was seized'.length, exact: 'he was seized' })
    const at = [twice.text.indexOf('he was seized'), twice.text.lastIndexOf('he was seized')] as const
    const read: ReadReport = {
      ...twice,
      statements: twice.statements.map((statement, i) => ({ ...statement, quote: quote(at[i] as number) })),
    }
    const anchor = { ...anchorOf(read, 1), statement: 'st:gone' as const }
    expect(record([read], { act: 'accept', statement: anchor }).statements.map(({ state }) => state)).toEqual(['proposed', 'accepted'])
  })
})

describe('the record is a function of reports and decisions', () => {
  const reports = [
    reportOf({
      outlet: 'A',
      names: { ...dravic, 'Osama Najim': 'person', Almasri: ['person', 'Osama Najim'] },
      says: [arrest(), arrest({ words: 'Najim was seized too', patient: ['Osama Najim'] })],
    }),
    reportOf({
      outlet: 'B',
      names: { 'Osama Almasri': 'person', MLC: 'organization' },
      says: [arrest({ words: 'Almasri was seized', patient: ['Osama Almasri'], time: '2024-05-03' })],
    }),
    reportOf({
      outlet: 'C',
      names: { 'M. Dravic': 'person', 'Osema Njeem': 'person' },
      says: [arrest({ words: 'Dravic was not seized', patient: ['M. Dravic'], polarity: 'negative' })],
      credit: 'With ANSA',
    }),
    reportOf({
      outlet: 'D',
      names: { Dravic: 'person', Najim: 'person' },
      says: [{ type: 'release', words: 'Dravic is free', patient: ['Dravic'], sources: ['ANSA'] }],
    }),
    reportOf({ outlet: 'E', names: dravic, says: [arrest({ words: 'Seized in May', time: '2024-05' })] }),
  ]
  const acts: readonly Act[] = [
    { act: 'not-same', a: person('Osama Najim'), b: person('Osema Njeem') },
    { act: 'same', a: person('Dravic'), b: person('Marko Dravic') },
    { act: 'reject', statement: anchorOf(reports[4] as ReadReport, 0) },
    { act: 'undo', line: 12 },
  ]
  const expected = canonicalJson(record(reports, ...acts))

  it('the same reports in any order give the same bytes', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (order) => {
        expect(canonicalJson(reconcile(order, acts.map(decisionOf), knowledge))).toBe(expected)
      }),
      { numRuns: 10, seed: 7 },
    )
  })

  it('one report after the other, in any order, with decisions between, some read anew and one taken out again, give the same bytes as all at once', () => {
    const stranger = reportOf({
      outlet: 'Z',
      names: { 'Marko Dravitch': 'person', Najim: 'person' },
      says: [arrest({ patient: ['Marko Dravitch'] })],
    })
    fc.assert(
      fc.property(
        fc.shuffledSubarray(reports, { minLength: reports.length }),
        fc.array(fc.nat({ max: acts.length }), { minLength: reports.length, maxLength: reports.length }),
        fc.array(fc.boolean(), { minLength: reports.length, maxLength: reports.length }),
        fc.nat({ max: reports.length - 1 }),
        (order, decided, settles, visit) => {
          const readings = new Map<ReportId, ReadReport>()
          const kept = new ReconciledCase(knowledge, (id) => readings.get(id))
          const put = (read: ReadReport) => {
            readings.set(read.report.id, read)
            kept.put(read)
          }
          for (const [at, report] of order.entries()) {
            put(report)
            kept.decide(acts.slice(0, decided[at]).map(decisionOf))
            if (at === visit) put(stranger)
            if (settles[at]) kept.settle()
            if (at === visit) put({ ...report, statements: report.statements.slice(1), mentions: [] })
            if (settles[at]) kept.settle()
            if (at === visit) put(report)
          }
          kept.settle()
          kept.remove(stranger.report.id)
          kept.decide(acts.map(decisionOf))
          kept.settle()
          expect(canonicalJson(kept.record())).toBe(expected)
        },
      ),
      { numRuns: 60, seed: 7 },
    )
  })

  it('one more report changes the parties and happenings it touches and names no other', () => {
    const other = reportOf({
      outlet: 'F',
      names: { 'Ingrid Solberg': 'person' },
      says: [{ type: 'death', words: 'Solberg has died', patient: ['Ingrid Solberg'] }],
    })
    const byId = new Map([...reports, other].map((report) => [report.report.id, report]))
    const kept = new ReconciledCase(knowledge, (id) => byId.get(id))
    for (const report of reports) kept.put(report)
    kept.settle()
    const before = kept.record()
    kept.put(other)
    const change = kept.settle()
    const after = kept.record()
    expect([...change.reports]).toEqual([other.report.id])
    expect([...change.entities].map((id) => kept.entity(id)?.name)).toEqual(['Ingrid Solberg'])
    expect([...change.events].map((id) => kept.event(id)?.type)).toEqual(['death'])
    expect(after.events.filter((event) => before.events.includes(event))).toHaveLength(before.events.length)
  })
})
