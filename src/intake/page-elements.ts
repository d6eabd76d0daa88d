import { characterAt, characters } from './letters.js'

/** What of a parsed page we look at; any DOM's nodes have it. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly parentNode: DomNode | null
  getAttribute?(name: string): string | null
}

/** An element of the page in document order, with sums over everything below it. */
export interface PageElement {
  readonly tag: string
  readonly node: DomNode
  readonly parent: number
  /** Index one past its last descendant. */
  end: number
  /** Characters of text below it, and of those the ones inside links. */
  chars: number
  linkChars: number
  /** Characters in lines of running text. */
  prose: number
}

/** A line a reader sees: the text between two breaks, the element that breaks it, and how much of it is links. */
export interface PageLine {
  readonly text: string
  readonly element: number
  readonly linkChars: number
}

export interface PageTree {
  readonly elements: readonly PageElement[]
  readonly lines: readonly PageLine[]
}

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
/** Elements whose text no reader sees as text. */
const unseen = new Set(
  'script style template noscript iframe object embed svg math canvas audio video map head title meta link select option datalist input textarea'.split(
    ' ',
  ),
)

/** What a page says to browsers without scripts: a sentence or two, and longer only where the story itself stands there, for a script to replace. */
const longestNotice = 600

/** Lines shorter than this are no running text; Readability's limit for a paragraph that counts. */
const shortestProse = 25

/** Inline elements that pages set apart by their style sheets, as boxes beside each other: a name, a day, a count. Letters in bold or italics may stand within a word. */
const inlineBoxes = new Set(['span', 'a', 'time', 'cite', 'label'])
/** Scripts from here on set no space between words: Chinese, Japanese, Korean. */
const firstWithoutSpaces = 0x2e80

/** Whether two texts of boxes beside each other are two things to a reader, although no space is written between them: "Ines Haro" and "3 May", "12" and "Share". */
function areApart(before: string, after: string): boolean {
  const first = characterAt(after, 0)
  if (first === characters.none || first === characters.small || after.charCodeAt(0) >= firstWithoutSpaces) return false
  const at = (place: number) => (place < 0 ? characters.none : characterAt(before, place))
  const last = at(before.length - 1)
  // A single letter may be a story's first, set large.
  return last === characters.other || (last !== characters.none && at(before.length - 2) !== characters.none)
}

/** Elements that may stand in a cell of a row that is read as one line. */
const isCell = (tag: string) => tag === 'td' || tag === 'th'

/** Whether a table's row holds short entries and no paragraphs, lists or lines of their own: it is one line to a reader. A row that lays out a page is none. */
function isRowOfEntries(row: DomNode): boolean {
  let cells = 0
  for (let cell = row.firstChild; cell !== null; cell = cell.nextSibling) {
    if (cell.nodeType !== 1) continue
    if (!isCell(cell.nodeName.toLowerCase())) return false
    cells++
    let length = 0
    let node: DomNode | null = cell.firstChild
    while (node !== null) {
      if (node.nodeType === 1 && !inline.has(node.nodeName.toLowerCase())) return false
      if (node.nodeType === 3) length += node.textContent?.length ?? 0
      if (length > longestEntry) return false
      let next: DomNode | null = node.firstChild ?? node.nextSibling
      let up: DomNode | null = node
      while (next === null && up !== null) {
        up = up.parentNode
        if (up === cell) break
        next = up?.nextSibling ?? null
      }
      node = next
    }
  }
  return cells > 1
}

/** A cell's entry is a few words or a sentence or two, in characters; more is a text that the table lays out. */
const longestEntry = 400

/** The elements and lines of a page in document order. Walks without recursion, so that depth cannot exhaust the stack. */
export function pageTree(root: DomNode): PageTree {
  const elements: PageElement[] = []
  const lines: PageLine[] = []
  let buffer = ''
  let linkChars = 0
  const at: number[] = []
  let inLink = 0
  let inRow = 0 // rows of entries that are open
  let afterBox = false // whether an inline box has just ended
  let betweenBoxes = false // whether another has begun at once
  let blockOf: number[] = []

  const flush = () => {
    const text = buffer.replace(/[ \t\r\n\f\u00A0\u200B]+/g, ' ').trim()
    const element = blockOf.at(-1)
    if (text !== '' && element !== undefined) lines.push({ text, element, linkChars: Math.min(linkChars, text.length) })
    buffer = ''
    linkChars = 0
    afterBox = false
    betweenBoxes = false
  }
  const enter = (node: DomNode): boolean => {
    const tag = node.nodeName.toLowerCase()
    if (unseen.has(tag) && !(tag === 'noscript' && (node.textContent ?? '').trim().length > longestNotice)) return false
    if (tag === 'br' || tag === 'hr') {
      flush()
      return false
    }
    elements.push({ tag, node, parent: at.at(-1) ?? -1, end: 0, chars: 0, linkChars: 0, prose: 0 })
    const index = elements.length - 1
    at.push(index)
    if (tag === 'a') inLink++
    if (inline.has(tag) || (inRow > 0 && isCell(tag))) {
      betweenBoxes = betweenBoxes || (afterBox && inlineBoxes.has(tag))
      if (isCell(tag)) buffer += ' '
    } else {
      flush()
      blockOf.push(index)
    }
    if (tag === 'tr' && isRowOfEntries(node)) inRow++
    return true
  }
  const leave = () => {
    const index = at.pop()
    const element = index === undefined ? undefined : elements[index]
    if (index === undefined || element === undefined) return
    element.end = elements.length
    afterBox = inlineBoxes.has(element.tag)
    if (element.tag === 'a') inLink--
    if (blockOf.at(-1) === index) {
      flush()
      blockOf.pop()
      if (element.tag === 'tr' && inRow > 0) inRow--
    }
  }
  const write = (text: string) => {
    if (betweenBoxes && areApart(buffer, text)) buffer += ' '
    buffer += text
    afterBox = false
    betweenBoxes = false
    if (inLink > 0) linkChars += text.trim().length
  }

  let node: DomNode | null = root
  while (node !== null) {
    let down = false
    if (node.nodeType === 1) down = enter(node)
    else if (node.nodeType === 3) write(node.textContent ?? '')
    const child: DomNode | null = down ? node.firstChild : null
    if (child !== null) {
      node = child
      continue
    }
    if (down) leave()
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null) leave()
    }
    node = node === null || node === root ? null : node.nextSibling
  }
  blockOf = []
  for (const line of lines) {
    for (let i = line.element; i !== -1; i = elements[i]?.parent ?? -1) {
      const element = elements[i]
      if (element === undefined) break
      element.chars += line.text.length
      element.linkChars += line.linkChars
      if (line.text.length >= shortestProse && line.linkChars * 2 < line.text.length) element.prose += line.text.length
    }
  }
  return { elements, lines }
}

/** The share of an element's text that is links. */
export const linkDensity = ({ chars, linkChars }: Pick<PageElement, 'chars' | 'linkChars'>) => (chars === 0 ? 0 : linkChars / chars)
