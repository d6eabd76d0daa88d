import type { Child } from 'hono/jsx'
import type { AttributeStatus, AttributeValue, FindingStatus, RecordStatement } from '../model/record.js'
import { countedRange } from './words.js'

/** Most dots drawn in a row; past that the eye no longer counts and the words beside them do. */
const mostDots = 12

/** One dot for each independent origin; hollow where the value is only ever hedged, broken where it may be one of the others. Said in words beside them. */
export function Dots({ values }: { readonly values: readonly AttributeValue[] }) {
  return (
    <>
      {values.map((value, index) => (
        <>
          {index === 0 ? null : (
            <span class="against">
              <Shape of="disputed" />
              <span class="vh">against</span>
            </span>
          )}
          <span class="dots" aria-hidden="true">
            {value.origins.slice(0, mostDots).map((_, at) => (
              <i class={at >= (value.originsAtLeast ?? value.origins.length) ? 'perhaps' : value.hedged === true ? 'hollow' : 'full'} />
            ))}
          </span>
        </>
      ))}
    </>
  )
}

/** "two origins", "one to two origins", "one origin, only ever hedged". */
export function originsInWords({ origins, originsAtLeast, hedged }: Pick<AttributeValue, 'origins' | 'originsAtLeast' | 'hedged'>): string {
  return `${countedRange(originsAtLeast ?? origins.length, origins.length, 'origin')}${hedged === true ? ', only ever hedged' : ''}`
}

const shapes = {
  agreed: 'M2 4.2h8M2 7.8h8',
  disputed: 'M2 4.2h8M2 7.8h8M8.2 1.4 3.8 10.6',
  met: 'M2 6.5 5 9.5 10 2.8',
  missed: 'M2.6 2.6l6.8 6.8M9.4 2.6 2.6 9.4',
  pending: 'M2.2 6h.1M6 6h.1M9.8 6h.1',
  blocked: 'M2.4 6h7.2',
} as const
type ShapeName = keyof typeof shapes

function Shape({ of }: { readonly of: ShapeName }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={shapes[of]} />
    </svg>
  )
}

function Sign({ of }: { readonly of: ShapeName | '1' | '?' | '~' }) {
  return (
    <span class="sign" aria-hidden="true">
      {of === '1' || of === '?' || of === '~' ? of : <Shape of={of} />}
    </span>
  )
}

const statusSigns = { agreed: 'agreed', single: '1', disputed: 'disputed', unknown: '?' } as const

/** The sign of an attribute with its word, or with `children` in place of the word. */
export function StatusMark({ status, children }: { readonly status: AttributeStatus; readonly children?: Child }) {
  return (
    <span class={`mark ${status}`}>
      <Sign of={statusSigns[status]} />
      {children ?? status}
    </span>
  )
}

const findingSigns: Readonly<Record<FindingStatus, ShapeName | '?' | '~'>> = {
  met: 'met',
  missed: 'missed',
  late: 'missed',
  pending: 'pending',
  contested: 'disputed',
  blocked: 'blocked',
  'not-applicable': 'blocked',
  'no-verdict': '~',
  unknown: '?',
}

export const findingWords: Readonly<Record<FindingStatus, string>> = {
  met: 'met',
  missed: 'missed',
  late: 'late',
  pending: 'pending',
  contested: 'contested',
  blocked: 'blocked by an earlier step',
  'not-applicable': 'not part of the procedure',
  'no-verdict': 'no verdict',
  unknown: 'nobody here reports it',
}

export function FindingMark({ status, short }: { readonly status: FindingStatus; readonly short?: boolean }) {
  const looks = status === 'contested' ? 'disputed' : status === 'unknown' ? 'unknown' : 'finding'
  return (
    <span class={`mark ${looks}`}>
      <Sign of={findingSigns[status]} />
      {short === true ? status.replace('-', ' ') : findingWords[status]}
    </span>
  )
}

/** Whether a person has decided about a statement, and who. */
export function StateMark({ statement }: { readonly statement: Pick<RecordStatement, 'state' | 'decidedBy'> }) {
  const { state, decidedBy } = statement
  if (state === 'proposed') {
    return (
      <span class="state proposal">
        <span class="sign" aria-hidden="true" />
        proposal
      </span>
    )
  }
  return (
    <span class={`state ${state}`}>
      <Sign of={state === 'accepted' ? 'met' : 'missed'} />
      {state}
      {decidedBy === undefined ? null : (
        <>
          {' by '}
          <bdi>{decidedBy.who}</bdi>
        </>
      )}
    </span>
  )
}
