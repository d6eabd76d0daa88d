import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Marking, markedText, type Piece } from './marked-text.js'

const text = 'police arrested him in Turin'
const all = { start: 0, end: text.length }

/** Pieces as text, markings in brackets: `[a first` opens, `]` closes its last piece, `~` a piece that goes on. */
function shown(pieces: readonly Piece<string>[]): string {
  return pieces
    .map((piece) =>
      piece.kind === 'text' ? piece.text : `${piece.first ? '[' : '~'}${piece.what}:${shown(piece.inside)}${piece.last ? ']' : '~'}`,
    )
    .join('')
}

const mark = (what: string, words: string): Marking<string> => ({
  what,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})

describe('marked text', () => {
  it('a marking inside another is nested in it', () => {
    expect(shown(markedText(text, all, [mark('b', 'arrested'), mark('a', 'police arrested him')]))).toBe(
      '[a:police [b:arrested] him] in Turin',
    )
  })

  it('markings that cross are cut where the first ends, and only the first piece begins one', () => {
    expect(shown(markedText(text, all, [mark('a', 'police arrested'), mark('b', 'arrested him')]))).toBe(
      '[a:police [b:arrested~]~b: him] in Turin',
    )
  })

  it('two markings of the same words are both there', () => {
    expect(shown(markedText(text, all, [mark('a', 'Turin'), mark('b', 'Turin')]))).toBe('police arrested him in [a:[b:Turin]]')
  })

  it('a marking that runs on past its block is cut at the block’s end', () => {
    const block = { start: 0, end: text.indexOf(' him') }
    expect(shown(markedText(text, block, [mark('a', 'arrested him')]))).toBe('police [a:arrested~')
  })

  it('an empty marking marks nothing', () => {
    expect(shown(markedText(text, all, [{ what: 'a', start: 3, end: 3 }]))).toBe(text)
  })

  it('no word is lost or said twice, whatever crosses what', () => {
    const words = (pieces: readonly Piece<number>[]): string =>
      pieces.map((piece) => (piece.kind === 'text' ? piece.text : words(piece.inside))).join('')
    const counts = (pieces: readonly Piece<number>[], of: 'first' | 'last'): readonly number[] =>
      pieces.flatMap((piece) => (piece.kind === 'text' ? [] : [...(piece[of] ? [piece.what] : []), ...counts(piece.inside, of)]))
    const span = fc
      .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const markings = spans.map((one, what) => ({ ...one, what }))
        const pieces = markedText(text, all, markings)
        expect(words(pieces)).toBe(text)
        const each = markings.map(({ what }) => what)
        expect([...counts(pieces, 'first')].sort()).toEqual([...each].sort())
        expect([...counts(pieces, 'last')].sort()).toEqual([...each].sort())
      }),
    )
  })
})
