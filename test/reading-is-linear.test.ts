import { describe, expect, it } from 'vitest'
import { reportIdOf } from '../src/model/ids.js'
import type { LanguagePack } from '../src/model/packs.js'
import type { Report } from '../src/model/report.js'
import { loadKnowledge, loadLanguage } from '../src/packs.js'
import { readParties } from '../src/reading/parties.js'
import type { Sentence, Tree } from '../src/reading/parts.js'
import { readSentences } from '../src/reading/sentences.js'
import { readStatements } from '../src/reading/statements.js'
import { readTimes } from '../src/reading/times.js'
import { readVoices } from '../src/reading/voices.js'

const english = loadLanguage('en') as LanguagePack
const knowledge = loadKnowledge()

function reportOf(text: string): Report {
  const id = reportIdOf(new TextEncoder().encode(text))
  const head = { url: null, outlet: 'The Daily', title: null, author: null, published: '2025-02-01', captured: null, language: 'en' }
  return {
    report: { id, ...head, mediaType: 'text/plain' },
    text,
    blocks: [{ start: 0, end: text.length, kind: 'paragraph', why: 'the test' }],
    notes: [],
  }
}

/** Counts each look at a word or at the tree. The same text always gives the same count, whatever else the machine does. */
class Steps {
  count = 0

  watched<T extends object>(list: T): T {
    return new Proxy(list, {
      get: (target, key, receiver) => {
        this.count++
        return Reflect.get(target, key, receiver)
      },
    })
  }

  over(sentences: readonly Sentence[]): readonly Sentence[] {
    return sentences.map((sentence) => {
      let tree: Tree | undefined
      return {
        ...sentence,
        tokens: this.watched(sentence.tokens),
        tree: () => {
          if (tree !== undefined) return tree
          const { head, relation, children } = sentence.tree()
          tree = {
            head: this.watched(head),
            relation: this.watched(relation),
            children: (index) => {
              this.count++
              return children(index)
            },
          }
          return tree
        },
      }
    })
  }
}

/** How often each step of reading looks at words, for one text. */
function stepsFor(text: string): Readonly<Record<string, number>> {
  const report = reportOf(text)
  const steps = new Steps()
  const sentences = steps.over(readSentences(report.text, report.blocks, english.syntax))
  const counts: Record<string, number> = {}
  const counted = <T>(name: string, work: () => T): T => {
    const before = steps.count
    const result = work()
    counts[name] = steps.count - before
    return result
  }
  const parties = counted('parties', () => readParties(report, sentences, english.names, knowledge))
  const times = counted('times', () => readTimes(report, sentences, english.times))
  const voices = counted('voices', () => readVoices(report, sentences, parties, english.voices, knowledge, times))
  const found = { report, sentences, parties, times, voices, timeWords: english.times }
  counted('statements', () => readStatements(found, english.happenings, knowledge))
  return counts
}

/** Worst cases, each of so many parts. */
const cases: Readonly<Record<string, (parts: number) => string>> = {
  'many short sentences': (parts) => 'Anna Berg was arrested in Turin on Monday, the police said. '.repeat(parts),
  'a sentence without a stop': (parts) => `The police ${'arrested a man and then released him and '.repeat(parts)} left.`,
  'speech within speech': (parts) => `${'The minister said that '.repeat(parts)} nobody was arrested.`,
  'many quotations': (parts) => `${'“He was freed”, “we know”, '.repeat(parts)} said Anna Berg.`,
  'many names in one list': (parts) => `${'Anna Berg, Karl Holm, Omar Nasser, '.repeat(parts)} were arrested.`,
  'many times in one sentence': (parts) => `She was held ${'on Monday, 19 January 2025, two days later, '.repeat(parts)} in Turin.`,
  'brackets in brackets': (parts) => `He was ${'(as “they (say '.repeat(parts)} ${') there” )'.repeat(parts)} freed.`,
  'pronouns without end': (parts) => `Anna Berg met Karl Holm. ${'She told him that he saw her and '.repeat(parts)} left.`,
}

/** Words in the shorter text: two sentences of the greatest length. Within one sentence the steps may grow faster; that none is longer bounds them. */
const words = 1_000

/** Twice the text takes at most so many times the steps. Exactly linear is 2; what is done once for a report, or up to a bound, lies on either side of it. */
const mostGrowth = 2.2

describe('reading grows with the text', () => {
  it.each(Object.keys(cases))('with %s', (name) => {
    const text = cases[name] as (parts: number) => string
    const parts = Math.ceil(words / (text(1).split(' ').length - text(0).split(' ').length))
    const [once, twice] = [stepsFor(text(parts)), stepsFor(text(2 * parts))]
    const growth = Object.fromEntries(Object.entries(twice).map(([step, count]) => [step, count / (once[step] ?? Number.NaN)]))
    expect(Object.entries(growth).filter(([, times]) => times > mostGrowth)).toEqual([])
  })
})
