import type { StatementType } from '../../model/report.js'
import { tokenIndexAt, widestLook } from '../times/around.js'
import { type ClauseMap, clauseMapOf, isInMainClause, isParticiple, tenseOf, wayBetween } from '../times/clause-map.js'
import type { Dated } from './shared-times.js'
import { type Story, sessionTypes } from './story-time.js'

/** The day of a claim that its own words do not date, and why it is that one. */
export interface NewsDay {
  readonly day: string
  readonly text: string
  readonly why: string
}

/** What a report tells of its news: the days of what happened, by type, and those of a court's sessions, by court and by who stood before it. */
export interface News {
  readonly story: Story
  readonly byType: ReadonlyMap<string, DaysTold>
  readonly sessions: ReadonlyMap<string, DaysTold>
}

interface DaysTold {
  /** Each day, and the words that tell it. */
  readonly days: Map<string, string>
}

/** What is told once as a report's news; a headline tells no other of the kind than the story under it. */
const newsTypes: ReadonlySet<StatementType> = new Set([
  'arrest',
  'release',
  'expulsion',
  'extradition',
  'surrender',
  'charge',
  'conviction',
  'acquittal',
  'sentence',
  'ruling',
  'warrant',
  'unsealing',
  'death',
])

/** Under this the days of all sessions are kept, whoever sits: a headline's "judges" are those of the story. */
const anybody = ''

/** The days that the claims of a report tell in their own words. */
export function newsOf(claims: readonly Dated[], story: Story): News {
  const byType = new Map<string, DaysTold>()
  const sessions = new Map<string, DaysTold>()
  for (const claim of claims) {
    if (claim.modality !== 'actual' || claim.polarity !== 'positive' || isList(claim)) continue
    const day = ownDay(claim)
    if (day === null) continue
    for (const each of [day, ...daysBeside(claim, story)]) tell(byType, claim.type, each, claim)
    if (sessionTypes.has(claim.type)) for (const name of [anybody, ...claim.agent, ...claim.patient]) tell(sessions, name, day, claim)
  }
  return { story, byType, sessions }
}

/** A page without full stops: its "sentence" tells of many things. */
function isList({ draft: { sentence } }: Dated): boolean {
  return sentence.tokens.length > 2 * widestLook
}

/** The other days of the clauses that go on from a claim's: "arrested the captain on Monday and two engineers on Tuesday". */
function daysBeside({ draft: { sentence, token } }: Dated, { times, words }: Story): readonly string[] {
  const map = clauseMapOf(sentence, words)
  return (times.get(sentence.index) ?? []).flatMap(({ value, standing, interval, start }) => {
    const { up, down } = wayBetween(map, tokenIndexAt(sentence.tokens, start), token)
    const isOwn = standing === undefined && interval === undefined && up.length === 0 && down.length === 0
    return isOwn && value !== null && /^\d{4}-\d{2}-\d{2}/.test(value) ? [value.slice(0, 10)] : []
  })
}

function tell(told: Map<string, DaysTold>, key: string, day: string, { time }: Dated): void {
  const known = told.get(key) ?? { days: new Map<string, string>() }
  told.set(key, known)
  if (!known.days.has(day)) known.days.set(day, time?.text ?? '')
}

/** The day, or the wider time, that a claim's own words tell. */
function ownDay({ time }: Dated): string | null {
  return time === null || time.edtf.endsWith('?') ? null : time.edtf.replace(/T.*$/, '')
}

/** The day of a headline that tells the story's news, or of what a court did in the session that the report tells of; null where the report's order leaves it open. */
export function newsDayOf(claim: Dated, news: News): NewsDay | null {
  if (claim.time !== null || claim.counted !== null || claim.modality !== 'actual' || claim.draft.kind === 'noun' || isList(claim))
    return null
  const { sentence, token } = claim.draft
  const map = clauseMapOf(sentence, news.story.words)
  const headed = sentence.kind === 'headline' || sentence.kind === 'standfirst'
  if (!isToldAsNews(claim, map, headed)) return null
  const own = (news.story.times.get(sentence.index) ?? []).filter(
    ({ form, standing }) => standing !== 'stamp' && (form === 'date' || form === 'time'),
  )
  if (headed && own.length === 0 && newsTypes.has(claim.type)) {
    const told = onlyNear(news.byType.get(claim.type), news.story, true)
    if (told !== null) return { ...told, why: 'implied: a headline tells what the story dates' }
  }
  if (!sessionTypes.has(claim.type) || own.some(({ value, start }) => value === null || tokenIndexAt(sentence.tokens, start) < token))
    return null
  const { groups } = news.story.words
  if (
    sentence.tokens.some(
      ({ lower, index }) => groups['another-session']?.includes(lower) || (index < token && groups['other-times']?.includes(lower)),
    )
  )
    return null
  const named = claim.agent.length > 0 ? claim.agent : claim.patient
  const unnamed = isBench(claim, news.story) || (headed && !named.some((name) => news.sessions.has(name)))
  const told = (unnamed ? [anybody] : named).flatMap((name) => onlyNear(news.sessions.get(name), news.story, unnamed) ?? [])
  const [first, ...others] = told
  return first === undefined || others.some(({ day }) => day !== first.day)
    ? null
    : { ...first, why: 'implied: of the session that the report tells of' }
}

/** "Judges found", "the court rejected", and not "a court", "the regional court". */
function isBench({ agent, draft: { sentence, token } }: Dated, { words: { groups } }: Story): boolean {
  if (agent.some((name) => groups.bench?.includes(name.toLowerCase()) !== true)) return false
  const at = sentence.tokens.findLastIndex(({ lower, index }) => index < token && groups.bench?.includes(lower) === true)
  const before = sentence.tokens[at - 1]
  return at !== -1 && (before === undefined || before.lower === 'the' || /^(?:ADV|PUNCT|SCONJ)$/.test(before.pos))
}

/** In its main clause and as news: "frees", "freed"; in a headline also "jailed"; not "has freed", "had freed". */
function isToldAsNews({ draft: { sentence, token } }: Dated, map: ClauseMap, headed: boolean): boolean {
  if (!isInMainClause(map, token)) return false
  const tense = tenseOf(sentence, map, token)
  if (tense === null || tense === 'present') return headed
  if (tense !== 'past') return false
  if (headed) return isParticiple(map, token)
  return sentence.tokens[map.clauses[map.of[token] ?? 0]?.finite ?? -1]?.lemma !== 'have'
}

/** The one day told, where it is as near to publication as news is. `amidOthers`: days long before are the story's past and no rivals. */
function onlyNear(
  told: DaysTold | undefined,
  { published }: Story,
  amidOthers: boolean,
): { readonly day: string; readonly text: string } | null {
  const all = [...(told?.days ?? [])]
  const near = all.filter(([day]) => isNews(day, published))
  const [only] = near
  return only === undefined || near.length > 1 || (!amidOthers && all.length > 1) ? null : { day: only[0], text: only[1] }
}

/** Whether a day lies no farther back from publication than news does. */
export function isNews(day: string, published: string | null): boolean {
  if (published === null || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  const back = Date.parse(published.slice(0, 10)) - Date.parse(day)
  return back >= 0 && back <= longestNews
}

/** News is a week old at most, in milliseconds: a weekly's. */
const longestNews = 7 * 24 * 60 * 60 * 1000
