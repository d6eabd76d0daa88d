import type { Statement, StatementType } from '../../model/report.js'
import type { TimeWords } from '../../model/words/times.js'
import type { TimeStep } from '../parts.js'
import { clauseMapOf, tenseOf, wayBetween } from '../times/clause-map.js'
import { timeAfterStep } from '../times/time-of.js'
import type { Draft } from './draft.js'
import { isNews, type News, newsDayOf, newsOf } from './news-days.js'
import type { Story } from './story-time.js'

/** A claim with what its time can be worked out from: `counted` is a step from a happening that the words after it name. */
export interface Dated {
  readonly type: StatementType
  readonly agent: Statement['agent']
  readonly patient: Statement['patient']
  readonly time: Statement['time']
  readonly polarity: Statement['polarity']
  readonly modality: Statement['modality']
  readonly why: Statement['why']
  readonly draft: Draft
  readonly counted: Counted | null
}

/** "two days after": the step, and the index of the word where the happening it counts from begins. */
export interface Counted {
  readonly step: TimeStep
  readonly from: number
}

/**
 * The claims with the times that the rest of the report makes sure: a happening told again has the day it was told with ("his arrest", where the arrest was on Sunday),
 * and one counted from such a happening ("freed two days after his arrest") lies so far from it. In the order of the claims given.
 */
export function withSharedTimes<T extends Dated>(claims: readonly T[], story: Story): readonly T[] {
  const told = daysByPerson(claims)
  const news = newsOf(claims, story)
  const shared = claims.map((claim) => withTimeOfNews(withTimeOfSame(claim, told, story), news))
  const bySentence = new Map<number, T[]>()
  for (const claim of shared) bySentence.set(claim.draft.sentence.index, [...(bySentence.get(claim.draft.sentence.index) ?? []), claim])
  return shared
    .map((claim) => withTimeOfOutcome(claim, bySentence.get(claim.draft.sentence.index) ?? [], story.words))
    .map((claim) => withTimeCounted(claim, bySentence.get(claim.draft.sentence.index) ?? [], news))
}

/** What happens to a person once in a report, as a rule: told twice with one day, it is one happening. */
const once: ReadonlySet<StatementType> = new Set([
  'arrest',
  'release',
  'expulsion',
  'extradition',
  'surrender',
  'conviction',
  'acquittal',
  'sentence',
  'death',
])

/** With which days, and by whom, a person's happening of one type is told. */
interface ToldDays {
  readonly days: Set<string>
  readonly agents: Set<string>
  /** Whether it was told without its agent: then any agrees. */
  open: boolean
  readonly first: NonNullable<Statement['time']>
}

/** The days told, by type and person. */
function daysByPerson(claims: readonly Dated[]): ReadonlyMap<string, ToldDays> {
  const found = new Map<string, ToldDays>()
  for (const claim of claims) {
    if (claim.time === null || !tellsOnce(claim)) continue
    for (const name of claim.patient) {
      const key = `${claim.type}|${name}`
      const told = found.get(key) ?? { days: new Set(), agents: new Set(), open: false, first: claim.time }
      found.set(key, told)
      told.days.add(claim.time.edtf.replace(/[T?].*$/, ''))
      for (const agent of claim.agent) told.agents.add(agent)
      if (claim.agent.length === 0) told.open = true
    }
  }
  return found
}

function tellsOnce({ type, polarity, modality }: Dated): boolean {
  return once.has(type) && polarity === 'positive' && modality === 'actual'
}

