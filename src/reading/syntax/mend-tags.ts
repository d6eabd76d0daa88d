interface Word {
  readonly lower: string
}

/** Mends in place what the tagger gets wrong by rule. `names` are the tags by their numbers, as "VERB|VB". */
export function mendTags(words: readonly Word[], tags: Uint8Array, names: readonly string[]): void {
  const nameAt = (index: number) => names[tags[index] ?? -1] ?? ''
  for (let index = 1; index + 1 < words.length; index++) {
    if (isHelper(words, index, nameAt)) tags[index] = names.indexOf('AUX|VB')
    if (isSomebody(words, index, nameAt)) tags[index] = names.indexOf('NOUN|NN')
  }
}

/** "could then have asked" is one verb: between a modal and a participle "have" is its helper. */
function isHelper(words: readonly Word[], index: number, nameAt: (index: number) => string): boolean {
  if (words[index]?.lower !== 'have' || nameAt(index) !== 'VERB|VB' || nameAt(index + 1) !== 'VERB|VBN') return false
  let before = index - 1
  while (nameAt(before).startsWith('ADV|')) before--
  return nameAt(before) === 'AUX|MD'
}

/** "the accused was driven off", "the deceased had": a participle between "the" and a helper names somebody. */
function isSomebody(words: readonly Word[], index: number, nameAt: (index: number) => string): boolean {
  return words[index - 1]?.lower === 'the' && /^VERB\|VB[ND]$/.test(nameAt(index)) && /^AUX\|(?:VBD|VBZ|VBP|MD)$/.test(nameAt(index + 1))
}
