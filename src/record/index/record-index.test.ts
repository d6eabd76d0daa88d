import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres } from '../../../test/servers/postgres.js'
import { reportIdOf } from '../../model/ids.js'
import type { CaseRecord } from '../../model/record.js'
import type { ReadReport } from '../../model/report.js'
import type { RecordIndex } from '../record-index.js'
import { openPgliteIndex, removeIndex } from './pglite-index.js'
import { openPostgresIndex } from './postgres-index.js'

/** A report as reading leaves it: one paragraph, one reader's comment, nothing stated. */
function readReportOf(words: string, comment = 'A reader shouts.'): ReadReport {
  const text = `${words}\n${comment}`
  return {
    report: {
      id: reportIdOf(new TextEncoder().encode(text)),
      url: null,
      outlet: 'Example Post',
      title: null,
      author: null,
      published: '2025-01-20',
      captured: null,
      language: 'en',
      mediaType: 'text/plain',
    },
    text,
    blocks: [
      { start: 0, end: words.length + 1, kind: 'paragraph', why: 'running text' },
      { start: words.length + 1, end: text.length, kind: 'comment', why: 'a reader’s' },
    ],
    notes: [],
    mentions: [],
    times: [],
    voices: [],
    statements: [],
  }
}

function recordWith(names: readonly string[]): CaseRecord {
  return {
    reports: [],
    statements: [],
    entities: names.map((name) => ({ id: `en:${name}`, kind: 'person', name, names: [], because: [] })),
    events: [],
    possible: [],
    folds: [{ kind: 'author', a: { report: null, name: 'A Post' }, b: { report: null, name: 'B Post' }, because: 'one wrote for both' }],
    orphans: [{ line: 3, act: 'accept', message: 'its statement is no longer read' }],
    findings: [],
    packs: ['it-icc-237@2026-02-27'],
    at: '2025-01-31',
  }
}

