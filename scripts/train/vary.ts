import { chanceFrom } from './chance.js'
import type { TreebankSentence, TreebankWord } from './conllu.js'

/** Syllables for names nobody bears: the tagger should know a name by where it stands. */
const onsets = 'b d f g h j k l m n r s t v w y z ch sh th kh gh br dr kr st al-b al-m el-s o’d mc'.split(' ')
const middles = 'a e i o u aa ee ou ai ei a i'.split(' ')
const ends = 'n r s l m d k t b f z v ng sh ko ni ri li ra ma di no vic ez ić ski sen ani oui ed im er in is ul an ah eh am'.split(' ')

/** A name nobody bears. */
export function inventedName(chance: () => number): string {
  const of = (list: readonly string[]) => list[Math.floor(chance() * list.length)]!
  const name = of(onsets) + of(middles) + (chance() < 0.5 ? of(onsets) + of(middles) : '') + of(ends)
  return name.replace(/(^|-)\p{Ll}/gu, (first) => first.toUpperCase())
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const smallInHeadlines = new Set(['ADP', 'DET', 'CCONJ', 'PART', 'SCONJ'])

/**
 * More sentences made from a treebank's own: as a headline writes them, in capitals, without capitals, and with invented names for "he" and "she".
 * Treebanks have few headlines and few unknown names at the head of a sentence; news is full of both.
 */
export function variedSentences(sentences: readonly TreebankSentence[], seed: number): readonly TreebankSentence[] {
  const chance = chanceFrom(seed)
  return sentences.flatMap((sentence) => {
    const made: TreebankSentence[] = []
    const rewrite = (change: (word: TreebankWord) => TreebankWord) => made.push({ ...sentence, words: sentence.words.map(change) })
    const long = sentence.words.length > 3
    // Shares chosen so that about one sentence in eight is varied: enough to learn the shapes, too few to unlearn the rest.
    if (long && chance() < 0.04)
      rewrite((word) => (smallInHeadlines.has(word.pos) && word.head >= 0 ? word : { ...word, text: capitalised(word.text) }))
    if (long && chance() < 0.02) rewrite((word) => ({ ...word, text: word.text.toUpperCase() }))
    if (long && chance() < 0.02) rewrite((word) => ({ ...word, text: word.text.toLowerCase() }))
    const subject = (word: TreebankWord) => /^(?:he|she)$/i.test(word.text) && word.relation.startsWith('nsubj')
    if (sentence.words.some(subject) && chance() < 0.6)
      rewrite((word) => (subject(word) ? { ...word, text: inventedName(chance), pos: 'PROPN', tag: 'NNP' } : word))
    return made
  })
}
