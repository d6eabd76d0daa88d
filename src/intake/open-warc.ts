import { AttestError } from '../model/errors.js'
import type { Found, Gathered } from './found.js'
import { limits } from './limits.js'

/** Media types of answers that can be a report; a crawl's pictures, scripts and styles are no part of a case and are passed over unnamed. */
const reportAnswers =
  /^(?:text\/html|application\/xhtml\+xml|text\/plain|text\/markdown|application\/pdf|application\/vnd\.openxmlformats-officedocument\.wordprocessingml|message\/rfc822)/i

interface WarcRecord extends AsyncIterable<Uint8Array> {
  readonly warcType: string | null
  readonly warcTargetURI: string | null
  readonly warcDate: string | null
  readonly warcContentType: string | null
  readonly httpHeaders: { readonly statusCode: number; readonly headers: Iterable<[string, string]> } | null
  skipFully(): Promise<unknown>
}

/** Each answer of a web archive that can be a report, with its address and the time it was captured. Several captures of one address are each given: they are versions. */
export async function* openWarc(given: Gathered): AsyncGenerator<Found> {
  yield* answersIn([given.bytes], given.name)
}

/** The same for an archive that is read as it comes, so that its size does not matter. */
export async function* answersIn(source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Found> {
  const { WARCParser } = await import('warcio')
  let count = 0
  try {
    for await (const record of new WARCParser(source) as AsyncIterable<WarcRecord>) {
      count++
      const type = contentTypeOf(record)
      const isReport =
        (record.warcType === 'response' || record.warcType === 'resource') && reportAnswers.test(type) && record.warcTargetURI !== null
      if (isReport) yield await answer(record, name)
      else await record.skipFully()
    }
  } catch (error) {
    if (error instanceof AttestError) throw error
    throw new AttestError(
      'intake/unreadable',
      `${name} could not be read beyond its record ${count} (${(error as Error).message}); what came before was taken in`,
    )
  }
  if (count === 0) throw new AttestError('intake/unreadable', `${name} holds no record of a web archive; save it again`)
}

const headersOf = (record: WarcRecord) =>
  Object.fromEntries([...(record.httpHeaders?.headers ?? [])].map(([key, value]) => [key.toLowerCase(), value]))
const contentTypeOf = (record: WarcRecord) =>
  headersOf(record)['content-type'] ?? (record.httpHeaders === null ? (record.warcContentType ?? '') : '')

async function answer(record: WarcRecord, archive: string): Promise<Found> {
  const address = record.warcTargetURI ?? ''
  const name = `${archive}/${address}`
  const status = record.httpHeaders?.statusCode ?? 200
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of record) {
    size += chunk.length
    if (size <= limits.answerBytes) parts.push(chunk)
  }
  if (size > limits.answerBytes)
    return {
      kind: 'refused',
      name,
      code: 'intake/too-large',
      message: `${name} is larger than ${limits.answerBytes} bytes; give it as a file and cut it`,
    }
  if (status !== 200) return { kind: 'passed-over', name: `${name} (answered ${status})` }
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.exec(record.warcDate ?? '')?.[0]
  return {
    kind: 'given',
    name,
    bytes: Buffer.concat(parts),
    sidecar: { url: address, ...(at === undefined ? {} : { captured: `${at}Z` }) },
    ...(at === undefined ? {} : { capture: { address, final: address, status, headers: headersOf(record), redirects: [], at: `${at}Z` } }),
  }
}
