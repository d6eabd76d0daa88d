import type { StatementType } from '../../model/report.js'
import type { Sentence } from '../parts.js'
import { phraseStart } from './clause.js'
import type { Draft } from './draft.js'
import type { Named } from './names.js'

/** Steps of one person's case: what they say of nobody in particular ("the trial opened") they say of the person the story is about. */
const stepsOfCase: ReadonlySet<StatementType> = new Set([
  'warrant-request',
  'warrant',
  'unsealing',
  'alert',
  'tip-off',
  'arrest',
  'detention',
  'hearing',
  'release',
  'extradition',
  'surrender',
  'charge',
  'trial',
  'conviction',
  'acquittal',
  'sentence',
])

/** Papers and hints about one person, whoever it is: a story that has a main person and names nobody else has that one in mind ("the prosecutor applied for a warrant"). */
const aboutSomebody: ReadonlySet<StatementType> = new Set([
  'warrant-request',
  'warrant',
  'unsealing',
  'alert',
  'tip-off',
  'ruling',
  'appeal',
])

/** Acts of a court: where one is named only as the place ("the trial opened at the High Court"), it is the one that acts. */
const actsOfCourt: ReadonlySet<StatementType> = new Set(['conviction', 'acquittal', 'sentence', 'trial', 'hearing'])

/** The drafts with the parties that their words leave open and the report makes sure. */
export function withImplied(drafts: readonly Draft[]): readonly Draft[] {
  return withCourts(
    withDoersJudged(withImpliedPatients(drafts)).map((draft) => {
      const seat = actsOfCourt.has(draft.type) && draft.roles.agent.length === 0 ? draft.roles.place.find(isBody) : undefined
      return seat === undefined ? draft : withAgent(draft, seat, 'it happened there')
    }),
  )
}

/** "sentenced the captain to life for the murder of a student", "convicted of torturing": of a crime without a doer, whoever is judged for it in the same clause is said to have done it. */
function withDoersJudged(drafts: readonly Draft[]): readonly Draft[] {
  const judged = drafts.filter(({ type, roles }) => (type === 'conviction' || type === 'sentence') && roles.patient.length > 0)
  return drafts.map((draft) => {
    const { sentence, token, roles } = draft
    if (draft.type !== 'abuse' || !draft.nominal || roles.agent.length > 0) return draft
    const { tokens } = sentence
    const preposition = tokens[phraseStart(tokens, token) - 1]
    if (preposition?.lower !== 'for' && preposition?.lower !== 'of') return draft
    const verdict = judged.findLast((other) => other.sentence === sentence && other.token < token)
    const [doer] = verdict?.roles.patient ?? []
    const between = tokens.slice((verdict?.token ?? token) + 1, token)
    if (doer === undefined || verdict?.roles.patient.length !== 1 || between.some(({ pos, tag }) => pos === 'AUX' || /^VB[DZP]$/.test(tag)))
      return draft
    return withAgent(draft, doer, 'judged for it')
  })
}

/** Acts by which one court brings one person's case to its end. */
const ofOneTrial: ReadonlySet<StatementType> = new Set(['trial', 'conviction', 'acquittal', 'sentence'])

/** The drafts with the court of a trial where an act of it names none ("He was acquitted of the rest"): the only court that the report says to have tried, convicted, acquitted or sentenced that person. */
function withCourts(drafts: readonly Draft[]): readonly Draft[] {
  const courts = new Map<string, Map<string, Named>>()
  for (const { type, roles, factuality } of drafts) {
    if (!ofOneTrial.has(type) || factuality.modality !== 'actual') continue
    for (const { name } of roles.patient) {
      const known = courts.get(name) ?? new Map<string, Named>()
      for (const agent of roles.agent) if (!isPerson(agent)) known.set(agent.name, agent)
      courts.set(name, known)
    }
  }
  return drafts.map((draft) => {
    const { type, roles, factuality } = draft
    if (!ofOneTrial.has(type) || roles.agent.length > 0 || factuality.modality !== 'actual' || factuality.polarity === 'negative')
      return draft
    const meant = new Map(roles.patient.flatMap(({ name }) => [...(courts.get(name) ?? [])]))
    const [only] = meant.values()
    return only !== undefined && meant.size === 1 ? withAgent(draft, only, 'the only court that the report names for this case') : draft
  })
}

function isBody({ kind }: Named): boolean {
  return kind === 'organization'
}

function withAgent(draft: Draft, agent: Named, ground: string): Draft {
  return { ...draft, roles: { ...draft.roles, agent: [agent] }, why: [...draft.why, `agent: ${agent.name}, implied: ${ground}`] }
}

/**
 * The drafts with the person a step is about where its own words leave that open: the person of another step in the same sentence ("arrested on a warrant of the court"),
 * else, for a noun with its article ("the trial opened"), the person whom most steps of the report are about.
 */
function withImpliedPatients(drafts: readonly Draft[]): readonly Draft[] {
  const protagonist = protagonistOf(drafts)
  const bySentence = new Map<Sentence, Draft[]>()
  for (const draft of drafts) {
    const beside = bySentence.get(draft.sentence)
    if (beside === undefined) bySentence.set(draft.sentence, [draft])
    else beside.push(draft)
  }
  return drafts.map((draft) => {
    if ((!stepsOfCase.has(draft.type) && !aboutSomebody.has(draft.type)) || draft.roles.patient.length > 0) return draft
    const beside = nearestInSentence(draft, bySentence.get(draft.sentence) ?? [])
    if (beside !== null) return withPatient(draft, beside, 'in the same sentence')
    return protagonist !== null && (aboutSomebody.has(draft.type) || speaksOfKnownStep(draft))
      ? withPatient(draft, protagonist, 'whom most of the report’s steps are about')
      : draft
  })
}

function withPatient(draft: Draft, patient: Named, ground: string): Draft {
  return { ...draft, roles: { ...draft.roles, patient: [patient] }, why: [...draft.why, `patient: ${patient.name}, implied: ${ground}`] }
}

function nearestInSentence(draft: Draft, beside: readonly Draft[]): Named | null {
  const others = beside.filter(({ type, roles }) => stepsOfCase.has(type) && roles.patient.length === 1 && isPerson(roles.patient[0]))
  const nearest = others.sort((a, b) => Math.abs(a.token - draft.token) - Math.abs(b.token - draft.token))[0]
  return nearest?.roles.patient[0] ?? null
}

function isPerson(named: Named | undefined): boolean {
  return named?.kind === 'person'
}

/** A noun with "the", or a headline's bare noun: what it names was told before or is told as known. */
function speaksOfKnownStep({ sentence, token, kind, nominal }: Draft): boolean {
  if (!nominal || kind === 'pattern') return false
  const before = sentence.tokens.slice(Math.max(0, token - 4), token)
  return sentence.kind === 'headline' || before.some(({ pos, lemma }) => pos === 'DET' && lemma === 'the')
}

/** The person whom most steps are about: named in at least three, and in twice as many as anybody else; else nobody stands out. */
function protagonistOf(drafts: readonly Draft[]): Named | null {
  const counts = new Map<string, { named: Named; times: number }>()
  for (const { type, roles } of drafts) {
    if (!stepsOfCase.has(type)) continue
    for (const named of roles.patient) {
      if (!isPerson(named)) continue
      const known = counts.get(named.name)
      counts.set(named.name, { named, times: (known?.times ?? 0) + 1 })
    }
  }
  const [first, second] = [...counts.values()].sort((a, b) => b.times - a.times)
  return first !== undefined && first.times >= 3 && first.times >= 2 * (second?.times ?? 0) ? first.named : null
}
