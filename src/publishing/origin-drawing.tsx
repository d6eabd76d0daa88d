import type { CaseView } from '../model/record.js'
import { lookUp } from './lookup.js'
import { type MapLine, type MapNode, originMap } from './origin-map.js'
import type { Way } from './origin-ways.js'
import { counted, dayInWords, onOneLine, outletName } from './words.js'

/** Letters that fit beside a mark, by the width of its column at the size of the drawing's text. */
const lettersBeside = { report: 25, between: 24, origin: 29 } as const

/** Who rests on whom, drawn; null where there is nothing to draw or too much. Whoever shows it puts the same into words beside it. */
export function OriginDrawing({ ways, view, id }: { readonly ways: readonly Way[]; readonly view: CaseView; readonly id: string }) {
  const map = originMap(ways)
  if (map === null) return null
  const [reports, origins] = [map.nodes.filter(({ kind }) => kind === 'report'), map.nodes.filter(({ ends }) => ends)]
  return (
    <figure class="map">
      {/* A drawing wider than the window scrolls in its own box; whoever has no mouse scrolls it with the keys. */}
      <section class="scrolls" tabindex={0} aria-label="Drawing; it scrolls sideways where the window is narrow">
        <svg
          viewBox={`0 0 ${map.width} ${map.height}`}
          width={map.width}
          height={map.height}
          role="img"
          aria-labelledby={`${id}-t ${id}-d`}
          focusable="false"
        >
          <title id={`${id}-t`}>
            {counted(reports.length, 'report')}, {counted(origins.length, 'source')} to which they lead
          </title>
          <desc id={`${id}-d`}>
            Lines lead from each report on the left, through whoever stands between, to the source on the right at which its account ends.
            The list below says the same in words.
          </desc>
          {map.lines.map((line) => (
            <Tie line={line} />
          ))}
          {map.nodes.map((node) => (
            <Stop node={node} view={view} />
          ))}
        </svg>
      </section>
    </figure>
  )
}

/** How far a line between two of one column swings out to the left of it. */
const swing = 70

function pathOf({ from, to }: MapLine): string {
  const x = from.x === to.x ? from.x - swing : Math.round((from.x + to.x) / 2)
  return `M${from.x} ${from.y}C${x} ${from.y} ${x} ${to.y} ${to.x} ${to.y}`
}

/** A printed text is drawn as two lines side by side: a broad one, and the paper between. */
function Tie({ line }: { readonly line: MapLine }) {
  const d = pathOf(line)
  if (line.kind !== 'copy') return <path class={line.kind === 'credit' ? 'credit' : 'named'} d={d} />
  return (
    <>
      <path class="copy" d={d} />
      <path class="copy-in" d={d} />
    </>
  )
}

function Stop({ node, view }: { readonly node: MapNode; readonly view: CaseView }) {
  const { kind, x, y } = node
  if (kind === 'report') {
    const report = node.report === null ? undefined : lookUp(view).report(node.report)
    const day = report?.published == null ? 'no date stated' : dayInWords(report.published)
    const [words = ''] = inLines(report === undefined ? 'a report' : outletName(report), lettersBeside.report, 1)
    return (
      <g>
        <text x={0} y={y - 1}>
          {words}
        </text>
        <text class="sub" x={0} y={y + 15}>
          {day}
        </text>
      </g>
    )
  }
  if (kind === 'between') {
    const [words = ''] = inLines(node.name, lettersBeside.between, 1)
    return (
      <g>
        <circle class={node.ends ? 'root-dot' : 'way'} cx={x} cy={y} r={node.ends ? 6 : 5} />
        <text x={x} y={y - 12} text-anchor="middle">
          {words}
        </text>
      </g>
    )
  }
  const lines = inLines(node.name, lettersBeside.origin, 2)
  return (
    <g class="root">
      <circle class="root-dot" cx={x + 6} cy={y} r={6} />
      {lines.map((words, index) => (
        <text class="named" x={x + 24} y={y + (lines.length === 1 && !node.own ? 5 : -1) + index * 17}>
          {words}
        </text>
      ))}
      {node.own && lines.length === 1 ? (
        <text class="sub" x={x + 24} y={y + 15}>
          names nobody, in its own voice
        </text>
      ) : null}
    </g>
  )
}

/** A name in at most so many lines of so many letters, broken between words; what does not fit is cut with a sign that says so. */
function inLines(name: string, letters: number, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of onOneLine(name).split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const kept = lines.slice(0, most)
  const cut = lines.length > most || kept.some(({ length }) => length > letters)
  return kept.map((line, index) => {
    const short = [...line].slice(0, letters - 1).join('')
    return line.length > letters || (cut && index === kept.length - 1 && lines.length > most) ? `${short.trimEnd()}…` : line
  })
}
