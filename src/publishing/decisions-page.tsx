import type { CaseView } from '../model/record.js'
import { doneInWords } from './acts-in-words.js'
import { passageAddress } from './addresses.js'
import { DoneLine, type Shown, UndoForm } from './forms.js'
import { type LoggedDecision, loggedDecisions } from './logged-decisions.js'
import { type Lookup, lookUp } from './lookup.js'
import { html, Page } from './shell.js'
import { capital, counted, momentInWords, shortDigest } from './words.js'

/** The log as a person reads it: what was decided, by whom, when and why, latest first; and decisions that no longer find what they were about. */
export function decisionsPage(view: CaseView, shown: Shown = {}): string {
  const decisions = loggedDecisions(view)
  const lookup = lookUp(view)
  return html(
    <Page view={view} title="Decisions" place="Decisions">
      <DoneLine shown={shown} view={view} back="/decisions" />
      <div class="title">
        <h1>What people decided</h1>
        <p class="lead">
          {decisions.length === 0
            ? 'Nobody has decided anything yet. Every statement is a proposal.'
            : `${capital(counted(decisions.length, 'decision'))}. None is ever struck out: taking one back is one more line.`}
        </p>
        <p class="note">
          The log has {counted(view.log.lines, 'line')}
          {view.log.last === null ? (
            '.'
          ) : (
            <>
              ; the last is <span class="digest">{shortDigest(view.log.last)}</span>. Each carries the digest of the one before.
            </>
          )}
        </p>
      </div>
      <Orphans view={view} />
      {decisions.length === 0 ? (
        <p class="empty">
          <a href="/reports">Read a report and accept or reject its statements</a>.
        </p>
      ) : (
        <section aria-labelledby="lines">
          <h2 id="lines">Latest first</h2>
          <ol class="log" reversed>
            {[...decisions].reverse().map((decision) => (
              <Line decision={decision} lookup={lookup} />
            ))}
          </ol>
        </section>
      )}
    </Page>,
  )
}

function Line({ decision, lookup }: { readonly decision: LoggedDecision; readonly lookup: Lookup }) {
  const { line, who, when, because, act, undoneBy } = decision
  const anchor = 'statement' in act ? lookup.statement(act.statement.statement) : undefined
  return (
    <li id={`line-${line}`} class={undoneBy === null ? 'in-force' : 'undone'}>
      <p>
        <strong>{doneInWords(act)}</strong> {undoneBy === null ? null : <a href={`#line-${undoneBy}`}>Taken back on line {undoneBy}.</a>}
      </p>
      <p class="small">
        Line {line}, <bdi>{who}</bdi>, <time datetime={when}>{momentInWords(when)}</time>: “{because}”{' '}
        {anchor === undefined ? null : <a href={passageAddress(anchor)}>Open the passage</a>}
      </p>
      {undoneBy === null ? <UndoForm line={line} what={`line ${line}`} back="/decisions" /> : null}
    </li>
  )
}

function Orphans({ view }: { readonly view: CaseView }) {
  const { orphans } = view.record
  if (orphans.length === 0) return null
  return (
    <section aria-labelledby="orphans">
      <h2 id="orphans">Decisions that no longer find their place</h2>
      <p class="note">After a better reader, what these were about is not there word for word. They are kept; a person decides anew.</p>
      <ul class="log">
        {orphans.map(({ line, act, message }) => (
          <li>
            <a href={`#line-${line}`}>Line {line}</a>, {act}: {message}
          </li>
        ))}
      </ul>
    </section>
  )
}
