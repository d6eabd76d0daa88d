import type { Sentence } from '../parts.js'
import { phraseStart } from './clause.js'
import type { Trigger } from './triggers.js'

/** A quote reaches no farther than this many words from its trigger, so that it stays the clause and not the sentence. */
export const farthestWord = 40

/** First and last word of the clause: from its subject, unless another verb stands between, to the end of what its trigger governs. */
export function clauseOf(
  sentence: Sentence,
  trigger: Trigger,
  start: number,
  near: readonly number[],
): { readonly first: number; readonly last: number } {
  const { tokens } = sentence
  const from = Math.min(start, trigger.start)
  const left = near
    .map((token) => phraseStart(tokens, token))
    .filter((first) => first < from && !tokens.slice(first, from).some(({ pos }) => pos === 'VERB'))
  const right = near.filter((token) => token > trigger.token)
  const last = endOfClause(sentence, Math.max(trigger.end - 1, ...right))
  return {
    first: Math.min(from, ...left),
    last: Math.max(last, contentSpeech.has(trigger.group.type) ? endOfComplement(sentence, trigger.token) : last),
  }
}

/** Types whose words include what is asked, told or decided. */
export const contentSpeech: ReadonlySet<string> = new Set([
  'demand',
  'inquiry',
  'denial',
  'ruling',
  'notification',
  'condemnation',
  'defence',
])

/** What a demand, a denial or a ruling is about when a clause says it: the object of what is asked for ("called on them to free the guard"), else the noun that clause is about ("denied that the deal was secret"). */
export function contentHeads({ tokens, tree }: Sentence, verb: number): readonly number[] {
  const arcs = tree()
  const content = arcs
    .children(verb)
    .find(
      (child) =>
        child > verb && /^(?:ccomp|xcomp|advcl)$/.test(arcs.relation[child] ?? '') && isContent(tokens, arcs.relation[child], child),
    )
  if (content === undefined) return []
  const inside = (relation: RegExp) =>
    arcs
      .children(content)
      .filter(
        (child) =>
          relation.test(arcs.relation[child] ?? '') &&
          (/^(?:NOUN|PROPN)$/.test(tokens[child]?.pos ?? '') || (tokens[child]?.tag === 'PRP' && relation.source === '^obj$')),
      )
  const object = inside(/^obj$/)
  const subject = inside(/^nsubj/)
  return (arcs.relation[content] !== 'ccomp' || subject.length === 0 ? object : subject).slice(0, 1)
}

/** An adverbial clause is content only as an infinitive: "called on them to free him". */
function isContent(tokens: Sentence['tokens'], relation: string | undefined, at: number): boolean {
  return relation !== 'advcl' || (tokens[at]?.tag === 'VB' && tokens[at - 1]?.lower === 'to')
}

/** Who is to do what a demand asks for: the subject of its clause ("demanded that the bank pay"). */
export function contentDoer({ tree }: Sentence, verb: number): readonly number[] {
  const arcs = tree()
  const content = arcs.children(verb).find((child) => child > verb && arcs.relation[child] === 'ccomp')
  return content === undefined ? [] : arcs.children(content).filter((child) => arcs.relation[child] === 'nsubj')
}

/** The end of the clause that a verb takes as its content ("demanded that the talks be held"), or the verb itself. */
function endOfComplement(sentence: Sentence, verb: number): number {
  const tree = sentence.tree()
  const content = tree.children(verb).find((child) => child > verb && /^(?:ccomp|xcomp)$/.test(tree.relation[child] ?? ''))
  if (content === undefined) return verb
  let last = content
  const pending = [content]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    last = Math.max(last, next)
    pending.push(...tree.children(next))
  }
  while (sentence.tokens[last]?.pos === 'PUNCT') last--
  return Math.min(last, verb + farthestWord)
}

/** The last word of the phrases that run on after a token: the clause ends at a sign, a conjunction, a relative, or the next verb. */
function endOfClause({ tokens }: Sentence, from: number): number {
  let last = from
  for (let at = from + 1; at < Math.min(tokens.length, from + longestTail); at++) {
    const token = tokens[at]
    if (
      token === undefined ||
      !(runsOn.has(token.pos) || (tokens[at - 1]?.pos === 'ADP' && /ing$/.test(token.lower))) ||
      /^(?:who|whom|which|that|whose|where|when|while|after|before|because|as)$/.test(token.lower)
    )
      break
    if (token.pos !== 'ADP' && token.pos !== 'DET' && token.pos !== 'PART') last = at
  }
  return last
}

const runsOn = new Set(['NOUN', 'PROPN', 'ADP', 'DET', 'ADJ', 'NUM', 'PRON', 'ADV', 'PART', 'SYM'])

/** Words that may follow the last role and still belong to the clause: a place and a time ("in the old port of Lagos on Monday 3 March"). */
const longestTail = 16
