import type { Knowledge } from '../model/packs.js'
import { type KnownPlaces, knownPlacesOf } from './known-places.js'
import { folded } from './name-token.js'
import { nameWordsOf } from './name-words.js'
import { type RememberedNames, rememberedName } from './remembered-names.js'

/** Which parties are organs of which, from the words for them. An organ is a party of its own; what it does its body does. */
export interface Organs {
  /** Whether the first, by its names, is an organ of the second: the registry of a court, a ministry's directorate. One that says whose it is is nobody else's. */
  isOrganOf(organ: readonly string[], body: readonly string[]): boolean
  /** Whether one acts for a court and the other for a state. */
  areOpposite(a: readonly string[], b: readonly string[]): boolean
}

interface OrganRule {
  readonly bodies: ReadonlySet<string>
  readonly organs: readonly string[]
  readonly side: 'court' | 'state'
}

/** What the rules make of one name. */
interface NameUnderRules {
  readonly isKnownBody: boolean
  readonly organs: ReadonlySet<OrganRule>
  readonly bodies: ReadonlySet<OrganRule>
}

const compiled = new WeakMap<Knowledge, Organs>()

export function organsOf(knowledge: Knowledge): Organs {
  const made = compiled.get(knowledge)
  if (made !== undefined) return made
  const organs = compile(knowledge)
  compiled.set(knowledge, organs)
  return organs
}

function compile(knowledge: Knowledge): Organs {
  const places = knownPlacesOf(knowledge)
  const words = nameWordsOf(knowledge)
  const { known } = words
  const rules = knowledge.comparing.organs.map(
    ({ bodies, organs, side }): OrganRule => ({ bodies: new Set(bodies), organs: organs.map((organ) => ` ${organ}`), side }),
  )
  const hasBodyWord = (name: string, { bodies }: OrganRule) =>
    folded(name)
      .split(' ')
      .some((word) => bodies.has(word))
  // A country acts as a state, and is told by its capital: "Abuja had been informed".
  const standsForState = (name: string) => {
    const kind = places.named(name)?.kind
    return (kind === 'country' || kind === 'city') && !rules.some((rule) => hasBodyWord(name, rule))
  }
  const under = (name: string): NameUnderRules =>
    rememberedName(knownUnder, words, name, () => ({
      isKnownBody: known.get(folded(name))?.startsWith('body:') ?? false,
      organs: new Set(rules.filter(({ organs }) => organs.some((organ) => hasWord(name, organ)))),
      bodies: new Set(rules.filter((rule) => hasBodyWord(name, rule) || (rule.bodies.has('state') && standsForState(name)))),
    }))
  const knownUnder: RememberedNames<NameUnderRules> = new WeakMap()
  const isOrganBy = (names: readonly string[], rule: OrganRule) =>
    names.some((name) => under(name).organs.has(rule)) && !names.some((name) => under(name).isKnownBody)
  const isBodyBy = (names: readonly string[], rule: OrganRule) =>
    names.some((name) => under(name).bodies.has(rule)) && !isOrganBy(names, rule)
  const sidesOf = (names: readonly string[]) =>
    new Set(rules.filter((rule) => isBodyBy(names, rule) || isOrganBy(names, rule)).map(({ side }) => side))
  return {
    isOrganOf: (organ, body) =>
      rules.some((rule) => isOrganBy(organ, rule) && isBodyBy(body, rule)) &&
      mayBeOfOneCountry(organ, body, places) &&
      mayBeOfOneBody(organ, body, known),
    areOpposite: (a, b) => {
      const [x, y] = [sidesOf(a), sidesOf(b)]
      return x.size === 1 && y.size === 1 && [...x][0] !== [...y][0]
    },
  }
}

/** Whether a word stands in a name, in the singular or the plural, and not only in what follows the name's head: a court of ministers is no minister. */
function hasWord(name: string, word: string): boolean {
  const full = folded(name)
  const said = ` ${word.includes(' of ') ? full : full.replace(/ (?:of|for) .*$/, '')} `
  return said.includes(`${word} `) || said.includes(`${word}s `)
}

function mayBeOfOneCountry(organ: readonly string[], body: readonly string[], places: KnownPlaces): boolean {
  const own = organ.map((name) => places.countryIn(name)).find((country) => country !== null)
  return own === undefined || body.some((name) => places.countryIn(name)?.id === own?.id)
}

/** "Pre-Trial Chamber of the International Criminal Court" says whose it is. */
function mayBeOfOneBody(organ: readonly string[], body: readonly string[], known: ReadonlyMap<string, string>): boolean {
  const stated = organ.flatMap((name) => {
    const said = folded(name)
    const of = said.lastIndexOf(' of the ')
    const key = of === -1 ? undefined : known.get(said.slice(of + ' of the '.length))
    return key === undefined ? [] : [key]
  })
  return stated.length === 0 || body.some((name) => stated.includes(known.get(folded(name)) ?? ''))
}
