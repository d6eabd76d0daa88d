import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../packs.js'
import { nameWordsOf } from './name-words.js'
import { isNamedParty } from './named.js'

const words = nameWordsOf(loadKnowledge())

describe('who goes by a name', () => {
  it.each(['Marko Dravic', 'Mr King', 'Aung San Suu Kyi', 'Osama al-Masri', 'Leonora van der Berg', 'أسامة نجيم', 'General Dravic'])(
    '%s is a name',
    (name) => expect(isNamedParty(name, 'person', words)).toBe(true),
  )

  it.each([
    'Chairman',
    'Three policemen',
    'Border guards',
    'Prosecutors',
    'Liberia’s ex-president',
    'Turkish judge',
    'the widow',
    'cousin of Dravic',
    'Acting President',
    'Minister of Justice',
    'Prosecutor General at the Court of Appeal',
  ])('%s may be anybody', (name) => expect(isNamedParty(name, 'person', words)).toBe(false))

  it('a court or a ministry is named by what it is', () => {
    expect(isNamedParty('Supreme Court', 'organization', words)).toBe(true)
    expect(isNamedParty('police', 'organization', words)).toBe(false)
  })
})
