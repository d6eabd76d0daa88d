import { describe, expect, it } from 'vitest'
import { harbourCase } from '../../test/harbour-case.js'
import { originMap } from './origin-map.js'
import { byOrigin, type Way, waysToOrigins } from './origin-ways.js'
import { originsPage } from './pages.js'

const view = harbourCase()
const ways = waysToOrigins(view)
const [report] = view.record.reports

/** A way of one report, over whom, to where. */
function way(outlet: string, through: readonly string[], roots: readonly string[], kind: Way['kind'] = 'named'): Way {
  if (report === undefined) throw new Error('the case has no report')
  return { report: { ...report, id: `sha256:${outlet}`, outlet }, kind, through, roots, statements: [] }
}

describe('the ways to origins', () => {
  it('tell how: by a credit line, in print, from whom the text names, in its own voice', () => {
    const kinds = ways.map(({ report: { outlet }, kind, roots }) => `${outlet} ${kind} ${roots.join(' or ')}`)
    expect(kinds).toContain('The Evening Lamp credit Coastal Wire')
    expect(kinds).toContain('صوت البحر copy Coastal Wire')
    expect(kinds).toContain('Coast Radio named lawyer')
  })

  it('leave out what a person rejected', () => {
    const rejected = view.record.statements.filter(({ state }) => state === 'rejected').map(({ id }) => id)
    expect(rejected).not.toEqual([])
    expect(ways.flatMap(({ statements }) => statements.map(({ id }) => id)).filter((id) => rejected.includes(id))).toEqual([])
  })

  it('put first the origin to which most reports lead', () => {
    expect(byOrigin(ways)[0]?.[0]).toBe('Coastal Wire')
  })
})

describe('the drawing of who rests on whom', () => {
  it('stands in columns: reports, who stands between, origins', () => {
    const map = originMap([way('A', ['Reuters'], ['ministry source']), way('B', [], ['ministry source'])])
    const xs = new Map(map?.nodes.map(({ name, kind, x }) => [kind === 'report' ? 'report' : name, x]))
    expect([xs.get('report'), xs.get('Reuters'), xs.get('ministry source')]).toEqual([205, 455, 705])
  })

  it('draws who is an origin for one and a way for another once, as both', () => {
    const map = originMap([way('A', ['Reuters'], ['a court']), way('B', [], ['Reuters'])])
    expect(map?.nodes.filter(({ name }) => name === 'Reuters')).toMatchObject([{ kind: 'between', ends: true }])
  })

  it('has no two marks in one place, and none outside of it', () => {
    const many = ['A', 'B', 'C', 'D', 'E'].flatMap((outlet, index) => [
      way(outlet, [], [`source ${index % 2}`]),
      way(outlet, ['Reuters'], [`source ${index}`]),
    ])
    const map = originMap(many)
    const places = map?.nodes.map(({ x, y }) => `${x} ${y}`) ?? []
    expect(new Set(places).size).toBe(places.length)
    expect(map?.nodes.every(({ x, y }) => x > 0 && x < map.width && y > 0 && y < map.height)).toBe(true)
  })

  it('is the same for the same ways, and none where there is nothing or too much to draw', () => {
    expect(originMap(ways)).toEqual(originMap(waysToOrigins(harbourCase())))
    expect(originMap([])).toBeNull()
    expect(originMap(Array.from({ length: 61 }, (_, index) => way(`outlet ${index}`, [], [`source ${index}`])))).toBeNull()
  })

  it('stands beside a list that says the same, with every passage', () => {
    const page = originsPage(view)
    const [, words = ''] = page.split('id="roots"')
    for (const { statements } of ways) for (const { id } of statements) expect(words).toContain(`#${id.replace(':', '-')}"`)
  })
})

describe('what is counted as one', () => {
  it('stands on the page with its reason and the act that counts it apart, or takes the decision back', () => {
    const page = originsPage(view)
    expect(page).toContain('91 in 100 of its text is the other’s')
    expect(page).toContain('she is his lawyer')
    expect(page.match(/name="act" value="unfold"/g)).toHaveLength(2)
  })
})
