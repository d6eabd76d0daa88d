import type { MentionKind } from '../../model/report.js'
import type { Sentence, Token } from '../parts.js'
import { folded } from './folded.js'
import type { Lists } from './lists.js'
import { isCapital, type Memory, opensClause } from './memory.js'
import type { Naming } from './names.js'

/** A name together with what it is. */
export interface KindedNaming extends Naming {
  readonly kind: MentionKind
}

type Votes = { person: number; organization: number; place: number; facility: number; nobody: number }

/** The names with their kinds. What a name's own words leave open is decided by all the places where it stands in the report; a capital that is only ever an adjective or a make ("a Falcon jet") names no party and is left out. */
export function withKinds(
  namings: readonly Naming[],
  sentences: readonly Sentence[],
  lists: Lists,
  memory: Memory,
  outlet: string | null,
): readonly KindedNaming[] {
  const votes = new Map<string, Votes>()
  const settled = new Map<string, MentionKind>()
  const surnames = new Set<string>()
  const facilities = new Set<string>()
  const families = familiesOf(namings)
  /** Each place of a name that may be a family's or a town's is judged alone; of every other name, all its places together. */
  const placeOfVotes = (naming: Naming, index: number) => (isFamilyOrTown(naming, families) ? `${index}` : naming.key)
  const isOpen = (naming: Naming) => naming.kind === undefined || isFamilyOrTown(naming, families)
  namings.forEach((naming, index) => {
    const sentence = sentences[naming.sentence]
    if (naming.kind !== undefined && !isOpen(naming)) {
      settled.set(naming.key, naming.kind)
      if (naming.kind === 'facility' && naming.words.length > 1) facilities.add(naming.words[0] ?? '')
      if (naming.kind === 'person') for (const word of naming.words.slice(naming.words.length > 1 ? 1 : 0)) surnames.add(word)
    } else if (sentence !== undefined) {
      const key = placeOfVotes(naming, index)
      const sum = votes.get(key) ?? { person: 0, organization: 0, place: 0, facility: 0, nobody: 0 }
      addVotes(sum, naming, sentence, namings[index + 1], lists, memory)
      votes.set(key, sum)
    }
  })
  // Whoever publishes the report is a body, whatever its name looks like.
  const publisher = new Set((outlet ?? '').split(/\s+/).map(folded))
  for (const naming of namings) {
    const sum = votes.get(naming.key)
    if (naming.kind !== undefined || naming.words.length < 2 || sum === undefined || settled.has(naming.key)) continue
    // Only what the text itself calls a person lends its last words as family names.
    if (sum.person >= 1.5 && decided(naming, { ...sum }, surnames, facilities, lists) === 'person')
      for (const word of naming.words.slice(1)) surnames.add(word)
  }
  const times = new Map<string, number>()
  for (const { key } of namings) times.set(key, (times.get(key) ?? 0) + 1)
  return namings.flatMap((naming, index) => {
    const unknown = naming.kind === undefined || (naming.acronym && !lists.known.has(naming.words[0] ?? ''))
    if (unknown && times.get(naming.key) === 1 && isLabel(naming, sentences[naming.sentence], lists)) return []
    const kind =
      (isOpen(naming) ? undefined : naming.kind) ??
      (naming.words.every((word) => publisher.has(word)) ? 'organization' : undefined) ??
      settled.get(naming.key) ??
      decided(naming, votes.get(placeOfVotes(naming, index)), surnames, facilities, lists)
    return kind === undefined ? [] : [{ ...naming, kind }]
  })
}

/** The last words of the full names of people. */
function familiesOf(namings: readonly Naming[]): ReadonlySet<string> {
  return new Set(namings.flatMap(({ kind, words }) => (kind === 'person' && words.length > 1 ? (words.at(-1) ?? []) : [])))
}

/** "Messina" where the report tells of a Carlo Messina: which of the two it is, each place where it stands must say. */
function isFamilyOrTown({ kind, words, place }: Naming, families: ReadonlySet<string>): boolean {
  return kind === 'place' && words.length === 1 && place?.kind === 'city' && families.has(words[0] ?? '')
}

