import type { MentionKind } from '../model/report.js'
import { acronymOf } from './acronym.js'
import { type Alignment, alignTokens } from './align-tokens.js'
import { bodyName, compareBodies } from './body-name.js'
import { folded, type NameToken } from './name-token.js'
import type { NameWords } from './name-words.js'
import { isNamedParty, tellingWords } from './named.js'
import type { PartyName } from './party-names.js'
import { sharedStory } from './party-uses.js'
import { comparePersons, initialsShape, personName, rounded } from './person-name.js'
import type { NameJudgement } from './same-name.js'

/**
 * What two names of the record say of each other.
 * `sure`: they are one party's unless a decision or another report speaks against it.
 * `short`: one is a part of the other; it is the same party's where nobody else it could mean is in the record.
 * `open`: a person has to say.
 */
export interface PartyJudgement {
  readonly verdict: 'sure' | 'short' | 'open'
  readonly score: number
  readonly because: readonly string[]
  /** The key of the one that could mean several, where it is not the one with fewer words. */
  readonly shorter?: string
  /** A report that has both explains one by the other, and does not tell them apart: an acronym, initials, an office. */
  readonly explained?: true
}

/** Score from which two full names need nothing else to be one party's. */
const sureFrom = 0.8
/** Below this a pair is not worth a person's time. */
const openFrom = 0.6
/** Words that reports say of both parties, from which a doubtful name is believed. Two: one shared word ("minister") is borne by many. */
const sharedContextWords = 2

/** How two names stand to each other, or null when they are two parties'. */
export function judgeParties(a: PartyName, b: PartyName, words: NameWords): PartyJudgement | null {
  if (a.kind === 'person' && b.kind === 'person') return judgePersons(a, b, words)
  if (a.kind === 'person' || b.kind === 'person') return null
  if (!mayBeOneKind(a.kind, b.kind)) return null
  return judgeBodies(a, b, words)
}

/** Readers take a prison for a place, a paper for a body; nobody takes a law for a town. */
function mayBeOneKind(a: MentionKind, b: MentionKind): boolean {
  const pair = [a, b].sort().join(' ')
  return a === b || pair === 'facility place' || pair === 'facility organization' || pair === 'organization publication'
}

function judgePersons(a: PartyName, b: PartyName, words: NameWords): PartyJudgement | null {
  const [aNamed, bNamed] = [a, b].map(({ name }) => isNamedParty(name, 'person', words))
  if (!aNamed || !bNamed) return aNamed === bNamed ? null : aNamed ? byOffice(b, a, words) : byOffice(a, b, words)
  const judged = comparePersons(a.name, b.name, words)
  const [x, y] = [personName(a.name, words).core, personName(b.name, words).core]
  const least = Math.min(x.length, y.length)
  const aligned = alignTokens(x, y)
  const initials = initialsOf(a, b) ?? initialsOf(b, a)
  if (initials !== null) return initials
  if (aligned.leftA.length > 0 && aligned.leftB.length > 0) return byAliases(a, b, words) ?? byStory(judged, aligned, a, b, words)
  // A part of a name, or a name with an initial, could be two people's (A. Rossi, Anna or Andrea): it has to mean one only.
  const partOf = x.length !== y.length || aligned.pairs.some(({ likeness }) => likeness.how === 'initial')
  if (judged.same && judged.score >= sureFrom && least > 1) return withVerdict(partOf ? 'short' : 'sure', judged)
  if (judged.same && least === 1 && x.length === y.length) return withVerdict(judged.score > 0.95 ? 'sure' : 'open', judged)
  if (judged.same && least === 1) return withVerdict('short', judged)
  if (judged.same || (judged.score >= openFrom && least > 1)) return backedByContext(judged, a, b)
  return byAliases(a, b, words) ?? byStory(judged, aligned, a, b, words)
}

/** Below any two names. */
const officeScore = 0.7
/** "The minister" is borne by many; "the Minister of Justice" by one at a time. */
const officeWords = 2

