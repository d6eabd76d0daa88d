import type { Child } from 'hono/jsx'
import type { Period } from './periods.js'

/** One page of a list: what stands on it, which it is, and of how many. */
export interface PageOf<T> {
  readonly items: readonly T[]
  readonly number: number
  readonly of: number
}

/** The page asked for, from 1; past the last, the last. */
export function pageOf<T>(items: readonly T[], asked: number, most: number): PageOf<T> {
  const of = Math.max(1, Math.ceil(items.length / most))
  const number = Math.min(Math.max(1, asked), of)
  return { items: items.slice((number - 1) * most, number * most), number, of }
}

/** Happenings on one page of the timeline. With its quotations one weighs about five kilobytes, so a page stays near a quarter of a megabyte. */
const mostHappenings = 50

/** The timeline cut into pages: whole periods as long as they fit, a longer one over several pages under the same heading. */
export function timelinePages(periods: readonly Period[], most: number = mostHappenings): readonly (readonly Period[])[] {
  const pages: Period[][] = [[]]
  let here = 0
  for (const period of periods) {
    if (here > 0 && here + period.events.length > most) {
      pages.push([])
      here = 0
    }
    for (let start = 0; start < period.events.length; start += most) {
      if (start > 0) {
        pages.push([])
        here = 0
      }
      const events = period.events.slice(start, start + most)
      pages.at(-1)?.push(start === 0 ? { ...period, events } : { ...period, heading: `${period.heading}, continued`, events })
      here += events.length
    }
  }
  return pages
}

/** Links to the pages of a list; nothing where there is one. `words` say what stands on a page, where more is to be said than its number. */
export function PageLinks({
  number,
  of,
  address,
  label,
  words = (page) => String(page),
}: {
  readonly number: number
  readonly of: number
  readonly address: (page: number) => string
  readonly label: string
  readonly words?: (page: number) => Child
}) {
  if (of < 2) return null
  return (
    <nav class="pages" aria-label={label}>
      <ol>
        {Array.from({ length: of }, (_, index) => index + 1).map((page) => (
          <li>
            {page === number ? (
              <a href={address(page)} aria-current="page">
                {words(page)}
              </a>
            ) : (
              <a href={address(page)}>{words(page)}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
