import { Temporal } from 'temporal-polyfill'

const minute = 60_000

/** From an instant on, clocks of a zone are so far ahead of UTC. */
interface Offset {
  readonly from: number
  readonly offset: number
}

/** How far ahead of UTC the clocks of a zone are at an instant, in milliseconds. The library is asked once for each zone and year: a case asks a thousand times. */
export function offsetAt(instant: number, zone: string): number {
  const year = new Date(instant).getUTCFullYear()
  let found = 0
  for (const { from, offset } of offsetsOf(zone, year)) {
    if (from > instant) break
    found = offset
  }
  return found
}

const known = new Map<string, Map<number, readonly Offset[]>>()

function offsetsOf(zone: string, year: number): readonly Offset[] {
  const years = known.get(zone) ?? new Map<number, readonly Offset[]>()
  known.set(zone, years)
  const kept = years.get(year)
  if (kept !== undefined) return kept
  const offsets = askedOf(zone, year)
  years.set(year, offsets)
  return offsets
}

/** The offset at the year's beginning, then each change within it. */
function askedOf(zone: string, year: number): readonly Offset[] {
  const start = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime('UTC')
  const end = start.add({ years: 1 }).epochMilliseconds
  const offsets: Offset[] = []
  let at: Temporal.ZonedDateTime | null = start.withTimeZone(zone)
  while (at !== null && at.epochMilliseconds < end) {
    // Offsets of the time before zones have odd seconds; the minutes are what anybody writes.
    offsets.push({ from: at.epochMilliseconds, offset: Math.round(at.offsetNanoseconds / 1e6 / minute) * minute })
    at = at.getTimeZoneTransition('next')
  }
  return offsets
}
