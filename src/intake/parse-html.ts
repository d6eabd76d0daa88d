import { Parser } from 'htmlparser2'
import type { DomNode } from './page-elements.js'

/** An element or a text of a page: what we look at of a DOM, and nothing else. A whole DOM takes three times as long to build and its attributes ten times as long to ask. */
export class PageNode implements DomNode {
  firstChild: PageNode | null = null
  nextSibling: PageNode | null = null
  #last: PageNode | null = null

  constructor(
    readonly nodeType: 1 | 3,
    readonly nodeName: string,
    readonly parentNode: PageNode | null,
    private readonly attributes: Readonly<Record<string, string>>,
    private readonly data: string,
  ) {
    if (parentNode === null) return
    const before = parentNode.#last
    if (before === null) parentNode.firstChild = this
    else before.nextSibling = this
    parentNode.#last = this
  }

  getAttribute(name: string): string | null {
    return Object.hasOwn(this.attributes, name) ? (this.attributes[name] ?? null) : null
  }

  /** All text below, in order. Walks without recursion, so that depth cannot exhaust the stack. */
  get textContent(): string {
    if (this.nodeType === 3) return this.data
    const parts: string[] = []
    let node: PageNode | null = this.firstChild
    while (node !== null) {
      if (node.nodeType === 3) parts.push(node.data)
      let next: PageNode | null = node.firstChild ?? node.nextSibling
      let up: PageNode | null = node
      while (next === null && up !== null) {
        up = up.parentNode
        if (up === null || up === this) return parts.join('')
        next = up.nextSibling
      }
      node = next
    }
    return parts.join('')
  }
}

/** A page's nodes: its root element, and all its elements in the order in which they begin. */
export interface ParsedPage {
  readonly root: PageNode
  readonly elements: readonly PageNode[]
}

/** The nodes of a page. The parser closes what a browser would close; comments and declarations are left out. */
export const parseHtml = (source: string): ParsedPage => parse(source, false)

/** The nodes of an XML document. Entities of its own are left as they stand, and nothing is fetched. */
export const parseXml = (source: string): ParsedPage => parse(source, true)

function parse(source: string, xmlMode: boolean): ParsedPage {
  const elements: PageNode[] = []
  const document = new PageNode(1, '#document', null, {}, '')
  let open = document
  const parser = new Parser(
    {
      onopentag(name: string, attributes: Record<string, string>) {
        open = new PageNode(1, name, open, attributes, '')
        elements.push(open)
      },
      ontext(text: string) {
        new PageNode(3, '#text', open, {}, text)
      },
      onclosetag() {
        open = open.parentNode ?? document
      },
    },
    { xmlMode },
  )
  parser.write(source)
  parser.end()
  return { root: elements[0] ?? document, elements }
}
