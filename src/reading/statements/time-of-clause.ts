import type { Statement, StatementType } from '../../model/report.js'
import type { TimeWords } from '../../model/words/times.js'
import type { Sentence, TimeReading, TimeStep, Token, Tree, VoiceReading } from '../parts.js'
import { tokenIndexAt, widestLook } from '../times/around.js'
import { type Clause, type ClauseLink, type ClauseMap, clauseMapOf, tenseOf, wayBetween } from '../times/clause-map.js'
import { isAttribute } from '../times/clauses.js'
import { countedBack, tellsWhen, timeAfterStep } from '../times/time-of.js'
import { phraseStart } from './clause.js'
import { befalls, isSomeOfThem, opensWithNumber } from './crowds.js'
import type { Draft } from './draft.js'
import type { Counted } from './shared-times.js'

/** What the time of a claim is read from: the times and voices of its sentence, the words of the report and of the pack. */
export interface Around {
  readonly times: readonly TimeReading[]
  readonly voices: readonly VoiceReading[]
  readonly text: string
  readonly words: TimeWords
}

/** When a claim's happening was, and the words that say why. */
export interface TimeOfClaim {
  readonly value: Statement['time']
  readonly why: readonly string[]
  /** Where it is counted from a happening whose day the sentence does not tell. */
  readonly counted: Counted | null
}

/**
 * When a claim's happening was: the nearest time of its own clause, or of one that was at the same time. A time of the telling, of a relative clause, of the verb around a noun is none of it:
 * better no date than another's.
 */
export function timeAt(draft: Draft, { times, voices, text, words }: Around): TimeOfClaim {
  const { sentence } = draft
  const trigger = sentence.tokens[draft.token]
  if (trigger === undefined) return untold([])
  if (times.length === 0) return { ...untold([]), counted: soonAfter(draft, words) }
  const near = times.filter((time) => isNear(time, trigger))
  const ways = near.filter(competes).flatMap((time) => wayTo(draft, trigger, time, near, voices, words) ?? [])
  const back = draft.kind === 'noun' && ways.some(({ time }) => time.start > trigger.end) ? null : countedBack(near, sentence, trigger)
  if (back !== null) return told(back.edtf, back.reading, text)
  const from = countedFrom(leastOf(ways), near, draft)
  if (from !== null) return told(from.edtf, from.reading, text)
  const best = nearest(ways)
  const edtf = best === null ? null : edtfOf(best)
  if (best !== null && edtf !== null) return told(edtf, best.time, text)
  const soon = soonAfter(draft, words)
  if (soon !== null) return { ...untold(['time: soon after what is named beside it']), counted: soon }
  if (best === null) return untold([`time: “${wordsOf(times[0], text)}” in the sentence tells another happening`])
  const { step, end } = best.time
  const counted = isCounted(best.time) && step !== undefined ? { step, from: tokenIndexAt(sentence.tokens, end) } : null
  return { ...untold([`time: “${wordsOf(best.time, text)}” does not say when`]), counted }
}

/** "freed hours after his arrest", "within hours of the verdict he was flown home": on the day of what is named there, as a rule. */
function soonAfter({ sentence, token }: Draft, words: TimeWords): Counted | null {
  const { tokens } = sentence
  const map = clauseMapOf(sentence, words)
  const goesOn = (index: number) => {
    const { up, down } = wayBetween(map, index, token)
    return up.length === 0 && down.every(({ link }) => link === 'joined')
  }
  const at = tokens
    .slice(Math.max(0, token - widestLook), token + widestLook)
    .find(({ lower, index }) => words.groups['soon-words']?.includes(lower) && isAfterIt(tokens, index, words) && goesOn(index))?.index
  return at === undefined || (token > at && token <= at + soonReach) ? null : { step: sameDay, from: at + 2 }
}

const sameDay: TimeStep = { amount: 0, unit: 'day', toward: 0, from: 'event' }

/** Words from "hours after" to what it names: "his", "the banker's". */
const soonReach = 4

