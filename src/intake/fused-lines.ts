import { isRead } from '../model/report.js'
import type { Cues } from './cues.js'
import { endsSentence, wordCount } from './shapes.js'
import { type Unit, unitAt } from './units.js'

/** A teaser's title has at least two words before the story can resume. */
const shortestTeaser = 2
/** What follows a teaser is story only when it has at least so many words: fewer are the teaser's own second sentence. */
const shortestRest = 6
/** A name that the rest of the report uses so often is the story's, not the teaser's. */
const nameOfTheStory = 2

/** A line longer than this is a whole text without breaks: where it changes to a teaser and back cannot be told, and looking costs time. */
const longestLine = 20_000

/** How often each word stands in the text, as it is written. */
type WordCounts = () => ReadonlyMap<string, number>

function wordCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/\p{L}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The units with every line that fuses the story with a teaser or a call cut where one ends and the other begins. */
export function cutFusedLines(text: string, units: readonly Unit[], cues: Cues): readonly Unit[] {
  let counted: ReadonlyMap<string, number> | undefined
  const used: WordCounts = () => {
    counted ??= wordCounts(text) // few pages fuse lines, and only those need it
    return counted
  }
  return units.flatMap((unit) => {
    // What the page's markup sets apart as furniture has no story in it.
    const whole = unit.text.length > longestLine || (unit.hint !== null && !isRead(unit.hint.kind))
    const cuts = whole ? [] : cutsIn(unit.text, used, cues)
    return [0, ...cuts].map((from, i, all) => {
      const to = all[i + 1] ?? unit.text.length
      return unitAt(text, unit.start + from, unit.start + to, i === 0 && unit.apart, unit.hint)
    })
  })
}

/** Where a unit's words change from story to teaser and back, in order. */
function cutsIn(line: string, used: WordCounts, cues: Cues): readonly number[] {
  const lead = teaserLead(line, cues)
  if (lead !== null) return resumption(line, lead, used, cues)
  if (cues.promotionOpener.test(line) && endsSentence(line)) return afterWideGap(line, cues)
  const inside = cues.relatedMidLine.exec(line)
  if (inside !== null) return [inside.index, ...resumption(line, inside.index + inside[0].length, used, cues)]
  return bylineAndTags(line, cues)
}

/** The end of the words that announce a teaser at the line's start, or null. */
export function teaserLead(line: string, cues: Cues): number | null {
  const found = cues.relatedGlued.exec(line) ?? cues.relatedLeadBeforeMark.exec(line) ?? cues.relatedLead.exec(line)
  if (found === null) return null
  const after = line.charAt(found[0].length)
  // "Read Also" glued to a title is followed by a capital; glued to small letters it is another word.
  const glued = cues.relatedGlued.test(line) && !cues.relatedLead.test(line) && !cues.relatedLeadBeforeMark.test(line)
  return glued && !/\p{Lu}/u.test(after) ? null : found[0].length
}

/** Where the story resumes after a teaser that begins at `from`; nowhere when the line does not end as a sentence. */
function resumption(line: string, from: number, used: WordCounts, cues: Cues): readonly number[] {
  if (!endsSentence(line) && !/[:;,]$/.test(line)) return []
  const gap = afterWideGap(line.slice(from), cues).map((at) => at + from)
  if (gap.length > 0) return gap
  const glued = afterGlue(line, from, used, cues)
  if (glued !== null) return [glued]
  const tokens = [...line.slice(from).matchAll(/\S+/gu)].map((match) => ({ word: match[0], at: from + match.index }))
  for (let i = shortestTeaser; i <= tokens.length - shortestRest; i++) {
    const token = tokens[i]
    if (
      token !== undefined &&
      resumesAt(
        tokens.map((t) => t.word),
        i,
        used,
        cues,
      )
    )
      return [token.at]
  }
  return []
}

