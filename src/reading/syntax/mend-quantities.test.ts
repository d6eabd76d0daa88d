import { describe, expect, it } from 'vitest'
import { statementsIn } from '../../../test/english-report.js'

/** Who was held or freed, as the sentence counts them. */
const counted = (sentence: string) => statementsIn('2023-03-10', sentence).map(({ patient, polarity }) => [patient[0], polarity])

describe('what measures a number', () => {
  it.each([
    ['More than 12 weavers were arrested on the quay.', 'More than 12 weavers'],
    ['Fewer than ten porters were arrested.', 'Fewer than ten porters'],
    ['No fewer than ten porters were arrested.', 'No fewer than ten porters'],
    ['As many as 30 weavers were arrested.', 'As many as 30 weavers'],
    ['Between 20 and 30 weavers were arrested.', 'Between 20 and 30 weavers'],
    ['More than a dozen sailors were arrested.', 'More than a dozen sailors'],
    ['Guards arrested up to 40 weavers.', 'up to 40 weavers'],
    ['The port police arrested at least 12 vendors.', 'at least 12 vendors'],
  ])('stays with those who are counted: %s', (sentence, patient) => {
    expect(counted(sentence)).toEqual([[patient, 'positive']])
  })
  it('is not a negation beside it', () => {
    expect(counted('No other sailors were arrested.')).toEqual([[expect.stringContaining('sailors'), 'negative']])
  })
  it('is no span of years', () => {
    expect(counted('From 2014 to 2016 sailors were arrested.')).not.toEqual([[expect.stringContaining('2014'), 'positive']])
  })
})
