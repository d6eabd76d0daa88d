import { describe, expect, it } from 'vitest'
import type { Attribute, Event, Reconciled } from '../model/record.js'
import type { ReadReport } from '../model/report.js'
import { loadKnowledge } from '../packs.js'
import { reconcile } from './reconcile.js'
import { type ReportOf, reportOf, type Says } from './test-reports.js'

const knowledge = loadKnowledge()
const record = (...read: readonly ReadReport[]): Reconciled => reconcile(read, [], knowledge)
const only = <T>(things: readonly T[]): T => {
  expect(things).toHaveLength(1)
  return things[0] as T
}
const eventsOf = ({ events }: Reconciled, type: Event['type']) => events.filter((event) => event.type === type)
const valuesOf = ({ values }: Attribute) => values.map(({ value }) => value).sort()

const names = {
  'Marko Dravic': 'person',
  'International Criminal Court': 'organization',
  'Pre-Trial Chamber II': 'organization',
  Registry: 'organization',
  Trieste: 'place',
  Italy: 'place',
  Rome: 'place',
} as const
const says = (type: Says['type'], words: string, more: Partial<Says> = {}): Says => ({ type, words, patient: ['Marko Dravic'], ...more })
const told = (outlet: string, statements: readonly Says[], more: Partial<ReportOf> = {}) =>
  reportOf({ outlet, names, says: statements, ...more })
const arrestAt = (outlet: string, more: Partial<Says>) =>
  told(outlet, [says('arrest', `${outlet} tells of the arrest of Marko Dravic`, { time: '2024-05-02', ...more })])

describe('places told in many words', () => {
  it('a Trieste hotel, a hotel in Trieste, an Italian hotel and a hotel are one place, shown by the fullest', () => {
    const { place } = only(
      eventsOf(
        record(
          arrestAt('A', { place: ['Trieste hotel'] }),
          arrestAt('B', { place: ['hotel', 'Trieste'] }),
          arrestAt('C', { place: ['Italian hotel'] }),
          arrestAt('D', { place: ['hotel'] }),
        ),
        'arrest',
      ),
    )
    expect(place.status).toBe('agreed')
    expect(place.values).toHaveLength(1)
    expect(place.values[0]?.value).toMatch(/Trieste/)
  })

  it('a place that is only described may be the one that bears a name, unless both say of which kind they are', () => {
    const status = (x: string, y: string) =>
      only(eventsOf(record(arrestAt('A', { place: [x] }), arrestAt('B', { place: [y] })), 'arrest')).place.status
    expect(status('Bosnian border', 'Bregana-Novi')).not.toBe('disputed')
    expect(status('Trieste’s airport', 'Ronchi Lupi airport')).not.toBe('disputed')
    expect(status('Bellini Rossi airport', 'Ronchi Lupi airport')).toBe('disputed')
    expect(status('motorway near Opicina', 'Bellavista Hotel')).toBe('disputed')
    expect(status('Opicina-Novi', 'Bregana-Novi')).toBe('disputed')
  })

  it('a flat in one suburb is no flat in another, and a villa in a district may be the home in the city', () => {
    const status = (x: readonly string[], y: readonly string[]) =>
      only(eventsOf(record(arrestAt('A', { place: x }), arrestAt('B', { place: y })), 'arrest')).place.status
    expect(status(['Asnières-sur-Seine'], ['flat', 'Clichy'])).toBe('disputed')
    expect(status(['home', 'Dakar'], ['villa', 'Ouakam-Novi'])).not.toBe('disputed')
  })

  it('two tolls of hundreds of thousands are counts of one thing, and a dispute where they leave each other no room; of thousands they are two', () => {
    const killed = (outlet: string, patient: string) =>
      told(outlet, [{ type: 'abuse', words: `${outlet} says ${patient} were killed`, patient: [patient], detail: { kind: 'killing' } }])
    const killings = (a: string, b: string) => eventsOf(record(killed('A', a), killed('B', b)), 'abuse')
    expect(only(killings('some 300,000 villagers', 'more than 700,000 villagers')).patient.status).toBe('disputed')
    expect(only(killings('some 300,000 villagers', 'at least 200,000 villagers')).patient.status).not.toBe('disputed')
    expect(killings('some 3,000 villagers', 'more than 7,000 villagers')).toHaveLength(2)
  })

  it('numbers of victims are rivals where they leave each other no room, and not where one is a part of the other', () => {
    const killed = (outlet: string, patient: string) =>
      reportOf({
        outlet,
        says: [{ type: 'abuse', words: `${patient} were killed`, patient: [patient], time: '2024-05-02', detail: { kind: 'killing' } }],
      })
    const status = (x: string, y: string) => only(eventsOf(record(killed('A', x), killed('B', y)), 'abuse')).patient.status
    expect(status('some 800,000 people', 'over a million people')).toBe('disputed')
    expect(status('at least 40 people', '43 people')).toBe('agreed')
    expect(status('two children', 'seven people')).not.toBe('disputed')
    expect(status('43 villagers', 'at least 57 people')).toBe('disputed')
  })

  it('a hotel in Trieste is no hotel in Rome', () => {
    const { place } = only(
      eventsOf(record(arrestAt('A', { place: ['hotel', 'Trieste'] }), arrestAt('B', { place: ['hotel', 'Rome'] })), 'arrest'),
    )
    expect(place.status).toBe('disputed')
  })

  it('one held in two places on two days was moved; on one day they are rivals', () => {
    const heldAt = (outlet: string, place: string, time: string) =>
      told(outlet, [says('detention', `${outlet} has Marko Dravic held in ${place}`, { place: [place], time })])
    const moved = only(eventsOf(record(heldAt('A', 'Trieste', '2024-05-02'), heldAt('B', 'Rome', '2024-05-02/2024-05-04')), 'detention'))
    expect(moved.place.status).not.toBe('disputed')
  })
})