/** Where a sentence is glued to a title's last word ("… of flourSailors, too, …"): a small letter before a capital, in a word that stands nowhere else so. */
function afterGlue(line: string, from: number, used: WordCounts, cues: Cues): number | null {
  for (const match of line.slice(from).matchAll(/(?<!\S)\S*?\p{Ll}{2}["”’)]?(?=["“‘«]?\p{Lu}\S*\s)/gu)) {
    const at = from + match.index + match[0].length
    const word = /^["“‘«]?(\p{L}+)/u.exec(line.slice(at))?.[1] ?? ''
    // A brand ("WhatsApp", "iPhone") has a capital or one letter before its inner capital; a common word glued to a name has neither.
    const commonWord = /^\p{Ll}{2}/u.test(match[0]) && wordCount(line.slice(at)) >= shortestRest
    const startsSentence = commonWord || cues.opener.test(word) || (used().get(word) ?? 0) > 0
    if (
      startsSentence &&
      (used().get(/\p{L}+$/u.exec(match[0] + word)?.[0] ?? '') ?? 0) <= 1 &&
      wordCount(line.slice(at)) >= shortestTeaser
    )
      return at
  }
  return null
}

/** Whether a sentence of the story begins with word `i` of a line that began as a teaser. */
function resumesAt(words: readonly string[], i: number, used: WordCounts, cues: Cues): boolean {
  const [before = '', word = '', next = ''] = [words[i - 1], words[i], words[i + 1]]
  if (!/^["“‘«]?\p{Lu}/u.test(word)) return false
  if (/[.!?]["”’]?$/.test(before)) return true
  if (/[,:;–—-]$/.test(before)) return false
  const bare = word.replace(/^["“‘«]|[,.'’]+$/gu, '')
  if (/^["“«]/u.test(word)) return wordCount(words.slice(i).join(' ')) > shortestRest && /[,.!?]["”»]/u.test(words.slice(i).join(' '))
  if (cues.opener.test(bare)) return !isTitleCase(words.slice(0, i))
  if (word.endsWith(',') && /^\p{Ll}/u.test(before)) return true
  // A name and its verb: "… of flour Adem was seen at …"; the name must be one the story uses elsewhere.
  return (
    (cues.finite.test(next) || /^\p{Ll}+ed$/u.test(next) || word.endsWith(',') || word.endsWith('’s') || word.endsWith("'s")) &&
    standsOften(bare, used)
  )
}

/** Whether a title writes its words with capitals, so that a capital says nothing. */
function isTitleCase(words: readonly string[]): boolean {
  const long = words.filter((word) => /^\p{L}{4,}/u.test(word))
  return long.length >= 3 && long.every((word) => /^\p{Lu}/u.test(word))
}

function standsOften(name: string, used: WordCounts): boolean {
  return name.length > 2 && (used().get(name) ?? 0) > nameOfTheStory
}

/** Where a sentence begins after a gap of two spaces or a pictogram. */
function afterWideGap(line: string, cues: Cues): readonly number[] {
  const gap = /(?:\s{2,}|\s?\p{Extended_Pictographic}\uFE0F?\s*)(?=["“‘«]?\p{Lu})/u.exec(line)
  if (gap === null) return []
  const at = gap.index + gap[0].length
  const rest = line.slice(at)
  return wordCount(rest) >= shortestRest && endsSentence(rest) && !cues.promotionOpener.test(rest) ? [at] : []
}

/** Where a byline goes over into tags and a count of comments: "by A. B. | 3 May 2021 | Courts, Chad | 4 Comments". */
function bylineAndTags(line: string, cues: Cues): readonly number[] {
  if (!cues.byline.test(line)) return []
  const bars = [...line.matchAll(/\s\|\s/g)].map((bar) => bar.index + bar[0].length)
  const last = bars.findLastIndex((at, i) => cues.stampOrDate.test(line.slice(at, bars[i + 1] ?? line.length)))
  const tags = bars[last + 1]
  return last >= 0 && tags !== undefined && !endsSentence(line) ? [tags] : []
}
