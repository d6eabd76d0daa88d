import type { MentionKind, Span } from '../../model/report.js'
import type { PronounUse } from '../../model/words/voices.js'
import { mentionsIn, partyAt } from '../parties/lookup.js'
import type { Parties, Party, Sentence, TimeReading, VoiceReading } from '../parts.js'
import type { Attribution } from './attribution.js'
import type { Lexicon } from './lexicon.js'
import { isFiniteVerb } from './phrases.js'

/**
 * Who may go on telling past a sentence of theirs. `lived`: somebody tells what happened to them or before their eyes ("a former prisoner said he was beaten");
 * `found`: a document or paper that tells at length ("the report describes", "the indictment lists"); `said`: anybody else.
 */
export type FloorKind = 'lived' | 'found' | 'said'

export interface Floor {
  readonly kind: FloorKind
  readonly chain: readonly string[]
  /** The party that speaks, where the report knows it. */
  readonly speaker: number | null
  /** What pronoun can stand for the speaker. */
  readonly use: PronounUse
  /** The stretches told so far. */
  readonly told: readonly Span[]
  /** The last sentence told. */
  readonly last: Sentence
  /** Sentences told since the speaker was last named. */
  readonly steps: number
  /** Whether the speaker is an outlet or agency, of whose own report a report tells. */
  readonly relays: boolean
  /** Whether more than one sentence was told. */
  readonly established: boolean
  /** Whether what was told happened in the days around publication. */
  readonly recent: boolean
}

/** An attribution with its speakers by name, nearest the outlet first. */
export interface Spoken {
  readonly attribution: Attribution
  readonly reading: VoiceReading
}

/** What deciding about a floor needs to know. */
export interface Telling {
  readonly parties: Parties
  readonly lexicon: Lexicon
  readonly timesOf: ReadonlyMap<number, readonly TimeReading[]>
  readonly published: string | null
  readonly carriers: ReadonlySet<string>
}

/** The floor that an attribution takes with its sentence: only where it tells a happening, in the past, up to the sentence's end. Null where it takes none. */
export function floorTaken(attribution: Attribution, chain: readonly string[], before: Floor | null, telling: Telling): Floor | null {
  const { sentence, content, speaker, cue, tells, mode } = attribution
  const { lexicon, parties } = telling
  const root = chain.at(-1)
  if (!tells || content === null || root === undefined) return null
  const goesOn = before !== null && before.chain.at(-1) === root
  const party = speaker === null ? undefined : partyAt(parties, sentence.tokens[speaker] ?? sentence)
  const kind = goesOn && before.kind !== 'said' ? before.kind : kindOf(attribution, party?.id ?? null, telling)
  const times = telling.timesOf.get(sentence.index)?.filter(({ start, end }) => start >= content.start && end <= content.end) ?? []
  const own = {
    kind,
    chain,
    speaker: party?.id ?? (goesOn ? before.speaker : null),
    use: useOf(attribution, party?.kind, lexicon),
    last: sentence,
    steps: 0,
    established: goesOn,
    relays: isRelay(party, telling.carriers),
    recent: times.some((time) => isRecent(time, telling.published)) || (goesOn && before.recent),
  }
  const told = goesOn ? [...before.told.slice(-rememberedStretches), content] : [content]
  if (mode === 'direct') return goesOn && before.kind === 'lived' ? { ...own, told } : null
  if (!reachesEnd(attribution) || !recounts(sentence, cue, lexicon)) return null
  if (kind !== 'found' && !goesOn && !tellsHappening(sentence, content)) return null
  return { ...own, told }
}

function kindOf(attribution: Attribution, party: number | null, { lexicon, parties, carriers }: Telling): FloorKind {
  const { sentence, speaker, cue, content } = attribution
  const head = sentence.tokens[speaker ?? -1]
  if (head === undefined || content === null) return 'said'
  const known = party === null ? undefined : parties.parties[party]
  if (lexicon.documents.has(head.lemma) || isRelay(known, carriers)) return hasWord(sentence, cue, lexicon.finding) ? 'found' : 'said'
  if (lexicon.livedThrough.has(head.lemma) || hasWord(sentence, cue, lexicon.reliving)) return 'lived'
  if (known === undefined ? !lexicon.speakers.has(head.lemma) : known.kind !== 'person') return 'said'
  const within = party !== null && mentionsIn(parties, content).some((mention) => mention.party === party)
  return within || opensWithSpeaker(attribution, content, parties, lexicon) ? 'lived' : 'said'
}

