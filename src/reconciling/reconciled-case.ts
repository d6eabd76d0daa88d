import { type Decision, decisionsInForce } from '../model/decision.js'
import type { EntityId, EventId, ReportId, StatementId } from '../model/ids.js'
import type { Knowledge } from '../model/packs.js'
import type { Entity, Event, Orphan, Reconciled, RecordReport, RecordStatement } from '../model/record.js'
import type { ReadReport, ReportHead, Statement } from '../model/report.js'
import { Account } from './account.js'
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
import { type OriginGround, type OriginHead, outletKey, type Root, rootsOf } from './origins.js'
import { OutletIndex } from './outlet-index.js'
import { outletNamesOf } from './outlet-names.js'
import type { PartyGround } from './party-attribute.js'
import type { PartyUse } from './party-names.js'
import { partyUses } from './party-uses.js'
import { quantitiesOf } from './quantities.js'
import { RelatedEvents } from './related-events.js'
import { placesByName, type ReportParty, reportParties, tidy } from './report-parties.js'
import { type ReviewedStatement, reviewedStatements } from './reviewed-statements.js'
import { isSameTold, saidText } from './same-told.js'
import { SetsByKey } from './sets-by-key.js'
import { SharedTexts, SharedThings } from './shared-things.js'
import { castOf, nobodyNamed, storyFigure } from './story-figure.js'
import { KnownParty, type Party, type Said, type Told, unnamedParty } from './told.js'

/** What one more report or decision changed in the record; things that are gone are named too. */
export interface RecordChange {
  readonly reports: ReadonlySet<ReportId>
  readonly statements: ReadonlySet<StatementId>
  readonly entities: ReadonlySet<EntityId>
  readonly events: ReadonlySet<EventId>
}

/** A party as origins ask for it: by all its names. */
type Source = NonNullable<ReturnType<OriginGround['party']>>

/** A party of a report and what it says of it; one object for all reports that use a name and say the same. */
type NamedUse = Omit<PartyUse, 'report'>

/** A report as far as the record has worked it out, without its words: those stay in the reading. */
interface Taken {
  readonly head: OriginHead
  readonly published: string | null
  readonly uses: readonly NamedUse[]
  /** Who holds an office where, as its statements name them. */
  readonly offices: readonly Pick<Statement, 'agent' | 'patient'>[]
  /** The sources it cites. */
  readonly cited: readonly string[]
  readonly credits: readonly string[]
  readonly orphans: readonly Orphan[]
  readonly isGone?: true
  /** The statements that count, as they were last told. */
  told: readonly Account[]
}

/** The statements of a report as people corrected and judged them, with those whose day is another happening's. */
interface Worked {
  readonly statements: readonly ReviewedStatement[]
  readonly lent: ReadonlySet<Statement>
}

/** Reports put since the record was last settled whose statements are held until they are told; of the others the reading is asked for again. */
const mostHeld = 1_000
/** Reports of which is held which party each name means: those told now, and those they rest on. */
const mostMeanings = 1_000

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
 * Readings are not kept here, nor the words of statements: where they are wanted again, `readingOf` is asked, which must give the reading that was put last.
 */
export class ReconciledCase {
  readonly #taken = new Map<ReportId, Taken>()
  readonly #names: NameIndex
  readonly #copies = new CopyIndex()
  readonly #outlets = new OutletIndex()
  readonly #kin = new KinIndex()
  readonly #events: EventIndex
  readonly #related = new RelatedEvents((id) => this.#events.typeOf(id))
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
  readonly #texts = new SharedTexts()
  readonly #said = new SharedThings<Said>()
  readonly #uses = new SharedThings<NamedUse>()
  readonly #roots = new SharedThings<readonly Root[]>()
  readonly #unnamed = new SharedThings<readonly Party[]>()
  readonly #meanings = new Map<readonly NamedUse[], ReadonlyMap<string, number>>()
  /** The report that is being told. */
  #telling: ReportId | null = null

  // What was put or decided since it was last settled.
  readonly #put = new Set<ReportId>()
  readonly #held = new Map<ReportId, Worked>()
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
    this.#put.add(read.report.id)
    this.#takeIn(read)
    if (this.#joinedOn.has(read.report.id)) this.#mustJoin = true
  }

