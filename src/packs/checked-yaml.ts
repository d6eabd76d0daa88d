import { type Document, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { AttestError } from '../model/errors.js'

/** The value of a YAML text, checked; an error names file, line, path, the value given and what is allowed. */
export function checkedYaml<T>(yaml: string, file: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const broken = document.errors[0]
  if (broken !== undefined) {
    throw new AttestError('pack/not-yaml', `${file}, line ${lines.linePos(broken.pos[0]).line}: ${broken.message}`)
  }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return parsed.data
  const mistakes = parsed.error.issues.flatMap(deepest).map(({ path, message }) => {
    const given = document.getIn(path)
    const value = isScalar(given) ? `; given: ${JSON.stringify(given)}` : ''
    return `${file}, line ${lineOf(document, lines, path)}, ${path.join('.') || 'top'}: ${message}${value}`
  })
  throw new AttestError('pack/invalid', mistakes.join('\n'))
}

interface Mistake {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** What is wrong inside a union: the mistakes of the alternative that came nearest, for "invalid input" teaches nobody. */
function deepest(issue: z.core.$ZodIssue): readonly Mistake[] {
  const path = issue.path as (string | number)[]
  const tried = issue.code === 'invalid_union' ? issue.errors : []
  const nearest = [...tried].sort((a, b) => a.length - b.length)[0]
  if (nearest === undefined || nearest.length === 0) return [{ path, message: issue.message }]
  return nearest.flatMap((inner) => deepest({ ...inner, path: [...path, ...inner.path] } as z.core.$ZodIssue))
}

/** The line where the value stands or, where it is missing, the line of the nearest thing around it. */
function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = (length === 0 ? document.contents : document.getIn(path.slice(0, length), true)) as { range?: number[] } | null | undefined
    const at = node?.range?.[0]
    if (at !== undefined) return lines.linePos(at).line
  }
  return 1
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
