import type { Span, StatementType } from '../../model/report.js'
import type { RoleName } from '../../model/words/happenings.js'
import { mentionAt } from '../parties/lookup.js'
import type { Sentence, VoiceReading } from '../parts.js'
import {
  companionsIn,
  doerAbove,
  hasOwnSubject,
  phraseFrom,
  phraseStart,
  type Slots,
  slotsOf,
  slotsOfNoun,
  type VerbGroup,
  verbGroup,
} from './clause.js'
import { clauseOf, contentDoer, contentHeads, contentSpeech, farthestWord } from './clause-span.js'
import { isCourt } from './courts.js'
import { supportVerb, throughDeed, throughStandIn } from './deeds.js'
import type { Draft, Reader, RoleHeads } from './draft.js'
import { denialOf } from './factuality/denials.js'
import { accusationOf, type Factuality, factualityOfNoun, factualityOfVerb, hinderingOf, isInPaper, isUnderNoun } from './factuality.js'
import { isAllowance, isGeneric, isOfNobody } from './generic.js'
import type { Lexicon } from './lexicon.js'
import { type Named, nameOf, namesMeant, namesOf, speakerMeant } from './names.js'
import { hasPerson, isPerson, somebodyIn } from './people.js'
import { isTime, placesOf } from './places.js'
import type { Trigger } from './triggers.js'

/** The happening a trigger states, or null where its clause does not bear it out. */
export function readHappening(sentence: Sentence, trigger: Trigger, reader: Reader): Draft | null {
  return trigger.kind === 'verb' ? verbHappening(sentence, trigger, reader) : nounHappening(sentence, trigger, reader)
}

function verbHappening(sentence: Sentence, trigger: Trigger, reader: Reader): Draft | null {
  const { group: words } = trigger
  if (isAdjective(sentence, trigger.token) || isNameOfMany(sentence, trigger.token) || isToldByNext(sentence, trigger, reader.lexicon))
    return null
  const group = verbGroup(sentence, trigger.token)
  const slots = slotsOfTrigger(sentence, trigger, group, reader)
  if (words.voice !== undefined && (words.voice === 'passive') !== slots.passive) return null
  if (words.frame.object === undefined && (slots.passive || slots.object.length > 0)) return null
  if (slots.passive && words.frame.object === 'none' && words.frame.subject === 'patient') return null
  if (movesSomebody(sentence, trigger, slots, reader)) return null
  if (group.governors.some((governor) => tellsItself(sentence, governor, trigger, reader.lexicon))) return null
  if (isImperative(sentence, group, slots)) return null
  if (isGeneric(sentence, group, slots.subject, toldInPresent.has(words.type), reader)) return null
  const done = slots.passive ? slots.subject : slots.object
  if (isAllowance(sentence, group, slots.passive ? slots.by : slots.subject, done, reader)) return null
  const doer = slots.passive ? slots.by : slots.subject
  if (!fitsWords(sentence, done, words.object, words.notObject)) return null
  if (!fitsWords(sentence, doer, undefined, words.notSubject)) return null
  if (words.subject !== undefined && !isAmong(sentence, doer, words.subject, reader)) return null
  const heads = roleHeads(slots, words.frame)
  if (!hasPerson(sentence, heads, words.person, reader)) return null
  if (isOfNobody(sentence, trigger.token, words.type, [...heads.agent, ...heads.patient, ...heads.recipient], reader)) return null
  if (words.type === 'demand' && !slots.passive && isAsserted(sentence, trigger)) return null
  if (words.type === 'denial' && slots.passive && done.some((head) => isPerson(sentence, head, reader))) return null
  if (words.frame.object === 'patient' && words.person === 'patient' && done.length === 0) return null
  heads.recipient = heads.recipient.flatMap((head) => throughStandIn(sentence, head, reader.lexicon))
  if (words.type === 'ruling' || words.type === 'demand')
    heads.patient.push(
      ...heads.patient.flatMap((head) => throughDeed(sentence, head, reader.lexicon)).filter((head) => !heads.patient.includes(head)),
    )
  if (words.type === 'demand' && !slots.passive) withDoerAsked(sentence, heads, reader)
  if (words.type === 'demand' && heads.recipient.length === 0 && !slots.passive)
    heads.recipient.push(...contentDoer(sentence, trigger.token).filter((head) => isPerson(sentence, head, reader)))
  if (contentSpeech.has(words.type) && heads.patient.length === 0 && !slots.passive)
    heads.patient.push(
      ...[...contentHeads(sentence, trigger.token), ...(contentBefore(sentence, trigger, reader)?.about ?? [])]
        .filter((head) => !heads.recipient.includes(head))
        .slice(0, 1),
    )
  const companions = companionsIn(sentence, slots).filter(
    (head) => isPerson(sentence, head, reader) && !Object.values(heads).flat().includes(head),
  )
  if (words.frame.after?.with === undefined) heads[slots.passive ? 'patient' : 'agent'].push(...companions)
  const open = heads.agent.length === 0 || heads.agent.some((head) => head === group.governors[0])
  const above = open && words.frame.subject === 'agent' ? doerAbove(sentence, group, slots) : null
  if (above !== null) heads.agent = [...above.doers]
  if (!slots.passive) heads.agent = accusedIn(sentence, trigger.token, heads.agent, words.frame.subject, reader)
  const hindered = slots.passive ? [] : hinderedIn(sentence, trigger.token, reader)
  if (hindered.length > 0 && words.frame.subject !== undefined && words.frame.subject !== 'none') heads[words.frame.subject] = hindered
  const factuality = withPurposeServed(
    words.type,
    withRefusalDecided(
      sentence,
      words.type,
      group,
      factualityOfVerb(sentence, group, [...slots.subject, ...slots.object], reader.lexicon),
      reader.lexicon,
    ),
  )
  if (words.negated === true && factuality.polarity === 'positive') return null
  const asked = factuality.modality === 'demanded' && !slots.passive ? askedBefore(sentence, trigger.token, reader) : []
  if (words.frame.subject === 'agent' && asked.length > 0) heads.agent = [...asked]
  return drafted(sentence, trigger, heads, slots, factuality, reader, group.start, slots.passive ? 'passive' : 'active', [
    trigger.token,
    ...group.governors,
    ...(above === null ? [] : [above.verb]),
    ...(asked.length === 0 ? [] : [sentence.tree().head[trigger.token] ?? -1]),
  ])
}