/** Whether capitals make up a whole line and name nobody the lists know: "Hero Banner" is a label of the page. */
function isLabel({ words, titles, from, to }: Naming, sentence: Sentence | undefined, lists: Lists): boolean {
  if (sentence === undefined || titles.length > 0 || lists.given.has(words[0] ?? '')) return false
  return sentence.tokens.every(({ text }, index) => (index >= from && index < to) || !/[\p{L}\p{N}]/u.test(text))
}

function decided(
  naming: Naming,
  votes: Votes | undefined,
  surnames: ReadonlySet<string>,
  facilities: ReadonlySet<string>,
  lists: Lists,
): MentionKind | undefined {
  if (votes === undefined) return 'person'
  const single = naming.words.length === 1
  // The family name of somebody who is named in full elsewhere.
  if (single && surnames.has(naming.words[0] ?? '')) votes.person += naming.place === undefined ? 2 : 1.5
  // "Mitiga" where the report has a "Mitiga prison".
  if (single && facilities.has(naming.words[0] ?? '') && naming.place === undefined) votes.facility += 3
  if (naming.place !== undefined) votes.place += 1
  if (single && lists.given.has(naming.words[0] ?? '')) votes.person += 1
  if (!single && lists.given.has(naming.words[0] ?? '')) votes.person += 3
  if (naming.words.some((word) => lists.particles.has(word)) || naming.words.some((word) => /^(?:al|el|abu|ibn|bin)-/.test(word)))
    votes.person += 1
  if (naming.words.length >= 2 && naming.words.length <= 4 && !naming.words.some((word) => lists.fieldEnding.test(word)))
    votes.person += 0.8
  if (naming.words.some((word) => lists.fieldEnding.test(word))) votes.organization += 1
  // "Hak-ja", "Jae-myung": given names of Korea and China.
  if (!single && /^\p{Ll}{2,}-\p{Ll}{2,}$/u.test(naming.words.at(-1) ?? '') && naming.words.length === 2) votes.person += 1
  const order = (['person', 'organization', 'place', 'facility'] as const).map((kind) => [kind, votes[kind]] as const)
  const best = order.reduce((a, b) => (b[1] > a[1] ? b : a))
  if (votes.nobody > best[1]) return undefined
  return best[0]
}

/** What one place in the text says of what a name is. Weights order the grounds: a noun in front says it outright (3), an age or "who" nearly so (2), a preposition or verb only makes it likelier (1). */
function addVotes(votes: Votes, naming: Naming, sentence: Sentence, following: Naming | undefined, lists: Lists, memory: Memory): void {
  const { tokens } = sentence
  const before = tokens[naming.from - 1]
  const next = tokens[naming.to]
  if (naming.titles.length > 0) votes.person += 4
  if (before !== undefined) voteBefore(votes, before, tokens[naming.from - 2], next, tokens[naming.from - 3]?.lower === 'in', lists)
  if (next !== undefined) voteAfter(votes, tokens, naming.to, next, lists)
  const capitals = memory.capitals[sentence.index]
  if (capitals === 'plain' && next?.pos === 'NOUN' && !opensClause(tokens, naming.to) && !lists.tenure.has(next.lower))
    votes.nobody += naming.words.length === 1 ? 1.2 : 0.5
  if (
    next?.text === ',' &&
    following?.sentence === sentence.index &&
    following.from === naming.to + 1 &&
    (following.kind === 'place' || following.place !== undefined)
  )
    votes.place += 1
}

