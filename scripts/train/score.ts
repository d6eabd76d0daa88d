import type { SentenceCutter } from '../../src/reading/syntax/cut-sentences.js'
import type { Lemmatiser } from '../../src/reading/syntax/lemmas.js'
import type { TreebankDocument } from './conllu.js'

/** The share of verbs and nouns whose lemma is right, given their right tags. */
export function scoreLemmas(lemmaOf: Lemmatiser, documents: readonly TreebankDocument[], onMiss?: (line: string) => void): number {
  let [total, right] = [0, 0]
  for (const word of documents.flat().flatMap(({ words }) => words)) {
    if (word.pos !== 'VERB' && word.pos !== 'NOUN' && word.pos !== 'AUX') continue
    total++
    const found = lemmaOf(word.text.toLowerCase(), word.pos, word.tag)
    if (found === word.lemma.toLowerCase()) right++
    else onMiss?.(`${word.text} ${word.pos} ${word.tag}: ${found}, wanted ${word.lemma}`)
  }
  return right / total
}

/** A document as running text; what ends without a stop is a block of its own, as headings and list items are on a page. */
function blocksOf(document: TreebankDocument): string[] {
  const blocks: string[] = ['']
  for (const { text, words } of document) {
    blocks[blocks.length - 1] += `${blocks.at(-1) === '' ? '' : ' '}${text}`
    if (!/^[.!?…"”’')\]]+$/.test(words.at(-1)?.text ?? '')) blocks.push('')
  }
  return blocks.filter((block) => block !== '')
}

/** F1 of tokens and of sentences on running text: right when they begin and end where the treebank's do, spaces not counted. */
export function scoreSentences(
  cut: SentenceCutter,
  documents: readonly TreebankDocument[],
  onMiss?: (line: string) => void,
): { readonly tokens: number; readonly sentences: number } {
  const counts = { token: { gold: 0, found: 0, right: 0 }, sentence: { gold: 0, found: 0, right: 0 } }
  for (const document of documents) {
    const gold = spansOf(document.map(({ words }) => words.map(({ text }) => text)))
    const found = spansOf(
      blocksOf(document).flatMap((block) => cut(block, 0, block.length).map((pieces) => pieces.map(({ text }) => text))),
    )
    for (const kind of ['token', 'sentence'] as const) {
      const wanted = new Set(gold[kind])
      counts[kind].gold += gold[kind].length
      counts[kind].found += found[kind].length
      for (const span of found[kind])
        if (wanted.has(span)) counts[kind].right++
        else onMiss?.(`${kind} ${span}`)
    }
  }
  const f1 = ({ gold, found, right }: { readonly gold: number; readonly found: number; readonly right: number }) =>
    (2 * right) / (gold + found)
  return { tokens: f1(counts.token), sentences: f1(counts.sentence) }
}

/** Where tokens and sentences stand, counting letters and signs only, each with its words so that a miss can be looked at. */
function spansOf(sentences: readonly (readonly string[])[]): { readonly token: string[]; readonly sentence: string[] } {
  const token: string[] = []
  const sentence: string[] = []
  let at = 0
  for (const words of sentences) {
    const start = at
    for (const word of words) {
      const length = word.replace(/\s/g, '').length
      token.push(`${at}-${at + length} ${word}`)
      at += length
    }
    sentence.push(`${start}-${at} ${words.join(' ')}`)
  }
  return { token, sentence }
}