/** What stands where around a trigger's verb: the clause as parsed, and what its pattern and its neighbours add to it. */
function slotsOfTrigger(sentence: Sentence, trigger: Trigger, group: VerbGroup, reader: Reader): Slots {
  const parsed =
    modified(sentence, trigger.token, group) ??
    withReceiver(sentence, trigger.token, slotsOf(sentence, group, somebodyIn(sentence, reader)), reader)
  const whole = withHumanSubject(sentence, reader, withPrepositionalObject(sentence, trigger, parsed))
  return withSharedObject(sentence, trigger, withVoiceMeant(sentence, trigger, group, withState(sentence, trigger, whole), reader), reader)
}

/** "sent the prosecutors the request": two noun phrases side by side after a verb of giving are to whom and what, also where the parse joins them. */
function withReceiver({ tokens }: Sentence, verb: number, slots: Slots, { lexicon }: Reader): Slots {
  if (slots.passive || slots.indirect.length > 0 || !lexicon.sets.giving.has(tokens[verb]?.lemma ?? '')) return slots
  const receiver = phraseFrom(tokens, verb + 1)
  const last = receiver.at(-1)
  if (last === undefined || !/^(?:DET|PRON)$/.test(tokens[last + 1]?.pos ?? '')) return slots
  const object = phraseFrom(tokens, last + 1)
  return object.length === 0 ? slots : { ...slots, indirect: receiver, object }
}

/** Kinds of block whose sentences leave out "was". */
const clipped: ReadonlySet<string> = new Set(['headline', 'standfirst', 'heading', 'caption'])

/** "was convicted and sentenced", "Senator jailed for life": a verb that has to have an object and has none is passive after a passive, and in a headline. */
function withVoiceMeant(sentence: Sentence, { token, group: words }: Trigger, group: VerbGroup, slots: Slots, reader: Reader): Slots {
  const { tokens, kind, tree } = sentence
  const { frame } = words
  if (slots.passive && words.type === 'ruling' && isLoneCourt(sentence, group, slots, reader))
    return { ...slots, passive: false, object: [] }
  const past = /^VB[ND]$/.test(tokens[token]?.tag ?? '') && group.parts.every((at) => tokens[at]?.pos === 'ADV')
  const arcs = tree()
  const objects = slots.object.filter((head) => !/^(?:obl|nmod)/.test(arcs.relation[head] ?? ''))
  if (slots.passive || objects.length > 0 || frame.object !== 'patient' || frame.subject !== 'agent' || !past) return slots
  if (clipped.has(kind) && slots.subject.length > 0) return { ...slots, passive: true, object: [] }
  const leader = arcs.relation[token] === 'conj' ? (arcs.head[token] ?? -1) : -1
  if (leader < 0 || leader > token || tokens[leader]?.pos !== 'VERB' || hasOwnSubject(sentence, token)) return slots
  const led = slotsOf(sentence, verbGroup(sentence, leader), somebodyIn(sentence, reader))
  return led.passive ? { ...slots, passive: true, subject: led.subject } : slots
}

