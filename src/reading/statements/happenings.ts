import type { DetailValue, Span, StatementType } from '../../model/report.js'
import type { HappeningWords, RoleName } from '../../model/words/happenings.js'
import type { Parties, Party, Sentence, TimeReading, VoiceReading } from '../parts.js'
import { isPastParticiple, phraseStart, type Slots, slotsOf, slotsOfNoun, type VerbGroup, verbGroup } from './clause.js'
import { type Factuality, factualityOfNoun, factualityOfVerb } from './factuality.js'
import type { Lexicon } from './lexicon.js'
import { type Named, nameOf, namesOf, speakerMeant } from './names.js'
import { isTime, placesOf } from './places.js'
import type { VoicesBySentence } from './sources.js'
import { matches, type Trigger } from './triggers.js'

/** A claim on its way to a statement: its words, its parties, how it is said. Tokens are indices in the sentence; `last` is inclusive. */
export interface Draft {
  readonly type: StatementType
  readonly sentence: Sentence
  readonly token: number
  readonly first: number
  readonly last: number
  readonly roles: Readonly<Record<'agent' | 'patient' | 'recipient' | 'place', readonly Named[]>>
  readonly factuality: Factuality
  readonly detail: Readonly<Record<string, DetailValue>>
  /** A verb or a pattern states its happening; a noun alone mostly presupposes it. */
  readonly kind: 'verb' | 'noun' | 'pattern'
  /** Whether its trigger is a noun, alone or with a verb that makes it a deed. */
  readonly nominal: boolean
  /** The verbs that tell it: a voice whose cue is one of them tells of this claim and not in it. */
  readonly verbs: readonly number[]
  /** For what speaking itself does: the speaker, who is not a source of his own speaking. */
  readonly speaker?: string
  readonly why: readonly string[]
}

/** What a reader of one sentence needs to know. */
export interface Reader {
  readonly parties: Parties
  /** By the index of the sentence they stand in. */
  readonly times: ReadonlyMap<number, readonly TimeReading[]>
  readonly partiesByName: ReadonlyMap<string, Party>
  readonly voices: VoicesBySentence
  readonly outlet: string | null
  readonly lexicon: Lexicon
  readonly words: HappeningWords
  /** What people and things of a state are called, and the state: "norwegian" is Norway. */
  readonly states: ReadonlyMap<string, string>
}

/** The happening a trigger states, or null where its clause does not bear it out. */
export function readHappening(sentence: Sentence, trigger: Trigger, reader: Reader): Draft | null {
  return trigger.kind === 'verb' ? verbHappening(sentence, trigger, reader) : nounHappening(sentence, trigger, reader)
}

function verbHappening(sentence: Sentence, trigger: Trigger, reader: Reader): Draft | null {
  const { group: words } = trigger
  if (isAdjective(sentence, trigger.token)) return null
  const group = verbGroup(sentence, trigger.token)
  const slots = withPrepositionalObject(
    sentence,
    trigger,
    modified(sentence, trigger.token, group) ?? slotsOf(sentence, group, somebodyIn(sentence, reader)),
  )
  if (words.voice !== undefined && (words.voice === 'passive') !== slots.passive) return null
  if (words.frame.object === undefined && (slots.passive || slots.object.length > 0)) return null
  if (slots.passive && words.frame.object === 'none' && words.frame.subject === 'patient') return null
  if (group.governors.some((governor) => tellsItself(sentence, governor, trigger, reader.lexicon))) return null
  const done = slots.passive ? slots.subject : slots.object
  const doer = slots.passive ? slots.by : slots.subject
  if (!fitsWords(sentence, done, words.object, words.notObject)) return null
  if (!fitsWords(sentence, doer, undefined, words.notSubject)) return null
  if (words.subject !== undefined && !isAmong(sentence, doer, words.subject, reader)) return null
  const heads = roleHeads(slots, words.frame)
  if (!hasPerson(sentence, heads, words.person, reader)) return null
  if (words.frame.object !== undefined && words.frame.object !== 'none' && words.person === 'patient' && done.length === 0) return null
  if (words.type === 'ruling')
    heads.patient.push(
      ...heads.patient.flatMap((head) => throughDeed(sentence, head, reader.lexicon)).filter((head) => !heads.patient.includes(head)),
    )
  if (contentSpeech.has(words.type) && heads.patient.length === 0 && !slots.passive)
    heads.patient.push(...contentHeads(sentence, trigger.token))
  const factuality = factualityOfVerb(sentence, group, slots.subject, reader.lexicon)
  return drafted(sentence, trigger, heads, slots, factuality, reader, group.start, slots.passive ? 'passive' : 'active', [
    trigger.token,
    ...group.governors,
  ])
}

