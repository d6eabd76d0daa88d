interface Word {
  readonly lower: string
}

/** Mends in place what the tagger gets wrong by rule. `names` are the tags by their numbers, as "VERB|VB". */
export function mendTags(words: readonly Word[], tags: Uint8Array, names: readonly string[]): void {
  const nameAt = (index: number) => names[tags[index] ?? -1] ?? ''
  for (let index = 1; index + 1 < words.length; index++) {
    if (isHelper(words, index, nameAt)) tags[index] = names.indexOf('AUX|VB')
    if (isPit(words, index, nameAt) || isSomebody(words, index, nameAt)) tags[index] = names.indexOf('NOUN|NN')
  }
}

/** "could then have asked" is one verb: between a modal and a participle "have" is its helper. */
function isHelper(words: readonly Word[], index: number, nameAt: (index: number) => string): boolean {
  if (words[index]?.lower !== 'have' || nameAt(index) !== 'VERB|VB' || nameAt(index + 1) !== 'VERB|VBN') return false
  let before = index - 1
  while (nameAt(before).startsWith('ADV|')) before--
  return nameAt(before) === 'AUX|MD'
}

/** "at a gold mine", "a land mine": behind a noun, an adjective or an article "mine" is no pronoun. */
function isPit(words: readonly Word[], index: number, nameAt: (index: number) => string): boolean {
  return words[index]?.lower === 'mine' && nameAt(index).startsWith('PRON|') && /^(?:NOUN|ADJ|DET)\|/.test(nameAt(index - 1))
}

/** "the accused was driven off", "the deceased arrived": a participle between "the" and a finite verb names somebody. */
function isSomebody(words: readonly Word[], index: number, nameAt: (index: number) => string): boolean {
  return (
    words[index - 1]?.lower === 'the' &&
    /^VERB\|VB[ND]$/.test(nameAt(index)) &&
    /^(?:AUX|VERB)\|(?:VBD|VBZ|VBP|MD)$/.test(nameAt(index + 1))
  )
}

/** Tags by which a sentence has a verb of its own, or a participle that stands for one ("held"). */
const anyVerb = /^AUX\||^VERB\|(?:VB[DZPN]?|MD)$/

/**
 * Mends in place a headline without any verb in which a plural stands before a word that can be one: "Police arrest leader", "Rebels free 40 hostages".
 * `tagsOf` gives the tags that training saw of a word.
 */
export function mendHeadline(
  words: readonly Word[],
  tags: Uint8Array,
  names: readonly string[],
  tagsOf: (lower: string) => readonly number[],
): void {
  const nameAt = (index: number) => names[tags[index] ?? -1] ?? ''
  const may = (index: number, tag: RegExp) => tagsOf(words[index]?.lower ?? '').some((seen) => tag.test(names[seen] ?? ''))
  if (words.some((_, index) => anyVerb.test(nameAt(index)))) return
  for (let index = 1; index + 1 < words.length; index++) {
    const isPlural = /\|NNP?S$/.test(nameAt(index - 1)) || (nameAt(index - 1) === 'NOUN|NN' && may(index - 1, /^NOUN\|NNS$/))
    if (!isPlural || !/^(?:NOUN\|NN|ADJ\|JJ)$/.test(nameAt(index)) || !may(index, /^VERB\|VBP?$/)) continue
    if (!/^(?:NOUN|PROPN|NUM|ADJ|DET)\|/.test(nameAt(index + 1))) continue
    tags[index] = names.indexOf('VERB|VBP')
    return
  }
}
