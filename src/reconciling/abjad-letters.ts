/** Cost of a way to write a letter in Latin: 0 the usual one, up to 0.4 one that is seen but belongs to another letter first. */
export type Reading = readonly [latin: string, cost: number]

/** A letter that may stand for a vowel, or for a breath nobody writes in Latin; leaving it out costs little. */
export const weakLetters: ReadonlySet<string> = new Set([...'اويعهةءىئؤی', ...'אוהיע'])

const usual = 0
/** Seen in some countries or for foreign sounds. */
const seen = 0.15
/** A sound close enough to be written for it now and then. */
const close = 0.35

/**
 * How the letters of Arabic, Persian and Urdu are written in Latin script, across English, French, Italian, German, Spanish and Turkish habits, and how
 * foreign sounds are written with them (غ and ج for g, ف for v). Vowels between letters are not written, so they are no part of this table.
 */
export const arabicLetters: Readonly<Record<string, readonly Reading[]>> = {
  ا: [['a', usual], ['e', usual], ['i', seen], ['o', seen], ['u', seen], ['aa', usual]],
  و: [['w', usual], ['v', usual], ['u', usual], ['o', usual], ['ou', usual], ['oo', usual], ['au', seen], ['ow', usual], ['eu', seen], ['aw', seen], ['uo', seen]],
  ي: [['y', usual], ['i', usual], ['e', seen], ['ee', usual], ['ei', usual], ['ai', usual], ['ie', usual], ['j', seen], ['ey', usual], ['ay', usual], ['ea', seen], ['ii', usual]],
  ى: [['a', usual], ['i', usual], ['y', usual], ['e', seen]],
  ء: [['a', seen], ['e', seen], ['i', seen]],
  ئ: [['i', usual], ['e', usual], ['y', usual], ['a', seen]],
  ؤ: [['u', usual], ['o', usual], ['w', seen]],
  ة: [['a', usual], ['ah', usual], ['e', usual], ['eh', usual], ['at', seen], ['t', seen], ['et', seen]],
  ع: [['a', usual], ['e', seen], ['i', seen], ['o', seen], ['u', seen], ['aa', usual]],
  ب: [['b', usual], ['p', usual], ['bh', seen]],
  پ: [['p', usual], ['b', seen]],
  ت: [['t', usual], ['d', close], ['th', seen], ['tt', usual]],
  ث: [['th', usual], ['t', seen], ['s', seen]],
  ج: [['j', usual], ['g', usual], ['dj', usual], ['gi', seen], ['dg', seen], ['gh', seen], ['c', seen], ['y', close], ['zh', seen], ['ge', seen], ['gu', seen], ['ch', close], ['dzh', seen], ['tj', close]],
  چ: [['ch', usual], ['tch', usual], ['c', seen], ['j', close], ['g', close], ['tsch', seen], ['cz', seen]],
  ح: [['h', usual], ['hh', seen], ['kh', close], ['ch', close]],
  خ: [['kh', usual], ['h', seen], ['ch', usual], ['j', seen], ['k', close], ['x', seen], ['gh', close], ['g', close]],
  د: [['d', usual], ['t', close], ['dh', seen]],
  ذ: [['dh', usual], ['th', usual], ['d', seen], ['z', seen]],
  ر: [['r', usual], ['rh', seen], ['wr', seen]],
  ز: [['z', usual], ['s', seen], ['dz', seen], ['tz', close], ['zh', seen], ['c', close]],
  ژ: [['zh', usual], ['j', usual], ['g', seen], ['z', seen]],
  س: [['s', usual], ['c', usual], ['ss', usual], ['z', seen], ['sh', close], ['x', close], ['sc', seen], ['ts', close]],
  ش: [['sh', usual], ['ch', usual], ['sch', usual], ['s', seen], ['sc', seen], ['sci', seen], ['sz', seen], ['si', close], ['ti', close], ['x', seen], ['ci', seen], ['j', close], ['tch', close], ['sk', close]],
  ص: [['s', usual], ['ss', usual], ['c', seen], ['z', close]],
  ض: [['d', usual], ['dh', usual], ['z', seen]],
  ط: [['t', usual], ['tt', usual], ['th', seen], ['d', close]],
  ظ: [['z', usual], ['dh', usual], ['th', seen], ['d', seen]],
  غ: [['gh', usual], ['g', usual], ['rh', seen], ['ğ', usual], ['gu', seen], ['j', close], ['h', close]],
  ف: [['f', usual], ['v', usual], ['ph', usual], ['w', seen], ['ff', usual], ['p', close]],
  ڤ: [['v', usual], ['w', seen], ['f', seen], ['p', close]],
  ق: [['q', usual], ['k', usual], ['g', seen], ['c', seen], ['gh', seen], ['kh', close], ['qu', usual], ['ck', seen]],
  ك: [['k', usual], ['c', usual], ['ck', usual], ['q', usual], ['qu', usual], ['ch', seen], ['x', seen], ['g', close], ['kh', seen], ['cc', usual], ['kk', usual]],
  ک: [['k', usual], ['c', usual], ['ck', usual], ['q', usual], ['ch', seen], ['g', close], ['kh', seen]],
  گ: [['g', usual], ['gh', usual], ['k', close], ['gu', seen]],
  ل: [['l', usual], ['ll', usual], ['lh', seen], ['gl', seen]],
  م: [['m', usual], ['mm', usual]],
  ن: [['n', usual], ['nn', usual], ['gn', seen], ['m', close], ['kn', seen], ['ng', close]],
  ه: [['h', usual], ['a', seen], ['e', seen], ['ah', seen], ['eh', seen], ['hh', seen]],
  ھ: [['h', usual]],
  ی: [['y', usual], ['i', usual], ['e', seen], ['ee', usual], ['ai', usual], ['ei', usual], ['a', seen], ['j', close]],
}

