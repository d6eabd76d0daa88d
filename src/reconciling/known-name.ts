import type { ReportId } from '../model/ids.js'
import type { MentionKind } from '../model/report.js'
import { countOf, type Members, membersOf, withMember, withoutMember } from './members.js'
import { bestWritten, type PartyName, type PartyUse } from './party-names.js'

/** The ways a name is written: in which letters as a fullest name, and how often; in which forms, and by which reports. */
interface Writings {
  readonly times: Map<string, number>
  forms: Map<string, Members<ReportId>>
}

/** One name of the record, as it grows with every report that uses it. What it holds does not depend on the order reports came in. */
export class KnownName implements PartyName {
  #reports: Members<ReportId>
  readonly #words = new Map<string, number>()
  #name = ''
  /** Null while every report writes it in one way, the name itself: most names are so. */
  #writings: Writings | null = null

  constructor(
    readonly key: string,
    readonly kind: MentionKind,
  ) {}

  get name(): string {
    return this.#name
  }

  get isUsed(): boolean {
    return this.#reports !== undefined
  }

  get reports(): ReadonlySet<ReportId> {
    return this.#reports instanceof Set ? this.#reports : new Set(membersOf(this.#reports))
  }

  get forms(): ReadonlyMap<string, Iterable<ReportId>> {
    if (this.#writings !== null) return new Map([...this.#writings.forms].map(([form, reports]) => [form, membersOf(reports)]))
    return this.isUsed ? new Map([[this.#name, membersOf(this.#reports)]]) : new Map()
  }

  /** The forms alone. */
  get writtenForms(): readonly string[] {
    return this.#writings !== null ? [...this.#writings.forms.keys()] : this.isUsed ? [this.#name] : []
  }

  get context(): ReadonlySet<string> {
    return new Set([...this.#words.keys()].sort())
  }

  /** Takes in what a report says of the name, and gives whether anything was said that no report had said before. */
  add({ report, party, context }: PartyUse): boolean {
    const isNew = !this.isUsed
    if (isNew && this.#writings === null) this.#name = party.name
    const newWritings = this.#writtenAs(party.name, party.forms) && this.#addWritings(party.name, party.forms, report)
    this.#reports = withMember(this.#reports, report)
    const newWords = context.map((word) => counted(this.#words, word, 1)).some((isFirst) => isFirst)
    return isNew || newWritings || newWords
  }

  /** Forgets what a report said, and gives whether nobody else says something of it. */
  remove({ report, party, context }: PartyUse): boolean {
    this.#reports = withoutMember(this.#reports, report)
    const lostWritings = this.#writings !== null && this.#removeWritings(this.#writings, party.name, party.forms, report)
    const lostWords = context.map((word) => counted(this.#words, word, -1)).some((isLast) => isLast)
    if (!this.isUsed) this.#name = ''
    return !this.isUsed || lostWritings || lostWords
  }

  /** Whether it is, or is now, written in several ways, so that these are kept. */
  #writtenAs(name: string, forms: readonly string[]): boolean {
    if (this.#writings !== null) return true
    if (name === this.#name && forms.every((form) => form === name)) return false
    const times = countOf(this.#reports)
    const before = [...membersOf(this.#reports)].reduce<Members<ReportId>>(withMember, undefined)
    this.#writings = {
      times: new Map(times === 0 ? [] : [[this.#name, times]]),
      forms: new Map(times === 0 ? [] : [[this.#name, before]]),
    }
    return true
  }

  #addWritings(name: string, own: readonly string[], report: ReportId): boolean {
    if (this.#writings === null) return false
    const { times, forms } = this.#writings
    const newWriting = counted(times, name, 1)
    let newForms = false
    for (const form of new Set([name, ...own])) {
      const reports = forms.get(form)
      if (reports === undefined) newForms = true
      forms.set(form, withMember(reports, report))
    }
    if (newWriting) this.#name = bestWritten([...times.keys()])
    if (newForms) this.#writings.forms = inOrder(forms)
    return newWriting || newForms
  }

  #removeWritings(writings: Writings, name: string, own: readonly string[], report: ReportId): boolean {
    const { times, forms } = writings
    const lostWriting = counted(times, name, -1)
    let lostForms = false
    for (const form of new Set([name, ...own])) {
      const reports = withoutMember(forms.get(form), report)
      if (reports !== undefined && countOf(reports) > 0) forms.set(form, reports)
      else lostForms = forms.delete(form) || lostForms
    }
    if (lostWriting) this.#name = bestWritten([...times.keys()])
    return lostWriting || lostForms
  }
}

function inOrder<T>(things: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...things].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Counts one more or one fewer, and gives whether it was the first or the last. */
function counted(counts: Map<string, number>, what: string, by: 1 | -1): boolean {
  const count = (counts.get(what) ?? 0) + by
  if (count > 0) counts.set(what, count)
  else counts.delete(what)
  return count === 0 || (by === 1 && count === 1)
}
