import { expect, it } from 'vitest'
import type { BlockKind } from '../model/report.js'
import { fingerprintLength, fingerprintOf } from './fingerprint.js'

const words = (from: number, count: number) => Array.from({ length: count }, (_, i) => `word${(from + i) * 7919}`).join(' ')
const print = (text: string, kind: BlockKind = 'paragraph') => fingerprintOf(text, [{ start: 0, end: text.length, kind, why: 'test' }])
const shared = (a: readonly number[], b: readonly number[]) => a.filter((value, i) => value === b[i]).length / fingerprintLength

it('the same words give the same fingerprint, whatever their case and stops', () => {
  expect(print('The ship was Held in Valdora. On Monday!')).toEqual(print('the ship, was held in valdora on monday'))
})
it('an edited copy shares about as much as its text does', () => {
  const copy = `${words(0, 400)} ${words(9000, 100)}`
  const share = shared(print(words(0, 500)), print(copy))
  expect(share).toBeGreaterThan(0.45) // 400 of 600 different shingles are shared: 0.67, within three standard deviations
  expect(share).toBeLessThan(0.87)
})
it('other texts share nothing', () => expect(shared(print(words(0, 500)), print(words(5000, 500)))).toBeLessThan(0.05))
it('furniture does not count', () => expect(print(words(0, 50), 'comment')).toEqual([]))
it('a text shorter than a shingle has none', () => expect(print('too short here')).toEqual([]))
