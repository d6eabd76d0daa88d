import { describe, expect, it } from 'vitest'
import { statementTypes } from '../model/report.js'
import { clause, happeningNoun, question, type Told } from './clauses.js'

const told = (type: Told['type'], parties: Partial<Told> = {}): Told => ({
  type,
  agent: [],
  patient: [],
  recipient: [],
  detail: {},
  ...parties,
})

describe('a happening in a clause', () => {
  it.each([
    [told('arrest', { agent: ['port police'], patient: ['Tomas Reker'] }), 'port police arrested Tomas Reker'],
    [told('arrest', { patient: ['Tomas Reker'] }), 'Tomas Reker was arrested'],
    [told('arrest', { patient: ['Tomas Reker', 'Ana Vol'] }), 'Tomas Reker and Ana Vol were arrested'],
    [told('arrest', { patient: ['three fishermen'] }), 'three fishermen were arrested'],
    [told('arrest', { patient: ['Tomas Jones'] }), 'Tomas Jones was arrested'],
    [told('arrest'), 'there was an arrest'],
    [
      told('notification', { agent: ['police'], recipient: ['the ministry'], patient: ['the arrest'] }),
      'police informed the ministry about the arrest',
    ],
    [told('warrant', { agent: ['a chamber'], patient: ['Tomas Reker'] }), 'a chamber issued a warrant of arrest for Tomas Reker'],
    [told('warrant', { patient: ['Tomas Reker'] }), 'a warrant of arrest for Tomas Reker was issued'],
    [told('warrant'), 'a warrant of arrest was issued'],
    [
      told('ruling', { agent: ['the court'], patient: ['Tomas Reker'], detail: { outcome: 'release-ordered' } }),
      'the court ordered the release of Tomas Reker',
    ],
    [
      told('ruling', { patient: ['Tomas Reker'], detail: { outcome: 'not-validated' } }),
      'confirmation of the arrest of Tomas Reker was refused',
    ],
    [told('travel', { patient: ['Tomas Reker'], detail: { direction: 'return' } }), 'Tomas Reker returned'],
    [told('travel', { agent: ['Italy'], patient: ['Tomas Reker'], detail: { direction: 'return' } }), 'Italy took back Tomas Reker'],
    [told('death', { patient: ['Ana Vol'] }), 'Ana Vol died'],
    [told('non-compliance', { agent: ['the chamber'], patient: ['Italy'] }), 'the chamber found Italy not to have complied'],
    [
      told('abuse', { agent: ['guards'], patient: ['detainees'], detail: { kind: 'forced-labour' } }),
      'guards subjected detainees to forced labour',
    ],
    [
      told('surrender', { agent: ['Italy'], patient: ['Tomas Reker'], recipient: ['the Court'] }),
      'Italy surrendered Tomas Reker to the Court',
    ],
  ])('%#: %o', (given, words) => {
    expect(clause(given)).toBe(words)
  })

  it('what is said not to have happened is never told as done', () => {
    expect(clause(told('notification', { recipient: ['the ministry'] }), { negative: true })).toBe('the ministry was not informed')
    expect(clause(told('notification', { agent: ['police'], recipient: ['the ministry'] }), { negative: true })).toBe(
      'police did not inform the ministry',
    )
    expect(clause(told('travel', { patient: ['Tomas Reker'] }), { negative: true })).toBe('Tomas Reker did not travel')
    for (const type of statementTypes) {
      for (const parties of [{}, { patient: ['P'] }, { agent: ['A'], patient: ['P'], recipient: ['R'] }])
        expect(clause(told(type, parties), { negative: true })).toMatch(/\bnot\b|\bno\b/)
    }
  })

  it('harm is named as reported, never as a fact of ours', () => {
    expect(happeningNoun('abuse', { kind: 'torture' })).toBe('Torture reported')
    expect(happeningNoun('abuse')).toBe('Abuse reported')
  })

  it('every type has a noun and a clause for whatever parties are known', () => {
    for (const type of statementTypes) {
      expect(happeningNoun(type)).toMatch(/^[A-Z]/)
      for (const parties of [{}, { agent: ['A'] }, { patient: ['P'] }, { recipient: ['R'] }])
        expect(clause(told(type, parties))).not.toMatch(/undefined|\s\s|\s$/)
    }
  })
})

describe('a dispute as a question', () => {
  it('asks who, when and where of the happening', () => {
    const arrest = told('arrest', { agent: ['port police'], patient: ['Tomas Reker'] })
    expect(question({ ...arrest, agent: [] }, 'agent')).toBe('Who arrested Tomas Reker?')
    expect(question(arrest, 'time')).toBe('When was the arrest?')
    expect(question(arrest, 'place')).toBe('Where was the arrest?')
    expect(question(told('notification', { agent: ['police'], recipient: ['the ministry'] }), 'happened')).toBe(
      'Is it so that police informed the ministry?',
    )
  })
})
