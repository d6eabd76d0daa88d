import type { TimeReading } from '../parts.js'

/** The times of each sentence, in order, by its index. */
export function timesBySentence(times: readonly TimeReading[]): ReadonlyMap<number, readonly TimeReading[]> {
  const found = new Map<number, TimeReading[]>()
  for (const time of times) {
    const beside = found.get(time.sentence)
    if (beside === undefined) found.set(time.sentence, [time])
    else beside.push(time)
  }
  return found
}