/** Two letters that together write one foreign sound. */
export const arabicPairs: Readonly<Record<string, readonly Reading[]>> = {
  تش: [['ch', usual], ['c', usual], ['tch', usual], ['tsch', usual], ['tj', seen], ['cz', usual], ['cs', seen], ['ci', seen], ['cc', seen]],
  تس: [['ts', usual], ['z', usual], ['tz', usual], ['c', usual], ['zz', usual]],
  تز: [['tz', usual], ['z', usual], ['zz', usual]],
  دز: [['z', usual], ['dz', usual], ['zz', usual], ['ds', seen]],
  دج: [['j', usual], ['dj', usual], ['g', usual]],
  كس: [['x', usual], ['cc', seen], ['xx', seen]],
  نج: [['ng', usual], ['nj', usual]],
  نغ: [['ng', usual]],
  نك: [['nk', usual], ['nc', usual], ['nx', seen]],
  لي: [['ll', seen], ['gli', seen]],
  ني: [['gn', usual], ['n', seen], ['ny', usual], ['nh', seen]],
  شت: [['st', usual], ['sht', usual], ['cht', usual]],
  شب: [['sp', usual]],
  سك: [['sk', usual], ['sch', seen], ['sc', usual], ['x', close]],
  وا: [['oi', usual], ['oy', seen], ['wa', usual], ['ua', usual]],
}

/** The same for Hebrew. */
export const hebrewLetters: Readonly<Record<string, readonly Reading[]>> = {
  א: [['a', usual], ['e', usual], ['i', seen], ['o', seen], ['u', seen]],
  ב: [['b', usual], ['v', usual], ['w', seen]],
  ג: [['g', usual], ['j', seen], ['gh', seen]],
  ד: [['d', usual]],
  ה: [['h', usual], ['a', usual], ['e', usual], ['ah', usual], ['eh', usual]],
  ו: [['v', usual], ['o', usual], ['u', usual], ['w', usual], ['ou', usual], ['oo', usual]],
  ז: [['z', usual], ['s', seen]],
  ח: [['h', usual], ['ch', usual], ['kh', usual], ['j', close]],
  ט: [['t', usual]],
  י: [['y', usual], ['i', usual], ['e', seen], ['ei', usual], ['j', seen], ['ai', usual], ['ee', usual]],
  כ: [['k', usual], ['kh', usual], ['ch', usual], ['c', usual], ['h', seen]],
  ך: [['k', usual], ['kh', usual], ['ch', usual], ['c', usual], ['h', seen]],
  ל: [['l', usual], ['ll', usual]],
  מ: [['m', usual]],
  ם: [['m', usual]],
  נ: [['n', usual]],
  ן: [['n', usual]],
  ס: [['s', usual], ['c', seen], ['ss', usual]],
  ע: [['a', usual], ['e', seen], ['i', seen], ['o', seen], ['u', seen]],
  פ: [['p', usual], ['f', usual], ['ph', usual]],
  ף: [['f', usual], ['p', usual], ['ph', usual]],
  צ: [['tz', usual], ['ts', usual], ['z', usual], ['c', seen], ['ch', seen], ['s', seen]],
  ץ: [['tz', usual], ['ts', usual], ['z', usual], ['c', seen], ['ch', seen], ['s', seen]],
  ק: [['k', usual], ['c', usual], ['q', usual], ['ck', usual]],
  ר: [['r', usual]],
  ש: [['sh', usual], ['s', usual], ['sch', usual], ['ch', seen], ['sz', seen]],
  ת: [['t', usual], ['th', usual], ['s', close]],
}
