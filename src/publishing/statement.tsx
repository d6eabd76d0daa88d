import type { Event, RecordStatement } from '../model/record.js'
import { standingTypes } from '../model/report.js'
import { detailWords, disputedIn } from './account.js'
import { disputeAddress, elementId, entityAddress, eventAddress } from './addresses.js'
import { attributeLabel, differenceNoun, happeningNoun } from './clauses.js'
import { When } from './dates.js'
import type { Shown } from './forms.js'
import type { Lookup } from './lookup.js'
import { StateMark, StatusMark } from './marks.js'
import { Chain } from './says.js'
import { Acts, Happening } from './statement-acts.js'
import { counted, listed, outletName } from './words.js'

/** A statement beside its passage: what was read, whose voice, how surely, why, and the acts a person can do. */
export function StatementArticle({
  statement,
  lookup,
  shown,
}: {
  readonly statement: RecordStatement
  readonly lookup: Lookup
  readonly shown: Shown
}) {
  const id = `about-${elementId(statement.id)}`
  const number = lookup.numberOf(statement.id)
  return (
    <article class={`statement ${statement.state}`} id={id} aria-labelledby={`${id}-h`} tabindex={-1}>
      <h3 id={`${id}-h`}>
        <a class="n" href={`#${elementId(statement.id)}`} aria-label={`${number}, show its words`}>
          {number}
        </a>{' '}
        <span class="what">{whatIsStated(statement)}</span> <StateMark statement={statement} />
      </h3>
      <dl>
        <Parties statement={statement} lookup={lookup} />
        <dt>When</dt>
        <dd>{statement.time === null ? 'not stated' : <Timed time={statement.time} />}</dd>
        {Object.entries(statement.detail).map(([key, value]) => (
          <>
            <dt>{attributeLabel(statement.type, key)}</dt>
            <dd>
              <bdi>{typeof value === 'object' ? listed(value) : detailWords(String(value))}</bdi>
            </dd>
          </>
        ))}
        <dt>Voice</dt>
        <dd>
          <VoiceChain statement={statement} lookup={lookup} />
        </dd>
        {statement.certainty === 'hedged' ? (
          <>
            <dt>Surely</dt>
            <dd>
              {statement.hedge === undefined ? (
                'hedged in its own words'
              ) : (
                <>
                  hedged: <span class="hedge">{statement.hedge.exact}</span>
                </>
              )}
            </dd>
          </>
        ) : null}
      </dl>
      <Standing statement={statement} lookup={lookup} />
      {statement.decidedBy === undefined ? null : <p class="small">“{statement.decidedBy.because}”</p>}
      {statement.why.length === 0 ? null : (
        <details class="why">
          <summary>
            Why<span class="vh"> statement {number} was read so</span>
          </summary>
          <ul class="small">
            {statement.why.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </details>
      )}
      <Happening statement={statement} lookup={lookup} />
      <Acts statement={statement} number={number} lookup={lookup} problem={shown.problem?.form === id ? shown.problem : undefined} />
    </article>
  )
}

/** "arrest", "notice, said not to have happened", "release, demanded". */
function whatIsStated({ type, detail, polarity, modality }: RecordStatement): string {
  const words = Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, String(value)]))
  const noun = happeningNoun(type, words)
  const manner = [modality === 'actual' ? '' : modality, polarity === 'negative' ? 'said not to have happened' : ''].filter(
    (word) => word !== '',
  )
  return [noun, ...manner].join(', ')
}

function Timed({ time }: { readonly time: NonNullable<RecordStatement['time']> }) {
  return (
    <>
      <When edtf={time.edtf} />
      {time.text === '' ? null : (
        <>
          , from <q>{time.text}</q>
        </>
      )}
    </>
  )
}

const partyKeys = [
  ['agent', 'agentEntities'],
  ['patient', 'patientEntities'],
  ['recipient', 'recipientEntities'],
  ['place', 'placeEntities'],
] as const

/** Journeys, deaths and names are whole without somebody who did them; for the rest, that no doer is named is worth saying. */
function needsAgent({ type }: RecordStatement): boolean {
  return type !== 'travel' && type !== 'death' && type !== 'alias'
}

function Parties({ statement, lookup }: { readonly statement: RecordStatement; readonly lookup: Lookup }) {
  return (
    <>
      {partyKeys.map(([key, entities]) =>
        statement[key].length === 0 && !(key === 'agent' && needsAgent(statement)) ? null : (
          <>
            <dt>{attributeLabel(statement.type, key)}</dt>
            <dd>
              {statement[key].length === 0
                ? 'not stated'
                : statement[key].map((name, index) => {
                    const entity = statement[entities][index]
                    const words = <bdi>{name}</bdi>
                    return (
                      <>
                        {index === 0 ? null : '; '}
                        {entity === undefined || lookup.entity(entity) === undefined ? words : <a href={entityAddress(entity)}>{words}</a>}
                      </>
                    )
                  })}
            </dd>
          </>
        ),
      )}
    </>
  )
}

/** "InfoMigrants, from Reuters, from an interior-ministry source", or the outlet itself. */
function VoiceChain({ statement, lookup }: { readonly statement: RecordStatement; readonly lookup: Lookup }) {
  const report = lookup.report(statement.report)
  const outlet = report === undefined ? 'the outlet' : outletName(report)
  return (
    <>
      <bdi>{outlet}</bdi>
      {statement.sources.length === 0 ? ' itself' : <Chain sources={statement.sources} />}
      <LeadsBack statement={statement} outlet={outlet} />
    </>
  )
}

/** The origin it leads back to, where the chain as printed does not end with that name: a copy, a credit line, another name of the party. */
function LeadsBack({ statement: { sources, roots = [] }, outlet }: { readonly statement: RecordStatement; readonly outlet: string }) {
  const last = sources.at(-1) ?? outlet
  if (roots.length === 0 || (roots.length === 1 && roots[0] === last)) return null
  return (
    <>
      ; counted as <bdi>{listed(roots, 'or')}</bdi>
    </>
  )
}

/** Where the statement stands in the record: the happening it tells or bears on, and what accounts differ on there. */
function Standing({ statement, lookup }: { readonly statement: RecordStatement; readonly lookup: Lookup }) {
  const tells = lookup.eventTold(statement.id)
  const event = tells ?? (statement.bearsOn === undefined ? undefined : lookup.event(statement.bearsOn))
  if (event === undefined) return null
  const others = event.statements.length - (tells === undefined ? 0 : 1)
  const words = tells === undefined ? 'Bears on a happening' : standingTypes.includes(event.type) ? 'Standing fact' : 'Happening'
  const address = placeOf(event)
  return (
    <p class="small">
      {address === null ? words : <a href={address}>{words}</a>}
      {others > 0 ? ` with ${counted(others, 'other statement')}` : ', told by this statement alone'}. <Disputed event={event} />
    </p>
  )
}

/** Where an event is shown: on the timeline, or, for an office or a tie, on the page of whoever has it. */
function placeOf(event: Event): string | null {
  if (!standingTypes.includes(event.type)) return eventAddress(event.id)
  const entity = [...event.agent.values, ...event.patient.values].find((value) => value.entity !== undefined)?.entity
  return entity === undefined ? null : entityAddress(entity)
}

function Disputed({ event }: { readonly event: Event }) {
  const differ = disputedIn(event)
  return (
    <>
      {differ.map(({ key }) => (
        <>
          <StatusMark status="disputed">
            <a href={disputeAddress(event.id, key)}>{differenceNoun(key)}</a>
          </StatusMark>{' '}
        </>
      ))}
    </>
  )
}
