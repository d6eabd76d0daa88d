import type { EntityId } from '../model/ids.js'
import type { StatementType } from '../model/report.js'
import { dayOf, extentOf } from '../model/time.js'
import type { Phrases } from './compatible-phrases.js'
import { isSeldom, isWorkedOut, timeFit } from './happening-time.js'
import type { KnownPlaces } from './known-places.js'
import { folded } from './name-token.js'
import type { Organs } from './organs.js'
import { areOppositeOutcomes } from './outcomes.js'
import type { Quantities } from './quantities.js'
import { mayBeOneTime } from './time-attribute.js'
import { areOneSentence, type Party, type Told } from './told.js'

/** What speaks for a statement being an account of an event; `other` where it tells of another happening; null where nothing can be said. */
type Evidence = { readonly score: number; readonly because: string } | 'other' | null

/** How well a statement fits an event so far, with the reasons; or null where it is another happening. */
export interface EventFit {
  readonly score: number
  readonly because: readonly string[]
}

export interface FitGround {
  readonly phrases: Phrases
  readonly places: KnownPlaces
  readonly organs: Organs
  readonly quantities: Quantities
}

/** From this score a statement is taken for an account of the event: one party in the role that makes it, and nothing against it. */
export const joinsFrom = 2

/** How a statement fits the statements of an event: what each attribute says, added up; one that says "other" is enough against. */
export function eventFit(told: Told, event: readonly Told[], ground: FitGround): EventFit | null {
  let score = 0
  const because: string[] = []
  for (const attribute of [
    byDenial,
    byPatient,
    byCompany,
    byFigure,
    byAgent,
    byRecipient,
    byTime,
    byPlace,
    byJourney,
    byKind,
    byOutcome,
    byByname,
    byCharges,
  ]) {
    const evidence = attribute(told, event, ground)
    if (evidence === 'other') return null
    if (evidence === null) continue
    score += evidence.score
    because.push(evidence.because)
  }
  return { score, because }
}

/** Types told by who acts and about what: another agent is another act. */
const agentMakesIt: ReadonlySet<StatementType> = new Set([
  'condemnation',
  'defence',
  'denial',
  'demand',
  'inquiry',
  'role',
  'control',
  'alias',
  'agreement',
  'support',
  'complaint',
  'appeal',
])
/** A lawyer's office is not his client's. */
const ofOnePerson: ReadonlySet<StatementType> = new Set(['role', 'control', 'alias'])
/** Whether a happening of this type is one person's and not of those who hold office with him. */
export function isOfOnePerson(type: StatementType): boolean {
  return ofOnePerson.has(type)
}

/** Telling the ministry is not telling the court. */
const recipientMakesIt: ReadonlySet<StatementType> = new Set(['notification', 'demand', 'inquiry', 'referral'])

/** Whether it is who is told, not whom it befalls, that makes a happening of this type this one and no other. */
export function isMadeByRecipient(type: StatementType): boolean {
  return recipientMakesIt.has(type)
}

/** Whether a statement names nobody in the role that makes its happening. */
export function lacksMaker(told: Told): boolean {
  const { type } = told.statement
  return makersOf(told).every(({ named, kind }) => !named || (personOnly.has(type) && kind !== 'person'))
}

/** Whether it leaves that role empty, so that it can only mean what was told before. An unnamed one in it ("the children") may be somebody else. */
export function leavesMakerOut(told: Told): boolean {
  const { type } = told.statement
  return makersOf(told).every(({ kind }) => kind !== null && personOnly.has(type) && kind !== 'person')
}

/** The parties in the role that makes a happening of its type this one and no other. */
export function makersOf(told: Told): readonly Party[] {
  const { type } = told.statement
  return agentMakesIt.has(type)
    ? told.agent
    : recipientMakesIt.has(type)
      ? [...told.recipient, ...told.patient]
      : partiesIn('patient', told)
}