/** "hours after", "within minutes of"; not "36 hours after". */
function isAfterIt(tokens: readonly Token[], index: number, { groups, parts }: TimeWords): boolean {
  const [before, next, named] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]]
  if (named === undefined || named.pos === 'NUM' || Object.hasOwn(parts, named.lower)) return false
  if (groups['after-it']?.includes(next?.lower ?? '')) return before?.pos !== 'NUM'
  return next?.lower === 'of' && groups.within?.includes(before?.lower ?? '') === true
}

/** "died the day before his trial on 4 May": the step from the day of what it names. */
function countedFrom(
  best: Way | null,
  near: readonly TimeReading[],
  { sentence: { tokens }, token }: Draft,
): { readonly edtf: string; readonly reading: TimeReading } | null {
  if (best === null || !isCounted(best.time) || best.time.step === undefined) return null
  const reading = near.find(({ start }) => start >= best.time.end)
  if (reading === undefined || !tellsWhen(reading) || reading.value === null || reading.interval !== undefined) return null
  const between = tokens.slice(tokenIndexAt(tokens, best.time.end), tokenIndexAt(tokens, reading.start))
  if (
    between.length > nounReach ||
    between.some(({ index }) => index === token) ||
    between.some(({ pos }) => pos === 'VERB' || pos === 'AUX' || pos === 'PUNCT' || pos === 'CCONJ')
  )
    return null
  const edtf = timeAfterStep(best.time.step, reading.value)
  return edtf === null ? null : { edtf, reading: best.time }
}

function untold(why: readonly string[]): TimeOfClaim {
  return { value: null, why, counted: null }
}

/** The least dear way. A happening counted from another ("two days after his arrest") is none of the day that "and" leads on from; it may well be of the day its own clause tells. */
function nearest(ways: readonly Way[]): Way | null {
  const since = ways.find((way) => way.since && way.time.value !== null)
  const least = leastOf(ways)
  const best = least?.time.value === null && since !== undefined ? since : least
  if (best === null || !isCounted(best.time)) return best === null ? null : finest(best, ways)
  return leastOf(ways.filter(({ time, joined }) => !isCounted(time) && !joined)) ?? best
}

/** "a month later, on 2 October": of two that agree in one clause, the one that says more. */
function finest(best: Way, ways: readonly Way[]): Way {
  const value = best.time.value ?? ''
  const finer = ways.find(
    ({ time, links }) => links === best.links && value !== '' && (time.value ?? '').startsWith(`${value}-`) && time.interval === undefined,
  )
  return finer ?? best
}

function leastOf(ways: readonly Way[]): Way | null {
  return ways.reduce<Way | null>((least, next) => (least === null || next.cost < least.cost ? next : least), null)
}

function told(edtf: string, reading: TimeReading, text: string): TimeOfClaim {
  return { value: { edtf, text: wordsOf(reading, text) }, why: [`time: “${wordsOf(reading, text)}” (${reading.why})`], counted: null }
}

function wordsOf(time: TimeReading | undefined, text: string): string {
  return time === undefined ? '' : text.slice(time.start, time.end)
}

/** Farther from its verb, in characters, no time stands in a sentence that is one: a page without full stops is a list. */
const farthestInSentence = 600

function isNear({ start, end }: TimeReading, trigger: Token): boolean {
  return start - trigger.end <= farthestInSentence && trigger.start - end <= farthestInSentence
}

/** A time, or words that tell when and do not say which day ("a few days later", "recently"): where those are nearest, a day told of something else is none of the happening's. */
function competes(time: TimeReading): boolean {
  return (
    tellsWhen(time) ||
    time.bound === 'until' ||
    isCounted(time) ||
    (time.form === 'date' && time.value === null && time.bound === undefined)
  )
}

/** "two days after" a happening whose day is not told here. */
function isCounted({ step, value }: TimeReading): boolean {
  return step?.from === 'event' && value?.startsWith('P') === true
}

/** How a time is reached from a trigger. `soon`: not quite at that time; `since`: what it says goes on from there. */
interface Way {
  readonly time: TimeReading
  readonly cost: number
  readonly links: number
  readonly joined: boolean
  readonly soon: boolean
  readonly since: boolean
}

