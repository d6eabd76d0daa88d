import type { PageNode, ParsedPage } from './parse-html.js'

/** The elements of a page in which its head is looked for, found in one walk. */
export interface HeadElements {
  readonly named: (...tags: readonly string[]) => readonly PageNode[]
  /** Elements with a class, an itemprop or a rel, or links to a writer's page: those that may be marked as a writer or a day. */
  readonly marked: readonly PageNode[]
}

const headTags = new Set(['html', 'meta', 'title', 'link', 'script', 'h1', 'h2', 'time'])

/** Class names, whole or in part, by which publishing systems mark a writer or a day. */
const markedClass =
  /uthor|utor|yline|contributor|vcard|writer|reporter|journalist|(?:entry|post|article|story)-title|(?:^|\s)(?:fn|published|entry-date|post-date|date|dateline|pubdate)(?:\s|$)/
const writersPage = /\/aut(?:h)?ors?\//

export function headElements({ elements }: ParsedPage): HeadElements {
  const byTag = new Map<string, PageNode[]>()
  const marked: PageNode[] = []
  const aroundWriters = new Set<PageNode>() // elements in one that is marked as a writer's; an element begins after those it stands in
  for (const element of elements) {
    const tag = element.nodeName
    const up = element.parentNode
    if (up !== null && (aroundWriters.has(up) || hasClassPart(up, ...partsAroundLink))) aroundWriters.add(element)
    if (headTags.has(tag)) {
      const list = byTag.get(tag)
      if (list === undefined) byTag.set(tag, [element])
      else list.push(element)
    }
    if (
      element.getAttribute('itemprop') !== null ||
      element.getAttribute('rel') === 'author' ||
      markedClass.test(element.getAttribute('class') ?? '') ||
      (tag === 'a' && (aroundWriters.has(element) || writersPage.test(element.getAttribute('href') ?? '')))
    )
      marked.push(element)
  }
  return {
    named: (...tags) => (tags.length === 1 ? (byTag.get(tags[0] ?? '') ?? []) : elements.filter(({ nodeName }) => tags.includes(nodeName))),
    marked,
  }
}

/** A link names the writer when what stands around it is marked so. */
export const classesAroundLink = ['byline', 'author'] as const
export const partsAroundLink = ['uthor', 'yline'] as const // "author", "Author", "byline", "postByline"

/** Whether one of the element's classes is one of these. */
export const isClassed = (element: PageNode, ...names: readonly string[]) => {
  const own = element.getAttribute('class')
  return own?.split(/\s+/).some((name) => names.includes(name)) ?? false
}
/** Whether the element's class contains one of these. */
export const hasClassPart = (element: PageNode, ...parts: readonly string[]) => {
  const own = element.getAttribute('class')
  return own !== null && parts.some((part) => own.includes(part))
}

/** Elements further up than so many are no mark of this one: a byline is a few elements deep. */
const mostLevels = 12

/** Whether an element stands in one that holds. */
export function isWithin(element: PageNode, holds: (up: PageNode) => boolean): boolean {
  let up = element.parentNode
  for (let level = 0; up !== null && level < mostLevels; level++) {
    if (holds(up)) return true
    up = up.parentNode
  }
  return false
}