/** The parties in a role. Who boards a plane by himself is the traveller, also where he is told as the one who acts. */
function partiesIn(role: 'agent' | 'patient' | 'recipient' | 'place', told: Told): readonly Party[] {
  return role === 'patient' && told.statement.type === 'travel' && told.patient.length === 0 ? told.agent : told[role]
}

/** What happens to persons only. A body told in their place ("a member of the judicial police was arrested") says whose they are. */
const personOnly: ReadonlySet<StatementType> = new Set([
  'arrest',
  'detention',
  'release',
  'expulsion',
  'extradition',
  'surrender',
  'warrant',
  'warrant-request',
  'unsealing',
  'alert',
  'tip-off',
  'conviction',
  'acquittal',
  'sentence',
  'charge',
  'death',
  'travel',
  'welcome',
])

/** Whether happenings of a type befall persons only. */
export function befallsPersons(type: StatementType): boolean {
  return personOnly.has(type)
}

/** What is denied is a happening that was there to be denied, by somebody else, of the same parties. */
function byDenial(told: Told, event: readonly Told[], ground: FitGround): Evidence {
  const opposed = event.filter(({ statement }) => statement.polarity !== told.statement.polarity)
  if (opposed.length === 0) return null
  return opposed.some((other) => !mayDeny(told, other, ground)) ? 'other' : null
}

function mayDeny(a: Told, b: Told, ground: FitGround): boolean {
  if (areOneSentence(a, b)) return true
  const [denial, told] = a.statement.polarity === 'negative' ? [a, b] : [b, a]
  // A voice that says of one thing that it was and of another that it was not speaks of two things.
  if (isOneVoice(denial, told)) return false
  // "Has never been tried" says nothing of a trial that came later.
  if (denial.published !== null && told.time !== null && isAfter(told.time, denial.published)) return false
  // "There was no warrant" names nobody: news means what is new.
  if (namesNobody(denial) && isOldNews(told.time, denial.published, daysNew)) return false
  // "He had not been charged" is said of this affair, not of a charge of years ago.
  if (denial.time === null && isOldNews(told.time, denial.published, daysOfAffair)) return false
  // The ministry that never had the papers may have been told of the arrest.
  if (
    (denial.statement.type === 'notification' || agentMakesIt.has(denial.statement.type)) &&
    areOtherMatters(mattersOf(denial), mattersOf(told), ground)
  )
    return false
  // What somebody did not ask for or condemn is another matter than what he did.
  if (agentMakesIt.has(denial.statement.type) && [denial, told].some(({ patient, recipient }) => patient.length + recipient.length === 0))
    return false
  return deniedRoles.every((role) => shared(denial, [told], role, ground) !== 'other' || haveDealings(denial[role], told[role], ground))
}

/** What somebody is told or asked about; whoever is told may stand there too ("it was not informed"), and is no matter. */
function mattersOf({ patient, recipient }: Told): readonly Party[] {
  return patient.filter(({ key }) => !recipient.some((told) => told.key === key))
}

function areOtherMatters(a: readonly Party[], b: readonly Party[], { phrases }: FitGround): boolean {
  const isOne = (x: Party, y: Party) => x.key === y.key || phrases.areCompatible(x.value, y.value)
  return a.length > 0 && b.length > 0 && ![...a, ...b].some(({ kind }) => kind === 'person') && !a.some((x) => b.some((y) => isOne(x, y)))
}

const deniedRoles = ['agent', 'patient', 'recipient'] as const

/** Whether somebody is only described, or one acts for the other, so that different names need not be different parties. */
function haveDealings(a: readonly Party[], b: readonly Party[], { organs }: FitGround): boolean {
  return a.some((x) =>
    b.some((y) => !x.named || !y.named || organs.isOrganOf([x.value], [y.value]) || organs.isOrganOf([y.value], [x.value])),
  )
}

function namesNobody({ agent, patient, recipient, time }: Told): boolean {
  return agent.length + patient.length + recipient.length === 0 && time === null
}

