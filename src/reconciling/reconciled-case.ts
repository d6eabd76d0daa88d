import { type Decision, decisionsInForce } from '../model/decision.js'
import type { EntityId, EventId, ReportId, StatementId } from '../model/ids.js'
import type { Knowledge } from '../model/packs.js'
import type { Entity, Event, Orphan, Reconciled, RecordReport, RecordStatement } from '../model/record.js'
import type { ReadReport, ReportHead, Statement } from '../model/report.js'
import { changedInCopy } from './changed-in-copy.js'
import { phrasesOf } from './compatible-phrases.js'
import { CopyIndex } from './copy-index.js'
import { creditsOf } from './credits.js'
import { decisionsOf } from './decisions-of.js'
import { judgedDisputes } from './dispute-decisions.js'
import { eventFrom } from './event-attributes.js'
import { EventIndex } from './event-index.js'
import { KinIndex } from './kin-index.js'
import { knownPlacesOf } from './known-places.js'
import { withLentTimes } from './lent-time.js'
import { type JoinedParty, NameIndex } from './name-index.js'
import { folded } from './name-token.js'
import { type NameWords, nameWordsOf } from './name-words.js'
import { isNamedParty } from './named.js'
import { organsOf } from './organs.js'
import { type OriginDecisions, originDecisions } from './origin-decisions.js'
import { originFolds } from './origin-folds.js'
import { type OriginGround, outletKey, type Root, rootsOf } from './origins.js'
import { OutletIndex } from './outlet-index.js'
import { outletNamesOf } from './outlet-names.js'
import type { PartyGround } from './party-attribute.js'
import type { PartyUse } from './party-names.js'
import { partyUses } from './party-uses.js'
import { quantitiesOf } from './quantities.js'
import { RelatedEvents } from './related-events.js'
import { type ReportParties, reportParties, tidy } from './report-parties.js'
import { type ReviewedStatement, reviewedStatements } from './reviewed-statements.js'
import { isSameTold } from './same-told.js'
import { SetsByKey } from './sets-by-key.js'
import { storyFigure } from './story-figure.js'
import { KnownParty, type Party, type Told, unnamedParty } from './told.js'

/** What one more report or decision changed in the record; things that are gone are named too. */
export interface RecordChange {
  readonly reports: ReadonlySet<ReportId>
  readonly statements: ReadonlySet<StatementId>
  readonly entities: ReadonlySet<EntityId>
  readonly events: ReadonlySet<EventId>
}

/** A party as origins ask for it: by all its names. */
type Source = NonNullable<ReturnType<OriginGround['party']>>

/** A report as far as the record has worked it out. */
interface Taken {
  readonly head: ReportHead
  readonly statements: readonly ReviewedStatement[]
  readonly parties: ReportParties
  readonly credits: readonly string[]
  /** Statements whose day is another happening's. */
  readonly lent: ReadonlySet<Statement>
  readonly orphans: readonly Orphan[]
  readonly isGone?: true
  /** The statements that count, as they were last told. */
  told: readonly Told[]
}

/**
 * The record of a case, kept so that one more report, or one more decision, costs what it touches. A pure function of reports and decisions, whatever their order: `put` and `decide` note what there is,
 * `settle` works it out, and what comes out is what comes out when everything is put at once.
 *
 *   1 statements as people corrected and judged them
 *   2 parties: names joined, over decisions first            name-index
 *   3 copies, credits: who rests on whom                     copy-index, outlet-index
 *   4 who belongs to whom                                    kin-index
 *   5 each statement told anew where any of these changed
 *   6 accounts of one happening, and what demands are about  event-index
 *
 * Whole readings are not kept here: where their texts are wanted again, `readingOf` is asked.
 */
export class ReconciledCase {
  readonly #taken = new Map<ReportId, Taken>()
  readonly #names: NameIndex
  readonly #copies = new CopyIndex()
  readonly #outlets = new OutletIndex()
  readonly #kin = new KinIndex()
  readonly #events: EventIndex
  readonly #related = new RelatedEvents()
  readonly #words: NameWords
  readonly #ground: PartyGround
  readonly #origins: OriginGround

  #decisions: readonly Decision[] = []
  #decisionsOn: ReadonlyMap<ReportId, readonly Decision[]> = new Map()
  /** Reports on whose statements people decided which tell one happening. */
  #joinedOn: ReadonlySet<ReportId> = new Set()
  #joinOrphans: readonly Orphan[] = []
  #mustJoin = false
  #originDecisions: OriginDecisions
  #originsSaid = nobodySaid