describe('bodies and their organs', () => {
  const warrantBy = (outlet: string, agent: string) =>
    told(outlet, [says('warrant', `${outlet} has a warrant out for Marko Dravic`, { agent: [agent], time: '2024-05-01' })])
  const agentOf = (...agents: readonly string[]) =>
    only(eventsOf(record(...agents.map((agent, index) => warrantBy(`Outlet ${index}`, agent))), 'warrant')).agent

  it('what a chamber does its court does, and the chamber is the narrower word', () => {
    expect(agentOf('International Criminal Court', 'Pre-Trial Chamber II')).toMatchObject({
      status: 'agreed',
      values: [{ value: 'Pre-Trial Chamber II' }],
    })
  })

  it('two organs of one court dispute an act that only one can have done, and the court stands by neither', () => {
    expect(agentOf('Pre-Trial Chamber II', 'Registry').status).toBe('disputed')
    expect(valuesOf(agentOf('Pre-Trial Chamber II', 'Registry', 'International Criminal Court'))).toHaveLength(3)
  })

  it('a chamber that says whose it is is no organ of another court', () => {
    const parties = { 'Trial Chamber of the Special Court for Sierra Leone': 'organization', ...names } as const
    const by = (outlet: string, agent: string) =>
      reportOf({
        outlet,
        names: parties,
        says: [says('warrant', `${outlet} has a warrant for Marko Dravic`, { agent: [agent], time: '2024-05-01' })],
      })
    const { agent } = only(
      eventsOf(record(by('A', 'International Criminal Court'), by('B', 'Trial Chamber of the Special Court for Sierra Leone')), 'warrant'),
    )
    expect(agent.status).toBe('disputed')
  })

  it('who is only described stands against nobody, unless one acts for a court and the other for a state', () => {
    const parties = {
      'two strangers': 'organization',
      "court's own clerks": 'organization',
      'ambassador in Rome': 'organization',
      ...names,
    } as const
    const by = (outlet: string, agent: string) =>
      reportOf({
        outlet,
        names: parties,
        says: [says('arrest', `${outlet} has Marko Dravic seized`, { agent: [agent], time: '2024-05-02' })],
      })
    expect(only(eventsOf(record(by('A', 'two strangers'), by('B', 'International Criminal Court')), 'arrest')).agent.status).not.toBe(
      'disputed',
    )
    expect(only(eventsOf(record(by('A', "court's own clerks"), by('B', 'ambassador in Rome')), 'arrest')).agent.status).toBe('disputed')
  })
})

