import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseRecord } from '../src/model/record.js'
import { attest, projectRoot } from './run-attest.js'

const examples = join(projectRoot, 'examples', 'almasri')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string | Uint8Array): string => {
  const at = join(folder, name)
  mkdirSync(join(at, '..'), { recursive: true })
  writeFileSync(at, content)
  return at
}
const account = (name: string) => join(examples, `${name}.txt`)

describe('attest', () => {
  it('help lists the commands and ends with 0; what does not exist ends with 2', () => {
    const { code, out } = attest(['help'])
    expect(code).toBe(0)
    for (const command of [
      'read',
      'names',
      'new',
      'add',
      'build',
      'show',
      'decide',
      'verify',
      'rebuild',
      'export',
      'import',
      'serve',
      'publish',
      'pack',
    ])
      expect(out).toContain(command)
    expect(attest(['help', 'decide']).out).toContain('Example:')
    expect(attest(['fly']).code).toBe(2)
    expect(attest(['read']).code).toBe(2)
    expect(attest(['read', '--nonsense', account('the-docket-2025-01-27')]).code).toBe(2)
  })
})

describe('attest read', () => {
  it('prints one object per report and line, and nothing of why unless asked', () => {
    const { code, out } = attest(['read', account('ligure-press-agency-2025-01-19'), account('sea-witness-2025-01-23'), '--json'])
    expect(code).toBe(0)
    const reports = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(reports.map(({ report }) => report.outlet)).toEqual(['Ligure Press Agency', 'Sea Witness'])
    expect(out).not.toContain('"why"')
    for (const { text, statements } of reports)
      for (const { quote } of statements) expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
    expect(attest(['read', account('sea-witness-2025-01-23'), '--json', '--why']).out).toContain('"why"')
  })

  it('one file that cannot be read does not stop the others; the code is 1', () => {
    const binary = file(
      'noise.txt',
      Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
    )
    const { code, out, err } = attest([
      'read',
      join(folder, 'missing.txt'),
      account('the-docket-2025-01-27'),
      binary,
      file('empty.txt', ''),
      account('evening-gazette-2025-01-22'),
      '--json',
    ])
    expect(code).toBe(1)
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).report.outlet),
    ).toEqual(['The Docket', 'Evening Gazette'])
    for (const name of ['missing.txt', 'noise.txt', 'empty.txt']) expect(err).toContain(name)
  })

  it('reads standard input', () => {
    const { code, out } = attest(['read', '-', '--json'], { input: 'Police arrested Jan Novak in Ostrava on 3 May 2021.' })
    expect(code).toBe(0)
    expect(JSON.parse(out).text).toBe('Police arrested Jan Novak in Ostrava on 3 May 2021.')
  })

  it('never prints a sign that a terminal obeys', () => {
    const { out } = attest([
      'read',
      file('evil.txt', 'The minister \u001b[31mspoke\u202e in Rome on Monday, and the court listened to him.'),
      '--why',
    ])
    expect(out).not.toMatch(/[\u001b\u202e]/)
    expect(out).toContain('\\u202e')
  })
})

describe('attest names', () => {
  it('judges each line, and says which line is none', () => {
    const { code, out, err } = attest(['names'], {
      input:
        '{"a":"Muammar Gaddafi","b":"Moammar Qaddafi","kind":"person"}\nnonsense\n{"a":"Carla Rossi","b":"Pietro Bianchi","kind":"person"}\n',
    })
    expect(code).toBe(1)
    expect(err).toContain('line 2')
    const [one, two] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(one).toMatchObject({ same: true, because: expect.any(Array) })
    expect(two).toMatchObject({ same: false })
  })
})

