import type { Sentence, Tree } from '../parts.js'
import { phraseStart, slotsOf, verbGroup } from './clause.js'
import { isCourt } from './courts.js'
import type { Draft, Reader } from './draft.js'
import { factualityOfVerb } from './factuality.js'
import { namesOf } from './names.js'
import { isPerson, somebodyIn } from './people.js'

/** What somebody calls something: "called the release a betrayal" blames, "described the verdict as historic" praises. */
export function readOpinions(sentence: Sentence, reader: Reader): readonly Draft[] {
  const { tokens } = sentence
  const called = tokens.flatMap((token) =>
    token.pos === 'VERB' && reader.lexicon.sets.calling.has(token.lemma) ? (calledSo(sentence, token.index, reader) ?? []) : [],
  )
  return called.length > 0 ? called : [soInEyes(sentence, reader) ?? []].flat()
}

/** Words of those in whose eyes something is so: "to many of his former comrades". */
const longestEyes = 9

/** "To his supporters the general is a hero", "for the widows, the release was a betrayal": what opens the sentence judges. */
function soInEyes(sentence: Sentence, reader: Reader): Draft | null {
  const { tokens, kind } = sentence
  const { lexicon } = reader
  if (kind !== 'paragraph' || !lexicon.sets.eyes.has(tokens[0]?.lower ?? '')) return null
  const tree = sentence.tree()
  const be = tokens.find(({ lemma, pos, tag }) => lemma === 'be' && pos === 'AUX' && /^VB[DZP]$/.test(tag))?.index ?? -1
  const judged = tree.head[be] ?? -1
  if (tree.relation[be] !== 'cop' || tokens.slice(0, be).some(({ pos }) => pos === 'VERB')) return null
  const praises = isWord(tokens, judged, tree, lexicon.sets.calledPraise)
  if (!praises && !isWord(tokens, judged, tree, lexicon.sets.calledBlame)) return null
  const subject = tree.children(judged).filter((child) => /^nsubj/.test(tree.relation[child] ?? '') && child < be)
  const eyes = tree
    .children(judged)
    .find((child) => tree.relation[child] === 'obl' && child <= longestEyes && tree.children(child).includes(0))
  if (eyes === undefined || subject.length === 0 || !isPerson(sentence, eyes, reader)) return null
  const denied = tokens.slice(be, judged).some(({ lower }) => lexicon.sets.negators.has(lower))
  return {
    type: praises === denied ? 'condemnation' : 'defence',
    sentence,
    token: judged,
    first: Math.min(...subject.map((head) => phraseStart(tokens, head))),
    last: judged,
    roles: { agent: namesOf(sentence, [eyes], reader), patient: namesOf(sentence, subject, reader), recipient: [], place: [] },
    factuality: { polarity: 'positive', certainty: 'certain', modality: 'actual', why: [] },
    detail: {},
    kind: 'verb',
    nominal: false,
    verbs: [be],
    why: [`trigger: “${tokens[judged]?.text}” in somebody's eyes (${praises ? 'praise' : 'blame'})`],
  }
}

/** A word of the list, or one that describes it: "a great day". */
function isWord(tokens: Sentence['tokens'], at: number, tree: Tree, words: ReadonlySet<string>): boolean {
  const has = (index: number) => words.has(tokens[index]?.lower ?? '') || words.has(tokens[index]?.lemma ?? '')
  return has(at) || tree.children(at).some((child) => tree.relation[child] === 'amod' && has(child))
}

/** "called the arrest treason": what is called so, and not what it is called, also where the parse joins the two. */
function objectsBefore({ tokens }: Sentence, verb: number, judged: number, object: readonly number[]): readonly number[] {
  const before = object.filter((head) => head < judged)
  if (before.length > 0) return before
  const first = tokens.slice(verb + 1, judged).find(({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON')
  return first === undefined || tokens.slice(verb + 1, first.index).some(({ pos }) => pos === 'ADP') ? [] : [first.index]
}

/** "called the attack cowardly", "described the indictment": the first noun after the verb and its "the" is what is called so, and no judgement. */
function isWhatIsCalled(tokens: Sentence['tokens'], verb: number, at: number): boolean {
  const first = tokens[verb + 1]
  if ((first?.lower !== 'the' && first?.tag !== 'PRP$') || phraseStart(tokens, at) !== verb + 1) return false
  return tokens.slice(verb + 2, at).every(({ pos }) => pos !== 'NOUN' && pos !== 'PROPN')
}

/** Words from "as" to the judgement: "as a truly great". */
const longestAs = 5

/** "saw the verdict as a landmark": the judgement stands in what "as" opens, no verb between. */
function standsAfterAs(tokens: Sentence['tokens'], verb: number, judged: number): boolean {
  const as = tokens.slice(Math.max(verb + 1, judged - longestAs), judged).findLast(({ lower }) => lower === 'as')
  return as !== undefined && tokens.slice(as.index + 1, judged).every(({ pos }) => pos !== 'VERB' && pos !== 'AUX' && pos !== 'PUNCT')
}

/** Words after a verb of calling that may hold the judgement. */
const judgementReach = 30

function calledSo(sentence: Sentence, verb: number, reader: Reader): Draft | null {
  const { tokens } = sentence
  const { lexicon } = reader
  const group = verbGroup(sentence, verb)
  const next = tokens[verb + 1]?.lower ?? ''
  if (tokens[verb]?.lemma === 'speak' ? next !== 'of' : lexicon.sets.elsewhere.has(next)) return null
  const views = lexicon.sets.viewing.has(tokens[verb]?.lemma ?? '')
  const judged = tokens
    .slice(verb + 1, verb + judgementReach)
    .find(
      ({ lower, lemma, pos, index }) =>
        pos !== 'VERB' &&
        [lexicon.sets.calledBlame, lexicon.sets.calledPraise].some((set) => set.has(lower) || set.has(lemma)) &&
        !isWhatIsCalled(tokens, verb, index) &&
        (!views || standsAfterAs(tokens, verb, index)),
    )
  if (judged === undefined) return null
  const slots = slotsOf(sentence, group, somebodyIn(sentence, reader))
  const praises = lexicon.sets.calledPraise.has(judged.lower) || lexicon.sets.calledPraise.has(judged.lemma)
  const agent = namesOf(sentence, slots.passive ? slots.by : slots.subject, reader)
  if (agent.some(({ name }) => isCourt(name, reader))) return null
  const objects = (slots.passive ? slots.subject : objectsBefore(sentence, verb, judged.index, slots.object)).slice(0, 1)
  const patient = namesOf(sentence, objects, reader)
  const denies = !praises && objects.some((head) => lexicon.sets.claims.has(tokens[head]?.lemma ?? ''))
  return {
    type: praises ? 'defence' : denies ? 'denial' : 'condemnation',
    sentence,
    token: verb,
    first: Math.min(group.start, ...slots.subject.map((head) => phraseStart(tokens, head))),
    last: judged.index,
    roles: { agent, patient, recipient: [], place: [] },
    factuality: factualityOfVerb(sentence, group, slots.subject, lexicon),
    detail: {},
    kind: 'verb',
    nominal: false,
    verbs: [verb],
    why: [`trigger: “${tokens[verb]?.text} … ${judged.text}” (${praises ? 'praise' : 'blame'})`],
  }
}
