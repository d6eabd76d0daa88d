import { describe, expect, it } from 'vitest'
import type { Block } from '../model/report.js'
import { loadLanguage } from '../packs.js'
import type { Sentence } from './parts.js'
import { readSentences } from './sentences.js'

const english = loadLanguage('en')!

/** The sentences of paragraphs, one to a line. */
function read(text: string, names: readonly string[] = []): readonly Sentence[] {
  const blocks: Block[] = []
  let start = 0
  for (const line of text.split('\n')) {
    blocks.push({ start, end: start + line.length, kind: 'paragraph', why: '' })
    start += line.length + 1
  }
  return readSentences(text, blocks, english.syntax, new Set(names))
}

const tagsOf = (text: string) => read(text).flatMap(({ tokens }) => tokens.map((token) => `${token.text}/${token.tag}`))

/** What hangs on what, as "police <obl:agent arrested". */
function arcsOf(text: string): readonly string[] {
  return read(text).flatMap((sentence) => {
    const { head, relation } = sentence.tree()
    return sentence.tokens.map(({ text: word, index }) =>
      `${word} <${relation[index]} ${sentence.tokens[head[index]!]?.text ?? ''}`.trimEnd(),
    )
  })
}

describe('readSentences', () => {
  it('gives tokens that stand in the text where they say', () => {
    const text = 'Gen. Hamid didn’t speak.\n“He was freed,” Rome’s mayor said——twice.'
    for (const sentence of read(text)) {
      for (const token of sentence.tokens) expect(text.slice(token.start, token.end)).toBe(token.text)
    }
  })
  it('never joins a block with the next', () => {
    expect(read('Court frees general\nThe court freed him.').map(({ tokens }) => tokens.length)).toEqual([3, 5])
  })
  it('passes over blocks that are not read', () => {
    const blocks: Block[] = [{ start: 0, end: 12, kind: 'comment', why: '' }]
    expect(readSentences('He was freed', blocks, english.syntax)).toEqual([])
  })
  it('tells "was arrested" from "arrested them"', () => {
    expect(tagsOf('Police arrested the general.')).toContain('arrested/VBD')
    expect(tagsOf('The general was arrested.')).toContain('arrested/VBN')
    expect(tagsOf('The man arrested on Monday was freed on Tuesday.')).toContain('arrested/VBN')
    expect(tagsOf('They refused to free the prisoners.')).toContain('free/VB')
  })
  it('takes a surname at the head of a sentence for a name', () => {
    expect(tagsOf('Okafor was arrested. Njeem denied it. Haftar left.')).toEqual(
      expect.arrayContaining(['Okafor/NNP', 'Njeem/NNP', 'Haftar/NNP']),
    )
  })
  it('reads the present of headlines as a verb', () => {
    expect(tagsOf('Italy frees general wanted by court')).toEqual(expect.arrayContaining(['Italy/NNP', 'frees/VBZ', 'wanted/VBN']))
  })
  it('lets a name seen inside a sentence help where it stands first', () => {
    const [first] = read('Hope was freed on Monday.\nThe police had arrested Hope in May.')
    expect(first?.tokens[0]?.pos).toBe('PROPN')
  })
  it('gives the agent and the subject of a passive', () => {
    const arcs = arcsOf('The colonel had been arrested by Kenyan police in May.')
    expect(arcs).toEqual(
      expect.arrayContaining(['colonel <nsubj:pass arrested', 'police <obl:agent arrested', 'been <aux:pass arrested', 'arrested <root']),
    )
  })
  it('gives subject and object of an active verb', () => {
    const arcs = arcsOf('On Sunday officers detained a former minister in Milan.')
    expect(arcs).toEqual(expect.arrayContaining(['officers <nsubj detained', 'minister <obj detained']))
  })
  it('leaves the subject with the main verb when a relative clause stands between', () => {
    const arcs = arcsOf('The commander, who is accused of murder, was arrested in Dakar.')
    expect(arcs).toEqual(
      expect.arrayContaining(['commander <nsubj:pass arrested', 'who <nsubj:pass accused', 'accused <acl:relcl commander']),
    )
  })
  it('hangs a participle on its noun', () => {
    expect(arcsOf('The suspect wanted by the court fled to Chad.')).toEqual(
      expect.arrayContaining(['wanted <acl suspect', 'court <obl:agent wanted', 'suspect <nsubj fled']),
    )
  })
  it('hangs what is said on the verb of saying', () => {
    const arcs = arcsOf('The minister said that the suspect was expelled.')
    expect(arcs).toEqual(expect.arrayContaining(['expelled <ccomp said', 'suspect <nsubj:pass expelled', 'minister <nsubj said']))
  })
  it('joins verbs that share a subject', () => {
    const arcs = arcsOf('Judges convicted the general and sentenced him to 20 years.')
    expect(arcs).toEqual(expect.arrayContaining(['sentenced <conj convicted', 'him <obj sentenced', 'general <obj convicted']))
  })
  it('gives every tree one root, and children that agree with heads', () => {
    for (const sentence of read('Rome, Jan. 21 – “No!” he said (twice); they left... and\n12\n“”')) {
      const { head, children } = sentence.tree()
      expect(head.filter((on) => on === -1)).toHaveLength(1)
      for (const [index, on] of head.entries()) if (on >= 0) expect(children(on)).toContain(index)
    }
  })
  it('reads a page of nothing but one word in time that grows with its length only', () => {
    const began = performance.now()
    for (const sentence of read('arrested '.repeat(20_000))) sentence.tree()
    for (const sentence of read(')'.repeat(20_000))) sentence.tree()
    expect(performance.now() - began).toBeLessThan(20_000) // a second when all is well; minutes when a step is quadratic
  })
  it('gives the same reading every time', () => {
    const text = 'Prosecutors in The Hague asked Chad to hand over the former president, who denied the charges.'
    const plain = () => read(text).map((sentence) => [sentence.tokens, sentence.tree().head, sentence.tree().relation])
    expect(plain()).toEqual(plain())
  })
})