function edtfOf({ time, soon, since }: Way): string | null {
  const value = time.interval ?? (tellsWhen(time) || time.bound === 'until' ? time.value : null)
  if (value === null || value.startsWith('P')) return null
  if (since) return value.endsWith('/..') ? value : value.includes('/') ? null : `${value}/..`
  return soon && !/[?/]/.test(value) ? `${value.slice(0, 10)}?` : value
}

/** A clause between weighs more than the words of one. */
const clauseCost = 30

function wayTo(
  draft: Draft,
  trigger: Token,
  time: TimeReading,
  near: readonly TimeReading[],
  voices: readonly VoiceReading[],
  words: TimeWords,
): Way | null {
  const { sentence } = draft
  const own = sentence.tokens.slice(tokenIndexAt(sentence.tokens, time.start), tokenIndexAt(sentence.tokens, time.end - 1) + 1)
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return null
  if (time.standing === 'stamp' || (time.bound === 'until' && !isNotUntil(draft, first.index))) return null
  if (voices.some((voice) => isOfTelling(voice, sentence, trigger, time, words)) && !isSaying(draft, trigger, voices)) return null
  const distance = trigger.index < first.index ? first.index - trigger.index : Math.max(0, trigger.index - last.index)
  if (draft.kind === 'noun' || (papers.has(draft.type) && isMadeBy(sentence.tokens.slice(draft.token + 1, first.index), words)))
    return isOfNoun(draft, sentence.tree(), own, near, words)
      ? { time, cost: distance, links: 0, joined: false, soon: false, since: false }
      : null
  const behindSince = isBehind('since', sentence.tokens, first.index, words)
  if (!behindSince && isOfOther(draft, own, time, words)) return null
  const told = draft.verbs.length > 0 ? draft.verbs : [draft.token]
  const ways = told.flatMap((token) =>
    isLastingItself(draft, token, first.index, near, words) ? [] : (clauseWay(draft, token, first.index, words, time) ?? []),
  )
  const way = ways.find(({ since }) => since) ?? ways.sort((a, b) => a.links - b.links)[0]
  if (way === undefined) return null
  return {
    time,
    cost: distance + clauseCost * way.links,
    links: way.links,
    joined: way.joined,
    soon: way.soon,
    since: way.since || (behindSince && (lasting.has(draft.type) || isPerfect(draft, words))),
  }
}

/** "have received him since": what has been done since a day. */
function isPerfect({ sentence, token }: Draft, words: TimeWords): boolean {
  const { clauses, of } = clauseMapOf(sentence, words)
  const finite = sentence.tokens[clauses[of[token] ?? 0]?.finite ?? -1]
  return finite?.lemma === 'have' && finite.tag !== 'VBD'
}

/** "It was not until Friday that they told him", "were not told until Friday": on Friday they did. */
function isNotUntil({ sentence: { tokens }, token, type, factuality }: Draft, first: number): boolean {
  if (tokens[0]?.lower === 'it' && tokens.slice(0, first).some(({ lower }) => lower === 'not')) return true
  return factuality.polarity === 'negative' && !lasting.has(type) && token < first
}

/** "held for three months and released in August": what has its length takes no time from what "and" adds. */
function isLastingItself({ sentence }: Draft, token: number, time: number, near: readonly TimeReading[], words: TimeWords): boolean {
  const { of } = clauseMapOf(sentence, words)
  if (time < token || of[time] === of[token]) return false
  return near.some(({ form, start }) => form === 'duration' && of[tokenIndexAt(sentence.tokens, start)] === of[token])
}

/** Clauses whose time is theirs alone. */
const closed: ReadonlySet<ClauseLink> = new Set(['apart', 'relative', 'reported', 'aside', 'beside'])

