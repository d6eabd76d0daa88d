import type { Phrases } from './compatible-phrases.js'
import { befallsPersons, isMadeByRecipient, lacksMaker, leavesMakerOut, makersOf } from './event-fit.js'
import type { Told } from './told.js'

/** Under which keys each statement looks for its event: statements that share none are never laid side by side. */
export function eventKeys(told: readonly Told[], phrases: Phrases): (one: Told) => readonly string[] {
  // A statement that names nobody in the role that makes its happening is looked for by its other parties, its story and its month; the others carry those keys only where one looks for them.
  const sought = new Set(told.filter(lacksMaker).flatMap(looseKeys))
  return (one) => [...new Set([...makerKeys(one, phrases), ...looseKeys(one).filter((key) => sought.has(key))])]
}

/** Whoever makes the happening, with who holds office in it or for it; an unnamed one by the longer words that describe it. */
function makerKeys(one: Told, phrases: Phrases): readonly string[] {
  const { type } = one.statement
  // One side may be told under names that share nothing: the presidency, and the capital.
  const inStory = isMadeByRecipient(type) ? [`${type} told in ${one.story}`] : []
  const makers = makersOf(one)
    .flatMap(({ key, value, entity, named, kin }) =>
      named ? [key, ...kin] : [...(entity === null ? [] : [key]), ...descriptionKeys(value, phrases)],
    )
    .map((key) => `${type} ${key}`)
  return [...inStory, ...makers]
}

function looseKeys(one: Told): readonly string[] {
  const { type, time } = one.statement
  const month = time === null ? null : monthOf(time.edtf)
  const figure = one.figure !== null && befallsPersons(type) && leavesMakerOut(one) ? [one.figure] : []
  const parties = [...one.patient, ...one.agent, ...one.recipient, ...figure].filter(({ entity }) => entity !== null)
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

/** Shorter words only join others: "wife" and "sons" say who it is. */
const shortestWord = 3

function descriptionKeys(description: string, phrases: Phrases): readonly string[] {
  return phrases
    .wordsAround(description)
    .filter((word) => word.length >= shortestWord)
    .map((word) => `~${word}`)
}
