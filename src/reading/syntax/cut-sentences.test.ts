import { describe, expect, it } from 'vitest'
import { loadSyntaxWords } from '../../packs.js'
import { sentenceCutter } from './cut-sentences.js'

const cutSentences = sentenceCutter(loadSyntaxWords('en'))
const cut = (text: string) => cutSentences(text, 0, text.length).map((pieces) => text.slice(pieces[0]!.start, pieces.at(-1)!.end))

describe('sentenceCutter', () => {
  it('does not end a sentence at a title or an initial', () => {
    expect(cut('Gen. Adel K. Hamid met Mr. Rossi. He left.')).toEqual(['Gen. Adel K. Hamid met Mr. Rossi.', 'He left.'])
  })
  it('ends a sentence at "U.S." only where the next word opens one', () => {
    expect(cut('He flew to the U.S. The court waited.')).toEqual(['He flew to the U.S.', 'The court waited.'])
    expect(cut('The U.S. Senate voted.')).toEqual(['The U.S. Senate voted.'])
  })
  it('leaves the closing quote with the sentence it closes', () => {
    expect(cut('“We freed him.” The minister left. "Why?" asked a judge.')).toEqual([
      '“We freed him.”',
      'The minister left.',
      '"Why?" asked a judge.',
    ])
    expect(cut('She called it "an error." Lawyers disagreed.')).toEqual(['She called it "an error."', 'Lawyers disagreed.'])
  })
  it('reads a line break as a space, and an empty line as an end', () => {
    expect(cut('The court\nfreed him\n\nNo appeal followed')).toEqual(['The court\nfreed him', 'No appeal followed'])
  })
  it('takes every bullet for a sentence of its own', () => {
    expect(cut('• two judges\n• one clerk')).toEqual(['• two judges', '• one clerk'])
  })
  it('leaves a dateline with its sentence', () => {
    expect(cut('ROME, Jan. 21 (Agency) - Judges freed a general on Tuesday.')).toHaveLength(1)
  })
  it('does not end a sentence before a small letter', () => {
    expect(cut('“Never!” shouted the crowd... and then it left.')).toHaveLength(1)
  })
  it('ends a sentence before a number or a bracket', () => {
    expect(cut('They were freed. 12 others stayed. (Two died.) Nobody knows.')).toEqual([
      'They were freed.',
      '12 others stayed.',
      '(Two died.)',
      'Nobody knows.',
    ])
  })
})
