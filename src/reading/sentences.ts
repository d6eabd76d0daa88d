import model from 'wink-eng-lite-web-model'
import winkNlp from 'wink-nlp'
import { type Block, isRead } from '../model/report.js'
import type { Sentence, Token, Tree } from './parts.js'

const nlp = winkNlp(model, ['sbd', 'pos'])
const { its } = nlp

/** The sentences of the blocks that may be read, tagged. Line breaks inside a block are wrapping, not ends of sentences. */
export function readSentences(
  text: string,
  blocks: readonly Block[],
  _syntax: Uint8Array,
  _knownNames: ReadonlySet<string> = new Set(),
): readonly Sentence[] {
  const sentences: Sentence[] = []
  blocks.forEach((block, blockIndex) => {
    if (!isRead(block.kind)) return
    const words = text.slice(block.start, block.end).replace(/[\s\u00a0]/g, ' ')
    if (words.trim() === '') return
    let cursor = 0
    nlp
      .readDoc(words)
      .sentences()
      .each((sentence) => {
        const tokens: Token[] = []
        const values = sentence.tokens()
        const texts = values.out() as string[]
        const tags = values.out(its.pos) as string[]
        const lemmas = values.out(its.lemma) as string[]
        texts.forEach((value, index) => {
          const at = words.indexOf(value, cursor)
          if (at === -1) return // wink normalises a few signs; a token that no longer stands in the text cannot anchor anything
          cursor = at + value.length
          const start = block.start + at
          tokens.push({
            index: tokens.length,
            start,
            end: start + value.length,
            text: value,
            lower: value.toLowerCase(),
            lemma: (lemmas[index] ?? value).toLowerCase(),
            pos: tags[index] ?? 'X',
            tag: '',
          })
        })
        const first = tokens[0]
        const last = tokens.at(-1)
        if (first === undefined || last === undefined) return
        sentences.push({
          index: sentences.length,
          block: blockIndex,
          kind: block.kind,
          start: first.start,
          end: last.end,
          tokens,
          tree: () => flatTree(tokens.length),
        })
      })
  })
  return sentences
}

/** A tree in which every token hangs on the first. Stands in until the parser is here. */
function flatTree(length: number): Tree {
  const head = Array.from({ length }, (_, index) => (index === 0 ? -1 : 0))
  const relation = head.map((to) => (to === -1 ? 'root' : 'dep'))
  return { head, relation, children: (index) => head.flatMap((to, child) => (to === index ? [child] : [])) }
}
