import type { Reader } from './draft.js'

/** Whether a name is a court's: by the words that tell who may rule. What a court says of a matter decides it. */
export function isCourt(name: string, { words }: Pick<Reader, 'words'>): boolean {
  const courts = words.triggers.find(({ type, subject }) => type === 'ruling' && subject !== undefined)?.subject ?? []
  return name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => courts.includes(word))
}
