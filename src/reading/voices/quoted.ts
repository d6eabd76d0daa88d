import type { Span } from '../../model/report.js'
import type { Attribution } from './attribution.js'
import type { Quotation } from './quotations.js'

/**
 * The attributions without those inside quotation marks, which are the speaker's talk ("I think we know …"), save where the speaker hands on what another, by name, told.
 */
export function withoutTalk(attributions: readonly Attribution[], quotations: readonly Quotation[]): readonly Attribution[] {
  return attributions.filter((attribution) => attribution.cue === null || handsOn(attribution) || !isQuoted(attribution.cue, quotations))
}

/** Whether a stretch stands in quotation marks. A mark that is never closed proves nothing. */
function isQuoted({ start, end }: Span, quotations: readonly Quotation[]): boolean {
  let [low, high] = [0, quotations.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle]?.start ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const quotation = quotations[low - 1]
  return quotation?.closed === true && quotation.end >= end
}

function handsOn({ sentence, speaker, tells }: Attribution): boolean {
  return tells && speaker !== null && sentence.tokens[speaker]?.pos === 'PROPN'
}
