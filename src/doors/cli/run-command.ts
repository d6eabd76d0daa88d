import { Command, CommanderError } from 'commander'
import { AttestError, version } from '../../attest.js'
import { addBuildCommand } from './build.js'
import { addCaseCommands } from './case.js'
import { addClockCommands } from './clocks.js'
import { addDecideCommand } from './decide.js'
import { addPackCommands } from './pack.js'
import { addReadCommands } from './read.js'
import { addServeCommands } from './serve.js'
import { addShowCommand } from './show.js'

/** Exit codes: done; refused or found wrong; bad usage. */
const done = 0
const refused = 1
const badUsage = 2

/** Everything a command needs of the outside: where it writes, and the code it ends with. */
export interface Door {
  readonly say: (line: string) => void
  readonly warn: (line: string) => void
  /** The command found something wrong or was refused a part of its work; the rest was done. */
  readonly foundWrong: () => void
}

/** Runs one command line and gives its exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  let code = done
  const door: Door = {
    say: (line) => process.stdout.write(`${shown(line)}\n`),
    warn: (line) => process.stderr.write(`${shown(line)}\n`),
    foundWrong: () => {
      code = refused
    },
  }
  // A reader that stops early (`attest read ... | head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(done)
  })
  try {
    await commandLine(door).parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? done : badUsage
    if (error instanceof UsageError) {
      door.warn(`attest: ${error.message}`)
      return badUsage
    }
    if (error instanceof AttestError) {
      door.warn(`attest: ${error.message}`)
      return refused
    }
    throw error
  }
}

/** Text of reports may hold signs that a terminal obeys (escape codes, bidirectional overrides). They are shown by their code, in a form that JSON reads back as the sign itself. */
function shown(line: string): string {
  return line.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A command line that names what does not exist or leaves out what is needed. */
export class UsageError extends Error {}

/** Every command, bound to a door. */
export function commandLine(door: Door): Command {
  const program = new Command('attest')
    .description('Reads many published accounts of one affair and keeps a record of it that anyone can check.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(attest help says what there is)')
    .configureHelp({ sortSubcommands: false })
  addReadCommands(program, door)
  addBuildCommand(program, door)
  addCaseCommands(program, door)
  addShowCommand(program, door)
  addClockCommands(program, door)
  addDecideCommand(program, door)
  addServeCommands(program, door)
  addPackCommands(program, door)
  for (const command of program.commands) command.exitOverride()
  return program
}

/** Adds the example that `attest help COMMAND` ends with. */
export function example(command: Command, ...lines: readonly string[]): Command {
  return command.addHelpText('after', `\nExample:\n${lines.map((line) => `  ${line}`).join('\n')}`)
}