/** How many clauses lie between a time and a trigger, and whether the way keeps the day; null where the time is not the trigger's. */
function clauseWay(
  draft: Draft,
  token: number,
  time: number,
  words: TimeWords,
  reading: TimeReading,
): { readonly links: number; readonly joined: boolean; readonly soon: boolean; readonly since: boolean } | null {
  const { sentence, type } = draft
  const map = clauseMapOf(sentence, words)
  const { up: steps, down } = wayBetween(map, time, token)
  const up = isBracketed(sentence, map, time, token) ? [] : steps
  if (goesOnSince(draft, up, down, words) || isStateSince(sentence, map, up, down, type, reading))
    return { links: 1, joined: false, soon: false, since: true }
  const way = [...up, ...down]
  const over = coversBoth(sentence, up, down, time) || goesOnWithSome(draft, up, down, words)
  if (!over && way.some((clause) => closed.has(clause.link) && !isJustDone(draft, clause) && !isCleft(sentence, clause))) return null
  if (up.some(({ link }) => link === 'speech')) return null
  if (down.some(({ link }) => link === 'speech') && !speaking.has(type)) return null
  if (way.length > 0 && isCounted(reading)) return null
  if (
    reading.interval?.endsWith('..') === true &&
    ((!over && way.some(({ link }) => link !== 'joined')) || isAim(sentence.tokens, token, time))
  )
    return null
  const soon = way.some((clause) => clause.link === 'soon' || isJustDone(draft, clause))
  if (way.length > 0 && !soon && !way.some((clause) => isCleft(sentence, clause)) && !agreeInTense(draft, map, way, time, token))
    return null
  if (way.length > 0 && isManyTimes(sentence.tokens, token, words)) return null
  if (down.length > 0 && !soon && isLaterOn(sentence, map, token, words)) return null
  const next = over || (down.some(({ link }) => link === 'joined') && hasVerbBefore(sentence.tokens, map.of, time))
  const isFromBehind = up.length > 0 && time > token
  return {
    links: way.length + (isFromBehind ? 1 : 0),
    joined: way.some(({ link }) => link === 'joined'),
    soon: soon || next || way.some(({ link }) => link === 'place'),
    since: false,
  }
}

/** "On Monday police raided the bank and a judge froze its accounts", "On Monday it was over: they arrested him": what opens the sentence is the time of both. */
function coversBoth({ tokens }: Sentence, up: readonly Clause[], down: readonly Clause[], time: number): boolean {
  const [clause, ...others] = down
  if (clause?.link !== 'beside' || others.length > 0 || up.length > 0) return false
  const opening = tokens[clause.first]
  const isFronted = (parts: readonly string[]) => tokens.slice(0, time).every(({ pos }) => !parts.includes(pos))
  if (opening?.text === ':') return isFronted(['VERB', 'AUX'])
  return (opening?.pos === 'CCONJ' || opening?.tag === 'PRP') && isFronted(['VERB', 'AUX', 'PRON'])
}

/** "has been missing since he left a cafe on 23 January", "have received him since the court issued its warrant on 4 May". */
function goesOnSince(draft: Draft, up: readonly Clause[], down: readonly Clause[], words: TimeWords): boolean {
  const [clause, ...others] = up
  if (clause === undefined || others.length > 0 || down.length > 0 || clause.link !== 'apart') return false
  if (!lasting.has(draft.type) && !isPerfect(draft, words)) return false
  return words.groups.since?.includes(draft.sentence.tokens[clause.first]?.lower ?? '') === true
}

/** "remains in the prison, where he has been since 5 May". */
function isStateSince(
  { tokens }: Sentence,
  { of }: ClauseMap,
  up: readonly Clause[],
  down: readonly Clause[],
  type: StatementType,
  { interval, start }: TimeReading,
): boolean {
  const [clause, ...others] = up
  if (type !== 'detention' || clause === undefined || others.length > 0 || down.length > 0 || interval?.endsWith('..') !== true)
    return false
  const own = tokens.slice(clause.first + 1, tokenIndexAt(tokens, start)).filter(({ index }) => of[index] === of[clause.first])
  return (
    clause.link === 'place' && tokens[clause.finite]?.lemma === 'have' && own.every(({ pos, lower }) => pos !== 'VERB' || lower === 'been')
  )
}

/** "About sixty people marched on Saturday; nine were arrested": some of those told of before. */
function goesOnWithSome(
  { sentence: { tokens }, token, type }: Draft,
  up: readonly Clause[],
  down: readonly Clause[],
  words: TimeWords,
): boolean {
  const [clause, ...others] = down
  if (clause?.link !== 'beside' || others.length > 0 || up.length > 0 || !befalls.has(type)) return false
  const { pos } = tokens[clause.first] ?? {}
  const first = pos === 'CCONJ' || pos === 'PUNCT' ? clause.first + 1 : clause.first
  return (
    isSomeOfThem(tokens, first, token, words) || (tokens[clause.first]?.text === ';' && opensWithNumber(tokens.slice(first), token, words))
  )
}

