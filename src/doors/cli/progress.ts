import type { OnProgress } from '../../attest.js'

/** Work shorter than this needs no word. */
const patienceMs = 2_000
/** A person reads no faster than twice a second. */
const betweenMs = 500

/** Says on standard error how far long work has come: count, rate, time left. Quiet for short work and when nobody is at a terminal. */
export function progress(what: string): OnProgress {
  const began = Date.now()
  let said = began
  return (count, of) => {
    const now = Date.now()
    if (!process.stderr.isTTY || now - began < patienceMs || (now - said < betweenMs && count < of)) return
    said = now
    const rate = count / ((now - began) / 1000)
    const left = Math.ceil((of - count) / rate)
    process.stderr.write(`\r${what}: ${count} of ${of}, ${rate.toFixed(1)} a second, ${left} s left ${count === of ? '\n' : ''}`)
  }
}
