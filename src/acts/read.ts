import { type Relabel, relabelled } from '../intake/relabel.js'
import { takeIn } from '../intake/take-in.js'
import type { Decision } from '../model/decision.js'
import { AttestError } from '../model/errors.js'
import type { CaseRecord, Reconciled } from '../model/record.js'
import type { ReadReport, Report, Sidecar } from '../model/report.js'
import { readReport as readStatements } from '../reading/read-report.js'
import { reconcile } from '../reconciling/reconcile.js'
import { checkedBy, fallbackLanguage, knowledgeOnce, languageOf, namedPacks, proposedPacks } from './packs-at-hand.js'

/** Step 2 for one file: the report, cut into labelled blocks. Throws AttestError when the bytes are no report. */
export async function takeInReport(
  bytes: Uint8Array,
  name: string,
  sidecar: Sidecar,
  transcript: Uint8Array | null = null,
): Promise<Report> {
  const pack = languageOf(sidecar.language ?? fallbackLanguage) ?? languageOf(fallbackLanguage)
  if (pack === null) throw new AttestError('pack/not-found', `the language pack ${fallbackLanguage} is missing; install Attest again`)
  return takeIn(bytes, name, sidecar, pack.furniture, transcript)
}

/** Steps 2 and 3 for one file: the report, its blocks, and what it says. `transcript` is the text a person gave for a file that has none. Throws AttestError when the bytes are no report. */
export async function readReport(
  bytes: Uint8Array,
  name: string,
  sidecar: Sidecar = {},
  relabels: readonly Relabel[] = [],
  transcript: Uint8Array | null = null,
): Promise<ReadReport> {
  const report = relabelled(await takeInReport(bytes, name, sidecar, transcript), relabels)
  const language = languageOf(report.report.language ?? fallbackLanguage)
  if (language !== null) return readStatements(report, language, knowledgeOnce())
  const message = `no language pack reads "${report.report.language}"; the report is kept and shown, and nothing was read from it`
  const note = { rule: 'reading/no-language-pack', start: 0, end: 0, message }
  return { ...report, notes: [...report.notes, note], mentions: [], times: [], voices: [], statements: [] }
}

/** Steps 5 and 6: the whole record of these readings and decisions, as of a day (or the latest day of publication), under the packs named (or proposed). */
export async function recordOf(
  read: readonly ReadReport[],
  decisions: readonly Decision[],
  options: { readonly packs?: readonly string[]; readonly at?: string | null } = {},
): Promise<CaseRecord> {
  return recordFrom(reconcile(read, decisions, knowledgeOnce()), read, options)
}

/** Step 6 for what step 5 gave. */
export async function recordFrom(
  reconciled: Reconciled,
  read: readonly ReadReport[],
  options: { readonly packs?: readonly string[]; readonly at?: string | null } = {},
): Promise<CaseRecord> {
  const { checkProcedure } = await import('../procedure/check-procedure.js')
  const at = options.at ?? latestDay(read)
  const packs = options.packs?.length ? namedPacks(options.packs) : await proposedPacks(reconciled)
  const findings = at === null ? [] : packs.flatMap((pack) => checkProcedure(pack, reconciled, at, checkedBy()))
  return { ...reconciled, findings, packs: packs.map((pack) => `${pack.id}@${pack.asOf}`), at }
}

function latestDay(read: readonly ReadReport[]): string | null {
  return read.reduce<string | null>((latest, { report }) => {
    const day = report.published?.slice(0, 10) ?? null
    return day !== null && (latest === null || day > latest) ? day : latest
  }, null)
}
