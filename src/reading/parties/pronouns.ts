import type { PronounWord } from '../../model/words/names.js'
import type { Sentence, Token } from '../parts.js'
import type { Candidate } from './candidates.js'
import { clash } from './candidates.js'
import type { Lists } from './lists.js'

/** The place of a mention in its clause. */
export type Role = 'subject' | 'object' | 'oblique'

/** Where and how a party was last meant. */
export interface Trace {
  readonly party: number
  readonly sentence: number
  readonly at: number
  readonly to: number
  readonly role: Role
  /** Inside a quote; what is outside it is less likely meant there, and the other way round. */
  readonly quoted: boolean
  /** It says something here: "X said", "said X". */
  readonly speaks: boolean
}

/** What is known when a pronoun is met: the parties, where those of the last sentences stood, and the main person once their name has fallen. */
export interface Standing {
  readonly candidates: readonly Candidate[]
  readonly traces: readonly Trace[]
  readonly main: number | undefined
  readonly quoted: boolean
  /** The party that the pronoun's own phrase describes: "his lawyer" is not the lawyer's. */
  readonly owned: number | undefined
  /** The pronoun says something: "he added". */
  readonly saying?: boolean
  /** The law happens to the pronoun's party. */
  readonly befallen?: boolean
}

/** How far back a pronoun looks, in sentences: in news an antecedent is nearly always in the same sentence or one of the two before. */
export const pronounReach = 3
/** As how many sentences away the main person counts whose name fell longer ago. */
const mainReach = 5
// The weights below were tried on openly licensed texts with marked coreference (GUM: news, court, biographies, interviews), in steps of a tenth; all but `mainBonus` matter little within a step.
/** How much less a party counts with each sentence. */
const fading = 0.6
/** A choice must be this much better than the next best, or it is left open. */
const margin = 1.1
/** What the story's main person has before anybody else: without it a third of all "he" went astray. */
const mainBonus = 0.25
/** What the main person has where the law happens to the pronoun's party. */
const befallenBonus = 0.5
/** What each further mention in reach adds. */
const repeated = 0.2
/** What is left to a judge, prosecutor or lawyer where the law happens to the pronoun's party. */
const functionShare = 0.5
/** What speaking in the same sentence adds, outside its quote. */
const speakerBonus = 0.3
/** What is left of a mention on the other side of a quotation mark. */
const acrossQuote = 0.7
const weightOf: Readonly<Record<Role, number>> = { subject: 1, object: 0.8, oblique: 0.65 }

/** The party that a pronoun stands for; undefined when the words leave it open. */
export function antecedentOf(token: Token, pronoun: PronounWord, sentence: Sentence, standing: Standing, lists: Lists): number | undefined {
  if (pronoun.use === 'reflexive') {
    const before = sentence.tokens[token.index - 1]?.pos
    // "the trial itself": only stress on the noun before.
    if (before === 'NOUN' || before === 'PROPN') return undefined
    const subject = standing.traces.findLast((trace) => isSubjectHere(trace, sentence) && suits(standing.candidates[trace.party], pronoun))
    if (subject !== undefined) return subject.party
  }
  const befallen = isBefallen(token, pronoun, sentence, lists)
  const acting = pronoun.plural && !standing.quoted && isActing(token, pronoun, sentence, lists)
  const clauseFrom = clauseStart(sentence.tokens, token.index)
  const said = pronoun.use === 'subject' && !standing.quoted && speaksHere(sentence.tokens, token.index, token.index + 1, lists)
  const best = clearlyBest({ ...standing, saying: said, befallen }, sentence, (trace, candidate) => {
    if (!suits(candidate, pronoun) || trace.party === standing.owned) return undefined
    if (pronoun.use === 'object' && isSubjectHere(trace, sentence) && trace.at >= clauseFrom) return undefined
    if (pronoun.use === 'object' && trace.sentence === sentence.index && holds(trace, subjectOver(token, sentence))) return undefined
    // For a body "they" stands only where it acts.
    if (pronoun.plural && !candidate.plural && (!acting || pronoun.use === 'object')) return undefined
    return likeness(candidate, pronoun) * (befallen && judgesOthers(candidate, lists) ? functionShare : 1)
  })
  // "They" means nobody farther than the sentence before: right in half such cases only, it is rather left open.
  const near = standing.traces.some(({ party, sentence: at }) => party === best && sentence.index - at <= 1)
  return pronoun.plural && !near ? undefined : best
}

/** Verbs in a row with one subject. */
const longestRow = 4