/** What every store must do, whatever runs the SQL. */
function contract(
  name: string,
  store: {
    readonly open: (caseId: string) => Promise<RecordIndex>
    readonly start: () => Promise<void>
    readonly stop: () => Promise<void>
  },
): void {
  describe(name, () => {
    beforeAll(() => store.start(), 60_000)
    afterAll(() => store.stop(), 60_000)
    const withIndex = async <T>(caseId: string, act: (index: RecordIndex) => Promise<T>): Promise<T> => {
      const index = await store.open(caseId)
      try {
        return await act(index)
      } finally {
        await index.close()
      }
    }

    it('a reading comes back for the reader that made it and for no other', async () => {
      const read = readReportOf('The minister spoke.')
      await withIndex('readings', (index) => index.putReading(read.report.id, 'reader 1', read))
      await withIndex('readings', async (index) => {
        expect(await index.reading(read.report.id, 'reader 1')).toEqual(read)
        expect(await index.reading(read.report.id, 'reader 2')).toBeNull()
        expect(await index.reading(reportIdOf(new Uint8Array()), 'reader 1')).toBeNull()
      })
    })

    it('a later reading of the same report takes the place of the earlier', async () => {
      const read = readReportOf('The envoy arrived.')
      const later = { ...read, notes: [{ rule: 'x', start: 0, end: 1, message: 'y' }] }
      await withIndex('again', async (index) => {
        await index.putReading(read.report.id, 'reader 1', read)
        await index.putReading(read.report.id, 'reader 2', later)
        expect(await index.reading(read.report.id, 'reader 1')).toBeNull()
        expect(await index.reading(read.report.id, 'reader 2')).toEqual(later)
      })
    })

    it('search finds narrative in any script and never a reader’s comment', async () => {
      const read = readReportOf('Prosecutors named أسامة نجيم in the filing.', 'Nonsense, says a reader.')
      await withIndex('search', async (index) => {
        await index.putReading(read.report.id, 'r', read)
        expect((await index.search('prosecutors filing')).map(({ start, end }) => read.text.slice(start, end).trim())).toEqual([
          'Prosecutors named أسامة نجيم in the filing.',
        ])
        expect(await index.search('نجيم')).toHaveLength(1)
        expect(await index.search('nonsense')).toEqual([])
        expect(await index.search('"in the filing" -prosecutors')).toEqual([])
      })
    })

    it('text that PostgreSQL cannot hold (NUL, half a surrogate pair) is kept and comes back as it was', async () => {
      const read = readReportOf('A broken\u0000 page \ud83d end.')
      await withIndex('broken', async (index) => {
        await index.putReading(read.report.id, 'r', read)
        expect(await index.reading(read.report.id, 'r')).toEqual(read)
        expect(await index.search('page')).toHaveLength(1)
      })
    })

    it('a record comes back to the byte, with what was taken out of it gone and its order kept', async () => {
      await withIndex('record', async (index) => {
        expect(await index.record()).toBeNull()
        await index.putRecord(recordWith(['a', 'b', 'c']), 'one')
        const shorter = recordWith(['c', 'b'])
        await index.putRecord(shorter, 'two')
        const kept = await index.record()
        expect(kept?.basis).toBe('two')
        expect(JSON.stringify(kept?.record, Object.keys(shorter).sort())).toBe(JSON.stringify(shorter, Object.keys(shorter).sort()))
        expect(kept?.record).toEqual(shorter)
      })
    })

    it('two findings that look alike are both kept', async () => {
      await withIndex('alike', async (index) => {
        const twice = { ...recordWith([]), orphans: [...recordWith([]).orphans, ...recordWith([]).orphans] }
        await index.putRecord(twice, 'one')
        expect((await index.record())?.record.orphans).toHaveLength(2)
      })
    })

    it('one case never sees another', async () => {
      const read = readReportOf('Only the first case holds this secret.')
      await withIndex('first', async (index) => {
        await index.putReading(read.report.id, 'r', read)
        await index.putRecord(recordWith(['a']), 'one')
      })
      await withIndex('second', async (index) => {
        expect(await index.reading(read.report.id, 'r')).toBeNull()
        expect(await index.search('secret')).toEqual([])
        expect(await index.record()).toBeNull()
      })
    })

    it('a thousand reports and two thousand parts go in and come back', async () => {
      await withIndex('many', async (index) => {
        const names = Array.from({ length: 2_000 }, (_, i) => `n${i}`)
        await index.putRecord(recordWith(names), 'one')
        expect((await index.record())?.record.entities.map(({ name: kept }) => kept)).toEqual(names)
      })
    })
  })
}

const folder = mkdtempSync(join(tmpdir(), 'attest-index-'))
contract('PGlite in a folder', {
  open: (caseId) => openPgliteIndex(join(folder, 'index'), caseId),
  start: async () => {},
  stop: async () => rmSync(folder, { recursive: true, force: true }),
})

let server: Awaited<ReturnType<typeof startPostgres>>
contract('a PostgreSQL server', {
  open: (caseId) => openPostgresIndex(server.connectionString, caseId),
  start: async () => {
    server = await startPostgres()
  },
  stop: () => server.stop(),
})

describe('a server that is stopped', () => {
  it('ends what is asked of it with an error, and nothing else', async () => {
    const own = await startPostgres()
    const index = await openPostgresIndex(own.connectionString, 'stopped')
    expect(await index.record()).toBeNull()
    await own.stop()
    await expect(index.record()).rejects.toThrow()
    await index.close()
  }, 60_000)
})

describe('a damaged index', () => {
  it('is refused with what to do, and a fresh one takes its place', async () => {
    const at = mkdtempSync(join(tmpdir(), 'attest-damaged-'))
    writeFileSync(join(at, 'PG_VERSION'), 'not a version')
    await expect(openPgliteIndex(at, 'x')).rejects.toMatchObject({ code: 'record/index-damaged' })
    removeIndex(at)
    const index = await openPgliteIndex(at, 'x')
    expect(await index.record()).toBeNull()
    await index.close()
    rmSync(at, { recursive: true, force: true })
  })
})
