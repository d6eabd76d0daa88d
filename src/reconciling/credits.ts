import type { ReadReport, Span } from '../model/report.js'
import { folded } from './name-token.js'
import type { OutletNames } from './outlet-names.js'

/** Characters at the beginning of a paragraph in which a dateline stands: "TRIPOLI, Libya (Reuters) - ". */
const datelineLength = 80

/** Agencies and outlets that a report's credit lines, bylines, datelines and credit voices name, each once; its own outlet is none. */
export function creditsOf(read: ReadReport, outlets: OutletNames): readonly string[] {
  const own = read.report.outlet === null ? '' : folded(read.report.outlet).replace(/^the /, '')
  const found = new Map<string, string>()
  const add = (name: string) => {
    const known = outlets.named(name)?.name ?? name
    const key = folded(known).replace(/^the /, '')
    if (key !== '' && key !== own && !found.has(key)) found.set(key, known)
  }
  for (const span of creditSpans(read)) {
    const line = read.text.slice(span.start, span.end)
    for (const outlet of outlets.namedIn(line)) add(outlet.name)
    for (const mention of read.mentions)
      if (span.start <= mention.start && mention.end <= span.end && (mention.kind === 'organization' || mention.kind === 'publication'))
        add(mention.name.replace(/\s+/g, ' '))
    const named = nobodyKnown(line, read, span)
    if (named !== null) add(named)
  }
  const author = read.report.author === null ? null : outlets.named(read.report.author)
  if (author !== null) add(author.name)
  // A desk bears its agency's name with more behind it: "ANSA Rome" beside ANSA is ANSA.
  const keys = [...found.keys()]
  return [...found]
    .filter(([key]) => !keys.some((other) => key.startsWith(`${other} `)))
    .map(([, name]) => name)
    .sort()
}

function creditSpans(read: ReadReport): readonly Span[] {
  const blocks = read.blocks.filter(({ kind }) => kind === 'credit' || kind === 'byline' || kind === 'dateline')
  const datelines = read.blocks.filter(({ kind }) => kind === 'paragraph').flatMap((block) => bracketed(read.text, block))
  const voices = read.voices.flatMap(({ mode, source }) => (mode === 'credit' && source !== null ? [source] : []))
  return [...blocks, ...datelines, ...voices]
}

/** "(Reuters) -" near the beginning of a paragraph, or " - AFP", "(AFP)" at its very end. */
function bracketed(text: string, { start, end }: Span): readonly Span[] {
  const head = /^[^()\n]{0,40}\(([\p{L} .&/-]{2,30})\)\s*[-–—]/u.exec(text.slice(start, Math.min(end, start + datelineLength)))
  const tail = /(?:\s[-–—]\s?|\()([\p{Lu}][\p{Lu} .&/]{1,30})\)?\s*$/u.exec(text.slice(Math.max(start, end - datelineLength), end))
  const spans: Span[] = []
  if (head?.[1] !== undefined) spans.push(spanOf(start + head.index + head[0].indexOf(head[1]), head[1]))
  if (tail?.[1] !== undefined)
    spans.push(spanOf(Math.max(start, end - datelineLength) + tail.index + tail[0].lastIndexOf(tail[1]), tail[1]))
  return spans
}

function spanOf(start: number, words: string): Span {
  return { start, end: start + words.length }
}

/** A name in capitals of two words or more in a credit, which is no person of the report: an agency the packs do not know. */
function nobodyKnown(line: string, read: ReadReport, span: Span): string | null {
  const run = /(?<!\p{L})\p{Lu}{2,}(?:[ &-]+\p{Lu}{2,}){1,4}(?!\p{L})/u.exec(line)?.[0]
  if (run === undefined) return null
  const isMention = read.mentions.some(({ start, end }) => span.start <= start && end <= span.end)
  return isMention ? null : run.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
}
