import type { Event, RecordStatement } from '../model/record.js'
import { statementTypes } from '../model/report.js'
import { extentOf } from '../model/time.js'
import { clauseOf } from './account.js'
import { elementId, reportAddress } from './addresses.js'
import { attributeLabel } from './clauses.js'
import { whenInWords } from './dates.js'
import { Choice, Field, type FormProblem, Hidden, UndoForm } from './forms.js'
import type { Lookup } from './lookup.js'

/** Accept, reject, correct, of equal weight; or undo. After a decision the page goes on to the next statement that waits. */
export function Acts({
  statement,
  number,
  lookup,
  problem,
}: {
  readonly statement: RecordStatement
  readonly number: number
  readonly lookup: Lookup
  readonly problem: FormProblem | undefined
}) {
  const id = elementId(statement.id)
  const here = `${reportAddress(statement.report)}#about-${id}`
  const next = lookup.nextWaiting(statement.id)
  const onward = next === undefined ? here : `${reportAddress(next.report)}#about-${elementId(next.id)}`
  const waits = statement.state === 'proposed'
  return (
    <div class="acts">
      {waits ? (
        <form method="post" action="/decide">
          <Hidden fields={{ statement: statement.id, back: onward }} />
          <button type="submit" name="act" value="accept">
            Accept<span class="vh"> statement {number}</span>
          </button>
          <button type="submit" name="act" value="reject">
            Reject<span class="vh"> statement {number}</span>
          </button>
          <details class="act">
            <summary class="quiet">
              Give a reason<span class="vh"> for statement {number}</span>
            </summary>
            <Field id={`b-${id}`} name="because" label="Why (kept in the log); then accept or reject" />
          </details>
        </form>
      ) : statement.decidedBy === undefined ? null : (
        <UndoForm line={statement.decidedBy.line} what={`the decision on statement ${number}`} back={here} />
      )}
      <details class="act" {...(problem === undefined ? {} : { open: true })}>
        <summary class={waits ? 'button' : 'quiet'}>
          Correct<span class="vh"> statement {number}</span>
        </summary>
        <CorrectionForm statement={statement} number={number} problem={problem} back={onward} />
      </details>
    </div>
  )
}

function CorrectionForm({
  statement,
  number,
  problem,
  back,
}: {
  readonly statement: RecordStatement
  readonly number: number
  readonly problem: FormProblem | undefined
  readonly back: string
}) {
  const id = `c-${elementId(statement.id)}`
  const given = problem?.given ?? {}
  const names = (list: readonly string[]) => list.join('; ')
  return (
    <form method="post" action="/decide">
      <Hidden fields={{ act: 'correct', statement: statement.id, back }} />
      <fieldset>
        <legend class="vh">Correct statement {number}</legend>
        <div class="pair">
          <Choice
            id={`${id}-type`}
            name="type"
            label="What happened"
            options={statementTypes.map((type) => [type, type.replace(/-/g, ' ')])}
            chosen={given.type ?? statement.type}
          />
          <Field id={`${id}-time`} name="time" label="When (2025-01-19, or nothing)" value={statement.time?.edtf ?? ''} problem={problem} />
        </div>
        <div class="pair">
          <Field
            id={`${id}-agent`}
            name="agent"
            label={attributeLabel(statement.type, 'agent')}
            value={names(statement.agent)}
            problem={problem}
          />
          <Field
            id={`${id}-patient`}
            name="patient"
            label={attributeLabel(statement.type, 'patient')}
            value={names(statement.patient)}
            problem={problem}
          />
        </div>
        <div class="pair">
          <Field
            id={`${id}-recipient`}
            name="recipient"
            label={attributeLabel(statement.type, 'recipient')}
            value={names(statement.recipient)}
            problem={problem}
          />
          <Field id={`${id}-place`} name="place" label="Where, narrowest first" value={names(statement.place)} problem={problem} />
        </div>
        <div class="pair">
          <Field id={`${id}-sources`} name="sources" label="Resting on, nearest first" value={names(statement.sources)} problem={problem} />
          <Choice
            id={`${id}-certainty`}
            name="certainty"
            label="How surely"
            options={[
              ['certain', 'stated flatly'],
              ['hedged', 'hedged'],
            ]}
            chosen={given.certainty ?? statement.certainty}
          />
        </div>
        <div class="pair">
          <Choice
            id={`${id}-polarity`}
            name="polarity"
            label="Whether"
            options={[
              ['positive', 'said to have happened'],
              ['negative', 'said not to have happened'],
            ]}
            chosen={given.polarity ?? statement.polarity}
          />
          <Choice
            id={`${id}-modality`}
            name="modality"
            label="As what"
            options={[
              ['actual', 'told as done'],
              ['demanded', 'demanded'],
              ['planned', 'planned'],
              ['conditional', 'on a condition'],
            ]}
            chosen={given.modality ?? statement.modality}
          />
        </div>
        <Field id={`${id}-because`} name="because" label="Why (kept in the log)" problem={problem} required />
        <p class="small">Several names are separated by semicolons.</p>
      </fieldset>
      <div class="acts">
        <button class="main" type="submit">
          Save correction<span class="vh"> of statement {number}</span>
        </button>
      </div>
    </form>
  )
}

/** Most happenings offered to join with, the nearest in time: a longer list is not read, and every statement of the page carries one. */
const mostOffered = 20

/** Other events of the same type, those nearest in time first; undated ones last. */
function nearest(event: Event, events: readonly Event[]): readonly Event[] {
  const at = ({ time }: Event) => extentOf(time.values[0]?.value ?? '')?.from ?? null
  const here = at(event)
  const away = (other: Event) => {
    const there = at(other)
    return here === null || there === null ? Number.POSITIVE_INFINITY : Math.abs(here - there)
  }
  return events
    .filter(({ type, id }) => type === event.type && id !== event.id)
    .map((other) => ({ other, distance: away(other) }))
    .sort((a, b) => (a.distance === b.distance ? 0 : a.distance - b.distance))
    .map(({ other }) => other)
}

/** What a person may say about which happening the statement tells: not this one, or the same as another. */
export function Happening({ statement, lookup }: { readonly statement: RecordStatement; readonly lookup: Lookup }) {
  const event = lookup.eventTold(statement.id)
  if (event === undefined || statement.state === 'rejected') return null
  const id = elementId(statement.id)
  const number = lookup.numberOf(statement.id)
  const back = `${reportAddress(statement.report)}#about-${id}`
  const others = nearest(event, lookup.view.record.events).slice(0, mostOffered)
  if (others.length === 0 && event.statements.length < 2) return null
  return (
    <details class="why">
      <summary>
        Another happening?<span class="vh"> For statement {number}</span>
      </summary>
      {event.statements.length < 2 ? null : (
        <form method="post" action="/decide">
          <Hidden fields={{ act: 'split', statement: statement.id, back }} />
          <button class="quiet" type="submit">
            Tell it apart: it tells a happening of its own<span class="vh">, statement {number}</span>
          </button>
        </form>
      )}
      {others.length === 0 ? null : (
        <form method="post" action="/decide">
          <Hidden fields={{ act: 'join', statement: statement.id, back }} />
          <Choice
            id={`j-${id}`}
            name="other"
            label="It tells the same happening as"
            options={others.map((other) => [
              other.statements[0] ?? '',
              `${whenInWords(other.time, null).words}: ${clauseOf(other, lookup)}`,
            ])}
            chosen=""
          />
          <div class="acts">
            <button type="submit">
              Join<span class="vh"> statement {number} with it</span>
            </button>
          </div>
        </form>
      )}
    </details>
  )
}
