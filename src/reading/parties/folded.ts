const letters: Readonly<Record<string, string>> = { đ: 'd', ł: 'l', ø: 'o', ß: 'ss', ı: 'i', æ: 'ae', œ: 'oe', '’': "'", '‘': "'", ʼ: "'" }
const kept = new Map<string, string>()

/** The word in plain small letters: "Hissène" is "hissene". */
export function folded(word: string): string {
  let plain = kept.get(word)
  if (plain === undefined) {
    plain = /^[\x00-\x7f]*$/.test(word)
      ? word.toLowerCase()
      : word
          .toLowerCase()
          .normalize('NFKD')
          .replace(/\p{M}/gu, '')
          .replace(/[đłøßıæœ’‘ʼ]/g, (letter) => letters[letter] ?? letter)
    // The same few thousand words come again and again; beyond that a full memory would only grow.
    if (kept.size > 20_000) kept.clear()
    kept.set(word, plain)
  }
  return plain
}
