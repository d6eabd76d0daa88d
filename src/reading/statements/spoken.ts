import type { Span } from '../../model/report.js'
import type { Sentence, VoiceReading } from '../parts.js'
import { phraseStart, slotsOf, type VerbGroup, verbGroup } from './clause.js'
import { isCourt } from './courts.js'
import type { Draft, Reader } from './draft.js'
import type { Lexicon, Phrases } from './lexicon.js'
import { type Named, namesOf } from './names.js'
import { isPerson, somebodyIn } from './people.js'
import { phraseAt } from './triggers.js'

/** What speaking itself does: words of blame or praise in somebody's quote, "must" and "should" in somebody's voice, an order in a quote ("Let him go"). */
export function readSpoken(sentence: Sentence, voices: readonly VoiceReading[], reader: Reader): readonly Draft[] {
  return voices.flatMap((voice) => {
    const { content } = voice
    const speaker = voice.chain.at(-1)
    if (content === null || speaker === undefined) return []
    const quoted = voice.mode === 'direct' || voice.mode === 'mixed'
    const said = { within: inside(sentence, content), speaker: { name: speaker, kind: null, token: -1 }, quoted }
    const judged = isCalling(sentence, voice, reader) ? [] : opinion(sentence, said, reader)
    return [...judged, ...obligations(sentence, said, reader), ...(quoted ? order(sentence, said, reader) : [])]
  })
}

/** The one judgement of what somebody says: by its words, else by the deed it tells as a merit or a wrong. */
function opinion(sentence: Sentence, said: Said, reader: Reader): readonly Draft[] {
  const worded = said.quoted ? judgement(sentence, said, reader) : predicate(sentence, said, reader)
  if (worded.length > 0) return worded
  const done = merit(sentence, said, reader)
  return done.length > 0 ? done : manner(sentence, said, reader)
}

/** "said the transfer was in line with the law", "had been carried out by the book": how something was done, in somebody's words, justifies it or blames it. A court that says so rules. */
function manner(sentence: Sentence, { within, speaker }: Said, reader: Reader): readonly Draft[] {
  const { tokens } = sentence
  const { lexicon } = reader
  for (const at of within) {
    const right = phraseAt(tokens, at, lexicon.rightly)
    const wrong = right === undefined ? phraseAt(tokens, at, lexicon.wrongly) : undefined
    const phrase = right ?? wrong
    const verb = phrase === undefined ? null : verbOfManner(sentence, at, lexicon)
    if (phrase === undefined || verb === null) continue
    const group = verbGroup(sentence, verb)
    if (group.parts.some((part) => tokens[part]?.tag === 'MD') || group.governors.length > 0) continue
    if (isCourt(speaker.name, reader)) return []
    const denied = isDenied(sentence, group, at, lexicon)
    const { subject } = slotsOf(sentence, group, somebodyIn(sentence, reader))
    return [
      {
        ...speech(sentence, at, [...subject, group.start, at + phrase.length - 1]),
        type: (right !== undefined) === denied ? 'condemnation' : 'defence',
        roles: { agent: [speaker], patient: namesOf(sentence, subject, reader), recipient: [], place: [] },
        why: [`trigger: “${phrase.join(' ')}” in somebody's words`, `agent: ${speaker.name}`],
      },
    ]
  }
  return []
}

/** Words between a verb and how it was done: "carried out by the police in full". */
const farthestManner = 8

/** The verb whose manner a phrase tells: a form of "be" right before it, or a verb of doing in its clause. */
function verbOfManner({ tokens }: Sentence, at: number, { sets }: Lexicon): number | null {
  let before = at - 1
  while (/^(?:ADV|PART|ADJ)$/.test(tokens[before]?.pos ?? '')) before--
  if (tokens[before]?.lemma === 'be') return before
  for (let verb = before; verb >= Math.max(0, at - farthestManner); verb--) {
    if (/^[,;:]$/.test(tokens[verb]?.text ?? '')) return null
    if (tokens[verb]?.pos === 'VERB') return sets.acts.has(tokens[verb]?.lemma ?? '') ? verb : null
  }
  return null
}

