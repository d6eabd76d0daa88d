import { AttestError } from '../model/errors.js'
import type { ReportId } from '../model/ids.js'
import type { CaseView, RecordReport, RecordStatement } from '../model/record.js'
import { type Block, blockKinds, isRead, pageAt, type ReadReport, type Voice } from '../model/report.js'
import { blockAt, blockId, elementId, reportAddress, shownBlocks } from './addresses.js'
import { blockName } from './block-names.js'
import { When } from './dates.js'
import { Choice, DoneLine, Hidden, type Shown } from './forms.js'
import { ChangedInCopy, correctionsIn, HowItCame, sharePercent } from './how-it-came.js'
import { grouped, type Lookup, lookUp } from './lookup.js'
import { type Marking, markedText, type Piece } from './marked-text.js'
import { inPublication } from './reports-page.js'
import { html, Page } from './shell.js'
import { StatementArticle } from './statement.js'
import { capital, counted, languageName, outletName, reportName, setting, shortDigest } from './words.js'

/** One report: its text with statements and voices marked, what was set aside and why, and each statement beside its passage. */
export function reportPage(view: CaseView, id: ReportId, shown: Shown = {}): string {
  const lookup = lookUp(view)
  const report = lookup.report(id)
  const read = lookup.read(id)
  if (report === undefined || read === undefined)
    throw new AttestError('page/no-report', `this case holds no report ${id}; the list of reports is at /reports`)
  const statements = lookup.statementsOf(id)
  return html(
    <Page view={view} title={reportName(report)} place="Reports">
      <DoneLine shown={shown} view={view} back={reportAddress(id)} />
      <div class="with-aside">
        <div class="title">
          <p class="note">
            <a href="/reports">Reports</a> · {inPublication(view.record.reports).indexOf(report) + 1} of {view.record.reports.length}
          </p>
          <h1>
            <bdi>{reportName(report)}</bdi>
          </h1>
          <Heading report={report} lookup={lookup} />
          <Amended read={read} />
          <p>{standing(statements, read.blocks)}</p>
        </div>
        <ReportLegend />
      </div>
      <section aria-label="The report and its statements">
        <Passages report={report} read={read} statements={statements} lookup={lookup} shown={shown} />
      </section>
      <ChangedInCopy report={report} lookup={lookup} />
      <HowItCame report={report} view={view} lookup={lookup} />
      <Notes read={read} />
    </Page>,
  )
}

/** What the report says of itself, and how it is kept. */
function Heading({ report, lookup }: { readonly report: RecordReport; readonly lookup: Lookup }) {
  const original = report.copyOf === null ? undefined : lookup.report(report.copyOf)
  return (
    <>
      {report.title === null || report.title === report.outlet ? null : (
        <p class="lead words" {...setting(report.language)}>
          {report.title}
        </p>
      )}
      <p class="note">
        {report.language === null ? 'Language not stated' : `In ${languageName(report.language)}`},{' '}
        {report.author === null ? (
          'no named author'
        ) : (
          <>
            by <bdi>{report.author}</bdi>
          </>
        )}
        . {report.published === null ? 'No date of publication is stated. ' : null}
        {report.credits.length === 0 ? null : (
          <>
            Rests on <mark class="voice">{report.credits.join(', ')}</mark> by its own credit line.{' '}
          </>
        )}
        {original === undefined ? null : (
          <>
            Prints the text of <a href={reportAddress(original.id)}>{outletName(original)}</a>
            {report.copy === undefined ? null : (
              <>
                , <a href="#copy">{sharePercent(report.copy.share)} of its words</a>
              </>
            )}
            ; {lookup.countedWith(report.id) === undefined ? 'a person counts it apart' : 'it is not counted as another origin'}.{' '}
          </>
        )}
        {report.captured === null ? null : (
          <>
            Captured on <When edtf={report.captured.slice(0, 10)} />.{' '}
          </>
        )}
        The original is kept, unchanged, as <span class="digest">{shortDigest(report.id)}</span>.{' '}
        <a href={`${reportAddress(report.id)}/original`}>Download the original</a>
        {report.url === null || !/^https?:/.test(report.url) ? null : (
          <>
            {' · '}
            <a href={report.url} rel="noreferrer">
              Where it was published
            </a>
          </>
        )}
      </p>
    </>
  )
}

