import type { Sentence, Token } from '../parts.js'
import type { Draft, Reader } from './draft.js'
import { type Named, namesOf } from './names.js'

const certain = { polarity: 'positive', certainty: 'certain', modality: 'actual', why: [] } as const

/** What one word says of two parties: "the militia-run prison" is run by the militia, "EU-funded guards" are paid by the EU. */
export function readCompounds(sentence: Sentence, reader: Reader): readonly Draft[] {
  const compounds = sentence.tokens.filter(({ text }) => text.includes('-'))
  return compounds.flatMap((token) => compoundOf(sentence, token, reader) ?? [])
}

function compoundOf(sentence: Sentence, token: Token, reader: Reader): Draft | null {
  const hyphen = token.text.lastIndexOf('-')
  if (hyphen < 2) return null
  const participle = token.lower.slice(hyphen + 1)
  const { compounds } = reader.words
  const type = compounds.control.includes(participle) ? 'control' : compounds.support.includes(participle) ? 'support' : null
  if (type === null) return null
  const agent = namedBefore(token.text.slice(0, hyphen), token.index, reader)
  const head = headAfter(sentence.tokens, token.index)
  const held = head === null ? [] : namesOf(sentence, [head], reader).map((named) => withoutCompound(named, token.text))
  if (agent === null || held.length === 0 || head === null) return null
  return {
    type,
    sentence,
    token: token.index,
    first: token.index,
    last: head,
    roles: { agent: [agent], patient: type === 'control' ? held : [], recipient: type === 'support' ? held : [], place: [] },
    factuality: certain,
    detail: {},
    kind: 'pattern',
    nominal: false,
    verbs: [],
    why: [`trigger: “${token.text}” (${type})`, `agent: ${agent.name}`],
  }
}

/** "coast guard" of "EU-funded coast guard". */
function withoutCompound(named: Named, compound: string): Named {
  return named.name.startsWith(`${compound} `) ? { ...named, name: named.name.slice(compound.length + 1) } : named
}

/** The party before the hyphen: one that the report names, a state by its adjective, else a name or a word for people as it stands. */
function namedBefore(text: string, token: number, { partiesByName, states, stateNames, lexicon }: Reader): Named | null {
  const known = partiesByName.get(text)
  if (known !== undefined) return { name: known.name, kind: known.kind, token }
  const state = states.get(text.toLowerCase()) ?? (stateNames.has(text) ? text : undefined)
  if (state !== undefined) return { name: state, kind: 'place', token }
  if (/^\p{Lu}/u.test(text)) return { name: text, kind: 'organization', token }
  return lexicon.sets.people.has(text.toLowerCase()) ? { name: text, kind: null, token } : null
}

/** The noun that a compound stands before. */
function headAfter(tokens: readonly Token[], compound: number): number | null {
  let head: number | null = null
  for (let at = compound + 1; at < tokens.length; at++) {
    const pos = tokens[at]?.pos
    if (pos === 'NOUN' || pos === 'PROPN') head = at
    else if (head !== null || pos !== 'ADJ') break
  }
  return head
}
