import type { Sentence, Tree } from '../parts.js'
import { type Lexicon, prepositionAt } from './lexicon.js'
import { extentOf, groupStart, isFiniteVerb, isPause, isSubordinator } from './phrases.js'
import type { Quotation } from './quotations.js'
import { inPhrase } from './subjects.js'

/** The last word of a clause that is said and begins at `start`: the sentence's, or the last before words that are no longer the speaker's. What stands in quotation marks is looked at as one word. */
export function endOfClause(sentence: Sentence, verb: number, start: number, quotations: readonly Quotation[], lexicon: Lexicon): number {
  const { tokens } = sentence
  const tree = sentence.tree()
  const fronted = standsBeforeItsMainClause(sentence, tree, verb)
  const resumed = fronted ? null : resumptionAfterRelative(sentence, verb, start)
  const inside = insideMarks(sentence, quotations)
  for (let at = start + 1; at < tokens.length; at++) {
    if (inside.has(at)) continue
    if (tokens[at]?.text === ';' || at === resumed) return at - 1
    if (fronted && tokens[at]?.text === ',' && opensMainClause(tokens, at + 1)) return at - 1
    if (!isPause(tokens[at - 1]) && tokens[at]?.pos !== 'CCONJ') continue
    if (leavesClause(sentence, tree, verb, at, lexicon)) return at - 1
  }
  return tokens.length - 1
}

/** The words of a sentence that stand within closed quotation marks, the closing mark among them. */
function insideMarks({ tokens, start, end }: Sentence, quotations: readonly Quotation[]): ReadonlySet<number> {
  const inside = new Set<number>()
  for (const quotation of quotations) {
    if (!quotation.closed || quotation.end <= start || quotation.start >= end) continue
    for (const token of tokens) if (token.start > quotation.start && token.end <= quotation.end) inside.add(token.index)
  }
  return inside
}

/** Whether a verb of speech stands in a clause that hangs on what follows it: "While she says that he fled, …", "Declaring that he had won, …", "But if he hinted that …". */
function standsBeforeItsMainClause(sentence: Sentence, tree: Tree, verb: number): boolean {
  const { tokens } = sentence
  if (hangsOnLater(tree, verb)) return true
  const first = tokens.find(({ pos }) => pos !== 'PUNCT' && pos !== 'CCONJ')
  if (first !== undefined && first.index < verb && isSubordinator(first)) return isItsVerb(tokens, first.index, verb)
  const opener = tokens.find(({ pos }) => pos !== 'PUNCT' && pos !== 'CCONJ' && pos !== 'ADV')
  if (opener === undefined || opener.index > verb) return false
  const participle =
    opener.index === verb || tokens.slice(opener.index, verb + 1).every(({ pos }) => pos === 'AUX' || pos === 'VERB' || pos === 'ADV')
  return participle && /^VB[GND]$/.test(opener.tag)
}

/** Whether a verb is that of the clause which a word opens: no pause between, and no other verb but those of "who" and "which". */
function isItsVerb(tokens: Sentence['tokens'], opener: number, verb: number): boolean {
  let others = 0
  for (const token of tokens.slice(opener + 1, groupStart(tokens, verb))) {
    if (isPause(token)) return false
    if (token.tag.startsWith('W')) others--
    else if (isFiniteVerb(token)) others++
  }
  return others <= 0
}

/** Whether the parse hangs a verb, or the one it is joined to, on a clause that comes later. */
function hangsOnLater(tree: Tree, verb: number): boolean {
  let at = verb
  for (let step = 0; step < longestJoining && /^conj/.test(tree.relation[at] ?? ''); step++) at = tree.head[at] ?? -1
  return tree.relation[at]?.startsWith('advcl') === true && (tree.head[at] ?? -1) > verb
}

/** Joined verbs that are stepped over: longer rows are parse errors. */
const longestJoining = 3

/** Whether a main clause may begin at a word after a comma, its verb anywhere behind. */
function opensMainClause(tokens: Sentence['tokens'], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || isSubordinator(token) || token.tag.startsWith('W') || token.tag === 'VBG') return false
  return token.pos !== 'CCONJ' && token.pos !== 'ADP' && tokens.slice(at).some(isFiniteVerb)
}

/** Words from "who" to its verb: "who had at first". */
const whoReach = 6

