import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { harbourCase, viewOf } from '../../test/harbour-case.js'
import type { CaseView } from '../model/record.js'
import { dossierFiles } from './dossier.js'

const view = harbourCase()
const waiting = { proposed: 6, rejected: 1 }

function allAccepted(of: CaseView): CaseView {
  return { ...of, record: { ...of.record, statements: of.record.statements.map((statement) => ({ ...statement, state: 'accepted' })) } }
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

  it('is the same to the byte when computed again', () => {
    expect(dossierFiles(harbourCase(), waiting)).toEqual(dossierFiles(harbourCase(), waiting))
  })
})