function isDenied({ tokens }: Sentence, { parts, verb }: VerbGroup, before: number, { sets }: Lexicon): boolean {
  return [...parts, ...tokens.slice(verb + 1, before).map(({ index }) => index)].some((at) => sets.negators.has(tokens[at]?.lower ?? ''))
}

/** Whether somebody calls something so ("called the arrest “treason”"): that is read as an opinion. */
function isCalling({ tokens }: Sentence, { cue }: VoiceReading, { lexicon }: Reader): boolean {
  return cue !== null && tokens.some(({ start, end, lemma }) => start >= cue.start && end <= cue.end && lexicon.sets.calling.has(lemma))
}

interface Said {
  /** The words of the sentence that are said, without its signs. */
  readonly within: readonly number[]
  readonly speaker: Named
  readonly quoted: boolean
}

function inside({ tokens }: Sentence, { start, end }: Span): readonly number[] {
  return tokens.filter((token) => token.start >= start && token.end <= end && token.pos !== 'PUNCT').map(({ index }) => index)
}

/** A quote with a word of blame or praise. The first such word decides; what it is said of is the subject of the clause it stands in. */
function judgement(sentence: Sentence, { within, speaker }: Said, reader: Reader): readonly Draft[] {
  const { tokens } = sentence
  const { blame, praise } = reader.lexicon.sets
  const isAmong = (words: ReadonlySet<string>, index: number) =>
    words.has(tokens[index]?.lower ?? '') || words.has(tokens[index]?.lemma ?? '')
  const at = within.find(
    (index) => (isAmong(blame, index) || isAmong(praise, index)) && isSaidToBe(sentence, index, within, reader.lexicon),
  )
  if (at === undefined) return []
  const blames = isAmong(blame, at)
  return [
    {
      ...speech(sentence, at, within),
      type: blames ? 'condemnation' : 'defence',
      roles: { agent: [speaker], patient: judged(sentence, at, reader), recipient: [], place: [] },
      why: [`trigger: “${tokens[at]?.text}” in a quote (${blames ? 'blame' : 'praise'})`, `agent: ${speaker.name}`],
    },
  ]
}

/** Whether a word of a quotation is what something is said to be ("it was a disgrace", "a shameful day"), or the quotation is no clause ("pure hypocrisy"). */
function isSaidToBe(sentence: Sentence, at: number, within: readonly number[], lexicon: Lexicon): boolean {
  const { tokens, tree } = sentence
  if (!within.some((index) => /^(?:VBD|VBZ|VBP|MD)$/.test(tokens[index]?.tag ?? ''))) return true
  const arcs = tree()
  const isPredicate = (index: number) => arcs.children(index).some((child) => arcs.relation[child] === 'cop')
  const head = arcs.head[at] ?? -1
  if (tokens[at]?.pos === 'ADJ' && arcs.relation[at] !== 'amod') return true
  if (isPredicate(at) || amountedTo(sentence, at, lexicon) !== null) return true
  return (
    /^(?:amod|nmod|conj|compound)/.test(arcs.relation[at] ?? '') &&
    head >= 0 &&
    (isPredicate(head) || amountedTo(sentence, head, lexicon) !== null)
  )
}

/** "remains a hero", "constitutes a breach", "amounted to a betrayal": the verb that says what its subject is by what stands at a token; null where none does. */
function amountedTo({ tokens, tree }: Sentence, at: number, { sets }: Lexicon): number | null {
  const arcs = tree()
  const verb = /^(?:obj|xcomp|obl)$/.test(arcs.relation[at] ?? '') ? (arcs.head[at] ?? -1) : -1
  return sets.amounting.has(tokens[verb]?.lemma ?? '') && verb < at ? verb : null
}

