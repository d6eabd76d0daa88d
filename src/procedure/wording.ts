import type { StatementId } from '../model/ids.js'
import type { Finding } from '../model/record.js'
import { timeInWords } from '../model/time.js'
import type { Evidence } from './evidence.js'
import type { Moment } from './moment.js'

/** One step of a finding's reasoning. */
export type Reason = Finding['reasoning'][number]

export function reason(text: string, statements: readonly StatementId[] = []): Reason {
  return { text, statements }
}

const names: Readonly<Record<string, string>> = { inquiry: 'question', charge: 'charges', role: 'office' }

/** What an event is called in a sentence: "arrest", "ruling (validated)". */
export function eventName({ event, notices }: Pick<Evidence, 'event' | 'notices'>): string {
  const outcome = event.detail.outcome?.values[0]?.value
  const name = names[event.type] ?? event.type.replace('-', ' ')
  if (notices.length > 0) return `${name} (${notices.map((kind) => kind.replace('-', ' ')).join(' or, as others say, ')})`
  return outcome === undefined ? name : `${name} (${outcome.replaceAll('-', ' ')})`
}

/** When, as the accounts have it: one date, rival dates, or none. */
export function momentsInWords(moments: readonly Moment[]): string {
  if (moments.length === 0) return 'on a day that no account gives'
  return moments.map(({ edtf }) => dateInWords(edtf)).join(' or, as others say, ')
}

const inWords = new Map<string, string>()
/** So many dates are kept in words, then forgotten all at once: the findings of a case tell the same few over and over. */
const mostKept = 5_000

export function dateInWords(edtf: string): string {
  const known = inWords.get(edtf)
  if (known !== undefined) return known
  if (inWords.size > mostKept) inWords.clear()
  const words = edtf.includes('/') ? timeInWords(edtf) : `${edtf.replace(/[?~%]/, '').length < 10 ? 'in' : 'on'} ${timeInWords(edtf)}`
  inWords.set(edtf, words)
  return words
}

export function accounts(statements: readonly StatementId[]): string {
  return statements.length === 1 ? 'one account' : `${statements.length} accounts`
}
