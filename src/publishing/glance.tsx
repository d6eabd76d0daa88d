import type { Event } from '../model/record.js'
import { dayOf } from '../model/time.js'
import { leadingValue } from './dates.js'
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
  const all = events.flatMap(datedOf).sort((a, b) => a.from - b.from || a.to - b.to)
  const last = all.at(-1)
  const shown = last === undefined ? [] : all.filter(({ from }) => last.from - from <= longestWhole)
  const [first] = shown
  if (first === undefined || last === undefined || shown.length < fewest) return null
  const whole = stretchScale(first.from, last.from + dayLength)
  const close = busiestWeek(shown)
  const near = close !== null && close.to - close.from <= (whole.to - whole.from) * closeShare ? close : null
  const missing = all.length - shown.length
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
        <Row scale={whole} dated={shown} middle={upper} />
        {near === null ? null : <Row scale={near} dated={shown.filter(({ from }) => from >= near.from && from < near.to)} middle={lower} />}
      </svg>
      {near === null ? null : <Ruler scale={near} />}
      <figcaption class="note">
        The affair at a glance: {shown.length} dated happenings from {dayInWords(iso(first.from))} to {dayInWords(iso(last.from))}
        {near === null ? '' : `; below, the busiest week, from ${dayInWords(iso(near.from))}`}.
        {missing === 0 ? '' : ` ${missing} earlier ones stand in the list.`}
      </figcaption>
    </figure>
  )
}

interface Dated {
  readonly from: number
  readonly to: number
}

/** The extent of an event that is dated to the day or finer; others are too wide for this line. */
function datedOf({ time }: Event): readonly Dated[] {
  const first = leadingValue(time)?.value
  if (first === undefined || dayOf(first) === null) return []
  const extent = localExtent(first)
  return extent === null || extent.from === null || extent.to === null ? [] : [{ from: extent.from, to: extent.to }]
}

/** The seven days with most happenings; the first of equals. */
function busiestWeek(dated: readonly Dated[]): Scale | null {
  let best: { readonly from: number; readonly count: number } | null = null
  let end = 0
  for (const [start, one] of dated.entries()) {
    const from = Math.floor(one.from / dayLength) * dayLength
    while (end < dated.length && (dated[end] as Dated).from < from + closeDays * dayLength) end += 1
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

/** A stretch at least this wide is drawn as the extent it is; a narrower one as a tick. */
const widthOfExtent = width / 60

/** Left free at each end, so that two days side by side are seen as two. */
const gap = 5

function Row({ scale, dated, middle }: { readonly scale: Scale; readonly dated: readonly Dated[]; readonly middle: number }) {
  const spans = new Map(
    dated.map(({ from, to }) => {
      const [left, right] = [place(scale, from), Math.min(place(scale, to), width)]
      return [`${left} ${right}`, { left, right }] as const
    }),
  )
  return (
    <>
      <line class="axis" x1={0} x2={width} y1={middle} y2={middle} vector-effect="non-scaling-stroke" />
      {scale.marks.map(({ at }) => (
        <line class="tick" x1={place(scale, at)} x2={place(scale, at)} y1={middle - 3} y2={middle + 3} vector-effect="non-scaling-stroke" />
      ))}
      {[...spans.values()].map(({ left, right }) =>
        right - left >= widthOfExtent ? (
          <rect class="some-time" x={left + gap} width={right - left - 2 * gap} y={middle - 3} height={6} />
        ) : (
          <line
            class="exact"
            x1={(left + right) / 2}
            x2={(left + right) / 2}
            y1={middle - 7}
            y2={middle + 7}
            vector-effect="non-scaling-stroke"
          />
        ),
      )}
    </>
  )
}
