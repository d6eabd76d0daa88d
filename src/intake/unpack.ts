import { AttestError } from '../model/errors.js'
import { reportIdOf } from '../model/ids.js'
import type { Found, Gathered } from './found.js'
import { limits } from './limits.js'
import { type Container, containerOf } from './media-type.js'
import { refusedFor } from './refused-for.js'

/** What is left of a source's allowance: it is one for all archives within archives, so that nesting cannot multiply it. */
export interface Allowance {
  bytes: number
  parts: number
}

const freshAllowance = (): Allowance => ({ bytes: limits.unpackedBytes, parts: limits.parts })

/** One archive's parts, each still possibly an archive itself. Throws AttestError when the archive itself cannot be read. */
type Opener = (given: Gathered, allowance: Allowance) => AsyncIterable<Found>

const openers: Readonly<Record<Container, () => Promise<Opener>>> = {
  zip: async () => (await import('./open-zip.js')).openZip,
  gzip: async () => (await import('./open-gzip.js')).openGzip,
  warc: async () => (await import('./open-warc.js')).openWarc,
  mail: async () => (await import('./open-attachments.js')).openAttachments,
  lines: async () => (await import('./open-lines.js')).openLines,
  feed: async () => (await import('./open-feed.js')).openFeed,
}

/** The reports in what was given: itself, or those it carries. A part that cannot be had is told with its reason, and the others go on. */
export async function* unpacked(given: Gathered, allowance: Allowance = freshAllowance(), depth = 0): AsyncGenerator<Found> {
  const container = containerOf(given.bytes, given.name)
  if (container === null) {
    yield { kind: 'given', ...given }
    return
  }
  try {
    if (depth >= limits.depth)
      throw new AttestError('intake/too-deep', `${given.name} is an archive in ${depth} others; unpack it and give what it holds`)
    const open = await openers[container]()
    const within = reportIdOf(given.bytes)
    for await (const part of open(given, allowance)) {
      if (part.kind !== 'given') yield part
      else if (part.bytes === given.bytes) yield part
      else yield* withinAllowance({ ...part, within: part.within ?? within }, allowance, depth)
    }
  } catch (error) {
    yield refusedFor(given.name, error)
  }
}

async function* withinAllowance(part: Gathered, allowance: Allowance, depth: number): AsyncGenerator<Found> {
  allowance.bytes -= part.bytes.length
  allowance.parts--
  if (allowance.bytes < 0 || allowance.parts < 0)
    throw new AttestError(
      'intake/too-large',
      `${part.name}: the source unpacks to more than ${limits.parts} reports or ${limits.unpackedBytes} bytes; what came before was taken in. Unpack the rest and give it in parts`,
    )
  yield* unpacked(part, allowance, depth + 1)
}
