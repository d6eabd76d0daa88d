import type { Command } from 'commander'
import { openCase, pages } from '../../attest.js'
import { currentUser, withCase } from './case.js'
import { type Door, example, UsageError } from './run-command.js'

/** Where `attest serve` listens unless told otherwise. */
const usualPort = 4710

export function addServeCommands(program: Command, door: Door): void {
  example(
    program
      .command('serve')
      .description('Show a case in the browser, on this machine only.')
      .argument('<case>')
      .option('--port <number>', 'port to listen on; 0 takes a free one', String(usualPort)),
    'attest serve najim.case',
  ).action(async (path: string, options: { port: string }) => {
    const port = Number(options.port)
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new UsageError(`--port ${options.port} is no port; give a number from 0 to 65535`)
    const { serveCase } = await import('../web/server.js')
    const open = await openCase(path)
    await open.view() // what is new is read before the address is told, so that the first page does not keep anybody waiting
    const served = await serveCase(Object.assign(open, { render: await pages() }), { host: '127.0.0.1', port, who: currentUser() })
    door.say(`${open.name} is at ${served.address} (stop with Ctrl+C)`)
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    })
    await served.close()
    await open.close()
  })

  example(
    program
      .command('publish')
      .description('Write the public dossier: only what a person has accepted.')
      .argument('<case>')
      .argument('<dir>'),
    'attest publish najim.case dossier/',
  ).action(async (path: string, directory: string) => {
    const files = await withCase(path, (open) => open.publish(directory))
    door.say(`${files.length} files in ${directory}; open ${directory.replace(/\/$/, '')}/index.html`)
  })
}
