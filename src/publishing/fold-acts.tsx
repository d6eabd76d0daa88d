import type { OriginAnchor } from '../model/decision.js'
import type { CaseView, OriginFold } from '../model/record.js'
import { reportAddress } from './addresses.js'
import { Choice, Field, type FormProblem, Hidden, UndoForm, Wrong } from './forms.js'
import { loggedDecisions } from './logged-decisions.js'
import type { Lookup } from './lookup.js'
import type { Way } from './origin-ways.js'
import { momentInWords, outletName, reportName } from './words.js'

/** A source as a form sends it: the report, a bar, the name; either may be empty. */
function anchorField({ report, name }: OriginAnchor): string {
  return `${report ?? ''}|${name ?? ''}`
}

function anchorWords({ report, name }: OriginAnchor, lookup: Lookup): string {
  const found = report === null ? undefined : lookup.report(report)
  if (name === null) return found === undefined ? 'a report' : reportName(found)
  return found === undefined ? name : `${name}, in ${outletName(found)}`
}

function Anchored({ anchor, lookup }: { readonly anchor: OriginAnchor; readonly lookup: Lookup }) {
  const words = <bdi>{anchorWords(anchor, lookup)}</bdi>
  return anchor.report === null || lookup.report(anchor.report) === undefined ? words : <a href={reportAddress(anchor.report)}>{words}</a>
}

const foldWords: Readonly<Record<OriginFold['kind'], string>> = {
  copy: 'prints the text of',
  credit: 'rests on',
  author: 'is counted with',
  unnamed: 'is counted with',
  decision: 'is counted with',
}

/** Two that are counted as one, the reason, and the button that counts them apart; where a person folded them, the one that takes that back. */
export function CountApart({ fold, lookup, back }: { readonly fold: OriginFold; readonly lookup: Lookup; readonly back: string }) {
  const { kind, a, b, because, line } = fold
  const pair = `${anchorWords(a, lookup)} and ${anchorWords(b, lookup)}`
  return (
    <li>
      <p>
        <Anchored anchor={a} lookup={lookup} /> {foldWords[kind]} <Anchored anchor={b} lookup={lookup} />
        {line === undefined ? (
          `: ${because}.`
        ) : (
          <>
            {', by a decision on '}
            <a href={`/decisions#line-${line}`}>line {line}</a>: “{because}”
          </>
        )}
      </p>
      {line === undefined ? (
        <form method="post" action="/decide">
          <Hidden fields={{ act: 'unfold', a: anchorField(a), b: anchorField(b), back: `${back}#folds` }} />
          <button class="quiet" type="submit">
            Count apart<span class="vh">: {pair}</span>
          </button>
        </form>
      ) : (
        <UndoForm line={line} what={pair} back={`${back}#folds`} />
      )}
    </li>
  )
}

/** The form by which a person counts two sources as one. */
export function CountAsOne({
  view,
  ways,
  back,
  problem,
}: {
  readonly view: CaseView
  readonly ways: readonly Way[]
  readonly back: string
  readonly problem: FormProblem | undefined
}) {
  const options = sourcesIn(view, ways).map((name) => [anchorField({ report: null, name }), name] as const)
  const [first, second] = options
  if (first === undefined || second === undefined) return null
  const own = problem?.form === 'fold' ? problem : undefined
  return (
    <section class="no-print" aria-labelledby="as-one">
      <h2 id="as-one">Count two as one</h2>
      <p class="note">
        Where you know that two sources are one, or that one has it from the other. Nothing is thrown away; the count changes.
      </p>
      <form method="post" action="/decide" class="fold">
        <Hidden fields={{ act: 'fold', back: `${back}#folds` }} />
        <div class="pair">
          <Choice id="fold-a" name="a" label="This source" options={options} chosen={own?.given.a ?? first[0]} />
          <Choice id="fold-b" name="b" label="is counted with" options={options} chosen={own?.given.b ?? second[0]} />
        </div>
        <Wrong id="fold-b" message={own?.field === 'b' ? own.message : undefined} />
        <Field id="fold-because" name="because" label="Why (kept in the log)" problem={own} required />
        <div class="acts">
          <button class="main" type="submit">
            Count as one
          </button>
        </div>
      </form>
    </section>
  )
}

/** The sources of these ways by names that reports give them: what a decision folded by its parts, an outlet without a name by none. */
function sourcesIn({ record }: CaseView, ways: readonly Way[]): readonly string[] {
  const given = new Set([
    ...record.statements.flatMap(({ sources }) => sources),
    ...record.entities.flatMap(({ name, names }) => [name, ...names.map(({ value }) => value)]),
    ...record.reports.flatMap(({ outlet, credits }) => [...(outlet === null ? [] : [outlet]), ...credits]),
  ])
  const decided = record.folds.flatMap(({ kind, a, b }) => (kind === 'decision' ? [a.name, b.name] : []))
  const names = [...ways.flatMap(({ roots }) => roots), ...decided].filter((name) => name !== null && given.has(name))
  return [...new Set(names as readonly string[])].sort((a, b) => a.localeCompare(b, 'en'))
}

/** What people counted apart, with the way back. */
export function CountedApart({ view, lookup, back }: { readonly view: CaseView; readonly lookup: Lookup; readonly back: string }) {
  const standing = loggedDecisions(view).flatMap(({ act, undoneBy, ...decision }) =>
    act.act === 'unfold' && undoneBy === null ? [{ ...decision, act }] : [],
  )
  if (standing.length === 0) return null
  return (
    <section aria-labelledby="apart">
      <h2 id="apart">Counted apart by a person</h2>
      <ul class="log compact folds">
        {standing.map(({ line, who, when, because, act }) => (
          <li>
            <p>
              <Anchored anchor={act.a} lookup={lookup} /> and <Anchored anchor={act.b} lookup={lookup} />: “{because}”, <bdi>{who}</bdi>,{' '}
              {momentInWords(when)}.
            </p>
            <UndoForm line={line} what={`${anchorWords(act.a, lookup)} and ${anchorWords(act.b, lookup)}`} back={`${back}#apart`} />
          </li>
        ))}
      </ul>
    </section>
  )
}