/** "declined to approve": the governing verb is a trigger of the same type and tells the whole. */
function tellsItself({ tokens }: Sentence, governor: number, { group }: Trigger, lexicon: Lexicon): boolean {
  const patterns = lexicon.verbs.get(tokens[governor]?.lemma ?? '') ?? []
  return patterns.some((pattern) => pattern.rest.length === 0 && pattern.group === group)
}

/** "called on Kenya", "applied for a warrant": what follows the preposition that ends the pattern is its object. */
function withPrepositionalObject({ tokens }: Sentence, trigger: Trigger, given: Slots): Slots {
  const slots = { ...given, object: given.object.flatMap((head) => outsidePattern(tokens, trigger, head)) }
  const preposition = tokens[trigger.end - 1]
  if (trigger.group.frame.object === undefined || trigger.group.frame.after?.[preposition?.lower ?? ''] !== undefined) return slots
  if (trigger.end - trigger.token < 2 || preposition?.pos !== 'ADP' || slots.passive || slots.object.length > 0) return slots
  const following = slots.after.find(({ word, heads }) => word === preposition.lower && (heads[0] ?? -1) >= trigger.end)
  return following === undefined
    ? slots
    : { ...slots, object: following.heads, after: slots.after.filter((phrase) => phrase !== following) }
}

/** "found the trader guilty": a word of the pattern is no object; the noun before it is. */
function outsidePattern(tokens: Sentence['tokens'], { token, rest, end }: Trigger, head: number): readonly number[] {
  if (head < rest || head >= end) return [head]
  const before = rest - 1
  return before > token && /^(?:NOUN|PROPN|PRON)$/.test(tokens[before]?.pos ?? '') ? [before] : []
}

/** "the arrested men", "a convicted general": a participle before its noun is a passive of that noun. Null where the participle stands elsewhere. */
function modified(sentence: Sentence, verb: number, group: VerbGroup): Slots | null {
  const { tokens } = sentence
  const [before, after] = [tokens[verb - 1], tokens[verb + 1]]
  if (group.parts.length > 0 || !/ed$/.test(tokens[verb]?.lower ?? '')) return null
  if (after === undefined || (after.pos !== 'NOUN' && after.pos !== 'PROPN')) return null
  if (before === undefined || !(before.pos === 'DET' || before.pos === 'NUM' || before.pos === 'ADJ' || before.tag === 'PRP$')) return null
  let head = verb + 1
  while (tokens[head + 1]?.pos === 'NOUN' || tokens[head + 1]?.pos === 'PROPN') head++
  return { passive: true, subject: [head], object: [], by: [], possessor: [], after: [] }
}

/** "an investigating judge", "a cheering crowd": a present participle before its noun tells no happening. */
function isAdjective({ tokens }: Sentence, verb: number): boolean {
  const [before, token, after] = [tokens[verb - 1], tokens[verb], tokens[verb + 1]]
  if (token === undefined || !/ing$/.test(token.lower) || (after?.pos !== 'NOUN' && after?.pos !== 'PROPN')) return false
  return before?.pos === 'DET' || before?.pos === 'ADJ' || before?.tag === 'PRP$' || before?.lower === 'the'
}

