import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sharedSet } from '../../test/shared-sets.js'
import { readReport } from '../attest.js'
import { isRead, type ReadReport, type Statement } from '../model/report.js'

const seeds = sharedSet('gold', 'seeds')

describe.skipIf(seeds === null)('the two seed accounts', () => {
  let reports: readonly ReadReport[] = []

  beforeAll(async () => {
    const folder = seeds ?? ''
    const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))
    reports = await Promise.all(
      names.map((name) =>
        readReport(
          readFileSync(join(folder, name)),
          name,
          JSON.parse(readFileSync(join(folder, name.replace('.txt', '.meta.json')), 'utf8')),
        ),
      ),
    )
  })

  function told(type: Statement['type']): readonly Statement[] {
    return reports.flatMap(({ statements }) => statements.filter((statement) => statement.type === type))
  }

  it('state nothing in a comment, a teaser or a policy', () => {
    for (const { blocks, statements } of reports) {
      const furniture = blocks.filter(({ kind }) => !isRead(kind))
      for (const { quote } of statements) expect(furniture.some(({ start, end }) => start < quote.end && end > quote.start)).toBe(false)
    }
  })

  it('quote to the letter, and never at length', () => {
    for (const { text, statements } of reports) {
      for (const { quote } of statements) {
        expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
        expect(quote.exact.length).toBeLessThanOrEqual(600)
      }
    }
  })

  it('hedge the flight to Tripoli', () => {
    expect(told('travel').filter(({ place, certainty }) => place.includes('Tripoli') && certainty === 'hedged')).not.toEqual([])
  })

  it('have the flight to Tripoli from Reuters, which has it from ANSA', () => {
    const flights = told('travel').filter(({ place, certainty }) => place.includes('Tripoli') && certainty === 'hedged')
    expect(flights.map(({ sources }) => sources)).toContainEqual(['Reuters', 'ANSA'])
  })

  it('tell the trial that was not held as a condition', () => {
    expect(told('trial').map(({ modality }) => modality)).toEqual(['conditional'])
  })

  it('tell that the ministry was not informed', () => {
    const failed = told('notification').filter(({ polarity }) => polarity === 'negative')
    expect(failed.map(({ recipient }) => recipient.join())).toEqual(['justice ministry'])
  })

  it('date the arrest in Turin where they date it', () => {
    expect(told('arrest').filter(({ place, time }) => place.includes('Turin') && time?.edtf === '2025-01-19')).not.toEqual([])
  })
})
