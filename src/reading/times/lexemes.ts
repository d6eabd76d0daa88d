/** A word, figure or sign of a stretch of text, cut the way dates need it: "a.m." and "10:35" are one, "two-year" is three. */
export interface Lexeme {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lower: string
  /** Whether white space, or nothing at all, stands before it. */
  readonly spaced: boolean
  /** Whether it is the first of its line. */
  readonly startsLine: boolean
}

const pieces = [
  String.raw`\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?`, // 2025-01-19, 2025-01-19T09:30+01:00
  String.raw`\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}(?!\d)`, // 19/01/2025, 19.01.2025
  String.raw`\d{1,2}[:h.]\d{2}(?![\d.,]?\d|%)`, // 10:35, 9.30
  String.raw`['’]?\d{2,4}s\b`, // 1980s, '80s
  String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?`, // 1,300
  String.raw`\d+\.\d+`,
  String.raw`\d\/\d(?!\d)`, // 1/2
  String.raw`\d+`,
  String.raw`o['’]clock\b`,
  String.raw`['’](?:s|ll|re|ve|d|m|t)\b`,
  String.raw`\p{L}\.(?:\p{L}\.)+`, // a.m., U.S.
  String.raw`\p{L}\.\p{L}\b`, // p.m without its last point
  String.raw`[\p{L}\p{M}]+`,
  String.raw`\S`,
]
const piece = new RegExp(pieces.join('|'), 'giu')

/** The lexemes of `text` between two offsets. */
export function lexemesOf(text: string, start: number, end: number): readonly Lexeme[] {
  const stretch = text.slice(start, end)
  const lexemes: Lexeme[] = []
  let last = 0
  for (const match of stretch.matchAll(piece)) {
    const between = stretch.slice(last, match.index)
    const startsLine = lexemes.length === 0 || between.includes('\n')
    last = match.index + match[0].length
    lexemes.push({
      start: start + match.index,
      end: start + last,
      text: match[0],
      lower: match[0].toLowerCase(),
      spaced: startsLine || between !== '',
      startsLine,
    })
  }
  return lexemes
}
