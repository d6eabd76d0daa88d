import type { BlockKind } from '../model/report.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { linkDensity, type PageElement, type PageTree } from './page-elements.js'

/** What the markup says of an element: a kind of block, or that it holds the story. */
export type Mark = BlockKind | 'story' | null

/** A map, not an object: a page may name an element “constructor”. */
const tagKinds: ReadonlyMap<string, Mark> = new Map(
  Object.entries({
    nav: 'navigation',
    aside: 'related',
    footer: 'boilerplate',
    form: 'navigation',
    button: 'navigation',
    figcaption: 'caption',
    figure: 'caption',
    blockquote: 'block-quote',
    dialog: 'promotion',
  }),
)
const roleKinds: ReadonlyMap<string, Mark> = new Map(
  Object.entries({
    navigation: 'navigation',
    menu: 'navigation',
    menubar: 'navigation',
    search: 'navigation',
    banner: 'navigation',
    contentinfo: 'boilerplate',
    complementary: 'related',
    dialog: 'promotion',
    alertdialog: 'policy',
  }),
)

const markOrder = [
  'comment',
  'embed',
  'policy',
  'promotion',
  'related',
  'navigation',
  'boilerplate',
  'byline',
  'standfirst',
  'caption',
  'pull-quote',
  'story',
] as const

/** Reads the mark of an element from its tag, role, class and id. */
function markReader(markup: FurnitureWords['markup']): (element: PageElement) => Mark {
  const rankOf = rankReader(markup)
  return ({ tag, node }) => {
    const role = node.getAttribute?.('role') ?? null
    if (node.getAttribute?.('hidden') != null) return 'boilerplate'
    const style = node.getAttribute?.('style') ?? null
    if (style !== null && /display:\s*none/.test(style)) return 'boilerplate'
    const byRole = role === null ? undefined : roleKinds.get(role)
    if (byRole !== undefined) return byRole
    let rank = noRank
    for (const name of namingAttributes) {
      const value = node.getAttribute?.(name) ?? null
      if (value !== null) rank = Math.min(rank, rankOf(value))
    }
    return markOrder[rank] ?? tagKinds.get(tag) ?? null
  }
}

const noRank: number = markOrder.length
type RankReader = (name: string) => number
const rankReaders = new WeakMap<FurnitureWords['markup'], RankReader>()
/** Names looked at once are not looked at again: a page has some hundred, and a paper's pages share them. So many take a megabyte. */
const mostNames = 10_000

/** Tells which of the marks, by its place in their order, an element's class or id names first. */
function rankReader(markup: FurnitureWords['markup']): RankReader {
  const compiled = rankReaders.get(markup)
  if (compiled !== undefined) return compiled
  const patterns = markOrder.map((kind) => new RegExp(`-(?:${markup[kind].map((word) => word.replace(/[^a-z0-9]+/g, '-')).join('|')})-`))
  const any = new RegExp(patterns.map(({ source }) => source).join('|'))
  const known = new Map<string, number>()
  const reader: RankReader = (name) => {
    let rank = known.get(name)
    if (rank === undefined) {
      const own = isBlogPost.test(name) ? '-hentry-' : kebab(name)
      rank = any.test(own) ? patterns.findIndex((pattern) => pattern.test(own)) : noRank
      if (known.size >= mostNames) known.clear()
      known.set(name, rank)
    }
    return rank
  }
  rankReaders.set(markup, reader)
  return reader
}

/** A blog's post by its number. Its other classes name its subjects in the writer's own words: a post filed under "Comments" is no comment. */
const isBlogPost = /(?:^|\s)post-\d+(?=\s.*(?:type-|hentry|category-))/

