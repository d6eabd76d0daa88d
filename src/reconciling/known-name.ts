import type { ReportId } from '../model/ids.js'
import type { MentionKind } from '../model/report.js'
import { bestWritten, type PartyName, type PartyUse } from './party-names.js'

/** One name of the record, as it grows with every report that uses it. What it holds does not depend on the order reports came in. */
export class KnownName implements PartyName {
  readonly reports = new Set<ReportId>()
  readonly #writings = new Map<string, number>()
  readonly #words = new Map<string, number>()
  #forms: Map<string, Set<ReportId>> = new Map()
  #name = ''
  #context: ReadonlySet<string> = new Set()

  constructor(
    readonly key: string,
    readonly kind: MentionKind,
  ) {}

  get name(): string {
    return this.#name
  }

  get forms(): ReadonlyMap<string, ReadonlySet<ReportId>> {
    return this.#forms
  }

  get context(): ReadonlySet<string> {
    return this.#context
  }

  /** Takes in what a report says of the name, and gives whether anything was said that no report had said before. */
  add({ report, party, context }: PartyUse): boolean {
    this.reports.add(report)
    const newWriting = counted(this.#writings, party.name, 1)
    const newForms = [party.name, ...party.forms].map((form) => this.#addForm(form, report)).some((isNew) => isNew)
    const newWords = context.map((word) => counted(this.#words, word, 1)).some((isNew) => isNew)
    return this.#settled(newWriting, newForms, newWords)
  }

  /** Forgets what a report said, and gives whether nobody else says something of it. */
  remove({ report, party, context }: PartyUse): boolean {
    this.reports.delete(report)
    const lostWriting = counted(this.#writings, party.name, -1)
    let lostForms = false
    for (const form of new Set([party.name, ...party.forms])) {
      const reports = this.#forms.get(form)
      reports?.delete(report)
      if (reports?.size === 0) lostForms = this.#forms.delete(form)
    }
    const lostWords = context.map((word) => counted(this.#words, word, -1)).some((isLost) => isLost)
    return this.#settled(lostWriting, lostForms, lostWords)
  }

  #addForm(form: string, report: ReportId): boolean {
    const reports = this.#forms.get(form)
    if (reports === undefined) this.#forms.set(form, new Set([report]))
    else reports.add(report)
    return reports === undefined
  }

  #settled(writings: boolean, forms: boolean, words: boolean): boolean {
    if (writings) this.#name = bestWritten([...this.#writings.keys()])
    if (forms) this.#forms = new Map([...this.#forms].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (words) this.#context = new Set([...this.#words.keys()].sort())
    return writings || forms || words
  }
}

/** Counts one more or one fewer, and gives whether it was the first or the last. */
function counted(counts: Map<string, number>, what: string, by: 1 | -1): boolean {
  const count = (counts.get(what) ?? 0) + by
  if (count > 0) counts.set(what, count)
  else counts.delete(what)
  return count === 0 || (by === 1 && count === 1)
}
