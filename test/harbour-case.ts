/** Hand-built views for the tests of this room: small affairs of our own invention, each fact standing in a text written for it. */
import type { Act, LogLine } from '../src/model/decision.js'
import { digestOf, type EntityId, type EventId, type ReportId, type StatementId } from '../src/model/ids.js'
import type {
  Attribute,
  AttributeValue,
  CaseView,
  Entity,
  Event,
  Finding,
  RecordReport,
  RecordStatement,
  ReviewState,
} from '../src/model/record.js'
import type { BlockKind, ReadReport, Statement, StatementType } from '../src/model/report.js'

interface ReportGiven {
  readonly key: string
  readonly outlet: string | null
  readonly published: string | null
  readonly language?: string
  readonly title?: string
  readonly credits?: readonly string[]
  readonly copyOf?: ReportId
  /** Blocks in order; the text is these, a blank line between them. */
  readonly blocks: readonly (readonly [BlockKind, string])[]
}

interface StatementGiven {
  readonly report: RecordReport
  readonly text: string
  readonly type: StatementType
  readonly exact: string
  readonly state?: ReviewState
  readonly rest?: Partial<
    Pick<Statement, 'agent' | 'patient' | 'recipient' | 'place' | 'time' | 'sources' | 'polarity' | 'certainty' | 'modality' | 'detail'>
  >
  readonly bearsOn?: EventId
}

function reportId(key: string): ReportId {
  return `sha256:${digestOf(key).repeat(4)}`
}

/** A report with its text and blocks. */
function reportOf(given: ReportGiven): { readonly report: RecordReport; readonly read: ReadReport } {
  const head = {
    id: reportId(given.key),
    url: `https://news.example/${'archive-'.repeat(12)}${given.key}`,
    outlet: given.outlet,
    title: given.title ?? null,
    author: null,
    published: given.published,
    captured: null,
    language: given.language ?? 'en',
    mediaType: 'text/plain',
  }
  const blocks: { start: number; end: number; kind: BlockKind; why: string }[] = []
  let text = ''
  for (const [kind, words] of given.blocks) {
    const start = text.length
    text += `${words}\n\n`
    blocks.push({ start, end: text.length, kind, why: kind === 'related' ? 'it points to another story' : '' })
  }
  return {
    report: { ...head, credits: given.credits ?? [], copyOf: given.copyOf ?? null },
    read: { report: head, text, blocks, notes: [], mentions: [], times: [], voices: [], statements: [] },
  }
}

function statementOf({ report, text, type, exact, state, rest, bearsOn }: StatementGiven): RecordStatement {
  const start = text.indexOf(exact)
  if (start === -1) throw new Error(`"${exact}" does not stand in the text of ${report.outlet}`)
  return {
    id: `st:${digestOf(report.id, type, start)}`,
    type,
    quote: { start, end: start + exact.length, exact },
    agent: [],
    patient: [],
    recipient: [],
    place: [],
    time: null,
    sources: [],
    polarity: 'positive',
    certainty: 'certain',
    modality: 'actual',
    detail: {},
    ...rest,
    ...(rest?.certainty === 'hedged'
      ? { hedge: { start: text.indexOf('may', start), end: text.indexOf('may', start) + 3, exact: 'may' } }
      : {}),
    why: [`trigger: “${exact.slice(0, 12)}”`],
    report: report.id,
    agentEntities: [],
    patientEntities: [],
    recipientEntities: [],
    placeEntities: [],
    ...(bearsOn === undefined ? {} : { bearsOn }),
    state: state ?? 'proposed',
    ...(state === undefined || state === 'proposed'
      ? {}
      : { decidedBy: { line: 3, who: 'Reviewer One', because: 'read beside the passage' } }),
  }
}

export const unknown: Attribute = { status: 'unknown', values: [] }

export function value(
  words: string,
  statements: readonly StatementId[],
  origins: readonly string[],
  more: Partial<AttributeValue> = {},
): AttributeValue {
  return { value: words, statements, origins, ...more }
}

export function attribute(status: Attribute['status'], ...values: readonly AttributeValue[]): Attribute {
  return { status, values }
}

