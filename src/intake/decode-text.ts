import { isUtf8 } from 'node:buffer'
import type { Note } from '../model/report.js'

/** Text decoded from bytes, and what is odd in it. */
export interface Decoded {
  readonly text: string
  readonly charset: string
  readonly notes: readonly Note[]
}

/** Marks at a file's start that say how it is encoded; the longer ones first, since UTF-16's begins UTF-32's. */
const byteOrderMarks: readonly (readonly [charset: string, bytes: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** The charset that the bytes' own mark names, or null. */
function markedCharset(bytes: Uint8Array): string | null {
  return byteOrderMarks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? null
}

/** Bytes as text: by their mark, else as `declared`, else as UTF-8 when that is sound, else as the likeliest by the letters' frequencies. */
export async function decodeText(bytes: Uint8Array, declared: string | null = null): Promise<Decoded> {
  const marked = markedCharset(bytes)
  if (marked !== null && marked !== 'utf-8') return decodeAs(bytes, marked)
  const sound = soundUtf8(bytes)
  if (sound !== null) return { text: sound, charset: 'utf-8', notes: oddities(sound) }
  return decodeAs(bytes, declared !== null && !/^utf-?8$/i.test(declared) ? declared : await guessedCharset(bytes))
}

/** The bytes as UTF-8 without their mark, or null when they are not UTF-8. */
function soundUtf8(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null
  const bare = markedCharset(bytes) === 'utf-8' ? bytes.subarray(3) : bytes
  return Buffer.from(bare.buffer, bare.byteOffset, bare.byteLength).toString('utf8')
}

/** Letters' frequencies settle within so many bytes; more only cost time. */
const sampleBytes = 64 * 1024

async function guessedCharset(bytes: Uint8Array): Promise<string> {
  const { default: chardet } = await import('chardet')
  const guess = chardet.detect(bytes.subarray(0, sampleBytes))
  // A few broken bytes in UTF-8 text are damage, not another charset.
  const loose = new TextDecoder('utf-8').decode(bytes)
  const broken = loose.split('\uFFFD').length - 1
  const beyondAscii = (loose.match(/[^\u0000-\u007F\uFFFD]/gu) ?? []).length
  if (broken * 10 < beyondAscii) return 'utf-8'
  return guess ?? 'windows-1252'
}

async function decodeAs(bytes: Uint8Array, charset: string): Promise<Decoded> {
  const { default: iconv } = await import('iconv-lite')
  const known = iconv.encodingExists(charset) ? charset : 'windows-1252'
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), known)
  return { text, charset: known, notes: oddities(text) }
}

interface Oddity {
  readonly rule: string
  readonly pattern: RegExp
  readonly message: string
  /** Whether a text has none, where that can be told sooner than by looking at every character. */
  readonly isFree?: (text: string) => boolean
}

const odd: readonly Oddity[] = [
  {
    rule: 'intake/undecodable',
    pattern: /\uFFFD/g,
    message: 'could not be decoded and stand as \uFFFD; compare with the original',
    isFree: (text) => !text.includes('\uFFFD'),
  },
  {
    rule: 'intake/nul',
    pattern: /\u0000/g,
    message: 'are NULs; the file may be damaged or no text',
    isFree: (text) => !text.includes('\u0000'),
  },
  {
    rule: 'intake/lone-surrogate',
    pattern: /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    message: 'are halves of characters',
    isFree: (text) => text.isWellFormed(),
  },
  {
    rule: 'intake/direction-override',
    pattern: /[\u202A-\u202E\u2066-\u2069]/g,
    message: 'change the direction of writing, so that the text may be shown otherwise than it is stored',
  },
]

/** A note for each kind of character that a reader of the text should know of, at its first place. */
export function oddities(text: string): readonly Note[] {
  return odd.flatMap(({ rule, pattern, message, isFree }) => {
    const at = isFree?.(text) === true ? -1 : text.search(pattern)
    if (at === -1) return []
    const count = (text.match(pattern) ?? []).length
    return [{ rule, start: at, end: at + 1, message: `${count} characters from position ${at} on ${message}` }]
  })
}
