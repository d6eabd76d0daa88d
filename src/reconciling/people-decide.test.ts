import { describe, expect, it } from 'vitest'
import type { Act, OriginAnchor, StatementAnchor } from '../model/decision.js'
import type { Event, Reconciled } from '../model/record.js'
import type { ReadReport } from '../model/report.js'
import { loadKnowledge } from '../packs.js'
import { reconcile } from './reconcile.js'
import { reportOf, type Says } from './test-reports.js'

const knowledge = loadKnowledge()

/** The record of these reports after these decisions, on lines 10, 11 and so on of the log. */
function record(read: readonly ReadReport[], ...acts: readonly Act[]): Reconciled {
  const decisions = acts.map((act, index) => ({ line: index + 10, who: 'Ada', when: '2024-06-01T09:00Z', because: 'checked', act }))
  return reconcile(read, decisions, knowledge)
}

const strike: Says = {
  type: 'arrest',
  words: 'Guards took Iva Sorel off the night ferry',
  agent: ['guards'],
  patient: ['Iva Sorel'],
  time: '2024-05-02',
}
const names = { 'Iva Sorel': 'person' } as const

function told(outlet: string, more: Partial<Says> = {}, report: Partial<Parameters<typeof reportOf>[0]> = {}): ReadReport {
  return reportOf({ outlet, names, says: [{ ...strike, ...more }], ...report })
}

function arrestIn({ events }: Reconciled): Event {
  const found = events.filter(({ type }) => type === 'arrest')
  expect(found).toHaveLength(1)
  return found[0] as Event
}

const originsIn = (made: Reconciled) => arrestIn(made).happened.values[0]?.origins
const ownVoice = ({ report }: ReadReport): OriginAnchor => ({ report: report.id, name: null })
const source = (name: string, of?: ReadReport): OriginAnchor => ({ report: of?.report.id ?? null, name })

function anchorOf({ report, statements }: ReadReport): StatementAnchor {
  const [first] = statements
  if (first === undefined) throw new Error('the report states nothing')
  return { report: report.id, statement: first.id, type: first.type, exact: first.quote.exact, prefix: '', suffix: '' }
}