/** "said the arrest was a disgrace", "insisted that the police had acted lawfully": what a clause in somebody's indirect words says its subject is, or how it acted. A court that says so rules. */
function predicate(sentence: Sentence, { within, speaker }: Said, reader: Reader): readonly Draft[] {
  const { tokens } = sentence
  const { calledBlame, calledPraise, negators, acts, impersonal } = reader.lexicon.sets
  for (const at of within) {
    const token = tokens[at]
    if (token === undefined) continue
    const blames = calledBlame.has(token.lower)
    if (!blames && !calledPraise.has(token.lower)) continue
    const tree = sentence.tree()
    const head = tree.head[at] ?? -1
    const acting = tree.relation[at] === 'advmod' && acts.has(tokens[head]?.lemma ?? '')
    const judging = acting || tree.relation[at] === 'amod' ? head : at
    const verb = acting ? null : amountedTo(sentence, judging, reader.lexicon)
    const above = verb ?? judging
    const around = tree.children(above)
    const isSaidOf = acting || verb !== null || around.some((child) => tree.relation[child] === 'cop')
    const subject = around.filter((child) => /^nsubj/.test(tree.relation[child] ?? ''))
    if (
      !isSaidOf ||
      subject.length === 0 ||
      (above === at && subject.some((head) => impersonal.has(tokens[head]?.lower ?? '')) && !isPlain(sentence, at, reader.lexicon)) ||
      tree.relation[above]?.startsWith('acl')
    )
      continue
    if (isCourt(speaker.name, reader)) return []
    const denied = around.some((child) => negators.has(tokens[child]?.lower ?? ''))
    const patient = namesOf(sentence, subject, reader)
    return [
      {
        ...speech(sentence, at, [...subject, at]),
        type: blames !== denied && isClaim(sentence, subject, reader) ? 'denial' : blames === denied ? 'defence' : 'condemnation',
        roles: { agent: [speaker], patient, recipient: [], place: [] },
        why: [`trigger: “${token.text}” said of “${tokens[subject[0] ?? at]?.text}” (${blames === denied ? 'praise' : 'blame'})`],
      },
    ]
  }
  return []
}

/** "it was a disgrace": a word that judges wherever it stands, and not "it was dark"; where "that" or "to" follows, what is so called comes after. */
function isPlain({ tokens }: Sentence, at: number, { sets }: Lexicon): boolean {
  const judges = [sets.blame, sets.praise].some((set) => set.has(tokens[at]?.lower ?? ''))
  return judges && !/^(?:SCONJ|PART|ADP)$/.test(tokens[at + 1]?.pos ?? '')
}

/** "said the claim was absurd" denies, where "said the arrest was absurd" blames. */
function isClaim({ tokens }: Sentence, heads: readonly number[], { lexicon: { sets } }: Reader): boolean {
  return heads.some((head) => sets.claims.has(tokens[head]?.lemma ?? ''))
}

/** Words of a clause in which the rest of a phrase of merit or wrong stands: "fulfilled its international obligations". */
const longestMerit = 7

/** "Serbia has met its obligations", "they have betrayed us", in somebody's words: a deed that is a merit praises its doer, a wrong blames him. A court that says so rules. */
function merit(sentence: Sentence, { within, speaker }: Said, reader: Reader): readonly Draft[] {
  const { tokens } = sentence
  const { merits, wrongs } = reader.lexicon
  for (const at of within) {
    const { pos, lemma = '' } = tokens[at] ?? {}
    if (pos !== 'VERB' || !(merits.has(lemma) || wrongs.has(lemma))) continue
    const group = verbGroup(sentence, at)
    if (tokens[at]?.tag === 'VBG' && !group.parts.some((part) => tokens[part]?.pos === 'AUX')) continue
    const praises = tellsPhrase(tokens, group, merits)
    if (!praises && !tellsPhrase(tokens, group, wrongs)) continue
    if (isCourt(speaker.name, reader)) return []
    const denied = group.parts.some((part) => reader.lexicon.sets.negators.has(tokens[part]?.lower ?? ''))
    const { subject } = slotsOf(sentence, group, somebodyIn(sentence, reader))
    return [
      {
        ...speech(sentence, at, [...subject, group.start]),
        type: praises === denied ? 'condemnation' : 'defence',
        roles: { agent: [speaker], patient: namesOf(sentence, subject, reader), recipient: [], place: [] },
        why: [
          `trigger: “${tokens[at]?.text}” in somebody's words (${praises === denied ? 'a wrong' : 'a merit'})`,
          `agent: ${speaker.name}`,
        ],
      },
    ]
  }
  return []
}