/** "..., the High Court ruled": a court before a participle without a helper has ruled, and nobody ruled on it. */
function isLoneCourt({ tokens }: Sentence, { parts }: VerbGroup, { subject, by }: Slots, reader: Reader): boolean {
  if (by.length > 0 || parts.some((at) => tokens[at]?.lemma === 'be')) return false
  return subject.some((head) => isCourt(tokens[head]?.lower ?? '', reader))
}

/** "murdered and raped villagers": of verbs joined side by side, the first has the object of the last. */
function withSharedObject(sentence: Sentence, { token, end, group }: Trigger, slots: Slots, reader: Reader): Slots {
  const { tokens, tree } = sentence
  if (slots.passive || slots.object.length > 0 || group.frame.object !== 'patient') return slots
  const arcs = tree()
  const next = arcs
    .children(token)
    .find((child) => arcs.relation[child] === 'conj' && child > token && tokens[child]?.tag === tokens[token]?.tag)
  if (
    next === undefined ||
    !tokens.slice(end, next).every(({ pos, text }) => pos === 'CCONJ' || text === ',' || pos === 'VERB' || pos === 'ADV')
  )
    return slots
  return { ...slots, object: slotsOf(sentence, verbGroup(sentence, next), somebodyIn(sentence, reader)).object }
}

/** "was outraged by", "be held in custody": where "be" itself opens the pattern, its subject is what the frame calls a subject. */
function withState({ tokens }: Sentence, { token }: Trigger, slots: Slots): Slots {
  return tokens[token]?.lemma === 'be' ? { ...slots, passive: false } : slots
}

/** "a member of the guard who was arrested": somebody, and not the body that stands right before "who". */
function withHumanSubject(sentence: Sentence, reader: Reader, slots: Slots): Slots {
  const tree = sentence.tree()
  const human = (head: number) =>
    reader.lexicon.sets.people.has(sentence.tokens[head]?.lemma ?? '') || nameOf(sentence, head, reader)?.kind === 'person'
  const subject = slots.subject.map((head) => {
    const whole = tree.relation[head] === 'nmod' ? (tree.head[head] ?? head) : head
    return sentence.tokens[head + 1]?.tag === 'WP' && whole < head && !human(head) && human(whole) ? whole : head
  })
  return { ...slots, subject }
}

/** "insists that the transfer was legal": with its clause in the indicative past, such a verb asserts and asks for nothing. */
function isAsserted({ tokens, tree }: Sentence, { token, end }: Trigger): boolean {
  if (tokens[end - 1]?.lower !== 'that' && tokens[end]?.lower !== 'that') return false
  const arcs = tree()
  const content = arcs.children(token).find((child) => child > token && arcs.relation[child] === 'ccomp')
  if (content === undefined) return false
  const finite = [content, ...arcs.children(content).filter((child) => /^(?:aux|cop)/.test(arcs.relation[child] ?? ''))]
  return finite.some((at) => /^(?:VBD|VBZ)$/.test(tokens[at]?.tag ?? ''))
}

/** "declined to approve": the governing verb is a trigger of the same type and tells the whole. */
function tellsItself({ tokens }: Sentence, governor: number, { group }: Trigger, lexicon: Lexicon): boolean {
  const patterns = lexicon.verbs.get(tokens[governor]?.lemma ?? '') ?? []
  return patterns.some((pattern) => pattern.rest.length === 0 && pattern.group === group)
}

/** "flew him home": with somebody as its object a verb of going tells whom the subject moves, which another group reads. */
function movesSomebody(sentence: Sentence, { group: { frame } }: Trigger, slots: Slots, reader: Reader): boolean {
  return (
    frame.object === 'none' &&
    frame.subject === 'patient' &&
    !slots.passive &&
    slots.object.some((head) => isPerson(sentence, head, reader))
  )
}

/** What people say in the present about what is past or lasting: these say no rule. */
const toldInPresent: ReadonlySet<StatementType> = new Set([
  'role',
  'control',
  'alias',
  'agreement',
  'support',
  'condemnation',
  'defence',
  'denial',
  'warrant',
])

