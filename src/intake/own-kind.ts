import type { BlockKind } from '../model/report.js'
import type { Cues } from './cues.js'
import { teaserLead } from './fused-lines.js'
import { isMenu, isProse, isTagRow, wordCount } from './shapes.js'
import type { Unit } from './units.js'

export interface Judgement {
  readonly kind: BlockKind
  readonly why: string
}

/** A call to subscribe or a note on cookies is short; in a longer unit the same words are the story's subject. */
const longestCall = 45
/** A notice in the pages' own small print can be as long as a comment policy. */
const longestNotice = 160
/** Two days with their hours and zones: when it was published and when it was changed. */
const longestStamp = 20
/** A caption says what is seen, in a sentence or two. */
const longestCaption = 60
/** A note that credits agencies or names who took the picture. */
const longestCredit = 25

/** A time of day alone on its line, as live blogs set it over each entry: "16:42", "3.15pm", "10:32 CET". */
export const isClock = (text: string) => /^(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,5})?$/iu.test(text.trim())

type Rule = (unit: Unit, words: number, cues: Cues) => Judgement | null
const rule =
  (kind: BlockKind, why: string, holds: (text: string, words: number, cues: Cues) => boolean): Rule =>
  (unit, words, cues) =>
    holds(unit.text, words, cues) ? { kind, why } : null

/** Looks as if somebody said it: quoted speech is the story's even when it calls on the reader. */
const quoted = (text: string) => /["“”«»]/u.test(text)

/** What a unit is by its own words, first match first. Narrower marks stand before wider ones: a correction may mention comments, a teaser may mention cookies. */
const rules: readonly Rule[] = [
  rule('correction', 'opens as a correction does', (text, words, cues) => words > 4 && cues.correction.test(text)),
  rule('heading', 'is marked as a heading', (text) => /^#{2,6}\s+\S/.test(text)),
  rule('block-quote', 'is marked as a quotation', (text) => /^>\s/.test(text)),
  rule('embed', 'is a post shown within the page', (text, words, cues) => words > 3 && cues.embed.test(text)),
  rule('caption', 'opens with the word that marks a picture', (text, words, cues) => words > 1 && words < 80 && cues.caption.test(text)),
  rule('caption', 'ends by saying whose picture it is', (text, words, cues) => words <= longestCaption && cues.captionEnd.test(text)),
  rule(
    'byline',
    'says when it was published',
    (text, words, cues) => words <= longestStamp && !isProse(text) && cues.published.test(text) && cues.date.test(text),
  ),
  rule('dateline', 'says when an entry was written', (text) => isClock(text)),
  rule('boilerplate', 'is data for machines', (text) =>
    /^(?:(?:\p{L}+ ){0,3}(?:\p{L}+: ?)?https?:\/\/\S+|\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-][\d:]+)?)$/u.test(text),
  ),
  rule('credit', 'names who the report was made with', (text, words, cues) => words <= longestCredit && isCredit(text, cues)),
  rule('credit', 'names who helped with the report', (text, words, cues) => words <= longestCredit && cues.creditWithin.test(text)),
  rule('navigation', 'is a control of the page', (text, words, cues) => words <= 8 && cues.navigationLine.test(text)),
  rule('comment', 'is the head of the readers’ comments', (text, words, cues) => words <= 10 && cues.commentHead.test(text)),
  rule('comment', 'is marked as a reader’s words', (text, words, cues) => words <= longestNotice && isMarkedComment(text, cues)),
  rule('related', 'opens a list of other stories', (text, words, cues) => words <= 8 && cues.relatedSection.test(text)),
  rule('related', 'announces another story', (text, _words, cues) => isTeaser(text, cues)),
  rule('boilerplate', 'opens as the publisher’s small print does', (text, words, cues) => opensSmallPrint(text, words, cues)),
  rule('policy', 'tells the page’s rules: cookies, data, moderation', (text, words, cues) => isPolicy(text, words, cues)),
  rule('boilerplate', 'opens with a claim of copyright', (text, words) => words <= longestCall && claimsCopyright.test(text)),
  rule('boilerplate', 'gives an address to write to', (text, words) => words <= longestAddress && mailAddress.test(text) && !quoted(text)),
  rule('boilerplate', 'is the publisher’s small print', (text, words, cues) => isSmallPrint(text, words, cues)),
  rule('promotion', 'calls on the reader to subscribe, give or follow', (text, words, cues) => isCall(text, words, cues)),
  rule('navigation', 'lists tags', (text, _words, cues) => isTagRow(text) || (cues.navigationLead.test(text) && !isProse(text))),
  rule('navigation', 'is a menu', (text, _words, cues) => isMenu(text, cues)),
]

