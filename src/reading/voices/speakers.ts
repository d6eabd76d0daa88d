import { partyAt } from '../parties/lookup.js'
import type { Parties, Sentence, Token } from '../parts.js'

/** The name of the speaker with this head word: the party's fullest form, else the words of the description. Null for a pronoun nobody could be found for. */
export function speakerName({ tokens }: Sentence, head: number, parties: Parties): string | null {
  const token = tokens[head]
  if (token === undefined) return null
  const party = partyAt(parties, token)
  if (party !== undefined) return party.name
  if (!/^(?:NOUN|PROPN|NUM|ADJ)$/.test(token.pos)) return null
  return wordsOf(tokens, head)
}

/** A source that is no party ("two lawyers", "footage from the airport") in its own words, without article. */
function wordsOf(tokens: readonly Token[], head: number): string {
  let first = head
  while (first > 0 && /^(?:ADJ|NOUN|PROPN|NUM|PART)$/.test(tokens[first - 1]?.pos ?? '')) first--
  return tokens
    .slice(first, head + 1)
    .map(({ text }) => text)
    .join(' ')
    .replace(/ (?=['’]s?\b)/g, '')
}
