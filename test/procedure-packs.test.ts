import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Finding } from '../src/model/record.js'
import { loadCounting, loadKnowledge, loadProcedure, loadProcedures, packsFolder } from '../src/packs.js'
import { checkProcedure } from '../src/procedure/check-procedure.js'
import { proposePacks } from '../src/procedure/propose-packs.js'
import { recordOfTimeline, type TimelineLine, type TimelineParty } from '../src/procedure/timeline-record.js'

/** A case of a pack: a timeline in, findings out. A finding names only the fields it is about. */
interface PackCase {
  readonly at: string
  readonly readings?: readonly string[]
  readonly parties?: readonly TimelineParty[]
  readonly timeline: readonly TimelineLine[]
  readonly findings: readonly ExpectedFinding[]
  /** Every pack that Attest would propose for it. */
  readonly proposed?: readonly string[]
}

interface ExpectedFinding {
  readonly step: string
  readonly reading?: string | null
  readonly status?: Finding['status']
  readonly due?: string | null
  readonly done?: string | null
  readonly gap?: string | null
  readonly effect?: string
  readonly blockedBy?: string | null
  /** Statements by what the timeline calls them. */
  readonly statements?: readonly string[]
  readonly against?: readonly string[]
  /** Words that stand in the reasoning. */
  readonly explains?: string
}

const folder = join(packsFolder, 'procedures')
const packs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const { places } = loadKnowledge()
const all = loadProcedures()
const calendars = [...loadCounting().calendars.values()]

describe.each(packs.map(({ name }) => name))('the pack %s', (name) => {
  const at = join(folder, name)
  const pack = loadProcedure(at)
  const cases = existsSync(join(at, 'cases')) ? readdirSync(join(at, 'cases')).filter((file) => file.endsWith('.yaml')) : []

  it('is named after its folder and says where its law stands', () => {
    expect(pack.id).toBe(name)
    expect(existsSync(join(at, 'sources.md'))).toBe(true)
  })

  it('brings cases', () => expect(cases.length).toBeGreaterThan(0))

  it.each(cases)('finds what the case %s expects', (file) => {
    const given = parse(readFileSync(join(at, 'cases', file), 'utf8')) as PackCase
    const record = recordOfTimeline(given.timeline, given.parties, places)
    const findings = checkProcedure(pack, record, given.at, {
      places,
      calendars,
      ...(given.readings === undefined ? {} : { readings: given.readings }),
    })
    if (given.proposed !== undefined) expect(proposePacks(all, record, places).map(({ pack: one }) => one.id)).toEqual(given.proposed)
    expect(given.findings.map((expected) => told(findingFor(findings, expected), expected))).toEqual(given.findings)
  })
})

function findingFor(findings: readonly Finding[], { step, reading }: ExpectedFinding): Finding {
  const found = findings.find((one) => one.step === step && (reading === undefined || one.reading === reading))
  if (found === undefined) throw new Error(`no finding for step ${step} under reading ${String(reading)}`)
  return found
}

/** The finding cut down to the fields that are expected of it, in the words of the case. */
function told(finding: Finding, expected: ExpectedFinding): ExpectedFinding {
  const reasoning = finding.reasoning.map(({ text }) => text).join('\n')
  const all: Record<keyof ExpectedFinding, unknown> = {
    ...finding,
    statements: finding.statements.map((id) => id.replace('st:', '')),
    against: finding.against.map((id) => id.replace('st:', '')),
    explains: expected.explains !== undefined && reasoning.includes(expected.explains) ? expected.explains : reasoning,
  }
  return Object.fromEntries(Object.keys(expected).map((key) => [key, all[key as keyof ExpectedFinding]])) as unknown as ExpectedFinding
}
