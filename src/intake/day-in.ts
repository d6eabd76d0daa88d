/** Words in which a language writes a day: twelve months in order, then short forms in any order; and words that may stand between the parts. */
export interface DayWords {
  readonly months: readonly string[]
  readonly joiners?: readonly string[]
}

const calendarDay = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : null
}

/** The first whole calendar day that a line states, as EDTF; null when it states none or leaves the order of day and month open (03/04/2020). */
export function dayIn(line: string, { months, joiners = [] }: DayWords): string | null {
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(line)
  if (iso !== null) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const words = (line.match(/[\p{L}\d]+/gu) ?? []).filter((word) => !joiners.includes(word.toLowerCase()))
  for (let i = 0; i < words.length; i++) {
    const month = monthOf(words[i] ?? '', months)
    if (month === null) continue
    const before = dayNumber(words[i - 1])
    const after = dayNumber(words[i + 1])
    const year = [words[i + 1], words[i + 2]].find((word) => /^\d{4}$/.test(word ?? ''))
    const found = year === undefined ? null : calendarDay(Number(year), month, before ?? after ?? 0)
    if (found !== null) return found
  }
  const figures = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(line)
  if (figures === null) return null
  const [a, b, year] = [Number(figures[1]), Number(figures[3]), Number(figures[4])]
  // A point is the continent's mark, where the day stands first; with a slash only a number above 12 tells day from month.
  if (figures[2] === '.' || a > 12 || a === b) return calendarDay(year, b, a)
  return b > 12 ? calendarDay(year, a, b) : null
}

/** The month's number: the pack lists twelve names in order, then short forms that begin as their names do. */
function monthOf(word: string, months: readonly string[]): number | null {
  const small = word.toLowerCase()
  if (!months.includes(small)) return null
  const at = months.slice(0, 12).findIndex((month) => month.startsWith(small.slice(0, 3)))
  return at === -1 ? null : at + 1
}

function dayNumber(word: string | undefined): number | null {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(word ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}

/** How a language writes a day, as the platform's calendar has it: the months' names, full then short, and the small words between day, month and year ("3 de mayo de 2019"). A page's date is read whatever its language. Empty for a language nobody speaks. */
export function calendarOf(language: string): DayWords {
  const known = calendars.get(language)
  if (known !== undefined) return known
  const calendar = platformCalendar(language)
  if (calendars.size < mostCalendars) calendars.set(language, calendar)
  return calendar
}

/** Asking the platform takes milliseconds, and every page asks. */
const calendars = new Map<string, DayWords>()
/** There are fewer languages on the web's pages; more are names that a page made up. */
const mostCalendars = 100

function platformCalendar(language: string): DayWords {
  try {
    const parts = (style: 'long' | 'short', month: number) =>
      new Intl.DateTimeFormat(language, { day: 'numeric', month: style, year: 'numeric', timeZone: 'UTC' }).formatToParts(
        new Date(Date.UTC(2020, month, 1)),
      )
    const both = (['long', 'short'] as const).flatMap((style) => Array.from({ length: 12 }, (_, month) => parts(style, month)))
    const valuesOf = (wanted: string) =>
      both.map(
        (each) =>
          each
            .find(({ type }) => type === wanted)
            ?.value.toLowerCase()
            .replace(/\.$/, '') ?? '',
      )
    const joiners = both.flatMap((each) =>
      each.flatMap(({ type, value }) => (type === 'literal' ? (value.toLowerCase().match(/\p{L}+/gu) ?? []) : [])),
    )
    return { months: valuesOf('month'), joiners: [...new Set(joiners)] }
  } catch {
    return { months: [], joiners: [] } // no such language: the pack's months remain
  }
}
