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
const piece = new RegExp(pieces.join('|'), 'iuy')

/** The lexemes of `text` between two offsets. */
export function lexemesOf(text: string, start: number, end: number): readonly Lexeme[] {
  const stretch = text.slice(start, end)
  const lexemes: Lexeme[] = []
  let last = 0
  for (;;) {
    const from = pastSpaces(stretch, last)
    const to = endOfLexeme(stretch, from)
    if (to === from) return lexemes
    const startsLine = lexemes.length === 0 || holdsBreak(stretch, last, from)
    const word = stretch.slice(from, to)
    lexemes.push({
      start: start + from,
      end: start + to,
      text: word,
      lower: word.toLowerCase(),
      spaced: startsLine || from > last,
      startsLine,
    })
    last = to
  }
}

/** The end of the lexeme that begins at an offset; the offset itself at the end of the text. Plain words, which most are, need no pattern. */
function endOfLexeme(stretch: string, from: number): number {
  let to = from
  while (isPlainLetter(stretch.charCodeAt(to))) to++
  // "O'clock" and "p.m." begin with one letter; beyond the plain letters others may go on with the word.
  if (to - from > 1 && !(stretch.charCodeAt(to) > lastPlain)) return to
  piece.lastIndex = from
  return piece.test(stretch) ? piece.lastIndex : from
}

function pastSpaces(stretch: string, from: number): number {
  let at = from
  while (stretch.charCodeAt(at) === 32) at++
  if (at === stretch.length || !/\s/.test(stretch.charAt(at))) return at
  space.lastIndex = at
  return space.test(stretch) ? space.lastIndex : at
}

function holdsBreak(stretch: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (stretch.charCodeAt(at) === 10) return true
  return false
}

const space = /\s+/y
/** The last character of ASCII. */
const lastPlain = 127

function isPlainLetter(code: number): boolean {
  const small = code | 32
  return small >= 97 && small <= 122
}
