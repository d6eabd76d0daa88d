import type { Span } from '../../model/report.js'
import type { Attribution } from './attribution.js'
import type { Quotation } from './quotations.js'

/**
 * The attributions without the talk of others: what stands in quotation marks is its speaker's ("I think we know …"), save where the speaker hands on what another, by name, told;
 * and what somebody is said to wish or judge is part of what is said.
 */
export function withoutTalk(attributions: readonly Attribution[], quotations: readonly Quotation[]): readonly Attribution[] {
  const told = coverOf(attributions.flatMap(({ tells, content }) => (tells && content !== null ? [content] : [])))
  const quoted = coverOf(quotations.filter(({ closed }) => closed))
  return attributions.filter(({ cue, tells, sentence, speaker }) => {
    if (cue === null) return true
    const byName = speaker !== null && sentence.tokens[speaker]?.pos === 'PROPN'
    return tells ? byName || !quoted(cue) : !told(cue) && !quoted(cue)
  })
}

/** Whether a stretch lies within one of these; each question takes a few steps. */
export function coverOf(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  const farthest: number[] = []
  for (const { end } of sorted) farthest.push(Math.max(farthest.at(-1) ?? 0, end))
  return ({ start, end }) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.start ?? 0) <= start) low = middle + 1
      else high = middle
    }
    return low > 0 && (farthest[low - 1] ?? 0) >= end
  }
}