/** Days for which a happening is what a report means without naming anybody: a month of coverage. */
const daysNew = 31
/** Days after which a denial without a day of its own is said of something else: affairs seldom rest for two years. */
const daysOfAffair = 730

function isOldNews(edtf: string | null, published: string | null, days: number): boolean {
  const [to, told] = [
    edtf === null ? null : (extentOf(edtf)?.to ?? null),
    published === null ? null : (extentOf(published.slice(0, 10))?.from ?? null),
  ]
  return to !== null && told !== null && told - to > days * 86_400_000
}

function isAfter(edtf: string, published: string): boolean {
  const [from, to] = [extentOf(edtf)?.from ?? null, extentOf(published.slice(0, 10))?.to ?? null]
  return from !== null && to !== null && from >= to
}

/** A party in the role that makes the happening is enough; in another role it only supports. */
const makes = 2
const supports = 1

function byPatient(told: Told, event: readonly Told[], ground: FitGround): Evidence {
  const found = shared(told, event, 'patient', ground)
  // What a notification is about is told in many ways: the arrest, the man, the papers.
  if (found === 'other') return told.statement.type === 'notification' ? null : 'other'
  if (found === null) return bySameNumber(told, event, ground) ?? byToll(told, event, ground)
  // People travel often, and are spoken of by many: whom it was about does not say which journey, or whose word.
  const { type } = told.statement
  const because = `${found.value} in both`
  if (type === 'travel' || agentMakesIt.has(type)) return { score: supports, because }
  if (found.named || event.some(({ story }) => story === told.story)) return { score: makes, because }
  if (haveCompany(told, event)) return { score: makes, because: `${because}, in stories that name somebody in common` }
  return { score: isAnybody(found, event, ground) ? anybodyIs : areStrangers(told, event) ? somebodyIs : makes, because }
}

/** One and two are too often told to say anything. */
const tellingNumber = 3

/** So many pirates and as many raiders, told by no name. */
function bySameNumber(told: Told, event: readonly Told[], { quantities }: FitGround): Evidence {
  const numbersOf = (one: Told) =>
    partiesIn('patient', one).flatMap(({ named, value }) => {
      const number = named ? null : quantities.quantityIn(value)
      return number !== null && number.least === number.most && number.least >= tellingNumber ? [number.least] : []
    })
  const own = new Set(numbersOf(told))
  const both = event.flatMap(numbersOf).find((number) => own.has(number))
  return both === undefined ? null : { score: supports, because: `${both} of them in both` }
}

/** So many are the dead of a war or a genocide, of which an affair has one, whoever counts them; of massacres with thousands it may have several. */
const greatToll = 100_000

/** "Some 800,000 people" and "over a million people" are two counts of one thing. */
function byToll(told: Told, event: readonly Told[], { phrases, quantities }: FitGround): Evidence {
  if (told.statement.type !== 'abuse') return null
  const tollsOf = (one: Told) =>
    partiesIn('patient', one).filter(({ named, value }) => !named && (quantities.quantityIn(value)?.most ?? 0) >= greatToll)
  const areOneKind = (x: Party, y: Party) => phrases.areCompatible(quantities.withoutQuantity(x.value), quantities.withoutQuantity(y.value))
  const own = tollsOf(told)
  const both = own.find((x) => event.some((other) => tollsOf(other).some((y) => areOneKind(x, y))))
  return both === undefined || areStrangers(told, event) ? null : { score: makes, because: `${both.value}: a toll of that order in both` }
}

/** "Two men" of two stories that name nobody in common are the same two where much else agrees: the day, the place, who did it. "A harbour master" is fewer people's description, and told of where nobody is named he is one. */
const [anybodyIs, somebodyIs] = [0.5, 1]

/** Whether a party that is only described is so by words that fit many, here or there. */
function isAnybody(found: Party, event: readonly Told[], { phrases }: FitGround): boolean {
  return (
    phrases.isGeneric(found.value) || event.every((other) => partiesIn('patient', other).every(({ value }) => phrases.isGeneric(value)))
  )
}

