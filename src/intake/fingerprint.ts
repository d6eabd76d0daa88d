import type { Block } from '../model/report.js'
import { isRead } from '../model/report.js'
import { characterAt, characters, widthAt } from './letters.js'

/** Shingles of five words: shorter ones are set phrases ("the International Criminal Court"), longer ones break at every edit of an edited copy. */
const shingleWords = 5
/** 64 minima: the share of equal ones estimates the overlap of two texts within 0.06 (1/√64 at worst is 0.0625), enough to tell copies (above 0.5) from the rest (below 0.1). */
export const fingerprintLength = 64

/** The seeds of the 64 hash functions, from a fixed linear generator (Numerical Recipes' constants), odd so that multiplying loses nothing. */
const seeds = Int32Array.from(
  Array.from({ length: fingerprintLength }).reduce<number[]>((made) => {
    made.push((Math.imul(made.at(-1) ?? 0x2545f491, 1664525) + 1013904223) | 1)
    return made
  }, []),
)

/** What the words of the story look like: a MinHash over shingles of narrative blocks. Two texts' share of equal numbers estimates how much of their text is the same. Empty when the story has fewer words than one shingle. */
export function fingerprintOf(text: string, blocks: readonly Block[]): readonly number[] {
  const shingles = blocks.flatMap((block) => (isRead(block.kind) ? shinglesOf(text.slice(block.start, block.end).toLowerCase()) : []))
  if (shingles.length === 0) return []
  return Array.from(seeds, (seed) => {
    let least = 0xffffffff
    for (const shingle of shingles) {
      const value = mixed(shingle ^ seed)
      if (value < least) least = value
    }
    return least
  })
}

/** A hash for each run of five words. */
function shinglesOf(text: string): readonly number[] {
  const words = wordHashes(text)
  const shingles: number[] = []
  for (let i = 0; i + shingleWords <= words.length; i++) {
    let shingle = 0
    for (let k = 0; k < shingleWords; k++) shingle = Math.imul(shingle ^ (words[i + k] ?? 0), 0x01000193)
    shingles.push(shingle)
  }
  return shingles
}

/** The share of their shingles that two stories have in common, as their fingerprints estimate it; 0 where one has none. */
export function sharedShare(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || a.length !== b.length) return 0
  return a.filter((value, at) => value === b[at]).length / a.length
}

/** A hash for each run of letters and figures: FNV-1a over UTF-16 units, a good spread for short words, and no table. */
function wordHashes(text: string): readonly number[] {
  const hashes: number[] = []
  let hash = 0
  let open = false
  for (let at = 0; at < text.length; ) {
    const width = widthAt(text, at)
    if (characterAt(text, at) !== characters.none) {
      if (!open) hash = 0x811c9dc5
      for (let i = at; i < at + width; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
      open = true
    } else if (open) {
      hashes.push(hash >>> 0)
      open = false
    }
    at += width
  }
  if (open) hashes.push(hash >>> 0)
  return hashes
}

/** MurmurHash3's finaliser: every bit of the input moves every bit of the output. */
function mixed(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
