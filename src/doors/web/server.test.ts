import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCase, type OpenCase, openCase, pages } from '../../attest.js'
import { serveCase } from './server.js'

const folder = mkdtempSync(join(tmpdir(), 'attest-server-'))
let open: OpenCase

beforeAll(async () => {
  createCase(join(folder, 'harbour.case'), { name: 'The harbour case' })
  open = await openCase(join(folder, 'harbour.case'))
})

afterAll(async () => {
  await open.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a case served on a port', () => {
  it('answers at the address it gives, and no longer once closed', async () => {
    const served = await serveCase(Object.assign(open, { render: await pages() }), { host: '127.0.0.1', port: 0, who: 'Reviewer One' })
    expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect((await fetch(served.address)).status).toBe(200)
    await served.close()
    await expect(fetch(served.address)).rejects.toThrow()
  })

  it('says what to do when the port is taken', async () => {
    const render = await pages()
    const first = await serveCase(Object.assign(open, { render }), { host: '127.0.0.1', port: 0, who: 'Reviewer One' })
    const port = Number(first.address.split(':').at(-1))
    await expect(serveCase(Object.assign(open, { render }), { host: '127.0.0.1', port, who: 'Reviewer One' })).rejects.toMatchObject({
      code: 'serve/port-taken',
      message: expect.stringContaining('--port'),
    })
    await first.close()
  })
})
