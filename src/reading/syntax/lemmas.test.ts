import { describe, expect, it } from 'vitest'
import { loadSyntaxWords } from '../../packs.js'
import { lemmatiser } from './lemmas.js'

/** No base forms: what the rules of spelling and the irregular forms do by themselves, for words never seen. */
const lemmaOf = lemmatiser(loadSyntaxWords('en'), { verbs: new Set(), nouns: new Set() })

describe('lemmatiser', () => {
  it.each([
    ['arrested', 'arrest'],
    ['told', 'tell'],
    ['freed', 'free'],
    ['flown', 'fly'],
    ['released', 'release'],
    ['extradited', 'extradite'],
    ['expelled', 'expel'],
    ['jailed', 'jail'],
    ['tried', 'try'],
    ['investigated', 'investigate'],
    ['referred', 'refer'],
    ['accused', 'accuse'],
    ['upheld', 'uphold'],
    ['quashed', 'quash'],
    ['kidnapped', 'kidnap'],
    ['reignited', 'reignite'],
    ['re-arrested', 're-arrest'],
    ['fled', 'flee'],
  ])('lists "%s" under "%s"', (form, base) => {
    expect(lemmaOf(form, 'VERB', 'VBN')).toBe(base)
  })
  it.each([
    ['lying', 'lie'],
    ['planning', 'plan'],
    ['handing', 'hand'],
    ['killing', 'kill'],
    ['releasing', 'release'],
    ['fleeing', 'flee'],
  ])('lists "%s" under "%s"', (form, base) => {
    expect(lemmaOf(form, 'VERB', 'VBG')).toBe(base)
  })
  it.each([
    ['judges', 'judge'],
    ['ministries', 'ministry'],
    ['witnesses', 'witness'],
    ['militiamen', 'militiaman'],
    ['crises', 'crisis'],
    ['churches', 'church'],
    ['cases', 'case'],
  ])('lists the plural "%s" under "%s"', (form, base) => {
    expect(lemmaOf(form, 'NOUN', 'NNS')).toBe(base)
  })
  it('leaves names and singular nouns as they are', () => {
    expect(lemmaOf('hussein', 'PROPN', 'NNP')).toBe('hussein')
    expect(lemmaOf('process', 'NOUN', 'NN')).toBe('process')
    expect(lemmaOf('embarrassed', 'ADJ', 'JJ')).toBe('embarrassed')
  })
  it('reads curly apostrophes as straight ones', () => {
    expect(lemmaOf('n’t', 'PART', 'RB')).toBe('not')
    expect(lemmaOf('’s', 'AUX', 'VBZ')).toBe('be')
  })
})