/** Stories that name nobody in common, and do not name whom it befell, are of two affairs rather than of one. */
const strangers = -0.5
const isNamedThere = 0.5

/** What the company says in which a story names whoever it befell, where one of the two only describes them. */
function byCompany(told: Told, event: readonly Told[], ground: FitGround): Evidence {
  const { type } = told.statement
  if (agentMakesIt.has(type) || recipientMakesIt.has(type) || event.some(({ story }) => story === told.story)) return null
  const found = shared(told, event, 'patient', ground)
  if (found === 'other' || found?.named) return null
  if (areStrangers(told, event)) return { score: strangers, because: 'though their stories name nobody in common' }
  if (found !== null || !event.some((other) => namesWhom(told, other) || namesWhom(other, told))) return null
  return { score: isNamedThere, because: 'whom one describes, its story names' }
}

/** Whether the story of a statement that names nobody it befell names whom the other says it befell. */
function namesWhom(one: Told, other: Told): boolean {
  return partiesIn('patient', other).some(({ entity, named }) => named && entity !== null && one.cast.includes(entity))
}

/** Whether the stories of a statement that only describes whom it befell, and of another, name somebody in common. */
function haveCompany(told: Told, event: readonly Told[]): boolean {
  const own = new Set(companyOf(told))
  return event.some((other) => told.cast.length + other.cast.length > 0 && companyOf(other).some((id) => own.has(id)))
}

/** Whether both stories name others, and nobody in common. */
function areStrangers(told: Told, event: readonly Told[]): boolean {
  return companyOf(told).length > 0 && event.some((other) => companyOf(other).length > 0) && !haveCompany(told, event)
}

/** Whom a story names beside whoever is only described; of a statement that names whom it befell, its own parties. */
function companyOf(one: Told): readonly EntityId[] {
  if (one.cast.length > 0) return one.cast
  return [one.agent, one.patient, one.recipient, one.place].flatMap((parties) =>
    parties.flatMap(({ entity, named }) => (named && entity !== null ? [entity] : [])),
  )
}

/** Who is left out is whom the story is about rather than anybody else; that alone joins nothing. */
function byFigure(told: Told, event: readonly Told[]): Evidence {
  const { figure } = told
  const leftOut = meansItsFigure(told)
  const others = event.flatMap((other) => (meansItsFigure(other) ? (other.figure ?? []) : leftOut ? partiesIn('patient', other) : []))
  const own = leftOut ? [figure] : partiesIn('patient', told)
  const both = own.find((party) => others.some(({ key }) => key === party?.key))
  return both ? { score: supports, because: `a story about ${both.value} names nobody else` } : null
}

/** Whether a statement leaves out whom it happened to, in a story about somebody. */
function meansItsFigure(told: Told): boolean {
  return told.figure !== null && personOnly.has(told.statement.type) && leavesMakerOut(told)
}

function byAgent(told: Told, event: readonly Told[], ground: FitGround): Evidence {
  const found = shared(told, event, 'agent', ground)
  const decides = agentMakesIt.has(told.statement.type) || deniesItsDoer(told, event)
  // Harm by one militia is not harm by another, though the victims are described alike.
  const side = found === 'other' ? oneSide(told, event, 'agent', ground) : null
  if (side !== null) return { score: supports, because: `${side} are one side` }
  if (found === 'other' && told.statement.type === 'notification')
    return { score: toldByAnother, because: 'though another is said to have told it' }
  if (found === 'other') return decides || told.statement.type === 'abuse' ? 'other' : null
  return found === null ? null : { score: decides ? makes : supports, because: `by ${found.value} in both` }
}

/** A ministry is told many things by many: what two tell it is rather two messages, unless it was at one time. */
const toldByAnother = -1

/** What courts and offices do every day: that one of it was not done says nothing of another. */
const doneOften: ReadonlySet<StatementType> = new Set(['ruling', 'hearing', 'trial', 'investigation', 'notification'])

