import { AttestError } from '../model/errors.js'
import type { EntityId, ReportId } from '../model/ids.js'
import type { CaseView, Entity, Event, RecordStatement } from '../model/record.js'
import { standingTypes } from '../model/report.js'
import { EventMarks, eventNoun } from './account.js'
import { doneInWords } from './acts-in-words.js'
import { entityAddress, eventAddress, passageBlockAddress } from './addresses.js'
import { When, whenInWords } from './dates.js'
import { reportsNaming } from './entities-page.js'
import { DoneLine, type Shown, UndoForm } from './forms.js'
import { type LoggedDecision, loggedDecisions } from './logged-decisions.js'
import { type Lookup, lookUp } from './lookup.js'
import { Maybe } from './maybe.js'
import { Says, statementsIn } from './says.js'
import { html, Page } from './shell.js'
import { capital, counted, listed, reportName } from './words.js'

/** One party or place: every name it bears and where each is used, why they were joined, what it is told in, and who may be the same. */
export function entityPage(view: CaseView, id: EntityId, shown: Shown = {}): string {
  const lookup = lookUp(view)
  const entity = lookup.entity(id)
  if (entity === undefined)
    throw new AttestError('page/no-entity', `This case knows no party ${id}. A decision may have joined it with another.`)
  const statements = view.record.statements.filter((statement) => concerns(statement, id))
  const events = view.record.events.filter((event) => takesPart(event, id))
  const possible = view.record.possible.filter(({ a, b }) => a === id || b === id)
  return html(
    <Page view={view} title={entity.name} place="People">
      <DoneLine shown={shown} view={view} back={entityAddress(id)} />
      <div class="title">
        <p class="note">
          <a href="/entities">All who are named</a> · {kindWords[entity.kind]}
        </p>
        <h1>
          <bdi>{entity.name}</bdi>
        </h1>
        <Described events={events} id={id} />
        <p class="note">{concern(view, entity, statements)}</p>
      </div>
      <Names entity={entity} lookup={lookup} decisions={joiningDecisions(view, entity)} />
      <Offices events={events.filter(({ type }) => standingTypes.includes(type))} lookup={lookup} />
      <Happenings events={events.filter(({ type }) => !standingTypes.includes(type))} />
      {possible.length === 0 ? null : (
        <section aria-labelledby="maybe">
          <h2 id="maybe">Possibly the same</h2>
          <p class="note">
            The score is the sum of the reasons shown. It orders this list; it decides nothing. A shared by-name alone never joins two
            people.
          </p>
          {possible.map((match) => (
            <Maybe match={match} lookup={lookup} back={`${entityAddress(id)}#maybe`} />
          ))}
        </section>
      )}
    </Page>,
  )
}

const kindWords: Readonly<Record<Entity['kind'], string>> = {
  person: 'person',
  organization: 'body',
  place: 'place',
  facility: 'facility',
  law: 'law',
  publication: 'publication',
}

function concerns(statement: RecordStatement, id: EntityId): boolean {
  const { agentEntities, patientEntities, recipientEntities, placeEntities } = statement
  return [agentEntities, patientEntities, recipientEntities, placeEntities].some((entities) => entities.includes(id))
}

function takesPart(event: Event, id: EntityId): boolean {
  return [event.agent, event.patient, event.recipient, event.place].some(({ values }) => values.some(({ entity }) => entity === id))
}

/** The offices accounts give, as theirs. */
function Described({ events, id }: { readonly events: readonly Event[]; readonly id: EntityId }) {
  const offices = events.flatMap((event) =>
    event.type === 'role' && event.agent.values.some(({ entity }) => entity === id) ? [officeWords(event)] : [],
  )
  const seen = new Map(offices.filter((office) => office !== '').map((office) => [office.toLowerCase(), office]))
  const some = [...seen.values()].slice(0, mostTitles)
  return some.length === 0 ? null : <p class="lead">Described as {listed(some, 'and as')}.</p>
}

/** "director of Mitiga prison", the office and where it is held. */
function officeWords(event: Event): string {
  const title = listed(
    (event.detail.title?.values ?? []).map(({ value }) => value),
    'or',
  )
  const at = listed(
    event.patient.values.map(({ value }) => value),
    'or',
  )
  if (title === '') return at === '' ? '' : `holding an office at ${at}`
  return at === '' || title.includes(at) ? title : `${title} of ${at}`
}

/** More titles than this are a list and stand in the section on offices. */
const mostTitles = 3

function concern({ record }: CaseView, entity: Entity, statements: readonly RecordStatement[]): string {
  const waiting = statements.filter(({ state }) => state === 'proposed').length
  const named = `Named in ${reportsNaming(entity)} of ${counted(record.reports.length, 'report')}.`
  if (statements.length === 0) return `${named} No statement read concerns it.`
  return `${named} ${capital(counted(statements.length, 'statement'))} ${statements.length === 1 ? 'concerns' : 'concern'} it${
    waiting === 0 ? '' : `, ${waiting} of them not yet accepted`
  }.`
}

