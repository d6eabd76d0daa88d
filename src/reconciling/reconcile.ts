import { type Decision, decisionsInForce } from '../model/decision.js'
import { digestOf, type EntityId, type ReportId } from '../model/ids.js'
import type { Knowledge } from '../model/packs.js'
import type { Entity, Reconciled, RecordReport, RecordStatement } from '../model/record.js'
import type { ReadReport } from '../model/report.js'
import { bearsOn, eventsByParty } from './bears-on.js'
import { changedInCopy } from './changed-in-copy.js'
import { phrasesOf } from './compatible-phrases.js'
import { copiesOf } from './copies.js'
import { creditsOf } from './credits.js'
import { judgedDisputes } from './dispute-decisions.js'
import { type RecordParties, recordParties } from './entities.js'
import { eventFrom } from './event-attributes.js'
import { joinEvents } from './events.js'
import { knownPlacesOf } from './known-places.js'
import { withLentTimes } from './lent-time.js'
import { type Memo, remembered } from './memo.js'
import { folded } from './name-token.js'
import { type NameWords, nameWordsOf } from './name-words.js'
import { isNamedParty } from './named.js'
import { organsOf } from './organs.js'
import { type OriginDecisions, originDecisions } from './origin-decisions.js'
import { originFolds } from './origin-folds.js'
import { type OriginGround, outletKey, type Root, rootsOf } from './origins.js'
import { outletNamesOf } from './outlet-names.js'
import type { PartyGround } from './party-attribute.js'
import { quantitiesOf } from './quantities.js'
import { relatedEvents } from './related-events.js'
import { type ReviewedStatement, reviewedStatements } from './reviewed-statements.js'
import { storyFigure } from './story-figure.js'
import { partyFrom, type Told } from './told.js'

/**
 * Statements and decisions of many reports, joined into parties and events: a pure function of the three, whatever their order.
 *
 *   1 the decisions that stand
 *   2 statements as people corrected and judged them
 *   3 parties: names joined, over decisions first
 *   4 copies, credits: who rests on whom
 *   5 events: accounts of one happening
 *   6 what each demand, plan or condition is about
 *
 * `memo` keeps what was computed for each neighbourhood under a digest of all it was computed from; with it, one more report or decision computes only what it touches.
 */
export function reconcile(read: readonly ReadReport[], decisions: readonly Decision[], knowledge: Knowledge, memo?: Memo): Reconciled {
  const reports = [...read].sort((a, b) => (a.report.id < b.report.id ? -1 : 1))
  const inForce = decisionsInForce(decisions)
  const reviewed = reviewedStatements(reports, inForce)
  const corrected = withStatements(reports, reviewed.statements)
  const parties = recordParties(corrected, inForce, nameWordsOf(knowledge), memo)
  const outlets = outletNamesOf(knowledge)
  const credits = new Map(reports.map((report) => [report.report.id, creditsOf(report, outlets)]))
  const credited = new Set([...credits.values()].flatMap((names) => names.map(outletKey)))
  const copies = copiesOf(
    reports,
    ({ report }) => report.outlet !== null && (outlets.named(report.outlet)?.kind === 'agency' || credited.has(outletKey(report.outlet))),
  )
  const counted = reviewed.statements.filter(({ state }) => state !== 'rejected')
  const kin = kinOf(counted, parties)
  const decided = originDecisions(inForce, new Set(credits.keys()), (name) => namesSources(name, corrected, parties.entities, credits))
  const origins = originGround(reports, parties, credits, copies, knowledge, decided)
  const toldFrom = tellerOf(corrected, parties, kin, origins, nameWordsOf(knowledge))
  const phrases = phrasesOf(knowledge)
  const told = counted.filter(({ statement }) => statement.modality === 'actual').map(toldFrom)
  const ground: PartyGround = {
    phrases,
    places: knownPlacesOf(knowledge),
    quantities: quantitiesOf(knowledge),
    placeWords: nameWordsOf(knowledge).placeWords,
    belong: (a, b) => kin.get(a)?.includes(b as EntityId) ?? false,
    organs: organsOf(knowledge),
    namesOf: namesOf(parties.entities),
  }
  const byId = new Map(reports.map((one) => [one.report.id, one]))
  const joined = joinEvents(told, reviewed.events, ground, memo)
  const near = eventsByParty(joined)
  const related = relatedEvents(joined)
  const recordReports = reports.map((one) =>
    recordReport(one, credits.get(one.report.id) ?? [], byId.get(copies.get(one.report.id) ?? one.report.id), memo),
  )
  const rooted = counted.map(({ report, statement: { id, sources } }) => ({
    id,
    report,
    sources,
    roots: rootsOf(report, { sources }, origins),
  }))
  const roots = new Map(rooted.map((one) => [one.id, one.roots]))
  const events = judgedDisputes(
    joined.map((event) => {
      const others = related.get(event.id) ?? []
      return { ...eventFrom(event, ground), ...(others.length === 0 ? {} : { related: others }) }
    }),
    inForce,
    reports,
  )
  return {
    reports: recordReports,
    statements: reviewed.statements.map((one) => {
      const about = one.statement.modality === 'actual' || one.state === 'rejected' ? null : toldFrom(one)
      return recordStatement(one, parties, about === null ? null : bearsOn(about, near(about), ground), roots.get(one.statement.id) ?? [])
    }),
    entities: parties.entities,
    events: events.events,
    possible: parties.possible,
    folds: originFolds(recordReports, rooted, decided),
    orphans: [...reviewed.orphans, ...parties.orphans, ...decided.orphans, ...events.orphans].sort((a, b) => a.line - b.line),
  }
}

