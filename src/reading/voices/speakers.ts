import type { Knowledge } from '../../model/packs.js'
import type { MentionKind, Span } from '../../model/report.js'
import type { PronounUse } from '../../model/words/voices.js'
import { longestMention, mentionAt, mentionsIn, partyAt } from '../parties/lookup.js'
import type { Parties, Party, Sentence, Token } from '../parts.js'
import type { Attribution } from './attribution.js'
import type { Lexicon } from './lexicon.js'
import { isAcronym, isPause, isWrittenAsName } from './phrases.js'
import { coverOf } from './quoted.js'
import { inPhrase, phraseStart } from './subjects.js'

/** What naming speakers needs to know. `ownOutlet`: who is told something by a source is not a link of the chain when it is the outlet itself. */
export interface Naming {
  readonly parties: Parties
  readonly carriers: ReadonlySet<string>
  readonly ownOutlet: string | null
  readonly lexicon: Lexicon
  readonly sentences: readonly Sentence[]
  /** Who answers where a turn is only "A:". */
  readonly interviewee: string | null
}

const carriersByKnowledge = new WeakMap<Knowledge, ReadonlySet<string>>()

/** The names of agencies and outlets, in small letters: through them others' words reach the report. */
export function carriersOf(knowledge: Knowledge): ReadonlySet<string> {
  const known = carriersByKnowledge.get(knowledge)
  if (known !== undefined) return known
  const kinds = new Set(['agency', 'newspaper', 'broadcaster', 'site'])
  const fresh = new Set(
    knowledge.outlets
      .filter(({ kind }) => kinds.has(kind))
      .flatMap(({ name, names }) => [name, ...names].map((each) => each.toLowerCase())),
  )
  carriersByKnowledge.set(knowledge, fresh)
  return fresh
}

/** The speakers of attributions by name, in order; each nearest the outlet first. A pronoun is the one who spoke before it, where it can be and no other whom it may mean was named since; else whom the report means by it. `told` are the stretches that somebody goes on telling: who is named in them is no new speaker. */
export function chainsOf(
  attributions: readonly Attribution[],
  naming: Naming,
  told: readonly Span[],
): ReadonlyMap<Attribution, readonly string[]> {
  const chains = new Map<Attribution, readonly string[]>()
  let before: Speaker | null = null
  const named = namedPlaces(naming.parties, attributions, told)
  const unnamed = new Map<string, string>()
  for (const attribution of [...attributions].sort((a, b) => placeOf(a) - placeOf(b))) {
    const speaker = speakerOf(attribution, before, named, unnamed, naming)
    chains.set(attribution, speaker === null || !attribution.tells ? [] : [...carriersIn(attribution, naming), speaker.name])
    if (speaker === null || !attribution.tells) continue
    before = speaker
    const head = attribution.sentence.tokens[attribution.speaker ?? -1]
    if (head?.pos === 'NOUN' && speaker.kind === null) unnamed.set(head.lemma, speaker.name)
  }
  return chains
}

/** Where each party is named or described outside what others are said to have said, in order, by its number. */
function namedPlaces(
  { mentions }: Parties,
  attributions: readonly Attribution[],
  told: readonly Span[],
): ReadonlyMap<number, readonly number[]> {
  const said = attributions.flatMap(({ tells, content, mode }) => (content !== null && (tells || mode !== 'indirect') ? [content] : []))
  const isSaid = coverOf([...said, ...told])
  const places = new Map<number, number[]>()
  for (const mention of mentions) {
    if (mention.form === 'pronoun' || isSaid(mention)) continue
    const known = places.get(mention.party)
    if (known === undefined) places.set(mention.party, [mention.start])
    else known.push(mention.start)
  }
  return places
}

/** The last of places, which stand in order, before another; -1 where there is none. */
function lastBefore(places: readonly number[], before: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < before) low = middle + 1
    else high = middle
  }
  return places[low - 1] ?? -1
}

interface Speaker {
  readonly place: number
  readonly name: string
  readonly kind: MentionKind | null
  readonly block: number
  readonly plural: boolean
  /** A paper or recording: "the report". */
  readonly document: boolean
}

function placeOf({ cue, content }: Attribution): number {
  return cue?.start ?? content?.start ?? 0
}

