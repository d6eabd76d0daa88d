import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from './run-attest.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-package-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

describe('the package', () => {
  it('installed elsewhere, runs its command and its library', () => {
    const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], projectRoot))
    const contents: readonly string[] = packed.files.map(({ path }: { path: string }) => path)
    expect(contents.some((path) => /\.test\.|^src\/|^test\//.test(path))).toBe(false)
    const home = join(folder, 'elsewhere')
    mkdirSync(home)
    writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }')
    run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, packed.filename)], home)
    writeFileSync(join(home, 'a.txt'), 'Police arrested Jan Novak in Ostrava on 3 May 2021, the prosecutor said.')
    const read = JSON.parse(run('npx', ['attest', 'read', 'a.txt', '--json'], home))
    expect(read.statements.map(({ type }: { type: string }) => type)).toContain('arrest')
    run('npx', ['attest', 'new', 'b.case'], home)
    run('npx', ['attest', 'add', 'b.case', 'a.txt'], home)
    expect(run('npx', ['attest', 'show', 'b.case'], home)).toContain('arrest')
    writeFileSync(
      join(home, 'use.js'),
      "import { openCase, readReport, version } from 'attest'\nconsole.log(typeof openCase, typeof readReport, version)\n",
    )
    expect(run('node', ['use.js'], home).trim()).toBe(
      `function function ${JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version}`,
    )
  }, 180_000)
})

describe('docs/library.md', () => {
  it('its example runs as it stands', () => {
    const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(projectRoot, 'docs', 'library.md'), 'utf8')) ?? []
    // Beside the project's package.json, where Node resolves 'attest' to the project itself.
    const place = join(projectRoot, '.attest-test', 'library')
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, 'example.ts'), example)
    const out = run(process.execPath, ['--import', 'tsx', 'example.ts'], place)
    expect(out).toContain("arrest [ 'Jan Novak' ]")
    expect(out).toMatch(/arrest single \[ '2021-05-03' \]/)
    rmSync(place, { recursive: true, force: true })
  })
})
