import { describe, expect, it } from 'vitest'
import { statementsIn } from '../../../test/english-report.js'

/** The offices that a sentence gives to people. */
const offices = (sentence: string) =>
  statementsIn('2023-03-10', sentence)
    .filter(({ type }) => type === 'role')
    .map(({ agent, detail }) => `${agent[0]}: ${detail.title}`)

describe('a name after the comma of a description', () => {
  it.each([
    'Despite a plea from the minister, Karl Holm was freed on Monday.',
    'According to the lawyer, Karl Holm had asked for asylum.',
    'After a meeting with the president, Karl Holm resigned.',
    'Like the governor, Karl Holm was charged with fraud.',
    'A day after meeting the ambassador, Karl Holm later fled to Chad.',
  ])('is the subject of the clause that it begins: %s', (sentence) => {
    expect(offices(sentence)).toEqual([])
  })
  it.each([
    ['The court freed the former minister, Karl Holm, on Monday.', 'Karl Holm: minister'],
    ['Police later arrested the governor, Karl Holm.', 'Karl Holm: governor'],
    ['A letter from the minister, Karl Holm, was read out.', 'Karl Holm: minister'],
  ])('is the name of the one described where nothing runs on: %s', (sentence, office) => {
    expect(offices(sentence)).toEqual([office])
  })
})

describe('"its" at the head of a sentence', () => {
  const ruling = (sentence: string) => statementsIn('2023-03-10', sentence).flatMap(({ type, agent }) => (type === 'ruling' ? agent : []))

  it('is the subject’s own, whatever body came before', () => {
    const agents = ruling('The Treasury accused him of theft. In its ruling the High Court of Lagos freed Karl Holm.')
    expect(agents).not.toContain('Treasury')
  })
  it('goes back to the body before where no body follows', () => {
    const agents = ruling('The High Court of Lagos freed Karl Holm on Monday. In its ruling it rejected the appeal.')
    expect(agents).toContain('High Court of Lagos')
  })
})

describe('a description by another noun of the same meaning', () => {
  const far = 'The town was quiet. Shops were open. Traders said that business was good. Nobody spoke of it.'
  const found = (text: string) => statementsIn('2023-03-10', text).flatMap(({ type, agent }) => (type === 'release' ? agent : []))

  it('is somebody else far from one who was named once', () => {
    expect(found(`Justice Rosa Marin dismissed the case of Karl Holm. ${far} The magistrate freed Karl Holm.`)).toEqual(['magistrate'])
  })
  it('is the one named a moment ago', () => {
    expect(found('Justice Rosa Marin dismissed the case of Karl Holm. The judge freed Karl Holm.')).toEqual(['Rosa Marin'])
  })
})
