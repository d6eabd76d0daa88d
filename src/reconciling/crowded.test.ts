import { describe, expect, it } from 'vitest'
import { canonicalJson, type EntityId, type ReportId, type StatementId } from '../model/ids.js'
import { loadKnowledge } from '../packs.js'
import { Account } from './account.js'
import { copiesOf } from './copies.js'
import { CopyIndex } from './copy-index.js'
import { EventBlock } from './event-blocks.js'
import { Happening } from './happening.js'
import type { PartyEdge } from './join-parties.js'
import { KinIndex } from './kin-index.js'
import { KnownName } from './known-name.js'
import { NameBlocks } from './name-blocks.js'
import { NameClusters } from './name-clusters.js'
import { nameWordsOf } from './name-words.js'
import { reconcile } from './reconcile.js'
import { ReconciledCase } from './reconciled-case.js'
import { reportOf } from './test-reports.js'
import type { Party, Said, Told } from './told.js'

const words = nameWordsOf(loadKnowledge())
const party = (name: string): Party => ({ key: `en:${name}`, value: name, entity: `en:${name}`, kind: 'person', named: true, kin: [] })

function account(
  at: number,
  { day = '2024-05-03' as string | null, whom = 'A', by = null as string | null, story = `sha256:${at}` } = {},
): Account {
  const id = `st:${String(at).padStart(6, '0')}` as StatementId
  const statement = { type: 'condemnation', polarity: 'positive' } as Said
  const told: Told = {
    id,
    report: story as ReportId,
    story: story as ReportId,
    published: '2024-06-01',
    statement,
    start: 0,
    end: 1,
    stated: day,
    time: day,
    agent: by === null ? [] : [party(by)],
    patient: [party(whom)],
    recipient: [],
    place: [],
    roots: [],
    figure: null,
    cast: [],
  }
  return new Account(told, true)
}

describe('a crowded key', () => {
  const filled = (most: number, made: (at: number) => Account) => {
    const block = new EventBlock(most)
    const again: Account[] = []
    const accounts = Array.from({ length: most + 1 }, (_, at) => made(at))
    for (const one of accounts) block.add(one, (other) => again.push(other))
    return { block, accounts, again }
  }
  const month = (at: number) => `2024-${String((at % 12) + 1).padStart(2, '0')}-03`

  it('lays side by side what is of about one day or shares another party, and lets all look again when it becomes so', () => {
    const { block, accounts, again } = filled(20, (at) => account(at, { day: month(at), whom: `person ${at % 7}` }))
    const [first] = accounts as [Account]
    const met = [...new Set(block.soughtBy(first))].map(({ told }) => Number(told.id.slice(3)))
    expect(met.sort((a, b) => a - b)).toEqual([0, 7, 12, 14])
    expect(new Set(again).size).toBe(21)
  })

  it('is looked at from both sides alike', () => {
    const { block, accounts } = filled(30, (at) => account(at, { day: at % 3 === 0 ? null : month(at), whom: `person ${at % 11}` }))
    for (const a of accounts)
      for (const b of accounts)
        expect([...block.soughtBy(a)].includes(b), `${a.told.id} ${b.told.id}`).toBe([...block.seeking(b)].includes(a))
  })

  it('gives those that look at all alone, crowded or not', () => {
    const whom = (at: number) => (at % 4 === 0 ? null : `person ${at % 7}`)
    for (const most of [20, 200]) {
      const block = new EventBlock(most)
      const accounts = Array.from({ length: 60 }, (_, at) => account(at, { day: month(at % 3), whom: 'A', by: whom(at) }))
      for (const one of accounts) block.add(one, () => undefined)
      for (const one of accounts.filter((_, at) => at % 5 === 0)) block.remove(one, () => undefined)
      for (const one of accounts) {
        const all = new Set(block.soughtBy(one))
        expect(new Set(block.soughtBy(one, 'looking at all'))).toEqual(new Set([...all].filter(({ looksAtAll }) => looksAtAll)))
        expect(all.size).toBeGreaterThan(new Set(block.seeking(one, 'looking at all')).size)
      }
    }
  })

  it('that is crowded no more has all side by side again', () => {
    const { block, accounts } = filled(20, (at) => account(at, { day: month(at), whom: `person ${at}` }))
    const [first, second] = accounts as [Account, Account]
    expect([...block.soughtBy(second)]).not.toContain(accounts[5])
    block.remove(first, () => undefined)
    expect([...block.soughtBy(second)]).toContain(accounts[5])
  })
})

