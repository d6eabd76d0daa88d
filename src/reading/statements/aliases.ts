import type { Sentence } from '../parts.js'
import { phraseStart } from './clause.js'
import type { Draft, Reader } from './draft.js'
import { type Named, nameOf } from './names.js'
import { phraseAt } from './triggers.js'

const certain = { polarity: 'positive', certainty: 'certain', modality: 'actual', why: [] } as const

/** Other names: "X, also known as Y". The name is what follows the words, as written. */
export function readAliases(sentence: Sentence, reader: Reader): readonly Draft[] {
  const { lexicon } = reader
  const { tokens } = sentence
  const found: Draft[] = []
  for (let at = 1; at < tokens.length; at++) {
    const phrase = phraseAt(tokens, at, lexicon.aliases)
    if (phrase === undefined) continue
    const name = nameAfter(sentence, at + phrase.length)
    const named = name === null ? null : bearerBefore(sentence, at, name.text, reader)
    if (name === null || named === null) continue
    found.push({
      type: 'alias',
      sentence,
      token: at,
      first: Math.min(phraseStart(tokens, named.token), at),
      last: name.last,
      roles: { agent: [named], patient: [], recipient: [], place: [] },
      factuality: certain,
      detail: { name: name.text },
      kind: 'pattern',
      nominal: false,
      verbs: [],
      why: [`trigger: “${phrase.join(' ')}” (alias)`, `agent: ${named.name}`],
    })
    at = name.last
  }
  return found
}

function nameAfter(sentence: Sentence, from: number): { readonly text: string; readonly last: number } | null {
  const { tokens } = sentence
  let first = from
  while (/^[“"'‘(]$/.test(tokens[first]?.text ?? '')) first++
  let last = first - 1
  while (
    tokens[last + 1]?.pos === 'PROPN' ||
    (last >= first && /^(?:al|el|bin|ibn|abu|de|of|the|-)$/.test(tokens[last + 1]?.lower ?? '') && tokens[last + 2]?.pos === 'PROPN')
  )
    last++
  const [start, end] = [tokens[first], tokens[last]]
  if (last < first || start === undefined || end === undefined) return null
  return {
    text: tokens
      .slice(first, last + 1)
      .map(({ text }) => text)
      .join(' '),
    last,
  }
}

/** Words between a party and its other name: an age, an office, where it is. */
const farthestBearer = 14

/** The party that bears the name: the nearest person, body or facility to the left that is not already called so; a place only right beside ("Bombay, now called"). */
function bearerBefore(sentence: Sentence, at: number, name: string, reader: Reader): Named | null {
  for (let i = at - 1; i >= Math.max(0, at - farthestBearer); i--) {
    const token = sentence.tokens[i]
    if (token === undefined || (token.pos !== 'PROPN' && token.pos !== 'NOUN' && token.pos !== 'PRON')) continue
    const named = nameOf(sentence, i, reader)
    if (named === null || named.kind === null || named.name === name) continue
    if (named.kind === 'place' && (i < at - 2 || sentence.tokens[i - 1]?.pos === 'ADP')) continue
    return named
  }
  return null
}
