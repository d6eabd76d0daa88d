import { z } from 'zod'
import { AttestError } from '../model/errors.js'
import type { Sidecar } from '../model/report.js'
import { extentOf } from '../model/time.js'

const field = z.string().nullable().optional()
const day = field.refine((value) => value == null || extentOf(value) !== null, 'must be an EDTF date such as 2025-01-19')
const sidecarSchema = z.strictObject({
  url: field,
  outlet: field,
  title: field,
  author: field,
  published: day,
  captured: day,
  language: field,
})

/** What a sidecar (`NAME.meta.json`) says of its report. Anything else in it is refused: a misspelt field would be lost silently. */
export function parseSidecar(json: string, name: string): Sidecar {
  const parsed = sidecarSchema.safeParse(readJson(json, name))
  if (parsed.success) return Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined))
  const mistakes = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'top'}: ${issue.message}`)
  throw new AttestError(
    'intake/bad-sidecar',
    `${name}: ${mistakes.join('; ')}; a sidecar may give url, outlet, title, author, published, captured, language`,
  )
}

function readJson(json: string, name: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, '')) as unknown
  } catch (error) {
    throw new AttestError('intake/bad-sidecar', `${name} is not JSON (${(error as Error).message}); correct it or remove it`)
  }
}
