import type { StatementId } from '../model/ids.js'
import type { Deadline } from '../model/procedure-pack.js'
import type { Running } from './clock.js'
import { dayEnd } from './counting/clock-time.js'
import type { Moment } from './moment.js'

/** How an act stands to its term. `two-ways`: the law's two readings disagree; `too-coarse`: the dates stated cannot tell. */
export type Timing = 'met' | 'late' | 'early' | 'two-ways' | 'too-coarse'

/** One pairing of a start and an act, and what it comes to. */
export interface Pairing {
  readonly timing: Timing
  readonly statements: readonly StatementId[]
}

/** Every pairing of a start that has a term with a moment of the act: rival dates give rival outcomes. */
export function pairings(kind: Deadline['kind'], running: readonly Running[], done: readonly Moment[], zone: string): readonly Pairing[] {
  return running
    .filter(({ due }) => due.length > 0)
    .flatMap((one) =>
      done.map((act) => ({ timing: timingOf(kind, one, act, zone), statements: [...one.start.statements, ...act.statements] })),
    )
}

function timingOf(kind: Deadline['kind'], { due, readTwoWays }: Running, { first, last }: Moment, zone: string): Timing {
  const [earliest, latest] = [endOf(due[0] ?? '', zone), endOf(due.at(-1) ?? '', zone)]
  if (first === null || last === null) return 'too-coarse'
  // Between the two ways of counting only where the act itself is told finely enough to lie between them.
  const open = readTwoWays && first > earliest && last <= latest ? 'two-ways' : 'too-coarse'
  if (kind === 'floor') return first > latest ? 'met' : last <= earliest ? 'early' : open
  return last <= earliest ? 'met' : first > latest ? 'late' : open
}

/** The last instant of a term's end: a day lasts until its end. */
export function endOf(due: string, zone: string): number {
  return due.includes('T') ? Date.parse(due) : dayEnd(due, zone)
}
