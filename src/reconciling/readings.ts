import anyAscii from 'any-ascii'

/**
 * How a word of another script may be written in plain Latin letters, the likeliest first. One letter is read in several ways (the Greek αυ is av or af, 박 is Park and Pak), and a word may be
 * written by the habits of several languages; a name agrees where one way does.
 */
export function readingsOf(word: string): readonly string[] {
  const plain = inLatin(word)
  if (/\p{Script=Greek}/u.test(word)) return [...new Set([plain, ...greekReadings(word)])]
  if (/\p{Script=Cyrillic}/u.test(word))
    return [...new Set([plain, plain.replace(/^e/, 'ye').replace(/yy$/, 'y'), plain.replace(/dzh/g, 'j')])]
  if (/\p{Script=Devanagari}/u.test(word)) return [devanagariReading(word)]
  if (/\p{Script=Hangul}/u.test(word)) return hangulReadings(plain)
  if (/^[\p{Script=Katakana}ー]+$/u.test(word)) return [katakanaReading(plain)]
  return [plain]
}

/** The ways a Latin word may be meant beside a word of another script: as it stands, and as the habits of the language it was written in would have it. */
export function respeltBeside(latin: string, other: string): readonly string[] {
  if (/\p{Script=Cyrillic}/u.test(other)) return [latin, fromGerman(latin)]
  if (/^[\p{Script=Katakana}ー]+$/u.test(other)) return [katakanaReading(latin.replace(/th/g, 's').replace(/[cq]/g, 'k'))]
  return [latin]
}

function inLatin(word: string): string {
  return anyAscii(word.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** German writes ш as sch, ч as tsch, х as ch, в as w, ц as z, й as j, and a з before a vowel as s. */
const germanLetters: Readonly<Record<string, string>> = { schtsch: 'shch', tsch: 'ch', sch: 'sh', ch: 'kh', w: 'v', z: 'ts', j: 'y' }

function fromGerman(latin: string): string {
  return latin.replace(/schtsch|tsch|sch|ch|w|z|j/g, (letters) => germanLetters[letters] ?? letters).replace(/^s(?=[aeiouy])/, 'z')
}

/** Pairs of Greek letters that are one sound, by where they stand. */
function greekReadings(word: string): readonly string[] {
  const bare = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\u0301/g, '')
    .normalize('NFC')
  const sounds = bare
    .replace(/^μπ/, 'b')
    .replace(/^ντ/, 'd')
    .replace(/^γκ/, 'g')
    .replace(/ντ$/, 'd')
    .replace(/μπ$/, 'mp')
    .replace(/μπ/g, 'mb')
    .replace(/γγ|γκ/g, 'ng')
    .replace(/ου/g, 'ou')
    .replace(/(α|ε|η)υ(?=[θκξπσςτφχψ]|$)/g, '$1f')
    .replace(/(α|ε|η)υ/g, '$1v')
  const softened = sounds.replace(/γ[ιυη](?=[αοωει])/g, 'y').replace(/γ(?=[ιε])/g, 'y')
  return [inLatin(sounds), inLatin(softened)]
}

const virama = '\u094d'
const anusvara = '\u0902'

/** A consonant without a vowel's sign is followed by an a, save at the end; a dot above is the nasal of what follows. */
function devanagariReading(word: string): string {
  const signs = [...word.normalize('NFC')]
  return signs
    .map((sign, at) => {
      const next = signs[at + 1]
      if (sign === anusvara) return next === 'ह' ? 'ng' : 'n'
      if (sign === virama) return ''
      const isConsonant = /[\u0915-\u0939\u0958-\u095f]/.test(sign)
      const hasVowel = next === undefined || next === virama || /[\u093e-\u094c]/.test(next)
      return `${inLatin(sign)}${isConsonant && !hasVowel ? 'a' : ''}`
    })
    .join('')
}

/** Family names are written by custom, not by rule; the first is how the rule has it. */
const koreanFamilies: Readonly<Record<string, readonly string[]>> = {
  gim: ['kim'],
  i: ['lee', 'yi', 'rhee', 'ri'],
  bag: ['park', 'pak'],
  choe: ['choi'],
  jeong: ['chung', 'jung'],
  gang: ['kang'],
  jo: ['cho'],
  yun: ['yoon'],
  jang: ['chang'],
  im: ['lim', 'rim'],
  an: ['ahn'],
  no: ['roh'],
  o: ['oh'],
  gwon: ['kwon'],
  sin: ['shin'],
  u: ['woo'],
  yu: ['yoo', 'ryu'],
  mun: ['moon'],
  baeg: ['paek', 'baek'],
  seo: ['suh'],
}

function hangulReadings(plain: string): readonly string[] {
  const families = Object.keys(koreanFamilies)
    .filter((family) => plain.startsWith(family))
    .sort((a, b) => b.length - a.length)
  const written = families.flatMap((family) => (koreanFamilies[family] ?? []).map((custom) => custom + plain.slice(family.length)))
  // Names from elsewhere have an eu where two consonants meet; one letter is l and r.
  const foreign = plain.replace(/eu/g, '')
  return [...new Set([plain, ...written, foreign, foreign.replace(/l/g, 'r')])]
}

/** Japanese puts a vowel after every consonant, has one sound for l and r and none for v: what is left when both sides are written so. */
function katakanaReading(latin: string): string {
  return latin
    .replace(/l/g, 'r')
    .replace(/v/g, 'b')
    .replace(/(?<=[bcdfghjkmnpqrstvwz])[uo](?=[bcdfghjkmpqrstvwz]|$)/g, '')
    .replace(/n(?=[bp])/g, 'm')
}