function fitsWords(
  sentence: Sentence,
  heads: readonly number[],
  wanted: readonly string[] | undefined,
  unwanted: readonly string[] | undefined,
): boolean {
  const among = (words: readonly string[]) =>
    heads.some((head) => words.includes(sentence.tokens[head]?.lemma ?? '') || words.includes(sentence.tokens[head]?.lower ?? ''))
  if (wanted !== undefined && !among(wanted)) return false
  return unwanted === undefined || !among(unwanted)
}

/** Whether one of the words stands in the phrase of a head, or in the name of its party. */
function isAmong(sentence: Sentence, heads: readonly number[], words: readonly string[], reader: Reader): boolean {
  return heads.some((head) => {
    const phrase = sentence.tokens.slice(phraseStart(sentence.tokens, head), head + 1)
    const name =
      namesOf(sentence, [head], reader)[0]
        ?.name.toLowerCase()
        .split(/[^\p{L}]+/u) ?? []
    return words.some((word) => phrase.some(({ lower, lemma }) => lower === word || lemma === word) || name.includes(word))
  })
}

export type RoleHeads = Record<'agent' | 'patient' | 'recipient' | 'place', number[]>

function roleHeads(slots: Slots, frame: Trigger['group']['frame']): RoleHeads {
  const heads: RoleHeads = { agent: [], patient: [], recipient: [], place: [] }
  const give = (role: RoleName | undefined, tokens: readonly number[]) => {
    if (role === undefined || role === 'none') return
    if (role !== 'place' && heads[role].length > 0) return
    heads[role].push(...tokens.filter((token) => !heads[role].includes(token)))
  }
  if (slots.passive) {
    give(frame.object, slots.subject)
    give(frame.by ?? frame.subject, slots.by)
  } else {
    give(frame.subject, slots.subject)
    give(frame.object, slots.object)
    give(frame.by, slots.by)
  }
  for (const { word, heads: tokens } of slots.after) {
    const role = frame.after?.[word]
    if (role !== undefined) give(role, tokens)
  }
  give(frame.possessor, slots.possessor)
  return heads
}

/** Whether somebody fills the role that needs a person. */
function hasPerson(sentence: Sentence, heads: RoleHeads, role: Trigger['group']['person'], reader: Reader): boolean {
  if (role === undefined) return true
  const filled = role === 'either' ? [...heads.agent, ...heads.patient] : heads[role]
  return filled.some((head) => isPerson(sentence, head, reader))
}

/** `isPerson` for one sentence. */
export function somebodyIn(sentence: Sentence, reader: Reader): (head: number) => boolean {
  return (head) => isPerson(sentence, head, reader)
}

/** Whether a head word is somebody: a party who can act, a personal pronoun, or a word for people. */
export function isPerson(sentence: Sentence, head: number, reader: Reader): boolean {
  const token = sentence.tokens[head]
  if (token === undefined || isTime(sentence, token, reader)) return false
  const { lexicon } = reader
  if (lexicon.sets.persons.has(token.lower)) return true
  if (lexicon.sets.people.has(token.lemma) || lexicon.sets.people.has(token.lower)) return true
  if (token.pos === 'NUM' && !/^\d{4}$/.test(token.text)) return true
  const named = namesOf(sentence, [head], reader)[0]
  if (named === undefined || named.kind === null) return token.pos === 'PROPN'
  return named.kind === 'person' || named.kind === 'organization' || (named.kind === 'place' && token.pos === 'PROPN')
}

/** What a demand, a denial or a ruling is about when a clause says it: the object of what is asked for ("called on them to free the guard"), else the noun that clause is about ("denied that the deal was secret"). */
function contentHeads({ tokens, tree }: Sentence, verb: number): readonly number[] {
  const arcs = tree()
  const content = arcs.children(verb).find((child) => child > verb && /^(?:ccomp|xcomp)$/.test(arcs.relation[child] ?? ''))
  if (content === undefined) return []
  const inside = (relation: RegExp) =>
    arcs.children(content).filter((child) => relation.test(arcs.relation[child] ?? '') && /^(?:NOUN|PROPN)$/.test(tokens[child]?.pos ?? ''))
  const object = inside(/^obj$/)
  const subject = inside(/^nsubj/)
  return (arcs.relation[content] === 'xcomp' || subject.length === 0 ? object : subject).slice(0, 1)
}