function recordReport(
  read: ReadReport,
  credits: readonly string[],
  original: ReadReport | undefined,
  memo: Memo | undefined,
): RecordReport {
  const { report } = read
  if (original === undefined || original === read) return { ...report, credits, copyOf: null }
  const copy = remembered(
    memo,
    () => digestOf('copy', report.id, original.report.id, JSON.stringify([read.blocks, original.blocks])),
    () => changedInCopy(read, original),
  )
  return { ...report, credits, copyOf: original.report.id, copy }
}

/** The readings with their statements as corrected, so that a party a person names is a party. */
function withStatements(reports: readonly ReadReport[], reviewed: readonly ReviewedStatement[]): readonly ReadReport[] {
  const byReport = new Map<ReportId, ReviewedStatement[]>()
  for (const one of reviewed) byReport.set(one.report, [...(byReport.get(one.report) ?? []), one])
  return reports.map((report) => ({ ...report, statements: (byReport.get(report.report.id) ?? []).map(({ statement }) => statement) }))
}

/** Whether anybody in the record goes by this name: a source as cited, a party, an outlet, whom a credit line names. */
function namesSources(
  name: string,
  reports: readonly ReadReport[],
  entities: readonly Entity[],
  credits: ReadonlyMap<ReportId, readonly string[]>,
): boolean {
  const wanted = folded(name)
  const isIt = (other: string | null) => other !== null && folded(other) === wanted
  return (
    reports.some(
      ({ report, statements }) =>
        isIt(report.outlet) || credits.get(report.id)?.some(isIt) || statements.some(({ sources }) => sources.some(isIt)),
    ) || entities.some((entity) => isIt(entity.name) || entity.names.some(({ value }) => isIt(value)))
  )
}

function originGround(
  reports: readonly ReadReport[],
  parties: RecordParties,
  credits: ReadonlyMap<ReportId, readonly string[]>,
  copies: ReadonlyMap<ReportId, ReportId>,
  knowledge: Knowledge,
  decided: OriginDecisions,
): OriginGround {
  const heads = new Map(reports.map(({ report }) => [report.id, report]))
  // Of two writings the longer is the fuller: "The Docket" before "Docket".
  const outlets = reports.flatMap(({ report }) => report.outlet ?? []).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  const names = new Map(outlets.map((name) => [outletKey(name), name]))
  return {
    outlets: outletNamesOf(knowledge),
    head: (report) => heads.get(report),
    credits: (report) => (credits.get(report) ?? []).filter((name) => !decided.areApart(report, { report, names: [name] })),
    original: (report) => {
      const original = copies.get(report)
      return original === undefined || decided.areApart(report, { report: original, names: [] }) ? undefined : original
    },
    party: (report, name) => parties.entityOf(report, name),
    outletCalled: (name) => names.get(outletKey(name)) ?? null,
    decided,
  }
}

