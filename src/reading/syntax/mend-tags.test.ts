import { expect, it } from 'vitest'
import { mendHeadline, mendTags } from './mend-tags.js'

const names = ['AUX|VB', 'VERB|VB', 'VERB|VBN', 'NOUN|NN', 'AUX|MD', 'VERB|VBD', 'PRON|PRP', 'ADP|IN']

/** The tags of words written as "word/tag", after mending. */
function mended(...words: readonly string[]): readonly string[] {
  const cut = words.map((word) => word.split('/') as [string, string])
  const tags = Uint8Array.from(cut, ([, tag]) => names.indexOf(tag))
  mendTags(
    cut.map(([lower]) => ({ lower })),
    tags,
    names,
  )
  return [...tags].map((tag) => names[tag] ?? '')
}

it('"have" between a modal and a participle is its helper', () => {
  expect(mended('could/AUX|MD', 'have/VERB|VB', 'asked/VERB|VBN')).toEqual(['AUX|MD', 'AUX|VB', 'VERB|VBN'])
})

it('"have" with something to have is a verb', () => {
  expect(mended('could/AUX|MD', 'have/VERB|VB', 'time/NOUN|NN')).toEqual(['AUX|MD', 'VERB|VB', 'NOUN|NN'])
})

it('a participle between "the" and a finite verb names somebody', () => {
  expect(mended('the/NOUN|NN', 'accused/VERB|VBN', 'arrived/VERB|VBD')[1]).toBe('NOUN|NN')
  expect(mended('they/PRON|PRP', 'accused/VERB|VBN', 'arrived/VERB|VBD')[1]).toBe('VERB|VBN')
})

it('"mine" behind a noun is a pit, and behind a preposition a pronoun', () => {
  expect(mended('gold/NOUN|NN', 'mine/PRON|PRP', 'near/ADP|IN')[1]).toBe('NOUN|NN')
  expect(mended('of/ADP|IN', 'mine/PRON|PRP', 'near/ADP|IN')[1]).toBe('PRON|PRP')
})

const headlineNames = ['NOUN|NN', 'NOUN|NNS', 'VERB|VBP', 'VERB|VBN', 'VERB|VB', 'ADJ|JJ', 'NUM|CD']

/** The tags of a headline's words, written as "word/tag", after mending; a word may be what its tag says and what stands after it: "free/ADJ|JJ/VERB|VB". */
function headline(...words: readonly string[]): readonly string[] {
  const cut = words.map((word) => word.split('/'))
  const tags = Uint8Array.from(cut, ([, tag]) => headlineNames.indexOf(tag ?? ''))
  const seen = new Map(cut.map(([lower = '', ...all]) => [lower, all.map((tag) => headlineNames.indexOf(tag))]))
  mendHeadline(
    cut.map(([lower = '']) => ({ lower })),
    tags,
    headlineNames,
    (lower) => seen.get(lower) ?? [],
  )
  return [...tags].map((tag) => headlineNames[tag] ?? '')
}

it('in a headline without a verb a word after a plural that can be one is one', () => {
  expect(headline('rebels/NOUN|NNS', 'free/ADJ|JJ/VERB|VB', '40/NUM|CD', 'hostages/NOUN|NNS')[1]).toBe('VERB|VBP')
  expect(headline('police/NOUN|NN/NOUN|NNS', 'arrest/NOUN|NN/VERB|VB', 'leader/NOUN|NN')[1]).toBe('VERB|VBP')
})

it('a headline that has its verb or participle, or names one thing only, keeps its nouns', () => {
  expect(headline('police/NOUN|NN/NOUN|NNS', 'murder/NOUN|NN/VERB|VB', 'suspect/NOUN|NN', 'held/VERB|VBN')[1]).toBe('NOUN|NN')
  expect(headline('hostage/NOUN|NN', 'release/NOUN|NN/VERB|VB', 'talks/NOUN|NNS')[1]).toBe('NOUN|NN')
  expect(headline('rebels/NOUN|NNS', 'release/NOUN|NN/VERB|VB')[1]).toBe('NOUN|NN')
})
