/** A name as bare words in lower case, so that names are compared word by word: "Italy's Ministry of Justice" gives "italy ministry of justice". */
export function wordsOf(name: string): string {
  const known = kept.get(name)
  if (known !== undefined) return known
  const words = bareWords(name)
  if (kept.size > mostKept) kept.clear()
  kept.set(name, words)
  return words
}

const kept = new Map<string, string>()
/** So many names are kept as words, then forgotten all at once: every step of every pack asks for the same few hundred of a case. */
const mostKept = 20_000

function bareWords(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’']s(?![\p{L}\p{N}])/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether the phrase stands in the name, word by word. Both are given as `wordsOf` gives them. */
export function standsIn(phrase: string, name: string): boolean {
  for (let at = name.indexOf(phrase); at !== -1; at = name.indexOf(phrase, at + 1)) {
    const end = at + phrase.length
    if ((at === 0 || name[at - 1] === ' ') && (end === name.length || name[end] === ' ')) return true
  }
  return false
}
