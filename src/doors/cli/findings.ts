import type { CaseView, Finding } from '../../model/record.js'
import { timeInWords } from '../../model/time.js'

/** A finding in one line, and with `why` how it was reached: the reasoning, the words of each account, the law's words and where they stand. */
export function findingLines(finding: Finding, view?: CaseView): readonly string[] {
  const { procedure, step, reading, status, due, done, gap, basis, effect } = finding
  const times = [
    due === null ? '' : `, due ${timeInWords(due)}`,
    done === null ? '' : `, done ${timeInWords(done)}`,
    gap === null ? '' : `, gap ${gap}`,
  ].join('')
  const head = `${procedure} ${step}${reading === null ? '' : ` under ${reading}`}: ${status}${times} (${basis}; a miss means: ${effect})`
  return view === undefined ? [head] : [head, ...whyLines(finding, view)]
}

function whyLines({ reasoning, statements, against, quote, lang, source, confidence, asOf }: Finding, view: CaseView): readonly string[] {
  return [
    ...reasoning.flatMap(({ text, statements: behind }) => [`    ${text}`, ...quotes(behind, view, '        ')]),
    ...(statements.length === 0 ? [] : ['    Who says so:', ...quotes(statements, view, '        ')]),
    ...(against.length === 0 ? [] : ['    Who says otherwise:', ...quotes(against, view, '        ')]),
    `    The law: ${quote === '' ? 'its words are not shown' : `“${quote}” [${lang}]`}; ${source}; confidence ${confidence}; checked ${asOf}`,
  ]
}

function quotes(ids: Finding['statements'], { record }: CaseView, indent: string): readonly string[] {
  return ids.flatMap((id) => {
    const statement = record.statements.find((one) => one.id === id)
    if (statement === undefined) return []
    const outlet = record.reports.find((report) => report.id === statement.report)?.outlet ?? 'outlet not stated'
    return [
      `${indent}${[outlet, ...statement.sources].join(', from ')}: “${statement.quote.exact.replace(/\s+/g, ' ')}” (${statement.state})`,
    ]
  })
}
