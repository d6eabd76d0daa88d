import type { Attribute } from '../model/record.js'
import { extentOf } from '../model/time.js'

/** A stretch of time that strips are drawn on, one scale for a whole period. Epoch milliseconds; `to` exclusive. */
export interface Scale {
  readonly from: number
  readonly to: number
  readonly marks: readonly { readonly at: number; readonly label: string }[]
}

/** Units across a strip: fine enough that half an hour of a day still has a place of its own, and short in the page. */
const width = 1440

function place(scale: Scale, at: number): number {
  const share = (Math.min(Math.max(at, scale.from), scale.to) - scale.from) / (scale.to - scale.from)
  return Math.round(share * width)
}

/** Clock time is drawn where the report's own clock has it, so an offset is not added. */
export function localExtent(edtf: string): { readonly from: number | null; readonly to: number | null } | null {
  return extentOf(edtf.replace(/(T\d{2}:\d{2}(?::\d{2})?)(?:Z|[+-]\d{2}:\d{2})/g, '$1'))
}

/** A date drawn as wide as it is uncertain: a tick for a moment, a bar for an extent, a dashed line where an end is not stated, rivals one above the other. */
export function Strip({ time, scale }: { readonly time: Attribute; readonly scale: Scale }) {
  const rivals = time.status === 'disputed'
  const shown = rivals ? time.values.slice(0, 3) : time.values.slice(0, 1)
  return (
    <svg
      class={rivals ? 'strip rivals-strip' : 'strip'}
      viewBox={`0 0 ${width} 18`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <Line class="axis" x={[0, width]} y={[9, 9]} />
      {scale.marks.map(({ at }) => (
        <Line class="tick" x={[place(scale, at), place(scale, at)]} y={[6, 12]} />
      ))}
      {shown.map((value, row) => (
        <Extent edtf={value.value} scale={scale} {...rowOf(row, rivals ? shown.length : 1)} />
      ))}
    </svg>
  )
}

/** Top and bottom of a value's row. One value has the whole strip, rivals share it in order. */
function rowOf(row: number, of: number): { readonly top: number; readonly bottom: number; readonly rival: boolean } {
  if (of === 1) return { top: 1, bottom: 17, rival: false }
  const height = 18 / of
  return { top: row * height, bottom: (row + 1) * height - 1.5, rival: row > 0 }
}

/** Narrower than this share of the strip, an extent would be a speck; it is drawn as a moment. */
const narrowest = width / 160

/** How much of the strip's edge stands for a rival time beyond it. */
const edge = width / 24

/** Whether a time lies wholly off the scale, as a rival on another day does in the strip of a day. */
function isBeyond({ from, to }: { readonly from: number | null; readonly to: number | null }, scale: Scale): boolean {
  return (to !== null && to <= scale.from) || (from !== null && from >= scale.to)
}

function Extent({
  edtf,
  scale,
  top,
  bottom,
  rival,
}: {
  readonly edtf: string
  readonly scale: Scale
  readonly top: number
  readonly bottom: number
  readonly rival: boolean
}) {
  const extent = localExtent(edtf)
  if (extent === null) return null
  const [from, to] = [place(scale, extent.from ?? scale.from), place(scale, extent.to ?? scale.to)]
  const middle = (top + bottom) / 2
  if (isBeyond(extent, scale))
    return <Line class="open" x={extent.to !== null && extent.to <= scale.from ? [0, edge] : [width - edge, width]} y={[middle, middle]} />
  if (extent.from === null || extent.to === null) return <Line class="open" x={[from, to]} y={[middle, middle]} />
  if (to - from < narrowest)
    return <Line class={rival ? 'rival-exact' : 'exact'} x={[(from + to) / 2, (from + to) / 2]} y={[top, bottom]} />
  const inset = (bottom - top) / 4
  return (
    <rect
      class={rival ? 'rival' : 'extent'}
      x={from}
      width={to - from}
      y={top + inset}
      height={bottom - top - 2 * inset}
      vector-effect="non-scaling-stroke"
    />
  )
}

function Line({
  class: name,
  x,
  y,
}: {
  readonly class: string
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}) {
  return <line class={name} x1={x[0]} x2={x[1]} y1={y[0]} y2={y[1]} vector-effect="non-scaling-stroke" />
}

/** The labels of a scale, above the strips that share it. Its marks stand at even distances. */
export function Ruler({ scale }: { readonly scale: Scale }) {
  return (
    <div class="ruler" aria-hidden="true">
      {scale.marks.map(({ label }) => (
        <span>{label}</span>
      ))}
    </div>
  )
}
