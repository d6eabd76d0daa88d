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

  it('the record has the format’s fields, the packs and the day; pairs that wait for a person are no part of it', () => {
    expect(Object.keys(recordJson(view.record) as object)).toEqual([
      'reports',
      'statements',
      'entities',
      'events',
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
