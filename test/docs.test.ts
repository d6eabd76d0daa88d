import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { commandLine } from '../src/doors/cli/run-command.js'
import { packOf, parseProcedure } from '../src/packs/procedures.js'
import { loadCounting } from '../src/packs.js'
import { checkProcedure } from '../src/procedure/check-procedure.js'
import { recordOfTimeline, type TimelineLine } from '../src/procedure/timeline-record.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const doc = (...path: readonly string[]) => readFileSync(join(root, ...path), 'utf8')

/** Every command that does something, with the words that call it. */
function commandsOf(command: Command, words = ''): readonly { readonly words: string; readonly command: Command }[] {
  return command.commands.flatMap((child) => {
    const own = `${words}${child.name()}`
    return child.commands.length > 0 ? commandsOf(child, `${own} `) : [{ words: own, command: child }]
  })
}

const commands = commandsOf(commandLine({ say: () => {}, warn: () => {}, foundWrong: () => {} }))

describe('the command line', () => {
  it('has the commands of the first release', () => {
    for (const words of [
      'read',
      'names',
      'new',
      'add',
      'build',
      'show',
      'clocks',
      'count',
      'decide',
      'verify',
      'rebuild',
      'export',
      'import',
      'serve',
      'publish',
      'pack list',
      'pack check',
    ]) {
      expect(commands.map((one) => one.words)).toContain(words)
    }
  })

  it.each(commands)('$words is documented with every option', ({ words, command }) => {
    const row = doc('docs', 'command-line.md')
      .split('\n')
      .find((line) => line.startsWith(`| \`attest ${words}`))
    expect(row, `docs/command-line.md has no row for attest ${words}`).toBeDefined()
    for (const { long } of command.options) expect(row).toContain(long)
  })

  it.each(commands)('help for $words ends with an example', ({ words, command }) => {
    let help = ''
    command.configureOutput({
      writeOut: (text) => {
        help += text
      },
    })
    command.outputHelp()
    expect(help).toMatch(new RegExp(`Example:\\n.*attest ${words}`))
  })
})

describe('settings', () => {
  it('every environment variable the program reads is documented', () => {
    const sources = ['src', 'scripts', 'test'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:tsx?|mjs)$/.test(name))
        .map((name) => doc(folder, name)),
    )
    const read = new Set(sources.flatMap((text) => [...text.matchAll(/process\.env\.([A-Z_]+)/g)].map((match) => match[1] ?? '')))
    expect(read.size).toBeGreaterThan(1)
    for (const name of read) expect(doc('docs', 'command-line.md')).toContain(`\`${name}\``)
  })
})

/** Every property name in a JSON schema. */
function propertiesOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : []
  return [...own, ...Object.values(schema).flatMap(propertiesOf)]
}

describe('procedure packs', () => {
  it('every field that a pack may have stands in docs/packs.md', () => {
    const schema = z.toJSONSchema(packOf(loadCounting()), { io: 'input', unrepresentable: 'any' })
    const fields = new Set(propertiesOf(schema))
    expect(fields.size).toBeGreaterThan(40)
    const text = doc('docs', 'packs.md')
    expect([...fields].filter((field) => !new RegExp(`\`[^\`]*\\b${field}\\b[^\`]*\``).test(text))).toEqual([])
  })

  it('the pack that docs/packs.md writes loads, and finds what its case expects', () => {
    const written = (file: string) => new RegExp(`\`\`\`yaml ${file}\\n([\\s\\S]*?)\`\`\``).exec(doc('docs', 'packs.md'))?.[1] ?? ''
    const pack = parseProcedure(written('pack\\.yaml'), 'docs/packs.md', loadCounting())
    const given = parse(written('cases/brought-in-time\\.yaml')) as { at: string; timeline: TimelineLine[]; findings: object[] }
    expect(checkProcedure(pack, recordOfTimeline(given.timeline), given.at)).toMatchObject(given.findings)
  })
})

describe('the library', () => {
  it('every function it exports is named in docs/library.md', async () => {
    const exported = Object.keys(await import('../src/attest.js'))
    const text = doc('docs', 'library.md')
    expect(exported.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([])
  })
})

describe('dependencies', () => {
  it('each has its exact version and its reason', () => {
    const { dependencies, devDependencies } = JSON.parse(doc('package.json')) as Record<string, Record<string, string>>
    const reasons = doc('docs', 'dependencies.md')
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+/)
      expect(reasons, `docs/dependencies.md has no row for ${name}`).toContain(`| \`${name}\` |`)
    }
  })
})