/** The subject of the verb that a pronoun is the object of, as a token. */
function subjectOver(token: Token, sentence: Sentence): number | undefined {
  const tree = sentence.tree()
  let verb = tree.head[token.index] ?? -1
  // "seized the men and drove them off": a verb joined to another has its subject.
  for (let steps = 0; steps < longestRow && verb !== -1; steps++) {
    const subject = tree.children(verb).find((child) => tree.relation[child] === 'nsubj')
    if (subject !== undefined || tree.relation[verb] !== 'conj') return subject
    verb = tree.head[verb] ?? -1
  }
  return undefined
}

function holds({ at, to }: Trace, token: number | undefined): boolean {
  return token !== undefined && at <= token && token < to
}

/** The person who bears an assumed name that stands in a sentence: "he lived under the name of X". */
export function bearerOf(sentence: Sentence, standing: Standing): number | undefined {
  return clearlyBest(standing, sentence, (_, { kind, plural }) => (kind === 'person' && !plural ? 1 : undefined))
}

/** The party with the best score, when no other comes near it. `worth` says how well a party fits, or undefined when it cannot be meant. */
function clearlyBest(
  standing: Standing,
  sentence: Sentence,
  worth: (trace: Trace, candidate: Candidate) => number | undefined,
): number | undefined {
  const scores = new Map<number, number>()
  const barred = new Set<number>()
  const counted = new Map<number, number>()
  const add = (trace: Trace): void => {
    const candidate = standing.candidates[trace.party]
    const fitting = candidate === undefined ? undefined : worth(trace, candidate)
    if (fitting === undefined) {
      if (trace.sentence === sentence.index) barred.add(trace.party)
      return
    }
    const score = nearness(trace, sentence, standing) * fitting + bonus(trace, sentence, standing)
    const known = scores.get(trace.party) ?? 0
    // Of several mentions in one sentence only the best counts.
    const again = counted.get(trace.party) === trace.sentence ? 0 : repeated
    counted.set(trace.party, trace.sentence)
    scores.set(trace.party, Math.max(score, known) + again * Math.min(score, known))
  }
  for (const trace of standing.traces) add(trace)
  // The main person can be meant however long ago the name last fell.
  if (standing.main !== undefined && !scores.has(standing.main) && !barred.has(standing.main)) {
    add({
      party: standing.main,
      sentence: sentence.index - mainReach,
      at: 0,
      to: 0,
      role: 'oblique',
      quoted: standing.quoted,
      speaks: false,
    })
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1])
  if (best === undefined) return undefined
  return second === undefined || best[1] >= second[1] * margin ? best[0] : undefined
}

function nearness({ role, sentence: at, quoted }: Trace, sentence: Sentence, standing: Standing): number {
  return weightOf[role] * fading ** (sentence.index - at) * (quoted === standing.quoted ? 1 : acrossQuote)
}

/** What being the main person, or the one who speaks here, adds. "X said that he": he is likely X; in X's own quoted words "he" is somebody else. */
function bonus({ party, speaks, sentence: at, quoted }: Trace, sentence: Sentence, standing: Standing): number {
  const main = party === standing.main && standing.saying !== true ? (standing.befallen === true ? befallenBonus : mainBonus) : 0
  if (standing.saying === true && speaks && at === sentence.index - 1) return main + speakerBonus
  if (!speaks || at !== sentence.index) return main
  if (!standing.quoted) return main + speakerBonus
  return quoted ? main : main - 2 * speakerBonus
}

function isSubjectHere({ role, sentence: at }: Trace, { index }: Sentence): boolean {
  return role === 'subject' && at === index
}

/** Whether "it" or "they" does what only a party does: most "it" are empty ("it is clear") or mean a thing. */
export function isActing(token: Token, pronoun: PronounWord, { tokens }: Sentence, lists: Lists): boolean {
  if (pronoun.use === 'possessive') return true
  // Between the pronoun and its verb stand at most a few auxiliaries and adverbs.
  for (let index = token.index + 1; index < token.index + 5; index++) {
    const next = tokens[index]
    if (next?.pos === 'VERB') {
      const active = next.tag !== 'VBN' || tokens[index - 1]?.lemma === 'have'
      return active && lists.actingVerbs.has(next.lemma)
    }
    if (next?.pos !== 'AUX' && next?.pos !== 'ADV' && next?.pos !== 'PART') return false
  }
  return false
}