export function eventOf(key: string, type: StatementType, given: Partial<Event>): Event {
  return {
    id: `ev:${digestOf(key)}`,
    type,
    statements: [],
    happened: unknown,
    agent: unknown,
    patient: unknown,
    recipient: unknown,
    place: unknown,
    time: unknown,
    detail: {},
    because: [],
    ...given,
  }
}

function entityOf(key: string, kind: Entity['kind'], names: Readonly<Record<string, readonly ReportId[]>>): Entity {
  const id: EntityId = `en:${digestOf(key)}`
  return {
    id,
    kind,
    name: Object.keys(names)[0] ?? key,
    names: Object.entries(names).map(([words, reports]) => ({ value: words, reports })),
    because: ['one report gives both names'],
  }
}

function lineOf(line: number, entry: LogLine['entry']): LogLine {
  return { line, previous: '0'.repeat(64), who: 'Reviewer One', when: '2025-03-02T09:30:00.000Z', entry, hash: digestOf(line).repeat(4) }
}

function decisionLine(line: number, act: Act, because = 'read beside the passage'): LogLine {
  return lineOf(line, { kind: 'decision', act, because })
}

/** A view of these parts; what is left out is empty. */
export function viewOf(given: {
  readonly name?: string
  readonly reports?: readonly { readonly report: RecordReport; readonly read: ReadReport }[]
  readonly statements?: readonly RecordStatement[]
  readonly entities?: readonly Entity[]
  readonly events?: readonly Event[]
  readonly findings?: readonly Finding[]
  readonly possible?: CaseView['record']['possible']
  readonly folds?: CaseView['record']['folds']
  readonly orphans?: CaseView['record']['orphans']
  readonly log?: readonly LogLine[]
}): CaseView {
  const entries = given.log ?? []
  return {
    name: given.name ?? 'The harbour case',
    read: (given.reports ?? []).map(({ read }) => read),
    procedures: [],
    record: {
      reports: (given.reports ?? []).map(({ report }) => report),
      statements: given.statements ?? [],
      entities: given.entities ?? [],
      events: given.events ?? [],
      possible: given.possible ?? [],
      folds: given.folds ?? [],
      orphans: given.orphans ?? [],
      findings: given.findings ?? [],
      packs: [],
      at: given.reports === undefined ? null : '2025-03-01',
    },
    log: {
      lines: entries.length,
      decisions: entries.filter(({ entry }) => entry.kind === 'decision').length,
      last: entries.at(-1)?.hash ?? null,
      entries,
    },
  }
}

