import type { Command } from 'commander'
import { loadEveryProcedure, loadProcedure } from '../../attest.js'
import { type Door, example } from './run-command.js'

export function addPackCommands(program: Command, door: Door): void {
  const pack = program.command('pack').description('Procedure packs: the law as steps and clocks.').exitOverride()
  example(
    pack.command('list').description('The packs that come with Attest.').option('--json', 'one JSON object per pack and line'),
    'attest pack list',
  ).action((options: { json?: true }) => {
    tellBrokenPacks(door)
    for (const { id, title, jurisdiction, asOf, steps } of loadEveryProcedure().packs) {
      door.say(
        options.json === true
          ? JSON.stringify({ id, title, jurisdiction, asOf, steps: steps.length })
          : `${id}  ${title} (${jurisdiction}; ${steps.length} steps; as of ${asOf})`,
      )
    }
  })
  example(
    pack.command('check').description('Check a pack; mistakes are told with line and allowed values.').argument('<dir>'),
    'attest pack check packs/procedures/it-icc-237',
  ).action((folder: string) => {
    const { id, steps, readings } = loadProcedure(folder)
    door.say(`${id}: ${steps.length} steps, ${readings.length} readings, no mistake found`)
  })
  for (const command of pack.commands) command.exitOverride()
}

/** Tells of each pack that could not be loaded, with its mistakes; the others are used. */
export function tellBrokenPacks(door: Door): void {
  for (const { id, message } of loadEveryProcedure().broken) {
    door.warn(`attest: the pack ${id} is not used:\n${message}`)
    door.foundWrong()
  }
}
