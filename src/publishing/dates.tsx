import type { Child } from 'hono/jsx'
import type { Attribute, AttributeValue } from '../model/record.js'
import { dayOf, timeInWords } from '../model/time.js'

/** The value for `<time datetime>`, where HTML can say what EDTF says; else null. */
function machineTime(edtf: string): string | null {
  return /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/.test(edtf) ? edtf : null
}

/** A date in words, in its machine form too where there is one. */
export function When({ edtf, children }: { readonly edtf: string; readonly children?: Child }) {
  const machine = machineTime(edtf)
  const words = children ?? timeInWords(edtf)
  return machine === null ? <span>{words}</span> : <time datetime={machine}>{words}</time>
}

/** The value that stands for an attribute where there is room for one: what a person settled on, else the one with most origins. */
export function leadingValue({ values, judged }: Attribute): AttributeValue | undefined {
  return values.find(({ value }) => value === judged?.keeps) ?? values[0]
}

/** When an event was, for its row: what stands first, and what must be said with it. `day` is the day under whose heading it stands. */
export function whenInWords(time: Attribute, day: string | null): { readonly words: string; readonly beside: string | null } {
  const first = leadingValue(time)
  if (first === undefined || time.status === 'unknown') return { words: 'Time unknown', beside: 'nobody here says' }
  if (time.judged?.keeps !== undefined) {
    const words = day !== null && dayOf(first.value) === day && first.value.includes('T') ? clockOf(first.value) : timeInWords(first.value)
    return { words, beside: `settled by ${time.judged.who}; accounts differ` }
  }
  if (time.status === 'disputed') {
    const values = time.values.map(({ value }) => value)
    const oneDay = new Set(values.map(dayOf)).size === 1 && dayOf(values[0] ?? '') !== null
    const words = [...new Set(values.map((value) => (oneDay && day !== null ? clockOf(value) : timeInWords(value))))]
    return { words: words.join(' or '), beside: oneDay ? 'the hour is disputed' : 'the time is disputed' }
  }
  const hedged = first.hedged === true ? 'only ever hedged' : null
  if (day === null || dayOf(first.value) !== day) return { words: timeInWords(first.value), beside: hedged }
  if (first.value.includes('T')) return { words: clockOf(first.value), beside: hedged }
  return { words: 'During the day', beside: hedged === null ? 'hour not given' : `hour not given; ${hedged}` }
}

/** "9.30" of a value that has an hour; the whole in words of one that has none. */
function clockOf(edtf: string): string {
  const clock = /T(\d{2}):(\d{2})/.exec(edtf)
  return clock === null ? timeInWords(edtf) : `${Number(clock[1])}.${clock[2]}`
}