  /** Takes a report out again. */
  remove(report: ReportId): void {
    this.#put.add(report)
    this.#takeOut(report)
    if (this.#joinedOn.has(report)) this.#mustJoin = true
  }

  /** All decisions of the log, in the place of those before. */
  decide(decisions: readonly Decision[]): void {
    this.#decided = decisions
  }

  /** Works out what was put and decided, and gives what changed by it. */
  settle(): RecordChange {
    const events = new Set<EventId>()
    if (this.#decided !== null) this.#follow(decisionsInForce(this.#decided), events)
    const put = new Set(this.#put)
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
    this.#held.clear()
    const happenings = this.#events.settle()
    for (const { told } of happenings.about) statements.add(told.id)
    for (const id of happenings.events) events.add(id)
    for (const id of parties.called) for (const event of this.#eventsNaming(id)) events.add(event)
    const reports = new Set([...put, ...copies])
    for (const report of put) for (const other of this.#restingOn.get(report)) reports.add(other)
    const shownAnew = [...again, ...[...happenings.about].map(({ told }) => told.report)]
    return this.#forgetShown({ reports, statements, entities: parties.entities, events }, shownAnew)
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
      const account = this.#taken.get(act.statement.report)?.told.find(({ told }) => told.id === act.statement.statement)
      if (account?.happening?.id != null) events.add(account.happening.id)
    }
  }

  #putAgain(report: ReportId): void {
    const taken = this.#taken.get(report)
    const read = taken === undefined || taken.isGone === true ? undefined : this.readingOf(report)
    if (read !== undefined) this.put(read)
  }

  #takeIn(read: ReadReport): void {
    const { report, fingerprint } = read
    const before = this.#taken.get(report.id)
    const { statements, orphans } = reviewedStatements([read], this.#decisionsOn.get(report.id) ?? [])
    const corrected = { ...read, statements: statements.map(({ statement }) => statement) }
    const uses = partyUses(report.id, corrected.statements, reportParties(corrected, this.#words)).map((use) => this.#sharedUse(use))
    const credits = this.#texts.list(creditsOf(read, outletNamesOf(this.knowledge)))
    const cited = this.#texts.list([...new Set(corrected.statements.flatMap(({ sources }) => sources.map(folded)))].sort())
    this.#taken.set(report.id, {
      head: this.#headOf(report),
      published: report.published === null ? null : this.#texts.shared(report.published),
      uses,
      offices: statements.flatMap((one) => (saysOffice(one) ? [this.#officeOf(one)] : [])),
      cited,
      credits,
      orphans: orphans.length === 0 ? noOrphans : orphans,
      told: before?.told ?? noAccounts,
    })
    this.#hold(report.id, { statements, lent: withLentTimes(corrected) })
    this.#cite(before?.cited ?? [], -1)
    this.#cite(cited, 1)
    this.#names.put(usesIn(report.id, uses), usesIn(report.id, before?.uses ?? []))
    this.#outlets.put(report.id, { outlet: report.outlet, credits })
    this.#copies.put(fingerprint === undefined ? { report } : { report, fingerprint })
  }

  #headOf({ outlet, author, url }: ReportHead): OriginHead {
    const shared = (text: string | null) => (text === null ? null : this.#texts.shared(text))
    // An address speaks for an outlet only where the report names none.
    return { outlet: shared(outlet), author: shared(author), url: outlet === null ? url : null }
  }

  #sharedUse({ party: { kind, name, forms }, context }: PartyUse): NamedUse {
    const said = [...new Set(context)].sort()
    return this.#uses.get([kind, name, forms.join('\n'), said.join('\n')].join('\t'), () => {
      const party: ReportParty = { kind, name: this.#texts.shared(name), forms: this.#texts.list(forms) }
      return { party, context: this.#texts.list(said) }
    })
  }

  #officeOf({ statement: { agent, patient } }: ReviewedStatement): Pick<Statement, 'agent' | 'patient'> {
    return { agent: this.#texts.list(agent), patient: this.#texts.list(patient) }
  }

  #hold(report: ReportId, worked: Worked): void {
    if (this.#held.size < mostHeld) this.#held.set(report, worked)
    else this.#held.delete(report)
  }

  /** The statements of a report: as they were worked out when it was put, or anew from its reading. */
  #workedOf(report: ReportId): Worked {
    const held = this.#held.get(report)
    const read = held === undefined ? this.readingOf(report) : undefined
    if (held !== undefined || read === undefined) return held ?? { statements: [], lent: new Set() }
    const { statements } = reviewedStatements([read], this.#decisionsOn.get(report) ?? [])
    return { statements, lent: withLentTimes({ ...read, statements: statements.map(({ statement }) => statement) }) }
  }

  #takeOut(report: ReportId): void {
    const taken = this.#taken.get(report)
    if (taken === undefined) return
    this.#cite(taken.cited, -1)
    this.#names.put([], usesIn(report, taken.uses))
    this.#taken.set(report, { ...taken, uses: [], offices: [], cited: [], isGone: true })
    this.#held.delete(report)
    this.#outlets.put(report, null)
    this.#copies.remove(report)
  }

  /** Counts the sources that reports cite, so that a decision on a name is known to have something to stand on. */
  #cite(sources: readonly string[], by: 1 | -1): void {
    for (const source of sources) {
      const times = (this.#cited.get(source) ?? 0) + by
      if (times > 0) this.#cited.set(source, times)
      else this.#cited.delete(source)
    }
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
    return this.#cited.has(folded(name)) || this.#names.isCalled(name) || this.#outlets.isKnown(name)
  }

  /** Works out who belongs to whom from the reports that changed, and gives the parties that name other kin now. */
  #kinSettled(reports: Iterable<ReportId>): ReadonlySet<EntityId> {
    const touched = new Set<EntityId>()
    for (const report of new Set(reports)) for (const id of this.#kin.put(report, this.#kinIn(report))) touched.add(id)
    const changed = this.#kin.settle(touched)
    for (const id of changed) this.#parties.delete(id)
    return changed
  }

  #kinIn(report: ReportId): readonly (readonly [EntityId, EntityId])[] {
    const ids = (names: readonly string[]) => names.flatMap((name) => this.#meant(report, name)?.id ?? [])
    return (this.#taken.get(report)?.offices ?? []).flatMap(({ agent, patient }) =>
      ids(agent).flatMap((holder) => ids(patient).map((body) => [holder, body] as const)),
    )
  }

  /** The party a name in a report means; undefined for an unnamed one. */
  #meant(report: ReportId, name: string): JoinedParty | undefined {
    const uses = this.#taken.get(report)?.uses ?? []
    const party = uses[this.#placesIn(uses).get(folded(tidy(name))) ?? -1]?.party
    return party === undefined ? undefined : this.#names.partyOf(party.kind, party.name)
  }

  #placesIn(uses: readonly NamedUse[]): ReadonlyMap<string, number> {
    if (this.#meanings.size >= mostMeanings) this.#meanings.clear()
    return kept(this.#meanings, uses, () => placesByName(uses.map(({ party }) => party)))
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
      const before = new Map(taken.told.map((account) => [account.told.id, account]))
      const worked: Worked = taken.isGone === true ? { statements: [], lent: new Set() } : this.#workedOf(report)
      for (const { statement } of worked.statements) changed.add(statement.id)
      taken.told = this.#told(report, taken, worked).map((told) => {
        const known = before.get(told.id)
        before.delete(told.id)
        return known !== undefined && isSameTold(known.told, told) ? known : this.#putAccount(told, known)
      })
      for (const [id, account] of before) {
        changed.add(id)
        this.#events.remove(account)
      }
      if (taken.isGone) this.#taken.delete(report)
    }
    this.#tellOfKin(kin)
    return changed
  }

  #putAccount(told: Told, before: Account | undefined): Account {
    if (before !== undefined) this.#events.remove(before)
    const account = new Account(told, told.statement.modality === 'actual')
    this.#events.put(account)
    return account
  }

  /** Lays the accounts that name one of these parties beside others anew, with the kin it names now. */
  #tellOfKin(kin: ReadonlySet<EntityId>): void {
    const partyNow = (party: Party) => {
      const joined = party.entity !== null && kin.has(party.entity) ? this.#names.party(party.entity) : undefined
      return joined === undefined ? party : this.#partyOf(joined)
    }
    for (const report of new Set([...kin].flatMap((id) => [...this.#reportsNaming(id)]))) {
      const taken = this.#taken.get(report)
      if (taken === undefined) continue
      taken.told = taken.told.map((account) => {
        const { told } = account
        if (!partiesOf(told).some((party) => partyNow(party) !== party)) return account
        const now = (parties: readonly Party[]) => listOf(parties.map(partyNow))
        return this.#putAccount(
          {
            ...told,
            agent: now(told.agent),
            patient: now(told.patient),
            recipient: now(told.recipient),
            place: now(told.place),
            figure: told.figure === null ? null : partyNow(told.figure),
          },
          account,
        )
      })
    }
  }

  #told(report: ReportId, { published }: Taken, { statements, lent }: Worked): readonly Told[] {
    this.#telling = report
    const parties = new Map<string, readonly Party[]>()
    const partiesCalled = (name: string): readonly Party[] =>
      kept(parties, name, () => {
        const party = this.#meant(report, name)
        return party === undefined ? this.#unnamed.get(name, () => [unnamedParty(name)]) : this.#partyOf(party).alone
      })
    const roots = new Map<string, readonly Root[]>()
    const rootsFrom = (statement: Statement): readonly Root[] =>
      kept(roots, statement.sources.at(-1) ?? '', () => this.#sharedRoots(rootsOf(report, statement, this.#origins)))
    const partiesFrom = (names: readonly string[]) =>
      names.length === 1 ? partiesCalled(names[0] ?? '') : listOf(names.flatMap(partiesCalled))
    this.#rest(report)
    const figure = storyFigure(
      statements.map(({ statement }) => statement),
      (name) => partiesCalled(name)[0] ?? unnamedParty(name),
    )
    const story = this.#origins.original(report) ?? report
    const namesWhom = ({ patient }: Statement) => patient.some((name) => partiesCalled(name)[0]?.named)
    const counted = statements.flatMap(({ state, statement }) => (state === 'rejected' ? [] : [statement]))
    const cast = counted.every(namesWhom) ? nobodyNamed : castOf(counted, partiesCalled, this.#ground.places)
    return statements
      .filter(({ state }) => state !== 'rejected')
      .map(({ statement }): Told => {
        const stated = statement.time === null ? null : this.#texts.shared(statement.time.edtf)
        return {
          id: statement.id,
          report,
          story,
          published,
          statement: this.#sharedSaid(statement),
          start: statement.quote.start,
          end: statement.quote.end,
          stated,
          time: lent.has(statement) ? null : stated,
          agent: partiesFrom(statement.agent),
          patient: partiesFrom(statement.patient),
          recipient: partiesFrom(statement.recipient),
          place: partiesFrom(statement.place),
          roots: rootsFrom(statement),
          figure,
          cast: namesWhom(statement) ? nobodyNamed : cast,
        }
      })
  }

  #sharedSaid(statement: Statement): Said {
    return this.#said.get(saidText(statement), () => {
      const { type, sources, polarity, certainty, modality, detail } = statement
      return { type, sources: this.#texts.list(sources), polarity, certainty, modality, detail }
    })
  }

  #sharedRoots(roots: readonly Root[]): readonly Root[] {
    return this.#roots.get(roots.map(({ key, label, author = '' }) => [key, label, author].join('\t')).join('\n'), () => roots)
  }

