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

/** The elements and lines of a page in document order. Walks without recursion, so that depth cannot exhaust the stack. */
export function pageTree(root: DomNode): PageTree {
  const elements: PageElement[] = []
  const lines: PageLine[] = []
  let buffer = ''
  let linkChars = 0
  const at: number[] = []
  let inLink = 0
  let blockOf: number[] = []

  const flush = () => {
    const text = buffer.replace(/[ \t\r\n\f\u00A0\u200B]+/g, ' ').trim()
    const element = blockOf.at(-1)
    if (text !== '' && element !== undefined) lines.push({ text, element, linkChars: Math.min(linkChars, text.length) })
    buffer = ''
    linkChars = 0
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
    if (!inline.has(tag)) {
      flush()
      blockOf.push(index)
    }
    return true
  }
  const leave = (node: DomNode) => {
    const index = at.pop()
    const element = index === undefined ? undefined : elements[index]
    if (element === undefined) return
    element.end = elements.length
    if (element.tag === 'a') inLink--
    if (!inline.has(element.tag)) {
      flush()
      blockOf.pop()
    }
    void node
  }

  let node: DomNode | null = root
  while (node !== null) {
    let down = false
    if (node.nodeType === 1) down = enter(node)
    else if (node.nodeType === 3) {
      const text = node.textContent ?? ''
      buffer += text
      if (inLink > 0) linkChars += text.trim().length
    }
    const child: DomNode | null = down ? node.firstChild : null
    if (child !== null) {
      node = child
      continue
    }
    if (down) leave(node)
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null) leave(node)
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
