import type { CaseView, Clocks, RunningClock } from '../model/record.js'
import { timeInWords } from '../model/time.js'
import { durationInWords } from './durations.js'
import { effectInWords } from './effects.js'
import { grouped } from './lookup.js'
import { html, Page } from './shell.js'
import { capital, counted, listed } from './words.js'

/** What was asked of the clocks, as it stands in the form again. */
export interface ClocksForm {
  readonly at: string
  readonly suppose: string
  /** Why what was asked could not be shown. */
  readonly refused?: string
}

/** What runs, what is due next and how long is left, under which readings of the law; and what would be, if something more came. */
export function clocksPage(view: CaseView, clocks: Clocks, form: ClocksForm): string {
  const byState = grouped(clocks.clocks, ({ state }) => state)
  return html(
    <Page view={view} title="Clocks" place="Procedure">
      <div class="title">
        <h1>What the law wants next</h1>
        <p class="lead">{leadOf(clocks)}</p>
        <p>
          As of {timeInWords(clocks.at)}. <a href="/procedure">All steps with the law’s words</a>.{' '}
          <a href="/clocks.ics">Due times as a calendar</a>.
        </p>
        <p class="note">This compares accounts with the words of a law. It is not legal advice.</p>
      </div>
      {clocks.supposed.length === 0 ? null : <p class="wrong">Supposed, told by nobody: {listed(clocks.supposed)}.</p>}
      <Table id="running" title="Terms that run" clocks={byState.get('running') ?? []} />
      <Table id="ended" title="Terms that have ended, with no report that the act was done" clocks={byState.get('ended') ?? []} />
      <Table id="soon" title="Acts the law wants soon, without a number" clocks={byState.get('soon') ?? []} />
      <Asked form={form} />
      <section aria-labelledby="packs">
        <h2 id="packs">Which law, and why</h2>
        {clocks.packs.length === 0 ? (
          <p>No procedure pack applies to what has been read.</p>
        ) : (
          <ul>
            {clocks.packs.map(({ title, because }) => (
              <li>
                {title}: {because}
              </li>
            ))}
          </ul>
        )}
      </section>
    </Page>,
  )
}

function leadOf({ clocks, packs }: Clocks): string {
  if (packs.length === 0) return 'No procedure pack applies to what has been read, so no clock runs.'
  const running = clocks.filter(({ state }) => state === 'running')
  const [next] = running
  if (next === undefined) return 'No term runs: each was kept or missed, has ended, or ended with the custody.'
  return `${capital(counted(running.length, 'term runs', 'terms run'))}. Due next: ${next.what}, ${dueInWords(next)}.`
}

function dueInWords({ due }: RunningClock): string {
  return due === null ? 'no date set' : timeInWords(due)
}

function leftInWords({ left, gone }: RunningClock): string {
  if (left === null) return gone === null ? '' : `${durationInWords(gone)} gone`
  const [first, last] = [left.first, left.last].map(inWords)
  return first === last ? (first ?? '') : `${first} to ${last}`
}

function inWords(left: string): string {
  return left.startsWith('-') ? `ended ${durationInWords(left.slice(1))} ago` : durationInWords(left)
}

function Table({ id, title, clocks }: { readonly id: string; readonly title: string; readonly clocks: readonly RunningClock[] }) {
  if (clocks.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">By whom</th>
            <th scope="col">Due</th>
            <th scope="col">{id === 'soon' ? 'Time gone' : 'Left'}</th>
            <th scope="col">Law</th>
          </tr>
        </thead>
        <tbody>
          {clocks.map((clock) => (
            <tr>
              <th scope="row">
                {clock.what}
                {clock.readings.length === 0 ? null : <span class="note"> Under {listed(clock.readings)}</span>}
              </th>
              <td data-label="By whom">{clock.who}</td>
              <td data-label="Due">{dueInWords(clock)}</td>
              <td data-label={id === 'soon' ? 'Time gone' : 'Left'}>{leftInWords(clock)}</td>
              <td data-label="Law">
                {clock.basis}. A miss means: {effectInWords(clock.effect)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Another minute, or something more that might come. */
function Asked({ form }: { readonly form: ClocksForm }) {
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">As of another time, or what if</h2>
      {form.refused === undefined ? null : <p class="wrong">{form.refused}</p>}
      <form action="/clocks" method="get">
        <div class="field">
          <label for="f-at">As of (2025-01-20 or 2025-01-20T12:00+01:00; empty: now)</label>
          <input type="text" id="f-at" name="at" dir="ltr" value={form.at} />
        </div>
        <div class="field">
          <label for="f-suppose">Suppose (ruling validated 2025-01-23T09:30 Rome Court of Appeal)</label>
          <input type="text" id="f-suppose" name="suppose" value={form.suppose} />
        </div>
        <p>
          <button type="submit">Show</button>
        </p>
      </form>
    </section>
  )
}
