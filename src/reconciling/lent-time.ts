import type { ReadReport, Span, Statement } from '../model/report.js'

/**
 * The statements of a report whose day is lent to them: by another happening ("arrested on Sunday on a warrant" says when the arrest was, and of the warrant only that it was there by then), or by
 * whoever says it ("told the Senate on Thursday that he was expelled"). A day that stands in a statement's own quote is its own.
 */
export function withLentTimes(report: Pick<ReadReport, 'text' | 'times' | 'voices' | 'statements'>): ReadonlySet<Statement> {
  return new Set(report.statements.filter((one) => isLent(one, report)))
}

function isLent(one: Statement, report: Parameters<typeof withLentTimes>[0]): boolean {
  const { quote, time } = one
  if (time === null || quote.exact.includes(time.text)) return false
  return isOfTheSaying(one, report) || report.statements.some((other) => lends(other, one, report.text))
}

/** Whether another happening of the sentence has the day: in its own words, or in a clause of which the quote is a part. */
function lends({ type, quote, time }: Statement, to: Statement, text: string): boolean {
  if (type === to.type || time === null || time.edtf !== to.time?.edtf || !isInOneSentence(text, quote, to.quote)) return false
  return quote.exact.includes(time.text) || isWithin(to.quote, quote)
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
}

/** Whether the day's words stand beside who says it, outside what is said. */
function isOfTheSaying({ quote, time }: Statement, { text, times, voices }: Parameters<typeof withLentTimes>[0]): boolean {
  const spoken = voices.flatMap(({ content }) =>
    content !== null && content.start <= quote.start && quote.end <= content.end ? [content] : [],
  )
  const words = nearest(
    times.filter(({ start, end }) => text.slice(start, end) === time?.text),
    quote.start,
  )
  return (
    words !== undefined && spoken.some(({ start, end }) => words.end <= start || end <= words.start) && isInOneSentence(text, words, quote)
  )
}

function nearest<T extends Span>(spans: readonly T[], at: number): T | undefined {
  return spans.reduce<T | undefined>(
    (best, span) => (best === undefined || Math.abs(span.start - at) < Math.abs(best.start - at) ? span : best),
    undefined,
  )
}

/** No end of a sentence stands between the two. */
function isInOneSentence(text: string, a: Span, b: Span): boolean {
  return !/[.!?]["”’]?\s/u.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)))
}