/** "although the warrant had just been made public": right before what it stands beside. */
function isJustDone({ sentence: { tokens }, token }: Draft, { link }: Clause): boolean {
  return (
    link === 'apart' && isEarlier(tokens, token) && tokens.slice(Math.max(0, token - hadReach), token).some(({ lower }) => lower === 'just')
  )
}

/** "In 2016 it was the army that arrested him": what "it was" lifts out is told in the clause after "that". */
function isCleft({ tokens }: Sentence, { link, first, parent }: Clause): boolean {
  if (link !== 'relative' && !(link === 'reported' && tokens[first]?.lower === 'it')) return false
  const near = tokens.slice(Math.max(0, first - cleftReach), first + 1)
  const at = near.findLast(({ lower, index }) => lower === 'it' && tokens[index + 1]?.lemma === 'be')
  return at !== undefined && parent >= 0 && tokens.slice(at.index, first).every(({ text }) => text !== ',')
}

/** Words from "it was" to "that". */
const cleftReach = 8

/** "was arrested in Batumi (12 March 2021)": a day alone in brackets tells when the verb of the clause before it was. */
function isBracketed({ tokens }: Sentence, { clauses, of }: ClauseMap, time: number, token: number): boolean {
  const clause = clauses[of[time] ?? 0]
  if (clause?.link !== 'aside' || clause.parent !== of[token] || token > clause.first || tokens[clause.first]?.text !== '(') return false
  const inside = tokens.slice(clause.first + 1, clause.first + 1 + bracketReach)
  const closing = inside.findIndex(({ text }) => text === ')')
  return (
    closing !== -1 &&
    inside
      .slice(0, closing)
      .every(({ pos, index }) => pos === 'NUM' || pos === 'PUNCT' || pos === 'ADP' || index === time || pos === 'PROPN')
  )
}

/** Words in brackets that hold a day and nothing else: "(on Tuesday, 12 March 2021)". */
const bracketReach = 8

/** "was picked up on Friday and flown home": what "and" adds behind the time comes after it, as a rule on the same day. */
function hasVerbBefore(tokens: readonly Token[], of: readonly number[], time: number): boolean {
  return tokens.slice(0, time).some(({ pos, index }) => pos === 'VERB' && of[index] === of[time])
}

/** What is done by saying it: denied in a statement, the denial is as old as the statement. */
const speaking: ReadonlySet<StatementType> = new Set(['condemnation', 'defence', 'denial', 'demand', 'inquiry'])

/** "The ministry said on Thursday that it would hand over nobody": where the speaker does by saying it what the claim tells, the day of the telling is its day. */
function isSaying({ type, roles, sentence, token }: Draft, trigger: Token, voices: readonly VoiceReading[]): boolean {
  if (!speaking.has(type) || isEarlier(sentence.tokens, token)) return false
  const agents = roles.agent.map(({ name }) => name)
  return voices.some(
    ({ content, chain }) =>
      content !== null && content.start <= trigger.start && content.end >= trigger.end && chain.some((name) => agents.includes(name)),
  )
}

/** "trained them since 2017 to stop boats": what it is done for did not begin with it. */
function isAim(tokens: readonly Token[], token: number, time: number): boolean {
  return time < token && tokens[token]?.tag === 'VB' && tokens[token - 1]?.lower === 'to'
}

/** "was arrested in 2008 and is on trial", "had fled when the warrant was issued": clauses of two tenses are not of one time; but "when he appears, they will ask". What had not happened by then had not happened then. */
function agreeInTense({ sentence, factuality }: Draft, map: ClauseMap, way: readonly Clause[], time: number, token: number): boolean {
  const [one, other] = [tenseOf(sentence, map, time), tenseOf(sentence, map, token)]
  if (one === null || other === null || one === other || (one === 'earlier' && other === 'past')) return true
  if (one !== 'past' && other !== 'past' && way.every(({ link, first }) => link === 'at-once' && sentence.tokens[first]?.tag === 'WRB'))
    return one !== 'earlier' && other !== 'earlier'
  return factuality.polarity === 'negative' && one === 'past' && other === 'earlier'
}

