import { describe, expect, it } from 'vitest'
import { encodeRows, mixed, NarrowRows, Rows, type TrainedRow } from './rows.js'

const feature = (index: number) => mixed(1, index, 2)

/** Rows for features 0 to 999; each says something of two classes. */
const rows: readonly TrainedRow[] = Array.from({ length: 1000 }, (_, index) => ({
  feature: feature(index),
  entries: [index % 3, (index % 250) - 125 || 1, (index + 1) % 3, (index % 60) + 1],
}))

/** What the rows say of features `from` to `to`, added up one by one. */
function sumOf(from: number, to: number): readonly number[] {
  const sum = [0, 0, 0]
  for (const { entries } of rows.slice(from, to)) for (let at = 0; at < entries.length; at += 2) sum[entries[at]!]! += entries[at + 1]!
  return sum
}

const features = Int32Array.from({ length: 1000 }, (_, index) => feature(index))

describe.each([
  ['rows of many classes', Rows],
  ['rows of three classes', NarrowRows],
])('%s', (_, Kind) => {
  const { rows: decoded, end } = Kind.decode(encodeRows(rows), 0)
  it('give each feature the weights that were written', () => {
    for (let index = 0; index < rows.length; index++) {
      const scores = new Int32Array(3)
      decoded.addScores(features, index, index + 1, scores)
      expect([...scores]).toEqual(sumOf(index, index + 1))
    }
  })
  it('add up the features asked for, and no others', () => {
    const scores = Int32Array.of(1, 2, 3)
    decoded.addScores(features, 10, 30, scores)
    const [first = 0, second = 0, third = 0] = sumOf(10, 30)
    expect([...scores]).toEqual([first + 1, second + 2, third + 3])
  })
  it('know nothing of features that were never written', () => {
    const known = Array.from({ length: 10_000 }, (_, index) => {
      const scores = new Int32Array(3)
      decoded.addScores(Int32Array.of(mixed(2, index, 5)), 0, 1, scores)
      return scores.some((score) => score !== 0)
    }).filter(Boolean)
    expect(known).toEqual([])
  })
  it('end where they were written to', () => {
    expect(end).toBe(encodeRows(rows).length)
  })
})
