import { lacksMaker, makersOf } from './event-fit.js'
import { folded } from './name-token.js'
import type { Told } from './told.js'

/** Under which keys each statement looks for its event: statements that share none are never laid side by side. */
export function eventKeys(told: readonly Told[]): (one: Told) => readonly string[] {
  // A statement that names nobody in the role that makes its happening is looked for by its other parties, its story and its month; the others carry those keys only where one looks for them.
  const sought = new Set(told.filter(lacksMaker).flatMap(looseKeys))
  return (one) => [...new Set([...makerKeys(one), ...looseKeys(one).filter((key) => sought.has(key))])]
}

/** Whoever makes the happening, with who holds office in it or for it; an unnamed one by the longer words that describe it. */
function makerKeys(one: Told): readonly string[] {
  const { type } = one.statement
  return makersOf(one)
    .flatMap(({ key, value, entity, kin }) => (entity === null ? descriptionKeys(value) : [key, ...kin]))
    .map((key) => `${type} ${key}`)
}

function looseKeys(one: Told): readonly string[] {
  const { type, time } = one.statement
  const month = time === null ? null : monthOf(time.edtf)
  const parties = [...one.patient, ...one.agent, ...one.recipient].filter(({ entity }) => entity !== null)
  return [
    `${type} told in ${one.story}`,
    ...(month === null ? [] : [`${type} in ${month}`]),
    ...parties.map(({ key }) => `${type} with ${key}`),
  ]
}

/** The month a time lies in, where it lies in one. */
export function monthOf(edtf: string): string | null {
  return /^\d{4}-\d{2}/.test(edtf) && !edtf.includes('/') ? edtf.slice(0, 7) : null
}

/** Shorter words of a description say little, and longer ones are compared by their beginning. */
const keyLetters = 5

function descriptionKeys(description: string): readonly string[] {
  return folded(description)
    .split(' ')
    .filter((word) => word.length >= keyLetters)
    .map((word) => `~${word.slice(0, keyLetters)}`)
}