  /** Notes on whose own voice a report rests, so that it is told anew when that one is. */
  #rest(report: ReportId): void {
    for (const other of this.#restsOn.get(report) ?? []) this.#restingOn.delete(other, report)
    const others = [this.#copies.originalOf(report), this.#originDecisions.ownVoiceRestsOn(report)?.report].flatMap((other) => other ?? [])
    for (const other of others) this.#restingOn.add(other, report)
    if (others.length === 0) this.#restsOn.delete(report)
    else this.#restsOn.set(report, others)
  }

  #reportsNaming(id: EntityId): Iterable<ReportId> {
    const party = this.#names.party(id)
    return party === undefined ? [] : this.#names.reportsOf(party)
  }

  *#eventsNaming(id: EntityId): Generator<EventId> {
    for (const report of this.#reportsNaming(id))
      for (const { told, tells, happening } of this.#taken.get(report)?.told ?? [])
        if (tells && happening?.id != null && partiesOf(told).some(({ entity }) => entity === id)) yield happening.id
  }

  #decideEvents(): void {
    this.#mustJoin = false
    const said = decisionsOf(this.#decisions, 'join', 'split')
    this.#joinedOn = new Set(said.flatMap(({ act }) => (act.act === 'join' ? [act.a.report, act.b.report] : [act.statement.report])))
    const { events, orphans } = reviewedStatements(this.#readingsOf(this.#joinedOn), said)
    this.#events.decide(
      events,
      [...this.#joinedOn].flatMap((report) => this.#taken.get(report)?.told ?? []),
    )
    this.#joinOrphans = orphans
  }

  #readingsOf(reports: Iterable<ReportId>): readonly ReadReport[] {
    return [...new Set(reports)].flatMap((report) => (this.#taken.has(report) ? (this.readingOf(report) ?? []) : []))
  }

  /** Lets go of what is shown otherwise now. */
  #forgetShown(change: RecordChange, retold: Iterable<ReportId>): RecordChange {
    const events = new Set(change.events)
    for (const id of change.events) for (const near of this.#related.put(id, this.#events.event(id))) events.add(near)
    for (const id of change.reports) this.#shownReports.delete(id)
    for (const id of retold) this.#shownStatements.delete(id)
    for (const id of change.entities) this.#shownEntities.delete(id)
    for (const id of events) this.#shownEvents.delete(id)
    return { ...change, events }
  }

  /** A happening as the record shows it, without what people said of its disputes. */
  event(id: EventId): Event | undefined {
    const joined = this.#events.event(id)
    if (joined === undefined) return undefined
    const related = this.#related.of(joined)
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
      (this.#taken.get(id)?.told ?? []).map(({ told: { report, statement, roots } }) => ({ report, sources: statement.sources, roots })),
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
    const { credits } = this.#taken.get(id) as Taken
    const originalId = this.#copies.originalOf(id)
    const read = this.readingOf(id)
    if (read === undefined) throw new Error(`the reading of ${id} was put and is not to be had any more`)
    const head = read.report
    if (originalId === undefined) return { ...head, credits, copyOf: null }
    const original = this.readingOf(originalId)
    const copy = original === undefined ? {} : { copy: changedInCopy(read, original) }
    return { ...head, credits, copyOf: originalId, ...copy }
  }

  #statementsShown(report: ReportId): readonly RecordStatement[] {
    const taken = this.#taken.get(report) as Taken
    const accounts = new Map(taken.told.map((account) => [account.told.id, account]))
    const ids = (names: readonly string[]) => [...new Set(names.flatMap((name) => this.#meant(report, name)?.id ?? []))]
    return this.#workedOf(report).statements.map(({ statement, state, decidedBy }) => {
      const account = accounts.get(statement.id)
      const about = account === undefined || account.tells ? null : (account.happening?.id ?? null)
      const roots = account?.told.roots ?? []
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

const noAccounts: readonly Account[] = []
const noOrphans: readonly Orphan[] = []

/** A list of parties; one and the same where it is nobody, or one party alone. */
function listOf(parties: readonly Party[]): readonly Party[] {
  const [first] = parties
  if (first === undefined) return nobody
  return parties.length === 1 && first instanceof KnownParty ? first.alone : parties
}

function usesIn(report: ReportId, uses: readonly NamedUse[]): readonly PartyUse[] {
  return uses.map(({ party, context }) => ({ report, party, context }))
}

/** Whether it says that somebody holds an office, or runs a body. */
function saysOffice({ state, statement: { type, polarity, modality } }: ReviewedStatement): boolean {
  return state !== 'rejected' && (type === 'role' || type === 'control') && polarity === 'positive' && modality === 'actual'
}

/** What stands for “nobody said who rests on whom”. */
const nobodySaid = '[]'

function byText(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  return new Map(decisions.map((decision) => [JSON.stringify(decision), decision]))
}

/** Everybody a statement names or its report is about. */
function partiesOf({ agent, patient, recipient, place, figure }: Told): readonly Party[] {
  return [...agent, ...patient, ...recipient, ...place, ...(figure === null ? [] : [figure])]
}

/** What is kept under a key, made where nothing is. */
function kept<K, V>(made: Map<K, V>, key: K, make: () => V): V {
  const known = made.get(key)
  if (known !== undefined) return known
  const value = make()
  made.set(key, value)
  return value
}
