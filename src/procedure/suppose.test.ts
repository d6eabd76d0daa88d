import { describe, expect, it } from 'vitest'
import { parseSupposition } from './suppose.js'

describe('a supposition', () => {
  it('is a type, a time and who', () => {
    expect(parseSupposition('ruling 2025-01-23T09:30 Rome Court of Appeal')).toEqual({
      type: 'ruling',
      outcome: null,
      time: '2025-01-23T09:30',
      agent: 'Rome Court of Appeal',
      recipient: null,
    })
  })

  it('may name an outcome and whom it is told', () => {
    expect(parseSupposition('ruling custody ordered 2025-01-23').outcome).toBe('custody-ordered')
    expect(parseSupposition('notification 2025-01-22 Minister of Justice to Prosecutor General')).toMatchObject({
      agent: 'Minister of Justice',
      recipient: 'Prosecutor General',
    })
  })

  it.each([
    ['picnic 2025-01-23', 'is no type'],
    ['ruling tomorrow', 'gives no time'],
    ['ruling 2025-13-40', 'gives no time'],
  ])('%s is refused', (text, words) => expect(() => parseSupposition(text)).toThrow(words))
})
