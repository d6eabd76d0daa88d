import { describe, expect, it } from 'vitest'
import { firstOf, statementsIn } from '../../../test/english-report.js'
import type { Statement } from '../../model/report.js'

/** What is read in one block of a report published on a Friday. */
function read(text: string, kind: 'paragraph' | 'headline' = 'paragraph'): readonly Statement[] {
  return statementsIn('2023-03-10', [kind, text])
}

/** The first claim of a type; none is told with what was read. */
function told(text: string, type: Statement['type'], kind: 'paragraph' | 'headline' = 'paragraph'): Statement {
  return firstOf(type, read(text, kind))
}

describe('what somebody denies', () => {
  it.each([
    ['The minister denied that the general had been tortured.', 'abuse'],
    ['The army denies that its soldiers killed the villagers.', 'abuse'],
    ['The spokesman denied the arrest of the editor.', 'arrest'],
    ['There is no evidence that the general was tortured.', 'abuse'],
    ['The claim that the general was tortured is false, the minister said.', 'abuse'],
  ] as const)('did not happen in his words: %s', (text, type) => {
    expect(told(text, type).polarity).toBe('negative')
  })
  it('without a doer of its own he denies having done himself', () => {
    expect(told('The general denies having ordered the massacre of villagers.', 'abuse')).toMatchObject({
      polarity: 'negative',
      agent: ['general'],
      sources: ['general'],
    })
  })
  it('happened all the same where he only denies a part in it, or does not deny it', () => {
    expect(told('The guard denied any part in the beating of inmates.', 'abuse').polarity).toBe('positive')
    expect(told('The minister did not deny that the general had been tortured.', 'abuse').polarity).toBe('positive')
  })
  it('as a claim of others is hedged', () => {
    expect(told('The minister rejected claims that the general had been tortured.', 'abuse').certainty).toBe('hedged')
  })
})

describe('what nobody confirms', () => {
  it.each([
    'The spokesman did not confirm that the editor had been arrested.',
    'The ministry could neither confirm nor deny that the editor had been arrested.',
  ])('is left open: %s', (text) => {
    expect(told(text, 'arrest').certainty).toBe('hedged')
  })
})

describe('a verb joined to another', () => {
  it('shares its negation, its modal and its object', () => {
    expect(told('Mongolia failed to arrest and surrender the president.', 'surrender').polarity).toBe('negative')
    expect(told('The editor will be arrested and charged.', 'charge').modality).toBe('planned')
    expect(read('Soldiers murdered and raped villagers.').map(({ patient, detail }) => [patient, detail.kind])).toEqual([
      [['villagers'], 'killing'],
      [['villagers'], 'sexual-violence'],
    ])
  })
  it('after “but” or with an auxiliary of its own shares nothing', () => {
    expect(told('The editor was not charged but arrested.', 'arrest').polarity).toBe('positive')
    expect(told('The editor did not resist and was arrested.', 'arrest').polarity).toBe('positive')
  })
})

describe('a known happening', () => {
  it('is not coloured by what is said or done about it', () => {
    expect(told('The lawyers may discuss the arrest of the editor.', 'arrest')).toMatchObject({ modality: 'actual', certainty: 'certain' })
    expect(told('The report did not mention the arrest of the editor.', 'arrest').polarity).toBe('positive')
  })
})

describe('a headline’s quotation marks around a verb', () => {
  it('leave open whether it is so; in running text they quote', () => {
    expect(told("Editor 'arrested' in Baku", 'arrest', 'headline').certainty).toBe('hedged')
    expect(told('Editor arrested in Baku', 'arrest', 'headline').certainty).toBe('certain')
  })
})

describe('an order in quotation marks', () => {
  it('tells no deed', () => {
    expect(read('"Free the editor now," the crowd chanted.').filter(({ type }) => type === 'release')).toEqual([])
  })
})

describe('what somebody is kept from', () => {
  it.each([
    ['The colonel was barred from leaving the country.', 'travel'],
    ['Border guards stopped the editor from boarding a flight to Oslo.', 'travel'],
    ['The storm prevented soldiers from arresting him.', 'arrest'],
    ['A judge blocked the ministry from deporting the student.', 'expulsion'],
  ] as const)('did not happen: %s', (text, type) => {
    expect(told(text, type).polarity).toBe('negative')
  })
  it('would have been done by whom the hindering verb has as its object', () => {
    expect(told('The storm prevented soldiers from arresting him.', 'arrest').agent).toEqual(['soldiers'])
  })
  it('was done where nobody was kept from it', () => {
    expect(told('The order did not stop the army from arresting the editor.', 'arrest').polarity).toBe('positive')
  })
})

describe('what was only to be', () => {
  it.each([
    'The general fled to avoid being arrested.',
    'Two officers came to arrest the general.',
    'The minister dreamed of arresting the general.',
    'The minister ruled out arresting the general.',
    'Police tried to arrest the general.',
    'A bid to arrest the general ended in a shoot-out.',
    'The general was threatened with arrest.',
    'Police searched three houses in the hope of arresting the general.',
    'It is unclear whether the general was arrested or fled.',
    'Police would not say if the general had been arrested.',
  ])('is never told as done: %s', (text) => {
    const done = read(text).filter(
      ({ type, polarity, certainty, modality }) =>
        type === 'arrest' && `${polarity} ${certainty} ${modality}` === 'positive certain actual',
    )
    expect(done).toEqual([])
  })
})

describe('a noun for what is only asked for, planned, weighed or waited for', () => {
  it.each([
    ['A petition for the release of the editor has 40,000 signatures.', 'release'],
    ['An application for the arrest of the minister was lodged in May.', 'arrest'],
    ['Plans for the release of the editor were drawn up.', 'release'],
    ['A decision on the extradition of the editor is expected next week.', 'extradition'],
    ['The extradition of the editor depends on the minister.', 'extradition'],
    ['Talks on the release of the hostages continue.', 'release'],
    ['Preparations for the trial of the general are under way.', 'trial'],
    ['Campaigners want to see the arrest of the general.', 'arrest'],
    ['The arrest of the general would change nothing.', 'arrest'],
  ] as const)('is never told as done: %s', (text, type) => {
    expect(read(text).filter((claim) => claim.type === type && claim.modality === 'actual' && claim.polarity === 'positive')).toEqual([])
  })
  it.each([
    ['The release of the hostages was greeted with tears.', 'release'],
    ['Protests over the arrest of the general went on.', 'arrest'],
    ['News of the release of the editor reached Lima at noon.', 'release'],
  ] as const)('is told as done where nothing leaves it open: %s', (text, type) => {
    expect(told(text, type)).toMatchObject({ modality: 'actual', polarity: 'positive', certainty: 'certain' })
  })
})

describe('what is told as done', () => {
  it('is so beyond doubt, and where somebody had it done', () => {
    expect(told('There is no doubt that the army killed the villagers.', 'abuse').certainty).toBe('certain')
    expect(told('The judge, Anna Berg, had him arrested in the hall.', 'arrest').modality).toBe('actual')
  })
  it('is in doubt where somebody doubts it', () => {
    expect(told('There is some doubt that the army killed the villagers.', 'abuse').certainty).toBe('hedged')
  })
})
