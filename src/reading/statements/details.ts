import type { DetailValue } from '../../model/report.js'
import type { HappeningWords } from '../../model/words/happenings.js'
import type { Draft } from './draft.js'

/** The details of a claim: what its trigger says, then what words of its quote settle. The first group whose words stand there wins; a group without words is what is left. */
export function settleDetail(draft: Draft, quote: string, words: HappeningWords): Readonly<Record<string, DetailValue>> {
  if (draft.type !== 'ruling' && !words.details.some(({ type }) => type === draft.type)) return { ...draft.detail }
  const text = ` ${quote.toLowerCase().replace(/[^\p{L}\p{N}'’-]+/gu, ' ')} `
  const detail: Record<string, DetailValue> = { ...draft.detail }
  for (const group of words.details) {
    if (group.type !== draft.type || (detail[group.key] !== undefined && group.words.length === 0)) continue
    const stands = group.words.length === 0 || group.words.some((phrase) => text.includes(` ${phrase} `))
    const overrides = draft.detail[group.key] !== undefined && detail[group.key] === draft.detail[group.key]
    if (stands && (detail[group.key] === undefined || (overrides && group.type === 'travel'))) detail[group.key] = group.value
  }
  if (draft.type === 'ruling') detail.words = quote
  return detail
}
