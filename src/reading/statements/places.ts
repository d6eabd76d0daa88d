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
    ...(moving.has(group.type)
      ? ways(sentence, phrases, reader)
      : [...entered(sentence, phrases, reader), ...behind(sentence, trigger, reader)]),
  ]
  const there = own.every(({ kind }) => kind === null) ? placeMeant(sentence, token, reader) : null
  if (own.length > 0) return once(withWider(sentence, there === null ? own : [...own, there], reader))
  if (there !== null) return [there]
  const where = placeBeforeWhere(sentence, trigger.kind === 'verb' ? token : verbOver(sentence, token), reader)
  if (where.length > 0) return once(where)
  const opening = openingPlace(sentence, reader)
  if (opening.length > 0) return once(opening)
  const scene = moving.has(group.type) ? [] : sceneOf(sentence, token, group.type, reader)
  if (scene.length > 0) return once(scene)
  const harmed = group.type === 'abuse' ? heads.patient.flatMap((head) => namedPlace(sentence, head, reader)) : []
  const beside = spoken.has(group.type) ? [] : [...heads.agent, ...heads.patient]
  return once([...harmed, ...beside.flatMap((head) => placeBeside(sentence, head, reader))])
}

/** "in Kivu, Congo", "at a camp near Gallabat, Sudan,": a known place right after a comma says where the place before it is, and is the wider one. */
function withWider(sentence: Sentence, places: readonly Named[], reader: Reader): readonly Named[] {
  const { tokens } = sentence
  return places.flatMap((place) => {
    let end = place.token
    while (tokens[end + 1]?.pos === 'PROPN') end++
    if (place.kind !== 'place' || tokens[end + 1]?.text !== ',' || !/^(?:PROPN|ADJ)$/.test(tokens[end + 2]?.pos ?? '')) return [place]
    const [wider] = phraseFrom(tokens, end + 2)
    const after = tokens[(wider ?? end) + 1]
    const closes = after === undefined || /^[,.;)]$/.test(after.text) || after.pos === 'ADP'
    return wider === undefined || !closes ? [place] : [place, ...namedPlace(sentence, wider, reader)]
  })
}

type Phrase = Slots['after'][number]

/** The places of phrases that say where something stands: "in Lima", "off the coast of Peru". */
function stands(sentence: Sentence, phrases: readonly Phrase[], reader: Reader): readonly Named[] {
  return phrases
    .filter(({ word }) => reader.lexicon.sets.placePrepositions.has(word))
    .flatMap(({ heads }) => heads.flatMap((head) => placeAt(sentence, head, reader, false)))
}

/** "brought into Courtroom 2": the named places that somebody is brought into. */
function entered(sentence: Sentence, phrases: readonly Phrase[], reader: Reader): readonly Named[] {
  return phrases.filter(({ word }) => word === 'into').flatMap(({ heads }) => heads.flatMap((head) => namedPlace(sentence, head, reader)))
}

/** "walked out of Kober prison": the named place behind a pattern that ends in a preposition. */
function behind(sentence: Sentence, { token, end }: Trigger, reader: Reader): readonly Named[] {
  if (end - token < 2 || sentence.tokens[end - 1]?.pos !== 'ADP') return []
  return phraseFrom(sentence.tokens, end).flatMap((head) => namedPlace(sentence, head, reader))
}

/** The verb that a noun is the subject or object of, or the noun itself: "where they documented abuses". */
function verbOver({ tokens, tree }: Sentence, noun: number): number {
  const arcs = tree()
  const above = arcs.head[noun] ?? -1
  return /^(?:obj|nsubj)/.test(arcs.relation[noun] ?? '') && tokens[above]?.pos === 'VERB' ? above : noun
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
    const beside = placeAt(sentence, before, reader, false)
    return beside.length > 0 ? beside : lastPlaceBefore(sentence, before, reader)
  }
  return []
}

/** "Branch 9 in Lima, also called the Annex, where": the last place named a few words before. */
function lastPlaceBefore(sentence: Sentence, from: number, reader: Reader): readonly Named[] {
  for (let at = from - 1; at > Math.max(0, from - longestOpening); at--) {
    const place = sentence.tokens[at]?.pos === 'PROPN' ? namedPlace(sentence, at, reader) : []
    if (place.length > 0) return place
  }
  return []
}

