import type { FurnitureWords } from '../model/words/furniture.js'
import { lettersOf } from './letters.js'

/** The word lists of a language as expressions, compiled once. Each says in its name where the words must stand. */
export interface Cues {
  readonly relatedLead: RegExp
  readonly relatedLeadBeforeMark: RegExp
  readonly relatedGlued: RegExp
  readonly relatedMidLine: RegExp
  readonly relatedSection: RegExp
  readonly commentHead: RegExp
  readonly commentHeadBeforeNames: RegExp
  readonly commentLead: RegExp
  readonly readerSays: RegExp
  readonly commentControls: RegExp
  readonly nobody: RegExp
  readonly policy: RegExp
  readonly promotionOpener: RegExp
  readonly promotion: RegExp
  readonly toReader: RegExp
  readonly navigationLine: RegExp
  readonly navigationLead: RegExp
  readonly navigationItem: RegExp
  readonly boilerplateOpener: RegExp
  readonly boilerplate: RegExp
  readonly byline: RegExp
  readonly bylineAnywhere: RegExp
  readonly published: RegExp
  readonly otherDay: RegExp
  readonly creditWithin: RegExp
  readonly writersNote: RegExp
  readonly tagHead: RegExp
  readonly embedHead: RegExp
  readonly credit: RegExp
  readonly caption: RegExp
  readonly captionEnd: RegExp
  readonly correction: RegExp
  readonly embed: RegExp
  readonly date: RegExp
  readonly stamp: RegExp
  readonly stampOrDate: RegExp
  readonly day: RegExp
  readonly opener: RegExp
  readonly finite: RegExp
  /** The letters of the leads to other stories, and of the heads of comments, in every language. */
  readonly leadsAnywhere: ReadonlySet<string>
  readonly commentHeadsAnywhere: ReadonlySet<string>
}

const compiled = new WeakMap<FurnitureWords, Cues>()

/** The compiled cues of a language's words. */
export function cuesOf(words: FurnitureWords): Cues {
  const known = compiled.get(words)
  if (known !== undefined) return known
  const cues = compileCues(words)
  compiled.set(words, cues)
  return cues
}

/** One phrase as an expression: `*` stands for up to four words, `#` for a number; spaces, quotes and hyphens in any form. */
function phrasePattern(phrase: string): string {
  return phrase
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/ \* /g, ' (?:\\S+ ){0,4}')
    .replace(/ \*$/g, '(?: \\S+){1,4}')
    .replace(/ /g, '[ \\t\\n]+')
    .replace(/#/g, '\\(?\\d[\\d.,:]*k?\\)?')
}

const anyOf = (phrases: readonly string[]) =>
  `(?:${[...phrases]
    .sort((a, b) => b.length - a.length)
    .map(phrasePattern)
    .join('|')})`
/** Not inside a longer word. */
const ends = '(?![\\p{L}\\p{N}])'
const starts = '(?<![\\p{L}\\p{N}])'
/** Bullets, arrows, brackets and signs that may stand before a line's first word. */
const sign = '^[\\s\\p{S}\\p{Po}\\p{Pd}\\p{Ps}\\p{Pi}]*'
const markAfter = '\\s*(?:[:›>»|▸►→…]|[-–—]\\s)'

