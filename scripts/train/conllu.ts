import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A word of a treebank, with words joined by hyphens made one again, as our tokeniser leaves them. */
export interface TreebankWord {
  readonly text: string
  readonly lemma: string
  readonly pos: string
  readonly tag: string
  /** Index of the head in the sentence; -1 for the root. */
  readonly head: number
  readonly relation: string
}

export interface TreebankSentence {
  readonly text: string
  readonly words: readonly TreebankWord[]
}

/** The sentences of one document. */
export type TreebankDocument = readonly TreebankSentence[]

interface Row extends TreebankWord {
  readonly spaceAfter: boolean
}

/** The documents of a gzipped CoNLL-U file. */
export function readTreebank(file: string): readonly TreebankDocument[] {
  const documents: TreebankSentence[][] = []
  let text = ''
  let rows: Row[] = []
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line.startsWith('# newdoc')) documents.push([])
    else if (line.startsWith('# text = ')) text = line.slice(9)
    else if (/^\d+\t/.test(line)) {
      const [, form = '', lemma = '', pos = '', tag = '', , head = '0', relation = '', , misc = ''] = line.split('\t')
      rows.push({ text: form, lemma, pos, tag, head: Number(head) - 1, relation, spaceAfter: !misc.includes('SpaceAfter=No') })
    } else if (line === '' && rows.length > 0) {
      documents.at(-1)?.push({ text, words: joinHyphens(rows) })
      rows = []
    }
  }
  return documents
}

/** Prefixes after which the word keeps its class: "re-arrested" is a verb, "court-ordered" an adjective. */
const prefixes = new Set(['re', 'co', 'pre', 'post', 'un', 'non', 'over', 'under', 'out', 'mis', 'de', 'dis', 'self'])

/** Words whose parts the treebank cuts at hyphens, put together again: "EU", "-", "backed" is one adjective. */
function joinHyphens(rows: readonly Row[]): readonly TreebankWord[] {
  const group: number[] = []
  for (let index = 0; index < rows.length; index++) {
    const before = rows[index - 1]
    const row = rows[index]!
    const next = rows[index + 1]
    const isWord = (at: Row | undefined) => at !== undefined && /^[\p{L}\p{N}]/u.test(at.text)
    const hyphen = /^[-‑]$/.test(row.text) && before?.spaceAfter === false && !row.spaceAfter && isWord(before) && isWord(next)
    const afterHyphen = index > 1 && /^[-‑]$/.test(before?.text ?? '') && group[index - 1] === group[index - 2] && isWord(row)
    group.push(hyphen || afterHyphen ? group[index - 1]! : index === 0 ? 0 : group[index - 1]! + 1)
  }
  const depth = (index: number): number => (rows[index]!.head < 0 ? 0 : 1 + depth(rows[index]!.head))
  const members = new Map<number, number[]>()
  for (const [index, id] of group.entries()) members.set(id, [...(members.get(id) ?? []), index])
  return [...members.values()].map((indices) => {
    // The part nearest the root stands for the whole; so no cycle can arise.
    const top = indices.reduce((best, index) => (depth(index) < depth(best) ? index : best))
    const row = rows[top]!
    const head = row.head < 0 ? -1 : group[row.head]!
    if (indices.length === 1) return { text: row.text, lemma: row.lemma, pos: row.pos, tag: row.tag, head, relation: row.relation }
    const first = rows[indices[0]!]!
    const modifier = row.pos === 'VERB' && /^VB[NG]$/.test(row.tag) && row.relation === 'amod' && !prefixes.has(first.text.toLowerCase())
    return {
      text: indices.map((index) => rows[index]!.text).join(''),
      lemma: indices.map((index) => (index === top ? row.lemma : rows[index]!.text)).join(''),
      pos: modifier ? 'ADJ' : row.pos,
      tag: modifier ? 'JJ' : row.tag,
      head,
      relation: row.relation,
    }
  })
}