/** Who is only told by an office is whoever another report says holds it, under the same words, where one person does; or under some of them, where reports say the same of both. */
function byOffice(office: PartyName, person: PartyName, words: NameWords): PartyJudgement | null {
  const said = folded(office.name)
  const holds = [...person.forms.keys()].some((form) => folded(form) === said)
  if (!holds || tellingWords(office.name, words).length < officeWords) {
    const byWords = overAliases(person, office, words)
    return byWords?.verdict === 'open' ? null : byWords
  }
  return {
    verdict: 'short',
    score: officeScore,
    because: [`reports call ${person.name} “${office.name}”`],
    shorter: office.key,
    explained: true,
  }
}

const initialsScore = 0.8

/** A person written by the first letters of all their names, small words included (HvdA), as transcripts do. */
function initialsOf({ name }: PartyName, full: PartyName): PartyJudgement | null {
  if (!initialsShape.test(name)) return null
  const letters = full.name.split(/[\s-]+/).map((word) => word[0] ?? '')
  const ends = letters.slice(-name.length).join('')
  return ends.toLowerCase() === name.toLowerCase() && letters.length - name.length <= 1
    ? { verdict: 'short', score: initialsScore, because: [`${name} is the first letters of ${full.name}`], explained: true }
    : null
}

/** Scores at which names joined over an alias rank: below any two full names. */
const aliasScore = 0.8
const loneAliasScore = 0.6

/** A name whose words are partly another's names and partly its aliases (Osama Almasri; Osama Najim, known as Almasri) is its. A shared alias and nothing else never is: it is only worth asking. */
function byAliases(a: PartyName, b: PartyName, words: NameWords): PartyJudgement | null {
  return overAliases(a, b, words) ?? overAliases(b, a, words)
}

function overAliases(a: PartyName, b: PartyName, words: NameWords): PartyJudgement | null {
  const own = personName(a.name, words).core
  const aliases = [...a.forms.keys()].flatMap((form) => alignTokens(personName(form, words).core, own).leftA)
  if (aliases.length === 0) return null
  const other = personName(b.name, words).core
  const byName = alignTokens(other, own)
  const byAlias = alignTokens(byName.leftA, aliases)
  if (byAlias.pairs.length === 0 || byAlias.leftA.length > 0) return null
  if (byName.pairs.length > 0)
    return { verdict: 'sure', score: aliasScore, because: [`${b.name} is made of names and bynames of ${a.name}`] }
  const said = sharedContext(a, b)
  if (said !== null) return { verdict: 'short', score: aliasScore, because: [`${b.name} is a byname of ${a.name}`, said] }
  return { verdict: 'open', score: loneAliasScore, because: [`${b.name} and ${a.name} share a byname; that alone joins nobody`] }
}

function backedByContext(judged: NameJudgement, a: PartyName, b: PartyName): PartyJudgement {
  const said = sharedContext(a, b)
  if (said === null || !judged.same) return withVerdict('open', judged)
  return { verdict: 'sure', score: judged.score, because: [...judged.because, said] }
}

/** What reports say of both, where it is enough to believe a doubtful name. */
function sharedContext(a: PartyName, b: PartyName): string | null {
  const shared = [...a.context].filter((word) => b.context.has(word))
  return shared.length < sharedContextWords ? null : `reports say of both: ${shared.slice(0, shownContextWords).join(', ')}`
}
const shownContextWords = 5

/** Names whose agreeing words weigh this much are worth asking about, though each has a word that the other lacks: two names, of which not both are borne by many. */
const weighsFrom = 1.5
/** Below any name that agrees by itself. */
const storyScore = 0.7

