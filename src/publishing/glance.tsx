import type { Event } from '../model/record.js'
import { dayOf } from '../model/time.js'
import { stretchScale } from './periods.js'
import { localExtent, Ruler, type Scale } from './strip.js'
import { dayInWords } from './words.js'

const dayLength = 86_400_000

/** Fewer happenings than this are seen at a glance in the list itself. */
const fewest = 6

/** The close view is of this many days: a week is what a reader holds in mind as "those days". */
const closeDays = 7

/** The close view is shown when it is at most this share of the whole: otherwise the whole already tells its days apart. */
const closeShare = 1 / 8

/** What lies further back than this before most of the rest would press the rest into one tick, and is left to the list. */
const longestWhole = 5 * 366 * dayLength

const [width, upper, lower] = [1440, 9, 79] as const

/** The affair at a glance: all dated happenings on one line, and the busiest week of it spread out below. Null when there is too little to see. */
export function Glance({ events }: { readonly events: readonly Event[] }) {
  const all = events.flatMap(momentsOf).sort((a, b) => a - b)
  const last = all.at(-1)
  const moments = last === undefined ? [] : all.filter((at) => last - at <= longestWhole)
  const [first] = moments
  if (first === undefined || last === undefined || moments.length < fewest) return null
  const whole = stretchScale(first, last + dayLength)
  const close = busiestWeek(moments)
  const near = close !== null && close.to - close.from <= (whole.to - whole.from) * closeShare ? close : null
  const missing = all.length - moments.length
  return (
    <figure class="glance">
      <Ruler scale={whole} />
      <svg
        class={near === null ? 'strip' : 'strip tall'}
        viewBox={`0 0 ${width} ${near === null ? 18 : 88}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {near === null ? null : (
          <polygon class="link" points={`${place(whole, near.from)},18 ${place(whole, near.to)},18 ${width},70 0,70`} />
        )}
        <Row scale={whole} moments={moments} middle={upper} />
        {near === null ? null : <Row scale={near} moments={moments.filter((at) => at >= near.from && at < near.to)} middle={lower} />}
      </svg>
      {near === null ? null : <Ruler scale={near} />}
      <figcaption class="note">
        The affair at a glance: {moments.length} dated happenings from {dayInWords(iso(first))} to {dayInWords(iso(last))}
        {near === null ? '' : `; below, the busiest week, from ${dayInWords(iso(near.from))}`}.
        {missing === 0 ? '' : ` ${missing} earlier ones stand in the list.`}
      </figcaption>
    </figure>
  )
}

/** The moment of an event that is dated to the day or finer; others have no place on a line of ticks. */
function momentsOf({ time }: Event): readonly number[] {
  const first = time.values[0]?.value
  if (first === undefined || dayOf(first) === null) return []
  const from = localExtent(first)?.from
  return from === null || from === undefined ? [] : [from]
}

/** The seven days with most moments; the first of equals. */
function busiestWeek(moments: readonly number[]): Scale | null {
  let best: { readonly from: number; readonly count: number } | null = null
  let end = 0
  for (const [start, at] of moments.entries()) {
    const from = Math.floor(at / dayLength) * dayLength
    while (end < moments.length && (moments[end] as number) < from + closeDays * dayLength) end += 1
    if (best === null || end - start > best.count) best = { from, count: end - start }
  }
  if (best === null || best.count < fewest) return null
  const { from } = best
  const marks = Array.from({ length: closeDays + 1 }, (_, day) => ({
    at: from + day * dayLength,
    label: dayLabel(from + day * dayLength, day),
  }))
  return { from, to: from + closeDays * dayLength, marks }
}

function dayLabel(at: number, index: number): string {
  const [date = '', month = ''] = dayInWords(iso(at)).split(' ')
  return index === 0 || date === '1' ? `${date} ${month.slice(0, 3)}` : date
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function place({ from, to }: Scale, at: number): number {
  return Math.round(((at - from) / (to - from)) * width)
}

function Row({ scale, moments, middle }: { readonly scale: Scale; readonly moments: readonly number[]; readonly middle: number }) {
  const places = [...new Set(moments.map((at) => place(scale, at)))]
  return (
    <>
      <line class="axis" x1={0} x2={width} y1={middle} y2={middle} vector-effect="non-scaling-stroke" />
      {scale.marks.map(({ at }) => (
        <line class="tick" x1={place(scale, at)} x2={place(scale, at)} y1={middle - 3} y2={middle + 3} vector-effect="non-scaling-stroke" />
      ))}
      {places.map((x) => (
        <line class="exact" x1={x} x2={x} y1={middle - 7} y2={middle + 7} vector-effect="non-scaling-stroke" />
      ))}
    </>
  )
}