/** That the outlet itself amended its text, in its words. */
function Amended({ read }: { readonly read: ReadReport }) {
  const corrections = correctionsIn(read)
  if (corrections.length === 0) return null
  return (
    <div class="amended">
      <p>The outlet amended this text:</p>
      <ul class="says">
        {corrections.map(({ id, words }) => (
          <li>
            <q {...setting(read.report.language)}>
              <a class="passage-link" href={`#${id}`}>
                {words}
              </a>
            </q>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How many statements, how many decided, and how much was set aside. */
function standing(statements: readonly RecordStatement[], blocks: readonly Block[]): string {
  const count = (state: RecordStatement['state']) => statements.filter((statement) => statement.state === state).length
  const aside = blocks.filter(({ kind }) => !isRead(kind)).length
  const states = [
    [count('accepted'), 'accepted'],
    [count('rejected'), 'rejected'],
    [count('proposed'), 'waiting'],
  ] as const
  const split = states.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`)
  const said =
    statements.length === 0 ? 'No statement was read in it' : `${capital(counted(statements.length, 'statement'))}: ${split.join(', ')}`
  return `${said}. ${aside === 0 ? 'Nothing was set aside.' : `${capital(counted(aside, 'block'))} set aside as page furniture.`}`
}

function ReportLegend() {
  return (
    <section class="legend" aria-labelledby="rl">
      <h2 id="rl">In this text</h2>
      <dl>
        <dt class="words">
          <span class="told is-accepted">words</span>
        </dt>
        <dd>Statement a person has accepted.</dd>
        <dt class="words">
          <span class="told is-proposed">words</span>
        </dt>
        <dd>Proposal of the machine, waiting.</dd>
        <dt class="words">
          <span class="told is-rejected">words</span>
        </dt>
        <dd>Rejected; kept in the log.</dd>
        <dt class="words">
          <mark class="voice">said X</mark>
        </dt>
        <dd>Whose voice this is.</dd>
        <dt class="words">
          <span class="hedge">reportedly</span>
        </dt>
        <dd>Hedge, kept with the statement.</dd>
      </dl>
    </section>
  )
}

type Mark = { readonly kind: 'statement'; readonly statement: RecordStatement } | { readonly kind: 'voice' } | { readonly kind: 'hedge' }

function Passages({
  report,
  read,
  statements,
  lookup,
  shown,
}: {
  readonly report: RecordReport
  readonly read: ReadReport
  readonly statements: readonly RecordStatement[]
  readonly lookup: Lookup
  readonly shown: Shown
}) {
  const blocks = shownBlocks(read)
  const beside = grouped(statements, ({ quote }) => blockAt(blocks, quote.start))
  const markings = grouped([...statementMarkings(statements), ...voiceMarkings(read.voices), ...hedgeMarkings(statements)], ({ start }) =>
    blockAt(blocks, start),
  )
  let carried: readonly Marking<Mark>[] = []
  return (
    <>
      {blocks.map((block) => {
        const here = [...carried, ...(markings.get(block) ?? [])]
        carried = here.filter(({ end }) => end > block.end)
        return (
          <div class={isRead(block.kind) ? 'passage' : 'passage furniture'} id={blockId(block)}>
            <div class="words">
              <BlockKindLine block={block} report={report} page={pageAt(read.pages, block.start)} />
              <div class="text" {...setting(report.language)}>
                <p>
                  <Marked pieces={markedText(read.text, trimmed(read.text, block), here)} lookup={lookup} />
                </p>
              </div>
              {isRead(block.kind) ? null : <p class="left-out">{asideReason(block)}</p>}
            </div>
            {beside.has(block) ? (
              <div class="statements">
                {(beside.get(block) ?? []).map((statement) => (
                  <StatementArticle statement={statement} lookup={lookup} shown={shown} />
                ))}
              </div>
            ) : null}
          </div>
        )
      })}
    </>
  )
}

/** What a block is taken for, and the form that says it is something else. */
function BlockKindLine({ block, report, page }: { readonly block: Block; readonly report: RecordReport; readonly page: number | null }) {
  const name = blockName(block.kind)
  const id = `k-${block.start}`
  return (
    <div class="block-kind">
      <span>
        {isRead(block.kind) ? name : `Set aside: ${name.toLowerCase()}`}
        {page === null ? '' : `, page ${page}`}
      </span>
      <details class="act">
        <summary class="quiet">
          Not so?<span class="vh"> Say what this block is, taken for {name.toLowerCase()}</span>
        </summary>
        <form method="post" action="/decide">
          <Hidden
            fields={{
              act: 'relabel',
              report: report.id,
              start: String(block.start),
              back: `${reportAddress(report.id)}#${blockId(block)}`,
            }}
          />
          <Choice id={id} name="kind" label="It is" options={blockKinds.map((kind) => [kind, blockName(kind)])} chosen={block.kind} />
          <div class="acts">
            <button type="submit">Relabel</button>
          </div>
        </form>
      </details>
    </div>
  )
}

function asideReason({ why }: Block): string {
  return why === '' ? 'No part of the story.' : `${capital(why)}. Nothing is read from it.`
}

/** A block without the white space around it, which belongs to the captured page and not to its words. */
function trimmed(text: string, { start, end }: Block): { readonly start: number; readonly end: number } {
  const words = text.slice(start, end)
  return { start: start + (words.length - words.trimStart().length), end: end - (words.length - words.trimEnd().length) }
}

function statementMarkings(statements: readonly RecordStatement[]): readonly Marking<Mark>[] {
  return statements.map((statement) => ({ start: statement.quote.start, end: statement.quote.end, what: { kind: 'statement', statement } }))
}

/** The word that hedges each statement, where it stands; each stretch once. */
function hedgeMarkings(statements: readonly RecordStatement[]): readonly Marking<Mark>[] {
  const hedges = statements.flatMap(({ certainty, hedge }) => (certainty === 'hedged' && hedge !== undefined ? [hedge] : []))
  return [...new Map(hedges.map((hedge) => [hedge.start, hedge])).values()].map(({ start, end }) => ({
    start,
    end,
    what: { kind: 'hedge' },
  }))
}

/** The words that say who speaks, each stretch once. */
function voiceMarkings(voices: readonly Voice[]): readonly Marking<Mark>[] {
  const spans = voices
    .flatMap(({ source, cue }) => [source, cue].filter((span) => span !== null))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of spans) {
    const last = joined.at(-1)
    // One space between the source and its verb is part of the same voice.
    if (last !== undefined && start <= last.end + 1) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined.map((span) => ({ ...span, what: { kind: 'voice' } }))
}

function Marked({ pieces, lookup }: { readonly pieces: readonly Piece<Mark>[]; readonly lookup: Lookup }) {
  return (
    <>
      {pieces.map((piece) => {
        if (piece.kind === 'text') return piece.text
        const inside = <Marked pieces={piece.inside} lookup={lookup} />
        if (piece.what.kind === 'voice') return <mark class="voice">{inside}</mark>
        if (piece.what.kind === 'hedge') return <span class="hedge">{inside}</span>
        const { statement } = piece.what
        const number = lookup.numberOf(statement.id)
        return (
          <span class={`told is-${statement.state}`} {...(piece.first ? { id: elementId(statement.id) } : {})}>
            {inside}
            <a
              href={`#about-${elementId(statement.id)}`}
              aria-label={piece.last ? `Statement ${number}` : `Statement ${number}, which goes on`}
            >
              {piece.last ? number : `${number}…`}
            </a>
          </span>
        )
      })}
    </>
  )
}

/** What could not be read, and why. */
function Notes({ read }: { readonly read: ReadReport }) {
  if (read.notes.length === 0) return null
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">What could not be read</h2>
      <ul class="log">
        {read.notes.map(({ start, end, message, rule }) => (
          <li>
            {end > start ? <q {...setting(read.report.language)}>{read.text.slice(start, Math.min(end, start + longestExcerpt))}</q> : null}{' '}
            {message} <span class="small">({rule})</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A note's words are shown up to this length: it points to a place, it does not repeat the report. */
const longestExcerpt = 160
