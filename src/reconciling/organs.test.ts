import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../packs.js'
import { organsOf } from './organs.js'

const organs = organsOf(loadKnowledge())

describe('organs', () => {
  it.each([
    ['Pre-Trial Chamber I', 'International Criminal Court'],
    ['prosecutor of the court', 'court'],
    ['Minister of Justice', 'Ministry of Justice'],
    ['spokesman for the ministry', 'ministry'],
    ['Council of Ministers', 'Government of Norway'],
  ])('%s acts for %s', (organ, body) => {
    expect(organs.isOrganOf([organ], [body])).toBe(true)
    expect(organs.isOrganOf([body], [organ])).toBe(false)
  })

  it.each([
    ['court of ministers', 'ministry'],
    ['Council of Ministers', 'Ministry of Justice'],
    ['Supreme Court', 'Ministry of Justice'],
  ])('%s is no organ of %s, whatever it is made of', (organ, body) => {
    expect(organs.isOrganOf([organ], [body])).toBe(false)
  })
})
