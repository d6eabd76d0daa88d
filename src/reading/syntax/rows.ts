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
 * Features and a number for each, in one open-addressed table: the feature in every even slot, its number after it, so that both come in one read of memory.
 * Half of all features asked for were never seen in training. A bit for each eighth of the numbers a feature can have tells most of them at once: the bits stay in the processor's cache, the table does not.
 */
class FeatureTable {
  private constructor(
    readonly slots: Int32Array,
    readonly mask: number,
    readonly bits: Int32Array,
    /** The upper bits of a feature tell its slot: the file has features in rising order, so that the table fills from its beginning to its end and not all over memory. */
    readonly shift: number,
  ) {}

  static withRoomFor(count: number): FeatureTable {
    // At most two thirds full: above three quarters the walks to an absent feature grow long.
    let size = 1024
    while (size * 2 < count * 3) size *= 2
    return new FeatureTable(new Int32Array(size * 2), size - 1, new Int32Array(65_536), 32 - Math.log2(size))
  }

  add(feature: number, value: number): void {
    let slot = feature >>> this.shift
    while (this.slots[slot * 2] !== 0) slot = (slot + 1) & this.mask
    this.slots[slot * 2] = feature
    this.slots[slot * 2 + 1] = value
    this.bits[feature >>> 16]! |= 1 << ((feature >>> 11) & 31)
  }
}

/** Moves to the front those of the first `count` features that may be known; gives how many. */
function keepKnown(bits: Int32Array, features: Int32Array, count: number, kept: Int32Array): number {
  let known = 0
  for (let index = 0; index < count; index++) {
    const feature = features[index]!
    kept[known] = feature
    known += (bits[feature >>> 16]! >>> ((feature >>> 11) & 31)) & 1
  }
  return known
}

/** More features than any template list gives. */
const mostAsked = 128

/** A trained classifier of many classes, ready to be asked. */
export class Rows implements Weights {
  private readonly kept = new Int32Array(mostAsked)

  private constructor(
    private readonly table: FeatureTable,
    private readonly entries: Int8Array,
  ) {}

  /** The classifier written at `from` by `encodeRows`, and where it ends. */
  static decode(bytes: Uint8Array, from: number): { readonly rows: Rows; readonly end: number } {
    const layout = layoutAt(bytes, from)
    const table = FeatureTable.withRoomFor(layout.count)
    eachRow(bytes, layout, (feature, place, length) => {
      if (length > 0) table.add(feature, (place << 8) | length)
    })
    return { rows: new Rows(table, layout.entries), end: layout.end }
  }

  addScores(features: Int32Array, count: number, scores: Int32Array): void {
    const { entries, kept } = this
    const { slots, mask, bits, shift } = this.table
    const known = keepKnown(bits, features, count, kept)
    // In two rounds, so that the reads of memory do not wait for each other: first where each feature's entries stand and the first of them, then the others.
    let found = 0
    for (let index = 0; index < known; index++) {
      const feature = kept[index]!
      let slot = feature >>> shift
      let key = slots[slot * 2]!
      while (key !== feature && key !== 0) {
        slot = (slot + 1) & mask
        key = slots[slot * 2]!
      }
      if (key === 0) continue
      const packed = slots[slot * 2 + 1]!
      kept[found++] = packed
      const at = (packed >>> 8) * 2
      scores[entries[at]!]! += entries[at + 1]!
    }
    for (let index = 0; index < found; index++) {
      const packed = kept[index]!
      const from = (packed >>> 8) * 2
      const end = from + (packed & 255) * 2
      for (let at = from + 2; at < end; at += 2) scores[entries[at]!]! += entries[at + 1]!
    }
  }
}

/** A trained classifier of three classes: all weights of a feature stand in its slot, a byte each. Asked twice for every word, it is where a parser spends its time. */
export class NarrowRows implements Weights {
  private readonly kept = new Int32Array(mostAsked)

  private constructor(private readonly table: FeatureTable) {}

  static decode(bytes: Uint8Array, from: number): { readonly rows: NarrowRows; readonly end: number } {
    const layout = layoutAt(bytes, from)
    const { entries } = layout
    const table = FeatureTable.withRoomFor(layout.count)
    eachRow(bytes, layout, (feature, place, length) => {
      let packed = 0
      for (let at = place * 2; at < (place + length) * 2; at += 2) packed |= (entries[at + 1]! & 255) << (entries[at]! * 8)
      table.add(feature, packed)
    })
    return { rows: new NarrowRows(table), end: layout.end }
  }

  addScores(features: Int32Array, count: number, scores: Int32Array): void {
    const { kept } = this
    const { slots, mask, bits, shift } = this.table
    const known = keepKnown(bits, features, count, kept)
    let [first, second, third] = [0, 0, 0]
    for (let index = 0; index < known; index++) {
      const feature = kept[index]!
      let slot = feature >>> shift
      let key = slots[slot * 2]!
      while (key !== feature && key !== 0) {
        slot = (slot + 1) & mask
        key = slots[slot * 2]!
      }
      if (key === 0) continue
      const packed = slots[slot * 2 + 1]!
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