/** "calls on Norway to arrest him": who is asked, the last such phrase between the verb of asking and the infinitive. */
function askedBefore(sentence: Sentence, infinitive: number, reader: Reader): readonly number[] {
  const tree = sentence.tree()
  const asking = tree.head[infinitive] ?? -1
  if (asking < 0 || asking > infinitive || sentence.tokens[infinitive]?.tag !== 'VB') return []
  const below = tree.children(asking)
  // "was urged by the bishops to pardon them": who is asked is the subject.
  const passive = below.some((child) => child < asking && sentence.tokens[child]?.lemma === 'be')
  const asked = passive ? below.filter((child) => child < asking && /^nsubj/.test(tree.relation[child] ?? '')) : []
  if (asked.length > 0) return asked
  return below
    .filter((child) => child > asking && child < infinitive && /^(?:obj|iobj|obl)/.test(tree.relation[child] ?? ''))
    .filter((child) => isPerson(sentence, child, reader))
    .slice(-1)
}

/** "urges Qatar to free him": of a demand whose object is to do something to somebody, the object is who is asked; in "urges the crowd to leave" it is the matter. */
function withDoerAsked(sentence: Sentence, heads: RoleHeads, reader: Reader): void {
  const { tokens } = sentence
  const asked = heads.patient.filter(
    (head) =>
      tokens[head + 1]?.lower === 'to' &&
      tokens[head + 2]?.pos === 'VERB' &&
      phraseFrom(tokens, head + 3).length > 0 &&
      isPerson(sentence, head, reader),
  )
  if (asked.length === 0 || heads.recipient.length > 0) return
  heads.recipient = asked
  heads.patient = heads.patient.filter((head) => !asked.includes(head))
}

/** "refused to validate the arrest": a court that refuses has decided. The refusal is its outcome and no negation. */
function withRefusalDecided(
  sentence: Sentence,
  type: StatementType,
  group: VerbGroup,
  factuality: Factuality,
  lexicon: Lexicon,
): Factuality {
  const refuses = type === 'ruling' && group.governors.some((at) => lexicon.sets.refusing.has(sentence.tokens[at]?.lemma ?? ''))
  return refuses ? { ...factuality, polarity: factuality.polarity === 'negative' ? 'positive' : 'negative' } : factuality
}

/** What is done by the saying or the coming together itself: who "took to the streets to demand" it demanded it. */
const doneByIntent: ReadonlySet<StatementType> = new Set(['demand', 'condemnation', 'defence', 'denial', 'welcome', 'inquiry'])

function withPurposeServed(type: StatementType, factuality: Factuality): Factuality {
  return factuality.purpose === true && doneByIntent.has(type) ? { ...factuality, modality: 'actual' } : factuality
}

/** "refused" before a verb that tells a ruling itself: that verb tells the whole. */
function isToldByNext({ tokens }: Sentence, { token, group }: Trigger, lexicon: Lexicon): boolean {
  if (group.type !== 'ruling' || !lexicon.sets.refusing.has(tokens[token]?.lemma ?? '') || tokens[token + 1]?.lower !== 'to') return false
  const patterns = lexicon.verbs.get(tokens[token + 2]?.lemma ?? '') ?? []
  return patterns.some((pattern) => pattern.rest.length === 0 && pattern.group.type === 'ruling' && pattern.group !== group)
}

/** "accused the guards of beating him": the doer is whom the accusation is laid to, the object of the accusing verb or, in the passive, its subject. */
function accusedIn(sentence: Sentence, at: number, given: readonly number[], role: RoleName | undefined, reader: Reader): number[] {
  const accusing = role === 'agent' ? accusationOf(sentence, at, reader.lexicon) : null
  if (accusing === null || sentence.tokens[accusing]?.pos === 'NOUN') return [...given]
  const slots = slotsOf(sentence, verbGroup(sentence, accusing), somebodyIn(sentence, reader))
  const accused = (slots.passive ? slots.subject : slots.object).filter((head) => head < at)
  return accused.length > 0 ? [...accused] : [...given]
}

/** "barred the officers from leaving", "was kept from boarding": who would have done it is who is hindered. */
function hinderedIn(sentence: Sentence, at: number, reader: Reader): number[] {
  const hindering = hinderingOf(sentence, at, reader.lexicon)
  if (hindering === null || sentence.tokens[hindering]?.pos !== 'VERB') return []
  const slots = slotsOf(sentence, verbGroup(sentence, hindering), somebodyIn(sentence, reader))
  return (slots.passive ? slots.subject : slots.object).filter((head) => head < at)
}

