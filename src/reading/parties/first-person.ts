import type { Span } from '../../model/report.js'
import type { NameWords } from '../../model/words/names.js'
import type { Parties, PartyMention, Sentence } from '../parts.js'

/** What somebody said in their own words: the stretch, and the speaker's party. */
export interface OwnWords extends Span {
  readonly party: number
}

/** The parties with every "I", "we", "my" inside a quote given to the quote's speaker. Outside every quote a first person stays open: it is the outlet's. */
export function withFirstPerson(parties: Parties, sentences: readonly Sentence[], quotes: readonly OwnWords[], words: NameWords): Parties {
  if (quotes.length === 0) return parties
  const pronouns = new Set(words.pronouns.firstPerson)
  const taken = new Set(parties.mentions.flatMap(({ start, form }) => (form === 'pronoun' ? [start] : [])))
  const found: PartyMention[] = []
  for (const sentence of sentences) {
    const covering = quotes.filter(({ start, end }) => start < sentence.end && end > sentence.start)
    if (covering.length === 0) continue
    for (const token of sentence.tokens) {
      if (!pronouns.has(token.lower) || taken.has(token.start)) continue
      const quote = innermost(covering, token)
      if (quote !== undefined)
        found.push({ start: token.start, end: token.end, party: quote.party, form: 'pronoun', sentence: sentence.index })
    }
  }
  if (found.length === 0) return parties
  return { ...parties, mentions: [...parties.mentions, ...found].sort((a, b) => a.start - b.start || b.end - a.end) }
}

function innermost(quotes: readonly OwnWords[], { start, end }: Span): OwnWords | undefined {
  return quotes
    .filter((quote) => quote.start <= start && quote.end >= end)
    .reduce<OwnWords | undefined>(
      (best, quote) => (best === undefined || quote.end - quote.start < best.end - best.start ? quote : best),
      undefined,
    )
}