/** "He never freed anybody" names whom it is said of, and nobody to whom it would have happened: it stands against all that he is said to have done. */
function deniesItsDoer(told: Told, event: readonly Told[]): boolean {
  const [first] = event
  if (
    first === undefined ||
    doneOften.has(told.statement.type) ||
    event.some(({ statement }) => statement.polarity === told.statement.polarity)
  )
    return false
  return told.statement.polarity === 'negative' ? lacksMaker(told) : event.every(lacksMaker)
}

function byRecipient(told: Told, event: readonly Told[], ground: FitGround): Evidence {
  const found = shared(told, event, 'recipient', ground)
  const decides = recipientMakesIt.has(told.statement.type)
  if (found === 'other') {
    const side = oneSide(told, event, 'recipient', ground)
    if (side !== null) return { score: isDenied(told, event) ? makes : supports, because: `${side} are one side` }
  }
  if (found === 'other') return decides ? 'other' : null
  if (found === null) return decides && areOtherBodies(told, event, ground) ? 'other' : null
  return { score: decides ? makes : supports, because: `to ${found.value} in both` }
}

/** "The embassy" and "the ministry" are two, though neither is named; "the ministry" may be any ministry. */
function areOtherBodies(told: Told, event: readonly Told[], { phrases, organs }: FitGround): boolean {
  const bodies = told.recipient.filter(({ kind }) => kind === 'organization')
  const others = event.flatMap(({ recipient }) => recipient).filter(({ kind }) => kind === 'organization')
  const mayBeOne = (x: Party, y: Party) =>
    x.key === y.key ||
    haveLikeHeads(x.value, y.value, phrases) ||
    organs.isOrganOf([x.value], [y.value]) ||
    organs.isOrganOf([y.value], [x.value])
  return bodies.length > 0 && others.length > 0 && !bodies.some((x) => others.some((y) => mayBeOne(x, y)))
}

/** Whether two descriptions may be of one party, also without what it is of or for: a court of ministers is no ministry. */
function haveLikeHeads(a: string, b: string, { areCompatible }: Phrases): boolean {
  return areCompatible(a, b) && areCompatible(withoutComplement(a), withoutComplement(b))
}

function withoutComplement(description: string): string {
  return description.replace(/ (?:of|for|in) .*$/, '')
}

function isDenied(told: Told, event: readonly Told[]): boolean {
  return event.some(({ statement }) => statement.polarity !== told.statement.polarity)
}

/** Two who act for one: what a chamber does its court does, and a ministry or the police act for their state, which may be told by its capital. */
function oneSide(told: Told, event: readonly Told[], role: 'agent' | 'recipient', { organs }: FitGround): string | null {
  if (ofOnePerson.has(told.statement.type)) return null
  for (const x of told[role])
    for (const y of event.flatMap((other) => other[role]))
      if (organs.isOrganOf([x.value], [y.value]) || organs.isOrganOf([y.value], [x.value])) return `${x.value} and ${y.value}`
  return null
}

/** A party both name; `other` where both name parties and share none; null where one names nobody. */
function shared(
  told: Told,
  event: readonly Told[],
  role: 'agent' | 'patient' | 'recipient' | 'place',
  { phrases }: FitGround,
): Party | 'other' | null {
  const counts = ({ kind }: Party) => role !== 'patient' || kind === null || kind === 'person' || !personOnly.has(told.statement.type)
  const a = partiesIn(role, told).filter(counts)
  const b = event.flatMap((other) => partiesIn(role, other)).filter(counts)
  if (a.length === 0 || b.length === 0) return null
  const keys = new Set(b.map(({ key }) => key))
  const same = a.find(({ key }) => keys.has(key))
  if (same !== undefined) return same
  const areAlike = role === 'place' ? phrases.areCompatible : (x: string, y: string) => haveLikeHeads(x, y, phrases)
  const alike = a.find((x) => !x.named && b.some((y) => !y.named && areAlike(x.value, y.value)))
  if (alike !== undefined) return alike
  // A minister and the ministry are one party to tell and to be told.
  const kin =
    role === 'patient' || ofOnePerson.has(told.statement.type)
      ? undefined
      : a.find((x) => b.some((y) => areBodyAndMember(x, y) && (x.kin.some((id) => id === y.key) || y.kin.some((id) => id === x.key))))
  if (kin !== undefined) return kin
  // Who is not named may be anybody that is.
  return a.every(({ named }) => named) && b.every(({ named }) => named) ? 'other' : null
}

