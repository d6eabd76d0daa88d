import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const source = fileURLToPath(new URL('../src', import.meta.url))

/** Who may import whom. `attest` is the file src/attest.ts, `acts` is src/acts/, `packs` are src/packs.ts and src/packs/. Changing this table is a decision: write it in docs/decisions/. */
const rooms = ['intake', 'reading', 'reconciling', 'procedure', 'record', 'publishing'] as const
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  packs: ['model'],
  ...Object.fromEntries(rooms.map((room) => [room, ['model']])),
  acts: ['model', 'packs', ...rooms],
  attest: ['model', 'packs', 'acts', ...rooms],
  doors: ['model', 'attest'],
}

/** Modules of Node that a pure room must not touch: files, network, processes, threads, clocks. */
const pure = ['reading', 'reconciling', 'procedure', 'model']
const impureModules = /^node:(?:fs|net|http|https|dns|child_process|worker_threads|process|os|timers|perf_hooks|cluster|dgram)/
const impureCalls = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bprocess\.|\bperformance\.now\(|\brandomUUID\(/

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const at = join(folder, name)
    return statSync(at).isDirectory() ? filesBelow(at) : /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [at] : []
  })
}

function roomOf(file: string): string {
  const [first = ''] = relative(source, file).split(sep)
  return first.replace(/\.tsx?$/, '')
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
  return [
    ...text.matchAll(
      /(?:^|\n)(?:import|export)\s[^'"]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

const files = filesBelow(source)
const imports = files.flatMap((file) =>
  importsOf(file).map((specifier) => ({
    file,
    from: roomOf(file),
    specifier,
    to: specifier.startsWith('.') ? roomOf(resolve(dirname(file), specifier.replace(/\.js$/, '.ts'))) : null,
  })),
)

describe('the import table', () => {
  it('sees the whole house', () => {
    expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(mayImport)))
    expect(imports.length).toBeGreaterThan(files.length)
    expect(imports.some(({ from, to }) => from === 'acts' && to === 'reading')).toBe(true)
  })

  it('is kept by every file', () => {
    const broken = imports.filter(({ from, to }) => to !== null && to !== from && !(mayImport[from] ?? []).includes(to))
    expect(broken.map(({ file, specifier }) => `${relative(source, file)} imports ${specifier}`)).toEqual([])
  })
})

describe('pure rooms', () => {
  it('touch no files, network, clock or chance', () => {
    const touching = imports.filter(({ from, specifier }) => pure.includes(from) && impureModules.test(specifier))
    expect(touching.map(({ file, specifier }) => `${relative(source, file)} imports ${specifier}`)).toEqual([])
    const calling = files.filter((file) => pure.includes(roomOf(file)) && impureCalls.test(readFileSync(file, 'utf8')))
    expect(calling.map((file) => relative(source, file))).toEqual([])
  })
})

describe('SQL', () => {
  it('is spoken in the record room only', () => {
    const speaking = imports.filter(({ from, specifier }) => from !== 'record' && /^(?:kysely|pg|@electric-sql\/pglite)/.test(specifier))
    expect(speaking.map(({ file }) => relative(source, file))).toEqual([])
  })
})
