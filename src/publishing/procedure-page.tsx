import type { StatementId } from '../model/ids.js'
import type { ProcedurePack, ProcedureStep } from '../model/procedure-pack.js'
import type { CaseView, Finding, FindingStatus } from '../model/record.js'
import { timeInWords } from '../model/time.js'
import { confidenceWords } from './confidence.js'
import { coverageInWords } from './coverage.js'
import { durationInWords } from './durations.js'
import { effectInWords } from './effects.js'
import { grouped, type Lookup, lookUp } from './lookup.js'
import { FindingMark, findingWords } from './marks.js'
import { PassageLinks, Says, statementsIn } from './says.js'
import { html, Page } from './shell.js'
import { capital, counted, dayInWords, listed } from './words.js'

/** What the law asked for and what the accounts say was done: each step with the law's words, its readings side by side, and how each finding was reached. */
export function procedurePage(view: CaseView): string {
  const lookup = lookUp(view)
  const { findings, at } = view.record
  const byPack = grouped(findings, ({ procedure }) => procedure)
  const shown = firstShown(byPack.values())
  return html(
    <Page view={view} title="Procedure" place="Procedure">
      <div class="with-aside">
        <div class="title">
          <h1>What the law asked for, and what the accounts say was done</h1>
          {findings.length === 0 ? (
            <p class="lead">No procedure pack applies to what has been read, so no step of law is checked.</p>
          ) : (
            <>
              <p class="lead">{leadOf(findings)}</p>
              {at === null ? null : (
                <p>
                  Seen as of {dayInWords(at)}: a step not due by then is pending. <a href="/clocks">What runs now</a>.
                </p>
              )}
            </>
          )}
          <p class="note">
            This compares accounts with the words of a law. It is not legal advice. Where the law says “immediately” or “promptly”, the gap
            is shown and no verdict given.
          </p>
        </div>
        <FindingLegend />
      </div>
      {[...byPack].map(([id, own]) => (
        <PackSection
          id={id}
          pack={view.procedures.find((pack) => pack.id === id || `${pack.id}@${pack.asOf}` === id)}
          findings={own}
          because={view.whyPacks?.[id]}
          lookup={lookup}
          shown={shown}
        />
      ))}
    </Page>,
  )
}

type Reason = Finding['reasoning'][number]

/** Where the page first shows what several findings rest on. Readings of one law rest on the same accounts, and under the others a link is enough. */
interface FirstShown {
  /** The finding under which each statement is quoted. */
  readonly quotedIn: ReadonlyMap<StatementId, Finding>
  /** The line of reasoning that leads to these passages, and the finding it belongs to. */
  readonly ledToBy: ReadonlyMap<string, { readonly reason: Reason; readonly finding: Finding }>
}

function firstShown(packs: Iterable<readonly Finding[]>): FirstShown {
  const quotedIn = new Map<StatementId, Finding>()
  const ledToBy = new Map<string, { readonly reason: Reason; readonly finding: Finding }>()
  for (const findings of packs)
    for (const own of grouped(findings, ({ step }) => step).values())
      for (const finding of own) {
        for (const id of [...finding.statements, ...finding.against]) if (!quotedIn.has(id)) quotedIn.set(id, finding)
        for (const reason of finding.reasoning)
          if (!ledToBy.has(reason.statements.join())) ledToBy.set(reason.statements.join(), { reason, finding })
      }
  return { quotedIn, ledToBy }
}

/** What the part of the page about a step is found by. */
function stepAnchor(procedure: string, step: string): string {
  return `${slug(procedure)}-${slug(step)}`
}

function leadOf(findings: readonly Finding[]): string {
  const steps = [...grouped(findings, ({ procedure, step }) => `${procedure} ${step}`).values()]
  const standing = (wanted: FindingStatus) => steps.filter((own) => own.some(({ status }) => status === wanted)).length
  const said = (['missed', 'late', 'contested', 'met'] as const).flatMap((status) =>
    standing(status) === 0 ? [] : [`${counted(standing(status), 'step')} ${findingWords[status]}`],
  )
  const differ = steps.filter((own) => new Set(own.map(({ status }) => status)).size > 1).length
  const begin = `${capital(counted(steps.length, 'step'))} laid beside the accounts`
  return `${begin}${said.length === 0 ? '' : `: ${listed(said)}`}. ${
    differ === 0 ? '' : `On ${counted(differ, 'of them', 'of them')} the readings of the law part ways.`
  }`.trim()
}

const legend: readonly (readonly [FindingStatus, string])[] = [
  ['met', 'Accounts say it was done, and in time if there was a time.'],
  ['missed', 'An account says it was not done.'],
  ['late', 'Done after its last day.'],
  ['pending', 'Not yet due.'],
  ['contested', 'Accounts or readings of the law differ.'],
  ['blocked', 'It could not come before an earlier step.'],
  ['no-verdict', 'The law gives no number, or one not checked.'],
  ['unknown', 'Nobody here reports it. It may still have been done.'],
]