  /** Parties as statements point to them, and as origins ask for them. */
  readonly #parties = new Map<EntityId, KnownParty>()
  readonly #sources = new Map<EntityId, Source>()
  readonly #cited = new Map<string, number>()
  /** Reports that rest on another's own voice, by that other. */
  readonly #restingOn = new SetsByKey<ReportId, ReportId>()
  readonly #restsOn = new Map<ReportId, readonly ReportId[]>()
  /** The report that is being told. */
  #telling: ReportId | null = null

  // What was put or decided since it was last settled.
  readonly #put = new Map<ReportId, ReadReport | null>()
  #decided: readonly Decision[] | null = null

  // What the record shows, made when asked for and kept until it changes.
  readonly #shownReports = new Map<ReportId, RecordReport>()
  readonly #shownStatements = new Map<ReportId, readonly RecordStatement[]>()
  readonly #shownEntities = new Map<EntityId, Entity>()
  readonly #shownEvents = new Map<EventId, Event>()

  constructor(
    private readonly knowledge: Knowledge,
    private readonly readingOf: (report: ReportId) => ReadReport | undefined,
  ) {
    this.#words = nameWordsOf(knowledge)
    this.#names = new NameIndex(this.#words)
    this.#originDecisions = originDecisions([], this.#taken, () => false)
    this.#ground = {
      phrases: phrasesOf(knowledge),
      places: knownPlacesOf(knowledge),
      quantities: quantitiesOf(knowledge),
      placeWords: this.#words.placeWords,
      belong: (a, b) => this.#kin.areKin(a as EntityId, b as EntityId),
      organs: organsOf(knowledge),
      namesOf: ({ key, value }) => this.#namesOf(key as EntityId) ?? [value],
    }
    this.#events = new EventIndex(this.#ground)
    this.#origins = this.#originGround()
  }

  /** Takes a report in, in the place of an earlier reading of it. */
  put(read: ReadReport): void {
    this.#put.set(read.report.id, read)
  }

  /** Takes a report out again. */
  remove(report: ReportId): void {
    this.#put.set(report, null)
  }

  /** All decisions of the log, in the place of those before. */
  decide(decisions: readonly Decision[]): void {
    this.#decided = decisions
  }

  /** Works out what was put and decided, and gives what changed by it. */
  settle(): RecordChange {
    const events = new Set<EventId>()
    if (this.#decided !== null) this.#follow(decisionsInForce(this.#decided), events)
    const put = new Set(this.#put.keys())
    for (const [report, read] of this.#put) {
      if (read === null) this.#takeOut(report)
      else this.#takeIn(read)
      if (this.#joinedOn.has(report)) this.#mustJoin = true
    }
    this.#put.clear()
    const parties = this.#names.settle()
    const outlets = this.#outlets.settle()
    for (const report of outlets.credited) this.#copies.touch(report)
    const copies = this.#copies.settle(({ report }) => this.#isAgency(report.outlet))
    const again = new Set([...put, ...parties.reports, ...outlets.renamed, ...copies])
    for (const report of this.#citingOtherwise(parties.entities, parties.called)) again.add(report)
    for (const report of this.#decidedOtherwise(put.size > 0)) again.add(report)
    for (const report of again) for (const other of this.#restingOn.get(report)) again.add(other) // what is added is gone through too
    const kin = this.#kinSettled([...put, ...parties.reports])
    const statements = this.#tell(again, kin)
    if (this.#mustJoin) this.#decideEvents()
    const happenings = this.#events.settle()
    for (const id of happenings.about) statements.add(id)
    for (const id of happenings.events) events.add(id)
    for (const id of parties.called) for (const event of this.#eventsNaming(id)) events.add(event)
    const reports = new Set([...put, ...copies])
    for (const report of put) for (const other of this.#restingOn.get(report)) reports.add(other)
    return this.#forgetShown({ reports, statements, entities: parties.entities, events }, again)
  }

  /** Notes what a change of decisions touches. */
  #follow(decisions: readonly Decision[], events: Set<EventId>): void {
    const [before, after] = [byText(this.#decisions), byText(decisions)]
    const changed = [...before, ...after].flatMap(([text, decision]) => (before.has(text) && after.has(text) ? [] : [decision]))
    this.#decided = null
    this.#decisions = decisions
    const on = new Map<ReportId, Decision[]>()
    for (const decision of decisionsOf(decisions, 'accept', 'reject', 'correct'))
      kept(on, decision.act.statement.report, () => []).push(decision)
    this.#decisionsOn = on
    for (const { act } of decisionsOf(changed, 'accept', 'reject', 'correct')) this.#putAgain(act.statement.report)
    if (decisionsOf(changed, 'same', 'not-same', 'unsure').length > 0) this.#names.decide(decisions)
    if (decisionsOf(changed, 'join', 'split').length > 0) this.#mustJoin = true
    for (const { act } of decisionsOf(changed, 'explain', 'settle', 'leave-open')) {
      const event = this.#events.eventOf(act.statement.statement)
      if (event !== null) events.add(event)
    }
  }

  #putAgain(report: ReportId): void {
    const read = this.#put.has(report) || !this.#taken.has(report) ? undefined : this.readingOf(report)
    if (read !== undefined) this.#put.set(report, read)
  }

  #takeIn(read: ReadReport): void {
    const { report, fingerprint } = read
    this.#cite(report.id, -1)
    const { statements, orphans } = reviewedStatements([read], this.#decisionsOn.get(report.id) ?? [])
    const corrected = { ...read, statements: statements.map(({ statement }) => statement) }
    const parties = reportParties(corrected, this.#words)
    const credits = creditsOf(read, outletNamesOf(this.knowledge))
    const before = this.#taken.get(report.id)
    const told = before?.told ?? []
    this.#taken.set(report.id, { head: report, statements, parties, credits, lent: withLentTimes(corrected), orphans, told })
    this.#cite(report.id, 1)
    this.#names.put(partyUses(report.id, corrected.statements, parties), before === undefined ? [] : usesOf(before))
    this.#outlets.put(report.id, { outlet: report.outlet, credits })
    this.#copies.put(fingerprint === undefined ? { report } : { report, fingerprint })
  }

  #takeOut(report: ReportId): void {
    this.#cite(report, -1)
    const taken = this.#taken.get(report)
    if (taken === undefined) return
    this.#names.put([], usesOf(taken))
    this.#taken.set(report, { ...taken, statements: [], isGone: true })
    this.#outlets.put(report, null)
    this.#copies.remove(report)
  }

  /** Counts the sources a report cites, so that a decision on a name is known to have something to stand on. */
  #cite(report: ReportId, by: 1 | -1): void {
    for (const { statement } of this.#taken.get(report)?.statements ?? [])
      for (const source of statement.sources) this.#cited.set(folded(source), (this.#cited.get(folded(source)) ?? 0) + by)
  }

  #isAgency(outlet: string | null): boolean {
    return (
      outlet !== null && (outletNamesOf(this.knowledge).named(outlet)?.kind === 'agency' || this.#outlets.isCredited(outletKey(outlet)))
    )
  }

  /** Reports that cite a party which is now called otherwise, where another source is meant by it now. */
  *#citingOtherwise(entities: ReadonlySet<EntityId>, called: ReadonlySet<EntityId>): Generator<ReportId> {
    for (const id of new Set([...entities, ...called])) {
      const [before, party] = [this.#sources.get(id), this.#names.party(id)]
      const isSame = party !== undefined && !called.has(id) && before?.name === party.name && before.kind === party.kind
      if (!isSame) this.#sources.delete(id)
      const known = this.#parties.get(id)
      if (known !== undefined && (known.value !== party?.name || known.kind !== party.kind)) this.#parties.delete(id)
      if (isSame || before === undefined || party === undefined) continue
      if (!this.#originDecisions.areNone || this.#outletOf(before) !== this.#outletOf(this.#sourceOf(party)))
        yield* this.#names.reportsOf(party)
    }
  }

  /** The outlet that a party's names mean. */
  #outletOf(source: Source): string | undefined {
    return source.names
      .map(({ value }) => outletNamesOf(this.knowledge).named(value)?.name ?? this.#outlets.called(value, null))
      .find((outlet) => outlet !== null && outlet !== undefined) as string | undefined
  }

  /** All reports where people's word on who rests on whom is now another. Seldom: so nothing is kept to know which of them it is about. */
  #decidedOtherwise(morePut: boolean): Iterable<ReportId> {
    const said = decisionsOf(this.#decisions, 'fold', 'unfold')
    if (said.length === 0 && this.#originsSaid === nobodySaid) return []
    const decided = originDecisions(said, this.#taken, (name) => this.#isSource(name))
    const text = JSON.stringify([said, decided.orphans])
    if (text === this.#originsSaid && !morePut) return []
    this.#originDecisions = decided
    const isNew = text !== this.#originsSaid
    this.#originsSaid = said.length === 0 ? nobodySaid : text
    return isNew ? this.#taken.keys() : []
  }

  /** Whether anybody in the record goes by this name: a source as cited, a party, an outlet, whom a credit line names. */
  #isSource(name: string): boolean {
    return (this.#cited.get(folded(name)) ?? 0) > 0 || this.#names.isCalled(name) || this.#outlets.isKnown(name)
  }

  /** Works out who belongs to whom from the reports that changed, and gives the parties that name other kin now. */
  #kinSettled(reports: Iterable<ReportId>): ReadonlySet<EntityId> {
    const touched = new Set<EntityId>()
    for (const report of new Set(reports)) for (const id of this.#kin.put(report, this.#kinIn(report))) touched.add(id)
    const changed = this.#kin.settle(touched)
    for (const id of changed) {
      const party = this.#parties.get(id)
      if (party !== undefined) party.kin = this.#kin.of(id)
    }
    return changed
  }

  #kinIn(report: ReportId): readonly (readonly [EntityId, EntityId])[] {
    const saying = (this.#taken.get(report)?.statements ?? []).filter(
      ({ state, statement: { type, polarity, modality } }) =>
        state !== 'rejected' && (type === 'role' || type === 'control') && polarity === 'positive' && modality === 'actual',
    )
    const ids = (names: readonly string[]) => names.flatMap((name) => this.#meant(report, name)?.id ?? [])
    return saying.flatMap(({ statement }) =>
      ids(statement.agent).flatMap((holder) => ids(statement.patient).map((body) => [holder, body] as const)),
    )
  }

  /** The party a name in a report means; undefined for an unnamed one. */
  #meant(report: ReportId, name: string): JoinedParty | undefined {
    const parties = this.#taken.get(report)?.parties
    const party = parties?.parties[parties.byName.get(folded(tidy(name))) ?? -1]
    return party === undefined ? undefined : this.#names.partyOf(party.kind, party.name)
  }

  #sourceOf(party: JoinedParty): Source {
    const known = this.#sources.get(party.id)
    if (known !== undefined) return known
    const { id, kind, name } = party
    const source = { id, kind, name, names: this.#names.formsOf(party).map((value) => ({ value, reports: [] })) }
    this.#sources.set(id, source)
    return source
  }

  #namesOf(id: EntityId): readonly string[] | undefined {
    const party = this.#names.party(id)
    return party === undefined ? undefined : this.#sourceOf(party).names.map(({ value }) => value)
  }

  #partyOf(party: JoinedParty): KnownParty {
    const known = this.#parties.get(party.id)
    if (known !== undefined) return known
    const made = new KnownParty(party, isNamedParty(party.name, party.kind, this.#words), this.#kin.of(party.id))
    this.#parties.set(party.id, made)
    return made
  }

  #originGround(): OriginGround {
    const decided = () => this.#originDecisions
    return {
      outlets: outletNamesOf(this.knowledge),
      head: (report) => this.#taken.get(report)?.head,
      credits: (report) =>
        (this.#taken.get(report)?.credits ?? []).filter((name) => !this.#originDecisions.areApart(report, { report, names: [name] })),
      original: (report) => {
        const original = this.#copies.originalOf(report)
        return original === undefined || this.#originDecisions.areApart(report, { report: original, names: [] }) ? undefined : original
      },
      party: (report, name) => {
        const party = this.#meant(report, name)
        return party === undefined ? null : this.#sourceOf(party)
      },
      outletCalled: (name) => this.#outlets.called(name, this.#telling),
      get decided() {
        return decided()
      },
    }
  }

  /** Tells the statements of these reports anew, and lays those that say something else, or whose parties' kin are others, beside the accounts of the record. Gives those that say something else. */
  #tell(reports: ReadonlySet<ReportId>, kin: ReadonlySet<EntityId>): Set<StatementId> {
    const changed = new Set<StatementId>()
    for (const report of reports) {
      const taken = this.#taken.get(report)
      if (taken === undefined) continue
      const before = new Map(taken.told.map((told) => [told.id, told]))
      for (const { statement } of taken.statements) changed.add(statement.id)
      taken.told = this.#told(report, taken).map((told) => {
        const known = before.get(told.id)
        before.delete(told.id)
        if (known !== undefined && isSameTold(known, told)) return known
        this.#events.put(told, told.statement.modality === 'actual')
        return told
      })
      for (const id of before.keys()) {
        changed.add(id)
        this.#events.remove(id)
      }
      if (taken.isGone) this.#taken.delete(report)
    }
    for (const told of this.#tellingOf(kin)) this.#events.put(told, told.statement.modality === 'actual')
    return changed
  }

  #told(report: ReportId, { head, statements, lent }: Taken): readonly Told[] {
    this.#telling = report
    const parties = new Map<string, Party>()
    const partyOf = (name: string): Party => {
      const known = parties.get(name)
      if (known !== undefined) return known
      const party = this.#meant(report, name)
      const made = party === undefined ? unnamedParty(name) : this.#partyOf(party)
      parties.set(name, made)
      return made
    }
    const roots = new Map<string, readonly Root[]>()
    const rootsFrom = (statement: Statement): readonly Root[] => {
      const source = statement.sources.at(-1) ?? ''
      const known = roots.get(source) ?? rootsOf(report, statement, this.#origins)
      roots.set(source, known)
      return known
    }
    const partiesFrom = (names: readonly string[]) => (names.length === 0 ? nobody : names.map(partyOf))
    this.#rest(report)
    const story = this.#origins.original(report) ?? report
    const figure = storyFigure(
      statements.map(({ statement }) => statement),
      partyOf,
    )
    return statements
      .filter(({ state }) => state !== 'rejected')
      .map(({ statement }) => ({
        id: statement.id,
        report,
        story,
        published: head.published,
        statement,
        time: lent.has(statement) ? null : (statement.time?.edtf ?? null),
        agent: partiesFrom(statement.agent),
        patient: partiesFrom(statement.patient),
        recipient: partiesFrom(statement.recipient),
        place: partiesFrom(statement.place),
        roots: rootsFrom(statement),
        figure,
      }))
  }

  /** Notes on whose own voice a report rests, so that it is told anew when that one is. */
  #rest(report: ReportId): void {
    for (const other of this.#restsOn.get(report) ?? []) this.#restingOn.delete(other, report)
    const others = [this.#copies.originalOf(report), this.#originDecisions.ownVoiceRestsOn(report)?.report].flatMap((other) => other ?? [])
    for (const other of others) this.#restingOn.add(other, report)
    if (others.length === 0) this.#restsOn.delete(report)
    else this.#restsOn.set(report, others)
  }

  /** The statements that name one of these parties. */
  *#tellingOf(ids: ReadonlySet<EntityId>): Generator<Told> {
    for (const id of ids) {
      const party = this.#names.party(id)
      if (party === undefined) continue
      for (const report of this.#names.reportsOf(party))
        for (const told of this.#taken.get(report)?.told ?? []) if (isNamedIn(told, id)) yield told
    }
  }

  *#eventsNaming(id: EntityId): Generator<EventId> {
    for (const told of this.#tellingOf(new Set([id]))) {
      const event = told.statement.modality === 'actual' ? this.#events.eventOf(told.id) : null
      if (event !== null) yield event
    }
  }

  #decideEvents(): void {
    this.#mustJoin = false
    const said = decisionsOf(this.#decisions, 'join', 'split')
    this.#joinedOn = new Set(said.flatMap(({ act }) => (act.act === 'join' ? [act.a.report, act.b.report] : [act.statement.report])))
    const { events, orphans } = reviewedStatements(this.#readingsOf(this.#joinedOn), said)
    this.#events.decide(events)
    this.#joinOrphans = orphans
  }

  #readingsOf(reports: Iterable<ReportId>): readonly ReadReport[] {
    return [...new Set(reports)].flatMap((report) => (this.#taken.has(report) ? (this.readingOf(report) ?? []) : []))
  }

  /** Lets go of what is shown otherwise now. */
  #forgetShown(change: RecordChange, retold: ReadonlySet<ReportId>): RecordChange {
    const events = new Set(change.events)
    for (const id of change.events) for (const near of this.#related.put(id, this.#events.event(id))) events.add(near)
    for (const id of change.reports) this.#shownReports.delete(id)
    for (const id of retold) this.#shownStatements.delete(id)
    for (const id of change.statements) this.#shownStatements.delete(this.#events.reportOf(id) ?? ('' as ReportId))
    for (const id of change.entities) this.#shownEntities.delete(id)
    for (const id of events) this.#shownEvents.delete(id)
    return { ...change, events }
  }

  /** A happening as the record shows it, without what people said of its disputes. */
  event(id: EventId): Event | undefined {
    const joined = this.#events.event(id)
    if (joined === undefined) return undefined
    const related = this.#related.of(id)
    return { ...eventFrom(joined, this.#ground), ...(related.length === 0 ? {} : { related }) }
  }

  eventIds(): Iterable<EventId> {
    return this.#events.ids()
  }

  entity(id: EntityId): Entity | undefined {
    return this.#names.entity(id)
  }

  entityIds(): Iterable<EntityId> {
    return this.#names.ids()
  }

  /** The statements of a report as the record shows them. */
  statements(report: ReportId): readonly RecordStatement[] {
    return this.#taken.has(report) ? this.#statementsShown(report) : []
  }

  /** The report whose text a report prints. */
  originalOf(report: ReportId): ReportId | undefined {
    return this.#copies.originalOf(report)
  }

  /** The whole record, in order. What did not change since it was last asked for is the same object. */
  record(): Reconciled {
    const order = [...this.#taken.keys()].sort()
    const reports = order.map((id) => kept(this.#shownReports, id, () => this.#reportShown(id)))
    const events = judgedDisputes(
      [...this.eventIds()].sort().map((id) => kept(this.#shownEvents, id, () => this.event(id) as Event)),
      this.#decisions,
      this.#readingsOf(decisionsOf(this.#decisions, 'explain', 'settle', 'leave-open').map(({ act }) => act.statement.report)),
    )
    const rooted = order.flatMap((id) =>
      (this.#taken.get(id)?.told ?? []).map(({ report, statement: { sources }, roots }) => ({ report, sources, roots })),
    )
    const onNone = decisionsOf(this.#decisions, 'accept', 'reject', 'correct').filter(({ act }) => !this.#taken.has(act.statement.report))
    return {
      reports,
      statements: order.flatMap((id) => kept(this.#shownStatements, id, () => this.#statementsShown(id))),
      entities: [...this.entityIds()].sort().map((id) => kept(this.#shownEntities, id, () => this.entity(id) as Entity)),
      events: events.events,
      possible: this.#names.possible(),
      folds: originFolds(reports, rooted, this.#originDecisions),
      orphans: [
        ...reviewedStatements([], onNone).orphans,
        ...order.flatMap((id) => this.#taken.get(id)?.orphans ?? []),
        ...this.#joinOrphans,
        ...this.#names.orphans(),
        ...this.#originDecisions.orphans,
        ...events.orphans,
      ].sort((a, b) => a.line - b.line || (a.message < b.message ? -1 : 1)),
    }
  }

  #reportShown(id: ReportId): RecordReport {
    const { head, credits } = this.#taken.get(id) as Taken
    const originalId = this.#copies.originalOf(id)
    if (originalId === undefined) return { ...head, credits, copyOf: null }
    const [read, original] = [this.readingOf(id), this.readingOf(originalId)]
    const copy = read === undefined || original === undefined ? {} : { copy: changedInCopy(read, original) }
    return { ...head, credits, copyOf: originalId, ...copy }
  }

  #statementsShown(report: ReportId): readonly RecordStatement[] {
    const taken = this.#taken.get(report) as Taken
    const told = new Map(taken.told.map((one) => [one.id, one]))
    const ids = (names: readonly string[]) => [...new Set(names.flatMap((name) => this.#meant(report, name)?.id ?? []))]
    return taken.statements.map(({ statement, state, decidedBy }) => {
      const about = statement.modality === 'actual' ? null : this.#events.eventOf(statement.id)
      const roots = told.get(statement.id)?.roots ?? []
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
    })
  }
}

/** One for all roles in which nobody is named: most are. */
const nobody: readonly Party[] = []

function usesOf({ head, statements, parties }: Taken): readonly PartyUse[] {
  return partyUses(
    head.id,
    statements.map(({ statement }) => statement),
    parties,
  )
}

/** What stands for “nobody said who rests on whom”. */
const nobodySaid = '[]'

function byText(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  return new Map(decisions.map((decision) => [JSON.stringify(decision), decision]))
}

function isNamedIn({ agent, patient, recipient, place, figure }: Told, id: EntityId): boolean {
  return figure?.entity === id || [agent, patient, recipient, place].some((parties) => parties.some(({ entity }) => entity === id))
}

/** What is kept under a key, made where nothing is. */
function kept<K, V>(made: Map<K, V>, key: K, make: () => V): V {
  const known = made.get(key)
  if (known !== undefined) return known
  const value = make()
  made.set(key, value)
  return value
}
