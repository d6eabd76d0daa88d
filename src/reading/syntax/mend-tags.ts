/**
 * Mends in place the tag of "have" between a modal and a participle: "could then have asked" is one verb, and "have" its helper.
 * `names` are the tags by their numbers, as "VERB|VB".
 */
export function mendTags(words: readonly { readonly lower: string }[], tags: Uint8Array, names: readonly string[]): void {
  const nameAt = (index: number) => names[tags[index] ?? -1] ?? ''
  for (let index = 1; index + 1 < words.length; index++) {
    if (words[index]?.lower !== 'have' || nameAt(index) !== 'VERB|VB' || nameAt(index + 1) !== 'VERB|VBN') continue
    let before = index - 1
    while (nameAt(before).startsWith('ADV|')) before--
    if (nameAt(before) === 'AUX|MD') tags[index] = names.indexOf('AUX|VB')
  }
}
