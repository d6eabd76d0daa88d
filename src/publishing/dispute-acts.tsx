import type { AttributeValue } from '../model/record.js'
import { timeInWords } from '../model/time.js'
import { detailWords, type Named } from './account.js'
import { Field, type FormProblem, Hidden, Wrong } from './forms.js'

/** Explain, settle, leave open: of equal weight, each with its reason. To settle, the account that is preferred is chosen too. */
export function DisputeActs({
  id,
  named,
  sides,
  question,
  problem,
}: {
  readonly id: string
  readonly named: Named
  readonly sides: readonly AttributeValue[]
  readonly question: string
  readonly problem: FormProblem | undefined
}) {
  const about = sides[0]?.statements[0]
  if (about === undefined) return null
  const wrong = problem?.field === 'prefer' ? problem.message : undefined
  return (
    <details class="act" {...(problem === undefined ? {} : { open: true })}>
      <summary class="button">
        Explain, settle or leave open<span class="vh">: {question}</span>
      </summary>
      <form method="post" action="/decide">
        <Hidden fields={{ dispute: id, statement: about, attribute: named.key, back: `/disputes#${id}` }} />
        <fieldset {...(wrong === undefined ? {} : { 'aria-describedby': `${id}-prefer-wrong` })}>
          <legend>To settle it: which account is to be preferred</legend>
          {sides.map((side, index) => (
            <div class="option">
              <input
                type="radio"
                id={`${id}-${index}`}
                name="prefer"
                value={ownStatement(side, sides)}
                {...(problem?.given.prefer === ownStatement(side, sides) ? { checked: true } : {})}
              />
              <label for={`${id}-${index}`}>
                <bdi>{valueWords(named.key, side.value)}</bdi>
              </label>
            </div>
          ))}
          <Wrong id={`${id}-prefer`} message={wrong} />
        </fieldset>
        <Field id={`${id}-because`} name="because" label="Why (kept in the log)" problem={problem} required />
        <div class="acts">
          <button type="submit" name="act" value="explain">
            Explain
          </button>
          <button type="submit" name="act" value="settle">
            Settle
          </button>
          <button type="submit" name="act" value="leave-open">
            Leave open
          </button>
        </div>
      </form>
    </details>
  )
}

/** A statement that gives this value and none of the others, so that a decision on it means this one. */
function ownStatement(side: AttributeValue, sides: readonly AttributeValue[]): string {
  const others = new Set(sides.filter((other) => other !== side).flatMap(({ statements }) => statements))
  return side.statements.find((id) => !others.has(id)) ?? side.statements[0] ?? ''
}

function valueWords(attribute: string, value: string): string {
  if (attribute === 'happened') return value === 'true' ? 'Yes' : 'No'
  return attribute === 'time' ? timeInWords(value) : detailWords(value)
}