/** A lawyer does not act as his client does. */
function areBodyAndMember(a: Party, b: Party): boolean {
  return a.kind !== 'person' || b.kind !== 'person'
}

const oneTime = 1.5
/** How much it says that two times can be one: that both are in one year says little. */
function timeScore(a: string, b: string): number {
  const longest = Math.max(...[a, b].map((edtf) => daysIn(edtf)))
  return longest <= fewDays ? oneTime : longest <= monthDays ? oneMonth : oneYear
}
const [oneMonth, oneYear] = [1, 0.5]
/** A stay of some days is told as exactly as a day. */
const fewDays = 4
const monthDays = 31

function daysIn(edtf: string): number {
  const { from, to } = extentOf(edtf) ?? { from: null, to: null }
  return from === null || to === null ? Number.POSITIVE_INFINITY : (to - from) / 86_400_000
}

/** Of what a person meets with seldom, two accounts a day apart are one told wrongly, also where they tell it of two towns; of what comes often, rather two. */
const nearTimeOfSeldom = 0.5
const nearTimeOfOften = -0.5

/**
 * The statement's time beside the event's: beside every account of it to be one time, beside the one that most accounts give to be near it; or accounts that each differ by a day would
 * lead from week to week.
 */
function byTime(told: Told, event: readonly Told[]): Evidence {
  const own = told.time
  const { type } = told.statement
  const dated = event.flatMap((other) => (other.time === null ? [] : [{ other, edtf: other.time }]))
  if (own === null || dated.length === 0) return null
  // One story, one voice, two times: it tells of two happenings.
  const fits = dated.map(({ other, edtf }) => ({ other, edtf, fit: timeFit(type, own, edtf, mayBeOneTime) }))
  if (fits.some(({ other, edtf, fit }) => (fit === 'near' || fit === 'apart') && isSaid(own) && isSaid(edtf) && isOneVoice(told, other)))
    return 'other'
  const one = dated.find(({ edtf }) => timeFit(type, own, edtf, mayBeOneTime) === 'one')
  if (one !== undefined) return { score: timeScore(own, one.edtf), because: `${own} and ${one.edtf} can be one time` }
  const usual = mostOften(dated.map(({ edtf }) => edtf))
  const fit = timeFit(type, own, usual, mayBeOneTime)
  if (fit === 'unknown') return null
  if (fit === 'apart') return 'other'
  return {
    score: isSeldom(type) ? nearTimeOfSeldom : nearTimeOfOften,
    because: `${own} and ${usual} are near enough to be one time told wrongly`,
  }
}

function isSaid(edtf: string): boolean {
  const extent = extentOf(edtf)
  return extent !== null && !isWorkedOut(extent)
}

function isOneVoice(a: Told, b: Told): boolean {
  return a.story === b.story && a.roots.map(({ key }) => key).join() === b.roots.map(({ key }) => key).join()
}

function mostOften(times: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const time of times) counts.set(time, (counts.get(time) ?? 0) + 1)
  return [...counts.entries()].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

/** Two towns are two journeys, unless they are told of one day: a journey leaves one place and arrives at another. For other types they are a dispute, and count against. */
const elsewhere = -1
const seldomElsewhere = -0.5

