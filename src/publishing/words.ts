import type { RecordReport } from '../model/record.js'
import { timeInWords } from '../model/time.js'

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const

/** A count as running text has it: words up to twelve, figures above. */
function countInWords(count: number): string {
  return small[count] ?? grouped(count)
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** "one origin", "two origins", "1,204 statements". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countInWords(count)} ${count === 1 ? one : many}`
}

/** "two to three origins"; one number where the two are the same. */
export function countedRange(least: number, most: number, one: string, many = `${one}s`): string {
  return least >= most ? counted(most, one, many) : `${countInWords(least)} to ${counted(most, one, many)}`
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** Words that already say which or how many. */
const determiners =
  /^(?:an?|the|some|many|several|other|various|both|one|two|three|four|five|six|seven|eight|nine|ten|\d+|his|her|its|their)\b/i

/** Words that say more than one. */
const manyOf =
  /^(?:some|many|several|various|both|dozens|hundreds|thousands|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{2,}|[2-9])\b/i

/** Names of bodies and offices that a sentence calls "the": "the International Criminal Court". */
const calledThe =
  /^(?:Agency|Assembly|Bureau|Chamber|Commission|Committee|Council|Court|Directorate|Force|Government|Minister|Ministry|Office|Parliament|Police|Prosecutor|Senate|Tribunal|Union)$/

/** Words for one unnamed person, of whom there may be others: "a ministry official". Anything else described is the one there is: "the justice ministry". */
const onePerson =
  /^(?:activist|advis[eo]r|aide|analyst|citizen|colleague|commander|correspondent|detainee|diplomat|employee|expert|guard|insider|investigator|journalist|judge|lawyer|leader|man|member|migrant|minister|national|officer|official|person|prisoner|prosecutor|relative|reporter|resident|source|spokes(?:man|person|woman)|survivor|suspect|witness|woman)$/

/** The word a description is about: "source" in "interior ministry source close to the inquiry". */
function headOf(party: string): string {
  const [before = ''] = party.split(/ (?:for|of|in|at|from|with|to|close|who|near|on|inside)\b/)
  return before.split(' ').at(-1) ?? ''
}

/** Whether a party described and not named is more than one: "officials of the ministry", "three fishermen". A wrong guess costs a letter, no fact. */
export function isPlural(party: string): boolean {
  return manyOf.test(party) || /^\p{Ll}(?:.*[^su]s|eople|en|omen|hildren|olice|edia|ress|taff|.*men)$/u.test(headOf(party))
}

/** A party as it stands in a sentence: "a source in the ministry", "the International Criminal Court". People's names, plurals and what has its article stay as they are. */
export function inASentence(party: string): string {
  if (determiners.test(party) || isPlural(party)) return party
  const head = headOf(party)
  if (calledThe.test(head)) return `the ${party}`
  if (!/^\p{Ll}[\p{Ll}’'-]*$/u.test(head)) return party
  if (!onePerson.test(head)) return `the ${party}`
  return `${/^[aeiou]/i.test(party) ? 'an' : 'a'} ${party}`
}

/** The first letter large; the rest as it is. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Who published it and when, as a report is called everywhere. */
export function reportName({ outlet, published, title }: Pick<RecordReport, 'outlet' | 'published' | 'title'>): string {
  const who = outlet ?? title ?? 'Outlet not stated'
  return published === null ? who : `${who}, ${dayInWords(published)}`
}

export function outletName({ outlet, title }: Pick<RecordReport, 'outlet' | 'title'>): string {
  return outlet ?? title ?? 'an outlet not stated'
}

/** A day of publication without its hour, which nobody cites. */
export function dayInWords(edtf: string): string {
  return timeInWords(edtf.replace(/T.*$/, ''))
}

/** A reason of the record with its days in words: "held in Turin on 19 January 2025". */
export function datesInWords(words: string): string {
  return words.replace(/\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?)?/g, (edtf) => timeInWords(edtf))
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' })

/** "English" for `en`; the code itself where it is no language's. */
export function languageName(code: string): string {
  try {
    return languageNames.of(code) ?? code
  } catch {
    return code
  }
}

/** Scripts written from right to left, by the languages that use them in the press. */
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'dv', 'yi', 'sd', 'ug'])

/** How words of a report are set: its own language and direction, whatever the page's. */
export function setting(language: string | null): { readonly lang?: string; readonly dir: 'ltr' | 'rtl' | 'auto' } {
  if (language === null) return { dir: 'auto' }
  return { lang: language, dir: rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr' }
}

/** Words on one line: a captured page breaks lines where its window ended. */
export function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** The first digits of a digest: enough for a person to compare, the whole is in the record. */
export function shortDigest(digest: string): string {
  const hex = digest.replace(/^[a-z0-9]+:/, '')
  return hex.length > 16 ? `${hex.slice(0, 8)}…${hex.slice(-5)}` : hex
}

/** A moment of the log in words, in universal time, as the log keeps it: "24 November 2026, 5.46 UTC". */
export function momentInWords(iso: string): string {
  return `${timeInWords(iso.slice(0, 16))} UTC`
}