describe('a happening with very many accounts', () => {
  it('shows the same two hundred of them, and those of one’s own story, whatever came first', () => {
    const accounts = Array.from({ length: 260 }, (_, at) => account(at))
    const [one, other] = [new Happening(), new Happening()]
    for (const each of accounts) one.add(each)
    for (const each of accounts.toReversed()) other.add(each)
    const later = account(999_999, { story: 'sha256:250' })
    expect(one.before(later).map(({ id }) => id)).toEqual(other.before(later).map(({ id }) => id))
    expect(one.before(later)).toHaveLength(201)
    expect(one.isSampled(accounts[199] as Account)).toBe(true)
    expect(one.isSampled(accounts[259] as Account)).toBe(false)
  })
})

describe('names in clusters', () => {
  const edge = (a: string, b: string, verdict: PartyEdge['verdict']): PartyEdge => ({ a, b, verdict, score: 1, because: [] })
  const clustersOf = (edges: readonly PartyEdge[]) => {
    const names = new Set(edges.flatMap(({ a, b }) => [a, b]))
    const ground = { isName: () => true, edges: (key: string) => edges.filter(({ a, b }) => a === key || b === key), same: () => [] }
    return [...new NameClusters().settle(names, ground).changed.values()].map((keys) => keys.join(', ')).sort()
  }

  it('a short name with one meaning stands with it', () => {
    expect(clustersOf([edge('person rossi', 'person anna rossi', 'short')])).toEqual(['person anna rossi, person rossi'])
  })
  it('a short name with two meanings holds nothing together', () => {
    expect(clustersOf([edge('person rossi', 'person anna rossi', 'short'), edge('person rossi', 'person carlo rossi', 'short')])).toEqual([
      'person anna rossi',
      'person carlo rossi',
      'person rossi',
    ])
  })
  it('unless its meanings are one by now', () => {
    const one = edge('person anna maria rossi', 'person anna rossi', 'sure')
    expect(clustersOf([edge('person rossi', one.a, 'short'), edge('person rossi', one.b, 'short'), one])).toHaveLength(1)
  })
  it('a pair a person is asked about is not one cluster', () => {
    expect(clustersOf([edge('person ana rosi', 'person anna rossi', 'open')])).toHaveLength(2)
  })
})

describe('names under a crowded key', () => {
  const named = (name: string) => {
    const known = new KnownName(`person ${name.toLowerCase()}`, 'person')
    known.add({ report: 'sha256:1', party: { kind: 'person', name, forms: [name] }, context: [] })
    return [known.key, known] as const
  }
  it('are compared only where all of their consonants agree', () => {
    const vowels = ['a', 'e', 'i', 'o', 'u']
    const alike = vowels.flatMap((x) => vowels.flatMap((y) => ['mm', 'rd'].map((end) => `Karim T${x}r${y}k${x}${end}an`)))
    const blocks = new NameBlocks(words)
    const few = blocks.settle(alike.slice(0, 4).map(named))
    expect(few.get(`person ${alike[0]?.toLowerCase()}`)?.others.size).toBe(3)
    const many = blocks.settle(alike.map(named)).get(`person ${alike[0]?.toLowerCase()}`)?.others ?? new Set()
    expect([...many].every((other) => other.endsWith('mman'))).toBe(true)
    expect(many.size).toBe(24)
  })
})

