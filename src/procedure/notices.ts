import { type NoticeKind, noticeKinds } from '../model/procedure-pack.js'
import type { RecordStatement } from '../model/record.js'
import { standsIn, wordsOf } from './words-of.js'

const words: readonly (readonly [NoticeKind, string])[] = noticeKinds.map((kind) => [kind, wordsOf(kind)])

/** The kind of Interpol notice an account of an alert speaks of, as its reader or its quote has it; null where it does not say. */
export function noticeKindOf({ type, detail, quote }: RecordStatement): NoticeKind | null {
  if (type !== 'alert') return null
  const said = wordsOf(typeof detail.notice === 'string' ? detail.notice : quote.exact)
  return words.find(([, name]) => standsIn(name, said))?.[0] ?? null
}
