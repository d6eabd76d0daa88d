import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AttestError } from '../model/errors.js'
import { createCaseFolder, openCaseFolder } from './case-folder.js'

const info = { name: 'A case', packs: [], created: '2025-01-01T00:00:00.000Z' }
const process1 = fileURLToPath(new URL('../../test/processes/append-forever.ts', import.meta.url))
const process2 = fileURLToPath(new URL('../../test/processes/append-once.ts', import.meta.url))
const when = '2025-01-01T00:00:00.000Z'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-case-'))
  path = join(folder, 'a.case')
  createCaseFolder(path, info)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The refusal an act ends in. */
function refusal(act: () => unknown): AttestError {
  try {
    act()
  } catch (error) {
    if (error instanceof AttestError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a case on disk', () => {
  it('gives back its lines and snapshots after it was closed', () => {
    const first = openCaseFolder(path)
    const report = first.putSnapshot(new TextEncoder().encode('the bytes'))
    first.append({ kind: 'intake', report, name: 'a.txt', sidecar: {}, mediaType: 'text/plain', bytes: 9 }, 'me', when)
    first.append({ kind: 'decision', act: { act: 'undo', line: 1 }, because: 'no reason' }, 'me', when)
    first.close()
    const second = openCaseFolder(path)
    expect(second.lines().map(({ line }) => line)).toEqual([1, 2])
    expect(second.lines()[1]?.previous).toBe(second.lines()[0]?.hash)
    expect(new TextDecoder().decode(second.snapshot(report))).toBe('the bytes')
    second.close()
  })

  it('is not made over another', () => {
    expect(refusal(() => createCaseFolder(path, info)).code).toBe('record/exists')
  })

  it('of a newer version is refused with what to do', () => {
    writeFileSync(join(path, 'case.json'), JSON.stringify({ format: 99, ...info }))
    const { code, message } = refusal(() => openCaseFolder(path))
    expect(code).toBe('record/newer-format')
    expect(message).toContain('install that version')
    expect(existsSync(join(path, 'lock'))).toBe(false)
  })

  it('is not any folder', () => {
    expect(refusal(() => openCaseFolder(folder)).code).toBe('record/no-case')
  })

  it('with a broken case.json says which file', () => {
    writeFileSync(join(path, 'case.json'), '{ "format": 1')
    expect(refusal(() => openCaseFolder(path)).message).toContain('case.json')
  })

  it('a changed snapshot is never given out as what was taken in', () => {
    const open = openCaseFolder(path)
    const report = open.putSnapshot(new TextEncoder().encode('the bytes'))
    const digest = report.slice(7)
    writeFileSync(join(path, 'snapshots', digest.slice(0, 2), digest.slice(2)), 'the bites')
    expect(refusal(() => open.snapshot(report)).code).toBe('record/snapshot-changed')
    open.close()
  })

  it('the same bytes taken in twice are kept once', () => {
    const open = openCaseFolder(path)
    expect(open.putSnapshot(new Uint8Array([1]))).toBe(open.putSnapshot(new Uint8Array([1])))
    open.close()
  })
})

describe('the lock', () => {
  it('a second opening is refused with who holds the case and since when', () => {
    const open = openCaseFolder(path)
    const { code, message } = refusal(() => openCaseFolder(path))
    expect(code).toBe('record/locked')
    expect(message).toContain(`process ${process.pid}`)
    expect(message).toMatch(/since \d{4}-\d{2}-\d{2}T/)
    open.close()
    openCaseFolder(path).close()
  })

  it('another process is refused while one holds it, and gets it when that one is killed', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', process1, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    expect(refusal(() => openCaseFolder(path)).message).toContain(`process ${child.pid}`)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    openCaseFolder(path).close()
  })

  it('left half written by a process that died is taken over', () => {
    writeFileSync(join(path, 'lock'), '{"pid":')
    openCaseFolder(path).close()
  })
})

describe('a crash', () => {
  it('loses nothing that was acknowledged, three times over', async () => {
    const acknowledged: string[] = []
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, ['--import', 'tsx', process1, path], { stdio: ['ignore', 'pipe', 'inherit'] })
      const lines = createInterface({ input: child.stdout })
      let seen = 0
      lines.on('line', (line) => {
        acknowledged.push(line)
        if (++seen === 5 + round * 7) child.kill('SIGKILL')
      })
      await Promise.all([new Promise((resolve) => lines.once('close', resolve)), new Promise((resolve) => child.once('exit', resolve))])
    }
    const open = openCaseFolder(path)
    const kept = new Set(open.lines().flatMap(({ entry }) => (entry.kind === 'intake' ? [entry.report as string] : [])))
    expect(acknowledged.length).toBeGreaterThan(30)
    expect(acknowledged.filter((report) => !kept.has(report))).toEqual([])
    for (const report of kept) open.snapshot(report as `sha256:${string}`)
    open.close()
  })

  it('in the middle of a line leaves the lines before it, and the next one starts on its own', () => {
    const first = openCaseFolder(path)
    first.append({ kind: 'decision', act: { act: 'undo', line: 1 }, because: 'whole' }, 'me', when)
    first.close()
    appendFileSync(join(path, 'log.ndjson'), '{"entry":{"kind":"decis')
    const second = openCaseFolder(path)
    expect(second.lines()).toHaveLength(1)
    second.append({ kind: 'decision', act: { act: 'undo', line: 1 }, because: 'after' }, 'me', when)
    second.close()
    const third = openCaseFolder(path)
    expect(third.lines().map(({ entry }) => (entry.kind === 'decision' ? entry.because : ''))).toEqual(['whole', 'after'])
    third.close()
  })
})

describe('a disk that takes no more', () => {
  it('refuses the act with what to do, keeps the log as it was, and goes on when there is room', () => {
    const before = readFileSync(join(path, 'log.ndjson'))
    // The shell's limit on file size is a full disk that needs no disk: a write beyond 8 KiB fails.
    const full = spawnSync(
      'bash',
      ['-c', `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`, process.execPath, '--import', 'tsx', process2, path, '20000'],
      { encoding: 'utf8' },
    )
    expect(full.status).toBe(1)
    expect(full.stderr).toMatch(/log\.ndjson could not be written: .*Nothing of this act was kept/)
    expect(readFileSync(join(path, 'log.ndjson'))).toEqual(before)
    const room = spawnSync(process.execPath, ['--import', 'tsx', process2, path, '20000'], { encoding: 'utf8' })
    expect(room.status).toBe(0)
    const open = openCaseFolder(path)
    expect(open.lines()).toHaveLength(1)
    open.close()
  })
})
