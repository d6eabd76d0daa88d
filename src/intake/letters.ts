/** What a character is in a word: a small letter, a capital, another letter or a figure, or none of these. */
export const characters = { none: 1, small: 2, capital: 3, other: 4 } as const
export type Character = (typeof characters)[keyof typeof characters]

/** The characters of the basic plane looked up so far; 0 is one not asked for yet. A page asks for the same few hundred many thousand times, and Unicode's properties are slow to ask. */
const known = new Uint8Array(0x10000)

/** What the character at a position is. The second half of a pair is not asked for. */
export function characterAt(text: string, at: number): Character {
  const unit = text.charCodeAt(at)
  const found = known[unit]
  if (found !== undefined && found !== 0) return found as Character
  const isHalf = unit >= 0xd800 && unit <= 0xdfff
  const character = lookedUp(isHalf ? String.fromCodePoint(text.codePointAt(at) ?? unit) : String.fromCharCode(unit))
  if (!isHalf) known[unit] = character // what a half is depends on the other
  return character
}

function lookedUp(character: string): Character {
  if (/^\p{Ll}/u.test(character)) return characters.small
  if (/^\p{Lu}/u.test(character)) return characters.capital
  return /^[\p{L}\p{N}]/u.test(character) ? characters.other : characters.none
}

/** How many UTF-16 units the character at a position takes. */
export function widthAt(text: string, at: number): 1 | 2 {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

/** The letters and figures of a text alone, small: what two writings of one line share. */
export function lettersOf(text: string): string {
  let kept = ''
  let from = -1
  for (let at = 0; at < text.length; at += widthAt(text, at)) {
    const isKept = characterAt(text, at) !== characters.none
    if (isKept && from === -1) from = at
    else if (!isKept && from !== -1) {
      kept += text.slice(from, at)
      from = -1
    }
  }
  return (from === -1 ? kept : kept + text.slice(from)).toLowerCase()
}

/** Signs that a word holds but does not begin with: an apostrophe, a point, a hyphen. */
const isWithinWord = (unit: number) => unit === 0x27 || unit === 0x2019 || unit === 0x2e || unit === 0x2d

/** Where each word of a text begins and ends, one number after the other. A word begins with a letter or a figure. */
export function wordBounds(text: string): readonly number[] {
  const bounds: number[] = []
  let from = -1
  for (let at = 0; at < text.length; at += widthAt(text, at)) {
    if (characterAt(text, at) !== characters.none) {
      if (from === -1) from = at
    } else if (from !== -1 && !isWithinWord(text.charCodeAt(at))) {
      bounds.push(from, at)
      from = -1
    }
  }
  if (from !== -1) bounds.push(from, text.length)
  return bounds
}