/** One day told of one person: of two persons, or on two days, nothing is sure. */
function withTimeOfSame<T extends Dated>(claim: T, told: ReadonlyMap<string, ToldDays>, { words, published }: Story): T {
  if (claim.time !== null || claim.counted !== null || !tellsOnce(claim) || !tellsThatOne(claim.draft, words)) return claim
  const [same, ...others] = claim.patient.flatMap((name) => told.get(`${claim.type}|${name}`) ?? [])
  const [day] = same?.days ?? []
  if (same === undefined || others.length > 0 || same.days.size !== 1 || day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return claim
  if (claim.draft.sentence.kind === 'headline' && published !== null && !isNews(day, published)) return claim
  if (claim.agent.length > 0 && !same.open && !claim.agent.some((name) => same.agents.has(name))) return claim
  return dated(claim, { edtf: `${day}?`, text: same.first.text }, 'implied: told with this day elsewhere in the report')
}

function withTimeOfNews<T extends Dated>(claim: T, news: News): T {
  const found = newsDayOf(claim, news)
  return found === null ? claim : dated(claim, { edtf: `${found.day}?`, text: found.text }, found.why)
}

function dated<T extends Dated>(claim: T, time: NonNullable<Statement['time']>, ground: string): T {
  return { ...claim, time, why: [...claim.why.filter((line) => !line.startsWith('time:')), `time: “${time.text}” (${ground})`] }
}

/** "his arrest", "the arrest", "was arrested"; and not "an arrest", "a second arrest", "was arrested again". */
function tellsThatOne({ sentence, token, kind }: Draft, words: TimeWords): boolean {
  const before = sentence.tokens.slice(Math.max(0, token - otherReach), token)
  const around = [...before, ...sentence.tokens.slice(token + 1, token + 1 + otherReach)]
  if (around.some(({ lower }) => words.groups['another-one']?.includes(lower))) return false
  return (
    kind !== 'noun' || sentence.kind === 'headline' || before.some(({ tag, lemma }) => tag === 'PRP$' || tag === 'POS' || lemma === 'the')
  )
}

/** Words to either side that make it another one. */
const otherReach = 3

/** "was freed on Tuesday after a judge ruled that his arrest was illegal": who is let go is let go on the day it is decided. */
function withTimeOfOutcome<T extends Dated>(claim: T, beside: readonly T[], words: TimeWords): T {
  const { draft, time, counted, modality } = claim
  if (time !== null || counted !== null || modality !== 'actual' || draft.type !== 'ruling' || draft.kind === 'noun') return claim
  const map = clauseMapOf(draft.sentence, words)
  if (tenseOf(draft.sentence, map, draft.token) !== 'past') return claim
  const freed = beside.find((other) => {
    const { up, down } = wayBetween(map, other.draft.token, draft.token)
    const [clause, ...others] = down
    return (
      other.type === 'release' &&
      other.modality === 'actual' &&
      other.polarity === 'positive' &&
      other.time !== null &&
      /^\d{4}-\d{2}-\d{2}/.test(other.time.edtf) &&
      up.length === 0 &&
      others.length === 0 &&
      clause?.link === 'apart' &&
      words.groups.outcome?.includes(draft.sentence.tokens[clause.first]?.lower ?? '') === true
    )
  })
  return freed?.time == null
    ? claim
    : dated(
        claim,
        { edtf: `${freed.time.edtf.slice(0, 10)}?`, text: freed.time.text },
        'implied: the release that it led to was on this day',
      )
}

/** Words from "after" to the happening it names: "after Spain's Supreme Court had first". */
const countedReach = 10

function withTimeCounted<T extends Dated>(claim: T, beside: readonly T[], news: News): T {
  const { counted } = claim
  if (claim.time !== null || counted === null) return claim
  const from =
    beside
      .filter(({ draft, time }) => draft.token >= counted.from && draft.token <= counted.from + countedReach && time !== null)
      .sort((a, b) => a.draft.token - b.draft.token)[0]?.time ?? timeOfNamed(claim.draft, counted.from, news)
  const edtf = from === null ? null : timeAfterStep(counted.step, from.edtf.replace('?', ''))
  return edtf === null || from === null
    ? claim
    : dated(claim, { edtf: edtf.includes('/') ? edtf : `${edtf}?`, text: from.text }, 'implied: counted from the happening named beside it')
}

/** Words from "after" to a bare name of what it counts from: "the acquittal", "his long-awaited release". */
const namedReach = 4

/** The one day told of what a noun names: types bear the nouns' names. */
function timeOfNamed({ sentence }: Draft, from: number, { byType }: News): Statement['time'] {
  const named = sentence.tokens.slice(from, from + namedReach).find(({ lemma, pos }) => pos === 'NOUN' && byType.has(lemma))
  const told = named === undefined ? undefined : byType.get(named.lemma)
  const [only, ...others] = told?.days ?? []
  return only === undefined || others.length > 0 ? null : { edtf: only[0], text: only[1] }
}
