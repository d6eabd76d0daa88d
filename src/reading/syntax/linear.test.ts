import { afterAll, describe, expect, it, vi } from 'vitest'
import { loadLanguage } from '../../packs.js'
import { readSentences } from '../sentences.js'
import { NarrowRows, Rows } from './rows.js'

const english = loadLanguage('en')!

let steps = 0
/** A text that counts what is looked at in it: one for a character, the length for a cut, one for each search by a regex (they are sticky: they begin where they are told). */
class WatchedText extends String {
  override charCodeAt(at: number): number {
    steps++
    return super.charCodeAt(at)
  }
  override charAt(at: number): string {
    steps++
    return super.charAt(at)
  }
  override slice(from: number, to: number): string {
    steps += to - from
    return super.slice(from, to)
  }
  override toString(): string {
    steps++
    return super.toString()
  }
}

const asked = [Rows, NarrowRows].map((kind) => {
  const { addScores } = kind.prototype
  return vi.spyOn(kind.prototype, 'addScores').mockImplementation(function (this: Rows & NarrowRows, features, from, to, scores) {
    steps += to - from
    addScores.call(this, features, from, to, scores)
  })
})
afterAll(() => {
  for (const spy of asked) spy.mockRestore()
})

/** Looks at the text, and features asked to tag and parse all of it. */
function stepsFor(text: string): number {
  steps = 0
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph', why: 'the test' } as const]
  const sentences = readSentences(new WatchedText(text) as unknown as string, blocks, english.syntax)
  for (const sentence of sentences) sentence.tree()
  return steps
}

/** What is repeated at growing length, the worst we know for each rule that looks further than one sign. */
const repeated: Readonly<Record<string, string>> = {
  'short sentences': 'Anna Berg was arrested in Turin. ',
  'a sentence without a stop': 'a man was arrested and then he was released and ',
  'relative clauses': 'who said that he saw the man ',
  'stops alone': '. ',
  'closing quotes': '” ',
  'opening brackets': '( [ “ ',
  'footnotes behind a stop': '.[6]',
  initials: 'J. K. L. ',
  'empty lines': ' \n\n',
  'one word of many parts': 'a-a.a,',
  'one word of many apostrophes': "a'a’a",
  'signs that may open an address': 'a+a+',
  addresses: 'see www.example.org/a?b=c, a.b@example.org ',
  handles: '@a#b',
  digits: '1,000.5:3/',
}

describe('cutting, tagging and parsing grow with the text', () => {
  it.each(Object.entries(repeated))('made of %s', (_, part) => {
    const parts = Math.ceil(6_000 / part.length)
    // Twice the text takes twice the steps; the room above that is for what a sentence of the greatest length ends at.
    stepsFor(part.repeat(2 * parts)) // words seen for the first time are looked up
    const once = stepsFor(part.repeat(parts))
    expect(stepsFor(part.repeat(2 * parts)) / once).toBeLessThan(2.2)
  })
})
