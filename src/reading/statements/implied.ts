import type { StatementType } from '../../model/report.js'
import type { Sentence } from '../parts.js'
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

/** Acts of a court: where one is named only as the place ("the trial opened at the High Court"), it is the one that acts. */
const actsOfCourt: ReadonlySet<StatementType> = new Set(['conviction', 'acquittal', 'sentence', 'trial', 'hearing'])

/** The drafts with the parties that their words leave open and the report makes sure. */
export function withImplied(drafts: readonly Draft[]): readonly Draft[] {
  return withImpliedPatients(drafts).map((draft) => {
    const seat = actsOfCourt.has(draft.type) && draft.roles.agent.length === 0 ? draft.roles.place.find(isBody) : undefined
    return seat === undefined ? draft : withAgent(draft, seat)
  })
}

function isBody({ kind }: Named): boolean {
  return kind === 'organization'
}

function withAgent(draft: Draft, agent: Named): Draft {
  return { ...draft, roles: { ...draft.roles, agent: [agent] }, why: [...draft.why, `agent: ${agent.name}, implied: it happened there`] }
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
    if (!stepsOfCase.has(draft.type) || draft.roles.patient.length > 0) return draft
    const beside = nearestInSentence(draft, bySentence.get(draft.sentence) ?? [])
    if (beside !== null) return withPatient(draft, beside, 'in the same sentence')
    return protagonist !== null && speaksOfKnownStep(draft)
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