/** Words back from a participle to its "had". */
const hadReach = 4

function isEarlier(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - hadReach), at + 1).some(({ tag, lemma }) => tag === 'VBD' && lemma === 'have')
}

/** "and was later freed", "and extradited soon afterwards": on another day, or nobody says. */
function isLaterOn({ tokens }: Sentence, { of }: ClauseMap, token: number, { groups }: TimeWords): boolean {
  return tokens
    .slice(Math.max(0, token - laterReach), token + laterReach + 1)
    .some(({ lower, index }) => of[index] === of[token] && groups['later-on']?.includes(lower))
}

/** Words from a verb to "later": "later had him flown", "flown home to Doha soon afterwards". */
const laterReach = 6

/** Words on from a verb to how often it was done: "asked them four times". */
const timesReach = 3

function isManyTimes(tokens: readonly Token[], token: number, words: TimeWords): boolean {
  return tokens.slice(token + 1, token + 1 + timesReach).some(({ lower }) => words.groups['again-and-again']?.includes(lower))
}

/** "said on Friday that ...", "..., he said on Friday": beside the verb of a voice whose words hold the trigger and not the time, the day is that of the telling. */
function isOfTelling(
  { cue, content, mode }: VoiceReading,
  sentence: Sentence,
  trigger: Token,
  time: TimeReading,
  words: TimeWords,
): boolean {
  if (cue === null || content === null || mode === 'credit') return false
  const covers = (at: { readonly start: number; readonly end: number }) => content.start <= at.start && content.end >= at.end
  if (!covers(trigger) || covers(time)) return false
  const verb = sentence.tokens.find(({ start, end, pos }) => pos === 'VERB' && start >= cue.start && end <= cue.end)
  return verb !== undefined && !isSaidBeside(sentence, verb, trigger, words)
}

/** "the judge, saying there was no risk, granted her bail": what is said ends where the clause around it goes on. */
function isSaidBeside(sentence: Sentence, { index, tag }: Token, trigger: Token, words: TimeWords): boolean {
  const { up, down } = wayBetween(clauseMapOf(sentence, words), index, trigger.index)
  return tag === 'VBG' && up.length > 0 && down.length === 0
}

/** Whether a time in a verb's clause belongs to a noun there: "the 1998 treaty", "against Sunday's arrest", "the unrest of 5 May did not", or, for what is said or decided of somebody, to the deeds it speaks of. */
function isOfOther(draft: Draft, own: readonly Token[], time: TimeReading, words: TimeWords): boolean {
  const { sentence, type } = draft
  const { tokens } = sentence
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return false
  const next = tokens[last.index + 1]
  const isNameless = next?.tag !== 'POS' && !isAttribute(tokens, first.index, last.index + 1)
  if (!isNameless && isDuring(tokens, first.index, words)) return false
  if (next?.tag === 'POS') return first.index > draft.token
  if (!isPhrase(own, words) && isAttribute(tokens, first.index, last.index + 1)) return first.index > draft.token || !harms.has(type)
  if (isBeyond(tokens, first.index, time, words)) return true
  if (next?.lower === 'of' && first.index > draft.token && opinions.has(type)) return true
  if (isBehind('before-and-after', tokens, first.index, words)) return true
  if (isOfANoun(tokens, first.index, words) && !isOfSpeech(tokens, first.index, words) && (opinions.has(type) || first.index < draft.token))
    return true
  if (judging.has(type) && isOfMatter(draft, own, words) && (isOfDeeds(draft, own, time) || isGoingOn(draft, words))) return true
  return opinions.has(type) && isOfMatter(draft, own, words)
}

/** "picked up during Saturday's march", "freed at the 4 May hearing": what was done in the course of a thing was done on its day. */
function isDuring(tokens: readonly Token[], first: number, words: TimeWords): boolean {
  const at = tokens[first - 1]?.pos === 'DET' ? first - 2 : first - 1
  return words.groups.during?.includes(tokens[at]?.lower ?? '') === true
}