/** Two names that agree in part, or a family name spelt so that it might be another: one person's where reports tell one story of both, and else worth asking. */
function byStory(
  judged: NameJudgement,
  { pairs, leftA, leftB }: Alignment,
  a: PartyName,
  b: PartyName,
  words: NameWords,
): PartyJudgement | null {
  const weight = pairs.reduce((sum, { a: token }) => sum + (words.commonNames.has(token.latin) ? 0.5 : 1), 0)
  const [x, y] = [personName(a.name, words).core, personName(b.name, words).core]
  const isAlone = leftA.length === 0 || leftB.length === 0
  const isWorthAsking = pairs.length > 1 ? weight >= weighsFrom && !tellApart(x, leftA, y, leftB) : isAlone && judged.score >= openFrom
  if (!isWorthAsking) return null
  const story = sharedStory(a.context, b.context)
  return story === null
    ? { verdict: 'open', score: openFrom, because: judged.because }
    : { verdict: 'short', score: storyScore, because: [...judged.because, `reports say of both: ${story}`] }
}

/** Whether the words that only one side has stand in one place: another first name is a brother's, another in the middle another father's son. */
function tellApart(x: readonly NameToken[], leftX: readonly NameToken[], y: readonly NameToken[], leftY: readonly NameToken[]): boolean {
  const isFirst = (core: readonly NameToken[], left: readonly NameToken[]) => core[0] !== undefined && left.includes(core[0])
  const isLast = (core: readonly NameToken[], left: readonly NameToken[]) => left.includes(core.at(-1) as NameToken)
  const isWithin = (core: readonly NameToken[], left: readonly NameToken[]) =>
    left.length > 0 && !isFirst(core, left) && !isLast(core, left)
  return (isFirst(x, leftX) && isFirst(y, leftY)) || (isWithin(x, leftX) && isWithin(y, leftY))
}

/** Below a name that agrees word by word. */
const acronymScore = 0.85

function judgeBodies(a: PartyName, b: PartyName, words: NameWords): PartyJudgement | null {
  const acronym = acronymOf(a.name, b.name, words)
  if (acronym !== null) return { verdict: 'short', score: acronymScore, because: [acronym], explained: true }
  const kindWords = a.kind === 'organization' || b.kind === 'organization' ? words.bodyWords : words.placeWords
  const [x, y] = [bodyName(a.name, words), bodyName(b.name, words)]
  if (x.known !== null && y.known !== null && x.known !== y.known) return null
  const judged = [...pairsOfForms(a, b)]
    .map(([p, q]) => compareBodies(p, q, words, kindWords))
    .reduce((best, next) => (next.score > best.score ? next : best))
  if (x.known !== null && x.known === y.known) return withVerdict('sure', judged)
  const { leftA, leftB, pairs } = alignTokens(x.core, y.core)
  const whole = leftA.length === 0 && leftB.length === 0
  if (whole && folded(a.name) !== '' && judged.score >= sureFrom) return withVerdict('sure', judged)
  if (judged.same && !whole && leftA.length > 0 && leftB.length > 0) return withVerdict('sure', judged) // an acronym or another form that both bear
  if (leftA.length > 0 && leftB.length > 0) return null
  if (judged.same) return withVerdict('short', judged)
  // "Court of Appeal" and "Rome Court of Appeal", "Pre-Trial Chamber" and "Pre-Trial Chamber I": one word alone ("police") is nobody's name.
  return judged.score >= openFrom && pairs.length > 1 ? withVerdict('short', judged) : null
}

/** The full names, and the short forms both sides explain: a body's acronym is a name of its own. */
function* pairsOfForms(a: PartyName, b: PartyName): Generator<readonly [string, string]> {
  yield [a.name, b.name]
  const acronyms = (party: PartyName) => [...party.forms.keys()].filter((form) => /^\p{Lu}[\p{L}.]{0,6}\p{Lu}\.?$/u.test(form))
  for (const form of acronyms(a)) yield [form, b.name]
  for (const form of acronyms(b)) yield [a.name, form]
}

function withVerdict(verdict: PartyJudgement['verdict'], { score, because }: NameJudgement): PartyJudgement {
  return { verdict, score: rounded(score), because }
}
