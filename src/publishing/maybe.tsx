import type { Entity, PossibleMatch } from '../model/record.js'
import { elementId, entityAddress } from './addresses.js'
import { Hidden } from './forms.js'
import type { Lookup } from './lookup.js'

/** Two parties that may be one, with the reasons, and three answers of equal weight. */
export function Maybe({ match, lookup, back }: { readonly match: PossibleMatch; readonly lookup: Lookup; readonly back: string }) {
  const [a, b] = [lookup.entity(match.a), lookup.entity(match.b)]
  if (a === undefined || b === undefined) return null
  const id = `m-${elementId(match.a)}-${elementId(match.b)}`
  const pair = `${a.name} and ${b.name}`
  return (
    <div class="maybe">
      <h3>
        <Named entity={a} /> and <Named entity={b} /> · score {match.score.toFixed(2)}
      </h3>
      <ul class="reasons">
        {match.because.map((reason) => (
          <Reason words={reason} />
        ))}
      </ul>
      <form method="post" action="/decide">
        <Hidden fields={{ a: match.a, b: match.b, back }} />
        <div class="field">
          <label for={id}>Why, if you like (kept in the log)</label>
          <input id={id} name="because" type="text" />
        </div>
        <div class="acts">
          {(
            [
              ['same', 'Same'],
              ['not-same', 'Not the same'],
              ['unsure', 'Unsure'],
            ] as const
          ).map(([act, words]) => (
            <button type="submit" name="act" value={act}>
              {words}
              <span class="vh">: {pair}</span>
            </button>
          ))}
        </div>
      </form>
    </div>
  )
}

function Named({ entity }: { readonly entity: Entity }) {
  return (
    <a href={entityAddress(entity.id)}>
      <bdi>{entity.name}</bdi>
    </a>
  )
}

/** A reason that begins with its weight ("+0.35 same event") stands with the weight in a column of its own. */
function Reason({ words }: { readonly words: string }) {
  const weighed = /^([+−-]) ?(\d+(?:\.\d+)?)[:,]? (.+)$/.exec(words)
  if (weighed === null) {
    return (
      <li>
        <b />
        <span>{words}</span>
      </li>
    )
  }
  const [, sign, weight, reason] = weighed
  return (
    <li>
      <b>
        {sign === '+' ? '+' : '−'} {weight}
      </b>
      <span>{reason}</span>
    </li>
  )
}