describe('attest build', () => {
  it('writes the record, the same bytes each time', () => {
    const [one, two] = [join(folder, 'one.json'), join(folder, 'two.json')]
    expect(attest(['build', examples, '--json', one]).code).toBe(0)
    expect(attest(['build', examples, '--json', two]).code).toBe(0)
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true)
    const record = JSON.parse(readFileSync(one, 'utf8'))
    expect(record.reports).toHaveLength(10)
    expect(record.at).toBe('2025-11-07')
    expect(record.packs.length).toBeGreaterThan(0)
  })

  it('of a folder without reports is refused, and bad options are bad usage', () => {
    mkdirSync(join(folder, 'nothing'))
    expect(attest(['build', join(folder, 'nothing'), '--json', join(folder, 'x.json')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('holds no report'),
    })
    expect(attest(['build', examples, '--json', join(folder, 'x.json'), '--at', 'yesterday']).code).toBe(2)
    expect(attest(['build', examples, '--json', join(folder, 'x.json'), '--pack', 'no-such'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('known packs are'),
    })
    expect(attest(['build', examples, '--json', join(folder, 'no', 'such', 'folder.json')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('could not be written'),
    })
  })
})

describe('a case from first to last', () => {
  const path = () => join(folder, 'almasri.case')
  const record = (): CaseRecord => JSON.parse(attest(['show', path(), '--json']).out)

  it('is made, takes reports in, and takes none in twice', () => {
    expect(attest(['new', path(), '--name', 'Example']).code).toBe(0)
    expect(attest(['new', path()])).toMatchObject({ code: 1, err: expect.stringContaining('exists already') })
    expect(attest(['add', path(), examples])).toMatchObject({ code: 0, err: expect.stringContaining('10 taken in') })
    expect(attest(['add', path(), examples])).toMatchObject({ code: 0, err: expect.stringContaining('10 already there') })
    expect(record().reports).toHaveLength(10)
  })

  it('shows each of its parts', () => {
    for (const what of ['timeline', 'reports', 'statements', 'entities', 'disputes', 'origins', 'findings', 'orphans']) {
      const { code, out } = attest(['show', path(), what])
      expect(code, what).toBe(0)
      expect(out.trim(), what).not.toBe('')
      JSON.parse(attest(['show', path(), what, '--json']).out)
    }
    const id = record().reports[0]?.id.slice(7, 19) ?? ''
    expect(attest(['show', path(), 'report', id]).out).toContain(record().reports[0]?.outlet)
    expect(attest(['show', path(), 'report', 'ffffffff'])).toMatchObject({ code: 1 })
    expect(attest(['show', path(), 'weather']).code).toBe(2)
  })

  it('keeps decisions with their reason, refuses them without, and undoes them', () => {
    const statement = record().statements[0]
    expect(attest(['decide', path(), 'accept', statement?.id ?? '']).code).toBe(2)
    expect(attest(['decide', path(), 'accept', statement?.id ?? '', '--because', 'read in print', '--who', 'Ada']).code).toBe(0)
    expect(record().statements.find(({ id }) => id === statement?.id)).toMatchObject({
      state: 'accepted',
      decidedBy: { who: 'Ada', because: 'read in print' },
    })
    const line = JSON.parse(attest(['decide', path(), 'reject', record().statements[1]?.id ?? '', '--because', 'x', '--json']).out).line
    expect(attest(['decide', path(), 'undo', String(line), '--because', 'mistaken']).code).toBe(0)
    expect(record().statements[1]?.state).toBe('proposed')
    expect(attest(['decide', path(), 'undo', '1', '--because', 'line 1 is an intake'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('is no decision'),
    })
    expect(attest(['decide', path(), 'wish', 'x', '--because', 'y']).code).toBe(2)
  })

  it('two names decided to be one are one, and two again when that is undone', () => {
    const people = record().entities.filter(({ kind }) => kind === 'person')
    const [a, b] = [people[0]?.name ?? '', people.at(-1)?.name ?? '']
    expect(a).not.toBe(b)
    const before = JSON.stringify(record().entities)
    const { line } = JSON.parse(attest(['decide', path(), 'same', a, b, '--because', 'test', '--json']).out)
    const joined = record().entities.find(({ names }) => names.some(({ value }) => value === a))
    expect(joined?.names.map(({ value }) => value)).toContain(b)
    attest(['decide', path(), 'undo', String(line), '--because', 'test over'])
    expect(JSON.stringify(record().entities)).toBe(before)
  })

  it('rebuild brings back the same record to the byte, also when the index was deleted or damaged', () => {
    const before = attest(['show', path(), '--json']).out
    expect(attest(['rebuild', path()]).code).toBe(0)
    expect(attest(['show', path(), '--json']).out).toBe(before)
    rmSync(join(path(), 'index'), { recursive: true })
    expect(attest(['show', path(), '--json']).out).toBe(before)
    writeFileSync(join(path(), 'index', 'PG_VERSION'), 'nonsense')
    expect(attest(['show', path(), '--json']).out).toBe(before)
  }, 120_000)

  it('is verified, and a flipped byte is found', () => {
    expect(attest(['verify', path()]).code).toBe(0)
    const log = join(path(), 'log.ndjson')
    const whole = readFileSync(log)
    const flipped = Buffer.from(whole)
    flipped[200] = (flipped[200] ?? 0) ^ 1
    writeFileSync(log, flipped)
    expect(attest(['verify', path()])).toMatchObject({ code: 1, out: expect.stringContaining('line 1') })
    expect(attest(['show', path()])).toMatchObject({ code: 1, err: expect.stringContaining('attest verify') })
    writeFileSync(log, whole)
    expect(attest(['verify', path()]).code).toBe(0)
  })

  it('moves in one file with nothing lost', () => {
    const zip = join(folder, 'moved.zip')
    expect(attest(['export', path(), zip]).code).toBe(0)
    expect(attest(['import', zip, join(folder, 'moved.case')]).code).toBe(0)
    expect(attest(['show', join(folder, 'moved.case'), '--json']).out).toBe(attest(['show', path(), '--json']).out)
  }, 120_000)

  it('is published with what was accepted and nothing else', () => {
    const to = join(folder, 'dossier')
    expect(attest(['publish', path(), to]).code).toBe(0)
    const page = readFileSync(join(to, 'index.html'), 'utf8')
    const accepted = record().statements.filter(({ state }) => state === 'accepted')
    expect(accepted).toHaveLength(1)
    expect(readdirSync(to)).toContain('index.html')
    const words = (text: string) => text.replace(/\s+/g, ' ').trim()
    const plain = words(
      page
        .replace(/<[^>]+>/g, '')
        .replaceAll('&#39;', "'")
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    )
    expect(plain).toContain(words(accepted[0]?.quote.exact ?? 'x').slice(0, 40))
    for (const { quote } of record().statements.filter(
      ({ state, quote: { exact } }) =>
        state === 'proposed' &&
        exact.length > 40 &&
        !accepted.some((one) => one.quote.exact.includes(exact) || exact.includes(one.quote.exact)),
    )) {
      expect(plain).not.toContain(words(quote.exact))
    }
  })
})

describe('failure is ordinary', () => {
  it('what cannot be taken in is told file by file, and the rest is taken in', () => {
    const path = join(folder, 'rough.case')
    attest(['new', path])
    const rough = join(folder, 'rough')
    mkdirSync(rough)
    copyFileSync(account('the-docket-2025-01-27'), join(rough, 'good.txt'))
    writeFileSync(join(rough, 'broken-sidecar.txt'), 'The court of appeal in Lyon heard the envoy on Friday, a clerk said.')
    writeFileSync(join(rough, 'broken-sidecar.meta.json'), '{ "outlet": ')
    writeFileSync(join(rough, 'nothing.txt'), '')
    writeFileSync(
      join(rough, 'noise.html'),
      Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
    )
    writeFileSync(join(rough, 'table.xlsx'), 'x')
    writeFileSync(join(rough, 'README.md'), 'about this folder')
    const { code, err } = attest(['add', path, rough])
    expect(code).toBe(1)
    expect(err).toContain('1 taken in')
    for (const name of ['broken-sidecar', 'nothing.txt', 'noise.html']) expect(err).toMatch(new RegExp(`not taken in: .*${name}`))
    expect(err).toMatch(/passed over \(.*README\.md/)
    expect(JSON.parse(attest(['show', path, 'reports', '--json']).out)).toHaveLength(1)
  })

  it('a case that is none, a missing one, and one of a newer version are each refused with what to do', () => {
    expect(attest(['show', join(folder, 'no.case')])).toMatchObject({ code: 1, err: expect.stringContaining('attest new') })
    const newer = join(folder, 'newer.case')
    attest(['new', newer])
    writeFileSync(join(newer, 'case.json'), readFileSync(join(newer, 'case.json'), 'utf8').replace('"format": 1', '"format": 2'))
    expect(attest(['show', newer])).toMatchObject({ code: 1, err: expect.stringContaining('newer version') })
    expect(existsSync(join(newer, 'lock'))).toBe(false)
  })

  it('a private address is refused before anything is sent to it', () => {
    const path = join(folder, 'net.case')
    attest(['new', path])
    for (const address of [
      'http://127.0.0.1:9/x',
      'http://localhost:9/',
      'http://[::1]:9/',
      'http://169.254.169.254/latest/meta-data/',
      'http://10.0.0.1/',
    ]) {
      expect(attest(['add', path, address])).toMatchObject({ code: 1, err: expect.stringContaining('private') })
    }
  })
})