/** The harbour case: two accounts of an arrest that agree on it and differ on the hour and the place, a denial, a planned trial, an Arabic copy of one of them. */
export function harbourCase(
  words: { readonly name?: string; readonly title?: string; readonly quote?: string; readonly party?: string } = {},
): CaseView {
  const party = words.party ?? 'Tomas Reker'
  const arrestWords = words.quote ?? `port police arrested ${party} at the fish market`
  const lamp = reportOf({
    key: 'lamp',
    outlet: 'The Evening Lamp',
    published: '2025-02-20',
    title: words.title ?? 'Harbour master held',
    credits: ['Coastal Wire'],
    blocks: [
      ['headline', words.title ?? 'Harbour master held'],
      ['paragraph', `On Tuesday morning ${arrestWords}, a ministry official said. He may have been warned the night before.`],
      ['related', 'Read also: herring prices fall for a third week'],
      ['paragraph', `His trial is planned for May. The ministry was not told, the official added.`],
      ['comment', 'Finally! He is a crook, everybody knows it.'],
    ],
  })
  const radio = reportOf({
    key: 'radio',
    outlet: 'Coast Radio',
    published: '2025-02-21',
    blocks: [
      ['headline', 'Reker in custody'],
      ['paragraph', `${party} was taken into custody at his home shortly after ten, according to his lawyer.`],
      ['paragraph', 'The ministry had been informed at once, a police spokeswoman said.'],
    ],
  })
  const bahr = reportOf({
    key: 'bahr',
    outlet: 'صوت البحر',
    published: null,
    language: 'ar',
    copyOf: lamp.report.id,
    blocks: [['paragraph', 'أوقفت شرطة الميناء توماس ريكر في سوق السمك']],
  })
  const at = (report: typeof lamp, type: StatementType, exact: string, more: Partial<StatementGiven> = {}) =>
    statementOf({ report: report.report, text: report.read.text, type, exact, ...more })
  const arrestA = at(lamp, 'arrest', arrestWords, {
    state: 'accepted',
    rest: {
      agent: ['port police'],
      patient: [party],
      place: ['fish market'],
      time: { edtf: '2025-02-18T08:00', text: 'Tuesday morning' },
      sources: ['ministry official'],
    },
  })
  const arrestB = at(radio, 'arrest', `${party} was taken into custody at his home`, {
    rest: {
      patient: [party],
      place: ['his home'],
      time: { edtf: '2025-02-18T10:00/2025-02-18T11:00', text: 'shortly after ten' },
      sources: ['lawyer'],
    },
  })
  const arrestC = at(bahr, 'arrest', 'أوقفت شرطة الميناء توماس ريكر', { rest: { agent: ['port police'], patient: [party] } })
  const warned = at(lamp, 'tip-off', 'may have been warned the night before', {
    rest: { patient: [party], certainty: 'hedged', time: { edtf: '2025-02-17', text: 'the night before' } },
  })
  const told = at(radio, 'notification', 'The ministry had been informed at once', {
    rest: { agent: ['police'], recipient: ['ministry'], sources: ['police spokeswoman'] },
  })
  const untold = at(lamp, 'notification', 'The ministry was not told', {
    state: 'accepted',
    rest: { recipient: ['ministry'], polarity: 'negative', sources: ['ministry official'] },
  })
  const reker = entityOf('reker', 'person', {
    [party]: [lamp.report.id, radio.report.id],
    Reker: [radio.report.id],
    'توماس ريكر': [bahr.report.id],
  })
  const rekker = entityOf('rekker', 'person', { 'T. Rekker': [radio.report.id] })
  const police = entityOf('police', 'organization', { 'port police': [lamp.report.id, bahr.report.id] })
  const arrest = eventOf('arrest', 'arrest', {
    statements: [arrestA.id, arrestB.id, arrestC.id],
    happened: attribute('agreed', value('true', [arrestA.id, arrestB.id, arrestC.id], ['ministry official', 'lawyer'])),
    agent: attribute('single', value('port police', [arrestA.id, arrestC.id], ['ministry official'], { entity: police.id })),
    patient: attribute('agreed', value(party, [arrestA.id, arrestB.id], ['ministry official', 'lawyer'], { entity: reker.id })),
    place: attribute('disputed', value('fish market', [arrestA.id], ['ministry official']), value('his home', [arrestB.id], ['lawyer'])),
    time: attribute(
      'disputed',
      value('2025-02-18T08:00', [arrestA.id], ['ministry official']),
      value('2025-02-18T10:00/2025-02-18T11:00', [arrestB.id], ['lawyer']),
    ),
    because: ['the same person', 'the same day'],
  })
  const warning = eventOf('warning', 'tip-off', {
    statements: [warned.id],
    happened: attribute('single', value('true', [warned.id], ['The Evening Lamp'], { hedged: true })),
    patient: attribute('single', value(party, [warned.id], ['The Evening Lamp'], { hedged: true, entity: reker.id })),
    time: attribute('single', value('2025-02-17', [warned.id], ['The Evening Lamp'], { hedged: true })),
  })
  const notice = eventOf('notice', 'notification', {
    statements: [told.id, untold.id],
    happened: attribute('disputed', value('true', [told.id], ['police spokeswoman']), value('false', [untold.id], ['ministry official'])),
    recipient: attribute('agreed', value('ministry', [told.id, untold.id], ['police spokeswoman', 'ministry official'])),
  })
  const planned = at(lamp, 'trial', 'His trial is planned for May', {
    state: 'rejected',
    rest: { patient: [party], modality: 'planned', time: { edtf: '2025-05', text: 'May' } },
  })
  const office = at(lamp, 'role', words.title ?? 'Harbour master held', { rest: { agent: [party], detail: { title: 'Harbour master' } } })
  const role = eventOf('role', 'role', {
    statements: [office.id],
    happened: attribute('single', value('true', [office.id], ['The Evening Lamp'])),
    agent: attribute('single', value(party, [office.id], ['The Evening Lamp'], { entity: reker.id })),
    detail: { title: attribute('single', value('Harbour master', [office.id], ['The Evening Lamp'])) },
  })
  const anchor = { report: lamp.report.id, statement: arrestA.id, type: 'arrest', exact: arrestWords, prefix: '', suffix: '' } as const
  const reports = [lamp, radio, bahr].map((one) => (one === lamp ? { ...one, read: withReading(one.read) } : one))
  return viewOf({
    ...(words.name === undefined ? {} : { name: words.name }),
    reports,
    statements: [office, arrestA, warned, planned, untold, arrestB, told, arrestC].map((one) => ({ ...one, roots: rootsOf(one) })),
    entities: [reker, rekker, police],
    events: [arrest, warning, notice, role],
    possible: [{ a: reker.id, b: rekker.id, score: 0.61, because: ['+0.40 one letter apart', '-0.10 no given name'] }],
    folds: [
      {
        kind: 'copy',
        a: { report: bahr.report.id, name: null },
        b: { report: lamp.report.id, name: null },
        because: '91 in 100 of its text is the other’s',
      },
      {
        kind: 'credit',
        a: { report: lamp.report.id, name: null },
        b: { report: null, name: 'Coastal Wire' },
        because: 'a credit line, byline or dateline names it',
      },
      {
        kind: 'decision',
        a: { report: null, name: 'lawyer' },
        b: { report: radio.report.id, name: 'police spokeswoman' },
        because: 'she is his lawyer',
        line: 3,
      },
    ],
    orphans: [{ line: 4, act: 'accept', message: 'its words no longer stand in the report' }],
    findings: [
      finding({ step: 'judge.told', status: 'contested', due: '2025-02-20T08:00', statements: [told.id], against: [untold.id] }),
      finding({ step: 'judge.hears', reading: 'strict', status: 'missed', due: '2025-02-20', effect: 'release_mandatory' }),
      finding({ step: 'judge.hears', reading: 'wide', status: 'pending' }),
      finding({ step: 'minister.told', status: 'no-verdict', gap: 'PT3H7M', confidence: 'U', quote: '' }),
    ],
    log: [
      lineOf(0, { kind: 'intake', report: lamp.report.id, name: 'lamp.txt', sidecar: {}, mediaType: 'text/plain', bytes: 512 }),
      lineOf(1, { kind: 'intake', report: radio.report.id, name: 'radio.txt', sidecar: {}, mediaType: 'text/plain', bytes: 311 }),
      lineOf(2, { kind: 'intake', report: bahr.report.id, name: 'bahr.txt', sidecar: {}, mediaType: 'text/plain', bytes: 90 }),
      decisionLine(3, { act: 'accept', statement: anchor }),
      decisionLine(4, { act: 'same', a: { name: party, kind: 'person' }, b: { name: 'Reker', kind: 'person' } }),
      decisionLine(5, { act: 'undo', line: 4 }),
    ],
  })
}

