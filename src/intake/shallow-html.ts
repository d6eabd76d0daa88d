/** Browsers nest at most 512 elements; the parser's time grows with the square of the depth. */
export const deepestNesting = 512

/** Elements that the next of their kind closes by itself, and elements without an end: they do not nest. */
const unnested = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup br hr img input meta link source wbr area base col embed param track'.split(' '),
)

/** The page without the tags that nest deeper than browsers go, and how many were left out. Their text stays. */
export function shallowHtml(html: string): { readonly html: string; readonly dropped: number } {
  const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9-]{0,30})[^<>]{0,10000}>/g
  let depth = 0
  let dropped = 0
  let kept = ''
  let from = 0
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    const name = (match[2] ?? '').toLowerCase()
    if (unnested.has(name) || match[0].endsWith('/>')) continue
    const closes = match[1] === '/'
    if (closes ? depth > deepestNesting : depth >= deepestNesting) {
      kept += html.slice(from, match.index)
      from = match.index + match[0].length
      dropped++
    }
    depth = closes ? Math.max(0, depth - 1) : depth + 1
  }
  return { html: dropped === 0 ? html : kept + html.slice(from), dropped }
}