/** A name as words in small letters, a hyphen on each side of each: "postBody lead" as "-post-body-lead-". */
function kebab(name: string): string {
  let made = '-'
  let open = false // whether a word is being written
  let small = false // whether the last sign was a small letter: a capital then begins a word
  for (const sign of name) {
    const isCapital = sign >= 'A' && sign <= 'Z'
    const isSmall = sign >= 'a' && sign <= 'z'
    if (isCapital || isSmall || (sign >= '0' && sign <= '9')) {
      made += isCapital && small ? `-${sign.toLowerCase()}` : sign.toLowerCase()
      open = true
    } else if (open) {
      made += '-'
      open = false
    }
    small = isSmall
  }
  return open ? `${made}-` : made
}

/** Attributes in which publishers name what an element is. */
const namingAttributes = ['class', 'id', 'itemprop', 'data-component', 'data-testid']

/** A card holds one teaser: a linked title and a few lines. More text than this share of the page is a story. */
const largestCard = 0.3
/** Three or four sentences, in characters. */
const longestTeaser = 500

/** Elements that announce another story each: a heading that is all link, with little text below it. */
export function teaserCards(tree: PageTree): ReadonlySet<number> {
  const whole = tree.elements[0]?.prose ?? 0
  const headingsIn = headingCounter(tree)
  const cards = new Set<number>()
  tree.elements.forEach((element, i) => {
    if (!isHeading(element.tag) || element.chars === 0 || linkDensity(element) < 0.9) return
    let at = i
    for (let up = element.parent; up > 0; up = tree.elements[up]?.parent ?? -1) {
      const wider = tree.elements[up]
      if (wider === undefined || wider.prose > Math.min(whole * largestCard, longestTeaser) || headingsIn(up, wider.end) > 1) break
      at = up
    }
    if (at !== i) cards.add(at)
  })
  return cards
}

const isHeading = (tag: string) => tag.length === 2 && /^h[1-6]$/.test(tag)

/** Counts the headings between two elements, from sums made once. */
function headingCounter({ elements }: PageTree): (from: number, to: number) => number {
  const before = new Uint32Array(elements.length + 1)
  for (const [i, { tag }] of elements.entries()) before[i + 1] = (before[i] ?? 0) + (isHeading(tag) ? 1 : 0)
  return (from, to) => (before[to] ?? 0) - (before[from] ?? 0)
}

const furniture = new Set<Mark>(['comment', 'policy', 'promotion', 'related', 'navigation', 'boilerplate'])
export const isFurnitureMark = (mark: Mark) => furniture.has(mark)

/** For each element, whether an article stands around it. */
function nestedArticles(tree: PageTree): readonly boolean[] {
  const nested: boolean[] = []
  for (const { parent } of tree.elements) nested.push((nested[parent] ?? false) || tree.elements[parent]?.tag === 'article')
  return nested
}

/** A call to subscribe or give is some sentences; more running text in a box named after the paywall is what the paywall closes, the story. */
const longestCall = 800

/** Whether a link leads out of an element, with words or without. */
function isLinked(tree: PageTree, at: number): boolean {
  for (let i = at; i < (tree.elements[at]?.end ?? at); i++) if (tree.elements[i]?.tag === 'a') return true
  for (let i = at; i > 0; i = tree.elements[i]?.parent ?? 0) if (tree.elements[i]?.tag === 'a') return true
  return false
}

/** A teaser's title is its link, and its text rarely ten times as long. */
const leastLinked = 0.1

