import type { ReportId } from '../model/ids.js'
import { type CopyText, copiesOf, partKeysOf } from './copies.js'

/** Room for parts of fingerprints to begin with: 32 of each of some hundred reports. */
const firstRoom = 1 << 12
/** Share of the room that may be taken before it is doubled; beyond two thirds, looking up begins to walk. */
const mostTaken = 2 / 3

/** Reports whose fingerprints share a part, together; each group's copies are worked out by itself, so a report costs what is copied with it. */
export class CopyIndex {
  readonly #reports: (CopyText['report'] | undefined)[] = []
  /** All fingerprints one after the other, and where each begins: as lists of numbers they take twice the room. */
  #numbers = new Uint32Array(firstRoom)
  readonly #starts: number[] = [0]
  readonly #place = new Map<ReportId, number>()
  /** For each place, the first of its group; and by that, all of the group. */
  readonly #group: number[] = []
  readonly #groups = new Map<number, number[]>()
  readonly #originals = new Map<ReportId, ReportId>()
  readonly #touched = new Set<number>()
  // One table for all parts: 4 million of them are 64 MB so, and half a gigabyte as a Map.
  #keys = new Uint32Array(firstRoom)
  #places = new Int32Array(firstRoom).fill(-1)
  #taken = 0

  put(text: CopyText): void {
    this.remove(text.report.id)
    const place = this.#reports.length
    const { id, outlet, published } = text.report
    this.#reports.push({ id, outlet, published })
    this.#keepNumbers(text.fingerprint ?? [])
    this.#place.set(id, place)
    this.#group.push(place)
    this.#groups.set(place, [place])
    for (const key of partKeysOf(text.fingerprint ?? [])) {
      const other = this.#sharing(key, place)
      if (other !== place) this.#join(place, other)
    }
    this.#touched.add(place)
  }

  /** A group stays together when a report leaves it: larger groups than needed give the same copies. */
  remove(report: ReportId): void {
    const place = this.#place.get(report)
    if (place === undefined) return
    this.#reports[place] = undefined
    this.#place.delete(report)
    this.#originals.delete(report)
    this.#touched.add(place)
  }

  /** Notes that what is known of a report's outlet has changed, so that another text may be the original. */
  touch(report: ReportId): void {
    const place = this.#place.get(report)
    if (place !== undefined) this.#touched.add(place)
  }

  /** Works out the groups that were touched, and gives the reports that are now copies of another report than before. */
  settle(isAgency: (text: CopyText) => boolean): ReadonlySet<ReportId> {
    const changed = new Set<ReportId>()
    const groups = new Set([...this.#touched].map((place) => this.#group[place] ?? place))
    this.#touched.clear()
    for (const group of groups) {
      const texts = (this.#groups.get(group) ?? []).flatMap((place) => this.#textAt(place))
      const copies = texts.length < 2 ? new Map<ReportId, ReportId>() : copiesOf(texts, isAgency)
      for (const { report } of texts) {
        const original = copies.get(report.id)
        if (this.#originals.get(report.id) === original) continue
        changed.add(report.id)
        if (original === undefined) this.#originals.delete(report.id)
        else this.#originals.set(report.id, original)
      }
    }
    return changed
  }

  #keepNumbers(fingerprint: ArrayLike<number>): void {
    const start = this.#starts.at(-1) ?? 0
    if (start + fingerprint.length > this.#numbers.length) {
      const numbers = this.#numbers
      this.#numbers = new Uint32Array(2 * (numbers.length + fingerprint.length))
      this.#numbers.set(numbers)
    }
    this.#numbers.set(fingerprint, start)
    this.#starts.push(start + fingerprint.length)
  }

  #textAt(place: number): readonly CopyText[] {
    const report = this.#reports[place]
    return report === undefined ? [] : [{ report, fingerprint: this.#numbers.subarray(this.#starts[place], this.#starts[place + 1]) }]
  }

  /** The original of a copy. */
  originalOf(report: ReportId): ReportId | undefined {
    return this.#originals.get(report)
  }

  #join(a: number, b: number): void {
    const [x, y] = [this.#group[a] ?? a, this.#group[b] ?? b]
    if (x === y) return
    const [own, others] = [this.#groups.get(x) ?? [], this.#groups.get(y) ?? []]
    const [into, large, from, small] = own.length >= others.length ? [x, own, y, others] : [y, others, x, own]
    for (const place of small) {
      this.#group[place] = into
      large.push(place)
    }
    this.#groups.delete(from)
  }

  /** The place of a report with this part; the given place where it is the first with it. */
  #sharing(key: number, place: number): number {
    if (this.#taken >= this.#keys.length * mostTaken) this.#makeRoom()
    const at = slotOf(key, this.#keys, this.#places)
    if (this.#places[at] !== -1) return this.#places[at] ?? place
    this.#keys[at] = key
    this.#places[at] = place
    this.#taken++
    return place
  }

  #makeRoom(): void {
    const [keys, places] = [this.#keys, this.#places]
    this.#keys = new Uint32Array(2 * keys.length)
    this.#places = new Int32Array(2 * keys.length).fill(-1)
    for (const [from, place] of places.entries()) {
      if (place === -1) continue
      const key = keys[from] ?? 0
      const at = slotOf(key, this.#keys, this.#places)
      this.#keys[at] = key
      this.#places[at] = place
    }
  }
}

/** Where a key stands in the table, or would: from its hash on, the first slot that holds it or is empty. */
function slotOf(key: number, keys: Uint32Array, places: Int32Array): number {
  const mask = keys.length - 1
  let at = (key ^ (key >>> 15)) & mask
  while (places[at] !== -1 && keys[at] !== key) at = (at + 1) & mask
  return at
}
