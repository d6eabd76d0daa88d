import { expect, it } from 'vitest'
import { mendTags } from './mend-tags.js'

const names = ['AUX|VB', 'VERB|VB', 'VERB|VBN', 'NOUN|NN', 'AUX|MD']

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
