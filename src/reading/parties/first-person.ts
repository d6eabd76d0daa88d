import type { Span } from '../../model/report.js'
import type { NameWords } from '../../model/words/names.js'
import type { Parties, Party, PartyMention, Sentence } from '../parts.js'

/** What somebody said in their own words: the stretch, and the speaker's party. */
export interface OwnWords extends Span {
  readonly party: number
}

/**
 * The parties with every "I", "we", "my" inside a quote given to the quote's speaker. Outside every quote "we" is the outlet, which becomes a party if it is none yet
 * ("We call on the government ..." on an organisation's own page); an "I" there is an author whom the page may not name, and stays open.
 */
export function withFirstPerson(
  parties: Parties,
  sentences: readonly Sentence[],
  quotes: readonly OwnWords[],
  words: NameWords,
  outlet: string | null = null,
): Parties {
  const pronouns = new Set(words.pronouns.firstPerson)
  const plurals = new Set(words.pronouns.firstPersonPlural)
  const taken = new Set(parties.mentions.flatMap(({ start, form }) => (form === 'pronoun' ? [start] : [])))
  const { all, publisher } = withPublisher(parties.parties, outlet)
  const found: PartyMention[] = []
  let next = 0
  let quoted = false
  let block = -1
  const ordered = [...quotes].sort((a, b) => a.start - b.start)
  for (const sentence of sentences) {
    while ((ordered[next]?.end ?? sentence.start + 1) <= sentence.start) next++
    const covering = coveringFrom(ordered, next, sentence)
    // A quote may run over several sentences of its paragraph.
    if (sentence.block !== block) quoted = false
    block = sentence.block
    for (const token of sentence.tokens) {
      if (/["“”]/.test(token.text)) quoted = token.text === '“' || (token.text !== '”' && !quoted)
      // "US" with capitals is a country, unless the whole line shouts.
      if (!pronouns.has(token.lower) || taken.has(token.start) || (token.text === 'US' && !isShouted(sentence))) continue
      const own = innermost(covering, token)?.party ?? (plurals.has(token.lower) && !quoted ? publisher : undefined)
      if (own !== undefined) found.push({ start: token.start, end: token.end, party: own, form: 'pronoun', sentence: sentence.index })
    }
  }
  if (found.length === 0) return parties
  const spoken = found.some(({ party }) => party === parties.parties.length)
  return {
    parties: spoken ? all : parties.parties,
    mentions: [...parties.mentions, ...found].sort((a, b) => a.start - b.start || b.end - a.end),
  }
}

function isShouted({ tokens }: Sentence): boolean {
  return tokens.every(({ text }) => !/\p{Ll}{2}/u.test(text))
}

/** The quotes that reach into a sentence. Quotes stand in order; those before `next` ended earlier. */
function coveringFrom(ordered: readonly OwnWords[], next: number, sentence: Span): readonly OwnWords[] {
  const covering: OwnWords[] = []
  for (let index = next; index < ordered.length; index++) {
    const quote = ordered[index]
    if (quote === undefined || quote.start >= sentence.end) break
    if (quote.end > sentence.start) covering.push(quote)
  }
  return covering
}

/** The parties with the outlet among them, and its number. */
function withPublisher(
  parties: readonly Party[],
  outlet: string | null,
): { readonly all: readonly Party[]; readonly publisher: number | undefined } {
  if (outlet === null) return { all: parties, publisher: undefined }
  const known = parties.find(({ name, forms }) => name === outlet || forms.includes(outlet))
  if (known !== undefined) return { all: parties, publisher: known.id }
  const id = parties.length
  return { all: [...parties, { id, kind: 'organization', name: outlet, forms: [outlet] }], publisher: id }
}

function innermost(quotes: readonly OwnWords[], { start, end }: Span): OwnWords | undefined {
  return quotes
    .filter((quote) => quote.start <= start && quote.end >= end)
    .reduce<OwnWords | undefined>(
      (best, quote) => (best === undefined || quote.end - quote.start < best.end - best.start ? quote : best),
      undefined,
    )
}
