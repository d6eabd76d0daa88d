/** Adds up what features say of each class. */
export interface Weights {
  /** Adds to `scores[class]` the weight that each of the features from place `from` up to place `to` has for it. */
  addScores(features: Int32Array, from: number, to: number, scores: Int32Array): void
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

/** Where the parts of a classifier stand in the weights file. */
interface Layout {
  readonly count: number
  readonly keysAt: number
  readonly countsAt: number
  readonly entries: Int8Array
  readonly end: number
}

function layoutAt(bytes: Uint8Array, from: number): Layout {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(from, true)
  const keysAt = from + 12
  const countsAt = keysAt + view.getUint32(from + 4, true)
  const entriesAt = countsAt + count
  const entryBytes = view.getUint32(from + 8, true)
  return {
    count,
    keysAt,
    countsAt,
    entries: new Int8Array(bytes.buffer, bytes.byteOffset + entriesAt, entryBytes),
    end: entriesAt + entryBytes,
  }
}

/** Tells `visit` each feature with the place and number of its entries. */
function eachRow(
  bytes: Uint8Array,
  { count, keysAt, countsAt }: Layout,
  visit: (feature: number, place: number, length: number) => void,
): void {
  let at = keysAt
  let key = 0
  let place = 0
  for (let index = 0; index < count; index++) {
    let scale = 1
    for (;;) {
      const byte = bytes[at++]!
      key += (byte & 127) * scale
      if (byte < 128) break
      scale *= 128
    }
    const length = bytes[countsAt + index]!
    visit(key | 0, place, length)
    place += length
  }
}

/**
 * A number for each feature, in one open-addressed table. The upper bits of a feature tell its slot, the lower sixteen stand in the slot as its mark: together they are the feature.
 * Half of all features asked for were never seen in training; the marks alone tell that, and they are few enough to stay in the processor's cache.
 */
class FeatureTable {
  readonly marks: Uint16Array
  readonly values: Int32Array
  readonly mask: number
  readonly shift: number

  constructor(count: number) {
    // At most two thirds full: above three quarters the walks to an absent feature grow long.
    let size = 1024
    while (size * 2 < count * 3) size *= 2
    this.marks = new Uint16Array(size)
    this.values = new Int32Array(size)
    this.mask = size - 1
    this.shift = 32 - Math.log2(size)
  }

  add(feature: number, value: number): void {
    let slot = feature >>> this.shift
    while (this.marks[slot] !== 0) slot = (slot + 1) & this.mask
    this.marks[slot] = markOf(feature)
    this.values[slot] = value
  }
}

/** The lower bits of a feature; never 0, which marks an empty slot. */
const markOf = (feature: number) => feature & 0xffff || 1

/** In the class of an entry: it is the last of its feature. Classes are below 128. */
const lastEntry = 0x80

/** A trained classifier of many classes, ready to be asked. */
export class Rows implements Weights {
  private constructor(
    private readonly table: FeatureTable,
    /** Class and weight by turns, the entries of a feature one after the other. */
    private readonly entries: Int8Array,
  ) {}

  /** The classifier written at `from` by `encodeRows`, and where it ends. */
  static decode(bytes: Uint8Array, from: number): { readonly rows: Rows; readonly end: number } {
    const layout = layoutAt(bytes, from)
    const table = new FeatureTable(layout.count)
    const entries = layout.entries.slice()
    eachRow(bytes, layout, (feature, place, length) => {
      if (length === 0) return
      table.add(feature, place * 2)
      entries[(place + length - 1) * 2]! |= lastEntry
    })
    return { rows: new Rows(table, entries), end: layout.end }
  }

  addScores(features: Int32Array, from: number, to: number, scores: Int32Array): void {
    const { entries } = this
    const { marks, values, mask, shift } = this.table
    for (let index = from; index < to; index++) {
      const feature = features[index]!
      const wanted = markOf(feature)
      let slot = feature >>> shift
      let mark = marks[slot]!
      while (mark !== wanted && mark !== 0) {
        slot = (slot + 1) & mask
        mark = marks[slot]!
      }
      if (mark === 0) continue
      let at = values[slot]!
      let named = entries[at]!
      scores[named & 127]! += entries[at + 1]!
      while (named >= 0) {
        at += 2
        named = entries[at]!
        scores[named & 127]! += entries[at + 1]!
      }
    }
  }
}

/** A trained classifier of three classes: all weights of a feature stand in its number, a byte each. Asked twice for every word, it is where a parser spends its time. */
export class NarrowRows implements Weights {
  private constructor(private readonly table: FeatureTable) {}

  static decode(bytes: Uint8Array, from: number): { readonly rows: NarrowRows; readonly end: number } {
    const layout = layoutAt(bytes, from)
    const { entries } = layout
    const table = new FeatureTable(layout.count)
    eachRow(bytes, layout, (feature, place, length) => {
      let packed = 0
      for (let at = place * 2; at < (place + length) * 2; at += 2) packed |= (entries[at + 1]! & 255) << (entries[at]! * 8)
      table.add(feature, packed)
    })
    return { rows: new NarrowRows(table), end: layout.end }
  }

  addScores(features: Int32Array, from: number, to: number, scores: Int32Array): void {
    const { marks, values, mask, shift } = this.table
    let [first, second, third] = [0, 0, 0]
    for (let index = from; index < to; index++) {
      const feature = features[index]!
      const wanted = markOf(feature)
      let slot = feature >>> shift
      let mark = marks[slot]!
      while (mark !== wanted && mark !== 0) {
        slot = (slot + 1) & mask
        mark = marks[slot]!
      }
      if (mark === 0) continue
      const packed = values[slot]!
      first += (packed << 24) >> 24
      second += (packed << 16) >> 24
      third += (packed << 8) >> 24
    }
    scores[0]! += first
    scores[1]! += second
    scores[2]! += third
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
