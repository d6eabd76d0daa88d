import type { Knowledge, LanguagePack } from '../model/packs.js'

const remembered = new WeakMap<LanguagePack, ReadonlySet<string>>()

/** Single words, in small letters, that the packs know to stand in names: given names, bodies with a name of their own, places. They help the tagger with names it never saw. */
export function knownNameWords(language: LanguagePack, knowledge: Knowledge): ReadonlySet<string> {
  const known = remembered.get(language)
  if (known !== undefined) return known
  const { person, organization } = language.names
  const names = [
    ...person.given.feminine,
    ...person.given.masculine,
    ...person.given.either,
    ...organization.acronyms.map(({ short }) => short),
    ...knowledge.places.filter(({ kind }) => kind !== 'court' && kind !== 'prison').flatMap((place) => place.names),
    ...knowledge.outlets.flatMap((outlet) => outlet.names),
  ]
  const words = new Set(names.filter((name) => /^\p{L}[\p{L}'’-]+$/u.test(name)).map((name) => name.toLowerCase()))
  remembered.set(language, words)
  return words
}