describe('days that are not the happening’s own', () => {
  /** A report whose statements' days stand in other words than their own, as `text` has them. */
  const withTimes = (report: ReadReport, texts: readonly string[]): ReadReport => ({
    ...report,
    statements: report.statements.map((one, index) => ({
      ...one,
      time: one.time === null ? null : { ...one.time, text: texts[index] ?? '' },
    })),
  })

  it('the day of an arrest is lent to the warrant named with it, and disputes no stated day of the warrant', () => {
    const arrested = 'Marko Dravic was taken on Thursday on a warrant of that court'
    const a = withTimes(
      told('A', [says('arrest', arrested, { time: '2024-05-02' }), says('warrant', 'on a warrant of that court', { time: '2024-05-02' })]),
      ['Thursday', 'Thursday'],
    )
    const b = withTimes(told('B', [says('warrant', 'the warrant for Marko Dravic was issued on 28 April', { time: '2024-04-28' })]), [
      '28 April',
    ])
    const warrant = only(eventsOf(record(a, b), 'warrant'))
    expect(warrant.time.status).not.toBe('disputed')
    expect(valuesOf(warrant.time)).toEqual(['2024-04-28', '2024-05-02'])
  })

  it('the day on which somebody tells it is not the day on which it happened', () => {
    const words = 'Marko Dravic had been sent out of the country'
    const plain = told('A', [says('expulsion', words, { time: '2024-05-09' })])
    const text = `The minister told senators on Thursday that ${words}.`
    const start = text.indexOf(words)
    const spoken: ReadReport = {
      ...plain,
      text,
      blocks: [{ start: 0, end: text.length, kind: 'paragraph', why: 'test' }],
      times: [{ start: text.indexOf('Thursday'), end: text.indexOf('Thursday') + 8, value: '2024-05-09' }],
      voices: [
        { source: { start: 0, end: 12 }, cue: { start: 13, end: 17 }, content: { start, end: start + words.length }, mode: 'indirect' },
      ],
      mentions: [{ start, end: start + 12, kind: 'person', name: 'Marko Dravic' }],
      statements: plain.statements.map((one) => ({
        ...one,
        quote: { start, end: start + words.length, exact: words },
        time: { edtf: '2024-05-09', text: 'Thursday' },
      })),
    }
    const stated = told('B', [says('expulsion', 'he signed the expulsion of Marko Dravic on 2024-05-08', { time: '2024-05-08' })])
    expect(only(eventsOf(record(spoken, stated), 'expulsion')).time.status).not.toBe('disputed')
  })

  it('a day worked out from the story disputes no stated day; a clock time said roughly does', () => {
    const implied = only(eventsOf(record(arrestAt('A', {}), arrestAt('B', { time: '2024-05-03?' })), 'arrest'))
    expect(implied.time.status).not.toBe('disputed')
    expect(valuesOf(implied.time)).toEqual(['2024-05-02', '2024-05-03?'])
    const rough = only(
      eventsOf(record(arrestAt('A', { time: '2024-05-02T22:00?' }), arrestAt('B', { time: '2024-05-02T19:00' })), 'arrest'),
    )
    expect(rough.time.status).toBe('disputed')
  })
})