function compileCues(words: FurnitureWords): Cues {
  const { related, comment, promotion, navigation, boilerplate, narrative, calendar, sentence } = words
  const month = `${anyOf(calendar.months)}${ends}\\.?`
  const date = `(?:\\d{1,2}(?:st|nd|rd|th)?[ -]${month}(?:,?[ -]\\d{4})?|${month} \\d{1,2}(?:st|nd|rd|th)?${ends}(?:,? \\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})?)`
  const ago = `(?:(?:an?|\\d+) ?)?${anyOf(calendar.ago)}${ends}|${starts}\\d+ ?(?:h|d|w|min|m|mo|y)${ends}`
  const clock = `${starts}\\d{1,2}[:.h]\\d{2}${ends}(?: ?[ap]\\.?m)?`
  const make = (pattern: string, flags = 'iu') => new RegExp(pattern, flags)
  return {
    relatedLead: make(`${sign}${anyOf(related.leads)}${ends}(?:${markAfter})?`),
    relatedLeadBeforeMark: make(`${sign}${anyOf(related.leadsBeforeMark)}${markAfter}`),
    relatedGlued: make(
      `${sign}${anyOf([...related.leads, ...related.leadsBeforeMark.filter((lead) => lead.includes(' '))].filter((lead) => !lead.includes('*')))}(?=\\p{L})`,
    ),
    relatedMidLine: make(`(?<=[.!?…]["”’'»)]{0,2}\\s+)${anyOf([...related.leads, ...related.leadsBeforeMark])}\\s*[:›>»|▸►→]`),
    relatedSection: make(`${sign}${anyOf(related.sections)}\\s*[:»›>]?\\s*$`),
    commentHead: make(`${sign}(?:${anyOf(comment.heads)})(?:\\s*\\([^)]{1,20}\\))?\\s*(?:[|·:].{0,40})?$`),
    commentHeadBeforeNames: make(`${sign}${anyOf(comment.headsBeforeNames)}(?:\\s*\\(\\d[\\d.,]*k?\\))?\\s*[:»›>]?\\s*$`),
    commentLead: make(`(${sign}${anyOf(comment.leads)})${ends}.{0,50}?(?:[:–—]|\\(|$)`),
    readerSays: make(`^.{2,40} ${anyOf(comment.says)}(?: (?:on|at) [^:]{2,25})?:`),
    commentControls: make(`[.!?…"”’)] +${anyOf(comment.controls)}(?: *[·•|–-] *| +)(?:${anyOf(comment.controls)}|\\d)[^.!?]{0,30}$`),
    nobody: make(`^${anyOf(comment.nobody.map((words) => words.charAt(0).toUpperCase() + words.slice(1)))}(?:[:,] |\\s+(?=\\p{Lu}))`, 'u'),
    policy: make(`${starts}${anyOf(words.policy.phrases)}${ends}`),
    promotionOpener: make(`${sign}${anyOf(promotion.openers)}(?![\\p{L}\\p{N}])`),
    promotion: make(`(?<![\\p{L}])${anyOf(promotion.phrases)}(?![\\p{L}])`),
    toReader: make(`${starts}${anyOf(promotion.reader)}${ends}`),
    navigationLine: make(`${sign}${anyOf(navigation.lines)}[\\s\\p{S}\\p{Po}]*$`),
    navigationLead: make(`${sign}${anyOf(navigation.leads)}${ends}\\s*(?::|[#☰›»|]|\\s)`),
    navigationItem: make(`^${anyOf(navigation.items)}$`),
    boilerplateOpener: make(`${sign}(?:${anyOf(boilerplate.openers)}${ends}|\\(c\\)|©)`),
    boilerplate: make(`©|\\(c\\) ?\\d{4}|${starts}${anyOf(boilerplate.phrases)}${ends}`),
    byline: make(`^${anyOf(narrative.byline)}${ends}`),
    bylineAnywhere: make(`${starts}${anyOf(narrative.byline)}${ends}`),
    creditWithin: make(`${starts}${anyOf(narrative.creditWithin)}${ends}`),
    writersNote: make(`${sign}${anyOf(narrative.writersNote)}\\s*:?\\s*$`),
    tagHead: make(`${sign}${anyOf(navigation.leads)}\\s*:?\\s*$`),
    embedHead: make(`^(?:${anyOf(narrative.embed)}|.{2,50} \\(?@\\w{2,30}\\)?(?: [·•|-] .{2,30})?)\\s*:?\\s*$`),
    otherDay: make(`${sign}${anyOf(narrative.otherDay)}${ends}`),
    published: make(`${sign}${anyOf(narrative.published)}${ends}`),
    credit: make(`^[(\\[–—\\-\\s]*${anyOf(narrative.credit)}${ends}:?`),
    caption: make(`^[(\\[\\s]*${anyOf(narrative.caption)}\\s*[:|]`),
    captionEnd: make(`(?:[(\\[|]\\s*|[.!?][”"’]?\\s+)${anyOf(narrative.caption)}\\s*(?:[:/|]|by )[^()]{2,60}[)\\]]?\\s*$`),
    correction: make(
      `^[(\\[\\s*•▪–—-]*(?:updated? ?(?:\\([^)]{1,20}\\))?\\s*[:–—-]\\s*)?${anyOf(narrative.correction)}(?:${ends}\\s*[:–—]|(?= \\w+ ))`,
    ),
    embed: make(`^[(\\[\\s]*${anyOf(narrative.embed)}${ends}|pic\\.twitter\\.com/|^[—–-]{1,2} .{2,60}\\(@\\w{2,30}\\)|^@\\w{2,30} ·`),
    date: make(date),
    stamp: make(`${ago}|${clock}`),
    stampOrDate: make(`${ago}|${starts}${date}|${clock}`),
    day: make(`^(?:${anyOf([...calendar.weekdays, ...calendar.months])}${ends}|\\d)`),
    opener: make(`^(?:${anyOf(sentence.openers)})$`),
    finite: make(`^(?:${anyOf(sentence.finite)})$`),
    leadsAnywhere: new Set(words.markup.relatedLeads.map(lettersOf)),
    commentHeadsAnywhere: new Set(words.markup.commentHeads.map(lettersOf)),
  }
}
