import type { Report, Span } from '../../model/report.js'
import { mentionsIn } from '../parties/lookup.js'
import type { Parties, Sentence, VoiceReading } from '../parts.js'
import type { Quotation } from './quotations.js'

/** The voices of blocks that are somebody else's as a whole: embedded posts are the poster's, credit lines name whom the report rests on. */
export function readWholeBlocks(
  { text, blocks }: Report,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  parties: Parties,
  carriers: ReadonlySet<string>,
): readonly VoiceReading[] {
  const firstSentences = new Map<number, Sentence>()
  for (const sentence of sentences) if (!firstSentences.has(sentence.block)) firstSentences.set(sentence.block, sentence)
  return blocks.flatMap((block, index) => {
    const sentence = firstSentences.get(index)
    if (sentence === undefined) return []
    if (block.kind === 'embed')
      return (
        postOf(
          text,
          block,
          sentence,
          quotations.filter(({ block: of }) => of === index),
          parties,
        ) ?? []
      )
    if (block.kind === 'credit') return creditsIn(block, sentence, parties, carriers)
    return block.kind === 'paragraph' ? (datelineCredit(text, block, sentence, carriers) ?? []) : []
  })
}

/** An account as sites write it: "@harbour_watch". A word before the sign is a mail address. */
const handle = /(?<![\w.])@\w{2,30}/

/** A post in its poster's voice: what stands in quotation marks, else everything beside the line that names the poster. */
function postOf(text: string, block: Span, sentence: Sentence, quotations: readonly Quotation[], parties: Parties): VoiceReading | null {
  const words = text.slice(block.start, block.end)
  const account = handle.exec(words)
  const mention = mentionsIn(parties, block).find(({ form }) => form === 'name')
  const source = account === null ? mention : { start: block.start + account.index, end: block.start + account.index + account[0].length }
  if (source === undefined) return null
  const party = mention === undefined ? undefined : parties.parties[mention.party]
  const name = account === null ? party?.name : account[0].slice(1)
  const longest = quotations.reduce<Quotation | null>(
    (best, each) => (best === null || each.end - each.start > best.end - best.start ? each : best),
    null,
  )
  const content = longest ?? besideLine(text, block, source)
  if (name === undefined || content === null) return null
  return {
    source: spanOnly(source),
    cue: null,
    content: spanOnly(content),
    mode: 'direct',
    sentence: sentence.index,
    chain: [name],
    why: 'embedded post',
  }
}

function spanOnly({ start, end }: Span): Span {
  return { start, end }
}

/** The longer of the two sides of the line that names the poster. */
function besideLine(text: string, { start, end }: Span, source: Span): Span | null {
  const lineStart = Math.max(start, text.lastIndexOf('\n', source.start - 1) + 1)
  const newline = text.indexOf('\n', source.end)
  const colon = text.indexOf(':', source.end)
  const lineEnd = Math.min(newline === -1 ? end : newline, colon === -1 ? end : colon + 1, end)
  const sides = [trimmed(text, start, lineStart), trimmed(text, lineEnd, end)]
  const [before, after] = sides
  if (before === undefined || after === undefined) return null
  const longer = before.end - before.start >= after.end - after.start ? before : after
  return longer.end > longer.start ? longer : null
}

function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  return { start: from, end: to }
}

function creditsIn(block: Span, sentence: Sentence, parties: Parties, carriers: ReadonlySet<string>): readonly VoiceReading[] {
  return mentionsIn(parties, block).flatMap(({ start, end, party }) => {
    const named = parties.parties[party]
    if (named === undefined || !named.forms.some((form) => carriers.has(form.toLowerCase()))) return []
    return [
      {
        source: { start, end },
        cue: null,
        content: null,
        mode: 'credit' as const,
        sentence: sentence.index,
        chain: [named.name],
        why: 'credit line',
      },
    ]
  })
}

/** "GENEVA, March 3 (Reuters) —" at the head of a paragraph: a place and a day before the brackets are shorter than this. */
const agencyInDateline = /^[^()\n]{2,60}\(([^()\n]{2,40})\)\s?[-–—]/

/** The agency whose dateline opens a paragraph. */
function datelineCredit(text: string, { start, end }: Span, sentence: Sentence, carriers: ReadonlySet<string>): VoiceReading | null {
  const match = agencyInDateline.exec(text.slice(start, Math.min(end, start + longestDateline)))
  const agency = match?.[1]
  if (match === null || agency === undefined || !carriers.has(agency.toLowerCase())) return null
  const at = start + match[0].lastIndexOf(`(${agency})`) + 1
  return {
    source: { start: at, end: at + agency.length },
    cue: null,
    content: null,
    mode: 'credit',
    sentence: sentence.index,
    chain: [agency],
    why: 'dateline',
  }
}

/** Place, day and agency together. */
const longestDateline = 110