/** Each element's mark, without those that cannot be right: a mark around most of the page's running text, or on the page itself. */
export function marksOf(tree: PageTree, markup: FurnitureWords['markup']): readonly Mark[] {
  const read = markReader(markup)
  const whole = tree.elements[0]?.prose ?? 0
  const headings = tree.elements.flatMap((element, i) => (element.tag === 'h1' ? [i] : []))
  const nested = nestedArticles(tree)
  const hasHeading = (from: number, to: number) => headings.some((at) => at > from && at < to)
  return tree.elements.map((element, i) => {
    const mark = read(element)
    // An article within an article is another one: HTML's own rule, kept by lists of posts and of comments.
    if (element.tag === 'article' && mark !== 'comment' && nested[i] && !hasHeading(i, element.end) && element.prose * 2 < whole)
      return element.linkChars === 0 && !isLinked(tree, i) ? null : 'related' // what leads nowhere announces nothing: a part of the story
    // A quarter: no caption, standfirst or byline is so much of a page.
    if (!isFurnitureMark(mark))
      return mark !== 'story' && mark !== 'block-quote' && mark !== 'embed' && element.prose * 4 > whole ? null : mark
    if (element.tag === 'body' || element.tag === 'html' || element.tag === 'main') return null
    const holdsHeading = hasHeading(i, element.end)
    if (mark === 'comment')
      return holdsHeading || (element.tag === 'article' && !/comment/.test(element.node.getAttribute?.('class') ?? '')) ? null : mark
    if (mark === 'promotion' && element.prose > longestCall && linkDensity(element) < leastLinked) return null
    // A teaser leads to its story: without a link it announces none, and is the page's own lead.
    if (mark === 'related' && linkDensity(element) < leastLinked) return null
    if (tagKinds.get(element.tag) === mark && !holdsHeading) return element.prose > whole * 0.8 ? null : mark
    // Half: what holds most of a page's text is its story, whatever its class says.
    return element.prose * 2 > whole || (holdsHeading && element.prose * 4 > whole) ? null : mark
  })
}

/** The marks with a forum's answers told as readers' words: boxes side by side, each with its writer and text. The first of them opened the thread, and is the page's story. */
export function withAnswers(tree: PageTree, marks: readonly Mark[], markup: FurnitureWords['markup']): readonly Mark[] {
  const isMember = memberReader(markup)
  const comments = commentsAround(tree, marks)
  const boxes = new Map<number, Set<number>>() // for each element, those directly in it that tell a writer
  tree.elements.forEach((element, i) => {
    if (comments[i] || !isMember(element)) return
    for (let at = i, up = element.parent; up > 0; at = up, up = tree.elements[up]?.parent ?? -1) {
      const own = boxes.get(up) ?? new Set()
      boxes.set(up, own.add(at))
    }
  })
  const threads = [...boxes].map(([at, own]) => ({ at, posts: [...own].filter((post) => (tree.elements[post]?.prose ?? 0) > 0) }))
  const thread = threads.reduce<{ at: number; posts: readonly number[] } | null>(
    (most, next) =>
      next.posts.length > (most?.posts.length ?? 1) || (next.posts.length === most?.posts.length && next.at > most.at) ? next : most,
    null,
  )
  if (thread === null) return marks
  const answers = new Set([...thread.posts].sort((a, b) => a - b).slice(1))
  return marks.map((mark, i) => (answers.has(i) ? 'comment' : mark))
}

/** For each element, whether it or one around it is marked as readers' comments. */
function commentsAround(tree: PageTree, marks: readonly Mark[]): readonly boolean[] {
  const around: boolean[] = []
  for (const [i, { parent }] of tree.elements.entries()) around.push(marks[i] === 'comment' || (around[parent] ?? false))
  return around
}

/** Tells whether an element is named as the writer of a forum's post. */
function memberReader(markup: FurnitureWords['markup']): (element: PageElement) => boolean {
  const pattern = new RegExp(`-(?:${markup.member.join('|')})-`)
  const known = new Map<string, boolean>() // a page's elements share their classes
  return ({ node }) => {
    const name = node.getAttribute?.('class') ?? ''
    if (name === '') return false
    const before = known.get(name)
    if (before !== undefined) return before
    const isMember = pattern.test(kebab(name))
    known.set(name, isMember)
    return isMember
  }
}

/** Levels above a paragraph that its score reaches, as in Readability. */
const levels = 5
/** Scores of tags before any text: Readability's. */
const tagScore: ReadonlyMap<string, number> = new Map(
  Object.entries({
    div: 5,
    article: 10,
    main: 5,
    section: 3,
    pre: 3,
    td: 3,
    blockquote: 3,
    ul: -3,
    ol: -3,
    dl: -3,
    form: -3,
    address: -3,
    h1: -5,
    h2: -5,
    h3: -5,
    th: -5,
  }),
)
const markedStory = 25