describe('denials', () => {
  const no = { polarity: 'negative' } as const

  it('one sentence read both ways does not contradict itself', () => {
    const a = told('A', [says('ruling', 'the court refused to confirm the arrest of Marko Dravic', { time: '2024-05-03' })])
    const both = {
      ...a,
      statements: a.statements.flatMap((one) => [one, { ...one, id: 'st:0000000000000001' as const, polarity: 'negative' as const }]),
    }
    expect(only(eventsOf(record(both), 'ruling')).happened.status).not.toBe('disputed')
  })

  it('"has never been tried" says nothing of a trial that came later', () => {
    const before = told('A', [says('trial', 'Marko Dravic has never stood before judges', no)], { published: '2024-05-03' })
    const later = told('B', [says('trial', 'the trial of Marko Dravic began on 2025-02-01', { time: '2025-02-01' })], {
      published: '2025-02-02',
    })
    expect(eventsOf(record(before, later), 'trial').every(({ happened }) => happened.status !== 'disputed')).toBe(true)
  })

  it('an outlet that says of one thing that it was and of another that it was not speaks of two', () => {
    const a = told('A', [says('hearing', 'Marko Dravic was heard in spring'), says('hearing', 'nobody heard Marko Dravic after that', no)])
    expect(eventsOf(record(a), 'hearing').every(({ happened }) => happened.status !== 'disputed')).toBe(true)
  })

  it('who denies telling the court contradicts nobody who told the ministry', () => {
    const parties = { ...names, 'Ministry of Justice of Italy': 'organization', Eurojust: 'organization' } as const
    const by = (outlet: string, recipient: string, more: Partial<Says>) =>
      reportOf({
        outlet,
        names: parties,
        says: [
          {
            type: 'notification',
            words: `${outlet} on who was told`,
            agent: ['Registry'],
            patient: ['request'],
            recipient: [recipient],
            ...more,
          },
        ],
      })
    const apart = record(by('A', 'Ministry of Justice of Italy', {}), by('B', 'Eurojust', no))
    expect(eventsOf(apart, 'notification')).toHaveLength(2)
    const against = record(by('A', 'Ministry of Justice of Italy', {}), by('B', 'Ministry of Justice of Italy', no))
    expect(only(eventsOf(against, 'notification')).happened.status).toBe('disputed')
  })

  it('"there was no warrant" means the news of the month and no warrant of years before', () => {
    const bare = told('A', [{ type: 'warrant', words: 'nobody had a warrant', ...no }, says('arrest', 'Marko Dravic was taken')])
    const old = told('B', [says('warrant', 'a judge signed a warrant for Marko Dravic on 2019-01-05', { time: '2019-01-05' })])
    expect(eventsOf(record(bare, old), 'warrant').every(({ happened }) => happened.status !== 'disputed')).toBe(true)
  })

  it('opposite outcomes of one ruling are a dispute over the outcome, not over whether it was made', () => {
    const by = (outlet: string, outcome: string) =>
      told(outlet, [says('ruling', `${outlet} on the ruling over Marko Dravic`, { time: '2024-05-03', detail: { outcome } })])
    const ruling = only(eventsOf(record(by('A', 'validated'), by('B', 'not-validated')), 'ruling'))
    expect(ruling.detail.outcome?.status).toBe('disputed')
    expect(ruling.happened.status).toBe('agreed')
  })
})

