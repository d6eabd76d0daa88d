import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { AttestError } from '../model/errors.js'
import type { Found, Gathered } from './found.js'
import { limits } from './limits.js'
import type { Allowance } from './unpack.js'

/** The one file in a gzip, under its name without the ending. */
export async function* openGzip({ name, bytes, sidecar }: Gathered, allowance: Allowance): AsyncGenerator<Found> {
  const most = Math.min(allowance.bytes, limits.archiveBytes)
  yield { kind: 'given', name: name.replace(/\.gz$/i, ''), bytes: await unpressed(bytes, name, most), sidecar }
}

async function unpressed(bytes: Uint8Array, name: string, most: number): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: most })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new AttestError('intake/too-large', `${name} unpacks to more than ${most} bytes; unpack it and give it in parts`)
    throw new AttestError(
      'intake/unreadable',
      `${name} could not be unpacked (${(error as Error).message}); pack it again, or give what it holds`,
    )
  }
}