/** Decisions in force that joined names this entity bears, or kept them apart. */
function joiningDecisions(view: CaseView, entity: Entity): readonly LoggedDecision[] {
  const names = new Set(entity.names.map(({ value }) => value))
  names.add(entity.name)
  return loggedDecisions(view).filter(
    ({ act, undoneBy }) =>
      undoneBy === null &&
      (act.act === 'same' || act.act === 'not-same' || act.act === 'unsure') &&
      (names.has(act.a.name) || names.has(act.b.name)),
  )
}

function Names({
  entity,
  lookup,
  decisions,
}: {
  readonly entity: Entity
  readonly lookup: Lookup
  readonly decisions: readonly LoggedDecision[]
}) {
  return (
    <section aria-labelledby="names">
      <h2 id="names">Every name, and who uses it</h2>
      <table class="names list">
        <thead>
          <tr>
            <th scope="col">As printed</th>
            <th scope="col">Who uses it</th>
          </tr>
        </thead>
        <tbody>
          {namesInOrder(entity).map(({ value, reports }) => (
            <tr>
              <th scope="row">
                <bdi>{value}</bdi>
              </th>
              <td data-label="Used by">
                {reports.map((report, index) => (
                  <>
                    {index === 0 ? null : '; '}
                    <Use name={value} report={report} lookup={lookup} />
                  </>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entity.because.length === 0 ? null : (
        <>
          <h3>Why these names were joined</h3>
          <ul class="reasons plain">
            {entity.because.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </>
      )}
      {decisions.length === 0 ? null : (
        <>
          <h3>What people decided</h3>
          <ul class="log">
            {decisions.map(({ line, who, because, act }) => (
              <li>
                <p>
                  {doneInWords(act)} <bdi>{who}</bdi>: “{because}”
                </p>
                <UndoForm line={line} what={doneInWords(act)} back={entityAddress(entity.id)} />
              </li>
            ))}
          </ul>
          <p class="note">Taking a join back returns every statement to the name it was made under.</p>
        </>
      )}
    </section>
  )
}

/** The name the party goes by first, then those most reports use. */
function namesInOrder({ name, names }: Entity): Entity['names'] {
  return [...names].sort(
    (a, b) => Number(b.value === name) - Number(a.value === name) || b.reports.length - a.reports.length || a.value.localeCompare(b.value),
  )
}

/** A report that uses the name, leading to the first place where it stands. */
function Use({ name, report, lookup }: { readonly name: string; readonly report: ReportId; readonly lookup: Lookup }) {
  const head = lookup.report(report)
  const read = lookup.read(report)
  const words = <bdi>{head === undefined ? 'a report' : reportName(head)}</bdi>
  const at =
    read === undefined
      ? -1
      : (read.mentions.find(({ start, end }) => read.text.slice(start, end) === name)?.start ?? read.text.indexOf(name))
  return read === undefined || at === -1 ? words : <a href={passageBlockAddress(read, at)}>{words}</a>
}

/** Offices, other names and pacts: facts that stand for a time. */
function Offices({ events, lookup }: { readonly events: readonly Event[]; readonly lookup: Lookup }) {
  if (events.length === 0) return null
  return (
    <section aria-labelledby="offices">
      <h2 id="offices">Offices and ties, as stated</h2>
      <ul class="events">
        {events.map((event) => (
          <li class="office">
            <h3>{standingWords(event)}</h3>
            <details class="who">
              <summary>
                <EventMarks event={event} /> <span class="more">who says so</span>
              </summary>
              <Says statements={statementsIn(event.statements, lookup)} lookup={lookup} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

function standingWords(event: Event): string {
  const values = (attribute: Event['agent']) => listed(attribute.values.map(({ value }) => value))
  const agent = values(event.agent)
  if (event.type === 'role') return [capital(officeWords(event) || 'an office'), agent].filter((part) => part !== '').join(': ')
  return `${eventNoun(event)}: ${[agent, values(event.patient), values(event.recipient)].filter((part) => part !== '').join('; ')}`
}

function Happenings({ events }: { readonly events: readonly Event[] }) {
  if (events.length === 0) return null
  const key = ({ time, id }: Event) => `${time.values[0]?.value ?? '9999'} ${id}`
  const inOrder = [...events].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return (
    <section aria-labelledby="told">
      <h2 id="told">Told in</h2>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Happening</th>
            <th scope="col">When</th>
            <th scope="col">Standing</th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map((event) => {
            const when = whenInWords(event.time, null)
            const first = event.time.values[0]?.value
            return (
              <tr>
                <th scope="row">
                  <a href={eventAddress(event.id)}>{eventNoun(event)}</a>
                </th>
                <td data-label="When">{first === undefined || event.time.status === 'disputed' ? when.words : <When edtf={first} />}</td>
                <td data-label="Standing">
                  <EventMarks event={event} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