/**
 * The scene that the verb of another clause sets: of the verb it is joined to ("stormed a hotel in Lima and arrested him"), of the verb whose course it tells ("fired into crowds in Lima, killing ten"),
 * of the moment at which it happened ("arrested when he landed in Lima"), or of what its object does there ("stopped a boat carrying 40 people off Peru").
 */
function sceneOf(sentence: Sentence, verb: number, type: StatementType, reader: Reader): readonly Named[] {
  const tree = sentence.tree()
  const { tokens } = sentence
  const relation = tree.relation[verb] ?? ''
  const above = tree.head[verb] ?? -1
  const joined = relation === 'conj' && above >= 0 && above < verb && tokens[above]?.pos === 'VERB'
  const course = relation === 'advcl' && tokens[verb]?.tag === 'VBG' && above >= 0 && above < verb
  if ((joined || course) && !hasOwnSubject(sentence, verb)) {
    const scene = [...buildingsEntered(sentence, above, reader), ...placesUnder(sentence, above, verb, reader)]
    if (scene.length > 0) return once(scene)
  }
  const before = onTheSpot.has(type) && hasOwnSubject(sentence, verb) ? sceneOfClauseBefore(sentence, verb, reader) : []
  if (before.length > 0) return before
  const governor = relation === 'xcomp' && above >= 0 && above < verb ? above : verb
  const objects = tree.children(verb).filter((child) => tree.relation[child] === 'obj')
  // "ten were killed and 50 hurt when": the moment may hang on a verb joined to this one.
  const joinedTo = tree.children(verb).filter((child) => tree.relation[child] === 'conj' && tokens[child]?.pos === 'VERB')
  const clauses = [verb, ...(governor === verb ? [] : [governor]), ...objects, ...joinedTo].flatMap((over) => tree.children(over))
  const moment = clauses.find(
    (child) =>
      /^(?:advcl|acl)$/.test(tree.relation[child] ?? '') &&
      (child > verb || tokens.slice(child, verb).some(({ text }) => text === ',')) &&
      tree.children(child).some((mark) => reader.lexicon.sets.moments.has(tokens[mark]?.lower ?? '') && mark < child),
  )
  const telling = moment ?? conditionBefore(sentence, verb)
  if (telling !== undefined) {
    const scene = [...placesUnder(sentence, telling, tokens.length, reader), ...placesReached(sentence, telling, reader)]
    if (scene.length > 0) return once(scene)
  }
  const modifiers = objects.flatMap((object) =>
    tree.children(object).filter((child) => tree.relation[child] === 'acl' && /^VB[GN]$/.test(tokens[child]?.tag ?? '')),
  )
  return modifiers.flatMap((modifier) => {
    // "people attempting to cross the sea": what they attempt is what they do.
    const doing = [modifier, ...tree.children(modifier).filter((child) => tree.relation[child] === 'xcomp')]
    return doing.flatMap((at) => [...placesUnder(sentence, at, tokens.length, reader), ...placesReached(sentence, at, reader)])
  })
}

/** "stormed the embassy and seized him": the building that is the object of the verb before. */
function buildingsEntered(sentence: Sentence, verb: number, reader: Reader): readonly Named[] {
  const tree = sentence.tree()
  return tree
    .children(verb)
    .filter((child) => tree.relation[child] === 'obj' && reader.lexicon.sets.placeNouns.has(sentence.tokens[child]?.lemma ?? ''))
    .flatMap((child) => placeAt(sentence, child, reader, true))
}

/** What happens to people where a crowd, a raid or a fight is: a clause before it sets its scene ("broke up a rally in Lima, and ten were arrested"). */
const onTheSpot: ReadonlySet<StatementType> = new Set(['arrest', 'detention', 'abuse', 'death', 'interception'])

