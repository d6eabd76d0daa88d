import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../packs.js'
import { compatibleSchema } from './compatible.js'
import { outletsSchema } from './outlets.js'

const { outlets, compatible, comparing } = loadKnowledge()

describe('outlets', () => {
  it('no name means two outlets', () => {
    const names = outlets.flatMap(({ name, names: others }) => [name, ...others])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('an outlet without a kind, or with one we do not know, does not load', () => {
    expect(outletsSchema.safeParse([{ name: 'Fjord Wire', names: [] }]).success).toBe(false)
    expect(outletsSchema.safeParse([{ name: 'Fjord Wire', names: [], kind: 'blog' }]).success).toBe(false)
  })
})

describe('compatible words', () => {
  it('no word is wider than itself, and a wide word without narrow ones does not load', () => {
    expect(compatible.filter(({ wide, narrow }) => narrow.includes(wide))).toEqual([])
    expect(compatibleSchema.safeParse([{ wide: 'police', narrow: [] }]).success).toBe(false)
  })
})

describe('words for comparing names', () => {
  it('no name is borne by two bodies', () => {
    const names = comparing.bodies.flatMap((line) => line.map((name) => name.toLowerCase()))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('every word is in small letters', () => {
    const words = [
      ...comparing.titles,
      ...comparing.particles,
      ...comparing.headWords,
      ...comparing.kindWords,
      ...comparing.placeWords,
      ...comparing.sameWords.flat(),
    ]
    expect(words.filter((word) => word !== word.toLowerCase())).toEqual([])
  })
})
