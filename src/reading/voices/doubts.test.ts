import { describe, expect, it } from 'vitest'
import { firstOf, statementsIn } from '../../../test/english-report.js'

const certaintyOf = (text: string) => firstOf('arrest', statementsIn('2024-06-20', text)).certainty

describe('what nobody in particular tells', () => {
  it.each([
    'Some say the editor was arrested in Arles.',
    'According to some accounts, the editor was arrested in Arles.',
    'There were unconfirmed reports of two editors being arrested in Arles.',
    'There were reports of police arresting two editors in Arles.',
    'Rumour has it that the editor was arrested in Arles.',
    'Word spread that the editor had been arrested in Arles.',
    'It has been suggested that the editor was arrested in Arles.',
    'Local media suggested that the editor had been arrested in Arles.',
    'The editor was reported arrested on Monday.',
    'Nobody has confirmed that the editor was arrested in Arles.',
  ])('is hedged: %s', (text) => {
    expect(certaintyOf(text)).toBe('hedged')
  })
  it.each([
    'Some of the guards said the editor was arrested in Arles.',
    'Some survivors said the editor was arrested in Arles.',
    'Unnamed officials said the editor was arrested in Arles.',
    'Two newspapers say that the editor was arrested in Arles.',
    'It has emerged that the editor was arrested in Arles.',
    'The report of the commission says the editor was arrested in Arles.',
  ])('is not what somebody tells, however unnamed: %s', (text) => {
    expect(certaintyOf(text)).toBe('certain')
  })
})
