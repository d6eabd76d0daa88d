import type { StatementAnchor } from '../model/decision.js'
import type { ReadReport, Statement } from '../model/report.js'

/** The statement a decision stands on, as the reader now has it; or in words why it is not found. Its id is tried first; after a better reader, its type and words, told apart by what stands around them. */
export function findStatement(anchor: StatementAnchor, read: ReadReport | undefined): Statement | string {
  if (read === undefined) return 'its report is no longer in the record; take the report in again, or undo the decision'
  const ofType = read.statements.filter(({ type }) => type === anchor.type)
  const byId = ofType.find(({ id, quote }) => id === anchor.statement && quote.exact === anchor.exact)
  if (byId !== undefined) return byId
  const sameWords = ofType.filter(({ quote }) => quote.exact === anchor.exact)
  if (sameWords.length > 0) return bestPlaced(sameWords, anchor, read.text)
  const place = placeOf(anchor, read.text)
  if (place !== null) {
    const around = ofType.filter(({ quote }) => quote.start <= place.start && place.end <= quote.end)
    const within = ofType.filter(({ quote }) => place.start <= quote.start && quote.end <= place.end)
    const [only, second] = around.length > 0 ? around : within
    if (only !== undefined && second === undefined) return only
  }
  return `no statement of type “${anchor.type}” stands on “${shortened(anchor.exact)}” any more; decide again on what is now read there, or undo the decision`
}

/** Of statements with equal words, the one whose surroundings are most like those the decision kept; the earlier when equal. */
function bestPlaced(statements: readonly Statement[], { prefix, suffix }: StatementAnchor, text: string): Statement {
  const closeness = ({ quote }: Statement) =>
    commonEnd(text.slice(Math.max(0, quote.start - prefix.length), quote.start), prefix) +
    commonStart(text.slice(quote.end, quote.end + suffix.length), suffix)
  return statements.reduce((best, next) => (closeness(next) > closeness(best) ? next : best))
}

/** Where the decision's words stand in the text, by the surroundings when they stand more than once. Null when they stand nowhere. */
function placeOf({ exact, prefix, suffix }: StatementAnchor, text: string): { readonly start: number; readonly end: number } | null {
  if (exact === '') return null
  let best: { start: number; closeness: number } | null = null
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    const closeness =
      commonEnd(text.slice(0, start).slice(-prefix.length), prefix) +
      commonStart(text.slice(start + exact.length, start + exact.length + suffix.length), suffix)
    if (best === null || closeness > best.closeness) best = { start, closeness }
  }
  return best === null ? null : { start: best.start, end: best.start + exact.length }
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length
}

/** Enough words to know a quote by. */
const shownLength = 80
function shortened(text: string): string {
  return text.length <= shownLength ? text : `${text.slice(0, shownLength)}…`
}
