import type { Sentence, Token } from '../parts.js'
import { tokenIndexAt, widestLook } from './around.js'

/**
 * Whether a place of a sentence lies in a relative clause ("who was arrested in Turin on Sunday") or tells of which thing the sentence speaks ("the hearing of"), aside from what it tells.
 * The clause ends where a comma and a joining word lead on to a verb (", and flew him home"). Told from tags: the whole sentence need not be parsed for it.
 */
export function isAside({ tokens }: Sentence, start: number, end: number): boolean {
  const at = tokenIndexAt(tokens, start)
  if (tokens[at - 1]?.lower === 'of' && tokens[at - 2]?.pos === 'NOUN') return true
  if (isAttribute(tokens, at, tokenIndexAt(tokens, end - 1) + 1)) return true
  let aside = false
  for (let index = Math.max(0, at - widestLook); index < at; index++) {
    const token = tokens[index]
    if (token !== undefined && opensRelative(token)) aside = true
    else if (aside && resumes(tokens, index)) aside = false
  }
  return aside
}

/** "the 21 December bombing", "its 2011 report". */
export function isAttribute(tokens: readonly Token[], first: number, after: number): boolean {
  const [before, next] = [tokens[first]?.pos === 'DET' ? tokens[first] : tokens[first - 1], tokens[after]]
  return (
    before !== undefined &&
    next !== undefined &&
    (before.pos === 'DET' || before.tag === 'PRP$') &&
    (next.pos === 'NOUN' || next.pos === 'ADJ')
  )
}

function opensRelative({ tag, lower }: Token): boolean {
  return tag === 'WP' || tag === 'WDT' || tag === 'WP$' || (tag === 'WRB' && lower === 'where')
}

/** ", and flew", ", was freed", "; the". */
function resumes(tokens: readonly Token[], index: number): boolean {
  const [token, next, afterNext] = [tokens[index], tokens[index + 1], tokens[index + 2]]
  if (token === undefined || next === undefined) return false
  if (token.text === ';') return true
  if (token.text !== ',') return false
  return isFiniteVerb(next) || (next.pos === 'CCONJ' && afterNext !== undefined && isFiniteVerb(afterNext))
}

function isFiniteVerb({ tag }: Token): boolean {
  return tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD'
}
