import type { Leads } from '../../src/reading/syntax/choice.js'
import type { TrainedRow } from '../../src/reading/syntax/rows.js'
import {
  hasCapital,
  type Lexicon,
  lookUpForm,
  type Memory,
  memoryOf,
  type SentenceCase,
  sentenceCaseOf,
  type TagChoice,
  Tagger,
  taggerRounds,
  type Word,
} from '../../src/reading/syntax/tagger.js'
import { chanceFrom, shuffled } from './chance.js'
import type { TreebankDocument, TreebankSentence } from './conllu.js'
import { ExactRows } from './exact-rows.js'
import { LearningRows } from './learning-rows.js'
import { RoundsSeen } from './rounds-seen.js'
import { variedSentences } from './vary.js'

const jointTag = (word: { readonly pos: string; readonly tag: string }) => `${word.pos}|${word.tag}`

/** Tags seen at least this often get a class of their own; rarer ones are slips or odd spellings. */
const leastTagCount = 5
/** A word seen this often has only the tags it was seen with (the earlier experiment's figure). */
const closedFrom = 12

/** The tags and frequent words of a treebank; the tags of another, where they must have the same numbers. */
function lexiconOf(documents: readonly TreebankDocument[], fixedTags?: readonly string[]): Lexicon {
  const tagCounts = new Map<string, number>()
  const words = new Map<string, Map<string, number>>()
  for (const sentence of documents.flat()) {
    for (const word of sentence.words) {
      const tag = jointTag(word)
      tagCounts.set(tag, (tagCounts.get(tag) ?? 0) + 1)
      const form = lookUpForm(word.text)
      const counts = words.get(form) ?? new Map<string, number>()
      counts.set(tag, (counts.get(tag) ?? 0) + 1)
      words.set(form, counts)
    }
  }
  const tags =
    fixedTags ??
    [...tagCounts]
      .filter(([, count]) => count >= leastTagCount)
      .map(([tag]) => tag)
      .sort()
  const indexOf = new Map(tags.map((tag, index) => [tag, index]))
  const known = new Map(
    [...words].flatMap(([form, counts]) => {
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
      if (total < 3) return [] // seen once or twice, it teaches nothing its ending does not
      const kept = [...counts]
        .filter(([tag, count]) => indexOf.has(tag) && (count >= 2 || total < closedFrom) && count * 400 >= total) // a tag on one use in 400 is a slip
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .map(([tag]) => indexOf.get(tag)!)
      return kept.length === 0 ? [] : [[form, { tags: kept, closed: total >= closedFrom }] as const]
    }),
  )
  return { tags, words: known }
}

/** A sentence as the tagger sees it; `gold` holds -1 where the treebank's tag has no class. */
export interface Example {
  readonly words: readonly Word[]
  readonly gold: readonly number[]
  readonly memory: readonly Memory[]
  readonly sentenceCase: SentenceCase
}

/** A document's sentences as the tagger sees them, with their right tags. */
export function examplesOf(tagger: Tagger, sentences: readonly TreebankSentence[]): Example[] {
  const indexOf = new Map(tagger.lexicon.tags.map((tag, index) => [tag, index]))
  const read = sentences.map((sentence) => {
    const words = sentence.words.map(({ text }) => tagger.wordOf(text))
    return { words, sentenceCase: sentenceCaseOf(words), gold: sentence.words.map((word) => indexOf.get(jointTag(word)) ?? -1) }
  })
  const memories = memoryOf(read, () => false)
  return read.map((sentence, index) => ({ ...sentence, memory: memories[index]! }))
}

/** What training a tagger gives: its lexicon and its rows. */
export interface TrainedTagger {
  readonly lexicon: Lexicon
  readonly rows: readonly TrainedRow[]
}

/** Passes over the data; more gained nothing on the development parts. After the third, weak features are dropped and no new ones come. */
const passes = 6
const freezeAfter = 2

/** Trains a tagger on documents. `fixedTags` keeps the numbers of the tags the same where several taggers share them. */
export function trainTagger(documents: readonly TreebankDocument[], rounds = passes, fixedTags?: readonly string[]): TrainedTagger {
  const lexicon = lexiconOf(documents, fixedTags)
  const learning = new LearningRows()
  let gold: readonly number[] = []
  let step = 1
  const tagger = new Tagger(lexicon, learning, [], ({ index, choices, features, asked, best }) => {
    const wanted = gold[index]!
    const [count, tag] = [asked.at(-1)!, best.at(-1)!]
    step++
    if (wanted === tag || wanted < 0 || !choices.includes(wanted)) return
    learning.update(features, count, wanted, 1, step)
    learning.update(features, count, tag, -1, step)
  })
  const examples = documents.flatMap((document) => {
    const own = examplesOf(tagger, document)
    return [...own, ...examplesOf(tagger, variedSentences(document, document.length))]
  })
  const chance = chanceFrom(1)
  for (let round = 0; round < rounds; round++) {
    for (const example of shuffled(examples, chance)) {
      gold = example.gold
      tagger.tag(example.words, example.memory, example.sentenceCase)
    }
    if (round === freezeAfter) learning.freeze(step, 3)
  }
  return { lexicon, rows: learning.trained(step, 5) }
}

/** A trained tagger, which asks all rounds. */
export function readyTagger({ lexicon, rows }: TrainedTagger, watch?: (choice: TagChoice) => void): Tagger {
  return new Tagger(lexicon, new ExactRows(rows), Array(taggerRounds).fill(Number.POSITIVE_INFINITY), watch)
}

/** How far a tag must lead after each round for the choice to be as good as made: one in two thousand changed no figure of accuracy. */
export function tagLeads(trained: TrainedTagger, documents: readonly TreebankDocument[]): Leads {
  const seen = new RoundsSeen(taggerRounds)
  const tagger: Tagger = readyTagger(trained, ({ leads, best }) =>
    seen.add(
      leads.map((lead, round) => (tagger.wantsAll[best[round]!] ? -1 : lead)),
      best,
    ),
  )
  for (const document of documents)
    for (const { words, memory, sentenceCase } of examplesOf(tagger, document)) tagger.tag(words, memory, sentenceCase)
  return seen.leads(1 / 2000)
}

/** The share of words tagged rightly: universal tags and Penn tags. */
export function scoreTags(
  tagger: Tagger,
  documents: readonly TreebankDocument[],
): { readonly upos: number; readonly xpos: number; readonly names: number; readonly past: number } {
  let [total, upos, xpos, names, namesRight, past, pastRight] = [0, 0, 0, 0, 0, 0, 0]
  for (const document of documents) {
    for (const [at, { words, memory, sentenceCase }] of examplesOf(tagger, document).entries()) {
      const tags = tagger.tag(words, memory, sentenceCase)
      for (const [index, word] of document[at]!.words.entries()) {
        const [pos, tag] = tagger.lexicon.tags[tags[index]!]!.split('|')
        total++
        if (pos === word.pos) upos++
        if (tag === word.tag) xpos++
        if (word.pos === 'VERB' && (word.tag === 'VBD' || word.tag === 'VBN')) {
          past++
          if (tag === word.tag) pastRight++
        }
        if (word.pos === 'PROPN' && hasCapital(words[index]!.shape)) {
          names++
          if (pos === 'PROPN') namesRight++
        }
      }
    }
  }
  return { upos: upos / total, xpos: xpos / total, names: namesRight / names, past: pastRight / past }
}
