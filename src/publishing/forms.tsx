import type { Child } from 'hono/jsx'
import type { CaseView } from '../model/record.js'
import { doneInWords } from './acts-in-words.js'

/** What was wrong with a form that was sent: which form, which field, what to do, and what had been written. */
export interface FormProblem {
  /** The id of the form. */
  readonly form: string
  readonly field: string
  readonly message: string
  readonly given: Readonly<Record<string, string>>
}

/** What a page shows beside the record: the line of the log just written, and what was wrong with what was sent. */
export interface Shown {
  readonly done?: number | undefined
  readonly problem?: FormProblem | undefined
}

/** The line that says what was done, with its undo. Read out by a screen reader, in view wherever the page stands. */
export function DoneLine({ shown, view, back }: { readonly shown: Shown; readonly view: CaseView; readonly back: string }) {
  const line = view.log.entries.find((entry) => entry.line === shown.done)
  if (line === undefined || line.entry.kind !== 'decision') return null
  return (
    <div class="done" role="status">
      <p>{doneInWords(line.entry.act)}</p>
      {line.entry.act.act === 'undo' ? null : <UndoForm line={line.line} what="what was just decided" back={back} />}
    </div>
  )
}

/** Takes back the decision on one line of the log. */
export function UndoForm({ line, what, back }: { readonly line: number; readonly what: string; readonly back: string }) {
  return (
    <form method="post" action="/decide">
      <Hidden fields={{ act: 'undo', line: String(line), back }} />
      <button class="quiet" type="submit">
        Undo<span class="vh">: {what}</span>
      </button>
    </form>
  )
}

export function Hidden({ fields }: { readonly fields: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

/** A field with its label, and what was wrong with it beside it. */
export function Field({
  id,
  name,
  label,
  value,
  problem,
  hint,
  required,
  type,
}: {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly problem?: FormProblem | undefined
  readonly hint?: string
  readonly required?: boolean
  readonly type?: string
}) {
  const wrong = problem?.field === name ? problem.message : undefined
  const described = [wrong === undefined ? '' : `${id}-wrong`, hint === undefined ? '' : `${id}-hint`]
    .filter((part) => part !== '')
    .join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type ?? 'text'}
        value={problem?.given[name] ?? value ?? ''}
        {...(required === true ? { required: true } : {})}
        {...(wrong === undefined ? {} : { 'aria-invalid': 'true', autofocus: true })}
        {...(described === '' ? {} : { 'aria-describedby': described })}
      />
      {hint === undefined ? null : (
        <p class="small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Wrong id={id} message={wrong} />
    </div>
  )
}

export function Wrong({ id, message }: { readonly id: string; readonly message: string | undefined }) {
  return message === undefined ? null : (
    <p class="wrong" id={`${id}-wrong`}>
      {message}
    </p>
  )
}

/** A choice among the words given; `chosen` stands first marked. */
export function Choice({
  id,
  name,
  label,
  options,
  chosen,
}: {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly options: readonly (readonly [value: string, words: Child])[]
  readonly chosen: string
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {options.map(([value, words]) => (
          <option value={value} {...(value === chosen ? { selected: true } : {})}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