function FindingLegend() {
  return (
    <section class="legend" aria-labelledby="fl">
      <h2 id="fl">Findings</h2>
      <dl>
        {legend.map(([status, meaning]) => (
          <>
            <dt>
              <FindingMark status={status} short />
            </dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}

function PackSection({
  id,
  pack,
  findings,
  because,
  lookup,
  shown,
}: {
  readonly id: string
  readonly pack: ProcedurePack | undefined
  readonly findings: readonly Finding[]
  readonly because: string | undefined
  readonly lookup: Lookup
  readonly shown: FirstShown
}) {
  const [first] = findings
  const steps = [...grouped(findings, ({ step }) => step)]
  const silent = steps.filter(([, own]) => own.every(isSilent))
  const spoken = steps.filter(([, own]) => !own.every(isSilent))
  return (
    <section aria-labelledby={`pack-${slug(id)}`}>
      <h2 id={`pack-${slug(id)}`}>{pack?.title ?? id}</h2>
      <p class="note">
        Pack <span class="digest">{id}</span>
        {first === undefined ? null : <>, checked {dayInWords(first.asOf)}</>}. {capital(counted(steps.length, 'step'))}.
        {because === undefined ? null : <> Laid beside the record because: {because}.</>}
      </p>
      <Overview steps={steps} pack={pack} id={id} />
      {spoken.map(([step, own]) => (
        <Step
          id={stepAnchor(id, step)}
          step={pack?.steps.find((one) => one.id === step)}
          name={step}
          pack={pack}
          findings={own}
          lookup={lookup}
          shown={shown}
        />
      ))}
      {silent.length === 0 ? null : (
        <section aria-labelledby={`silent-${slug(id)}`}>
          <h3 id={`silent-${slug(id)}`}>Of {counted(silent.length, 'step')} nobody here reports anything</h3>
          <p class="note">
            {coverageInWords(lookup.view.record.reports)} Each step opens with the words of its law. It may still have been taken.{' '}
            <a href="/#silence">What was listened to</a>
          </p>
          {silent.map(([step, own]) => (
            <SilentStep
              id={stepAnchor(id, step)}
              step={pack?.steps.find((one) => one.id === step)}
              name={step}
              pack={pack}
              findings={own}
              lookup={lookup}
              shown={shown}
            />
          ))}
        </section>
      )}
    </section>
  )
}

/** Whether nothing read bears on a finding. */
function isSilent({ status, statements, against }: Finding): boolean {
  return (status === 'unknown' || status === 'not-applicable') && statements.length === 0 && against.length === 0
}

function slug(id: string): string {
  return id.replace(/[^a-z0-9]+/gi, '-')
}

/** What a step is called: the pack's words, or its id read as words. */
function stepName(step: ProcedureStep | undefined, id: string): string {
  return step?.what ?? capital(id.replace(/[._-]+/g, ' '))
}

/** Every step in one table: what it is, its law, the finding under each reading. */
function Overview({
  steps,
  pack,
  id,
}: {
  readonly steps: readonly (readonly [string, readonly Finding[]])[]
  readonly pack: ProcedurePack | undefined
  readonly id: string
}) {
  return (
    <table class="list">
      <caption>Step by step. A step is a finding only where accounts speak to it.</caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Law</th>
          <th scope="col">Due</th>
          <th scope="col">Finding</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(([step, own]) => (
          <tr>
            <th scope="row">
              <a href={`#${stepAnchor(id, step)}`}>
                {stepName(
                  pack?.steps.find((one) => one.id === step),
                  step,
                )}
              </a>
            </th>
            <td data-label="Law">{own[0]?.basis ?? ''}</td>
            <td data-label="Due">{[...new Set(own.map(dueInWords))].join('; ')}</td>
            <td data-label="Finding">
              {[...new Set(own.map(({ status }) => status))].map((status) => (
                <>
                  <FindingMark status={status} />{' '}
                </>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function dueInWords({ due }: Finding): string {
  return due === null ? 'no date set' : timeInWords(due)
}

interface StepShown {
  readonly id: string
  readonly step: ProcedureStep | undefined
  readonly name: string
  readonly pack: ProcedurePack | undefined
  readonly findings: readonly Finding[]
  readonly lookup: Lookup
  readonly shown: FirstShown
}

function Step({ id, step, name, ...rest }: StepShown) {
  return (
    <article class="step" id={id} aria-labelledby={`${id}-h`}>
      <h3 id={`${id}-h`}>{stepName(step, name)}</h3>
      <Readings {...rest} />
    </article>
  )
}

/** A step on which no account speaks, closed until it is asked for. */
function SilentStep({ id, step, name, ...rest }: StepShown) {
  return (
    <details class="silent" id={id}>
      <summary>{stepName(step, name)}</summary>
      <Readings {...rest} />
    </details>
  )
}

/** The law's words, then the finding under each reading of them, side by side. */
function Readings({ findings, pack, lookup, shown }: Omit<StepShown, 'id' | 'step' | 'name'>) {
  const [first] = findings
  return (
    <>
      {first === undefined ? null : <Law finding={first} />}
      <div class="readings">
        {findings.map((finding) => (
          <Reading finding={finding} pack={pack} lookup={lookup} shown={shown} />
        ))}
      </div>
    </>
  )
}

function Law({ finding }: { readonly finding: Finding }) {
  const { quote, lang, basis, source, confidence } = finding
  const warning = confidenceWords[confidence]
  return (
    <div class="law">
      {quote === '' ? null : (
        <p class="words">
          <q lang={lang}>{quote}</q>
        </p>
      )}
      <p>
        {basis}
        {source === '' ? null : (
          <span class="note">
            {' · '}
            {/^https?:\/\/[^\s]+$/.test(source) ? (
              <a href={source} rel="noreferrer">
                where it stands
              </a>
            ) : (
              source
            )}
          </span>
        )}
      </p>
      {warning === undefined ? null : <p class="note unverified">{warning}</p>}
    </div>
  )
}

function Reading({
  finding,
  pack,
  lookup,
  shown,
}: {
  readonly finding: Finding
  readonly pack: ProcedurePack | undefined
  readonly lookup: Lookup
  readonly shown: FirstShown
}) {
  const { reading, status, due, done, gap, blockedBy, effect, reasoning, statements, against } = finding
  const known = pack?.readings.find(({ id }) => id === reading)
  const rows = [
    ['Due', due === null ? null : timeInWords(due)],
    ['Done', done === null ? null : timeInWords(done)],
    ['Gap', gap === null ? null : durationInWords(gap)],
    [
      'Blocked by',
      blockedBy === null
        ? null
        : stepName(
            pack?.steps.find(({ id }) => id === blockedBy),
            blockedBy,
          ),
    ],
    ['A miss means', effect === '' || effect === 'none' ? null : effectInWords(effect)],
  ] as const
  return (
    <section class="reading">
      {reading === null ? null : <h4>{known?.says ?? capital(reading.replace(/[._-]+/g, ' '))}</h4>}
      {known === undefined || known.holder === '' ? null : <p class="note">Held by {known.holder}</p>}
      <p>
        <FindingMark status={status} />
      </p>
      {rows.every(([, words]) => words === null) ? null : (
        <dl class="facts-list">
          {rows.map(([label, words]) =>
            words === null ? null : (
              <>
                <dt>{label}</dt>
                <dd>{words}</dd>
              </>
            ),
          )}
        </dl>
      )}
      {reasoning.length === 0 ? null : (
        <ol class="reasoning">
          {reasoning.map((reason) => (
            <li>
              {reason.text} <Behind reason={reason} lookup={lookup} shown={shown} />
            </li>
          ))}
        </ol>
      )}
      <Backed label="says so" ids={statements} lookup={lookup} isQuoted={(id) => shown.quotedIn.get(id) === finding} />
      <Backed label="says otherwise" ids={against} lookup={lookup} isQuoted={(id) => shown.quotedIn.get(id) === finding} />
    </section>
  )
}

/** The passages behind one step of reasoning; where the page has led to several of them before, the way there. */
function Behind({ reason, lookup, shown }: { readonly reason: Reason; readonly lookup: Lookup; readonly shown: FirstShown }) {
  const statements = statementsIn(reason.statements, lookup)
  const first = shown.ledToBy.get(reason.statements.join())
  if (statements.length === 0) return null
  return (
    <span class="small">
      {statements.length === 1 || first === undefined || first.reason === reason ? (
        <PassageLinks statements={statements} lookup={lookup} />
      ) : (
        <a href={`#${stepAnchor(first.finding.procedure, first.finding.step)}`}>the same {statements.length} passages as above</a>
      )}
    </span>
  )
}

function Backed({
  label,
  ids,
  lookup,
  isQuoted,
}: {
  readonly label: string
  readonly ids: readonly StatementId[]
  readonly lookup: Lookup
  readonly isQuoted: (id: StatementId) => boolean
}) {
  const statements = statementsIn(ids, lookup)
  if (statements.length === 0) return null
  const [quoted, quotedAbove] = [statements.filter(({ id }) => isQuoted(id)), statements.filter(({ id }) => !isQuoted(id))]
  return (
    <details class="who">
      <summary>
        {capital(counted(statements.length, 'statement'))} <span class="more">who {label}</span>
      </summary>
      {quoted.length === 0 ? null : <Says statements={quoted} lookup={lookup} />}
      {quotedAbove.length === 0 ? null : (
        <p class="small">
          Quoted above: <PassageLinks statements={quotedAbove} lookup={lookup} />
        </p>
      )}
    </details>
  )
}
