import { type Generated, type Kysely, type Migration, sql } from 'kysely'

/** The index as SQL sees it. The case is the leading key of every table, so that many cases share one server and it shards by case. Bodies are JSON kept as text: the record comes back to the byte. */
export interface Tables {
  reading: { case_id: string; report: string; reader: string; body: string }
  passage: { case_id: string; report: string; start_at: number; end_at: number; words: string; search: Generated<string> }
  /** One row for each statement, entity, event, finding ... of the record. `position` keeps the record's order, `digest` tells whether it changed. */
  part: { case_id: string; kind: string; id: string; position: number; digest: string; body: string }
  basis: { case_id: string; basis: string; packs: string; at: string | null }
}

/** In order; a migration that has been released is never changed. The same SQL runs on PGlite and on a server. */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-24-first': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('reading')
        .addColumn('case_id', 'text', (column) => column.notNull())
        .addColumn('report', 'text', (column) => column.notNull())
        .addColumn('reader', 'text', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('reading_key', ['case_id', 'report'])
        .execute()
      // 'simple' and no language: reports of one case are in many, and a name must be found as it is written.
      await db.schema
        .createTable('passage')
        .addColumn('case_id', 'text', (column) => column.notNull())
        .addColumn('report', 'text', (column) => column.notNull())
        .addColumn('start_at', 'integer', (column) => column.notNull())
        .addColumn('end_at', 'integer', (column) => column.notNull())
        .addColumn('words', 'text', (column) => column.notNull())
        .addColumn('search', sql`tsvector`, (column) => column.generatedAlwaysAs(sql`to_tsvector('simple', words)`).stored())
        .addPrimaryKeyConstraint('passage_key', ['case_id', 'report', 'start_at'])
        .execute()
      await db.schema.createIndex('passage_search').on('passage').using('gin').column('search').execute()
      await db.schema
        .createTable('part')
        .addColumn('case_id', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('digest', 'text', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('part_key', ['case_id', 'kind', 'id'])
        .execute()
      await db.schema
        .createTable('basis')
        .addColumn('case_id', 'text', (column) => column.primaryKey())
        .addColumn('basis', 'text', (column) => column.notNull())
        .addColumn('packs', 'text', (column) => column.notNull())
        .addColumn('at', 'text')
        .execute()
    },
  },
}