function nounHappening(sentence: Sentence, trigger: Trigger, reader: Reader): Draft | null {
  const { group: words } = trigger
  const own = slotsOfNoun(sentence, trigger.token, trigger.end)
  const support = supportVerb(sentence, trigger, reader.lexicon)
  const heads = roleHeads(own, words.frame)
  let start = phraseStart(sentence.tokens, trigger.start)
  if (support !== null) {
    const slots = slotsOf(sentence, support.group, somebodyIn(sentence, reader))
    const doer = slots.passive ? slots.by : slots.subject
    if (support.kind === 'deed') {
      const role = words.frame.subject ?? 'agent'
      if (role !== 'none' && heads[role].length === 0) heads[role].push(...doer.filter((head) => head < start || head >= trigger.end))
    }
    for (const { word, heads: tokens } of slots.after) {
      const role = words.frame.after?.[word]
      if (role !== undefined && role !== 'none' && heads[role].length === 0)
        heads[role].push(...tokens.filter((head) => head < start || head >= trigger.end))
    }
    start = Math.min(start, support.group.start, ...slots.subject.map((head) => phraseStart(sentence.tokens, head)))
  }
  heads.patient = heads.patient.flatMap((head) => throughDeed(sentence, head, reader.lexicon))
  const parties = heads.agent.length + heads.patient.length + heads.recipient.length
  if (words.deedOnly === true && support?.kind !== 'deed') return null
  if (words.bare !== true && support === null && parties === 0) return null
  if (support === null && !hasPerson(sentence, heads, words.person, reader)) return null
  const factuality = factualityOfNoun(
    sentence,
    phraseStart(sentence.tokens, trigger.start),
    trigger.start,
    support?.group ?? null,
    reader.lexicon,
  )
  return drafted(
    sentence,
    trigger,
    heads,
    own,
    factuality,
    reader,
    start,
    support === null ? 'noun' : `noun with “${sentence.tokens[support.group.verb]?.text}”`,
    support === null ? [] : [support.group.verb],
  )
}

/** "a warrant for his arrest": the person whose deed the noun names, in place of the noun. */
function throughDeed(sentence: Sentence, head: number, lexicon: Lexicon): readonly number[] {
  const token = sentence.tokens[head]
  if (token?.pos !== 'NOUN' || lexicon.sets.people.has(token.lemma) || !lexicon.nouns.has(token.lemma)) return [head]
  const { possessor, after } = slotsOfNoun(sentence, head, head + 1)
  const of = after.find(({ word }) => word === 'of')?.heads ?? []
  return possessor.length > 0 ? possessor : of.length > 0 ? of : [head]
}

