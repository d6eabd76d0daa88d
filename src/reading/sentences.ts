import { type Block, isRead } from '../model/report.js'
import type { SyntaxPack } from '../model/words/syntax.js'
import type { Sentence, Token, Tree } from './parts.js'
import type { Piece } from './syntax/cut-words.js'
import { mendQuantities, withWordsAgain } from './syntax/mend-quantities.js'
import { mendHeadline, mendTags } from './syntax/mend-tags.js'
import { mendTree } from './syntax/mend-tree.js'
import { memoryOf, type Reading, type SentenceCase, sentenceCaseOf, type Word } from './syntax/tagger.js'
import { type Syntax, syntaxOf } from './syntax/weights.js'

const noNames: ReadonlySet<string> = new Set()
const noChildren: readonly number[] = []

/** Blocks whose lines are written as headlines are. */
const clipped: ReadonlySet<string> = new Set(['headline', 'standfirst', 'heading', 'caption'])

/** A sentence cut into words, before it is tagged. */
interface CutSentence {
  readonly block: number
  readonly pieces: readonly Piece[]
  readonly words: readonly Word[]
  readonly sentenceCase: SentenceCase
}

/** The sentences of the blocks that may be read, tagged. `knownNames` are words, in small letters, that are known to stand in names. */
export function readSentences(
  text: string,
  blocks: readonly Block[],
  pack: SyntaxPack,
  knownNames: ReadonlySet<string> = noNames,
): readonly Sentence[] {
  const syntax = syntaxOf(pack)
  const cut = blocks.flatMap((block, index) => (isRead(block.kind) ? cutBlock(text, block, index, syntax) : []))
  const memories = memoryOf(cut, (word) => knownNames.has(word.lower) && word.mayBeName)
  return cut.map(({ block, pieces, words, sentenceCase }, index) => {
    const tags = syntax.tagger.tag(words, memories[index]!, sentenceCase)
    mendTags(words, tags, syntax.tagger.lexicon.tags)
    if (clipped.has(blocks[block]!.kind)) mendHeadline(words, tags, syntax.tagger.lexicon.tags, (word) => syntax.tagger.tagsSeenOf(word))
    const measuring = mendQuantities(words, tags, syntax.tagger.lexicon.tags, syntax.measures)
    const tokens = pieces.map((piece, at) => tokenOf(piece, at, words[at]!, tags[at]!, syntax))
    return {
      index,
      block,
      kind: blocks[block]!.kind,
      start: pieces[0]!.start,
      end: pieces.at(-1)!.end,
      tokens,
      tree: treeOnce(syntax, words, tags, tokens, measuring),
    }
  })
}

function cutBlock(text: string, block: Block, index: number, { cutSentences, tagger }: Syntax): readonly CutSentence[] {
  return cutSentences(text, block.start, block.end).map((pieces) => {
    const words = pieces.map((piece) => tagger.wordOf(piece.text))
    return { block: index, pieces, words, sentenceCase: sentenceCaseOf(words) }
  })
}

function tokenOf({ start, end, text }: Piece, index: number, word: Word, tagged: number, syntax: Syntax): Token {
  let reading = word.readings[tagged]
  if (reading === undefined) {
    reading = readingOf(word.lower, syntax.tagger.lexicon.tags[tagged]!, syntax)
    word.readings[tagged] = reading
  }
  const { lemma, pos, tag } = reading
  return { index, start, end, text, lower: word.lower, lemma, pos, tag }
}

/** What a word is when it has this tag, the universal and the Penn tag joined. */
function readingOf(lower: string, joint: string, { lemmaOf }: Syntax): Reading {
  const bar = joint.indexOf('|')
  const pos = joint.slice(0, bar)
  const tag = joint.slice(bar + 1)
  return { lemma: lemmaOf(lower, pos, tag), pos, tag }
}

/** The tree of a sentence, parsed when first asked for. What measures a number is left out of the parse: it changes nothing for the noun that is counted. */
function treeOnce(
  { parser, timeNames }: Syntax,
  words: readonly Word[],
  tags: Uint8Array,
  tokens: readonly Token[],
  measuring: readonly number[],
): () => Tree {
  let tree: Tree | undefined
  return () => {
    if (tree === undefined) {
      const arcs = parseWithout(parser, words, tags, measuring)
      mendTree(tokens, arcs, timeNames)
      tree = treeOf(arcs)
    }
    return tree
  }
}

function parseWithout(parser: Syntax['parser'], words: readonly Word[], tags: Uint8Array, left: readonly number[]) {
  const ids = new Int32Array(words.length)
  for (let index = 0; index < words.length; index++) ids[index] = words[index]!.id
  if (left.length === 0) return parser.parse({ length: words.length, words: ids, tags })
  const kept = [...words.keys()].filter((index) => !left.includes(index))
  const input = {
    length: kept.length,
    words: Int32Array.from(kept, (index) => ids[index]!),
    tags: Uint8Array.from(kept, (index) => tags[index]!),
  }
  return withWordsAgain(parser.parse(input), kept, words.length)
}

function treeOf({ head, relation }: Pick<Tree, 'head' | 'relation'>): Tree {
  const children: (number[] | undefined)[] = new Array(head.length).fill(undefined)
  for (let index = 0; index < head.length; index++) {
    const on = head[index]!
    if (on < 0) continue
    const below = children[on]
    if (below === undefined) children[on] = [index]
    else below.push(index)
  }
  return { head, relation, children: (index) => children[index] ?? noChildren }
}