function voteBefore(
  votes: Votes,
  before: Token,
  earlier: Token | undefined,
  next: Token | undefined,
  joinedPlace: boolean,
  lists: Lists,
): void {
  // A capitalised noun belongs to a name of its own ("Davao City"), not to this one.
  const noun = (before.pos === 'NOUN' || before.pos === 'PROPN') && !isCapital(before.text)
  if (noun && (lists.offices.has(before.lower) || lists.people.has(before.lower) || lists.kin.has(before.lower))) votes.person += 3
  else if ((noun || before.pos === 'ADJ') && (lists.bodies.has(before.lower) || lists.bodies.has(before.lemma)))
    votes[earlier?.lower === 'a' || earlier?.lower === 'an' ? 'nobody' : 'organization'] += 3
  else if (noun && lists.facilities.has(before.lower)) votes.facility += 2
  else if (noun && lists.placeHeads.has(before.lower)) votes.place += 3
  if (before.lower === 'of' && earlier !== undefined) voteOwner(votes, earlier, lists)
  if (lists.directions.has(before.lower)) votes.place += 2
  if (before.lower === 'in' || before.lower === 'near' || before.lower === 'outside' || (before.pos === 'CCONJ' && joinedPlace))
    votes.place += 2
  else if (before.pos === 'ADP' && lists.placePrepositions.has(before.lower) && earlier?.lower !== 'according')
    votes.place += before.lower === 'at' ? 1 : 0.7
  if (before.lower === 'the' && next?.pos !== 'NOUN') {
    votes.organization += 1.5
    votes.person -= 1.5
  }
  if (before.lower === 'a' || before.lower === 'an') votes.nobody += 2
  if (before.pos === 'ADJ' && (earlier?.lower === 'a' || earlier?.lower === 'an')) votes.nobody += 1.5
  if (before.pos === 'VERB' && lists.speechVerbs.has(before.lemma)) votes.person += 1
  if (before.pos === 'VERB') votes.person += 0.3
}

/** What "of" before a name says of it: "mayor of", "director of", "son of". */
function voteOwner(votes: Votes, { lower, lemma, pos }: Token, lists: Lists): void {
  if (lists.placeHeads.has(lower) || lists.ofPlaces.has(lower)) votes.place += 3
  else if (lists.facilities.has(lower)) votes.place += 2
  else if (lists.kin.has(lemma) || lists.kin.has(lower)) votes.person += 2
  else if (pos === 'NOUN' && lists.ofBodies.has(lemma)) votes.organization += 1.5
}

function voteAfter(votes: Votes, tokens: readonly Token[], at: number, next: Token, lists: Lists): void {
  const [after, third] = [tokens[at + 1], tokens[at + 2]]
  if (next.text === ',' && after?.pos === 'NUM' && /^\d{1,2}$/.test(after.text) && third?.text === ',') votes.person += 3
  if (next.text === ',' && (after?.lower === 'who' || after?.lower === 'whose')) votes.person += 2
  if (next.lower === 'who' || next.lower === 'whose' || next.lower === 'himself' || next.lower === 'herself') votes.person += 2
  if (next.text === ',' && after?.lower === 'which') votes.organization += 1
  if (next.lower === 'which') votes.nobody += 1
  if (lists.placeHeads.has(next.lower)) votes.place += 3
  if (next.pos === 'VERB' && lists.speechVerbs.has(next.lemma)) votes.person += 0.8
  else if (next.pos === 'VERB' || next.pos === 'AUX') votes.person += 0.6
  if (/^['’]s?$/.test(next.text)) {
    if (after !== undefined && (lists.offices.has(after.lower) || lists.kin.has(after.lower))) votes.person += 0.6
    votes.person += 0.3
  }
  if (next.text === ',' && after !== undefined && (lists.articles.has(after.lower) || lists.offices.has(after.lower))) {
    const noun = headOfPhrase(tokens, lists.articles.has(after.lower) ? at + 2 : at + 1)
    if (noun !== undefined && (lists.offices.has(noun.lower) || lists.people.has(noun.lower))) votes.person += 3
    if (noun !== undefined && lists.facilities.has(noun.lower)) votes.facility += 3
    if (noun !== undefined && lists.bodies.has(noun.lower)) votes.organization += 3
    if (noun !== undefined && lists.placeHeads.has(noun.lower)) votes.place += 3
  }
}

/** The noun that a phrase is about, its last one: "leader" in "church's charismatic leader". */
function headOfPhrase(tokens: readonly Token[], from: number): Token | undefined {
  let head: Token | undefined
  for (let at = from; at < from + longestPhrase; at++) {
    const token = tokens[at]
    if (token === undefined || !/^(?:NOUN|PROPN|ADJ|NUM|PART)$/.test(token.pos)) break
    if (token.pos === 'NOUN' || token.pos === 'PROPN') head = token
  }
  return head
}

/** Words of an apposition before its noun: more are rare, and another clause's. */
const longestPhrase = 8
