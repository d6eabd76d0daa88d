import { mentionAt } from '../parties/lookup.js'
import type { Sentence, Token } from '../parts.js'
import { phraseStart } from './clause.js'
import type { Draft, Reader } from './draft.js'
import type { Phrases } from './lexicon.js'
import { type Named, nameOf } from './names.js'
import { phraseAt } from './triggers.js'

const certain = { polarity: 'positive', certainty: 'certain', modality: 'actual', why: [] } as const

/** Other names: "X, also known as Y". The name is what follows the words, as written. */
export function readAliases(sentence: Sentence, reader: Reader): readonly Draft[] {
  const { lexicon } = reader
  const { tokens } = sentence
  const found: Draft[] = []
  for (let at = 1; at < tokens.length; at++) {
    const phrase = phraseAt(tokens, at, lexicon.aliases) ?? knownAs(tokens, at, lexicon.aliases)
    const name = phrase === undefined ? nickname(sentence, at, reader) : nameAfter(sentence, at + phrase.length, lexicon.sets.particles)
    const named = name === null ? null : bearerBefore(sentence, at, name.text, reader)
    if (name === null || named === null || (phrase?.length === 1 && isCall(tokens, at, name.last, named))) continue
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
      why: [`trigger: “${phrase?.join(' ') ?? name.text}” (alias)`, `agent: ${named.name}`],
    })
    at = name.last
  }
  return found
}

/** "Anna Berg called Karl Braun", 'called "Unity" a farce': a verb right after a person's name, or before a name that a judgement follows, calls on or judges somebody. */
function isCall(tokens: readonly Token[], at: number, last: number, { kind, token }: Named): boolean {
  return tokens[last + 1]?.pos === 'DET' || (kind === 'person' && token === at - 1 && tokens[token]?.pos === 'PROPN')
}

/** Words between "known" and its "as": "known to his followers as", "known simply as". */
const longestKnown = 5

/** "known", a few words, "as", where the pack has "known as"; undefined where no such phrase begins. */
function knownAs(tokens: readonly Token[], at: number, aliases: Phrases): readonly string[] | undefined {
  const first = tokens[at]
  const split =
    first === undefined ? undefined : (aliases.get(first.lower) ?? []).find((phrase) => phrase.length === 2 && phrase[1] === 'as')
  if (split === undefined) return undefined
  for (let end = at + 2; end <= at + longestKnown + 1; end++) {
    const token = tokens[end]
    if (token === undefined || token.pos === 'VERB' || token.pos === 'PUNCT') return undefined
    if (token.lower === 'as') return tokens.slice(at, end + 1).map(({ lower }) => lower)
  }
  return undefined
}

interface Name {
  readonly text: string
  readonly last: number
}

/** 'Joaquín "El Chapo" Guzmán', 'Omar Diallo ("the Butcher")': a name in quotation marks inside, or in brackets after, a person's name. */
function nickname(sentence: Sentence, at: number, { parties }: Reader): Name | null {
  const { tokens } = sentence
  const [before, opening] = [tokens[at - 1], tokens[at]]
  if (before === undefined || opening === undefined || !/^["“‘']$/.test(opening.text)) return null
  const name = quotedName(tokens, at)
  if (name === null) return null
  const inBrackets = before.text === '(' && tokens[name.last + 1]?.text === ')'
  const bearer = tokens[inBrackets ? at - 2 : at - 1]
  const mention = bearer === undefined || bearer.pos !== 'PROPN' ? undefined : mentionAt(parties, bearer)
  const isPerson = mention !== undefined && parties.parties[mention.party]?.kind === 'person'
  return isPerson && (inBrackets || tokens[name.last + 1]?.pos === 'PROPN') ? name : null
}

/** Words of a name in quotation marks: "the Butcher of the Valley". */
const longestQuoted = 6

/** A name between quotation marks: it begins with a capital, or with "the" and then one. Its last token is the closing mark. */
function quotedName(tokens: readonly Token[], opening: number): Name | null {
  const closing = tokens.slice(opening + 2, opening + 2 + longestQuoted).find(({ text }) => /^["”’']$/.test(text))
  if (closing === undefined) return null
  const words = tokens.slice(opening + 1, closing.index)
  const [first, second] = words
  const isName = /^\p{Lu}/u.test(first?.text ?? '') || (first?.pos === 'DET' && /^\p{Lu}/u.test(second?.text ?? ''))
  return isName ? { text: textOf(words), last: closing.index } : null
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ')
}

/** The name that begins at a token, with its article ("the Terminator"), in quotation marks or not. */
function nameAfter({ tokens }: Sentence, from: number, particles: ReadonlySet<string>): Name | null {
  if (/^["“‘']$/.test(tokens[from]?.text ?? '')) {
    const quoted = quotedName(tokens, from)
    if (quoted !== null) return quoted
  }
  let first = from
  if (tokens[first]?.text === ',' && tokens[first + 1]?.pos === 'PROPN') first++
  if (tokens[first]?.pos === 'DET' && /^[“"'‘]$/.test(tokens[first + 1]?.text ?? '')) {
    const quoted = quotedName(tokens, first + 1)
    if (quoted !== null) return { ...quoted, text: `${tokens[first]?.text} ${quoted.text}` }
  }
  while (/^[“"'‘(]$/.test(tokens[first]?.text ?? '')) first++
  let last = tokens[first]?.pos === 'DET' && tokens[first + 1]?.pos === 'PROPN' ? first + 1 : first - 1
  while (
    tokens[last + 1]?.pos === 'PROPN' ||
    (last >= first && particles.has(tokens[last + 1]?.lower ?? '') && tokens[last + 2]?.pos === 'PROPN')
  )
    last++
  return last < first ? null : { text: textOf(tokens.slice(first, last + 1)), last }
}

/** Words between a party and its other name: an age, an office, where it is. */
const farthestBearer = 14

/** The party that bears the name: the nearest person, body or facility to the left that is not already called so; a place only right beside ("Bombay, now called"). */
function bearerBefore(sentence: Sentence, at: number, name: string, reader: Reader): Named | null {
  for (let i = at - 1; i >= Math.max(0, at - farthestBearer); i--) {
    const token = sentence.tokens[i]
    if (token === undefined || (token.pos !== 'PROPN' && token.pos !== 'NOUN' && token.pos !== 'PRON')) continue
    const named = nameOf(sentence, i, reader)
    if (named === null || named.name === name || (named.kind === null && !isDescribed(sentence, i, at, reader))) continue
    if (named.kind === 'place' && (i < at - 2 || sentence.tokens[i - 1]?.pos === 'ADP')) continue
    return named
  }
  return null
}

/** "a photographer known as", "the prison, called": somebody or a building that the report only describes, right before its other name. */
function isDescribed({ tokens }: Sentence, head: number, at: number, { lexicon: { sets } }: Reader): boolean {
  const lemma = tokens[head]?.lemma ?? ''
  return head >= at - 2 && (sets.people.has(lemma) || sets.placeNouns.has(lemma))
}
