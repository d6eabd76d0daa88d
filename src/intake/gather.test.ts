import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { gather } from './gather.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-gather-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const put = (name: string, content: string) => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

it('a folder gives the reports below it in the order of their names, with their sidecars', async () => {
  put('b.txt', 'two')
  put('b.meta.json', '{"outlet":"Valdora Mail","published":"2019-05-03"}')
  put('a/c.html', '<p>one</p>')
  const { given, refused } = await gather(folder)
  expect(given.map(({ name, sidecar }) => [name, sidecar])).toEqual([
    ['a/c.html', {}],
    ['b.txt', { outlet: 'Valdora Mail', published: '2019-05-03' }],
  ])
  expect(refused).toEqual([])
})

it('README, hidden files, other JSON and unknown kinds are passed over', async () => {
  for (const name of ['a.txt', 'README.md', 'readme.txt', '.hidden.txt', '.git/b.txt', 'data.json', 'photo.png']) put(name, 'x')
  const { given, passedOver } = await gather(folder)
  expect(given.map(({ name }) => name)).toEqual(['a.txt'])
  expect(passedOver).toEqual(['README.md', 'data.json', 'photo.png', 'readme.txt'])
})

it('a sidecar that is wrong refuses its own report and no other', async () => {
  put('a.txt', 'x')
  put('a.meta.json', '{"publised":"2019-05-03"}')
  put('b.txt', 'y')
  put('b.meta.json', '{"published":"last week"}')
  put('c.txt', 'z')
  const { given, refused } = await gather(folder)
  expect(given.map(({ name }) => name)).toEqual(['c.txt'])
  expect(refused.map(({ code, message }) => [code, /a\.meta|b\.meta/.test(message)])).toEqual([
    ['intake/bad-sidecar', true],
    ['intake/bad-sidecar', true],
  ])
})

it('what is not there and a folder without reports are told, each with its place', async () => {
  expect((await gather(join(folder, 'nothing'))).refused).toMatchObject([
    { code: 'intake/cannot-read', message: expect.stringContaining('nothing') },
  ])
  expect((await gather(folder)).refused).toMatchObject([{ code: 'intake/no-reports', message: expect.stringContaining(folder) }])
})

it('standard input is one report', async () => {
  const { given } = await gather('-', { standardInput: new Uint8Array([120]) })
  expect(given).toEqual([{ name: 'standard-input.txt', bytes: new Uint8Array([120]), sidecar: {} }])
})

it('an address on loopback is refused unless allowed', async () => {
  expect((await gather('http://127.0.0.1:9/x')).refused).toMatchObject([{ code: 'intake/private-address' }])
})
