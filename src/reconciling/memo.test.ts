import { describe, expect, it } from 'vitest'
import { LastRunMemo, remembered } from './memo.js'

describe('what was computed before', () => {
  it('is computed once while each run uses it, and again after a run that did not', () => {
    const memo = new LastRunMemo()
    let times = 0
    const run = (key: string) =>
      remembered(
        memo,
        () => key,
        () => ++times,
      )
    expect([run('a'), run('a')]).toEqual([1, 1])
    memo.turn()
    expect(run('a')).toBe(1)
    memo.turn()
    run('b')
    memo.turn()
    expect(run('a')).toBe(3)
  })
})