function byPlace(told: Told, event: readonly Told[], ground: FitGround): Evidence {
  const { places } = ground
  const found = shared(told, event, 'place', ground)
  if (found !== null && found !== 'other') {
    if (isTurnedJourney(told, event)) return 'other'
    return { score: supports, because: `${found.value} in both` }
  }
  const [here, there] = [told.place, event.flatMap(({ place }) => place)].map((some) =>
    some.flatMap(({ value }) => places.named(value) ?? []),
  )
  if (here === undefined || there === undefined || here.length === 0 || there.length === 0) return null
  const meets = here.some((a) => there.some((b) => places.lies(a, b) || places.lies(b, a)))
  if (meets) return { score: supports / 2, because: `${here[0]?.names[0]} and ${there[0]?.names[0]} lie in each other` }
  if (told.statement.type !== 'travel')
    return {
      score: isSeldom(told.statement.type) ? seldomElsewhere : elsewhere,
      because: `though one has ${here[0]?.names[0]} and the other ${there[0]?.names[0]}`,
    }
  if (isSaidNotToHaveLeft(told, event))
    return {
      score: event.some(({ story }) => story === told.story) ? makes : supports,
      because: 'who has not left one place has not arrived in another',
    }
  const evidence = byTime(told, event)
  const isOneTime = evidence !== null && evidence !== 'other' && evidence.score === oneTime
  return isOneTime && !areTwoLegs(told, event, ground) ? null : 'other'
}

/** Who has not left one place has not arrived in another. */
function isSaidNotToHaveLeft(told: Told, event: readonly Told[]): boolean {
  const denials = [told, ...event].filter(({ statement }) => statement.polarity === 'negative')
  return denials.length > 0 && denials.length <= event.length && denials.every(({ statement }) => statement.detail.direction === 'leave')
}

/** One way and one vehicle are one journey rather than two. */
function byJourney(told: Told, event: readonly Told[], { phrases }: FitGround): Evidence {
  const { direction, means } = told.statement.detail
  if (told.statement.type !== 'travel') return null
  const details = event.map(({ statement: { detail } }) => detail)
  const compared = (other: unknown) => (typeof means === 'string' && typeof other === 'string' ? phrases.areCompatible(means, other) : null)
  const isOneVehicle = (other: unknown) => compared(other) === true
  // Whoever tells of a car that left and of a plane that landed tells of two legs (to be driven to the airport and flown out is one departure); of whom another tells, it may be the other's mistake.
  const isAnotherVehicle = (other: unknown) => compared(other) === false
  if (
    event.some(
      (other) =>
        isOneVoice(told, other) && isAnotherVehicle(other.statement.detail.means) && direction !== other.statement.detail.direction,
    )
  )
    return 'other'
  if (details.some((other) => isOneVehicle(other.means))) return { score: supports, because: `by ${String(means)} in both` }
  const isOneWay = direction !== undefined && details.some((other) => other.direction === direction)
  return isOneWay ? { score: supports, because: `one direction (${String(direction)})` } : null
}

/** Kinds of harm under which one campaign may be told, and names for all of it. */
const bodilyHarm: ReadonlySet<string> = new Set(['torture', 'killing', 'sexual-violence', 'inhuman-treatment'])
const anyHarm: ReadonlySet<string> = new Set(['war-crimes', 'crimes-against-humanity', 'persecution', 'other'])

/** To be taken away is another thing than to be beaten; a man's torture is another than his death, though the massacre of a town may be told as either. */
function byKind(told: Told, event: readonly Told[]): Evidence {
  if (told.statement.type !== 'abuse') return null
  const own = told.statement.detail.kind
  const others = new Set(event.flatMap(({ statement: { detail } }) => (typeof detail.kind === 'string' ? [detail.kind] : [])))
  if (typeof own !== 'string' || others.size === 0 || others.has(own)) return null
  const isOneMan = told.patient.some(({ named }) => named)
  const mayBeOne = (kind: string) => anyHarm.has(kind) || (bodilyHarm.has(kind) && bodilyHarm.has(own) && !isOneMan)
  return anyHarm.has(own) || [...others].every(mayBeOne) ? null : 'other'
}

