import { arabicLetters, hebrewLetters, weakLetters } from './abjad-letters.js'
import { bodyName } from './body-name.js'
import { type NameToken, nameTokens } from './name-token.js'
import type { NameWords } from './name-words.js'
import type { PartyName } from './party-names.js'
import { initialsShape, personName } from './person-name.js'
import { soundsOf } from './sounds.js'

/** Consonants drawn together so far that every spelling `tokenLikeness` accepts has the same key; weak sounds are left out. */
const coarse: Readonly<Record<string, string>> = { p: 'b', d: 't', g: 'k', j: 'k', c: 'k', z: 's', v: 'f', h: '', y: '', ks: 'ks' }

/** Letters of Arabic and Hebrew in the same classes, by the first way each is written in Latin. */
const coarseLetters: ReadonlyMap<string, string> = new Map(
  [...Object.entries(arabicLetters), ...Object.entries(hebrewLetters)].map(([letter, readings]) => [
    letter,
    weakLetters.has(letter) ? '' : coarseConsonants(readings[0]?.[0] ?? ''),
  ]),
)

/** Three consonants keep strangers apart; a slip within them is caught by the other words of the name. */
const keyConsonants = 3

/** What a word sounds like: in its first consonants, which names that may be one share, and in all of them. */
interface Sound {
  readonly first: string
  readonly all: string
}

/** What a word sounds like. A v may be an f (ف) or a vowel's letter (و), so a word with one has two. */
function soundKeys(token: NameToken): readonly Sound[] {
  return (token.readings ?? [token.latin]).flatMap((latin) => soundsWritten(token, latin))
}

function soundsWritten(token: NameToken, written: string): readonly Sound[] {
  const latin = written.replace(/^[ae]l(?=[^aeiou].{2})/, '')
  const consonants =
    token.script === 'abjad'
      ? [[...token.letters.replace(/^ال(?=...)/, '')].map((letter) => coarseLetters.get(letter) ?? '').join('')]
      : /[vw]/.test(latin)
        ? [coarseConsonants(latin), coarseConsonants(latin.replace(/[vw]/g, 'h'))]
        : [coarseConsonants(latin)]
  return consonants
    .map((sounds) => sounds.replace(/(.)\1+/g, '$1'))
    .map((all) => (all === '' ? { first: written.slice(0, 2), all: written } : { first: all.slice(0, keyConsonants), all }))
}

function coarseConsonants(word: string): string {
  return soundsOf(word)
    .map((sound) => (sound.vowel ? '' : (coarse[sound.class] ?? sound.class)))
    .join('')
}

/** A key under which a name is looked for. `part`: the name has more words that tell; two names are not compared over a part that is only a part of both. */
export interface NameKey {
  readonly key: string
  readonly part: boolean
  /** Keys that say more closely what this one says, for when too many names share it. */
  readonly narrower: readonly string[]
}