/** A bare form that opens a sentence or a quotation, or follows a colon, asks ("Free him now"), or is a name ("Press office of the chamber"): nothing happened. */
function isImperative({ tokens }: Sentence, group: VerbGroup, slots: Slots): boolean {
  const token = tokens[group.verb]
  const before = tokens.slice(0, group.verb)
  const opens = before.every(({ pos }) => pos === 'PUNCT') || /^["“‘'«:]$/.test(before.at(-1)?.text ?? '')
  return token !== undefined && opens && token.lower === token.lemma && token.tag !== 'VBN' && slots.subject.length === 0 && !slots.passive
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
  return before > token && /^(?:NOUN|PROPN|PRON)$/.test(tokens[before]?.pos ?? '') && tokens[before]?.tag !== 'PRP$' ? [before] : []
}

/** "the arrested men", "a convicted general": a participle before its noun is a passive of that noun. Null where the participle stands elsewhere. */
function modified(sentence: Sentence, verb: number, group: VerbGroup): Slots | null {
  const { tokens } = sentence
  const [before, after] = [tokens[verb - 1], tokens[verb + 1]]
  if (group.parts.length > 0 || !/ed$/.test(tokens[verb]?.lower ?? '')) return null
  if (after === undefined || (after.pos !== 'NOUN' && after.pos !== 'PROPN')) return null
  if (before !== undefined && !/^(?:DET|NUM|ADJ|ADP|CCONJ)$/.test(before.pos) && before.tag !== 'PRP$') return null
  // "stormed the office and arrested journalists": after "and" a finite verb does it to them.
  if (tokens[verb]?.tag === 'VBD' && (before === undefined || before.pos === 'CCONJ')) return null
  let head = verb + 1
  while (tokens[head + 1]?.pos === 'NOUN' || tokens[head + 1]?.pos === 'PROPN') head++
  return { passive: true, subject: [head], object: [], indirect: [], by: [], possessor: [], after: [] }
}

/** "families of the disappeared": a participle with its article and no noun names those to whom it happened. */
function isNameOfMany({ tokens }: Sentence, verb: number): boolean {
  const after = tokens[verb + 1]
  return (
    tokens[verb - 1]?.lower === 'the' &&
    /^VB[ND]$/.test(tokens[verb]?.tag ?? '') &&
    !/^(?:NOUN|PROPN|ADJ|NUM|ADP)$/.test(after?.pos ?? 'PUNCT')
  )
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
    // "library of the tribunal" is a library.
    const name =
      namesOf(sentence, [head], reader)[0]
        ?.name.toLowerCase()
        .replace(/(?<=^\p{Ll}.*) of .*/u, '')
        .split(/[^\p{L}]+/u) ?? []
    return words.some((word) => phrase.some(({ lower, lemma }) => lower === word || lemma === word) || name.includes(word))
  })
}

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
    if (slots.indirect.length > 0 && frame.object !== 'recipient') give('recipient', slots.indirect)
    give(frame.object, slots.object)
    give(frame.by, slots.by)
  }
  for (const { word, heads: tokens } of slots.after) {
    const role = frame.after?.[word]
    if (role !== undefined) give(role, tokens)
  }
  // "Spain's extradition of the banker": where "of" says to whom it happened, the possessor is who does it.
  const does = frame.possessor === 'patient' && frame.after?.of === 'patient' && heads.patient.length > 0 && heads.agent.length === 0
  give(does ? 'agent' : frame.possessor, slots.possessor)
  return heads
}

/** "his extradition was inadmissible": what is only said to be so or so need not have been done. */
function isJudgedOnly({ tokens, tree }: Sentence, noun: number): boolean {
  const arcs = tree()
  const above = /^nsubj/.test(arcs.relation[noun] ?? '') ? (arcs.head[noun] ?? -1) : -1
  return tokens[above]?.pos === 'ADJ' && arcs.children(above).some((child) => arcs.relation[child] === 'cop')
}

/** What is decided before it is done. */
const handedLater: ReadonlySet<StatementType> = new Set(['extradition', 'surrender', 'release', 'expulsion'])

/** "approved his extradition" leaves it to come; "blocked his extradition" says that it did not. */
function withConsent({ tokens, tree }: Sentence, noun: number, factuality: Factuality, { sets }: Lexicon): Factuality {
  const arcs = tree()
  const above = tokens[/^(?:obj|nsubj:pass)$/.test(arcs.relation[noun] ?? '') ? (arcs.head[noun] ?? -1) : -1]
  if (above?.pos !== 'VERB' || factuality.modality !== 'actual') return factuality
  if (sets.blocking.has(above.lemma)) return { ...factuality, polarity: 'negative', why: [...factuality.why, `negative: “${above.lower}”`] }
  return sets.approving.has(above.lemma)
    ? { ...factuality, modality: 'planned', why: [...factuality.why, `planned: “${above.lower}”`] }
    : factuality
}