/** The verb that makes a noun a deed ("filed a complaint", "a warrant was issued") or says that it happened ("the trial opened"). */
function supportVerb(
  sentence: Sentence,
  trigger: Trigger,
  lexicon: Lexicon,
): { readonly group: VerbGroup; readonly kind: 'deed' | 'occurs' } | null {
  const { tokens } = sentence
  const light = trigger.group.with ?? []
  const isDeed = (at: number) => light.some((verb) => matches(tokens, at, verb.split(' ')))
  if (tokens[trigger.end]?.pos === 'VERB' && isPastParticiple(tokens[trigger.end]) && isDeed(trigger.end))
    return { group: { ...verbGroup(sentence, trigger.end), passive: true, start: trigger.end }, kind: 'deed' }
  const first = phraseStart(tokens, trigger.start)
  for (let at = first - 1; at >= Math.max(0, first - 4); at--) {
    const token = tokens[at]
    if (token === undefined || /^[;:,.“”"]$/.test(token.text)) break
    if (token.pos === 'VERB') {
      return isDeed(at) ? { group: verbGroup(sentence, at), kind: 'deed' } : null
    }
    if (token.pos === 'NOUN' || token.pos === 'PROPN') break
  }
  for (let at = trigger.end; at < Math.min(tokens.length, trigger.end + 12); at++) {
    const token = tokens[at]
    if (token === undefined || /^[;:.“”"]$/.test(token.text)) return null
    if (token.pos !== 'VERB') continue
    const group = verbGroup(sentence, at)
    if (
      light.some((verb) => matches(tokens, at, verb.split(' '))) &&
      (group.passive || !/^(?:NOUN|PROPN)$/.test(tokens[at + 1]?.pos ?? ''))
    )
      return { group, kind: group.passive ? 'deed' : 'occurs' }
    if (lexicon.sets.occurring.has(token.lemma)) return { group, kind: 'occurs' }
    return null
  }
  return null
}

function drafted(
  sentence: Sentence,
  trigger: Trigger,
  heads: RoleHeads,
  slots: Slots,
  factuality: Factuality,
  reader: Reader,
  start: number,
  pattern: string,
  verbs: readonly number[],
): Draft | null {
  const { group: words } = trigger
  const speakers = speakersOf(sentence, trigger.token, verbs, reader)
  const isSomething = (head: number) => {
    const token = sentence.tokens[head]
    if (token !== undefined && speakers.some(({ start, end }) => token.start >= start && token.end <= end)) return false
    return token !== undefined && !isTime(sentence, token, reader) && !reader.lexicon.sets.nobody.has(token.lemma)
  }
  const named = (role: keyof RoleHeads) =>
    heads[role]
      .filter(isSomething)
      .flatMap((head) => nameOf(sentence, head, reader) ?? speakerMeant(sentence, head, reader) ?? [])
      .map((party) => withoutRole(party, words.frame))
      .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
  const places = placesOf(sentence, trigger.token, heads, slots, reader)
  if (words.filled === 'place' && places.length === 0) return null
  const agent = named('agent')
  const roles = {
    agent,
    patient: named('patient').filter(({ name, token }) => !isSelf(sentence, token) || !agent.some((doer) => doer.name === name)),
    recipient: named('recipient'),
    place: places,
  }
  const touched = [...Object.values(heads).flat(), ...places.map(({ token }) => token)]
  const near = touched.filter((token) => Math.abs(token - trigger.token) <= farthestWord)
  return {
    type: words.type,
    sentence,
    token: trigger.token,
    ...clauseOf(sentence, trigger, start, near),
    roles,
    factuality: {
      polarity: words.polarity === 'negative' && factuality.polarity === 'positive' ? 'negative' : factuality.polarity,
      certainty: words.certainty ?? factuality.certainty,
      modality: words.modality ?? factuality.modality,
      why: factuality.why,
    },
    detail: words.detail ?? {},
    verbs,
    kind: pattern.startsWith('noun with') ? 'verb' : trigger.kind,
    nominal: trigger.kind === 'noun',
    why: [`trigger: “${trigger.words}” (${words.type}, ${pattern})`, ...rolesInWords(roles)],
  }
}

/** Where those stand who only say it: "according to the paper, the ministry ...". */
function speakersOf(sentence: Sentence, trigger: number, verbs: readonly number[], { voices }: Reader): readonly Span[] {
  const token = sentence.tokens[trigger]
  if (token === undefined) return []
  return (voices.get(sentence.index) ?? []).flatMap((voice) => {
    const { source, content } = voice
    const covers = source !== null && content !== null && content.start <= token.start && content.end >= token.end
    return covers && !isCuedBy(voice, sentence, verbs) ? [source] : []
  })
}

/** Whether the words that bring in a voice are the very verbs that tell a claim. */
export function isCuedBy({ cue }: VoiceReading, { tokens }: Sentence, verbs: readonly number[]): boolean {
  return cue !== null && verbs.some((verb) => (tokens[verb]?.start ?? -1) >= cue.start && (tokens[verb]?.end ?? 0) <= cue.end)
}

/** "the senator to Geneva" beside "flew": a description gives back the phrase that its verb takes as a role of its own. A name keeps its "of" ("Ministry of Justice"). */
function withoutRole(named: Named, frame: Trigger['group']['frame']): Named {
  if (named.kind === null || !/^\p{Ll}/u.test(named.name)) return named
  const words = named.name.split(' ')
  const at = words.findIndex(
    (word, index) => index > 0 && frame.after?.[word] !== undefined && (word === 'to' || /^\p{Ll}/u.test(words[index + 1] ?? '')),
  )
  return at === -1 ? named : { ...named, name: words.slice(0, at).join(' ') }
}

/** A pronoun that is not reflexive cannot mean the doer of its own clause: "the guards charged him". */
function isSelf({ tokens }: Sentence, token: number): boolean {
  return tokens[token]?.pos === 'PRON' && !/sel(?:f|ves)$/.test(tokens[token]?.lower ?? '')
}

/** A quote reaches no farther than this many words from its trigger, so that it stays the clause and not the sentence. */
const farthestWord = 40

/** First and last word of the clause: from its subject, unless another verb stands between, to the end of what its trigger governs. */
function clauseOf(
  sentence: Sentence,
  trigger: Trigger,
  start: number,
  near: readonly number[],
): { readonly first: number; readonly last: number } {
  const { tokens } = sentence
  const from = Math.min(start, trigger.start)
  const left = near
    .map((token) => phraseStart(tokens, token))
    .filter((first) => first < from && !tokens.slice(first, from).some(({ pos }) => pos === 'VERB'))
  const right = near.filter((token) => token > trigger.token)
  const last = endOfClause(sentence, Math.max(trigger.end - 1, ...right))
  return {
    first: Math.min(from, ...left),
    last: Math.max(last, contentSpeech.has(trigger.group.type) ? endOfComplement(sentence, trigger.token) : last),
  }
}

/** Types whose words include what is asked, told or decided. */
const contentSpeech: ReadonlySet<string> = new Set(['demand', 'inquiry', 'denial', 'ruling', 'notification', 'condemnation', 'defence'])

/** The end of the clause that a verb takes as its content ("demanded that the talks be held"), or the verb itself. */
function endOfComplement(sentence: Sentence, verb: number): number {
  const tree = sentence.tree()
  const content = tree.children(verb).find((child) => child > verb && /^(?:ccomp|xcomp)$/.test(tree.relation[child] ?? ''))
  if (content === undefined) return verb
  let last = content
  const pending = [content]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    last = Math.max(last, next)
    pending.push(...tree.children(next))
  }
  while (sentence.tokens[last]?.pos === 'PUNCT') last--
  return Math.min(last, verb + farthestWord)
}

/** The last word of the phrases that run on after a token: the clause ends at a sign, a conjunction, a relative, or the next verb. */
function endOfClause({ tokens }: Sentence, from: number): number {
  let last = from
  for (let at = from + 1; at < Math.min(tokens.length, from + longestTail); at++) {
    const token = tokens[at]
    if (
      token === undefined ||
      !(runsOn.has(token.pos) || (tokens[at - 1]?.pos === 'ADP' && /ing$/.test(token.lower))) ||
      /^(?:who|whom|which|that|whose|where|when|while|after|before|because|as)$/.test(token.lower)
    )
      break
    if (token.pos !== 'ADP' && token.pos !== 'DET' && token.pos !== 'PART') last = at
  }
  return last
}

const runsOn = new Set(['NOUN', 'PROPN', 'ADP', 'DET', 'ADJ', 'NUM', 'PRON', 'ADV', 'PART', 'SYM'])

/** Words that may follow the last role and still belong to the clause: a place and a time ("in the northern city of Turin on Sunday 19 January"). */
const longestTail = 16

function rolesInWords(roles: Draft['roles']): readonly string[] {
  return Object.entries(roles).flatMap(([role, named]) =>
    named.length === 0 ? [] : [`${role}: ${named.map(({ name }) => name).join(', ')}`],
  )
}
