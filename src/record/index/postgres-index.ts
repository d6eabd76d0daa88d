import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { RecordIndex } from '../record-index.js'
import { openSqlIndex } from './sql-index.js'
import type { Tables } from './tables.js'

/** The index of a case on a PostgreSQL server, by its connection string. Many cases share one database. */
export async function openPostgresIndex(connectionString: string, caseId: string): Promise<RecordIndex> {
  return openSqlIndex(new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString }) }) }), caseId)
}