/** Words between a word of charging and a crime in its list: "charged in 2011 with murder, rape and". */
const longestCount = 14

/** "charged with murder and torture", "eleven counts of rape": a crime that a charge or a verdict names, done to nobody in particular, is a detail of that charge. */
function isCount({ tokens }: Sentence, start: number, { sets }: Lexicon): boolean {
  for (let at = start - 1; at >= Math.max(0, start - longestCount); at--) {
    const token = tokens[at]
    if (token === undefined || /^[;:.“”"]$/.test(token.text)) return false
    if (sets.charging.has(token.lemma)) return tokens.slice(at + 1, start).some(({ pos }) => pos === 'ADP')
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(token.tag)) return false
  }
  return false
}

/** "Trial Watch International": a word with a capital inside the name of a body or a person. */
function isPartOfName({ tokens }: Sentence, at: number, { parties }: Reader): boolean {
  const token = tokens[at]
  const mention = token?.pos === 'PROPN' ? mentionAt(parties, token) : undefined
  const kind = mention === undefined ? undefined : parties.parties[mention.party]?.kind
  return (
    mention?.form === 'name' && mention.end - mention.start > (token?.text.length ?? 0) && (kind === 'organization' || kind === 'person')
  )
}

function nounHappening(sentence: Sentence, trigger: Trigger, reader: Reader): Draft | null {
  const { group: words } = trigger
  if (isPartOfName(sentence, trigger.token, reader) || isInPaper(sentence, trigger.start, reader.lexicon)) return null
  const own = slotsOfNoun(sentence, trigger.token, trigger.end)
  const first = phraseStart(sentence.tokens, trigger.start)
  const later = handedLater.has(words.type) || words.type === 'trial'
  const near = supportVerb(sentence, trigger, reader.lexicon)
  const isOthers =
    near !== null && near.group.verb > trigger.token && isUnderNoun(sentence, { first, noun: trigger.start, later }, reader.lexicon)
  const support = isOthers ? null : near
  const heads = roleHeads(own, words.frame)
  heads.agent = heads.agent.filter((head) => !isDeed(sentence, head, reader.lexicon))
  if (heads.agent.length === 0) heads.agent = accusedIn(sentence, trigger.token, heads.agent, words.frame.subject, reader)
  let start = first
  if (support !== null) {
    const slots = slotsOf(sentence, support.group, somebodyIn(sentence, reader))
    const doer = slots.passive ? slots.by : slots.subject
    if (support.kind === 'deed') {
      const role = words.frame.subject ?? 'agent'
      const receives = slots.passive && reader.lexicon.sets.giving.has(sentence.tokens[support.group.verb]?.lemma ?? '')
      if (receives && heads.patient.length === 0 && words.frame.subject !== 'patient') heads.patient.push(...slots.subject)
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
  if (words.bare === true && heads.agent.length === 0) heads.agent.push(...makerBefore(sentence, trigger.start, reader))
  const parties = [...heads.agent, ...heads.patient, ...heads.recipient]
  const doers = support === null ? [] : slotsOf(sentence, support.group, somebodyIn(sentence, reader)).subject
  if (
    isGeneric(
      sentence,
      { ...(support?.group ?? verbGroup(sentence, trigger.token)), start },
      doers,
      support === null || toldInPresent.has(words.type),
      reader,
    )
  )
    return null
  // "Visits take place on Sundays" tells a rule, "a hearing is set" one hearing.
  const told = parties.length > 0 || sentence.tokens[trigger.token]?.tag !== 'NNS' ? parties : [trigger.token]
  if (isOfNobody(sentence, support?.group.verb ?? trigger.token, words.type, told, reader)) return null
  if (words.deedOnly === true && support?.kind !== 'deed') return null
  if (support === null && parties.length === 0 && (words.bare !== true || isOnlyNamed(sentence, trigger.token))) return null
  if (words.type === 'abuse' && parties.length === 0 && support?.kind !== 'deed') return null
  if (handedLater.has(words.type) && support === null && isJudgedOnly(sentence, trigger.token)) return null
  if (words.type === 'abuse' && support === null && heads.patient.length === 0 && isCount(sentence, start, reader.lexicon)) return null
  if (support === null && !hasPerson(sentence, heads, words.person, reader)) return null
  const factuality = factualityOfNoun(sentence, first, trigger.start, support?.group ?? null, later, reader.lexicon)
  return drafted(
    sentence,
    trigger,
    heads,
    own,
    support === null && handedLater.has(words.type) ? withConsent(sentence, trigger.token, factuality, reader.lexicon) : factuality,
    reader,
    start,
    support === null ? 'noun' : `noun with “${sentence.tokens[support.group.verb]?.text}”`,
    support === null ? [] : [support.group.verb],
  )
}

/** "the pact provides", "a notice is no warrant": a noun without a party of its own that is only spoken of, as the subject or as what something is called. "There was no tip" tells of one. */
function isOnlyNamed({ tree, kind }: Sentence, noun: number): boolean {
  const arcs = tree()
  const around = arcs.children(noun).map((child) => arcs.relation[child] ?? '')
  const above = arcs.children(arcs.head[noun] ?? -1).map((child) => arcs.relation[child] ?? '')
  const exists = around.includes('expl') || above.includes('expl')
  return !clipped.has(kind) && !exists && (around.includes('cop') || arcs.relation[noun] === 'nsubj')
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
    return (
      token !== undefined &&
      nameable.has(token.pos) &&
      !isTime(sentence, token, reader) &&
      !reader.lexicon.sets.nobody.has(token.lemma) &&
      !isManner(sentence, head, reader)
    )
  }
  const named = (role: keyof RoleHeads) =>
    heads[role]
      .filter(isSomething)
      .flatMap((head) => {
        const meant = namesMeant(sentence, head, reader)
        return meant.length > 0 ? meant : (speakerMeant(sentence, head, reader) ?? [])
      })
      .filter(({ kind }) => kind !== 'law' || (role === 'patient' && !words.person))
      .map((party) => withoutRole(party, words.frame))
      .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
  const places = placesOf(sentence, trigger, heads, slots, reader)
  if (words.filled === 'place' && places.length === 0) return null
  const denier = words.frame.subject === 'agent' && heads.agent.every((head) => !isSomething(head)) ? denierOf(sentence, start, reader) : []
  const agent = denier.length > 0 ? denier : named('agent')
  const roles = {
    agent,
    patient: named('patient').filter(({ name, token }) => !isSelf(sentence, token) || !agent.some((doer) => doer.name === name)),
    recipient: named('recipient'),
    place: places,
  }
  if (words.filled === 'patient' && roles.patient.length === 0) return null
  const touched = [...Object.values(heads).flat(), ...places.map(({ token }) => token)]
  const near = touched.filter((token) => Math.abs(token - trigger.token) <= farthestWord)
  const span = clauseOf(sentence, trigger, start, near)
  const opening =
    trigger.kind === 'verb' && pattern === 'active' ? (contentBefore(sentence, trigger, reader)?.first ?? span.first) : span.first
  // Some triggers hedge by themselves: who is accused of a deed is not said to have done it.
  const hedge = factuality.hedge ?? (words.certainty === 'hedged' ? sentence.tokens[trigger.token]?.lower : undefined)
  return {
    type: typeByReceiver(words.type, roles.recipient, reader),
    sentence,
    token: trigger.token,
    first: Math.min(span.first, opening),
    last: span.last,
    roles,
    factuality: {
      polarity: (words.polarity === 'negative') === (factuality.polarity === 'positive') ? 'negative' : 'positive',
      certainty: words.certainty ?? factuality.certainty,
      modality: factuality.modality === 'conditional' ? 'conditional' : (words.modality ?? factuality.modality),
      ...(hedge === undefined ? {} : { hedge }),
      why: factuality.why,
    },
    detail: words.detail ?? {},
    verbs,
    kind: pattern.startsWith('noun with') ? 'verb' : trigger.kind,
    nominal: trigger.kind === 'noun',
    why: [`trigger: “${trigger.words}” (${words.type}, ${pattern})`, ...rolesInWords(roles)],
  }
}

/** Somebody handed to a state is extradited; surrendered is who is handed to an international court. */
function typeByReceiver(type: StatementType, recipient: readonly Named[], reader: Reader): StatementType {
  return type === 'surrender' && recipient.length > 0 && recipient.every((named) => isState(named, reader)) ? 'extradition' : type
}

/** A state, its capital for it, or authorities that bear its name or its adjective: "Peru", "Ankara", "Dutch authorities". In some towns it is the court that sits there. */
function isState({ name, kind }: Named, { states, stateNames, lexicon }: Reader): boolean {
  if (stateNames.has(name)) return kind !== 'person'
  if (kind === 'place') return !lexicon.sets.seats.has(name.toLowerCase())
  const [first = ''] = name.toLowerCase().replace(/^the /, '').split(/['’ ]/)
  return kind !== 'person' && kind !== 'facility' && states.has(first)
}

/** "denies having ordered": who denies a deed without a doer of its own denies having done it. */
function denierOf(sentence: Sentence, start: number, reader: Reader): readonly Named[] {
  const { tokens } = sentence
  const denying = denialOf(sentence, start, reader.lexicon)
  if (denying === null || tokens[denying + 1]?.tag !== 'VBG') return []
  return namesOf(sentence, slotsOf(sentence, verbGroup(sentence, denying), somebodyIn(sentence, reader)).subject, reader)
}

/** Words that can stand for somebody or something: a verb or an adverb names nobody. */
const nameable: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ', 'X'])

/** "by e-mail", "by car", "by majority": a bare noun after "by" that is nobody says how. */
function isManner(sentence: Sentence, head: number, reader: Reader): boolean {
  const { tokens } = sentence
  if (tokens[head - 1]?.lower !== 'by' || tokens[head]?.tag !== 'NN') return false
  return !reader.lexicon.sets.people.has(tokens[head]?.lemma ?? '') && nameOf(sentence, head, reader)?.kind === null
}

/** "a warrant of arrest": a deed issues nothing. */
function isDeed({ tokens }: Sentence, head: number, lexicon: Lexicon): boolean {
  return (lexicon.nouns.get(tokens[head]?.lemma ?? '') ?? []).some(({ group }) => group.type === 'arrest' || group.type === 'detention')
}

/** "an Interpol notice", "an International Criminal Court (ICC) warrant": the body or state that stands before a noun it makes. */
function makerBefore(sentence: Sentence, start: number, reader: Reader): readonly number[] {
  const { tokens } = sentence
  const first = phraseStart(tokens, start)
  const before = tokens[start - 1]?.text === ')' ? [start - 2] : tokens.slice(first, start).map(({ index }) => index)
  const maker = before.findLast((at) => {
    const kind = tokens[at]?.pos === 'PROPN' ? nameOf(sentence, at, reader)?.kind : undefined
    return kind === 'organization' || kind === 'place'
  })
  return maker === undefined ? [] : [maker]
}

/** "The ban is void, the judges ruled": what such a verb decides, asks or denies stands before it, as the voice that it brings in says. Its first word, and whom or what it is about. */
function contentBefore(
  sentence: Sentence,
  { token, group }: Trigger,
  { voices }: Reader,
): { readonly first: number; readonly about: readonly number[] } | null {
  const { tokens, index, tree } = sentence
  const at = tokens[token]
  if (at === undefined || !contentSpeech.has(group.type)) return null
  const voice = (voices.get(index) ?? []).find((each) => isCuedBy(each, sentence, [token]) && (each.content?.end ?? at.end) <= at.start)
  const content = tokens.filter(
    ({ start, end, pos }) => voice?.content != null && start >= voice.content.start && end <= voice.content.end && pos !== 'PUNCT',
  )
  const first = content[0]?.index
  if (first === undefined) return null
  const arcs = tree()
  const isInside = (head: number) => head >= first && head <= (content.at(-1)?.index ?? first)
  const root = content.find((each) => !isInside(arcs.head[each.index] ?? -1))?.index ?? first
  const about = arcs
    .children(root)
    .filter((child) => /^nsubj/.test(arcs.relation[child] ?? '') && /^(?:NOUN|PROPN)$/.test(tokens[child]?.pos ?? ''))
  return { first, about }
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
    (word, index) =>
      index > 0 && word !== 'of' && frame.after?.[word] !== undefined && (word === 'to' || /^\p{Ll}/u.test(words[index + 1] ?? '')),
  )
  return at === -1 ? named : { ...named, name: words.slice(0, at).join(' ') }
}

/** A pronoun that is not reflexive cannot mean the doer of its own clause: "the guards charged him". */
function isSelf({ tokens }: Sentence, token: number): boolean {
  return tokens[token]?.pos === 'PRON' && !/sel(?:f|ves)$/.test(tokens[token]?.lower ?? '')
}

function rolesInWords(roles: Draft['roles']): readonly string[] {
  return Object.entries(roles).flatMap(([role, named]) =>
    named.length === 0 ? [] : [`${role}: ${named.map(({ name }) => name).join(', ')}`],
  )
}