describe('one act under two words', () => {
  it('"he never freed anybody" stands against what he is said to have done, and against nothing of another', () => {
    const freed = told('A', [says('release', 'Dravic let prisoners go', { agent: ['Marko Dravic'], patient: ['prisoners'] })])
    const never = (who: string) =>
      told('B', [
        says('release', `${who} never let anybody go`, { agent: [who], patient: ['anybody'], polarity: 'negative', sources: ['guard'] }),
      ])
    expect(only(eventsOf(record(freed, never('Marko Dravic')), 'release')).happened.status).toBe('disputed')
    expect(eventsOf(record(freed, never('Ilir Hoxha')), 'release')).toHaveLength(2)
  })

  it('who has not left one country has not arrived in another', () => {
    const landed = told('A', [
      says('travel', 'Dravic landed in Libya', {
        place: ['Libya'],
        detail: { direction: 'arrive' },
        time: '2024-05-02',
        sources: ['an aide'],
      }),
    ])
    const stays = (direction: string) =>
      told('B', [
        says('travel', 'Dravic has not gone from Italy', {
          place: ['Italy'],
          detail: { direction },
          polarity: 'negative',
          sources: ['the court'],
        }),
      ])
    expect(only(eventsOf(record(landed, stays('leave')), 'travel')).happened.status).toBe('disputed')
    expect(eventsOf(record(landed, stays('return')), 'travel')).toHaveLength(2)
  })

  it('a capital stands for its state when it is told something, and The Hague for none', () => {
    const asked = (who: string) =>
      eventsOf(
        record(
          reportOf({
            outlet: 'A',
            names: { [who]: 'organization', 'Foreign Ministry': 'organization' },
            says: [
              { type: 'notification', words: `${who} was told of the escape`, recipient: [who], sources: ['a guard'], time: '2024-05-02' },
              {
                type: 'notification',
                words: 'the Foreign Ministry was not told',
                recipient: ['Foreign Ministry'],
                polarity: 'negative',
                sources: ['the minister'],
              },
            ],
          }),
        ),
        'notification',
      )
    expect(only(asked('Abuja')).happened.status).toBe('disputed')
    expect(asked('The Hague')).toHaveLength(2)
  })

  it('four and a half years are four years and six months, and five are more', () => {
    const jailed = (outlet: string, penalty: string) =>
      told(outlet, [says('sentence', `${outlet} gives Dravic ${penalty}`, { time: '2024-05-02', detail: { penalty } })])
    const status = (x: string, y: string) => only(eventsOf(record(jailed('A', x), jailed('B', y)), 'sentence')).detail.penalty?.status
    expect(status('four years and six months', 'four and a half years')).not.toBe('disputed')
    expect(status('four years and six months', 'five years')).toBe('disputed')
  })

  it('what a court has not ordered stands against no other order of that court', () => {
    const order = (outlet: string, words: string, polarity: 'positive' | 'negative') =>
      told(outlet, [
        says('ruling', words, { agent: ['International Criminal Court'], patient: [], detail: { outcome: 'other' }, polarity }),
      ])
    expect(
      eventsOf(
        record(order('A', 'it ordered the state to comment', 'positive'), order('B', 'it has not stayed the case', 'negative')),
        'ruling',
      ),
    ).toHaveLength(2)
  })

  it('two who speak of one man say each their own', () => {
    const asks = (outlet: string, who: string) => told(outlet, [says('demand', `${who} want Dravic home`, { agent: [who] })])
    expect(eventsOf(record(asks('A', 'Lena Kovac'), asks('B', 'hundreds of supporters')), 'demand')).toHaveLength(2)
  })

  it('what a prosecutor did not ask for is another matter than what he asked', () => {
    const asks = (more: Partial<Says>) =>
      says('demand', `the prosecutor ${more.polarity ?? 'asked'}`, { agent: ['Lena Kovac'], patient: [], ...more })
    const both = (patient: readonly string[]) =>
      eventsOf(
        record(
          told('A', [asks({ recipient: ['court'], patient: ['release'] })], { names: { ...names, 'Lena Kovac': 'person' } }),
          told('B', [asks({ polarity: 'negative', patient })], { names: { ...names, 'Lena Kovac': 'person' } }),
        ),
        'demand',
      )
    expect(both([])).toHaveLength(2)
    expect(both(['measure'])).toHaveLength(2)
    expect(only(both(['release'])).happened.status).toBe('disputed')
  })

  it('what befell one man is told by kind: he was taken away, and he was never beaten', () => {
    const harm = (outlet: string, kind: string, more: Partial<Says> = {}) =>
      told(outlet, [says('abuse', `${outlet} tells of ${kind}`, { time: '2024-05-02', detail: { kind }, ...more })])
    const taken = harm('A', 'disappearance')
    const beaten = harm('B', 'torture')
    const events = eventsOf(record(taken, beaten, harm('C', 'torture', { polarity: 'negative', sources: ['an aide'] })), 'abuse')
    expect(events.map(({ happened }) => happened.status).sort()).toEqual(['disputed', 'single'])
    expect(eventsOf(record(beaten, harm('C', 'war-crimes')), 'abuse')).toHaveLength(1)
  })

  it('an embassy that was told is no ministry that was told, and a court of ministers is no ministry', () => {
    const tell = (outlet: string, body: string) =>
      reportOf({
        outlet,
        names: { ...names, [body]: 'organization' },
        says: [says('notification', `${outlet} says the ${body} was told of the arrest`, { patient: ['arrest'], recipient: [body] })],
      })
    const heard = (...bodies: readonly string[]) =>
      eventsOf(record(...bodies.map((body, index) => tell(`Outlet ${index}`, body))), 'notification')
    expect(heard('embassy', 'justice ministry')).toHaveLength(2)
    expect(heard('court of ministers in Rome', 'ministry')).toHaveLength(2)
    expect(heard('ministry', 'justice ministry')).toHaveLength(1)
  })

  it('a court that never had the papers may have been told of the arrest', () => {
    const tell = (outlet: string, patient: string, polarity: 'positive' | 'negative') =>
      told(outlet, [
        says('notification', `${outlet} on the ${patient}`, { patient: [patient], recipient: ['International Criminal Court'], polarity }),
      ])
    expect(eventsOf(record(tell('A', 'arrest', 'positive'), tell('B', 'request', 'negative')), 'notification')).toHaveLength(2)
    expect(only(eventsOf(record(tell('A', 'papers', 'positive'), tell('B', 'request', 'negative')), 'notification')).happened.status).toBe(
      'disputed',
    )
  })

  it('an arrest and the detention of that day are linked and stay two events', () => {
    const made = record(arrestAt('A', {}), told('B', [says('detention', 'Marko Dravic was held in Trieste', { time: '2024-05-02' })]))
    const [arrest, detention] = [only(eventsOf(made, 'arrest')), only(eventsOf(made, 'detention'))]
    expect(arrest.related).toEqual([{ event: detention.id, because: 'Marko Dravic on 2024-05-02 in both' }])
    expect(detention.related?.map(({ event }) => event)).toEqual([arrest.id])
  })

  it('a detention of another day is linked to no arrest', () => {
    const made = record(arrestAt('A', {}), told('B', [says('detention', 'Marko Dravic was held in Trieste', { time: '2024-06-20' })]))
    expect(only(eventsOf(made, 'arrest')).related).toBeUndefined()
  })
})

