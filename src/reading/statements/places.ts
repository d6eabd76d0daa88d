import type { Span, StatementType } from '../../model/report.js'
import { mentionAt, mentionsIn } from '../parties/lookup.js'
import type { Sentence, Token } from '../parts.js'
import { hasOwnSubject, phraseFrom, phraseStart, prepositionOf, type Slots, withConjuncts } from './clause.js'
import type { Reader, RoleHeads } from './draft.js'
import { type Named, nameOf, namesOf } from './names.js'
import type { Trigger } from './triggers.js'

/** Types in which somebody goes or is moved: their "to" and "from" say where. */
const moving: ReadonlySet<StatementType> = new Set(['travel'])
/** What people only say: where they are at home is not where it is said. */
const spoken: ReadonlySet<StatementType> = new Set([
  'condemnation',
  'defence',
  'denial',
  'demand',
  'inquiry',
  'notification',
  'agreement',
  'support',
])

/**
 * Where it happened: what the frame calls a place, then the places after "in", "at", "near" in its clause. Where the clause names none: the place before "where",
 * what opens the sentence ("In Lima, the guards ..."), "there" for the last place named, the scene of the verb it hangs on, and where the parties are ("a court in Lima").
 */
export function placesOf(sentence: Sentence, trigger: Trigger, heads: RoleHeads, slots: Slots, reader: Reader): readonly Named[] {
  const { token, group } = trigger
  const filled = new Set([...heads.agent, ...heads.patient, ...heads.recipient])
  const phrases = slots.after.map((phrase) => ({ ...phrase, heads: phrase.heads.filter((head) => !filled.has(head)) }))
  const own = [
    ...heads.place.flatMap((head) => placeAt(sentence, head, reader, true)),
    ...stands(sentence, phrases, reader),
    ...(moving.has(group.type) ? ways(sentence, phrases, reader) : []),
  ]
  if (own.length > 0) return once(own)
  const there = placeMeant(sentence, token, reader)
  if (there !== null) return [there]
  const where = trigger.kind === 'verb' ? placeBeforeWhere(sentence, token, reader) : []
  if (where.length > 0) return once(where)
  const opening = openingPlace(sentence, reader)
  if (opening.length > 0) return once(opening)
  const scene = moving.has(group.type) ? [] : sceneOf(sentence, token, reader)
  if (scene.length > 0) return once(scene)
  const harmed = group.type === 'abuse' ? heads.patient.flatMap((head) => namedPlace(sentence, head, reader)) : []
  const beside = spoken.has(group.type) ? [] : [...heads.agent, ...heads.patient]
  return once([...harmed, ...beside.flatMap((head) => placeBeside(sentence, head, reader))])
}

type Phrase = Slots['after'][number]

/** The places of phrases that say where something stands: "in Lima", "off the coast of Peru". */
function stands(sentence: Sentence, phrases: readonly Phrase[], reader: Reader): readonly Named[] {
  return phrases
    .filter(({ word }) => reader.lexicon.sets.placePrepositions.has(word))
    .flatMap(({ heads }) => heads.flatMap((head) => placeAt(sentence, head, reader, false)))
}

/** The named places of phrases that say where somebody goes: "to Senegal", "for Lima". */
function ways(sentence: Sentence, phrases: readonly Phrase[], reader: Reader): readonly Named[] {
  const { sets } = reader.lexicon
  const { tokens } = sentence
  // "on a jet from Manila", "took a bus to Lima".
  const aboard = phrases
    .flatMap(({ heads }) => heads)
    .filter((head) => sets.vehicles.has(tokens[head]?.lemma ?? ''))
    .map((head) => ({ word: tokens[head + 1]?.lower ?? '', heads: phraseFrom(tokens, head + 2) }))
  return [...phrases, ...aboard]
    .filter(({ word }) => sets.ways.has(word))
    .flatMap(({ heads }) => heads.flatMap((head) => namedPlace(sentence, head, reader)))
}

