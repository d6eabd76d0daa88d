import type { Phrases } from './compatible-phrases.js'
import { befallsPersons, isMadeByRecipient, isOfOnePerson, leavesMakerOut, makersOf } from './event-fit.js'
import { monthOf } from './happening-time.js'
import type { Told } from './told.js'

/** Under which of these a statement is looked for, beside its type: whoever makes the happening, with who holds office in it or for it; an unnamed one by the longer words that describe it. */
export function makerKeys(one: Told, phrases: Phrases): readonly string[] {
  const { type } = one.statement
  // One side may be told under names that share nothing: the presidency, and the capital.
  const inStory = isMadeByRecipient(type) ? [one.story] : []
  const makers = makersOf(one).flatMap(({ key, value, entity, named, kin }) =>
    named ? [key, ...(isOfOnePerson(type) ? [] : kin)] : [...(entity === null ? [] : [key]), ...descriptionKeys(value, phrases)],
  )
  return [...inStory, ...makers]
}

/**
 * Its other parties, its story and its month. A statement that names nobody in the role that makes its happening is looked for by these, and looks by these for all others; statements that do name
 * somebody are not laid side by side over them.
 */
export function looseKeys(one: Told): readonly string[] {
  const month = one.stated === null ? null : monthOf(one.stated)
  return [one.story, ...(month === null ? [] : [month]), ...withKeys(one)]
}

/** The parties it names, in whatever role. */
export function withKeys(one: Told): readonly string[] {
  const { type } = one.statement
  const figure = one.figure !== null && befallsPersons(type) && leavesMakerOut(one) ? [one.figure] : []
  const parties = [...one.patient, ...one.agent, ...one.recipient, ...figure].filter(({ entity }) => entity !== null)
  return parties.map(({ key }) => key)
}

/** Shorter words only join others: "wife" and "sons" say who it is. */
const shortestWord = 3

function descriptionKeys(description: string, phrases: Phrases): readonly string[] {
  return phrases
    .wordsAround(description)
    .filter((word) => word.length >= shortestWord || /^\d{2,}$/.test(word))
    .map((word) => `~${word}`)
}
