/** Adds up what features say of each class. */
export interface Weights {
  /** Adds to `scores[class]` the weight that each of the first `count` features has for it. */
  addScores(features: Int32Array, count: number, scores: Int32Array): void
}

/** One number from three, spread over 32 bits (the finaliser of MurmurHash3); never 0, which marks an empty slot. */
export function mixed(template: number, a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash ^ b, 0xc2b2ae35)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0x27d4eb2f)
  hash ^= hash >>> 16
  return hash === 0 ? 1 : hash
}

/** A number for a string (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}

/** One trained classifier as it stands in the weights file: for each feature, by its hash, the few classes it speaks for or against. */
export interface TrainedRow {
  readonly feature: number
  /** Class and weight by turns; weights from -127 to 127. */
  readonly entries: readonly number[]
}

/** A trained classifier, ready to be asked. Features and the places of their entries stand in one open-addressed table. */
export class Rows implements Weights {
  private constructor(
    private readonly slots: Int32Array,
    private readonly mask: number,
    private readonly entries: Int8Array,
  ) {}

  /** The classifier written at `from` by `encodeRows`, and where it ends. */
  static decode(bytes: Uint8Array, from: number): { readonly rows: Rows; readonly end: number } {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const count = view.getUint32(from, true)
    const keyBytes = view.getUint32(from + 4, true)
    const entryBytes = view.getUint32(from + 8, true)
    const keysAt = from + 12
    const countsAt = keysAt + keyBytes
    const entriesAt = countsAt + count
    // At most two thirds full: three quarters and more makes the walks to an absent key long.
    let size = 1024
    while (size * 2 < count * 3) size *= 2
    const mask = size - 1
    const slots = new Int32Array(size * 2)
    let at = keysAt
    let key = 0
    let place = 0
    for (let index = 0; index < count; index++) {
      let delta = 0
      let shift = 0
      for (;;) {
        const byte = bytes[at++]!
        delta += (byte & 127) * 2 ** shift
        if (byte < 128) break
        shift += 7
      }
      key += delta
      const feature = key | 0
      const length = bytes[countsAt + index]!
      let slot = feature & mask
      while (slots[slot * 2] !== 0) slot = (slot + 1) & mask
      slots[slot * 2] = feature
      slots[slot * 2 + 1] = (place << 8) | length
      place += length
    }
    const entries = new Int8Array(bytes.buffer, bytes.byteOffset + entriesAt, entryBytes)
    return { rows: new Rows(slots, mask, entries), end: entriesAt + entryBytes }
  }

  addScores(features: Int32Array, count: number, scores: Int32Array): void {
    const { slots, mask, entries } = this
    for (let index = 0; index < count; index++) {
      const feature = features[index]!
      let slot = feature & mask
      for (;;) {
        const key = slots[slot * 2]!
        if (key === feature) {
          const packed = slots[slot * 2 + 1]!
          let at = (packed >>> 8) * 2
          const end = at + (packed & 255) * 2
          for (; at < end; at += 2) scores[entries[at]!]! += entries[at + 1]!
          break
        }
        if (key === 0) break
        slot = (slot + 1) & mask
      }
    }
  }
}

/** Bytes for `Rows.decode`: features sorted and written as differences (about two bytes each), then how many entries each has, then the entries. */
export function encodeRows(rows: readonly TrainedRow[]): Uint8Array {
  const sorted = [...rows].sort((a, b) => (a.feature >>> 0) - (b.feature >>> 0))
  const keys: number[] = []
  let before = 0
  for (const { feature } of sorted) {
    let delta = (feature >>> 0) - before
    before = feature >>> 0
    while (delta >= 128) {
      keys.push((delta % 128) + 128)
      delta = Math.floor(delta / 128)
    }
    keys.push(delta)
  }
  const entries = sorted.flatMap((row) => row.entries)
  const bytes = new Uint8Array(12 + keys.length + sorted.length + entries.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, sorted.length, true)
  view.setUint32(4, keys.length, true)
  view.setUint32(8, entries.length, true)
  bytes.set(keys, 12)
  sorted.forEach((row, index) => {
    bytes[12 + keys.length + index] = row.entries.length / 2
  })
  bytes.set(
    entries.map((value) => value & 255),
    12 + keys.length + sorted.length,
  )
  return bytes
}
