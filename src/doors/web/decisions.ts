import type { Hono } from 'hono'
import { AttestError, anchorStatement } from '../../attest.js'
import type { Act, Correction, PartyAnchor } from '../../model/decision.js'
import type { CaseView, RecordStatement } from '../../model/record.js'
import { blockKinds, statementTypes } from '../../model/report.js'
import { extentOf } from '../../model/time.js'
import type { Desk } from './app.js'

/** Fields of a form that was sent, each once. */
type Form = Readonly<Record<string, string>>

/** A field holds what does not fit: shown beside it, with what was written kept. */
class FieldError extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message)
  }
}

/** POST /decide: one decision, one line of the log, and back to where the person was. */
export function addDecisions(app: Hono, desk: Desk): void {
  app.post('/decide', async (c) => {
    const form = textFields(await c.req.parseBody())
    return desk.inTurn(async () => {
      const view = await desk.open.view()
      try {
        const line = await desk.open.decide(actOf(view, form), desk.who, reasonOf(form))
        return c.redirect(withDone(backOf(form.back), line.line), 303)
      } catch (error) {
        if (!(error instanceof FieldError)) throw error
        const problem = {
          form: `about-${statementOf(view, form.statement).id.replace(':', '-')}`,
          field: error.field,
          message: error.message,
          given: form,
        }
        return c.html(desk.open.render.reportPage(view, statementOf(view, form.statement).report, { problem }), 422)
      }
    })
  })
}

function textFields(body: Readonly<Record<string, unknown>>): Form {
  return Object.fromEntries(Object.entries(body).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : [])))
}

/** What is logged when a person presses a button and writes no reason. */
const usualReasons: Readonly<Record<string, string>> = {
  accept: 'read beside the passage',
  reject: 'read beside the passage',
  same: 'judged by the reasons shown',
  'not-same': 'judged by the reasons shown',
  unsure: 'judged by the reasons shown',
  undo: 'taken back',
  split: 'read beside the others',
  join: 'read beside the others',
  relabel: 'read on the page',
}

function reasonOf(form: Form): string {
  const given = form.because?.trim() ?? ''
  if (given !== '') return given
  const usual = usualReasons[form.act ?? '']
  if (usual === undefined) throw new FieldError('because', 'A correction needs its reason; say in a few words what you saw.')
  return usual
}

/** Only pages of our own: an address elsewhere would let a forged form send a person away. */
function backOf(given: string | undefined): string {
  return given !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(given) ? given : '/'
}

function withDone(back: string, line: number): string {
  const [path = '/', fragment] = back.split('#')
  return `${path}${path.includes('?') ? '&' : '?'}done=${line}${fragment === undefined ? '' : `#${fragment}`}`
}

function actOf(view: CaseView, form: Form): Act {
  switch (form.act) {
    case 'accept':
    case 'reject':
    case 'split':
      return { act: form.act, statement: anchorStatement(view, statementOf(view, form.statement)) }
    case 'correct': {
      const statement = statementOf(view, form.statement)
      return { act: 'correct', statement: anchorStatement(view, statement), correction: correctionOf(statement, form) }
    }
    case 'join':
      return {
        act: 'join',
        a: anchorStatement(view, statementOf(view, form.statement)),
        b: anchorStatement(view, statementOf(view, form.other)),
      }
    case 'same':
    case 'not-same':
    case 'unsure':
      return { act: form.act, a: partyOf(view, form.a), b: partyOf(view, form.b) }
    case 'relabel':
      return relabelOf(view, form)
    case 'undo':
      return { act: 'undo', line: lineOf(form.line) }
    default:
      throw new AttestError('decision/no-act', `there is no act “${form.act ?? ''}”; send the form again from its page`)
  }
}

function statementOf({ record }: CaseView, id: string | undefined): RecordStatement {
  const found = record.statements.find((statement) => statement.id === id)
  if (found === undefined)
    throw new AttestError('decision/no-statement', `no statement ${id ?? ''} is in the record any more; open its report and decide there`)
  return found
}

function partyOf({ record }: CaseView, id: string | undefined): PartyAnchor {
  const found = record.entities.find((entity) => entity.id === id)
  if (found === undefined)
    throw new AttestError('decision/no-party', `no party ${id ?? ''} is in the record any more; open the list of people and decide there`)
  return { name: found.name, kind: found.kind }
}

function lineOf(given: string | undefined): number {
  if (given === undefined || !/^\d{1,12}$/.test(given)) throw new AttestError('decision/no-line', `“${given ?? ''}” is no line of the log`)
  return Number(given)
}

function relabelOf(view: CaseView, form: Form): Act {
  const kind = blockKinds.find((candidate) => candidate === form.kind)
  const read = view.read.find(({ report }) => report.id === form.report)
  const block = read?.blocks.find(({ start }) => String(start) === form.start)
  if (kind === undefined || read === undefined || block === undefined)
    throw new AttestError('decision/no-block', 'that block is not in the report any more; open the report again')
  return { act: 'relabel', report: read.report.id, exact: read.text.slice(block.start, block.end), start: block.start, kind }
}

const listKeys = ['agent', 'patient', 'recipient', 'place', 'sources'] as const
const choices = {
  type: statementTypes,
  polarity: ['positive', 'negative'],
  certainty: ['certain', 'hedged'],
  modality: ['actual', 'demanded', 'planned', 'conditional'],
} as const

/** What the form changes; fields left as they were are no correction. */
function correctionOf(statement: RecordStatement, form: Form): Correction {
  const changed: Record<string, unknown> = {}
  for (const key of listKeys) {
    const value = form[key]
    if (value === undefined) continue
    const names = namesIn(value)
    if (names.join(';') !== statement[key].join(';')) changed[key] = names
  }
  for (const [key, allowed] of Object.entries(choices) as readonly (readonly [keyof typeof choices, readonly string[]])[]) {
    const value = form[key]
    if (value === undefined || value === statement[key]) continue
    if (!allowed.includes(value)) throw new FieldError(key, `“${value}” is none of: ${allowed.join(', ')}.`)
    changed[key] = value
  }
  const time = form.time?.trim()
  if (time !== undefined && time !== (statement.time?.edtf ?? '')) changed.time = timeOf(time)
  if (Object.keys(changed).length === 0)
    throw new FieldError('because', 'Nothing was changed. Change what is wrong, or accept the statement as it stands.')
  return changed as Correction
}

function namesIn(value: string): readonly string[] {
  return value
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function timeOf(given: string): string | null {
  if (given === '') return null
  if (extentOf(given) === null)
    throw new FieldError(
      'time',
      `“${given}” is no date we can keep. Write 2025-01-19, 2025-01, 2025-01-19/2025-01-21, or leave it empty for unknown.`,
    )
  return given
}