function isRelay(party: Party | undefined, carriers: ReadonlySet<string>): boolean {
  return party?.kind === 'publication' || party?.forms.some((form) => carriers.has(form.toLowerCase())) === true
}

function useOf({ sentence, speaker }: Attribution, kind: MentionKind | undefined, lexicon: Lexicon): PronounUse {
  const head = sentence.tokens[speaker ?? -1]
  if (head === undefined) return 'person'
  if (head.tag === 'NNS' || head.tag === 'NNPS' || lexicon.pronouns.get(head.lower) === 'several') return 'several'
  return lexicon.documents.has(head.lemma) || (kind !== undefined && kind !== 'person') ? 'thing' : 'person'
}

/** "A guard said he was arrested": the speaker is the first whom the content names. */
function opensWithSpeaker({ sentence: { tokens }, speaker }: Attribution, content: Span, parties: Parties, lexicon: Lexicon): boolean {
  const first = tokens.find((token) => token.start >= content.start && !lexicon.marks.that.has(token.lower))
  const use = first?.tag === 'PRP' ? lexicon.pronouns.get(first.lower) : undefined
  if (first === undefined || use === undefined || partyAt(parties, first) !== undefined) return false
  return use === (tokens[speaker ?? -1]?.tag === 'NNS' ? 'several' : 'person')
}

/** Whether nothing but who speaks, and when, stands in the sentence after what is told. */
function reachesEnd({ sentence, content, source, cue }: Attribution): boolean {
  const end = Math.max(content?.end ?? 0, source?.end ?? 0, cue?.end ?? 0)
  return !sentence.tokens.some((token) => token.start >= end && isFiniteVerb(token))
}

/** Whether a word of telling brings it in, or a phrase without a verb ("according to"). */
function recounts(sentence: Sentence, cue: Span | null, lexicon: Lexicon): boolean {
  return hasWord(sentence, cue, lexicon.recounting) || hasWord(sentence, cue, lexicon.finding) || !hasVerb(sentence, cue)
}

function hasWord({ tokens }: Sentence, cue: Span | null, words: ReadonlySet<string>): boolean {
  return cue !== null && tokens.some(({ start, end, lemma }) => start >= cue.start && end <= cue.end && words.has(lemma))
}

function hasVerb({ tokens }: Sentence, cue: Span | null): boolean {
  return cue !== null && tokens.some((token) => token.start >= cue.start && token.end <= cue.end && isFiniteVerb(token))
}

/** Whether a happening is told: a verb in the past that is no bare "was" or "had". */
function tellsHappening({ tokens }: Sentence, content: Span): boolean {
  return tokens.some((token) => {
    if (token.tag !== 'VBD' || !isFiniteVerb(token) || token.start < content.start || token.end > content.end) return false
    if (token.lemma !== 'be' && token.lemma !== 'have') return true
    const next = tokens.find(({ index, pos, lemma }) => index > token.index && pos !== 'ADV' && pos !== 'PART' && lemma !== 'be')
    return next?.tag === 'VBN' || next?.tag === 'VBG'
  })
}

/** The floor after one more sentence told. */
export function heldOn(floor: Floor, sentence: Sentence, content: Span): Floor {
  return {
    ...floor,
    told: [...floor.told.slice(-rememberedStretches), content],
    last: sentence,
    steps: floor.steps + 1,
    established: true,
  }
}

/** Stretches told that those of the next sentence are looked for in: further back nobody is taken up without a name. */
const rememberedStretches = 8

/** Days before publication that still are the news of which a report tells. */
const newsDays = 10

const dayLength = 86_400_000

/** Whether a time lies in the days before publication, or after it. */
export function isRecent({ value, form }: TimeReading, published: string | null): boolean {
  const day = form === 'duration' || form === 'set' || value === null ? null : /^\d{4}-\d\d-\d\d/.exec(value)
  return day !== null && published !== null && Date.parse(published.slice(0, 10)) - Date.parse(day[0]) <= newsDays * dayLength
}
