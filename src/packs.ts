import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { AttestError } from './model/errors.js'
import { digestOf, sha256Hex } from './model/ids.js'
import type { Knowledge, LanguagePack, ProcedurePack } from './model/packs.js'
import type { SyntaxWords } from './model/words/syntax.js'
import { checkedYaml } from './packs/checked-yaml.js'
import { comparingSchema } from './packs/comparing.js'
import { compatibleSchema } from './packs/compatible.js'
import { type Counting, parseCounting } from './packs/counting.js'
import { furnitureSchema } from './packs/furniture.js'
import { happeningsSchema } from './packs/happenings.js'
import { namesSchema } from './packs/names.js'
import { outletsSchema } from './packs/outlets.js'
import { placesSchema } from './packs/places.js'
import { parseProcedure } from './packs/procedures.js'
import { syntaxSchema } from './packs/syntax.js'
import { timesSchema } from './packs/times.js'
import { voicesSchema } from './packs/voices.js'

/** Where the packs that come with Attest stand. */
export const packsFolder = fileURLToPath(new URL('../packs', import.meta.url))

/** Packs as the build found them, checked: JSON named by the hash of its YAML, so that a changed file is never taken for what it was. Parsing YAML takes ten times as long. */
const checkedFolder = fileURLToPath(new URL('./checked-packs', import.meta.url))

/** One YAML file, checked; an error names the file, the line, the path, the value given and what is allowed. */
function readPackFile<T>(file: string, schema: z.ZodType<T>): T {
  const yaml = readFileSync(file, 'utf8')
  const digest = sha256Hex(yaml)
  const checked = join(checkedFolder, `${digest}.json`)
  if (existsSync(checked)) return JSON.parse(readFileSync(checked, 'utf8')) as T
  const pack = checkedYaml(yaml, file, schema)
  checkedNow.set(digest, pack)
  return pack
}

const checkedNow = new Map<string, unknown>()

/** For the build (`scripts/finish-build.mjs`): every language and all knowledge, checked, kept beside the program. Gives how many files. @public */
export function keepCheckedPacks(): number {
  for (const code of readdirSync(join(packsFolder, 'languages'))) loadLanguage(code)
  loadKnowledge()
  mkdirSync(checkedFolder, { recursive: true })
  for (const [digest, pack] of checkedNow) writeFileSync(join(checkedFolder, `${digest}.json`), JSON.stringify(pack))
  return checkedNow.size
}

/** The language with this code (`en`, `en-GB`), or null when no pack speaks it. */
export function loadLanguage(code: string, folder = packsFolder): LanguagePack | null {
  const language = code.toLowerCase().split(/[-_]/)[0] ?? ''
  const at = join(folder, 'languages', language)
  if (!/^[a-z]{2,3}$/.test(language) || !existsSync(at)) return null
  return {
    code: language,
    furniture: readPackFile(join(at, 'furniture.yaml'), furnitureSchema),
    names: readPackFile(join(at, 'names.yaml'), namesSchema),
    times: readPackFile(join(at, 'times.yaml'), timesSchema),
    voices: readPackFile(join(at, 'voices.yaml'), voicesSchema),
    happenings: readPackFile(join(at, 'happenings.yaml'), happeningsSchema),
    syntax: { words: loadSyntaxWords(language, folder), weights: readWeights(join(at, 'syntax.bin')) },
  }
}

/** The words of a language's syntax, without the weights. */
export function loadSyntaxWords(language: string, folder = packsFolder): SyntaxWords {
  return readPackFile(join(folder, 'languages', language, 'syntax.yaml'), syntaxSchema)
}

/** The trained weights of a language's tagger and parser, as bytes. */
function readWeights(file: string): Uint8Array {
  if (!existsSync(file)) throw new AttestError('pack/no-weights', `${file} is missing; run \`npm run train\` or install Attest again`)
  return readFileSync(file)
}

/** Places, outlets and compatible values: what is known about the world whatever the language. */
export function loadKnowledge(folder = packsFolder): Knowledge {
  const filesOf = (room: string) =>
    readdirSync(join(folder, room))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => join(folder, room, name))
  const compatible = join(folder, 'places', 'compatible.yaml')
  return {
    places: filesOf('places')
      .filter((file) => file !== compatible)
      .flatMap((file) => [...readPackFile(file, placesSchema)]),
    outlets: filesOf('outlets').flatMap((file) => [...readPackFile(file, outletsSchema)]),
    compatible: readPackFile(compatible, compatibleSchema),
    comparing: readPackFile(join(folder, 'names', 'comparing.yaml'), comparingSchema),
  }
}

/** How laws count: every counting rule and calendar that comes with Attest. */
export function loadCounting(folder = packsFolder): Counting {
  const file = join(folder, 'procedures', 'counting.yaml')
  return parseCounting(readFileSync(file, 'utf8'), relative(process.cwd(), file))
}

/** The procedure pack of one folder. */
export function loadProcedure(folder: string, counting = loadCounting()): ProcedurePack {
  const file = join(folder, 'pack.yaml')
  if (!existsSync(file)) throw new AttestError('pack/not-found', `${folder} holds no pack.yaml; give the folder of a procedure pack`)
  return parseProcedure(readFileSync(file, 'utf8'), relative(process.cwd(), file), counting)
}

/** Every procedure pack, and those that could not be loaded with their mistakes: one that is wrong does not keep the others away. */
export function loadEveryProcedure(folder = packsFolder): {
  readonly packs: readonly ProcedurePack[]
  readonly broken: readonly { readonly id: string; readonly message: string }[]
} {
  const counting = loadCounting(folder)
  const packs: ProcedurePack[] = []
  const broken: { readonly id: string; readonly message: string }[] = []
  for (const entry of readdirSync(join(folder, 'procedures'), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    try {
      packs.push(loadProcedure(join(folder, 'procedures', entry.name), counting))
    } catch (error) {
      if (!(error instanceof AttestError)) throw error
      broken.push({ id: entry.name, message: error.message })
    }
  }
  return { packs: packs.sort((a, b) => (a.id < b.id ? -1 : 1)), broken }
}

/** The procedure packs that hold. */
export function loadProcedures(folder = packsFolder): readonly ProcedurePack[] {
  return loadEveryProcedure(folder).packs
}

/** A digest of every file below these folders: what was computed by another program, or with other words, places or law, is computed again. */
export function filesDigest(folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => ({ name, at: join(folder, name) })),
  )
  return digestOf(...files.filter(({ at }) => statSync(at).isFile()).flatMap(({ name, at }) => [name, sha256Hex(readFileSync(at))]))
}