/** What a unit is by its own words alone, or null when they do not say. */
export function ownKind(unit: Unit, cues: Cues): Judgement | null {
  const words = wordCount(unit.text)
  for (const judge of rules) {
    const found = judge(unit, words, cues)
    if (found !== null) return found
  }
  return null
}

/** "With ANSA, Reuters", "(Reporting by A. B.)", "(AFP, dpa)": names only, no verb of its own. */
function isCredit(text: string, cues: Cues): boolean {
  if (/^\((?:\p{Lu}[\p{L}.-]*(?:,? |\/|, ?)?){1,5}\)$/u.test(text)) return true
  if (!cues.credit.test(text)) return false
  const rest = text.replace(cues.credit, '').replace(/\((?:.*)\)/gu, '')
  const small = (rest.match(/(?<![\p{L}'’])\p{Ll}{2,}/gu) ?? []).length
  const names = (rest.match(/\p{Lu}[\p{L}.-]*/gu) ?? []).length
  if (wordCount(rest) === 0) return wordCount(text) > 1 // "With agencies" names its sources by their kind
  return names > 0 && (small <= 2 || (text.startsWith('(') && small <= names * 2))
}

function isTeaser(text: string, cues: Cues): boolean {
  const lead = teaserLead(text, cues)
  if (lead === null || wordCount(text.slice(lead)) === 0) return false
  // "More than 40 people …" is a sentence; a teaser's title is not, unless a mark or the glued title sets it off.
  return cues.relatedLeadBeforeMark.test(text)
    ? wordCount(text) <= longestCall
    : !isProse(text) || /^\s*[\p{L} ]{3,30}[:›>»|–]/u.test(text) || !/\s/.test(text.charAt(lead - 1) + text.charAt(lead))
}

/** "Copyright 2020 …", "© 2020 …": a sentence behind it is the claim's own. */
const claimsCopyright = /^\W{0,3}(?:copyright|\(c\)|©)\s*(?:©|\(c\))?\s*\d{4}/iu
const mailAddress = /(?<![\p{L}\d._-])[\p{L}\d._-]{1,60}@[\p{L}\d-]{1,60}\.[\p{L}\d.-]{2,60}/u
/** A line that tells how to reach the writer has a name, a number and an address; more is a text in which somebody writes a mail. */
const longestAddress = 16

function isSmallPrint(text: string, words: number, cues: Cues): boolean {
  if (words > longestCall || quoted(text)) return false
  return cues.boilerplate.test(text)
}

function opensSmallPrint(text: string, words: number, cues: Cues): boolean {
  return words <= longestCall && !quoted(text) && cues.boilerplateOpener.test(text) && !isProse(text)
}

/** "Reader A. B. (3 May): …": the lead and a name after it, or the lead alone as a head. */
function isMarkedComment(text: string, cues: Cues): boolean {
  const lead = cues.commentLead.exec(text)
  const after = lead === null ? '' : text.slice(lead.index + (lead[1] ?? '').length)
  return lead !== null && !/^[\s:(–—-]*\p{Ll}/u.test(after)
}

function isPolicy(text: string, words: number, cues: Cues): boolean {
  if (words > longestNotice || !cues.policy.test(text)) return false
  if (quoted(text)) return false
  if (!isProse(text) || words <= shortestRules) return true
  // In longer text "cookies" or "terms of use" may be the subject: rules speak of both sides, or of several such things.
  const publisher = /(?<![\p{L}])(?:we|our|us)(?![\p{L}])/iu.test(text)
  return (publisher && cues.toReader.test(text)) || phrasesIn(text, cues.policy) > 1
}

/** A sentence about cookies in a story is longer than the note that asks for them. */
const shortestRules = 20

function phrasesIn(text: string, cue: RegExp): number {
  let [count, from] = [0, 0]
  for (let found = cue.exec(text); found !== null && found[0] !== ''; found = cue.exec(text.slice(from))) {
    count++
    from += found.index + found[0].length
  }
  return count
}

function isCall(text: string, words: number, cues: Cues): boolean {
  if (words > longestCall || quoted(text)) return false
  if (cues.promotionOpener.test(text)) return words <= 20 || cues.toReader.test(text) || /@/.test(text)
  const phrases = phrasesIn(text, cues.promotion)
  // Two such phrases in one short unit are no coincidence.
  return phrases > 1 || (phrases === 1 && (!isProse(text) || cues.toReader.test(text) || words <= 14))
}
