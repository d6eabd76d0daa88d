import { Parser } from 'htmlparser2'
import type { DomNode } from './page-elements.js'
import { deepestNesting, shallowHtml } from './shallow-html.js'

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

  /** All text below, in order. */
  get textContent(): string {
    return this.nodeType === 3 ? this.data : this.texts.join('')
  }

  /** The texts below, in order, one for each stretch between tags. Walks without recursion, so that depth cannot exhaust the stack. */
  get texts(): readonly string[] {
    const parts: string[] = []
    let node: PageNode | null = this.firstChild
    while (node !== null) {
      if (node.nodeType === 3) parts.push(node.data)
      let next: PageNode | null = node.firstChild ?? node.nextSibling
      let up: PageNode | null = node
      while (next === null && up !== null) {
        up = up.parentNode
        if (up === null || up === this) return parts
        next = up.nextSibling
      }
      node = next
    }
    return parts
  }
}

/** A page's nodes: its root element, and all its elements in the order in which they begin. */
export interface ParsedPage {
  readonly root: PageNode
  readonly elements: readonly PageNode[]
}

/** A page's nodes, and how many of its tags were left out because they nest deeper than browsers go. */
export interface ShallowPage {
  readonly parsed: ParsedPage
  readonly dropped: number
}

/** The nodes of a page. The parser closes what a browser would close; comments and declarations are left out. Nearly every page is shallow, and is gone through once. */
export function parseHtml(source: string): ShallowPage {
  const parsed = parse(source, { deepest: deepestNesting })
  if (parsed !== null) return { parsed, dropped: 0 }
  const { html, dropped } = shallowHtml(source)
  return { parsed: parse(html) ?? nothing, dropped }
}

/** The nodes of an XML document. Entities of its own are left as they stand, and nothing is fetched. */
export const parseXml = (source: string): ParsedPage => parse(source, { xmlMode: true }) ?? nothing

const nothing: ParsedPage = { root: new PageNode(1, '#document', null, {}, ''), elements: [] }

/** The nodes of a source; null when it nests deeper than allowed. */
function parse(
  source: string,
  { xmlMode = false, deepest = Number.POSITIVE_INFINITY }: { readonly xmlMode?: boolean; readonly deepest?: number } = {},
): ParsedPage | null {
  const elements: PageNode[] = []
  const document = new PageNode(1, '#document', null, {}, '')
  let open = document
  let depth = 0
  let isTooDeep = false
  const parser = new Parser(
    {
      onopentag(name: string, attributes: Record<string, string>) {
        open = new PageNode(1, name, open, attributes, '')
        elements.push(open)
        depth++
        if (depth <= deepest) return
        isTooDeep = true
        parser.pause() // nothing more is looked at
      },
      ontext(text: string) {
        new PageNode(3, '#text', open, {}, text)
      },
      onclosetag() {
        open = open.parentNode ?? document
        depth--
      },
    },
    { xmlMode },
  )
  parser.write(source)
  if (isTooDeep) return null
  parser.end()
  return { root: elements[0] ?? document, elements }
}