/** Where the clauses before were that it is joined to; what is only said there was not there. */
function sceneOfClauseBefore(sentence: Sentence, verb: number, reader: Reader): readonly Named[] {
  const { tokens } = sentence
  const tree = sentence.tree()
  for (let at = verb, steps = 0; steps < farthestClause; steps++) {
    const above = tree.head[at] ?? -1
    const told = tokens[above]
    const isJoined = /^(?:conj|parataxis)$/.test(tree.relation[at] ?? '') || tokens.slice(above, at).some(({ text }) => text === ';')
    if (told?.pos !== 'VERB' || above > at || !isJoined) return []
    const says = (reader.voices.get(sentence.index) ?? []).some(({ cue }) => cue !== null && cue.start <= told.start && cue.end >= told.end)
    if (says) return []
    const scene = placesUnder(sentence, above, verb, reader)
    const found = scene.length > 0 ? scene : openingOf(sentence, above, reader)
    if (found.length > 0) return found
    at = above
  }
  return []
}

/** Clauses up a row of joined ones: "broke up the rally; two were hurt and ten arrested". */
const farthestClause = 3

/** "In the old town supporters gathered": the places of a phrase that opens the sentence before a verb. */
function openingOf(sentence: Sentence, verb: number, reader: Reader): readonly Named[] {
  if (!reader.lexicon.sets.placePrepositions.has(sentence.tokens[0]?.lower ?? '')) return []
  const [head = verb] = phraseFrom(sentence.tokens, 1)
  return head < verb ? placeAt(sentence, head, reader, false) : []
}

/** "Had he gone back to Lima, police would have held him": the verb of an inverted condition that opens the sentence before the verb's own clause. */
function conditionBefore({ tokens, tree }: Sentence, verb: number): number | undefined {
  const [first, second] = tokens
  if (first?.pos !== 'AUX' || !/^(?:NOUN|PROPN|PRON|DET)$/.test(second?.pos ?? '')) return undefined
  const comma = tokens.findIndex(({ text }) => text === ',')
  if (comma === -1 || comma > verb) return undefined
  const arcs = tree()
  return tokens.slice(1, comma).find(({ pos, index }) => pos === 'VERB' && arcs.children(index).includes(0))?.index
}

/** "came to Durban", "crossed into Chad", "cross the Aegean Sea": the named places that somebody reaches or crosses by a verb; "was being driven to the airport" has not reached it. */
function placesReached(sentence: Sentence, verb: number, reader: Reader): readonly Named[] {
  const tree = sentence.tree()
  const { tokens } = sentence
  const isUnderWay = tokens[verb]?.tag === 'VBG' || tree.children(verb).some((child) => tokens[child]?.tag === 'VBG' && child < verb)
  return tree
    .children(verb)
    .filter((child) => {
      const relation = tree.relation[child] ?? ''
      if (relation === 'obj') return true
      const way = /^obl/.test(relation) ? prepositionOf(sentence, tree, child) : ''
      return reader.lexicon.sets.ways.has(way) && !(isUnderWay && way === 'to')
    })
    .flatMap((child) => namedPlace(sentence, child, reader))
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
  const ofPart = placeOfPart(sentence, head, named, reader)
  if (ofPart !== null) return [ofPart]
  if (named?.kind === 'place' || named?.kind === 'facility') return [named]
  const { placeNouns } = reader.lexicon.sets
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

/** "the north of Chile", "the port of Zuwara": the name after the "of" of a part of a place, known or not; a name keeps its own "of". */
function placeOfPart(sentence: Sentence, head: number, named: Named | null, reader: Reader): Named | null {
  const { tokens } = sentence
  const { placeNouns, placeParts } = reader.lexicon.sets
  const token = tokens[head]
  if (token === undefined || tokens[head + 1]?.lower !== 'of' || !(placeNouns.has(token.lemma) || placeParts.has(token.lower))) return null
  if (named !== null && named.kind !== null && named.name !== named.name.toLowerCase()) return null
  const inner = phraseFrom(tokens, head + 2)[0]
  const within = inner === undefined ? null : nameOf(sentence, inner, reader)
  if (within === null || inner === undefined) return null
  if (within.kind === 'place' || within.kind === 'facility') return within
  return within.kind !== 'organization' && inner === head + 2 && tokens[inner]?.pos === 'PROPN' ? { ...within, kind: 'place' } : null
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
