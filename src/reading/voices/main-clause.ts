import type { Sentence, Token } from '../parts.js'
import { isFiniteVerb } from './phrases.js'

/** The main clause of a sentence: its subject's head word, its finite verb and the word that says what happened ("was ¦ taken"). */
export interface MainClause {
  readonly subject: Token | null
  readonly finite: Token
  readonly verb: Token
}

/** The main clause as the parse has it; null where it has no finite verb, as in a headline or a list. */
export function mainClauseOf(sentence: Sentence): MainClause | null {
  const { tokens } = sentence
  const tree = sentence.tree()
  const root = tokens[tree.head.indexOf(-1)]
  if (root === undefined) return null
  const under = tree.children(root.index)
  const helper = under.find((child) => /^(?:aux|cop)/.test(tree.relation[child] ?? '') && isFiniteWord(tokens[child]))
  const finite = tokens[helper ?? -1] ?? (isFiniteWord(root) || (root.tag === 'VBN' && root.pos === 'VERB') ? root : undefined)
  if (finite === undefined) return null
  const subject = under.find((child) => child < finite.index && /^(?:nsubj|csubj|expl)/.test(tree.relation[child] ?? ''))
  return { subject: tokens[subject ?? -1] ?? null, finite, verb: root }
}

function isFiniteWord(token: Token | undefined): boolean {
  return token !== undefined && isFiniteVerb(token)
}
