import { describe, expect, it } from 'vitest'
import { mendTree } from './mend-tree.js'

/** A tree written as "word/pos/tag relation head" with heads from 1 and 0 for the root, as treebanks do; what it is after mending. */
function mended(...lines: readonly string[]): readonly string[] {
  const rows = lines.map((line) => {
    const [word = '', relation = '', head = '0'] = line.split(' ')
    const [text = '', pos = '', tag = pos] = word.split('/')
    return { token: { lower: text, lemma: text === 'was' || text === 'is' ? 'be' : text, pos, tag }, relation, head: Number(head) - 1 }
  })
  const arcs = { head: rows.map(({ head }) => head), relation: rows.map(({ relation }) => relation) }
  mendTree(
    rows.map(({ token }) => token),
    arcs,
    new Set(['tuesday']),
  )
  return rows.map(({ token }, index) => `${token.lower} ${arcs.relation[index]} ${arcs.head[index]! + 1}`)
}

describe('mendTree', () => {
  it('gives what somebody saw back to the relative clause when the main verb took it', () => {
    const tree = mended(
      'fisherman/NOUN/NN ccomp 6',
      'who/PRON/WP nsubj 3',
      'saw/VERB/VBD acl:relcl 1',
      'the/DET/DT det 5',
      'boat/NOUN/NN nsubj 6',
      'told/VERB/VBD root 0',
      'reuters/PROPN/NNP iobj 6',
    )
    expect(tree).toContain('fisherman nsubj 6')
    expect(tree).toContain('boat obj 3')
  })
  it('gives a subject back to the main verb when the relative clause took it', () => {
    const tree = mended(
      'chief/NOUN/NN nsubj:pass 5',
      ',/PUNCT punct 5',
      'who/PRON/WP nsubj:pass 5',
      'is/AUX/VBZ aux:pass 5',
      'accused/VERB/VBN advcl 8',
      ',/PUNCT punct 5',
      'was/AUX/VBD aux:pass 8',
      'arrested/VERB/VBN root 0',
    )
    expect(tree).toEqual(expect.arrayContaining(['chief nsubj:pass 8', 'accused acl:relcl 1', 'arrested root 0']))
  })
  it('knows the subject of a perfect as whoever does it, and of a passive perfect as whom it is done to', () => {
    const active = mended(
      'police/NOUN/NNS nsubj:pass 4',
      'could/AUX/MD aux 4',
      'have/AUX/VB aux 4',
      'arrested/VERB/VBN root 0',
      'him/PRON/PRP obj 4',
    )
    expect(active).toContain('police nsubj 4')
    const passive = mended('him/PRON/PRP nsubj 4', 'have/AUX/VB aux 4', 'was/AUX/VBN aux 4', 'arrested/VERB/VBN root 0')
    expect(passive).toContain('him nsubj:pass 4')
  })
  it('hangs a relative clause on the noun before its pronoun', () => {
    const tree = mended(
      'police/NOUN/NNS nsubj 2',
      'held/VERB/VBD root 0',
      'hamid/PROPN/NNP obj 2',
      ',/PUNCT punct 6',
      'who/PRON/WP nsubj 6',
      'fled/VERB/VBD conj 2',
    )
    expect(tree).toContain('fled acl:relcl 3')
  })
  it('leaves a question that a verb asks', () => {
    const tree = mended('they/PRON/PRP nsubj 2', 'asked/VERB/VBD root 0', 'who/PRON/WP nsubj 4', 'fled/VERB/VBD ccomp 2')
    expect(tree).toContain('fled ccomp 2')
  })
  it('makes a participle of the first of two finite verbs side by side', () => {
    const tree = mended(
      'men/NOUN/NNS nsubj 2',
      'wanted/VERB/VBD root 0',
      'by/ADP/IN case 4',
      'italy/PROPN/NNP obl 2',
      'fled/VERB/VBD xcomp 2',
    )
    expect(tree).toEqual(['men nsubj 5', 'wanted acl 1', 'by case 4', 'italy obl:agent 2', 'fled root 0'])
  })
  it('leaves a verb of saying before the clause it reports', () => {
    const tree = mended('men/NOUN/NNS nsubj 2', 'claimed/VERB/VBD root 0', 'he/PRON/PRP nsubj 4', 'fled/VERB/VBD ccomp 2')
    expect(tree).toContain('fled ccomp 2')
  })
  it('takes "by" after a passive for its agent, across a place, but not a day', () => {
    const passive = ['hamid/PROPN/NNP nsubj:pass 3', 'was/AUX/VBD aux:pass 3', 'held/VERB/VBN root 0']
    expect(mended(...passive, 'by/ADP/IN case 5', 'police/NOUN/NNS obl 3')).toContain('police obl:agent 3')
    expect(mended(...passive, 'in/ADP/IN case 5', 'turin/PROPN/NNP obl 3', 'by/ADP/IN case 7', 'police/NOUN/NNS nmod 5')).toContain(
      'police obl:agent 3',
    )
    expect(mended(...passive, 'by/ADP/IN case 5', 'tuesday/PROPN/NNP obl 3')).toContain('tuesday obl 3')
  })
  it('leaves "by" after a deed told as a noun', () => {
    const tree = mended(
      'hamid/PROPN/NNP nsubj:pass 3',
      'was/AUX/VBD aux:pass 3',
      'held/VERB/VBN root 0',
      'over/ADP/IN case 5',
      'murder/NOUN/NN obl 3',
      'of/ADP/IN case 7',
      'rashid/PROPN/NNP nmod 5',
      'by/ADP/IN case 9',
      'agents/NOUN/NNS nmod 7',
    )
    expect(tree).toContain('agents nmod 7')
  })
  it('marks the subject of a passive and unmarks that of an active verb', () => {
    expect(mended('hamid/PROPN/NNP nsubj 3', 'was/AUX/VBD aux 3', 'held/VERB/VBN root 0')).toContain('hamid nsubj:pass 3')
    expect(mended('hamid/PROPN/NNP nsubj:pass 2', 'fled/VERB/VBD root 0')).toContain('hamid nsubj 2')
  })
})