/** Whether the pronoun's party is one to whom the law happens here: "his trial", "he was flown", "arrested him". */
function isBefallen(token: Token, { use }: PronounWord, { tokens }: Sentence, lists: Lists): boolean {
  let next = token.index + 1
  if (use === 'possessive') {
    while (tokens[next]?.pos === 'ADJ' || tokens[next]?.pos === 'NUM') next++
    return lists.fateNouns.has(tokens[next]?.lemma ?? '') || lists.fateNouns.has(tokens[next]?.lower ?? '')
  }
  if (use === 'object') return lists.fateVerbs.has(tokens[token.index - 1]?.lemma ?? '')
  while (tokens[next]?.pos === 'AUX' || tokens[next]?.pos === 'ADV' || tokens[next]?.pos === 'PART') next++
  const [verb, before] = [tokens[next], tokens[next - 1]]
  if (verb?.pos === 'VERB' && lists.endured.has(verb.lemma)) return true
  return verb?.tag === 'VBN' && before !== undefined && before.lemma !== 'have' && lists.fateVerbs.has(verb.lemma)
}

function judgesOthers({ heads }: Candidate, lists: Lists): boolean {
  for (const head of heads) if (lists.functions.has(head)) return true
  return false
}

/** Whether number, kind and gender allow the pronoun to mean the party. */
function suits(candidate: Candidate | undefined, pronoun: PronounWord): boolean {
  if (candidate === undefined) return false
  const { kind, plural, gender } = candidate
  if (pronoun.plural) return plural || kind === 'organization'
  if (plural) return false
  if (pronoun.gender === 'neuter') return kind === 'organization' || kind === 'place' || kind === 'facility'
  return kind === 'person' && !clash(gender, pronoun.gender)
}

/** How well a party that suits fits: a known gender better than an unknown one, "they" people better than a body, "it" a body better than a place. */
function likeness({ kind, gender, plural, named }: Candidate, pronoun: PronounWord): number {
  if (pronoun.plural) return plural ? 1 : 0.5
  if (pronoun.gender === 'neuter') {
    if (kind === 'organization') return 1
    return kind === 'place' && pronoun.use === 'possessive' ? 0.8 : 0.5
  }
  const known = gender === pronoun.gender ? 1 : pronoun.gender === 'feminine' ? 0.7 : 0.85
  return known * (named ? 1 : 0.85)
}

/** Tags of words inside a noun phrase. */
const phrasal: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN'])

/** The first token of the noun phrase that holds a token. */
function phraseStart(tokens: readonly Token[], from: number): number {
  let start = from
  while (start > 0 && phrasal.has(tokens[start - 1]?.pos ?? '')) start--
  return start
}

/** The place of a noun phrase in its clause, from the word before it: after a preposition oblique, after a verb object, else subject. A phrase after "and" has the place of the one before. */
export function roleOf(tokens: readonly Token[], from: number, to: number): Role {
  const start = phraseStart(tokens, from)
  const before = tokens[start - 1]
  if (before?.pos === 'CCONJ' && phrasal.has(tokens[start - 2]?.pos ?? '')) return roleOf(tokens, start - 2, start - 1)
  if (before?.pos === 'ADP') return 'oblique'
  if (before?.pos === 'VERB' || (before?.pos === 'PRON' && tokens[start - 2]?.pos === 'VERB')) {
    return tokens[to]?.tag === 'VBD' ? 'subject' : 'object'
  }
  // "the minister's office said that he": the office speaks for the minister.
  if (isPossessive(tokens[to])) return tokens[to + 1]?.lower === 'office' ? 'subject' : 'oblique'
  return 'subject'
}

/** Whether a verb of speech has the phrase as its subject: right after it, or right before ("said X"). */
export function speaksHere(tokens: readonly Token[], from: number, to: number, lists: Lists): boolean {
  let next = isPossessive(tokens[to]) && tokens[to + 1]?.lower === 'office' ? to + 2 : to
  while (tokens[next]?.pos === 'ADV' || tokens[next]?.pos === 'AUX') next++
  const after = tokens[next]
  if (after?.pos === 'VERB' && after.tag !== 'VBN' && lists.speechVerbs.has(after.lemma)) return true
  const first = phraseStart(tokens, from)
  const before = tokens[first - 1]
  return (before?.tag === 'VBD' || before?.tag === 'VBZ') && before.lemma === 'say' && tokens[first - 2]?.pos !== 'PRON'
}

function isPossessive(token: Token | undefined): boolean {
  return token !== undefined && /^['’]s?$/.test(token.text)
}

/** The token at which the clause of a token begins: after the last comma, "that", "and", semicolon or opening quote. */
function clauseStart(tokens: readonly Token[], index: number): number {
  for (let at = index - 1; at >= 0; at--) {
    const token = tokens[at]
    if (token === undefined) break
    const opens = token.pos === 'CCONJ' || token.pos === 'SCONJ' || token.tag === 'WP' || token.tag === 'WDT' || token.tag === 'TO'
    if (opens || /^[,;:“"—–]$/.test(token.text)) return at
  }
  return 0
}
