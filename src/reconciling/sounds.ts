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

/** Consonants that one sound of another language is written with; the closest are a matter of country alone: Egypt's g is the Gulf's j, Libya's g is q. */
const closest = pairsWithin(['kgq', 'jg', 'sz', 'fv'])
const kin = pairsWithin(['sz', 'sc', 'dz', 'dt', 'ck', 'hk', 'fv', 'bp', 'jy', 'jc', 'jz', 'hg', 'cz', 'vu'])

function pairsWithin(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((letters) => [...letters].flatMap((a) => [...letters].map((b) => a + b))))
}

/** What is paid for reading one sound as another: 0 the same, 1 another consonant. Between them, habits of spelling: the likelier, the cheaper. */
export function changeCost(a: Sound, b: Sound, atEnd: boolean): number {
  if (a.written === b.written) return 0
  if (a.vowel !== b.vowel) return 1.2
  if (a.vowel && atEnd && tellsGender(a.written, b.written)) return 1
  if (a.vowel) return a.class === b.class ? 0.12 : 0.25
  if (a.class === b.class) return a.written[0] === b.written[0] ? 0.1 : 0.2
  if (closest.has(a.class + b.class)) return 0.2
  return kin.has(a.class + b.class) ? 0.35 : 1
}

/** -a against -o at the end of a name: in many languages a woman's name against a man's. */
export function tellsGender(a: string, b: string): boolean {
  const ends = (a.at(-1) ?? '') + (b.at(-1) ?? '')
  return ends === 'ao' || ends === 'oa'
}

/** What is paid for a sound that only one side writes. A final vowel often tells a woman's name from a man's, so it costs more than one inside; one before the first consonant comes and goes in Arabic. */
export function dropCost(sound: Sound, atStart: boolean, atEnd: boolean): number {
  if (sound.vowel) return atEnd ? 0.45 : atStart ? 0.22 : 0.3
  return sound.written === 'h' ? 0.25 : 1
}
