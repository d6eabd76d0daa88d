import type { Attribute } from '../model/record.js'
import { attributeOf, type Stated } from './attribute.js'
import type { Phrases } from './compatible-phrases.js'
import { folded } from './name-token.js'
import { areOppositeOutcomes } from './outcomes.js'
import type { Quantities } from './quantities.js'
import type { Told } from './told.js'

/** Details of which one happening may have several: each statement adds its own. */
const additive: ReadonlySet<string> = new Set(['charges', 'kind', 'name', 'words', 'title', 'direction'])
/** Details told in free words; they are rivals only where nothing in them meets. */
const freeWords: ReadonlySet<string> = new Set(['reason'])

/** What details are compared by. */
export interface DetailGround {
  readonly phrases: Phrases
  readonly quantities: Quantities
}

/** Every detail that a statement gives, by its key, in order. */
export function detailAttributes(told: readonly Told[], ground: DetailGround): Readonly<Record<string, Attribute>> {
  const keys = [...new Set(told.flatMap(({ statement }) => Object.keys(statement.detail)))].sort()
  return Object.fromEntries(keys.map((key) => [key, detailAttribute(key, told, ground)]))
}

function detailAttribute(key: string, told: readonly Told[], { phrases, quantities }: DetailGround): Attribute {
  const stated = told.flatMap((by): Stated[] => {
    const value = by.statement.detail[key]
    const values = value === undefined ? [] : Array.isArray(value) ? value : [String(value)]
    return values.map((one: string) => ({ key: folded(one), value: one, entity: null, by }))
  })
  return attributeOf(stated, {
    isWider: (a, b) => !additive.has(key) && key !== 'outcome' && a.key !== b.key && phrases.isWider(a.value, b.value),
    areRivals: (a, b) => {
      if (additive.has(key)) return false
      if (key === 'outcome') return areOppositeOutcomes(a.value, b.value)
      const [x, y] = [quantities.quantityIn(a.value), quantities.quantityIn(b.value)]
      // Four and a half years are four years and six months.
      if (x !== null && y !== null && x.least <= y.most && y.least <= x.most) return false
      return freeWords.has(key) ? !shareWords(a.key, b.key) : !phrases.areCompatible(a.value, b.value)
    },
  })
}

/** A shared word this long is seldom a joining word. */
const tellingLetters = 5
/** Words are compared by this much of their beginning, so that "involved" meets "involvement". */
const stemLetters = 6

function shareWords(a: string, b: string): boolean {
  const stems = (text: string) =>
    new Set(
      text
        .split(' ')
        .filter((word) => word.length >= tellingLetters)
        .map((word) => word.slice(0, stemLetters)),
    )
  const [x, y] = [stems(a), stems(b)]
  return x.size === 0 || y.size === 0 || [...x].some((stem) => y.has(stem))
}
