import { AttestError } from '../../model/errors.js'
import type { SyntaxPack } from '../../model/words/syntax.js'
import type { Leads } from './choice.js'
import { type SentenceCutter, sentenceCutter } from './cut-sentences.js'
import { type Lemmatiser, lemmatiser } from './lemmas.js'
import { type Measures, measuresOf } from './mend-quantities.js'
import { Parser, type ParserLeads } from './parser.js'
import { encodeRows, NarrowRows, Rows, type TrainedRow } from './rows.js'
import { type KnownWord, type Lexicon, Tagger } from './tagger.js'

/** Changes whenever the features or the layout change: weights of another version would be read as nonsense. */
const weightsVersion = 2

/** What stands before the rows in a weights file, as JSON. Words are lists joined by spaces; `words` gives each word's tags as numbers: "the 12", "said 40 41". */
interface Head {
  readonly version: number
  readonly tags: readonly string[]
  /** Words seen often enough to have no other tags than these. */
  readonly closed: readonly string[]
  readonly open: readonly string[]
  readonly verbs: string
  readonly nouns: string
  /** The relations of the parser, by number. */
  readonly labels: readonly string[]
  /** How far a tag, a move or a relation must lead after each round of features for the rest not to be asked. */
  readonly leads: ParserLeads & { readonly tags: Leads }
}

/** A trained syntax in its parts, as training hands it over. */
export interface TrainedSyntax {
  readonly lexicon: Lexicon
  readonly tagRows: readonly TrainedRow[]
  readonly tagLeads: Leads
  readonly labels: readonly string[]
  readonly leads: ParserLeads
  readonly moveRows: readonly TrainedRow[]
  readonly labelRows: readonly TrainedRow[]
  readonly verbs: readonly string[]
  readonly nouns: readonly string[]
}

/** A language's syntax, ready to read with. */
export interface Syntax {
  readonly cutSentences: SentenceCutter
  readonly tagger: Tagger
  readonly parser: Parser
  readonly lemmaOf: Lemmatiser
  readonly timeNames: ReadonlySet<string>
  readonly measures: Measures
}

function headOf({ lexicon, tagLeads, leads, verbs, nouns, labels }: TrainedSyntax): Head {
  const listed = (closed: boolean) =>
    [...lexicon.words].filter(([, word]) => word.closed === closed).map(([form, word]) => [form, ...word.tags].join(' '))
  return {
    version: weightsVersion,
    tags: lexicon.tags,
    closed: listed(true),
    open: listed(false),
    verbs: verbs.join(' '),
    nouns: nouns.join(' '),
    labels,
    leads: { tags: tagLeads, ...leads },
  }
}

/** The bytes of `syntax.bin`: the length of the head, the head, then the rows of the tagger, of the moves and of the relations. */
export function encodeSyntax(trained: TrainedSyntax): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(headOf(trained)))
  const parts = [json, encodeRows(trained.tagRows), encodeRows(trained.moveRows), encodeRows(trained.labelRows)]
  const bytes = new Uint8Array(4 + parts.reduce((sum, part) => sum + part.length, 0))
  new DataView(bytes.buffer).setUint32(0, json.length, true)
  let at = 4
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function lexiconOf(head: Head): Lexicon {
  const words = new Map<string, KnownWord>()
  for (const [list, closed] of [
    [head.closed, true],
    [head.open, false],
  ] as const) {
    for (const line of list) {
      const [form = '', ...tags] = line.split(' ')
      words.set(form, { tags: tags.map(Number), closed })
    }
  }
  return { tags: head.tags, words }
}

const decoded = new WeakMap<SyntaxPack, Syntax>()

/** The syntax of a pack, decoded the first time it is asked for. */
export function syntaxOf(pack: SyntaxPack): Syntax {
  const known = decoded.get(pack)
  if (known !== undefined) return known
  const syntax = decode(pack)
  decoded.set(pack, syntax)
  return syntax
}

function decode({ words, weights }: SyntaxPack): Syntax {
  const length = weights.length < 4 ? 0 : new DataView(weights.buffer, weights.byteOffset, weights.byteLength).getUint32(0, true)
  if (length === 0 || length + 4 > weights.length)
    throw new AttestError(
      'pack/no-weights',
      "the weights of the language's syntax are missing or cut short; run `npm run train` or install Attest again",
    )
  const head = JSON.parse(new TextDecoder().decode(weights.subarray(4, 4 + length))) as Head
  if (head.version !== weightsVersion)
    throw new AttestError(
      'pack/wrong-weights',
      `the weights of the syntax are of version ${head.version}, this programme reads version ${weightsVersion}; run \`npm run train\``,
    )
  const tags = Rows.decode(weights, 4 + length)
  const moves = NarrowRows.decode(weights, tags.end)
  const relations = Rows.decode(weights, moves.end)
  return {
    cutSentences: sentenceCutter(words),
    tagger: new Tagger(lexiconOf(head), tags.rows, head.leads.tags),
    parser: new Parser(head.labels, moves.rows, relations.rows, head.leads),
    lemmaOf: lemmatiser(words, { verbs: new Set(head.verbs.split(' ')), nouns: new Set(head.nouns.split(' ')) }),
    timeNames: new Set(words.timeNames),
    measures: measuresOf(words),
  }
}
