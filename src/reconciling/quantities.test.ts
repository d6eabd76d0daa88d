import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../packs.js'
import { holds, quantitiesOf } from './quantities.js'

const { quantityIn, withoutQuantity } = quantitiesOf(loadKnowledge())
const endless = Number.POSITIVE_INFINITY

describe('how many are told of', () => {
  it.each([
    ['19 people', 19, 19],
    ['6,200 suspects', 6200, 6200],
    ['ninety-three witnesses', 93, 93],
    ['two hundred villagers', 200, 200],
    ['over a million people', 1_000_000, endless],
    ['at least 40 protesters', 40, endless],
    ['up to 500 men', 250, 500],
    ['some 100 migrants', 80, 120],
    ['dozens of students', 12, endless],
    ['three and a boy', 3, 3],
  ])('%s', (text, least, most) => expect(quantityIn(text)).toEqual({ least, most }))

  it('a description without a number tells none', () => {
    expect(quantityIn('the villagers of Tamra')).toBeNull()
    expect(withoutQuantity('at least 40 young protesters')).toBe('young protesters')
  })

  it('"over a hundred" leaves room for 120 and none for 90', () => {
    const over = quantityIn('over a hundred men')
    expect(holds(over, quantityIn('120 men'))).toBe(true)
    expect(holds(over, quantityIn('90 men'))).toBe(false)
    expect(holds(null, over)).toBe(true)
  })
})
