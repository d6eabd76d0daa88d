import { describe, expect, it } from 'vitest'
import { reportIdOf } from '../model/ids.js'
import type { Report } from '../model/report.js'
import { relabelled } from './relabel.js'

const text = 'A fact. A reader shouts. Another fact.'
const report: Report = {
  report: {
    id: reportIdOf(new Uint8Array()),
    url: null,
    outlet: null,
    title: null,
    author: null,
    published: null,
    captured: null,
    language: 'en',
    mediaType: 'text/plain',
  },
  text,
  blocks: [{ start: 0, end: text.length, kind: 'paragraph', why: 'running text' }],
  notes: [],
}
const kinds = ({ blocks }: Report) => blocks.map(({ start, end, kind }) => [kind, text.slice(start, end)])

describe('a stretch that a person relabels', () => {
  it('becomes a block of its own, and what stands around it stays what it was', () => {
    expect(kinds(relabelled(report, [{ start: 8, exact: 'A reader shouts. ', kind: 'comment' }]))).toEqual([
      ['paragraph', 'A fact. '],
      ['comment', 'A reader shouts. '],
      ['paragraph', 'Another fact.'],
    ])
  })

  it('may reach over several blocks, and the last word holds', () => {
    const once = relabelled(report, [
      { start: 8, exact: 'A reader shouts. ', kind: 'comment' },
      { start: 0, exact: text, kind: 'related' },
    ])
    expect(kinds(once).every(([kind]) => kind === 'related')).toBe(true)
  })

  it('is passed over when other words stand there now', () => {
    expect(relabelled(report, [{ start: 0, exact: 'B fact.', kind: 'comment' }]).blocks).toEqual(report.blocks)
  })
})
