/**
 * Trains the English tagger and parser on the shared treebanks and writes `packs/languages/en/syntax.bin`. The same treebanks give the same bytes.
 *
 *   npm run train          the treebanks are looked for in ATTEST_SHARED, else in ../shared
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadSyntaxWords, packsFolder } from '../../src/packs.js'
import { encodeRows } from '../../src/reading/syntax/rows.js'
import { headOf, joinWeights, syntaxOf } from '../../src/reading/syntax/weights.js'
import { readTreebank, type TreebankDocument } from './conllu.js'
import { scoreLemmas, scoreSentences, scoreTags } from './score.js'
import { trainTagger } from './train-tagger.js'

const shared = resolve(process.env.ATTEST_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url)))
const folder = join(shared, 'bench', 'syntax')
if (!existsSync(folder)) {
  console.error(`no treebanks at ${folder}; set ATTEST_SHARED to the folder that holds bench/syntax`)
  process.exit(1)
}

const began = Date.now()
const say = (what: string) => console.error(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${what}`)
const treebank = (name: string) => readTreebank(join(folder, `${name}.conllu.gz`))

const documents = [...treebank('gum-train'), ...treebank('ewt-train')]
say(`read ${documents.length} documents`)
const tagging = trainTagger(documents)
say(`tagger: ${tagging.rows.length} features`)

/** The base forms of a class, each once. */
const basesOf = (from: readonly TreebankDocument[], pos: string) =>
  [...new Set(from.flat().flatMap(({ words }) => words.filter((word) => word.pos === pos).map((word) => word.lemma.toLowerCase())))]
    .filter((lemma) => /^[a-z]+$/.test(lemma))
    .sort()

const trained = { lexicon: tagging.lexicon, tagRows: tagging.rows, verbs: basesOf(documents, 'VERB'), nouns: basesOf(documents, 'NOUN') }
const weights = joinWeights(headOf(trained), [encodeRows(trained.tagRows)])
const file = join(packsFolder, 'languages', 'en', 'syntax.bin')
writeFileSync(file, weights)
say(`wrote ${file}, ${(weights.length / 1e6).toFixed(2)} MB`)

const syntax = syntaxOf({ words: loadSyntaxWords('en'), weights })
for (const name of ['gum-dev', 'ewt-dev']) {
  const part = treebank(name)
  const percent = (value: number) => (value * 100).toFixed(1)
  const { upos, xpos, names } = scoreTags(syntax.tagger, part)
  const { sentences, tokens } = scoreSentences(syntax.cutSentences, part)
  console.log(
    `${name}: UPOS ${percent(upos)}, XPOS ${percent(xpos)}, names found ${percent(names)}, lemmas ${percent(scoreLemmas(syntax.lemmaOf, part))}, tokens F1 ${percent(tokens)}, sentences F1 ${percent(sentences)}`,
  )
}
