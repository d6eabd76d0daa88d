import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCaseFolder, openCaseFolder } from './case-folder.js'
import { exportCase, importCase } from './moving.js'
import { verifyCaseFolder } from './verify.js'

let folder: string
let path: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-verify-'))
  path = join(folder, 'a.case')
  createCaseFolder(path, { name: 'A case', packs: ['it-icc-237'], created: '2025-01-01T00:00:00.000Z' })
  const open = openCaseFolder(path)
  for (const words of ['one account', 'another account', 'وصف آخر']) {
    const bytes = new TextEncoder().encode(words)
    open.append(
      { kind: 'intake', report: open.putSnapshot(bytes), name: `${words}.txt`, sidecar: {}, mediaType: 'text/plain', bytes: bytes.length },
      'me',
      '2025-01-01T00:00:00Z',
    )
  }
  open.append({ kind: 'decision', act: { act: 'undo', line: 1 }, because: 'taken in by mistake' }, 'me', '2025-01-02T00:00:00Z')
  open.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every file whose bytes the record rests on. */
function truth(): readonly string[] {
  const snapshots = readdirSync(join(path, 'snapshots'), { recursive: true, encoding: 'utf8' }).map((name) => join(path, 'snapshots', name))
  return [join(path, 'log.ndjson'), ...snapshots.filter((name) => statSync(name).isFile())]
}

describe('attest verify', () => {
  it('finds nothing wrong with a case as it was written', () => {
    expect(verifyCaseFolder(path)).toEqual([])
  })

  it('finds any flipped bit in any snapshot and any line of the log', () => {
    const files = truth()
    fc.assert(
      fc.property(fc.nat(files.length - 1), fc.nat(), fc.nat(7), (which, where, bit) => {
        const file = files[which] ?? ''
        const whole = readFileSync(file)
        const at = where % whole.length
        const flipped = Buffer.from(whole)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        writeFileSync(file, flipped)
        const problems = verifyCaseFolder(path)
        writeFileSync(file, whole)
        expect(problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
    expect(verifyCaseFolder(path)).toEqual([])
  })

  it('finds a line taken out, two lines swapped, and a line put in', () => {
    const log = join(path, 'log.ndjson')
    const whole = readFileSync(log, 'utf8')
    const [a = '', b = '', ...rest] = whole.split('\n')
    for (const changed of [
      [b, ...rest],
      [b, a, ...rest],
      [a, a, b, ...rest],
    ]) {
      writeFileSync(log, changed.join('\n'))
      expect(verifyCaseFolder(path)[0]?.where).toMatch(/log\.ndjson, line [12]/)
    }
    writeFileSync(log, whole)
  })

  it('finds a snapshot that is missing and one that nobody took in', () => {
    const [, snapshot = ''] = truth()
    const whole = readFileSync(snapshot)
    rmSync(snapshot)
    expect(verifyCaseFolder(path)).toMatchObject([{ where: snapshot, problem: expect.stringContaining('missing') }])
    writeFileSync(snapshot, whole)
    const stranger = join(path, 'snapshots', 'notes.txt')
    writeFileSync(stranger.replace('notes.txt', `${snapshot.split(/[/\\]/).at(-2)}/notes`), 'x')
    expect(verifyCaseFolder(path)).toMatchObject([{ problem: 'is no snapshot' }])
    rmSync(stranger.replace('notes.txt', `${snapshot.split(/[/\\]/).at(-2)}/notes`))
  })
})

describe('a case that moves', () => {
  it('arrives whole, its chain unbroken, and the same export has the same bytes', async () => {
    const file = join(folder, 'a.zip')
    await exportCase(path, file)
    await importCase(file, join(folder, 'b.case'))
    expect(verifyCaseFolder(join(folder, 'b.case'))).toEqual([])
    expect(readFileSync(join(folder, 'b.case', 'log.ndjson'))).toEqual(readFileSync(join(path, 'log.ndjson')))
    expect(readFileSync(join(folder, 'b.case', 'case.json'))).toEqual(readFileSync(join(path, 'case.json')))
    await exportCase(join(folder, 'b.case'), join(folder, 'b.zip'))
    expect(readFileSync(join(folder, 'b.zip'))).toEqual(readFileSync(file))
  })

  it('is refused when its file was changed, and leaves nothing behind', async () => {
    const file = join(folder, 'c.zip')
    await exportCase(path, file)
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.subarray(0, bytes.length - 40))
    await expect(importCase(file, join(folder, 'c.case'))).rejects.toMatchObject({ code: 'record/export-broken' })
    writeFileSync(file, 'no zip at all')
    await expect(importCase(file, join(folder, 'c.case'))).rejects.toMatchObject({ code: 'record/export-broken' })
    expect(readdirSync(folder).filter((name) => name.startsWith('c.case'))).toEqual([])
  })

  it('is not put over another case', async () => {
    await exportCase(path, join(folder, 'd.zip'))
    await expect(importCase(join(folder, 'd.zip'), path)).rejects.toMatchObject({ code: 'record/exists' })
  })
})
