import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { LogEntry, LogLine } from '../model/decision.js'
import { AttestError } from '../model/errors.js'
import { digestOf, type ReportId } from '../model/ids.js'
import { unwritten, writeFileDurably } from './durable-files.js'
import { takeLock } from './lock.js'
import { appendLine, cutTornLine, nextLine, readLog } from './log.js'
import { putSnapshot, readSnapshot } from './snapshots.js'

/** The version of the layout below. A case with a higher one was made by a newer Attest. */
const caseFormat = 1

/** `case.json`. */
export interface CaseInfo {
  readonly name: string
  /** Procedure packs that apply; empty: Attest proposes. */
  readonly packs: readonly string[]
  readonly created: string
}

const infoSchema = z.object({ format: z.number().int(), name: z.string(), packs: z.array(z.string()), created: z.string() })

/** Makes an empty case. */
export function createCaseFolder(path: string, info: CaseInfo): void {
  if (existsSync(path))
    throw new AttestError('record/exists', `${path} exists already; give a name that is free, or add to it with: attest add ${path} FILE`)
  try {
    mkdirSync(join(path, 'snapshots'), { recursive: true })
    writeFileDurably(join(path, 'log.ndjson'), '')
    writeFileDurably(join(path, 'case.json'), `${JSON.stringify({ format: caseFormat, ...info }, null, 2)}\n`)
  } catch (error) {
    throw unwritten(path, error)
  }
}

/** What `case.json` says, refused when it is none or of a newer format. */
export function readCaseInfo(path: string): CaseInfo {
  const file = join(path, 'case.json')
  if (!existsSync(file))
    throw new AttestError('record/no-case', `${path} is no case: it holds no case.json. Make one with: attest new ${path}`)
  let parsed: z.infer<typeof infoSchema>
  try {
    parsed = infoSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new AttestError(
      'record/case-json',
      `${file} cannot be read (${(error as Error).message.slice(0, 200)}); take it from a backup or an export of this case`,
    )
  }
  if (parsed.format > caseFormat)
    throw new AttestError(
      'record/newer-format',
      `${path} was made by a newer version of Attest (format ${parsed.format}; this one knows ${caseFormat}); install that version to open it`,
    )
  return { name: parsed.name, packs: parsed.packs, created: parsed.created }
}

/** Opens a case for this process alone. A line that a crash cut off was never acknowledged and is taken away. */
export function openCaseFolder(path: string): CaseFolder {
  const info = readCaseInfo(path)
  const letGo = takeLock(join(path, 'lock'))
  try {
    const log = join(path, 'log.ndjson')
    if (!existsSync(log)) throw new AttestError('record/log-missing', `${log} is missing; take it from a backup or an export of this case`)
    const { lines, wholeBytes, torn } = readLog(log)
    if (torn) cutTornLine(log, wholeBytes)
    return new CaseFolder(path, info, [...lines], letGo)
  } catch (error) {
    letGo()
    throw error
  }
}

/** A case on disk, held by this process: its snapshots and its log, the truth that everything else is computed from. */
export class CaseFolder {
  constructor(
    readonly path: string,
    readonly info: CaseInfo,
    private readonly log: LogLine[],
    private readonly letGo: () => void,
  ) {}

  /** Tells this case from others in one database, also when two bear one name. */
  get id(): string {
    return digestOf(this.info.name, this.info.created)
  }

  /** The log so far, in order. */
  lines(): readonly LogLine[] {
    return this.log
  }

  /** One more line; it is on the disk when this returns. */
  append(entry: LogEntry, who: string, when: string): LogLine {
    const line = nextLine(this.log.at(-1), entry, who, when)
    appendLine(join(this.path, 'log.ndjson'), line)
    this.log.push(line)
    return line
  }

  /** Keeps bytes as received; they are on the disk when this returns. */
  putSnapshot(bytes: Uint8Array): ReportId {
    return putSnapshot(join(this.path, 'snapshots'), bytes)
  }

  snapshot(id: ReportId): Uint8Array {
    return readSnapshot(join(this.path, 'snapshots'), id)
  }

  close(): void {
    this.letGo()
  }
}
