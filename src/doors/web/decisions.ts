import type { Hono } from 'hono'
import { AttestError, anchorStatement } from '../../attest.js'
import type { Act, Correction, OriginAnchor, PartyAnchor } from '../../model/decision.js'
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
        return c.html(pageAgain(view, form, error, desk), 422)
      }
    })
  })
}

/** The page the form stands on, with what was wrong beside its field and the entry kept. */
function pageAgain(view: CaseView, form: Form, { field, message }: FieldError, { open: { render } }: Desk): string {
  const wrong = (of: string) => ({ problem: { form: of, field, message, given: form } })
  if (form.act === 'fold') return render.originsPage(view, wrong('fold'))
  if (isAboutDispute(form.act)) return render.disputesPage(view, wrong(form.dispute ?? ''))
  const statement = statementOf(view, form.statement)
  return render.reportPage(view, statement.report, wrong(`about-${statement.id.replace(':', '-')}`))
}

const aboutDispute = ['explain', 'settle', 'leave-open'] as const

function isAboutDispute(act: string | undefined): act is (typeof aboutDispute)[number] {
  return aboutDispute.some((one) => one === act)
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
  unfold: 'judged by who says what',
}

function reasonOf(form: Form): string {
  const given = form.because?.trim() ?? ''
  if (given !== '') return given
  const usual = usualReasons[form.act ?? '']
  if (usual !== undefined) return usual
  if (form.act === 'correct') throw new FieldError('because', 'A correction needs its reason; say in a few words what you saw.')
  throw new FieldError('because', 'This needs its reason; say in a few words what you know, and from where.')
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
    case 'fold':
    case 'unfold':
      return { act: form.act, ...originsOf(view, form) }
    case 'explain':
    case 'settle':
    case 'leave-open':
      return { act: form.act, ...disputeOf(view, form) }
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

/** The two sources of a fold, each sent as the report, a bar and the name. */
function originsOf(view: CaseView, form: Form): { readonly a: OriginAnchor; readonly b: OriginAnchor } {
  const [a, b] = [originOf(view, form.a), originOf(view, form.b)]
  if (a.report === b.report && a.name === b.name) throw new FieldError('b', 'These are one source already; choose another beside it.')
  return { a, b }
}

function originOf({ record }: CaseView, given = ''): OriginAnchor {
  const bar = given.indexOf('|')
  const [id, name] = [given.slice(0, Math.max(bar, 0)), given.slice(bar + 1)]
  const report = record.reports.find((one) => one.id === id)?.id ?? null
  if (bar === -1 || (id !== '' && report === null) || (report === null && name === ''))
    throw new AttestError('decision/no-source', `no source “${given}” is in the record any more; open the page of origins and decide there`)
  return { report, name: name === '' ? null : name }
}

/** What a word on a dispute is about: the attribute, at a statement of the happening; to settle it, one that gives the value preferred. */
function disputeOf(view: CaseView, form: Form): { readonly statement: ReturnType<typeof anchorStatement>; readonly attribute: string } {
  if (form.act === 'settle' && (form.prefer ?? '') === '')
    throw new FieldError('prefer', 'Choose the account that is to be preferred; the others are kept beside it.')
  const statement = statementOf(view, form.act === 'settle' ? form.prefer : form.statement)
  return { statement: anchorStatement(view, statement), attribute: form.attribute ?? '' }
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
