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
  const byBlock = blocks.map((block, index) => (readable.has(index) ? inBlock(text, block, index) : []))
  for (let index = 0; index < blocks.length; index++) {
    const last = closesIn(text, blocks, byBlock, index)
    if (last === null) continue
    for (let at = index + 1; at <= last; at++) {
      const block = blocks[at]
      if (block !== undefined) byBlock[at] = [{ start: block.start, end: trimmedEnd(text, block), block: at, closed: at === last }]
    }
    index = last
  }
  return byBlock.flat()
}

/** Paragraphs over which a quotation that is opened once may run. */
const longestRun = 12

/** The paragraph in which a quotation closes that is left open at the end of another, where those between hold no marks ("“A. ¶ B. ¶ C.”"); null where it does not run on, or each paragraph opens anew. */
function closesIn(text: string, blocks: readonly Block[], byBlock: readonly (readonly Quotation[])[], from: number): number | null {
  if (byBlock[from]?.at(-1)?.closed !== false) return null
  for (let at = from + 1; at < Math.min(blocks.length, from + longestRun); at++) {
    const block = blocks[at]
    if (block === undefined || block.kind === 'heading' || block.kind === 'headline') return null
    const end = trimmedEnd(text, block)
    const inside = byBlock[at] ?? []
    // A straight mark at the very end was taken for one that opens there; a curly one that closes nothing was passed over.
    if (/[.!?,…]["”»]$/.test(text.slice(end - 2, end)) && inside.every((each) => each.start >= end - 1)) return at
    if (inside.length > 0) return null
  }
  return null
}

function inBlock(text: string, block: Block, index: number): readonly Quotation[] {
  const found: Quotation[] = []
  let open: { readonly start: number; readonly closing: string } | null = null
  let noSingleBefore = block.start
  for (let at = block.start; at < block.end; at++) {
    if (!mayBeMark(text.charCodeAt(at))) continue
    const mark = markAt(text, at, open !== null)
    if (mark === null) {
      const single = open === null && at >= noSingleBefore ? singleQuotationAt(text, at, block) : null
      if (single === 'unclosed') noSingleBefore = block.end
      else if (single !== null) {
        found.push({ start: at, end: single, block: index, closed: true })
        at = single - 1
      }
      continue
    }
    if (open !== null && closes(mark.sign, open.closing)) {
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

/** Whether a sign can be a quotation mark or part of one: " ' ` “ ” „ ‘ ’ « ». */
function mayBeMark(code: number): boolean {
  if (code < lastPlain) return code === 34 || code === 39 || code === 96
  return code === 171 || code === 187 || (code >= 8216 && code <= 8222)
}

/** The last character of ASCII. */
const lastPlain = 127

/** Pages mix straight and curly marks: either closes the other. */
function closes(sign: string, closing: string): boolean {
  return sign === closing || (sign === '"' && closing === '”') || (sign === '”' && closing === '"')
}

/** The quotation mark at a place; two single ones (typists' quotes) are one double. Of three that end a quotation the first closes one within it. */
function markAt(text: string, at: number, isOpen: boolean): { readonly sign: string; readonly length: number } | null {
  const sign = text[at] ?? ''
  if (sign === "'" || sign === '`' || sign === '’' || sign === '‘') {
    return text[at + 1] === sign && !(isOpen && text[at + 2] === sign) ? { sign: '"', length: 2 } : null
  }
  return pairs.has(sign) || sign === '”' || sign === '»' ? { sign, length: 1 } : null
}

function trimmedEnd(text: string, { start, end }: Span): number {
  let last = end
  while (last > start && /\s/.test(text[last - 1] ?? '')) last--
  return last
}

/** Where the quotation ends that a single mark opens, its closing mark included; null where the sign is an apostrophe, "unclosed" where the rest of the block closes none. */
function singleQuotationAt(text: string, at: number, block: Span): number | 'unclosed' | null {
  if (!isSingle(text[at]) || text[at] === '’' || !isOutside(text[at - 1]) || !/[\p{L}“"]/u.test(text[at + 1] ?? '')) return null
  for (let end = at + 2; end < block.end; end++) {
    if (isSingle(text[end]) && closesSingle(text, end)) return end + 1
  }
  return 'unclosed'
}

/** A single mark closes after a full stop or comma, or where no letter and no plural possessive ("the guards’ room") goes on. */
function closesSingle(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? '']
  if (/[.,!?…]/.test(before)) return isOutside(after)
  return /\S/.test(before) && isOutside(after) && (before !== 's' || !/^\s\p{Ll}/u.test(text.slice(at + 1, at + 3)))
}

function isSingle(sign: string | undefined): boolean {
  return sign === "'" || sign === '‘' || sign === '’'
}

/** What can stand beside a quotation: a blank, a bracket, a dash, a stop, or nothing. */
function isOutside(sign: string | undefined): boolean {
  return sign === undefined || /[\s()[\]:;,.!?—–-]/.test(sign)
}
