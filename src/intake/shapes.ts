import type { Cues } from './cues.js'
import { characterAt, characters, wordBounds } from './letters.js'

/** Whether a line ends as a sentence does. */
export const endsSentence = (text: string) => /[.!?…]["”’'»)\]]*(?:\s*[-–—]\s*[\p{Lu} ]+)?$/u.test(text.slice(-longestEnd))

/** Marks that close a sentence, and an agency's name in capitals behind a dash, take no more. */
const longestEnd = 60

/** The words of a text. */
export function wordsOf(text: string): readonly string[] {
  const bounds = boundsOf(text)
  const words: string[] = []
  for (let i = 0; i < bounds.length; i += 2) words.push(text.slice(bounds[i], bounds[i + 1]))
  return words
}

/** How many words a text has. */
export const wordCount = (text: string) => boundsOf(text).length / 2

/** One unit is asked about many times in a row, so the last answer is kept. */
let last: { readonly text: string; readonly bounds: readonly number[] } = { text: '', bounds: [] }
function boundsOf(text: string): readonly number[] {
  if (text !== last.text) last = { text, bounds: wordBounds(text) }
  return last.bounds
}

/** The words alone, small and a space apart: what two writings of the same words share. */
export const bareWords = (text: string) => wordsOf(text).join(' ').toLowerCase()

/** The shortest paragraph a story has: eight words are a full sentence, and longer than nearly every button, stamp or teaser that ends in a stop. */
const shortestProse = 8
/** So many words in one line are prose even without a stop: the longest headlines we know have 25. */
const proseWithoutStop = 32

/** Whether a unit reads as running text: long enough, ended as a sentence, and most of it in small letters. */
export function isProse(text: string): boolean {
  const bounds = boundsOf(text)
  const words = bounds.length / 2
  if (words < shortestProse) return false
  let [small, capital] = [0, 0]
  for (let i = 0; i < bounds.length; i += 2) {
    const first = characterAt(text, bounds[i] ?? 0)
    if (first === characters.small) small++
    else if (first === characters.capital) capital++
  }
  if (small < capital) return false // half capitals: a list of names, a menu, a headline in capitals
  return endsSentence(text) || words >= proseWithoutStop
}

/** A heading or headline has at most so many words, and no stop at its end. */
const longestTitle = 28

/** Whether a unit could be a title: words, no stop at its end (a question may end one), not a sentence that introduces a list. */
export function isTitle(text: string): boolean {
  const words = wordsOf(text)
  return words.length > 0 && words.length <= longestTitle && !/[.;,:]["”’')]*$/u.test(text)
}

/** The items of a line that lists things between bars, dots, arrows or wide gaps; a line that does not is one item. */
function itemsOf(text: string): readonly string[] {
  const cut = text.split(/\s+[|·›»∙•▸*/—]\s+|\s*[|☰]\s*|\s{2,}|\t+/u).map((part) => part.trim())
  return cut.filter((part) => part !== '')
}

/** A menu's items are names of sections: rarely more than four words. */
const longestItem = 4

/** Whether a line is a menu: three short items or more, or two that are known names of sections. Sentences, dates and bylines are none. */
export function isMenu(text: string, cues: Cues): boolean {
  if (endsSentence(text)) return false
  const items = itemsOf(text)
  if (items.length < 2) return false
  const known = items.filter((part) => cues.navigationItem.test(part) || cues.navigationLine.test(part)).length
  if (items.some((part) => cues.byline.test(part) || cues.stampOrDate.test(part))) return known >= 2 && items.length >= 3
  const short = items.filter((part) => wordCount(part) <= longestItem).length
  return (items.length >= 3 && short >= items.length - 1) || (known >= 1 && short >= items.length - 1)
}

/** Whether a line is a row of tags: "#one #two". */
export const isTagRow = (text: string) => /^(?:#[\p{L}\p{N}_]+[\s,·]*){2,}$/u.test(text)

/** A reader's name and when they wrote are within so many characters of the line's start. */
const longestSignature = 75

/** Bullets, arrows and pictures before a name. */
const leadingSign = /^(?:[\p{S}\p{Po}\p{Pd}]\uFE0F?){1,4}\s+/u

/** What a line has of a reader's comment at its start: name and time before the words (`signed`), name and time alone (`signature`), a name alone before the words (`named`), or nothing. */
export function commentShape(line: string, cues: Cues): 'signed' | 'signature' | 'named' | null {
  const text = line.replace(leadingSign, '')
  if (cues.day.test(text) || !/^[\p{L}\p{N}_@]/u.test(text)) return null
  const head = text.slice(0, longestSignature)
  const stamped = cues.stampOrDate.exec(head)
  if (stamped !== null && isName(head.slice(0, stamped.index), cues)) {
    const rest = text.slice(stamped.index + stamped[0].length).replace(/^[\s,.:;)–—·-]*(?:at )?/u, '')
    const after = cues.stampOrDate.exec(rest)
    const body = after !== null && after.index < 6 ? rest.slice(after.index + after[0].length) : rest
    return wordCount(body) === 0 ? 'signature' : 'signed'
  }
  return /^[\p{L}\p{N}_@][\p{L}\p{N}_.'’ -]{0,28}(?: \([\p{L} ]{2,20}\))?:\s/u.test(text) &&
    wordCount(text.slice(0, text.indexOf(':'))) <= 4
    ? 'named'
    : null
}

/** Whether the words before a stamp are a reader's name, with town or country: few words, none of them a verb's object. */
function isName(text: string, cues: Cues): boolean {
  const name = text.replace(/[\s(,·•–—:|-]+$/u, '')
  const words = wordsOf(name)
  // "On 3 May" and "By 14:00" begin sentences, not names.
  if (
    words.length === 0 ||
    words.length > 7 ||
    (words.length === 1 && cues.opener.test(words[0] ?? '')) ||
    /[.!?]["”’]?\s+\p{Lu}\p{Ll}{2,}/u.test(name)
  )
    return false
  const small = words.filter((word) => /^\p{Ll}{2,}$/u.test(word)).length
  return small <= 2 && (small <= 1 || words.length <= 3)
}

/** Whether a name at a line's start is a handle nobody is christened with: digits, underscores, or all in small letters. */
export const isHandle = (text: string) =>
  /^(?=[\p{L}@])[\p{L}\p{N}_@.-]*[\d_][\p{L}\p{N}_@.-]*[:\s·•]|^\p{Ll}[\p{Ll}\p{N}_.-]*:\s/u.test(text)
