import { describe, expect, it } from 'vitest'
import { Forms } from './forms.js'

describe('Forms', () => {
  it('gives what stands in the text', () => {
    const forms = new Forms()
    const text = 'He was freed; he was not arrested.'
    for (let from = 0; from < text.length; from++)
      for (let to = from; to <= text.length; to++) expect(forms.of(text, from, to)).toBe(text.slice(from, to))
  })
  it('tells forms apart that begin alike or differ in letters large and small', () => {
    const forms = new Forms()
    expect(['freed', 'free', 'Freed', 'freer'].map((word) => forms.of(word, 0, word.length))).toEqual(['freed', 'free', 'Freed', 'freer'])
  })
  it('goes on when it has kept as many as it keeps', () => {
    const forms = new Forms()
    const word = (index: number) => `word${index}`
    for (let index = 0; index < 130_000; index++) forms.of(word(index), 0, word(index).length)
    expect(forms.of('x word7 y', 2, 7)).toBe('word7')
  })
})