/** The element that holds the story, or null when no line of running text is found. Scores as Readability does: text, its commas and length, weighed down by links. */
export function storyElement(tree: PageTree, marks: readonly Mark[]): number | null {
  const scores = new Map<number, number>()
  const inFurniture = furnitureBelow(tree, marks)
  for (const line of tree.lines) {
    if (line.text.length < 25 || line.linkChars * 2 > line.text.length || inFurniture[line.element]) continue
    const points = 1 + (line.text.match(/[,،，、]/g)?.length ?? 0) + Math.min(Math.floor(line.text.length / 100), 3)
    let at = isParagraph(tree.elements[line.element]?.tag) ? (tree.elements[line.element]?.parent ?? -1) : line.element
    for (let level = 0; level < levels && at > 0; level++) {
      const element = tree.elements[at]
      if (element === undefined) break
      const initial = (tagScore.get(element.tag) ?? 0) + (marks[at] === 'story' ? markedStory : 0)
      const share = level === 0 ? 1 : level === 1 ? 2 : level * 3
      scores.set(at, (scores.get(at) ?? initial) + points / share)
      at = element.parent
    }
  }
  const final = [...scores].map(([at, score]) => ({
    at,
    score: score * (1 - linkDensity(tree.elements[at] ?? { chars: 0, linkChars: 0 })),
  }))
  const best = final.reduce<{ at: number; score: number } | null>(
    (top, next) => (top === null || next.score > top.score ? next : top),
    null,
  )
  return best === null ? null : widened(tree, inFurniture, best.at)
}

const isParagraph = (tag = '') => /^(?:p|pre|li|blockquote|h[1-6]|dd|dt|td)$/.test(tag)

/** For each element, whether it or one around it is marked as furniture. */
function furnitureBelow(tree: PageTree, marks: readonly Mark[]): readonly boolean[] {
  const below: boolean[] = []
  tree.elements.forEach((element, i) => {
    below.push(isFurnitureMark(marks[i] ?? null) || (below[element.parent] ?? false))
  })
  return below
}

/** A wider element is the story's when it adds so much running text that is not furniture: a story in parts has them side by side. A tenth is a short paragraph of a short story. */
const worthWidening = 0.1

function widened(tree: PageTree, inFurniture: readonly boolean[], from: number): number {
  const own = cleanSums(tree, inFurniture)
  let at = from
  for (let up = tree.elements[at]?.parent ?? -1; up > 0; up = tree.elements[up]?.parent ?? -1) {
    const element = tree.elements[up]
    if (element === undefined || element.tag === 'body' || element.tag === 'html') break
    const [outer, inner] = [own[up], own[at]]
    if (outer === undefined || inner === undefined) break
    const density = linkDensity({ chars: outer.chars - inner.chars, linkChars: outer.linkChars - inner.linkChars })
    if (outer.prose - inner.prose > inner.prose * worthWidening && density < mostLinked) at = up
  }
  return at
}

/** What is added around a story may have so many links: a list of sources, not a list of teasers. */
const mostLinked = 0.3

interface Sums {
  prose: number
  chars: number
  linkChars: number
}

/** What stands below each element outside furniture: running text, all text, linked text. Running text here is a sentence's length, with few links. */
function cleanSums(tree: PageTree, inFurniture: readonly boolean[]): readonly Sums[] {
  const sums = tree.elements.map((): Sums => ({ prose: 0, chars: 0, linkChars: 0 }))
  for (const line of tree.lines) {
    if (inFurniture[line.element]) continue
    const prose = line.text.length >= 80 && line.linkChars * 4 <= line.text.length ? line.text.length : 0
    for (let i = line.element; i !== -1; i = tree.elements[i]?.parent ?? -1) {
      const sum = sums[i]
      if (sum === undefined) break
      sum.prose += prose
      sum.chars += line.text.length
      sum.linkChars += line.linkChars
    }
  }
  return sums
}
