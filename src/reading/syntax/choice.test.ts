import { describe, expect, it } from 'vitest'
import { Choice } from './choice.js'

describe('a choice', () => {
  it('tells who leads and by how much, among those that stand for choice only', () => {
    const choice = new Choice(4)
    choice.scores.set([90, 7, -5, 12])
    choice.compare(Uint8Array.of(1, 2, 3))
    expect([choice.best, choice.lead]).toEqual([3, 5])
  })
  it('takes the first of equals, with no lead', () => {
    const choice = new Choice(3)
    choice.scores.set([4, 9, 9])
    choice.compare(Uint8Array.of(0, 1, 2))
    expect([choice.best, choice.lead]).toEqual([1, 0])
  })
  it('is sure where there is one class only', () => {
    const choice = new Choice(3)
    choice.compare(Uint8Array.of(2))
    expect(choice.best).toBe(2)
    expect(choice.lead).toBeGreaterThan(10_000)
  })
})
