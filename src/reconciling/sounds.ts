/** One sound of a word in Latin letters: a consonant or a run of vowels, with the letters that wrote it. */
export interface Sound {
  readonly written: string
  /** Spellings with one class may write one sound. */
  readonly class: string
  readonly vowel: boolean
}

/** Letter groups that write one consonant, longest first, each with the sound it stands for. */
const groups: readonly (readonly [string, string])[] = [
  ['tsch', 'c'],
  ['sch', 's'],
  ['tch', 'c'],
  ['sh', 's'],
  ['ch', 'c'],
  ['kh', 'h'],
  ['gh', 'g'],
  ['ph', 'f'],
  ['th', 't'],
  ['dh', 'd'],
  ['zh', 'j'],
  ['dj', 'j'],
  ['ck', 'k'],
  ['qu', 'k'],
  ['cz', 'c'],
  ['sz', 's'],
  ['tz', 'z'],
  ['x', 'ks'],
  ['q', 'k'],
  ['c', 'k'],
  ['w', 'v'],
]

/** The sounds of a word in plain Latin letters. Doubled consonants are one; vowels in a row are one. */
export function soundsOf(word: string): readonly Sound[] {
  const sounds: Sound[] = []
  let at = 0
  while (at < word.length) {
    const vowels = /^[aeiouy]+/.exec(word.slice(at, at + 6))?.[0]
    if (vowels !== undefined && !(vowels === 'y' && at === 0)) {
      sounds.push({ written: vowels, class: vowelClass(vowels), vowel: true })
      at += vowels.length
      continue
    }
    const group = groups.find(([letters]) => word.startsWith(letters, at))
    const written = group?.[0] ?? word[at] ?? ''
    const last = sounds.at(-1)
    if (last === undefined || last.vowel || last.written !== written) sounds.push({ written, class: group?.[1] ?? written, vowel: false })
    at += written.length
  }
  return sounds
}

/** i-like, u-like or a-like: the three vowels that every way of writing Arabic in Latin letters keeps apart, and the ones most often kept apart elsewhere. */
function vowelClass(vowels: string): string {
  if (/^(i|y|ie|ee|ea|ei|ey|iy|yi|e)$/.test(vowels)) return 'i'
  if (/^(u|o|ou|oo|ow|uo)$/.test(vowels)) return 'u'
  return 'a'
}

/** Consonants that one sound of another language is written with. */
const kin: readonly string[] = ['kgq', 'jg', 'sz', 'sc', 'dz', 'dt', 'ck', 'hk', 'fv', 'bp', 'jy', 'jc', 'jz', 'hg', 'cz', 'vu']
const kinPairs: ReadonlySet<string> = new Set(kin.flatMap((letters) => [...letters].flatMap((a) => [...letters].map((b) => a + b))))

/** What is paid for reading one sound as another: 0 the same, 1 another consonant. Between them, habits of spelling: the likelier, the cheaper. */
export function changeCost(a: Sound, b: Sound, atEnd: boolean): number {
  if (a.written === b.written) return 0
  if (a.vowel !== b.vowel) return 1.2
  if (a.vowel) return a.class === b.class ? 0.12 : atEnd ? 0.5 : 0.25
  if (a.class === b.class) return a.written[0] === b.written[0] ? 0.1 : 0.2
  return kinPairs.has(a.class + b.class) ? 0.35 : 1
}

/** What is paid for a sound that only one side writes. A final vowel often tells a woman's name from a man's, so it costs more than one inside. */
export function dropCost(sound: Sound, atEnd: boolean): number {
  if (sound.vowel) return atEnd ? 0.45 : 0.3
  return sound.written === 'h' ? 0.25 : 1
}
