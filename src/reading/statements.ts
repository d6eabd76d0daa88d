import { digestOf } from '../model/ids.js'
import type { Knowledge } from '../model/packs.js'
import { longestQuote, type Quote, type Report, type Statement } from '../model/report.js'
import type { HappeningWords } from '../model/words/happenings.js'
import type { TimeWords } from '../model/words/times.js'
import { startOfMentions } from './parties/lookup.js'
import type { Parties, Sentence, TimeReading, VoiceReading } from './parts.js'
import { readAliases } from './statements/aliases.js'
import { readCompounds } from './statements/compounds.js'
import { settleDetail } from './statements/details.js'
import type { Draft, Reader } from './statements/draft.js'
import { doubtIn, type Factuality } from './statements/factuality.js'
import { blocksOfRules } from './statements/generic.js'
import { isCuedBy, readHappening } from './statements/happenings.js'
import { withImplied } from './statements/implied.js'
import { lexiconOf } from './statements/lexicon.js'
import { readOffices } from './statements/offices.js'
import { readOpinions } from './statements/opinions.js'
import { withoutRepeats } from './statements/repeats.js'
import { type Counted, withSharedTimes } from './statements/shared-times.js'
import { sourcesAt, voicesBySentence } from './statements/sources.js'
import { readSpoken } from './statements/spoken.js'
import { type Story, storyOf } from './statements/story-time.js'
import { timeOfClaim } from './statements/time-of-claim.js'
import { findTriggers } from './statements/triggers.js'
import { timesBySentence } from './times/by-sentence.js'

/** What the steps before found in a report. */
export interface Found {
  readonly report: Report
  readonly sentences: readonly Sentence[]
  readonly parties: Parties
  readonly times: readonly TimeReading[]
  readonly voices: readonly VoiceReading[]
  readonly timeWords: TimeWords
}

/** Every claim a report makes, in somebody's voice, anchored to its words. */
export function readStatements(found: Found, words: HappeningWords, knowledge: Knowledge): readonly Statement[] {
  const lexicon = lexiconOf(words)
  const reader: Reader = {
    parties: found.parties,
    times: timesBySentence(found.times),
    partiesByName: new Map(found.parties.parties.map((party) => [party.name, party])),
    voices: voicesBySentence(found.voices, found.sentences),
    outlet: found.report.report.outlet,
    lexicon,
    ruleBlocks: blocksOfRules(found.sentences, lexicon),
    words,
    timeWords: found.timeWords,
    namedParties: new Set(found.parties.mentions.filter(({ form }) => form === 'name').map(({ party }) => party)),
    ...worldOf(knowledge),
  }
  const story = storyOf(found.sentences, reader.times, found.timeWords, found.report.report.published)
  const drafts = found.sentences
    .filter((sentence) => !silentKinds.has(sentence.kind) && !isQuestion(sentence))
    .flatMap((sentence) => readSentence(sentence, reader))
  const told = withImplied(drafts).map((draft) => stated(draft, found.report, reader, story))
  const dated = new Map(withSharedTimes(told, story).map((claim, index) => [told[index], claim]))
  return withOrdinals(
    withoutRepeats(told).map((claim) => dated.get(claim) ?? claim),
    found.report,
  )
}

type World = Pick<Reader, 'states' | 'stateNames' | 'outlets'>

const worlds = new WeakMap<Knowledge, World>()

/** The states by their adjectives and names, and the known outlets, once for each set of them. */
function worldOf(knowledge: Knowledge): World {
  const known = worlds.get(knowledge)
  if (known !== undefined) return known
  const states = new Map(
    knowledge.places
      .filter(({ kind }) => kind === 'country')
      .flatMap(({ names, adjectives = [] }) => adjectives.map((adjective) => [adjective.toLowerCase(), names[0] ?? adjective] as const)),
  )
  const outlets = knowledge.outlets.flatMap(({ names, name }) => [name, ...names])
  const fresh = { states, stateNames: new Set(states.values()), outlets: new Set(outlets.map((name) => name.toLowerCase())) }
  worlds.set(knowledge, fresh)
  return fresh
}

/** Blocks that name people and agencies and state nothing of the affair. */
const silentKinds: ReadonlySet<string> = new Set(['byline', 'credit', 'dateline'])

/** A question, or a heading that opens as one ("What the court decided", "Why he left"): neither says that anything happened. */
function isQuestion({ kind, tokens }: Sentence): boolean {
  const first = tokens.find(({ pos }) => pos !== 'PUNCT' && pos !== 'NUM')
  return tokens.at(-1)?.text === '?' || (kind === 'heading' && /^W/.test(first?.tag ?? ''))
}

function readSentence(sentence: Sentence, reader: Reader): readonly Draft[] {
  const happenings = withoutDoubles(
    findTriggers(sentence, reader.lexicon).flatMap((trigger) => readHappening(sentence, trigger, reader) ?? []),
  )
  return [
    ...happenings,
    ...readOpinions(sentence, reader),
    ...readSpoken(sentence, reader.voices.get(sentence.index) ?? [], reader),
    ...readOffices(sentence, reader),
    ...readAliases(sentence, reader),
    ...readCompounds(sentence, reader),
  ].sort((a, b) => a.first - b.first || a.token - b.token)
}

