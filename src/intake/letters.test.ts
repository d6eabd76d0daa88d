import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lettersOf } from './letters.js'
import { isProse, wordCount, wordsOf } from './shapes.js'

/** Text in which letters of several scripts, figures, marks, pairs and halves of pairs follow each other. */
const anyText = fc.stringMatching(/^(?:[\p{L}\p{N}.'’ -]|[\p{S}\p{P}\p{M}]|[\u{10330}-\u{1034F}]|\s){0,60}$/u)
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units))

it('the words of any text are its runs of letters and figures, with the apostrophes, points and hyphens within and after them', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, anyUnits), (text) => {
      const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []
      expect(wordsOf(text)).toEqual(words)
      expect(wordCount(text)).toBe(words.length)
    }),
  )
})

it('the letters of any text are it without everything else, small', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, anyUnits), (text) => {
      expect(lettersOf(text)).toBe(text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase())
    }),
  )
})

it('a list of names is no running text, whatever stop it ends in', () => {
  expect(isProse('Ines Haro, Tom Abel, Mira Olten, Paul Ranke, Vera Sund.')).toBe(false)
  expect(isProse('The harbour master has refused to let the ship leave.')).toBe(true)
  expect(isProse('Капитан порта отказался отпустить судно из гавани в понедельник.')).toBe(true)
})