describe('who belongs to whom', () => {
  it('a body with very many office holders is named by them and names none; others name each other', () => {
    const kin = new KinIndex()
    const touched = new Set<EntityId>()
    for (let at = 0; at < 30; at++) for (const id of kin.put(`sha256:${at}`, [[`en:holder ${at}`, 'en:state']])) touched.add(id)
    for (const id of kin.put('sha256:other', [['en:judge', 'en:court']])) touched.add(id)
    kin.settle(touched)
    expect(kin.of('en:holder 7')).toEqual(['en:state'])
    expect(kin.of('en:state').length).toBeLessThan(2)
    expect([kin.of('en:judge'), kin.of('en:court')]).toEqual([['en:court'], ['en:judge']])
    expect(kin.areKin('en:state', 'en:holder 29')).toBe(true)
  })
  it('is forgotten with the report that said so', () => {
    const kin = new KinIndex()
    kin.settle(new Set(kin.put('sha256:1', [['en:a', 'en:b']])))
    kin.settle(new Set(kin.put('sha256:1', [])))
    expect([kin.of('en:a'), kin.areKin('en:a', 'en:b')]).toEqual([[], false])
  })
})

describe('copies found one by one', () => {
  const text = (at: number, of: number, published: string) => ({
    report: {
      id: `sha256:${at}` as ReportId,
      url: null,
      outlet: null,
      title: null,
      author: null,
      published,
      captured: null,
      language: null,
      mediaType: 'text/plain',
    },
    fingerprint: Array.from({ length: 64 }, (_, place) => (place < 48 ? of * 1000 + place : at * 5000 + place)),
  })
  const texts = [
    text(1, 1, '2024-05-03'),
    text(2, 1, '2024-05-02'),
    text(3, 2, '2024-05-01'),
    text(4, 1, '2024-05-04'),
    text(5, 3, '2024-05-01'),
  ]

  it('are those found at once, when the original comes last and when it goes again', () => {
    const index = new CopyIndex()
    for (const one of texts.toSorted((a, b) => (a.report.published < b.report.published ? 1 : -1))) {
      index.put(one)
      index.settle(() => false)
    }
    const found = () =>
      texts.flatMap(({ report: { id } }) => (index.originalOf(id) === undefined ? [] : [[id, index.originalOf(id)]])).sort()
    expect(found()).toEqual([...copiesOf(texts, () => false)].sort())
    expect(found()).toContainEqual(['sha256:1', 'sha256:2'])
    index.remove('sha256:2')
    expect([...index.settle(() => false)]).toEqual(['sha256:1', 'sha256:4'])
    expect(index.originalOf('sha256:4')).toBe('sha256:1')
  })
})

describe('a case with parties that have to do with everything', () => {
  const days = (at: number) => `2024-0${(at % 9) + 1}-1${at % 7}`
  const reports = Array.from({ length: 45 }, (_, at) =>
    reportOf({
      outlet: `Paper ${at % 23}`,
      published: days(at + 1),
      names: {
        'United Nations': 'organization',
        'Italian police': 'organization',
        [`Person${letters(at % 37)} Vell${letters(at % 29)}`]: 'person',
      },
      says: [0, 1, 2].flatMap((part) => [
        {
          type: 'condemnation' as const,
          words: `condemned ${at} ${part}`,
          agent: ['United Nations'],
          patient: part === 2 ? [] : [`Person${letters(at % 37)} Vell${letters(at % 29)}`],
          ...((at + part) % 3 === 0 ? {} : { time: days(at + part) }),
        },
        {
          type: 'arrest' as const,
          words: `arrested ${at} ${part}`,
          agent: ['Italian police'],
          patient: part === 0 ? [`Person${letters(at % 37)} Vell${letters(at % 29)}`] : ['two men'],
          ...((at + part) % 4 === 0 ? {} : { time: days(at + 2 * part) }),
        },
      ]),
    }),
  )
  const knowledge = loadKnowledge()
  const byId = new Map(reports.map((report) => [report.report.id, report]))

  it('comes to the same bytes one report after the other, in any order, as at once', () => {
    const expected = canonicalJson(reconcile(reports, [], knowledge))
    for (const turn of [5, 20]) {
      const kept = new ReconciledCase(knowledge, (id) => byId.get(id))
      // 47 is a prime, so each report has its turn.
      for (let at = 0; at < 47; at++) {
        const report = reports[(at * turn) % 47]
        if (report === undefined) continue
        kept.put(report)
        kept.settle()
      }
      expect(canonicalJson(kept.record())).toBe(expected)
    }
  })
})

/** A syllable for a number, so that names are names. */
function letters(at: number): string {
  return `${'bdfgklmnprstvz'[at % 14]}${'aeiou'[at % 5]}${'lmnrst'[at % 6]}`
}