/** Whether a phrase of the list begins at a verb: its further words follow in their order, others between. In the passive its object stands before ("justice was done"). */
function tellsPhrase(tokens: Sentence['tokens'], { verb: at, start, passive }: VerbGroup, phrases: Phrases): boolean {
  return (phrases.get(tokens[at]?.lemma ?? '') ?? []).some(([, ...rest]) => {
    if (passive && rest.length === 1 && (tokens[start - 1]?.lemma === rest[0] || tokens[start - 1]?.lower === rest[0])) return true
    let from = at + 1
    return rest.every((word) => {
      const found = tokens.slice(from, at + 1 + longestMerit).find(({ lower, lemma }) => lower === word || lemma === word)
      from = (found?.index ?? from) + 1
      return found !== undefined
    })
  })
}

function judged(sentence: Sentence, at: number, reader: Reader): readonly Named[] {
  const tree = sentence.tree()
  for (let head = at, step = 0; head >= 0 && step < 3; head = tree.head[head] ?? -1, step++) {
    const subject = tree.children(head).find((child) => /^nsubj/.test(tree.relation[child] ?? ''))
    if (subject !== undefined) return namesOf(sentence, [subject], reader)
  }
  return []
}

/** "The ministry must resign" in somebody's voice: a demand of its subject. */
function obligations(sentence: Sentence, { within, speaker }: Said, reader: Reader): readonly Draft[] {
  const { tokens } = sentence
  const { demandingModals } = reader.lexicon.sets
  if (!tokens.some(({ lower }) => demandingModals.has(lower))) return []
  return within.flatMap((index) => {
    const token = tokens[index]
    if (token === undefined || token.pos !== 'VERB') return []
    const group = verbGroup(sentence, index)
    const modal = group.parts.find((part) => demandingModals.has(tokens[part]?.lower ?? ''))
    if (modal === undefined || group.parts.some((part) => tokens[part]?.lemma === 'have')) return []
    const slots = slotsOf(sentence, group, somebodyIn(sentence, reader))
    if (slots.passive || !slots.subject.some((head) => isPerson(sentence, head, reader))) return []
    const heads = [...slots.subject, ...slots.object, index]
    return [
      {
        ...speech(sentence, index, heads.concat(group.start)),
        type: 'demand' as const,
        roles: {
          agent: [speaker],
          patient: namesOf(sentence, slots.object, reader),
          recipient: namesOf(sentence, slots.subject, reader),
          place: [],
        },
        why: [`trigger: “${tokens[modal]?.text} ${token.text}” (demand)`, `agent: ${speaker.name}`],
      },
    ]
  })
}

/** "Bring him home": a quote that begins with an order. */
function order(sentence: Sentence, { within, speaker }: Said, reader: Reader): readonly Draft[] {
  const first = within[0]
  const token = first === undefined ? undefined : sentence.tokens[first]
  if (first === undefined || token === undefined || token.pos !== 'VERB' || token.tag !== 'VB' || within.length < 2) return []
  const { object } = slotsOf(sentence, verbGroup(sentence, first), somebodyIn(sentence, reader))
  return [
    {
      ...speech(sentence, first, within),
      type: 'demand',
      roles: { agent: [speaker], patient: namesOf(sentence, object, reader), recipient: [], place: [] },
      why: [`trigger: “${token.text}” opens a quote (demand)`, `agent: ${speaker.name}`],
    },
  ]
}

const asserted = { polarity: 'positive', certainty: 'certain', modality: 'actual', why: [] } as const

function speech(sentence: Sentence, token: number, touched: readonly number[]) {
  const tokens = touched.filter((index) => index >= 0)
  return {
    sentence,
    token,
    first: Math.min(token, ...tokens.map((index) => phraseStart(sentence.tokens, index))),
    last: Math.max(token, ...tokens),
    factuality: asserted,
    detail: {},
    kind: 'verb' as const,
    nominal: false,
    verbs: [],
  }
}