/** What an attack does was done on the day of the attack: "the 12 May attack killed 30 people". */
const harms: ReadonlySet<StatementType> = new Set(['abuse', 'death'])

/** "after 11 July", "before Monday": not on that day; "before dawn on Monday" is. */
function isBeyond(tokens: readonly Token[], first: number, { form }: TimeReading, words: TimeWords): boolean {
  if (Object.hasOwn(words.parts, tokens[first]?.lower ?? '')) return false
  const at = tokens[first]?.pos === 'DET' ? first : first - 1
  return form === 'date' && words.groups['beyond-words']?.includes(tokens[at]?.lower ?? '') === true
}

/** "the night of 8 May", "the next day", "a month later": a phrase of its own, after which a subject may begin. */
function isPhrase(own: readonly Token[], { units, parts }: TimeWords): boolean {
  return own.some(({ lower }) => Object.hasOwn(units, lower) || Object.hasOwn(parts, lower) || lower === 'of')
}

/** "the unrest of 5 May", and not "the night of 5 May". */
function isOfANoun(tokens: readonly Token[], first: number, { units, parts, groups }: TimeWords): boolean {
  const at = tokens[first - 1]?.pos === 'DET' ? first - 2 : first - 1
  const noun = tokens[at - 1]
  if (tokens[at]?.lower !== 'of' || noun?.pos !== 'NOUN') return false
  return !Object.hasOwn(units, noun.lower) && !Object.hasOwn(parts, noun.lower) && groups['moment-words']?.includes(noun.lower) !== true
}

/** "the statement of 8 August condemned", "by order of 8 August the court dismissed": what is said or decided in it was said then. */
function isOfSpeech(tokens: readonly Token[], first: number, { groups }: TimeWords): boolean {
  const near = tokens.slice(Math.max(0, first - ofReach), first)
  return near.some(
    ({ lower, index }) =>
      groups['speech-nouns']?.includes(lower) || (groups['ruling-nouns']?.includes(lower) && tokens[index - 1]?.pos === 'ADP'),
  )
}

/** What is said of somebody: it speaks of something that was at another time. */
const opinions: ReadonlySet<StatementType> = new Set(['condemnation', 'defence', 'denial'])

/** What is decided or asked about deeds of another time: "guilty of murders in 1999", "indicted for crimes between 1998 and 2001". */
const judging: ReadonlySet<StatementType> = new Set(['conviction', 'acquittal', 'charge', 'sentence', 'investigation'])

/** "is acquitted of theft in 2015": told while it is decided. */
function isGoingOn({ sentence, token }: Draft, words: TimeWords): boolean {
  return tenseOf(sentence, clauseMapOf(sentence, words), token) === 'present'
}

/** Several deeds, a stretch of time, or an explanation behind a comma: "of murders in 1999", "of fraud between 1999 and 2003"; "of fraud in 2015" tells when it was decided. */
function isOfDeeds({ sentence, token }: Draft, [first]: readonly Token[], { value, interval }: TimeReading): boolean {
  if (/^\d{4}-\d{2}-\d{2}/.test(value ?? '') && interval === undefined) return false
  const between = sentence.tokens.slice(token + 1, first?.index)
  return interval !== undefined || between.some(({ tag, text }) => tag === 'NNS' || text === ',')
}

/** "accused him of crimes since 2015", "praised her for the rescue in May": behind "of" or "for" the time is the matter's, not the speaker's. */
function isOfMatter({ sentence, token }: Draft, [first]: readonly Token[], words: TimeWords): boolean {
  if (first === undefined) return false
  const { tokens } = sentence
  return tokens
    .slice(token + 1, first.index)
    .some(({ lower, index }) => words.groups['matter-words']?.includes(lower) && tokens[index + 1]?.pos !== 'NUM')
}

/** What goes on for a time. */
const lasting: ReadonlySet<StatementType> = new Set(['detention', 'trial', 'investigation', 'control', 'support', 'abuse'])

/** Words from a preposition to the time of the noun it brings in: "since his transfer to the prison on". */
const nounReach = 7

