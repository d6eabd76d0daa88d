import type { Block, Span } from '../../model/report.js'

/** Words between quotation marks, marks included. An open one ends with its block: the speaker goes on in the next. */
export interface Quotation extends Span {
  readonly block: number
  readonly closed: boolean
}

const pairs: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['"', '"'],
])

/** A quotation longer than this without its closing mark is a mark gone astray, and ends with its paragraph all the same: blocks are paragraphs. */
export function readQuotations(text: string, blocks: readonly Block[], readable: ReadonlySet<number>): readonly Quotation[] {
  return blocks.flatMap((block, index) => (readable.has(index) ? inBlock(text, block, index) : []))
}

function inBlock(text: string, block: Block, index: number): readonly Quotation[] {
  const found: Quotation[] = []
  let open: { readonly start: number; readonly closing: string } | null = null
  for (let at = block.start; at < block.end; at++) {
    const mark = markAt(text, at)
    if (mark === null) continue
    if (open !== null && (mark.sign === open.closing || (mark.sign === '"' && open.closing === '”'))) {
      found.push({ start: open.start, end: at + mark.length, block: index, closed: true })
      open = null
    } else if (open === null) {
      const closing = pairs.get(mark.sign)
      if (closing !== undefined) open = { start: at, closing }
    } else if (mark.sign === '“' && /^\s*$/.test(text.slice(Math.max(block.start, at - 1), at)) && /\n/.test(text.slice(open.start, at))) {
      found.push({ start: open.start, end: at, block: index, closed: false })
      open = { start: at, closing: '”' }
    }
    at += mark.length - 1
  }
  if (open !== null) found.push({ start: open.start, end: trimmedEnd(text, block), block: index, closed: false })
  return found
}

/** The quotation mark at a place; two single ones (typists' quotes) are one double. */
function markAt(text: string, at: number): { readonly sign: string; readonly length: number } | null {
  const sign = text[at] ?? ''
  if (sign === "'" || sign === '`' || sign === '’' || sign === '‘') {
    return text[at + 1] === sign ? { sign: '"', length: 2 } : null
  }
  return pairs.has(sign) || sign === '”' || sign === '»' ? { sign, length: 1 } : null
}

function trimmedEnd(text: string, { start, end }: Span): number {
  let last = end
  while (last > start && /\s/.test(text[last - 1] ?? '')) last--
  return last
}
