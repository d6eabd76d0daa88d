import type { Gathered } from './found.js'

/** A list longer than this is no list a person made; its first part is looked at to tell. */
const longestList = 4 * 1024 * 1024

/** The addresses in a list of them: a text whose every line is one, empty lines and lines that begin with # aside. Null when it is anything else. */
export function addressesIn({ bytes }: Pick<Gathered, 'bytes'>): readonly string[] | null {
  if (bytes.length > longestList) return null
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^\xef\xbb\xbf/, '')
  if (!/^\s*(?:#|https?:\/\/)/i.test(start)) return null
  const lines = new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  return lines.length > 0 && lines.every((line) => /^https?:\/\/\S+$/i.test(line)) ? [...new Set(lines)] : null
}