/** The drafts without those that the same word tells better: who asks for information calls on nobody to act; who is "held on suspicion" is arrested. */
function withoutDoubles(drafts: readonly Draft[]): readonly Draft[] {
  const tokensOf = (wanted: Draft['type']) => new Set(drafts.filter(({ type }) => type === wanted).map(({ token }) => token))
  const [inquiries, arrests] = [tokensOf('inquiry'), tokensOf('arrest')]
  return drafts.filter(({ type, token }) => !(type === 'demand' && inquiries.has(token)) && !(type === 'detention' && arrests.has(token)))
}

type Stated = Omit<Statement, 'id'> & { readonly kind: Draft['kind']; readonly draft: Draft; readonly counted: Counted | null }

/** The draft with its quote, its time, its sources and its detail. An office beside a name is the outlet's own word, unless the name stands in a quote. */
function stated(
  draft: Draft,
  report: Report,
  { parties, times, voices, words, outlets, timeWords, lexicon }: Reader,
  story: Story,
): Stated {
  const { sentence, type, roles } = draft
  const { text } = report
  const quote = quoteOf(draft, parties, text)
  const trigger = sentence.tokens[draft.token] ?? sentence
  const telling = (voices.get(sentence.index) ?? []).filter(
    (voice) => !(isCuedBy(voice, sentence, draft.verbs) && isOwnDeed(draft, voice)) && (type !== 'role' || voice.mode === 'direct'),
  )
  const sources = sourcesAt(telling, trigger, outlets)
  const doubt = draft.factuality.certainty === 'certain' ? (sources.doubt ?? doubtIn(sources.chain, lexicon)) : null
  const factuality: Factuality =
    doubt === null
      ? draft.factuality
      : { ...draft.factuality, certainty: 'hedged', hedge: doubt, why: [...draft.factuality.why, `hedged: “${doubt}”`] }
  const around = { times: times.get(sentence.index) ?? [], voices: telling, text, words: timeWords }
  const time = timeOfClaim(draft, around, sources.chain.length === 0, story)
  const settled = settleDetail(draft, quote.exact, words)
  const detail = settled.answered === true && factuality.polarity === 'negative' ? { ...settled, answered: false } : settled
  const names = (role: keyof Draft['roles']) => roles[role].map(({ name }) => name)
  const hedge = hedgeOf({ ...draft, factuality }, text)
  return {
    type,
    quote,
    agent:
      type === 'inquiry' && detail.answered !== undefined ? askers(names('agent'), sources.chain, report.report.outlet) : names('agent'),
    patient: names('patient'),
    recipient: names('recipient'),
    place: names('place'),
    time: time.value,
    sources: sources.chain,
    polarity: saidByDetail(detail) && factuality.modality === 'actual' ? 'positive' : factuality.polarity,
    certainty: factuality.certainty,
    ...(hedge === null ? {} : { hedge }),
    modality: factuality.modality,
    detail,
    kind: draft.kind,
    draft,
    counted: time.counted,
    why: [...draft.why, ...time.why, ...sources.why, ...factuality.why],
  }
}

/** Whether a claim that a verb of speech tells is what the speaker does by it ("condemned the release"), and not what the speaker tells of others ("survivors describe beatings"). */
function isOwnDeed({ roles, nominal }: Draft, { chain }: VoiceReading): boolean {
  return !nominal || roles.agent.some(({ name }) => chain.includes(name))
}

/** A refusal to validate is a ruling that was made, and a question left unanswered one that was put: the detail tells the "not". */
function saidByDetail({ outcome, answered }: Statement['detail']): boolean {
  return outcome === 'not-validated' || answered === false
}

/** Who asked where somebody "declined to comment": in the outlet's own voice, the outlet. */
function askers(named: readonly string[], sources: readonly string[], outlet: string | null): readonly string[] {
  return named.length > 0 || sources.length > 0 || outlet === null ? named : [outlet]
}

/** Where the word that hedges a statement stands: of several places in its sentence, the one nearest to what it hedges. */
function hedgeOf({ sentence: { tokens }, token, factuality }: Draft, text: string): Quote | null {
  if (factuality.hedge === undefined) return null
  const places = tokens.filter(({ lower }) => lower === factuality.hedge)
  const word = places.sort((a, b) => Math.abs(a.index - token) - Math.abs(b.index - token) || a.index - b.index)[0]
  return word === undefined ? null : { start: word.start, end: word.end, exact: text.slice(word.start, word.end) }
}

/** The words of the clause, no longer than a quote may be; a party's words are not cut: "at least 40 activists", not "40 activists". */
function quoteOf({ sentence, first, last, token }: Draft, parties: Parties, text: string): Statement['quote'] {
  const at = (index: number) => sentence.tokens[index] ?? sentence
  const start = startOfMentions(parties, at(first).start)
  const end = at(last).end
  const fits = end - start <= longestQuote ? { start, end } : { start: at(token).start, end: Math.min(end, at(token).start + longestQuote) }
  return { ...fits, exact: text.slice(fits.start, fits.end) }
}

/** Ids that stay the same as long as type and words do; an ordinal tells two claims of one type on the same words apart. */
function withOrdinals(stated: readonly Stated[], report: Report): readonly Statement[] {
  const seen = new Map<string, number>()
  return stated.map(({ kind: _kind, draft: _draft, counted: _counted, ...statement }) => {
    const key = `${statement.type} ${statement.quote.start} ${statement.quote.end}`
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    return { id: `st:${digestOf(report.report.id, statement.type, statement.quote.start, statement.quote.end, ordinal)}`, ...statement }
  })
}