/** "held since his arrest on 5 May", "fled after the coup on 5 May": whether a word of the group brings in a noun whose time this is. */
function isBehind(group: string, tokens: readonly Token[], first: number, words: TimeWords): boolean {
  for (let at = first - 2; at >= Math.max(0, first - nounReach); at--) {
    const token = tokens[at]
    if (token !== undefined && words.groups[group]?.includes(token.lower))
      return tokens.slice(at + 1, first).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
    if (token === undefined || token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'PUNCT') return false
  }
  return false
}

/** Papers and words: what stands after them tells more often when something was done with them than when they came to be. */
const papers: ReadonlySet<StatementType> = new Set([
  'warrant',
  'warrant-request',
  'alert',
  'demand',
  'ruling',
  'agreement',
  'complaint',
  'charge',
  'sentence',
  'role',
])

/** "his arrest on Sunday", "Sunday's hearing", "the warrant of 18 January", "a tip received on Friday": a time before the noun in its phrase, or right after it and its phrases. Of what a verb has as its object only the time that "of" joins. */
function isOfNoun(
  { sentence, token, type }: Draft,
  tree: Tree,
  own: readonly Token[],
  near: readonly TimeReading[],
  words: TimeWords,
): boolean {
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return false
  const { tokens } = sentence
  if (first.index > token && first.index - token <= ofReach && tokens[last.index + 1]?.lower === 'of') return true
  if (first.index < token)
    return first.index >= phraseStart(tokens, token) || isBroughtBy(tokens.slice(last.index + 1, phraseStart(tokens, token) + 1), words)
  const between = tokens.slice(token + 1, first.index)
  if (
    isBetweenCommas(tokens, first.index, last.index) &&
    between.slice(0, -1).every(({ pos }) => pos !== 'VERB' && pos !== 'AUX' && pos !== 'PUNCT')
  )
    return true
  if (between.every(({ lower }) => lower === 'of' || lower === 'dated')) return true
  if (isMadeBy(between, words) || tellsWhenItIs(between, words)) return true
  if (between.some(({ pos, text }) => pos === 'VERB' || pos === 'AUX' || /^[,;:]$/.test(text))) return false
  const verbHasOwn = near.some((time) => tellsWhen(time) && time.end <= (tokens[token]?.start ?? 0))
  if (!verbHasOwn && /^(?:obj|nsubj:pass)$/.test(tree.relation[token] ?? '')) return false
  return !papers.has(type) || isBelow(tree, first.index, token)
}

/** "the killing on Monday of six workers". */
const ofReach = 3

/** "ended on Friday with his arrest", "Friday saw the arrest of": the day of what the noun names. */
function isBroughtBy(between: readonly Token[], { groups }: TimeWords): boolean {
  const [brings, ...others] = between
  return groups['brings-in']?.includes(brings?.lower ?? '') === true && others.every(({ pos }) => /^(?:DET|ADJ|PRON)$/.test(pos))
}

/** "the arrest of the fugitive in Asni, Friday 15 May, was". */
function isBetweenCommas(tokens: readonly Token[], first: number, last: number): boolean {
  return tokens[first - 1]?.text === ',' && tokens[last + 1]?.text === ','
}

/** "received on", "issued by the court on": the participle by which the thing came to be, and no verb after it. */
function isMadeBy([participle, ...rest]: readonly Token[], words: TimeWords): boolean {
  return (
    participle?.tag === 'VBN' &&
    words.groups.making?.includes(participle.lower) === true &&
    rest.every(({ pos, text }) => pos !== 'VERB' && pos !== 'AUX' && !/^[,;:]$/.test(text))
  )
}

/** "the next hearing is on 2 September", "the trial is to begin in May": nothing else is told of the noun than when. */
function tellsWhenItIs(between: readonly Token[], { groups }: TimeWords): boolean {
  const verb = between.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX')
  return (
    verb !== -1 &&
    between.slice(0, verb).every(({ pos }) => pos !== 'PUNCT' && pos !== 'PRON') &&
    between.slice(verb).every(({ pos, lower }) => /^(?:ADP|ADV|PART|AUX)$/.test(pos) || groups['takes-place']?.includes(lower))
  )
}

function isBelow(tree: Tree, at: number, top: number): boolean {
  for (let up = at; up >= 0; up = tree.head[up] ?? -1) if (up === top) return true
  return false
}