/** Two towns reached on one day, or travelled to by two means, are two legs of a journey. Who leaves may be told to leave the one place or for the other. */
function areTwoLegs(told: Told, event: readonly Told[], { phrases }: FitGround): boolean {
  const { direction, means } = told.statement.detail
  return event.some(({ statement: { detail } }) => {
    const areArrivals = direction === 'arrive' && detail.direction === 'arrive'
    return areArrivals || (typeof means === 'string' && typeof detail.means === 'string' && !phrases.areCompatible(means, detail.means))
  })
}

/** To arrive where the other leaves is another journey. */
function isTurnedJourney(told: Told, event: readonly Told[]): boolean {
  if (told.statement.type !== 'travel') return false
  const keys = new Set(told.place.map(({ key }) => key))
  const there = event.filter(({ place }) => place.some(({ key }) => keys.has(key)))
  const direction = told.statement.detail.direction
  return (
    direction !== undefined &&
    there.length > 0 &&
    there.every(({ statement }) => statement.detail.direction !== undefined && statement.detail.direction !== direction)
  )
}

function byOutcome(told: Told, event: readonly Told[]): Evidence {
  const own = told.statement.detail.outcome
  const others = new Set(event.flatMap(({ statement }) => (typeof statement.detail.outcome === 'string' ? [statement.detail.outcome] : [])))
  if (typeof own !== 'string' || others.size === 0) return null
  if (own === 'other') return null
  if (others.has(own)) return { score: supports, because: `${own} in both` }
  return event.some((other) => isRivalOutcome(told, other)) ? { score: 0, because: 'though the outcome is told as its opposite' } : 'other'
}

/** Two accounts of one court's ruling of one day that give it opposite outcomes: a dispute, not two rulings. */
function isRivalOutcome(a: Told, b: Told): boolean {
  const [x, y] = [a, b].map(({ statement }) => String(statement.detail.outcome))
  const [day, other] = [a, b].map(({ time }) => (time === null ? null : dayOf(time)))
  const courts = new Set(b.agent.map(({ key }) => key))
  return (
    areOppositeOutcomes(x ?? '', y ?? '') &&
    day !== null &&
    day === other &&
    a.story !== b.story &&
    (a.agent.length === 0 || b.agent.length === 0 || a.agent.some(({ key }) => courts.has(key)))
  )
}

function byByname(told: Told, event: readonly Told[]): Evidence {
  if (told.statement.type !== 'alias') return null
  const name = folded(String(told.statement.detail.name ?? ''))
  const has = event.some(({ statement }) => folded(String(statement.detail.name ?? '')) === name)
  return has ? { score: supports, because: `the byname ${name} in both` } : 'other'
}

const otherCharges = -1.5
/** Charges are compared by this much of each word, so that "murdering" meets "murder". */
const stemLetters = 5

/** A man is convicted of one thing in one trial and of another in another. */
function byCharges(told: Told, event: readonly Told[], { phrases }: FitGround): Evidence {
  const own = chargeWords(told, phrases)
  const others = new Set(event.flatMap((other) => [...chargeWords(other, phrases)]))
  if (own.size === 0 || others.size === 0) return null
  const both = [...own].find((word) => others.has(word))
  return both === undefined
    ? { score: otherCharges, because: 'though the charges differ' }
    : { score: supports / 2, because: 'a charge in both' }
}

/** The telling words of the charges, and what they are kinds of; all that is tried by such courts is a crime. */
function chargeWords({ statement }: Told, phrases: Phrases): ReadonlySet<string> {
  const charges = Array.isArray(statement.detail.charges) ? statement.detail.charges : []
  return new Set(
    charges
      .flatMap((charge: string) => phrases.wordsAround(charge))
      .filter((word) => word.length >= stemLetters && !/^(?:crime|again|human)/.test(word))
      .map((word) => word.slice(0, stemLetters)),
  )
}