function tellerOf(
  reports: readonly ReadReport[],
  parties: RecordParties,
  kin: ReadonlyMap<string, readonly EntityId[]>,
  ground: OriginGround,
  words: NameWords,
): (one: ReviewedStatement) => Told {
  const published = new Map(reports.map(({ report }) => [report.id, report.published]))
  const lent = new Set(reports.flatMap((report) => [...withLentTimes(report)]))
  const partyOf = (report: ReportId, name: string) => {
    const entity = parties.entityOf(report, name)
    return partyFrom(name, entity, kin.get(entity?.id ?? '') ?? [], entity !== null && isNamedParty(entity.name, entity.kind, words))
  }
  const figures = new Map(
    reports.map(({ report: { id }, statements }) => [id, storyFigure(statements, (name) => partyOf(id, name))] as const),
  )
  return ({ report, statement }) => {
    const partiesFrom = (names: readonly string[]) => names.map((name) => partyOf(report, name))
    return {
      id: statement.id,
      report,
      story: ground.original(report) ?? report,
      published: published.get(report) ?? null,
      statement,
      time: lent.has(statement) ? null : (statement.time?.edtf ?? null),
      agent: partiesFrom(statement.agent),
      patient: partiesFrom(statement.patient),
      recipient: partiesFrom(statement.recipient),
      place: partiesFrom(statement.place),
      roots: rootsOf(report, statement, ground),
      figure: figures.get(report) ?? null,
    }
  }
}

/** Who holds an office in which body, and which body runs which, both ways, as reports say. */
function kinOf(counted: readonly ReviewedStatement[], parties: RecordParties): ReadonlyMap<string, readonly EntityId[]> {
  const found = new Map<string, Set<EntityId>>()
  const add = (a: EntityId, b: EntityId) => found.set(a, (found.get(a) ?? new Set()).add(b))
  for (const { report, statement } of counted) {
    if ((statement.type !== 'role' && statement.type !== 'control') || statement.polarity === 'negative' || statement.modality !== 'actual')
      continue
    for (const holder of statement.agent.flatMap((name) => parties.entityOf(report, name)?.id ?? [])) {
      for (const body of statement.patient.flatMap((name) => parties.entityOf(report, name)?.id ?? [])) {
        add(holder, body)
        add(body, holder)
      }
    }
  }
  return new Map([...found].map(([id, others]) => [id, [...others].sort()]))
}

function namesOf(entities: readonly Entity[]): PartyGround['namesOf'] {
  const byId = new Map<string, readonly string[]>(entities.map(({ id, names }) => [id, names.map(({ value }) => value)]))
  return ({ key, value }) => byId.get(key) ?? [value]
}

function recordStatement(
  { report, statement, state, decidedBy }: ReviewedStatement,
  parties: RecordParties,
  about: ReturnType<typeof bearsOn>,
  roots: readonly Root[],
): RecordStatement {
  const ids = (names: readonly string[]): readonly EntityId[] => [
    ...new Set(names.flatMap((name) => parties.entityOf(report, name)?.id ?? [])),
  ]
  return {
    ...statement,
    report,
    agentEntities: ids(statement.agent),
    patientEntities: ids(statement.patient),
    recipientEntities: ids(statement.recipient),
    placeEntities: ids(statement.place),
    ...(about === null ? {} : { bearsOn: about }),
    ...(roots.length === 0 ? {} : { roots: roots.map(({ label }) => label) }),
    state,
    ...(decidedBy === undefined ? {} : { decidedBy }),
  }
}