/** Keys under which a name is looked for: parties that share none are never compared, so the work grows with neighbours and not with the record. */
export function candidateKeys({ kind, name, forms }: PartyName, words: NameWords): readonly NameKey[] {
  const keys = [name, ...forms.keys()].flatMap((form) => (kind === 'person' ? personKeys(form, words) : bodyKeys(form, words)))
  const byKey = new Map<string, NameKey>()
  for (const { key, part, narrower } of keys) {
    const known = byKey.get(key)
    byKey.set(key, { key, part: part && (known?.part ?? true), narrower: [...new Set([...(known?.narrower ?? []), ...narrower])].sort() })
  }
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Words of a name of which each two make a key; people with more have their first ones in every spelling. */
const mostPairedWords = 5

/** Full names meet over any two of their words, in any order; a name of one word meets every name that has it. */
function personKeys(form: string, words: NameWords): readonly NameKey[] {
  const full = personName(form, words).core.filter(({ initial }) => !initial)
  const telling = full.filter(({ latin }) => !words.commonNames.has(latin))
  const sounds = eachOnce((telling.length > 0 ? telling : full).flatMap(soundKeys))
  const paired = eachOnce(full.slice(0, mostPairedWords).flatMap(soundKeys))
  const pairs = paired.flatMap((a, index) =>
    paired
      .slice(index + 1)
      .filter((b) => a.first !== b.first)
      .map((b) => ({ key: `p:${a.first}+${b.first}`, part: false, narrower: [`p=${a.all}+${b.all}`] })),
  )
  // A name written without blanks meets the whole of one written with them.
  const whole = full.length > 1 ? soundKeys(drawnTogether(full)).map((sound) => soundKey('p', sound, true)) : []
  const initials = initialsShape.test(form)
    ? [form]
    : full.length > 1
      ? [
          form
            .split(/[\s-]+/)
            .map((word) => word[0] ?? '')
            .join(''),
          form
            .split(/[\s-]+/)
            .slice(1)
            .map((word) => word[0] ?? '')
            .join(''),
        ]
      : []
  return [
    ...initials.map((letters) => ({ key: `i:${letters.toLowerCase()}`, part: letters !== form, narrower: [] })),
    ...sounds.map((sound) => soundKey('p', sound, full.length > 1)),
    ...pairs,
    ...whole,
  ]
}

function soundKey(of: 'p' | 'o', { first, all }: Sound, part: boolean): NameKey {
  return { key: `${of}:${first}`, part, narrower: [`${of}=${all}`] }
}

/** In order of their first consonants, each once. */
function eachOnce(sounds: readonly Sound[]): readonly Sound[] {
  return [...new Map(sounds.map((sound) => [sound.all, sound])).values()].sort((a, b) =>
    a.first === b.first ? (a.all < b.all ? -1 : 1) : a.first < b.first ? -1 : 1,
  )
}

function drawnTogether(tokens: readonly NameToken[]): NameToken {
  return { written: '', latin: tokens.map(({ latin }) => latin).join(''), script: 'other', letters: '', initial: false }
}

function bodyKeys(form: string, words: NameWords): readonly NameKey[] {
  const { core, known } = bodyName(form, words)
  const isKind = ({ latin }: NameToken) => words.bodyWords.has(latin) || words.placeWords.has(latin) || /^\d+$/.test(latin)
  const telling = core.filter((token) => !isKind(token) && token.key === undefined)
  const places = core.flatMap(({ key }) => (key === undefined ? [] : [key]))
  const kinds = core.filter(isKind).map(({ latin }) => latin)
  const head = kinds.find((kind) => words.headWords.has(kind)) ?? kinds[0] ?? ''
  const letters = nameTokens(form, true).map(({ written }) => written)
  const first = (some: readonly string[]) => some.map((word) => word[0] ?? '').join('')
  const acronyms =
    letters.length > 1
      ? [first(letters), ...nearAcronyms(first(letters.filter((word) => !words.joiningWords.has(word))))]
      : letters[0] !== undefined && letters[0].length <= 8
        ? [letters[0]]
        : []
  const plain = (key: string): NameKey => ({ key, part: false, narrower: [] })
  // "Court of Appeal" beside a hundred courts of appeal is nobody's; "Rome Court of Appeal" is still looked for among those of Rome.
  const ofKind = (key: string): NameKey => ({ key, part: false, narrower: places.map((place) => `${key} ${place}`) })
  return [
    ...(known === null ? [] : [plain(`k:${known}`)]),
    ...telling.flatMap((token) => soundKeys(token).map((sound) => soundKey('o', sound, false))),
    ...(telling.length === 0 && places.length > 0 && kinds.length === 0 ? places.map((place) => plain(`g:${place}`)) : []),
    ...(telling.length === 0 && kinds.length > 0
      ? [ofKind(`h:${kinds.length > 1 ? [...kinds].sort().join('+') : head}`), ofKind(`h:${head}`)]
      : []),
    ...acronyms.filter((letters) => letters.length > 1).map((letters) => plain(`a:${letters}`)),
  ]
}

/** First letters a long acronym may be made of: all of them, or all but one. */
function nearAcronyms(letters: string): readonly string[] {
  return letters.length < 5 ? [letters] : [letters, ...[...letters].map((_, left) => letters.slice(0, left) + letters.slice(left + 1))]
}
