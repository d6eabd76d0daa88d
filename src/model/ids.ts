import { createHash } from 'node:crypto'

/** `sha256:` and the hash of the bytes as received. */
export type ReportId = `sha256:${string}`
export type StatementId = `st:${string}`
export type EntityId = `en:${string}`
export type EventId = `ev:${string}`

/** The SHA-256 of bytes or of a string's UTF-8, in hex. */
export function sha256Hex(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

export function reportIdOf(bytes: Uint8Array): ReportId {
  return `sha256:${sha256Hex(bytes)}`
}

/** A short digest of parts that together name one thing. 16 hex digits (64 bits): at a million things the chance of one collision is below 1 in 10 million. */
export function digestOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest().toString('hex', 0, 8) // not a slice of the longer text, which would stay in memory with it
}

/** JSON with the keys of every object in order, so that the same value always gives the same bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  )
}
