import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inOrder } from './in-order.js'

async function* counting(to: number): AsyncGenerator<number> {
  for (let one = 0; one < to; one++) yield one
}

async function all<T>(results: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const result of results) found.push(result)
  return found
}

describe('inOrder', () => {
  it('gives results in the order of what was given, also when the first takes longest', async () => {
    const results = inOrder(counting(6), 3, async (one) => {
      await pause(6 - one)
      return one * 10
    })
    expect(await all(results)).toEqual([0, 10, 20, 30, 40, 50])
  })

  it('never has more under way than allowed', async () => {
    let now = 0
    let most = 0
    const results = inOrder(counting(20), 4, async () => {
      most = Math.max(most, ++now)
      await pause(1)
      now--
    })
    await all(results)
    expect(most).toBe(4)
  })

  it('throws what the work threw', async () => {
    const results = inOrder(counting(3), 2, async (one) => {
      if (one === 1) throw new Error('the second')
      return one
    })
    await expect(all(results)).rejects.toThrow('the second')
  })
})