function speakerOf(
  attribution: Attribution,
  before: Speaker | null,
  named: ReadonlyMap<number, readonly number[]>,
  unnamed: ReadonlyMap<string, string>,
  naming: Naming,
): Speaker | null {
  const { sentence, speaker, source } = attribution
  const { parties, lexicon, ownOutlet, sentences } = naming
  const of = speaker === null ? null : antecedentOf(sentence.tokens, speaker)
  if (of !== null) return speakerOf({ ...attribution, speaker: of }, before, named, unnamed, naming)
  const token = speaker === null ? undefined : sentence.tokens[speaker]
  if (token === undefined || speaker === null) return null
  if (
    lexicon.ownPress.has(token.lower) &&
    sentence.tokens.slice(phraseStart(sentence.tokens, speaker), speaker).some(({ lower }) => lexicon.ownMarks.has(lower))
  )
    return null
  if (lexicon.asking.has(token.text)) return null
  if (lexicon.answering.has(token.text) && sentence.tokens[speaker + 1]?.text === ':')
    return {
      name: naming.interviewee ?? [...lexicon.interviewed][0] ?? token.text,
      kind: null,
      place: token.start,
      block: sentence.block,
      plural: false,
      document: false,
    }
  const party = partyAt(parties, token)
  if (party !== undefined && ownOutlet !== null && party.forms.some((form) => sameOutlet(form, ownOutlet))) return null
  const pronoun = lexicon.pronouns.get(token.lower)
  if (pronoun !== undefined) {
    const since = (place: number) => party !== undefined && lastBefore(named.get(party.id) ?? [], token.start) > place
    const fits = before !== null && sentence.block - before.block <= 1 && canBe(pronoun, before) && !since(before.place)
    if (fits) return { ...before, place: token.start, block: sentence.block }
    const paper = party === undefined && pronoun === 'thing' ? paperBefore(sentence, speaker, sentences, lexicon) : null
    if (paper !== null) return paper
    return party === undefined
      ? null
      : { name: party.name, kind: party.kind, place: token.start, block: sentence.block, plural: pronoun === 'several', document: false }
  }
  const repeated = lexicon.definites.has(sentence.tokens[speaker - 1]?.lower ?? '') ? unnamed.get(token.lemma) : undefined
  const plural = token.tag === 'NNS' || token.tag === 'NNPS' || token.pos === 'DET'
  const at = { place: token.start, block: sentence.block, plural, document: lexicon.documents.has(token.lemma) }
  if (party !== undefined && !isOf(sentence.tokens, speaker, party, parties, lexicon)) return { name: party.name, kind: party.kind, ...at }
  const apposed = party === undefined ? appositionOf(sentence.tokens, speaker, parties) : undefined
  if (apposed !== undefined) return { name: apposed.name, kind: apposed.kind, ...at }
  if (repeated !== undefined) return { name: repeated, kind: null, ...at }
  if (/^(?:NOUN|PROPN|NUM|ADJ)$/.test(token.pos) || isAcronym(token) || isWrittenAsName(sentence.tokens, speaker))
    return { name: wordsOf(sentence.tokens, speaker, lexicon, source?.end), kind: null, ...at }
  return /^(?:DET|PRON)$/.test(token.pos) && !/^(?:PRP|PRP\$|WP|WDT|EX)$/.test(token.tag) ? { name: token.text, kind: null, ...at } : null
}

/** Whom or what "which", "that" or "who" takes up: the noun right before it. */
function antecedentOf(tokens: readonly Token[], speaker: number): number | null {
  if (!/^(?:WDT|WP)$/.test(tokens[speaker]?.tag ?? '')) return null
  const at = tokens[speaker - 1]?.text === ',' ? speaker - 2 : speaker - 1
  return /^(?:NOUN|PROPN)$/.test(tokens[at]?.pos ?? '') ? at : null
}

/** The paper that "it" is: the last one that opens a sentence, or the one before it, with nothing before its noun but an article: "The indictment was unsealed. It lists …". */
function paperBefore(sentence: Sentence, speaker: number, sentences: readonly Sentence[], lexicon: Lexicon): Speaker | null {
  for (const before of [sentence, sentences[sentence.index - 1]]) {
    if (before === undefined || before.block !== sentence.block) continue
    const noun = before.tokens.find(({ pos }) => pos === 'NOUN')
    if (
      noun === undefined ||
      !lexicon.documents.has(noun.lemma) ||
      before.tokens.slice(0, noun.index).some(({ pos }) => pos === 'ADP' || pos === 'VERB')
    )
      continue
    if (before === sentence && noun.index > speaker) continue
    return { name: noun.text, kind: null, place: noun.start, block: before.block, plural: noun.tag === 'NNS', document: true }
  }
  return null
}