/** Where the main clause goes on after a relative clause in which the verb of speech stands: "Holm, who said he was ill, ¦ denied it". Null where it does not. */
function resumptionAfterRelative({ tokens }: Sentence, verb: number, start: number): number | null {
  let relative = verb - 1
  while (relative > verb - whoReach && relative > 0 && !isPause(tokens[relative]) && !/^(?:WP|WDT)$/.test(tokens[relative]?.tag ?? ''))
    relative--
  if (!/^(?:WP|WDT)$/.test(tokens[relative]?.tag ?? '') || tokens[relative - 1]?.text !== ',') return null
  if (tokens.slice(0, relative).some(isFiniteVerb)) return null
  for (let at = start + 1; at < tokens.length; at++) {
    if (tokens[at]?.text !== ',') continue
    let next = at + 1
    while (tokens[next]?.pos === 'ADV') next++
    const token = tokens[next]
    if (token !== undefined && isFiniteVerb(token)) return at
  }
  return null
}

/** Whether a new turn of the outlet's begins at a word after a pause or at "and": another verb beside the verb of speech, or a participle that says how it was said. */
function leavesClause(sentence: Sentence, tree: Tree, verb: number, at: number, lexicon: Lexicon): boolean {
  const { tokens } = sentence
  const token = tokens[at]
  if (token === undefined) return false
  if (prepositionAt(tokens, at, lexicon) !== undefined || lexicon.contrasts.has(token.lower)) return true
  if (token.tag === 'VBG' && lexicon.verbs.has(token.lemma)) return true
  if (token.tag === 'VBG' && tree.head[at] === verb) return true
  if (lexicon.concessions.has(token.lower) && anotherSpeaks(sentence, at, lexicon)) return true
  if (token.pos !== 'CCONJ' || lexicon.marks.that.has(tokens[at + 1]?.lower ?? '')) return false
  if (speaksAgain(sentence, verb, at + 1, lexicon)) return true
  return tree.children(verb).some((child) => child > at && tree.relation[child] === 'conj' && isBeside(sentence, tree, verb, child, at))
}

/** Whether a verb that the parse sets beside the verb of speech is its like: in the same tense, and without a subject of its own where no comma parts them. */
function isBeside({ tokens }: Sentence, tree: Tree, verb: number, child: number, at: number): boolean {
  if (extentOf(tree, child).first > at || !isVerb(tokens[child])) return false
  const own = tree.children(child).some((index) => index < child && tree.relation[index]?.startsWith('nsubj'))
  return (!own || isPause(tokens[at - 1])) && tenseOf(tokens, child) === tenseOf(tokens, verb)
}

function isVerb(token: Sentence['tokens'][number] | undefined): boolean {
  return token?.pos === 'VERB' || token?.pos === 'AUX'
}

/** The tag of the finite verb in a verb's group, one for past and participle. */
function tenseOf(tokens: Sentence['tokens'], verb: number): string {
  const group = tokens.slice(groupStart(tokens, verb), verb + 1)
  return (group.find(isFiniteVerb) ?? tokens[verb])?.tag.replace('VBN', 'VBD') ?? ''
}

/** Whether somebody else speaks in the words from a concession on: "though a clerk who would not give his name said". */
function anotherSpeaks({ tokens }: Sentence, from: number, lexicon: Lexicon): boolean {
  const told = tokens.slice(from + 1).find((token) => isFiniteVerb(token) && !isWithinRelative(tokens, token.index))
  return told !== undefined && inPhrase(tokens[from + 1]) && isOfSpeech(told, lexicon)
}

/** Whether a verb follows "who" or "which" with nothing but its own group between. */
function isWithinRelative(tokens: Sentence['tokens'], verb: number): boolean {
  return tokens[groupStart(tokens, verb) - 1]?.tag.startsWith('W') === true
}

function isOfSpeech({ lemma }: Sentence['tokens'][number], lexicon: Lexicon): boolean {
  return lexicon.verbs.get(lemma)?.some(({ particles, frames }) => particles.length === 0 && frames.has('clause')) === true
}

/** Whether another verb of speech in the tense of the first stands at a word, with its own short subject or none: "and insists that", "but his lawyer said". */
function speaksAgain({ tokens }: Sentence, verb: number, from: number, lexicon: Lexicon): boolean {
  let at = from
  while (at < from + longestSubject && (inPhrase(tokens[at]) || tokens[at]?.pos === 'ADV' || tokens[at]?.pos === 'ADP')) at++
  const again = tokens[at]
  if (again === undefined || again.tag !== tokens[verb]?.tag || !isFiniteVerb(again)) return false
  return isOfSpeech(again, lexicon)
}

/** Words of a subject between "and" and its verb: "more than four in ten of them". */
const longestSubject = 8
