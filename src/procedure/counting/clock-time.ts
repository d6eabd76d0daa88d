import { Temporal } from 'temporal-polyfill'
import { AttestError } from '../../model/errors.js'

const minute = 60_000
const withOffset = /(?:Z|[+-]\d{2}:\d{2})$/

/** Every instant a stated clock time may mean: one, or two in the night when clocks go back. Without an offset it is read in `zone`. */
export function instantsOf(time: string, zone: string): readonly number[] {
  if (withOffset.test(time)) return [Temporal.Instant.from(time).epochMilliseconds]
  const stated = Temporal.PlainDateTime.from(time)
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) => stated.toZonedDateTime(zone, { disambiguation }))
  if (earlier === undefined || later === undefined) return []
  if (!earlier.toPlainDateTime().equals(stated)) {
    throw new AttestError(
      'counting/no-such-time',
      `${time} did not exist in ${zone}: clocks went forward that night; give the time with its offset, such as ${clockTime(later.epochMilliseconds, zone)}`,
    )
  }
  return earlier.epochMilliseconds === later.epochMilliseconds
    ? [earlier.epochMilliseconds]
    : [earlier.epochMilliseconds, later.epochMilliseconds]
}

/** So many answers on zones are kept, then forgotten all at once: a case asks for the same few days a hundred times. */
const mostKept = 20_000

function remembering<Key extends string | number, Answer>(find: (key: Key, zone: string) => Answer): (key: Key, zone: string) => Answer {
  const kept = new Map<string, Answer>()
  return (key, zone) => {
    const name = `${key} ${zone}`
    const known = kept.get(name)
    if (known !== undefined) return known
    if (kept.size > mostKept) kept.clear()
    const answer = find(key, zone)
    kept.set(name, answer)
    return answer
  }
}

/** The instant as a local time with its offset, to the minute: `2025-01-21T09:30+01:00`. */
export const clockTime = remembering((instant: number, zone): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toString({ timeZone: zone, smallestUnit: 'minute' }),
)

/** The local day of an instant. */
export function localDay(instant: number, zone: string): string {
  return clockTime(instant, zone).slice(0, 10)
}

/** The first instant of a day. */
export const dayStart = remembering((day: string, zone): number => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)

/** The last minute of a day. */
export const dayEnd = remembering(
  (day: string, zone): number => dayStart(Temporal.PlainDate.from(day).add({ days: 1 }).toString(), zone) - minute,
)

/** The zone of a fixed offset, for places of which nothing else is known. */
export function zoneOf(time: string): string | null {
  const offset = withOffset.exec(time)?.[0]
  return offset === undefined ? null : offset === 'Z' ? 'UTC' : offset
}