/** "Evin prison, where he was held": the place right before the "where" that opens the verb's clause. */
function placeBeforeWhere(sentence: Sentence, verb: number, reader: Reader): readonly Named[] {
  const { tokens } = sentence
  for (let at = verb - 1; at > Math.max(0, verb - longestOpening); at--) {
    const token = tokens[at]
    if (token === undefined || /^[;:“”"]$/.test(token.text)) return []
    if (token.tag !== 'WRB' || token.lower !== 'where') continue
    const before = tokens[at - 1]?.text === ',' ? at - 2 : at - 1
    return placeAt(sentence, before, reader, false)
  }
  return []
}

/**
 * The scene that the verb of another clause sets: of the verb it is joined to ("stormed a hotel in Lima and arrested him"), of the verb whose course it tells ("fired into crowds in Lima, killing ten"),
 * of the moment at which it happened ("arrested when he landed in Lima"), or of what its object does there ("stopped a boat carrying 40 people off Peru").
 */
function sceneOf(sentence: Sentence, verb: number, reader: Reader): readonly Named[] {
  const tree = sentence.tree()
  const { tokens } = sentence
  const relation = tree.relation[verb] ?? ''
  const above = tree.head[verb] ?? -1
  const joined = relation === 'conj' && above >= 0 && above < verb && tokens[above]?.pos === 'VERB'
  const course = relation === 'advcl' && tokens[verb]?.tag === 'VBG' && above >= 0 && above < verb
  if ((joined || course) && !hasOwnSubject(sentence, verb)) {
    const scene = placesUnder(sentence, above, verb, reader)
    if (scene.length > 0) return scene
  }
  const moment = tree
    .children(verb)
    .find(
      (child) =>
        tree.relation[child] === 'advcl' &&
        child > verb &&
        tree.children(child).some((mark) => reader.lexicon.sets.moments.has(tokens[mark]?.lower ?? '') && mark < child),
    )
  if (moment !== undefined) return placesUnder(sentence, moment, tokens.length, reader)
  const modifiers = tree
    .children(verb)
    .filter((child) => tree.relation[child] === 'obj')
    .flatMap((object) =>
      tree.children(object).filter((child) => tree.relation[child] === 'acl' && /^VB[GN]$/.test(tokens[child]?.tag ?? '')),
    )
  return modifiers.flatMap((modifier) => placesUnder(sentence, modifier, tokens.length, reader))
}

/** The places that hang on a verb, or on its object, before a token. */
function placesUnder(sentence: Sentence, verb: number, before: number, reader: Reader): readonly Named[] {
  const tree = sentence.tree()
  const objects = tree.children(verb).filter((child) => tree.relation[child] === 'obj' || tree.relation[child] === 'obl')
  const phrases = [verb, ...objects].flatMap((over) =>
    tree
      .children(over)
      .filter((child) => child > verb && child < before && /^(?:obl|nmod)/.test(tree.relation[child] ?? ''))
      .map((child) => ({ word: prepositionOf(sentence, tree, child), heads: withConjuncts(tree, child, sentence.tokens) })),
  )
  return stands(sentence, phrases, reader)
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
  const { placeNouns, placeParts } = reader.lexicon.sets
  if (tokens[head + 1]?.lower === 'of' && (placeNouns.has(token.lemma) || placeParts.has(token.lower))) {
    const inner = phraseFrom(tokens, head + 2)[0]
    const within = inner === undefined ? null : nameOf(sentence, inner, reader)
    if (within?.kind === 'place' || within?.kind === 'facility') return [within]
  }
  if (named === null) return []
  const beside = placeNouns.has(token.lemma) ? placeApposed(sentence, head, reader) : null
  if (beside !== null) return [beside]
  const within = named.kind === null ? placeInPhrase(sentence, head, reader) : null
  if (within !== null && !placeNouns.has(token.lemma)) return [within]
  if (placeNouns.has(token.lemma) && named.kind !== 'person') return [named]
  if (named.kind === null && token.pos === 'PROPN' && /^\p{Lu}/u.test(token.text)) return [named]
  const seat = named.kind === 'organization' ? seatOf(sentence, head, reader) : null
  if (seat !== null) return [seat]
  // "held at the ministry" says where, "in police custody" does not.
  return framed && named.kind === 'organization' && tokens[head - 1]?.pos !== 'ADP' ? [named] : []
}

/** "to life in prison", "in court": without article or name it says in what state, and not where. */
function isBareBuilding({ tokens }: Sentence, head: number, { lexicon }: Reader): boolean {
  const token = tokens[head]
  return token?.tag === 'NN' && tokens[head - 1]?.pos === 'ADP' && lexicon.sets.placeNouns.has(token.lemma)
}

/** "in the capital, Lima,": the name that stands beside a word for a place. */
function placeApposed(sentence: Sentence, head: number, reader: Reader): Named | null {
  const { tokens } = sentence
  if (tokens[head + 1]?.text !== ',' || tokens[head + 2]?.pos !== 'PROPN') return null
  const [name] = phraseFrom(tokens, head + 2)
  const named = name === undefined ? undefined : namedPlace(sentence, name, reader)[0]
  return named !== undefined && tokens[named.token + 1]?.text === ',' ? named : null
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

/** "there": the last place named before it; what stands in brackets or after a comma behind another place only says where that one is. */
function placeMeant(sentence: Sentence, trigger: number, { parties }: Reader): Named | null {
  const { tokens } = sentence
  const isThere = ({ lower, tag, pos }: Token) => lower === 'there' && tag !== 'EX' && pos !== 'PRON'
  const opening = tokens.slice(0, 2).find(isThere)
  const there = tokens.slice(trigger, trigger + reachOfThere).find(isThere) ?? opening
  if (there === undefined) return null
  const places = mentionsIn(parties, { start: there.start - farthestThere, end: there.start }).filter(({ party }) =>
    isPlace(parties.parties[party]?.kind),
  )
  let last = places.length - 1
  while (
    last > 0 &&
    (places[last]?.start ?? 0) - (places[last - 1]?.end ?? 0) <= longestGloss &&
    places[last]?.sentence === places[last - 1]?.sentence
  )
    last--
  const party = parties.parties[places[last]?.party ?? -1]
  return party === undefined ? null : { name: party.name, kind: party.kind, token: there.index }
}

/** Signs between a place and what only says where it is: a comma or a bracket with its space. */
const longestGloss = 2

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
  const named = tokens
    .slice(1, comma)
    .flatMap(({ pos, index }) => (pos === 'PROPN' || pos === 'NOUN' ? namedPlace(sentence, index, reader) : []))
  const [head] = phraseFrom(tokens, 1)
  return named.length > 0 || head === undefined ? named : placeAt(sentence, head, reader, false)
}

/** A phrase that sets the scene is short. */
const longestOpening = 12

function namedPlace(sentence: Sentence, head: number, reader: Reader): readonly Named[] {
  return namesOf(sentence, [head], reader).filter(({ kind }) => isPlace(kind ?? undefined))
}

/** "a court in Lima", "a strike on a market in Lima": where a party is, or what it strikes. */
function placeBeside(sentence: Sentence, head: number, reader: Reader): readonly Named[] {
  const { tokens } = sentence
  if (!reader.lexicon.sets.placePrepositions.has(tokens[head + 1]?.lower ?? '')) return []
  const inner = phraseFrom(tokens, head + 2)
  const last = inner.at(-1)
  const nested = last !== undefined && tokens[last + 1]?.lower === 'in' ? phraseFrom(tokens, last + 2) : []
  return [...inner, ...nested].flatMap((at) => placeAt(sentence, at, reader, false))
}

/** "the embassy in Lima" as one party: the name after its preposition is a place of its own. */
function seatOf({ tokens }: Sentence, inner: number, { parties }: Reader): Named | null {
  const first = phraseStart(tokens, inner)
  const [preposition, token] = [tokens[first - 1], tokens[inner]]
  if (preposition === undefined || token?.pos !== 'PROPN' || !/^(?:in|at)$/.test(preposition.lower)) return null
  const whole = mentionAt(parties, token)
  if (whole === undefined || whole.start >= preposition.start) return null
  const name = tokens
    .slice(first, inner + 1)
    .filter(({ pos }) => pos === 'PROPN')
    .map(({ text }) => text)
    .join(' ')
  return { name, kind: 'place', token: inner }
}
