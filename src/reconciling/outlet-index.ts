import type { ReportId } from '../model/ids.js'
import { outletKey } from './origins.js'
import { SetsByKey } from './sets-by-key.js'

/** The outlets whose reports are in the record, whom credit lines name, and which reports asked for which of them. */
export class OutletIndex {
  readonly #own = new Map<ReportId, { readonly outlet: string | null; readonly credits: readonly string[] }>()
  readonly #writings = new SetsByKey<string, string>()
  /** How many reports bear an outlet's name in this writing. */
  readonly #times = new Map<string, number>()
  readonly #reports = new SetsByKey<string, ReportId>()
  readonly #credited = new Map<string, number>()
  readonly #asked = new SetsByKey<string, ReportId>()
  readonly #called = new Map<string, string>()
  readonly #touched = new Set<string>()
  readonly #touchedCredits = new Map<string, boolean>()

  /** Takes a report in; `null` takes it out. */
  put(report: ReportId, now: { readonly outlet: string | null; readonly credits: readonly string[] } | null): void {
    const before = this.#own.get(report)
    if (before !== undefined) this.#count(report, before, -1)
    if (now === null) this.#own.delete(report)
    else {
      this.#own.set(report, now)
      this.#count(report, now, 1)
    }
  }

  #count(report: ReportId, { outlet, credits }: { readonly outlet: string | null; readonly credits: readonly string[] }, by: 1 | -1): void {
    for (const name of credits) {
      const key = outletKey(name)
      if (!this.#touchedCredits.has(key)) this.#touchedCredits.set(key, this.isCredited(key))
      this.#credited.set(key, (this.#credited.get(key) ?? 0) + by)
    }
    if (outlet === null) return
    const key = outletKey(outlet)
    const times = (this.#times.get(outlet) ?? 0) + by
    if (times > 0) this.#times.set(outlet, times)
    else this.#times.delete(outlet)
    if (times > 0) this.#writings.add(key, outlet)
    else this.#writings.delete(key, outlet)
    if (times === 0 || (times === 1 && by === 1)) this.#touched.add(key)
    if (by === 1) this.#reports.add(key, report)
    else this.#reports.delete(key, report)
  }

  /** The outlet that goes by this name, as its reports bear it; or null. Of two writings the longer is the fuller: "The Docket" before "Docket". */
  called(name: string, askedBy: ReportId | null): string | null {
    const key = outletKey(name)
    if (askedBy !== null) this.#asked.add(key, askedBy)
    return this.#called.get(key) ?? null
  }

  isCredited(key: string): boolean {
    return (this.#credited.get(key) ?? 0) > 0
  }

  /** Whether an outlet's report or a credit line bears this name. */
  isKnown(name: string): boolean {
    return this.#reports.count(outletKey(name)) > 0 || this.isCredited(outletKey(name))
  }

  /** Gives the reports that asked for an outlet which now is called otherwise, and those of outlets that are now credited or are no more. */
  settle(): { readonly renamed: ReadonlySet<ReportId>; readonly credited: ReadonlySet<ReportId> } {
    const renamed = new Set<ReportId>()
    for (const key of this.#touched) {
      const fullest = [...this.#writings.under(key)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).at(-1)
      if (fullest === this.#called.get(key)) continue
      if (fullest === undefined) this.#called.delete(key)
      else this.#called.set(key, fullest)
      for (const report of this.#asked.get(key)) renamed.add(report)
    }
    const credited = new Set<ReportId>()
    for (const [key, before] of this.#touchedCredits)
      if (before !== this.isCredited(key)) for (const report of this.#reports.get(key)) credited.add(report)
    this.#touched.clear()
    this.#touchedCredits.clear()
    return { renamed, credited }
  }
}
