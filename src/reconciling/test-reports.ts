import { type ReportId, type StatementId, sha256Hex } from '../model/ids.js'
import type { Block, MentionKind, ReadReport, Statement } from '../model/report.js'

/** What a test says of one statement; the rest is as an ordinary statement has it. */
export type Says = Partial<Omit<Statement, 'quote' | 'id' | 'time'>> &
  Pick<Statement, 'type'> & { readonly words: string; readonly time?: string }

/** What a test says of one report. */
export interface ReportOf {
  readonly outlet: string | null
  readonly published?: string
  readonly author?: string
  /** Written form -> kind, or kind and the fullest name the report uses for it. */
  readonly names?: Readonly<Record<string, MentionKind | readonly [MentionKind, string]>>
  readonly says?: readonly Says[]
  readonly credit?: string
  readonly fingerprint?: readonly number[]
}

/** A report as a reader would hand it over: its text is its statements' words, one after the other, and a credit line. */
export function reportOf({ outlet, published = '2024-05-03', author, names = {}, says = [], credit, fingerprint }: ReportOf): ReadReport {
  const forms = Object.keys(names).join(', ')
  const parts = [...says.map(({ words }) => words), ...(forms === '' ? [] : [`Named here: ${forms}`])]
  const story = parts.map((part) => `${part}.`).join('\n')
  const text = credit === undefined ? story : `${story}\n${credit}`
  const id: ReportId = `sha256:${sha256Hex(`${outlet} ${published} ${text}`)}`
  const blocks: Block[] = [{ start: 0, end: story.length, kind: 'paragraph', why: 'test' }]
  if (credit !== undefined) blocks.push({ start: story.length, end: text.length, kind: 'credit', why: 'test' })
  const statements = says.map(({ words, time, ...given }, index): Statement => {
    const start = text.indexOf(words)
    return {
      id: `st:${sha256Hex(`${id} ${index}`).slice(0, 16)}` as StatementId,
      agent: [],
      patient: [],
      recipient: [],
      place: [],
      sources: [],
      polarity: 'positive',
      certainty: 'certain',
      modality: 'actual',
      detail: {},
      why: [],
      ...given,
      quote: { start, end: start + words.length, exact: words },
      time: time === undefined ? null : { edtf: time, text: time },
    }
  })
  const mentions = Object.entries(names).flatMap(([form, given]) => {
    const [kind, name] = typeof given === 'string' ? ([given, form] as const) : given
    const start = text.lastIndexOf(form)
    return [{ start, end: start + form.length, kind, name }]
  })
  return {
    report: {
      id,
      url: null,
      outlet,
      title: null,
      author: author ?? null,
      published,
      captured: null,
      language: 'en',
      mediaType: 'text/plain',
    },
    text,
    blocks,
    notes: [],
    ...(fingerprint === undefined ? {} : { fingerprint }),
    mentions,
    times: [],
    voices: [],
    statements,
  }
}
