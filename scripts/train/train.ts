/**
 * Trains the English tagger and parser on the shared treebanks and writes `packs/languages/en/syntax.bin`. The same treebanks give the same bytes.
 *
 *   npm run train          the treebanks are looked for in ATTEST_SHARED, else in ../shared
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadSyntaxWords, packsFolder } from '../../src/packs.js'
import { encodeSyntax, syntaxOf } from '../../src/reading/syntax/weights.js'
import { readTreebank, type TreebankDocument } from './conllu.js'
import { ownDocuments } from './own-sentences.js'
import { scoreLemmas, scoreSentences } from './score.js'
import { type ParsedExample, parsedExamples, parserLeads, scoreParser, trainParser } from './train-parser.js'
import { readyTagger, scoreTags, tagLeads, trainTagger } from './train-tagger.js'

const shared = resolve(process.env.ATTEST_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url)))
const folder = join(shared, 'bench', 'syntax')
if (!existsSync(folder)) {
  console.error(`no treebanks at ${folder}; set ATTEST_SHARED to the folder that holds bench/syntax`)
  process.exit(1)
}

const began = Date.now()
const say = (what: string) => console.error(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${what}`)
const treebank = (name: string) => readTreebank(join(folder, `${name}.conllu.gz`))

const gum = treebank('gum-train')
const documents = [...gum, ...treebank('ewt-train'), ...ownDocuments()]
say(`read ${documents.length} documents`)
const tagging = trainTagger(documents)
say(`tagger: ${tagging.rows.length} features`)

/**
 * The parser learns from tags as a tagger gives them, mistakes included, so each quarter is tagged by a tagger trained on the other three.
 * Fewer passes than the real tagger: these are thrown away.
 */
const quarters = 4
const passesForQuarters = 4
const examples: ParsedExample[][] = []
for (let quarter = 0; quarter < quarters; quarter++) {
  const tagger = readyTagger(
    trainTagger(
      documents.filter((_, index) => index % quarters !== quarter),
      passesForQuarters,
      tagging.lexicon.tags,
    ),
  )
  documents.forEach((document, index) => {
    if (index % quarters === quarter) examples[index] = parsedExamples(tagger, document)
  })
  say(`tags for quarter ${quarter + 1} of ${quarters}`)
}
// GUM holds our kinds of text (news, courts, lives) and is the smaller: counted twice, it gains on both development parts.
const parsing = trainParser([...examples.flat(), ...examples.slice(0, gum.length).flat()], say)
say(`parser: ${parsing.moveRows.length} features for moves, ${parsing.labelRows.length} for relations`)

/** The base forms of a class, each once. */
const basesOf = (from: readonly TreebankDocument[], pos: string) =>
  [...new Set(from.flat().flatMap(({ words }) => words.filter((word) => word.pos === pos).map((word) => word.lemma.toLowerCase())))]
    .filter((lemma) => /^[a-z]+$/.test(lemma))
    .sort()

const development = ['gum-dev', 'ewt-dev'].map((name) => ({ name, documents: treebank(name) }))
const heldOut = development.flatMap(({ documents: part }) => part)
const weights = encodeSyntax({
  lexicon: tagging.lexicon,
  tagRows: tagging.rows,
  tagLeads: tagLeads(tagging, heldOut),
  ...parsing,
  leads: parserLeads(parsing, heldOut, readyTagger(tagging)),
  verbs: basesOf(documents, 'VERB'),
  nouns: basesOf(documents, 'NOUN'),
})
const file = join(packsFolder, 'languages', 'en', 'syntax.bin')
writeFileSync(file, weights)
say(`wrote ${file}, ${(weights.length / 1e6).toFixed(2)} MB`)

const syntax = syntaxOf({ words: loadSyntaxWords('en'), weights })
const percent = (value: number) => (value * 100).toFixed(1)
for (const { name, documents: part } of development) {
  const { upos, xpos, names } = scoreTags(syntax.tagger, part)
  const { sentences, tokens } = scoreSentences(syntax.cutSentences, part)
  const { uas, las } = scoreParser(
    syntax.parser,
    part.flatMap((document) => parsedExamples(syntax.tagger, document)),
  )
  console.log(
    `${name}: UPOS ${percent(upos)}, XPOS ${percent(xpos)}, names found ${percent(names)}, lemmas ${percent(scoreLemmas(syntax.lemmaOf, part))}, ` +
      `UAS ${percent(uas)}, LAS ${percent(las)}; raw text: tokens F1 ${percent(tokens)}, sentences F1 ${percent(sentences)}`,
  )
}