/** The last source, or whom the credit line names: the lamp credits the wire, and the Arabic paper prints the lamp. */
function rootsOf({ report, sources }: RecordStatement): readonly string[] {
  return [sources.at(-1) ?? (report === reportId('radio') ? 'Coast Radio' : 'Coastal Wire')]
}

/** Voices and a note, so that every part of a report's page is shown. */
function withReading(read: ReadReport): ReadReport {
  const cue = read.text.indexOf(' said.') + 1
  const source = read.text.indexOf('a ministry official')
  return {
    ...read,
    voices: [{ source: { start: source, end: source + 19 }, cue: { start: cue, end: cue + 4 }, content: null, mode: 'indirect' }],
    notes: [
      {
        rule: 'times/which-tuesday',
        start: read.text.indexOf('Tuesday'),
        end: read.text.indexOf('Tuesday') + 7,
        message: 'could not tell which Tuesday',
      },
    ],
  }
}

function finding(given: Partial<Finding>): Finding {
  return {
    procedure: 'harbour-law',
    step: 'judge.told',
    reading: null,
    status: 'unknown',
    due: null,
    done: null,
    gap: null,
    statements: [],
    against: [],
    blockedBy: null,
    effect: 'none',
    reasoning: [{ text: 'The clock starts with the arrest.', statements: [] }],
    basis: 'Harbour Act, section 12',
    quote: 'without delay, and within two days at the latest',
    lang: 'en',
    source: 'https://law.example/harbour-act',
    confidence: 'A',
    asOf: '2025-01-01',
    ...given,
  }
}
