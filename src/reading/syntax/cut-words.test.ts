import { describe, expect, it } from 'vitest'
import { loadSyntaxWords } from '../../packs.js'
import { abbreviationsOf, cutWords, fusedWordsOf } from './cut-words.js'
import { Forms } from './forms.js'

const words = loadSyntaxWords('en')
const cutting = { abbreviations: abbreviationsOf(words), fused: fusedWordsOf(words), forms: new Forms() }
const cut = (text: string) => cutWords(text, 0, text.length, cutting).map((piece) => piece.text)

describe('cutWords', () => {
  it('cuts "n\'t" and "\'s" off, with straight and curly apostrophes', () => {
    expect(cut("She didn't say it's Libya's")).toEqual(['She', 'did', "n't", 'say', 'it', "'s", 'Libya', "'s"])
    expect(cut('They can’t, we’ll')).toEqual(['They', 'ca', 'n’t', ',', 'we', '’ll'])
  })
  it('keeps words with hyphens and names with apostrophes whole', () => {
    expect(cut("court-ordered al-Sha'ari O'Brien")).toEqual(['court-ordered', "al-Sha'ari", "O'Brien"])
  })
  it('keeps the stop of an abbreviation and cuts the stop of a sentence', () => {
    expect(cut('Gen. Osman met Mr. Rossi in the U.S. today.')).toEqual([
      'Gen.',
      'Osman',
      'met',
      'Mr.',
      'Rossi',
      'in',
      'the',
      'U.S.',
      'today',
      '.',
    ])
  })
  it('cuts quotes, brackets and dashes of every kind', () => {
    expect(cut('“No,” he said——then ‘yes’ (twice)──again')).toEqual([
      '“',
      'No',
      ',',
      '”',
      'he',
      'said',
      '——',
      'then',
      '‘',
      'yes',
      '’',
      '(',
      'twice',
      ')',
      '──',
      'again',
    ])
  })
  it('keeps numbers, dates, clock times and addresses whole', () => {
    expect(cut('1,200 people at 15:30 on 19/01/2025: see https://example.org/a?b=1.')).toEqual([
      '1,200',
      'people',
      'at',
      '15:30',
      'on',
      '19/01/2025',
      ':',
      'see',
      'https://example.org/a?b=1',
      '.',
    ])
  })
  it('cuts two sentences that lost the space between them, but not a name with a stop inside', () => {
    expect(cut('They freed him.The judge left. Visit example.org now')).toEqual([
      'They',
      'freed',
      'him',
      '.',
      'The',
      'judge',
      'left',
      '.',
      'Visit',
      'example.org',
      'now',
    ])
  })
  it('gives pieces that stand in the text where they say', () => {
    const text = '  “Don’t go,”\u00a0said Lt. Col. Amr — twice… '
    for (const piece of cutWords(text, 0, text.length, cutting)) expect(text.slice(piece.start, piece.end)).toBe(piece.text)
  })
  it('takes time in proportion to the text, also for long runs of signs', () => {
    const began = performance.now()
    cut('a+'.repeat(50_000))
    cut("'".repeat(50_001))
    cut('.-'.repeat(50_000))
    expect(performance.now() - began).toBeLessThan(3_000) // quadratic reading of any of these takes minutes
  })
})
