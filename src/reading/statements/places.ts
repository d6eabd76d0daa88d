import type { Span } from '../../model/report.js'
import { mentionAt, mentionsIn } from '../parties/lookup.js'
import type { Sentence } from '../parts.js'
import { phraseFrom, phraseStart, type Slots } from './clause.js'
import type { Reader, RoleHeads } from './draft.js'
import { type Named, nameOf, namesOf } from './names.js'

/**
 * Where it happened: what the frame calls a place, then the places after "in", "at", "near" in its clause. Where the clause names none: what opens the sentence
 * ("In Lima, the guards ..."), "there" for the last place named, and where the parties are ("a court in Lima").
 */
export function placesOf(sentence: Sentence, trigger: number, heads: RoleHeads, slots: Slots, reader: Reader): readonly Named[] {
  const filled = new Set([...heads.agent, ...heads.patient, ...heads.recipient])
  const own = [
    ...heads.place.flatMap((head) => placeAt(sentence, head, reader, true)),
    ...slots.after
      .filter(({ word }) => reader.lexicon.sets.placePrepositions.has(word))
      .flatMap(({ heads: after }) => after.filter((head) => !filled.has(head)).flatMap((head) => placeAt(sentence, head, reader, false))),
  ]
  if (own.length > 0) return once(own)
  const there = placeMeant(sentence, trigger, reader)
  if (there !== null) return [there]
  const opening = openingPlace(sentence, reader)
  if (opening.length > 0) return once(opening)
  const harmed = heads.patient.flatMap((head) => namedPlace(sentence, head, reader))
  return once([...harmed, ...[...heads.agent, ...heads.patient].flatMap((head) => placeBeside(sentence, head, reader))])
}

function once(named: readonly Named[]): readonly Named[] {
  return named.filter(({ name }, index) => named.findIndex((other) => other.name === name) === index)
}

/** The place a head word names: a place or facility by its name, "the north of Chile" by what follows "of", a building by its words. Times and people are none. */
function placeAt(sentence: Sentence, head: number, reader: Reader, framed: boolean): readonly Named[] {
  const { tokens } = sentence
  const token = tokens[head]
  if (token === undefined || isTime(sentence, token, reader)) return []
  const named = nameOf(sentence, head, reader)
  if (isBareBuilding(sentence, head, reader)) return []
  if (named?.kind === 'place' || named?.kind === 'facility') return [named]
  if (tokens[head + 1]?.lower === 'of') {
    const inner = phraseFrom(tokens, head + 2)[0]
    const within = inner === undefined ? null : nameOf(sentence, inner, reader)
    if (within?.kind === 'place' || within?.kind === 'facility') return [within]
  }
  if (named === null) return []
  const within = named.kind === null ? placeInPhrase(sentence, head, reader) : null
  if (within !== null && !reader.lexicon.sets.placeNouns.has(token.lemma)) return [within]
  if (reader.lexicon.sets.placeNouns.has(token.lemma) && named.kind !== 'person') return [named]
  if (named.kind === null && token.pos === 'PROPN') return [named]
  return framed && named.kind === 'organization' ? [named] : []
}

/** "to life in prison", "in court": without article or name it says in what state, and not where. */
function isBareBuilding({ tokens }: Sentence, head: number, { lexicon }: Reader): boolean {
  const token = tokens[head]
  return token?.tag === 'NN' && tokens[head - 1]?.pos === 'ADP' && lexicon.sets.placeNouns.has(token.lemma)
}

/** "on a Lima bus": the place that stands before a noun which is none. */
function placeInPhrase(sentence: Sentence, head: number, reader: Reader): Named | null {
  const { tokens } = sentence
  for (let at = phraseStart(tokens, head); at < head; at++) {
    const named = tokens[at]?.pos === 'PROPN' ? nameOf(sentence, at, reader) : null
    if (named?.kind === 'place') return named
  }
  return null
}

/** Whether a word belongs to a time expression: "July" does nothing and is nowhere. */
export function isTime({ index }: Sentence, { start, end }: Span, { times }: Reader): boolean {
  return (times.get(index) ?? []).some((time) => time.start <= start && time.end >= end)
}

/** "there": the last place named before it. */
function placeMeant({ tokens }: Sentence, trigger: number, { parties }: Reader): Named | null {
  const there = tokens
    .slice(trigger, trigger + reachOfThere)
    .find(({ lower, tag, pos }) => lower === 'there' && tag !== 'EX' && pos !== 'PRON')
  if (there === undefined) return null
  const near = mentionsIn(parties, { start: there.start - farthestThere, end: there.start })
  const before = near.findLast(({ party }) => isPlace(parties.parties[party]?.kind))
  const party = before === undefined ? undefined : parties.parties[before.party]
  return party === undefined ? null : { name: party.name, kind: party.kind, token: there.index }
}

/** Characters back to the place that "there" can mean: about three paragraphs. */
const farthestThere = 1500

/** Words after a verb in which "there" still belongs to it. */
const reachOfThere = 6

function isPlace(kind: string | undefined): boolean {
  return kind === 'place' || kind === 'facility'
}

/** "In the camps around Lima, the guards ...": the places of a phrase that opens the sentence and is closed by a comma. */
function openingPlace(sentence: Sentence, reader: Reader): readonly Named[] {
  const { tokens } = sentence
  if (!reader.lexicon.sets.placePrepositions.has(tokens[0]?.lower ?? '')) return []
  const comma = tokens.slice(0, longestOpening).findIndex(({ text }) => text === ',')
  if (comma === -1 || tokens.slice(0, comma).some(({ pos }) => pos === 'VERB')) return []
  return tokens.slice(1, comma).flatMap(({ pos, index }) => (pos === 'PROPN' || pos === 'NOUN' ? namedPlace(sentence, index, reader) : []))
}

/** A phrase that sets the scene is short. */
const longestOpening = 12

function namedPlace(sentence: Sentence, head: number, reader: Reader): readonly Named[] {
  return namesOf(sentence, [head], reader).filter(({ kind }) => isPlace(kind ?? undefined))
}

/** "a court in Lima", "families in Lima and Quito": where a party is. */
function placeBeside(sentence: Sentence, head: number, reader: Reader): readonly Named[] {
  const preposition = sentence.tokens[head + 1]?.lower
  if (preposition !== 'in' && preposition !== 'at') return []
  return phraseFrom(sentence.tokens, head + 2).flatMap((inner) => {
    const found = placeAt(sentence, inner, reader, false)
    return found.length > 0 ? found : placeWithinParty(sentence, head, inner, reader)
  })
}

/** "a court in Lima" as one party: the name after its preposition is a place of its own. */
function placeWithinParty({ tokens }: Sentence, head: number, inner: number, { parties }: Reader): readonly Named[] {
  const [outer, token] = [tokens[head], tokens[inner]]
  if (outer === undefined || token?.pos !== 'PROPN') return []
  const [whole, part] = [mentionAt(parties, outer), mentionAt(parties, token)]
  if (whole === undefined || whole !== part) return []
  const first = Math.max(head + 2, phraseStart(tokens, inner))
  const name = tokens
    .slice(first, inner + 1)
    .filter(({ pos }) => pos === 'PROPN')
    .map(({ text }) => text)
    .join(' ')
  return [{ name, kind: 'place', token: inner }]
}