describe('what people decide on who rests on whom', () => {
  const fingerprint = Array.from({ length: 64 }, (_, index) => index)
  const wire = told('Delta Wire', {}, { published: '2024-05-02', fingerprint })
  const paper = told(
    'Morning Sheet',
    { words: 'Guards took Iva Sorel off the night ferry early' },
    { published: '2024-05-03', fingerprint },
  )

  it('a copy that somebody counts apart is an origin of its own, and still said to print the other’s text', () => {
    expect(record([wire, paper]).folds).toMatchObject([{ kind: 'copy', a: ownVoice(paper), b: ownVoice(wire) }])
    const apart = record([wire, paper], { act: 'unfold', a: ownVoice(paper), b: ownVoice(wire) })
    expect(originsIn(apart)).toEqual(['Delta Wire', 'Morning Sheet'])
    expect(apart.folds).toEqual([])
    expect(apart.reports.find(({ outlet }) => outlet === 'Morning Sheet')?.copyOf).toBe(wire.report.id)
  })

  it('two outlets that somebody counts as one are one origin', () => {
    const [a, b] = [told('Coast Radio'), told('Hill Radio')]
    const one = record([a, b], { act: 'fold', a: source('Coast Radio'), b: source('Hill Radio') })
    expect(originsIn(one)).toEqual(['Coast Radio and Hill Radio'])
    expect(arrestIn(one).happened.status).toBe('single')
    expect(one.folds).toMatchObject([{ kind: 'decision', line: 10, because: 'checked' }])
  })

  it('a fold reaches every name of the party, and over several decisions', () => {
    const reports = ['One Post', 'Two Post', 'Three Post', 'Four Post'].map((outlet) => told(outlet))
    const made = record(
      reports,
      { act: 'fold', a: source('One Post'), b: source('Two Post') },
      { act: 'fold', a: source('Three Post'), b: source('Two Post') },
    )
    expect(originsIn(made)).toEqual(['Four Post', 'One Post and Three Post and Two Post'])
  })

  it('a report’s own voice rests on whom somebody says it rests on', () => {
    const [a, b] = [told('Coast Radio'), told('Hill Radio')]
    const made = record([a, b], { act: 'fold', a: ownVoice(a), b: ownVoice(b) })
    expect(originsIn(made)).toEqual(['Hill Radio'])
  })

  it('a credit line that somebody sets aside gives the outlet its own voice back', () => {
    const credited = told('Coast Radio', {}, { credit: 'With ANSA' })
    expect(originsIn(record([credited]))).toEqual(['ANSA'])
    const apart = record([credited], { act: 'unfold', a: ownVoice(credited), b: source('ANSA') })
    expect(originsIn(apart)).toEqual(['Coast Radio'])
  })

  it('an agency that credits itself by its short name rests on nobody else', () => {
    const full = { names: { ...names, 'Ligurian Dock Agency': 'organization', LDA: ['organization', 'Ligurian Dock Agency'] } } as const
    const made = record([told('Ligurian Dock Agency', {}, { ...full, credit: 'LDA' })])
    expect(originsIn(made)).toEqual(['Ligurian Dock Agency'])
    expect(made.folds).toEqual([])
  })

  it('outlets one author wrote for are two origins once somebody counts one apart', () => {
    const authored = { names: { ...names, 'Livia Conte': 'person' }, author: 'Livia Conte' } as const
    const [a, b] = [told('A Post', {}, authored), told('B Post', {}, authored)]
    const [fold] = record([a, b]).folds
    expect(fold).toMatchObject({ kind: 'author', because: 'Livia Conte wrote for both' })
    if (fold === undefined) return
    expect(originsIn(record([a, b], { act: 'unfold', a: fold.a, b: fold.b }))).toEqual(['A Post', 'B Post'])
  })

  it('two described alike are two origins for certain once somebody tells them apart', () => {
    const [a, b] = [told('A Post', { sources: ['ministry source'] }), told('B Post', { sources: ['source in the ministry'] })]
    const [fold] = record([a, b]).folds
    expect(fold?.kind).toBe('unnamed')
    if (fold === undefined) return
    const value = arrestIn(record([a, b], { act: 'unfold', a: fold.a, b: fold.b })).happened
    expect(value).toMatchObject({ status: 'agreed' })
    expect(value.values[0]?.origins).toHaveLength(2)
    expect(value.values[0]?.originsAtLeast).toBeUndefined()
  })

  it('the last word on a pair stands, and taking it back gives everything back', () => {
    const [a, b] = [told('Coast Radio'), told('Hill Radio')]
    const pair = { a: source('Coast Radio'), b: source('Hill Radio') }
    expect(originsIn(record([a, b], { act: 'fold', ...pair }, { act: 'unfold', ...pair }))).toHaveLength(2)
    expect(originsIn(record([a, b], { act: 'fold', ...pair }, { act: 'undo', line: 10 }))).toHaveLength(2)
  })

  it('a circle of folds ends', () => {
    const [a, b] = [told('Coast Radio'), told('Hill Radio')]
    const made = record([a, b, wire, paper], { act: 'fold', a: ownVoice(wire), b: ownVoice(paper) })
    expect(originsIn(made)).toEqual(['Coast Radio', 'Delta Wire', 'Hill Radio'])
  })

  it('a name that nobody bears is an orphan that says what to do', () => {
    const [a] = [told('Coast Radio')]
    expect(record([a], { act: 'fold', a: source('Coast Radio'), b: source('Nobody Post') }).orphans).toMatchObject([
      { line: 10, act: 'fold', message: expect.stringContaining('“Nobody Post”') },
    ])
  })
})

describe('what people decide on a dispute', () => {
  const [early, late] = [
    told('A Post', { time: '2024-05-02' }),
    told('B Post', { time: '2024-05-03', words: 'On the 3rd Iva Sorel was held' }),
  ]

  it('settling keeps both values and the dispute, and says which is preferred, by whom and why', () => {
    const { time } = arrestIn(record([early, late], { act: 'settle', statement: anchorOf(late), attribute: 'time' }))
    expect(time.status).toBe('disputed')
    expect(time.values).toHaveLength(2)
    expect(time.judged).toEqual({
      says: 'settled',
      keeps: '2024-05-03',
      line: 10,
      who: 'Ada',
      when: '2024-06-01T09:00Z',
      because: 'checked',
    })
  })

  it('explaining and leaving open prefer nothing; the last word stands', () => {
    const statement = anchorOf(early)
    const explained = record([early, late], { act: 'explain', statement, attribute: 'time' })
    expect(arrestIn(explained).time.judged).toMatchObject({ says: 'explained' })
    expect(arrestIn(explained).time.judged?.keeps).toBeUndefined()
    const open = record([early, late], { act: 'settle', statement, attribute: 'time' }, { act: 'leave-open', statement, attribute: 'time' })
    expect(arrestIn(open).time.judged).toMatchObject({ says: 'left-open', line: 11 })
  })

  it('where accounts do not differ any more the decision is an orphan', () => {
    const made = record([early], { act: 'settle', statement: anchorOf(early), attribute: 'time' })
    expect(arrestIn(made).time.judged).toBeUndefined()
    expect(made.orphans).toMatchObject([{ line: 10, act: 'settle', message: expect.stringContaining('no longer differ') }])
  })

  it('a word on one attribute says nothing of another', () => {
    const made = arrestIn(record([early, late], { act: 'settle', statement: anchorOf(late), attribute: 'time' }))
    expect(made.place.judged).toBeUndefined()
    expect(made.happened.judged).toBeUndefined()
  })
})
