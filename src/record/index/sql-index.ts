import { type Kysely, Migrator, sql } from 'kysely'
import { canonicalJson, digestOf, type ReportId } from '../../model/ids.js'
import type { CaseRecord } from '../../model/record.js'
import { isRead, type ReadReport } from '../../model/report.js'
import type { Passage, RecordIndex } from '../record-index.js'
import { migrations, type Tables } from './tables.js'

/** The parts of a record, each kept row by row. */
type PartKind = Exclude<keyof CaseRecord, 'packs' | 'at'>

/** Every list of the record: one that is left out here does not compile. */
const parts: Readonly<Record<PartKind, true>> = {
  reports: true,
  statements: true,
  entities: true,
  events: true,
  possible: true,
  folds: true,
  orphans: true,
  findings: true,
}
const partKinds = Object.keys(parts) as readonly PartKind[]

/** PostgreSQL takes at most 65,535 parameters in one statement; a row has six. */
const rowsAtOnce = 1_000

/** As many passages as a person looks through. */
const mostPassages = 50

/** Characters of a passage shown with a hit. */
const excerptLength = 240

/** Brings the database's tables up to this version, then gives the index of one case in it. */
export async function openSqlIndex(db: Kysely<Tables>, caseId: string): Promise<RecordIndex> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } }).migrateToLatest()
  if (error !== undefined) throw error
  return new SqlIndex(db, caseId)
}

class SqlIndex implements RecordIndex {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly caseId: string,
  ) {}

  async reading(report: ReportId, reader: string): Promise<ReadReport | null> {
    const row = await this.db
      .selectFrom('reading')
      .select('body')
      .where('case_id', '=', this.caseId)
      .where('report', '=', report)
      .where('reader', '=', reader)
      .executeTakeFirst()
    return row === undefined ? null : (JSON.parse(row.body) as ReadReport)
  }

  async putReading(report: ReportId, reader: string, read: ReadReport): Promise<void> {
    const row = { case_id: this.caseId, report, reader, body: stored(read) }
    const passages = passagesOf(read).map((passage) => ({ case_id: this.caseId, report, ...passage }))
    await this.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('reading')
        .values(row)
        .onConflict((conflict) => conflict.columns(['case_id', 'report']).doUpdateSet({ reader, body: row.body }))
        .execute()
      await trx.deleteFrom('passage').where('case_id', '=', this.caseId).where('report', '=', report).execute()
      for (const rows of inPortions(passages)) await trx.insertInto('passage').values(rows).execute()
    })
  }

  async record(): Promise<{ readonly basis: string; readonly record: CaseRecord } | null> {
    const basis = await this.db.selectFrom('basis').selectAll().where('case_id', '=', this.caseId).executeTakeFirst()
    if (basis === undefined) return null
    const rows = await this.db
      .selectFrom('part')
      .select(['kind', 'body'])
      .where('case_id', '=', this.caseId)
      .orderBy('kind')
      .orderBy('position')
      .execute()
    const lists = Object.fromEntries(
      partKinds.map((kind) => [kind, rows.filter((row) => row.kind === kind).map((row) => JSON.parse(row.body) as unknown)]),
    )
    return { basis: basis.basis, record: { ...lists, packs: JSON.parse(basis.packs), at: basis.at } as unknown as CaseRecord }
  }

  async putRecord(record: CaseRecord, basis: string): Promise<void> {
    const rows = partKinds.flatMap((kind) => rowsOf(kind, record[kind]))
    await this.db.transaction().execute(async (trx) => {
      const kept = await trx.selectFrom('part').select(['kind', 'id', 'position', 'digest']).where('case_id', '=', this.caseId).execute()
      const before = new Map(kept.map((row) => [`${row.kind} ${row.id}`, row]))
      const now = new Set(rows.map((row) => `${row.kind} ${row.id}`))
      const gone = kept.filter((row) => !now.has(`${row.kind} ${row.id}`))
      const changed = rows.filter((row) => {
        const old = before.get(`${row.kind} ${row.id}`)
        return old === undefined || old.digest !== row.digest || old.position !== row.position
      })
      for (const { kind, id } of gone)
        await trx.deleteFrom('part').where('case_id', '=', this.caseId).where('kind', '=', kind).where('id', '=', id).execute()
      for (const portion of inPortions(changed)) {
        await trx
          .insertInto('part')
          .values(portion.map((row) => ({ case_id: this.caseId, ...row })))
          .onConflict((conflict) =>
            conflict.columns(['case_id', 'kind', 'id']).doUpdateSet((set) => ({
              position: set.ref('excluded.position'),
              digest: set.ref('excluded.digest'),
              body: set.ref('excluded.body'),
            })),
          )
          .execute()
      }
      const head = { basis, packs: JSON.stringify(record.packs), at: record.at }
      await trx
        .insertInto('basis')
        .values({ case_id: this.caseId, ...head })
        .onConflict((conflict) => conflict.column('case_id').doUpdateSet(head))
        .execute()
    })
  }

  async search(query: string): Promise<readonly Passage[]> {
    const rows = await this.db
      .selectFrom('passage')
      .select(['report', 'start_at', 'end_at', 'words'])
      .where('case_id', '=', this.caseId)
      .where(sql<boolean>`search @@ websearch_to_tsquery('simple', ${query})`)
      .orderBy(sql`ts_rank(search, websearch_to_tsquery('simple', ${query}))`, 'desc')
      .orderBy('report')
      .orderBy('start_at')
      .limit(mostPassages)
      .execute()
    return rows.map(({ report, start_at, end_at, words }) => ({
      report: report as ReportId,
      start: start_at,
      end: end_at,
      excerpt: excerptOf(words, query),
    }))
  }

  async close(): Promise<void> {
    await this.db.destroy()
  }
}

/** PostgreSQL text cannot hold NUL; inside JSON it stands escaped, so only bare strings need this. */
const withoutNul = (text: string) => text.replaceAll('\u0000', '\ufffd')

/** JSON as text for a column; lone surrogates stay escaped, as JSON writes them. */
const stored = (value: unknown) => JSON.stringify(value)

function passagesOf({
  text,
  blocks,
}: ReadReport): readonly { readonly start_at: number; readonly end_at: number; readonly words: string }[] {
  return blocks
    .filter(({ kind, start, end }) => isRead(kind) && end > start)
    .map(({ start, end }) => ({ start_at: start, end_at: end, words: withoutNul(text.slice(start, end).toWellFormed()) }))
}

function rowsOf(
  kind: string,
  values: readonly unknown[],
): readonly { readonly kind: string; readonly id: string; readonly position: number; readonly digest: string; readonly body: string }[] {
  const seen = new Map<string, number>()
  return values.map((value, position) => {
    const body = stored(value)
    const named = (value as { readonly id?: string }).id ?? digestOf(canonicalJson(value))
    const times = seen.get(named) ?? 0
    seen.set(named, times + 1)
    return { kind, id: times === 0 ? named : `${named}#${times}`, position, digest: digestOf(body), body }
  })
}

function* inPortions<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce)
}

function excerptOf(words: string, query: string): string {
  const flat = words.replace(/\s+/g, ' ').trim()
  const terms = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const hits = terms.map((term) => flat.toLowerCase().indexOf(term)).filter((at) => at >= 0)
  const first = hits.length === 0 ? 0 : Math.min(...hits)
  const from = Math.max(0, first - excerptLength / 3)
  const excerpt = flat.slice(from, from + excerptLength)
  return `${from > 0 ? '…' : ''}${excerpt}${from + excerptLength < flat.length ? '…' : ''}`
}
