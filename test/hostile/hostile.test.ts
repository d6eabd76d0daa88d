import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { takeIn } from '../../src/intake/take-in.js'
import { AttestError } from '../../src/model/errors.js'
import { isRead, type Report } from '../../src/model/report.js'
import { englishFurniture } from '../english-furniture.js'

interface Outcome {
  readonly name: string
  readonly ms: number
  readonly outcomes: readonly string[]
}

/** Memory that JavaScript's own objects may take while all of them are taken in: a server's usual share. What is bytes and no object comes on top. */
const heapMiB = 768
const mostMiB = 1536
/** Processor time for one input; the slowest, 20 MB of text out of 60 kB, takes six seconds on the slowest machine we know. */
const mostMs = 20_000

describe('hostile inputs', () => {
  let outcomes: readonly Outcome[] = []
  let whole: { readonly polluted: boolean; readonly peakMiB: number } | undefined
  beforeAll(() => {
    const script = fileURLToPath(new URL('../processes/take-in-hostile.ts', import.meta.url))
    const run = spawnSync(process.execPath, [`--max-old-space-size=${heapMiB}`, '--import', 'tsx', script], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    expect(run.status, run.stderr.slice(-2000)).toBe(0)
    const lines = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    outcomes = lines.slice(0, -1) as Outcome[]
    whole = lines.at(-1) as typeof whole
  }, 400_000)

  it('are at least two hundred, and each ends as a report or as a refusal with its reason', () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(200)
    for (const { name, outcomes: each } of outcomes)
      for (const outcome of each) expect(outcome, name).toMatch(/^(?:report|passed-over|intake\/[a-z-]+)$/)
  })
  it('each stay within bounded time', () => {
    expect(outcomes.filter(({ ms }) => ms > mostMs)).toEqual([])
  })
  it('together stay within bounded memory, and leave nothing behind', () => {
    expect(whole?.peakMiB).toBeLessThan(mostMiB)
    expect(whole?.polluted).toBe(false)
  })
})

const good = `<!doctype html><html lang="en"><head><title>Freighter held in Valdora | Valdora Mail</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Freighter held in Valdora","datePublished":"2019-05-03","author":{"name":"Ines Haro"}}</script>
<script>var track = "alert(1)"</script></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav><main><article><h1>Freighter held in Valdora</h1>
<p class="byline">By <a rel="author" href="/h">Ines Haro</a></p><p>The harbour master of Valdora refused to release the freighter on Monday, although a court had ordered it.</p>
<blockquote>“It stays,” he told the radio on Tuesday evening, when the owner asked again.</blockquote><p>Read also<a href="/x">Bakers march on the town hall</a>Its owner has announced that he will appeal.</p></article>
<section id="comments"><h2>2 Comments</h2><p>Jo: I have seen this ship every day for a year and it stinks, says everybody.</p></section></main><footer>© 2019 Valdora Mail</footer></body></html>`

/** One careless edit: a stretch taken out, doubled, moved, or replaced by what pages break on. */
const edit = fc.record({
  at: fc.nat(good.length),
  length: fc.nat(200),
  to: fc.nat(good.length),
  kind: fc.constantFrom('cut', 'double', 'move', 'insert'),
  piece: fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '"',
      '</div>',
      '<div>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<p>',
      '\u0000',
      '\uD800',
      '\u202E',
      '&',
      '&#0;',
      '<table>',
      '</article>',
      '<h1>',
      ']]>',
      '\n\n\n',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  ),
})

function edited(
  page: string,
  { at, length, to, kind, piece }: { at: number; length: number; to: number; kind: string; piece: string },
): string {
  const stretch = page.slice(at, at + length)
  if (kind === 'insert') return page.slice(0, at) + piece + page.slice(at)
  if (kind === 'double') return page.slice(0, at) + stretch + page.slice(at)
  const without = page.slice(0, at) + page.slice(at + length)
  return kind === 'cut' ? without : without.slice(0, to) + stretch + without.slice(to)
}

describe('a good page after any careless edits', () => {
  const covers = ({ text, blocks }: Report) => blocks.map(({ start, end }) => text.slice(start, end)).join('') === text
  const mutated = fc.array(edit, { minLength: 1, maxLength: 8 }).map((edits) => edits.reduce(edited, good))

  it('is a report whose blocks cover its text, or is refused with a reason; the same bytes give the same report', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (page) => {
        const bytes = new TextEncoder().encode(page)
        const take = () => takeIn(bytes, 'page.html', {}, englishFurniture)
        try {
          const report = await take()
          expect(covers(report)).toBe(true)
          expect(report.blocks.every(({ start, end, why }) => end > start && why !== '')).toBe(true)
          expect(await take()).toEqual(report)
        } catch (error) {
          expect(error).toBeInstanceOf(AttestError)
        }
      }),
      { numRuns: 300 }, // some seconds; more found nothing that fewer did not
    )
  })
  it('cut anywhere after its first paragraph still tells that paragraph as narrative, and never its comments', async () => {
    const first = good.indexOf('ordered it.') + 'ordered it.</p>'.length
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: first, max: good.length }), async (end) => {
        const { text, blocks } = await takeIn(new TextEncoder().encode(good.slice(0, end)), 'page.html', {}, englishFurniture)
        const narrative = blocks
          .filter(({ kind }) => isRead(kind))
          .map((block) => text.slice(block.start, block.end))
          .join('\n')
        expect(narrative).toContain('although a court had ordered it.')
        expect(narrative).not.toContain('it stinks')
        expect(narrative).not.toContain('alert(1)')
      }),
      { numRuns: 100 },
    )
  })
})
