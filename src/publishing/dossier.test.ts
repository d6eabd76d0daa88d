import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { harbourCase, viewOf } from '../../test/harbour-case.js'
import type { Act, LogLine } from '../model/decision.js'
import type { CaseView } from '../model/record.js'
import { dossierFiles } from './dossier.js'

const view = harbourCase()
const waiting = { proposed: 6, rejected: 1 }

function allAccepted(of: CaseView): CaseView {
  return { ...of, record: { ...of.record, statements: of.record.statements.map((statement) => ({ ...statement, state: 'accepted' })) } }
}

/** The case after one statement was corrected, and another accepted and rejected later. */
function amended(): CaseView {
  const [arrest, notice] = [
    view.record.statements.find(({ type, state }) => type === 'arrest' && state === 'accepted'),
    view.record.statements.find(({ quote }) => quote.exact.includes('informed at once')),
  ]
  if (arrest === undefined || notice === undefined) throw new Error('the harbour case tells of an arrest and a notice')
  const anchorOf = ({ report, id, type, quote }: typeof arrest) => ({
    report,
    statement: id,
    type,
    exact: quote.exact,
    prefix: '',
    suffix: '',
  })
  const line = (number: number, act: Act, because: string) => ({
    ...(view.log.entries[0] as LogLine),
    line: number,
    when: '2025-03-02T09:30:00.000Z',
    entry: { kind: 'decision' as const, act, because },
  })
  const entries = [
    ...view.log.entries,
    line(6, { act: 'correct', statement: anchorOf(arrest), correction: { place: ['Savona'] } }, 'seen in print'),
    line(7, { act: 'accept', statement: anchorOf(notice) }, 'read beside the passage'),
    line(8, { act: 'reject', statement: anchorOf(notice) }, 'it is about another ship'),
  ]
  return { ...view, log: { ...view.log, entries } }
}

/** The case, all accepted, after somebody settled where the arrest was made. */
function settled(): CaseView {
  const accepted = allAccepted(view)
  const judged = {
    says: 'settled',
    keeps: 'his home',
    line: 9,
    who: 'Reviewer Nine',
    when: '2025-03-02T09:30:00.000Z',
    because: 'seen by two neighbours',
  } as const
  const events = accepted.record.events.map((event) => (event.type === 'arrest' ? { ...event, place: { ...event.place, judged } } : event))
  return { ...accepted, record: { ...accepted.record, events } }
}

function fileOf(of: CaseView, name: string): string {
  return dossierFiles(of, waiting).find((file) => file.name === name)?.content ?? ''
}

describe('the public dossier', () => {
  it('is a folder that needs nothing else: a page, its style sheet beside it, the record', () => {
    expect(dossierFiles(view, waiting).map(({ name }) => name)).toEqual(['index.html', 'attest.css', 'record.json'])
    const page = fileOf(allAccepted(view), 'index.html')
    expect(page).toContain('<link rel="stylesheet" href="attest.css">')
    expect(
      [...page.matchAll(/(?:href|src|action)="([^"]*)"/g)]
        .map(([, address = '']) => address)
        .filter((address) => !/^(?:#|attest\.css$|record\.json$|https:\/\/news\.example\/)/.test(address)),
    ).toEqual([])
    expect(page).not.toMatch(/<script|<style|\sstyle=|<form|<button/)
  })

  it('is valid HTML, empty or full', async () => {
    for (const of of [viewOf({}), view, allAccepted(view)]) {
      const { results } = await new HtmlValidate().validateString(fileOf(of, 'index.html'))
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
    }
  })

  it('shows no statement that no person has accepted, in no file', () => {
    const everything = dossierFiles(view, waiting)
      .filter(({ name }) => name !== 'attest.css')
      .map(({ content }) => content)
      .join('\n')
    const [hidden, kept] = [
      view.record.statements.filter(({ state }) => state !== 'accepted'),
      view.record.statements.filter(({ state }) => state === 'accepted'),
    ]
    for (const { id } of hidden) expect(everything).not.toContain(id)
    for (const { id } of kept) expect(everything).toContain(id)
    expect(everything).not.toContain('may have been warned')
    expect(everything).not.toContain('Coast Radio')
  })

  it('counts what it does not show', () => {
    const page = fileOf(allAccepted(view), 'index.html')
    expect(page).toContain('Six statements read by machine wait for a person and are not shown.')
    expect(page).toContain('One statement was rejected.')
  })

  it('says so when nothing has been accepted, and shows nothing', () => {
    const page = fileOf(viewOf({ name: 'The harbour case' }), 'index.html')
    expect(page).toContain('No statement has been accepted by a person yet')
    expect(page).not.toContain('<h2')
  })

  it('numbers its sources, and every number leads to one', () => {
    const page = fileOf(allAccepted(view), 'index.html')
    const cited = [...page.matchAll(/href="#src-(\d+)"/g)].map(([, number]) => number)
    expect(cited.length).toBeGreaterThan(0)
    for (const number of cited) expect(page).toContain(`id="src-${number}"`)
  })

  it('holds no pair that waits for a person, and no party that only unaccepted statements name', () => {
    const record = JSON.parse(fileOf(view, 'record.json')) as { entities: unknown[]; possible?: unknown }
    expect(record.entities).toEqual([])
    expect(record.possible).toBeUndefined()
  })

  it('draws who rests on whom without a link that leads elsewhere, and says the same in words', () => {
    const page = fileOf(allAccepted(view), 'index.html')
    expect(page).toContain('<figure class="map">')
    expect(page).toMatch(/صوت البحر<\/bdi> prints its text/)
    expect(page).toContain('she is his lawyer')
  })

  it('says that nobody here reports what is not here, and what was listened to, cited or not', () => {
    const page = fileOf(view, 'index.html')
    expect(page).toContain('Nobody here reports it; it may still have happened.')
    expect(page).toContain('Three reports of three outlets in English and Arabic')
  })

  it('has no corrections where nothing was amended', () => {
    expect(fileOf(allAccepted(view), 'index.html')).not.toContain('id="corrections"')
  })

  it('keeps what was corrected with its day and reason, and of what was withdrawn the kind and no word', () => {
    const page = fileOf(amended(), 'index.html')
    expect(page).toContain('id="corrections"')
    expect(page).toMatch(/Arrest, in <bdi>The Evening Lamp<\/bdi>.*was read wrongly. Now place Savona. “seen in print”/s)
    expect(page).toContain('after a report that is not cited any more. “it is about another ship”')
    expect(page).not.toContain('had been informed at once')
  })

  it('shows a person’s word on a dispute without the person', () => {
    const page = fileOf(settled(), 'index.html')
    expect(page).toMatch(
      /Settled<\/strong> by a person, 2 March 2025, preferring .*his home.*“seen by two neighbours” Every account is kept\./s,
    )
    expect(page).not.toContain('Reviewer Nine')
  })

  it('is the same to the byte when computed again', () => {
    expect(dossierFiles(harbourCase(), waiting)).toEqual(dossierFiles(harbourCase(), waiting))
  })
})
