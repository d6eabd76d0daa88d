import { serve } from '@hono/node-server'
import { AttestError } from '../../attest.js'
import { type ServedCase, webApp } from './app.js'

export interface Served {
  readonly address: string
  readonly close: () => Promise<void>
}

/** Serves a case to the browsers of this machine until closed. `who` stands in the log for what is decided there. */
export async function serveCase(
  open: ServedCase,
  where: { readonly host: string; readonly port: number; readonly who: string },
): Promise<Served> {
  const app = webApp(open, where.who)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: where.host, port: where.port }, ({ port }) => {
      resolve({ address: `http://${where.host}:${port}`, close: () => closed(server) })
    })
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalOf(error, where)))
  })
}

type Server = ReturnType<typeof serve>

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)))
    // A browser keeps its connections open for minutes; they must not keep the programme.
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}

function refusalOf(error: NodeJS.ErrnoException, { host, port }: { readonly host: string; readonly port: number }): Error {
  if (error.code === 'EADDRINUSE')
    return new AttestError(
      'serve/port-taken',
      `port ${port} of ${host} is taken by another programme; give another one with --port, or 0 for a free one`,
    )
  if (error.code === 'EACCES')
    return new AttestError('serve/port-refused', `this account may not listen on port ${port}; give one above 1023 with --port`)
  return error
}
