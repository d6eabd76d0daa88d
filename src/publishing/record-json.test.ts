import { describe, expect, it } from 'vitest'
import { harbourCase } from '../../test/harbour-case.js'
import { readReportJson, recordJson } from './record-json.js'

const view = harbourCase()

describe('the JSON of the record format', () => {
  it('a read report has the format’s fields in the format’s order, and no other', () => {
    const [read] = view.read
    if (read === undefined) throw new Error('the case has reports')
    const json = readReportJson({ ...read, fingerprint: [1, 2, 3] }) as Record<string, unknown>
    expect(Object.keys(json)).toEqual(['report', 'text', 'blocks', 'mentions', 'times', 'voices', 'statements', 'notes'])
    expect(Object.keys(json.report as object)).toEqual([
      'id',
      'url',
      'outlet',
      'title',
      'author',
      'published',
      'captured',
      'language',
      'mediaType',
    ])
  })

  it('a block and a statement of a file with pages say on which they begin, and of another file nothing', () => {
    const [read] = view.read
    if (read === undefined) throw new Error('the case has reports')
    const second = read.blocks[1]?.start ?? 0
    const pages = [
      { start: 0, page: 1 },
      { start: second, page: 2 },
    ]
    const json = readReportJson({ ...read, pages }) as {
      readonly blocks: readonly { readonly page?: number }[]
      readonly statements: readonly { readonly page?: number }[]
    }
    expect(json.blocks.slice(0, 2).map(({ page }) => page)).toEqual([1, 2])
    expect(json.statements.every(({ page }) => page === 1 || page === 2)).toBe(true)
    expect(JSON.stringify(readReportJson(read))).not.toContain('"page"')
  })

  it('the record has the format’s fields, the packs and the day; pairs that wait for a person are no part of it', () => {
    expect(Object.keys(recordJson(view.record) as object)).toEqual([
      'reports',
      'statements',
      'entities',
      'events',
      'folds',
      'findings',
      'packs',
      'at',
    ])
  })

  it('why a statement was read so is left out unless asked for', () => {
    expect(JSON.stringify(recordJson(view.record))).not.toContain('"why"')
    expect(JSON.stringify(recordJson(view.record, true))).toContain('"why"')
  })
})