describe('who counts as an origin', () => {
  it('two unnamed sources are one or two: the count is a range, and one is not enough to agree', () => {
    const { time } = only(
      eventsOf(record(arrestAt('A', { sources: ['a harbour official'] }), arrestAt('B', { sources: ['a person who saw it'] })), 'arrest'),
    )
    expect(time).toMatchObject({ status: 'single', values: [{ originsAtLeast: 1 }] })
    expect(time.values[0]?.origins).toHaveLength(2)
  })

  it('one author in two outlets is one origin; two authors are two', () => {
    const by = (outlet: string, author: string) =>
      told(outlet, [says('arrest', `${outlet} has Marko Dravic taken`, { time: '2024-05-02' })], {
        author,
        names: { ...names, [author]: 'person' },
      })
    const one = only(eventsOf(record(by('A', 'Livia Conte'), by('B', 'Livia Conte')), 'arrest'))
    expect(one.time).toMatchObject({ status: 'single', values: [{ origins: ['A and B (Livia Conte)'] }] })
    const two = only(eventsOf(record(by('A', 'Livia Conte'), by('B', 'Petra Novak')), 'arrest'))
    expect(two.time.status).toBe('agreed')
  })

  it('an agency and its desk in one credit line are one origin', () => {
    const credited = told('A', [says('arrest', 'Marko Dravic was taken', { time: '2024-05-02' })], {
      credit: 'With LPA, LPA Rome',
      names: { ...names, LPA: 'organization', 'LPA Rome': 'organization' },
    })
    const inCredit = {
      ...credited,
      mentions: [
        ...credited.mentions,
        ...['LPA', 'LPA Rome'].map((name) => {
          const start = credited.text.indexOf(`${name === 'LPA' ? 'LPA,' : name}`)
          return { start, end: start + name.length, kind: 'organization' as const, name }
        }),
      ],
    }
    expect(only(record(inCredit).reports).credits).toEqual(['LPA'])
  })

  it('an outlet keeps the article that its own reports give it', () => {
    const { time } = only(eventsOf(record(arrestAt('The Harbour', {}), arrestAt('A', { sources: ['Harbour'] })), 'arrest'))
    expect(time.values[0]?.origins).toEqual(['The Harbour'])
  })

  it('an outlet’s later report corrects its earlier one, which stays and says so', () => {
    const on = (published: string, time: string) =>
      told('A', [says('arrest', `Marko Dravic was taken, we learn on ${published}`, { time })], { published })
    const [first, second] = [on('2024-05-03', '2024-05-01'), on('2024-05-06', '2024-05-02')]
    const { time } = only(eventsOf(record(first, second), 'arrest'))
    expect(time.status).toBe('single')
    expect(time.values.find(({ value }) => value === '2024-05-01')?.replacedBy).toEqual([second.statements[0]?.id])
    expect(time.values.find(({ value }) => value === '2024-05-02')?.replacedBy).toBeUndefined()
  })

  it('a denial without a day stands against what was news of late, and not against what was years ago', () => {
    const charges = (time: string) =>
      eventsOf(
        record(
          told('A', [says('charge', 'Marko Dravic was charged', { time })]),
          told('B', [says('charge', 'Marko Dravic had not been charged', { polarity: 'negative', sources: ['his lawyer'] })]),
        ),
        'charge',
      )
    expect(only(charges('2024-03-01')).happened.status).toBe('disputed')
    expect(charges('2019-03-01')).toHaveLength(2)
  })

  it('what others had from an outlet is corrected with it, and their own word is not', () => {
    const first = (sources: readonly string[]) =>
      told('B', [says('arrest', 'Marko Dravic was taken on the first', { time: '2024-05-01', sources })], { published: '2024-05-03' })
    const corrected = told('A', [says('arrest', 'Marko Dravic was taken on the second', { time: '2024-05-02' })], {
      published: '2024-05-06',
    })
    const status = (sources: readonly string[]) => only(eventsOf(record(first(sources), corrected), 'arrest')).time.status
    expect(status(['A'])).toBe('single')
    expect(status([])).toBe('disputed')
  })

  it('a witness who says another thing later is no correction', () => {
    const on = (published: string, time: string) =>
      told('A', [says('arrest', `Marko Dravic was taken, he says on ${published}`, { time, sources: ['Ivo Kral'] })], {
        published,
        names: { ...names, 'Ivo Kral': 'person' },
      })
    const { time } = only(eventsOf(record(on('2024-05-03', '2024-05-01'), on('2024-05-06', '2024-05-02')), 'arrest'))
    expect(time.status).toBe('disputed')
  })
})

describe('copies', () => {
  it('a copy says what share it took over, what was added and what was left out', () => {
    const fingerprint = [1, 2, 3, 4, 5, 6, 7, 8]
    const shared = ['Marko Dravic was taken at the quay', 'Nobody was hurt']
    const sentences = (...words: readonly string[]) => words.map((one) => says('arrest', one))
    const original = reportOf({ outlet: 'ANSA', says: sentences(...shared, 'The port stayed open'), fingerprint })
    const copy = reportOf({ outlet: 'B', says: sentences(...shared, 'Our town is shaken'), fingerprint, published: '2024-05-04' })
    const made = record(original, copy).reports.find(({ id }) => id === copy.report.id)
    expect(made?.copyOf).toBe(original.report.id)
    expect(made?.copy?.added.map(({ exact }) => exact)).toEqual(['Our town is shaken.'])
    expect(made?.copy?.leftOut.map(({ exact }) => exact)).toEqual(['The port stayed open.'])
    expect(made?.copy?.share).toBeGreaterThan(0.6)
    for (const quote of made?.copy?.added ?? []) expect(copy.text.slice(quote.start, quote.end)).toBe(quote.exact)
  })
})