/** The person named between commas right after a head word: "her counsel, Karl Holm, said". After "according to the file, Karl Holm ordered" no comma closes it. */
function appositionOf(tokens: readonly Token[], head: number, parties: Parties): Party | undefined {
  const name = tokens[head + 2]
  if (tokens[head]?.pos !== 'NOUN' || tokens[head + 1]?.text !== ',' || name?.pos !== 'PROPN') return undefined
  const mention = mentionAt(parties, name)
  const after = mention === undefined ? undefined : tokens.find(({ start }) => start >= mention.end)
  if (mention === undefined || (after !== undefined && !isPause(after))) return undefined
  const party = parties.parties[mention.party]
  return party?.kind === 'person' ? party : undefined
}

/** Whether a head word is only somebody of a party's, whose name stands in its phrase: "the wife of the opposition leader Karl Holm" is not Holm, "the head of the prison, Karl Holm" is. */
function isOf(tokens: readonly Token[], head: number, party: Party, { mentions }: Parties, lexicon: Lexicon): boolean {
  const token = tokens[head]
  if (token?.pos !== 'NOUN' || !lexicon.ties.has(tokens[head + 1]?.lower ?? '')) return false
  const inside = mentionsIn({ mentions, parties: [] }, { start: token.end, end: token.end + longestMention })
  const name = inside.find((mention) => mention.party === party.id && mention.form === 'name')
  if (name === undefined) return false
  if (inside.some((mention) => mention.party === party.id && mention.form === 'description' && name.start - mention.end === 1)) return true
  const before = tokens.findLast(({ index, end }) => index > head + 1 && end <= name.start)
  return before === undefined || /^(?:DET|ADJ|PROPN)$/.test(before.pos) || lexicon.speakers.has(before.lemma)
}

/** Whether a pronoun can stand for one who spoke: "it" is no person, "he" is no body and not several. */
function canBe(pronoun: PronounUse, { kind, plural, document }: Speaker): boolean {
  if (pronoun === 'thing') return (document || (kind !== 'person' && kind !== null)) && !plural
  if (document) return plural && pronoun === 'several'
  if (pronoun === 'several') return plural || (kind !== 'person' && kind !== null)
  return !plural && (kind === 'person' || kind === null)
}

/** Those through whom the speaker's words came: whoever quotes the speaker, and an agency or outlet that was told. */
function carriersIn({ sentence, quoter, hearer }: Attribution, { parties, carriers, ownOutlet, lexicon }: Naming): readonly string[] {
  const quoting = quoter === null ? undefined : sentence.tokens[quoter]
  if (quoting !== undefined) return [partyAt(parties, quoting)?.name ?? wordsOf(sentence.tokens, quoting.index, lexicon)]
  const told = hearer === null ? undefined : sentence.tokens[hearer]
  const party = told === undefined ? undefined : partyAt(parties, told)
  if (party === undefined && told !== undefined && carriers.has(told.lower) && !sameOutlet(told.text, ownOutlet ?? told.text))
    return [told.text]
  if (party === undefined || (ownOutlet !== null && party.forms.some((form) => sameOutlet(form, ownOutlet)))) return []
  return party.kind === 'publication' || party.forms.some((form) => carriers.has(form.toLowerCase())) ? [party.name] : []
}

function sameOutlet(form: string, outlet: string): boolean {
  const [a, b] = [form.toLowerCase(), outlet.toLowerCase()]
  return a.includes(b) || b.includes(a)
}

/** A description longer than this no longer names anybody. */
const longestDescription = 10

/** A source that is no party ("two lawyers", "order of the Court of Appeal") in its own words, without article; no further than `until`, where its phrase ends. */
function wordsOf(tokens: readonly Token[], head: number, lexicon: Lexicon, until = Number.POSITIVE_INFINITY): string {
  let first = head
  while (first > 0 && /^(?:ADJ|NOUN|PROPN|NUM|PART)$/.test(tokens[first - 1]?.pos ?? '')) first--
  let last = head
  for (let at = head + 1; at < Math.min(tokens.length, first + longestDescription); at++) {
    const token = tokens[at]
    if (token === undefined || token.start >= until || !(lexicon.ties.has(token.lower) || inPhrase(token))) break
    if (token.pos === 'DET' && !lexicon.ties.has(tokens[at - 1]?.lower ?? '')) break
    if (token.pos === 'NOUN' || token.pos === 'PROPN') last = at
  }
  return tokens
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ')
    .replace(/ (?=['’]s?\b)/g, '')
}
