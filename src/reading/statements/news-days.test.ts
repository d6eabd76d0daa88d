import { describe, expect, it } from 'vitest'
import { inWords, type Part, statementsIn } from '../../../test/english-report.js'
import type { Statement } from '../../model/report.js'

/** The times of the statements of one type in a report of these blocks, published on Wednesday 2 June 2021. */
function times(type: Statement['type'], ...parts: readonly Part[]): readonly (string | null)[] {
  const statements = statementsIn('2021-06-02', ...parts)
  const fits = statements.filter((statement) => statement.type === type)
  if (fits.length === 0) throw new Error(`no ${type} was read, but: ${inWords(statements)}`)
  return fits.map(({ time }) => time?.edtf ?? null)
}

describe('a headline without a time', () => {
  it('has the one day near publication on which the story tells what it tells', () => {
    expect(
      times(
        'release',
        ['headline', 'Kenya frees oil trader'],
        'Relatives wept for joy.',
        'A judge freed the trader Peter Okello on Monday. On Tuesday he flew home.',
      )[0],
    ).toBe('2021-05-31?')
  })
  it('has none where the story tells it of two days', () => {
    expect(
      times(
        'release',
        ['headline', 'Kenya frees oil traders'],
        'Relatives wept for joy.',
        'A judge freed Peter Okello on Monday.',
        'A judge freed Grace Achieng on Tuesday.',
      )[0],
    ).toBeNull()
  })
  it('has none where the story tells of one long ago', () => {
    expect(
      times('release', ['headline', 'Kenya frees oil trader'], 'Relatives wept.', 'Peter Okello had been freed on 3 May 2015.')[0],
    ).toBeNull()
  })
})

describe('a headline over a lead', () => {
  it('is not of the day on which somebody speaks of it', () => {
    expect(
      times('ruling', ['headline', 'Judges throw out ban on party'], 'The leader of the party said on Tuesday that she was relieved.')[0],
    ).toBeNull()
  })
  it('is of the day of a killing', () => {
    expect(times('abuse', ['headline', 'Nun killed in Gulu'], 'Gunmen killed a nun in Gulu on Monday.')[0]).toBe('2021-05-31?')
  })
  it('takes no day of two that its sentence tells', () => {
    expect(
      times('arrest', ['headline', 'Three arrested over ferry'], 'Police arrested the captain on Monday and two engineers on Tuesday.')[0],
    ).toBeNull()
  })
  it('is followed by standfirsts of the same session, whatever was decided long before', () => {
    const story = [
      ['headline', 'Warlord gets nine years'],
      ['standfirst', 'Judge finds him guilty of murder'],
      'A court in Gulu sentenced Peter Okello to nine years on Monday. A court convicted his brother on 3 May 2015.',
    ] as const
    expect(times('conviction', ...story)[0]).toBe('2021-05-31?')
  })
})

describe('what a court did in a session told of', () => {
  const lead = 'The High Court in Gulu on Monday sentenced Peter Okello to nine years in prison.'
  it('has the day of the session', () => {
    expect(times('acquittal', lead, 'The High Court acquitted Peter Okello of theft.')).toEqual(['2021-05-31?'])
  })
  it.each([
    ['was done in another', 'The High Court had acquitted Peter Okello of theft.'],
    ['was done again and again', 'The High Court repeatedly acquitted Peter Okello of theft.'],
    ['was done in an earlier one', 'The High Court earlier acquitted Peter Okello of theft.'],
    ['has been done since', 'The High Court has acquitted Peter Okello of theft.'],
    ['was done in other times', 'During the war the High Court acquitted Peter Okello of theft.'],
  ])('has none where it %s', (_, sentence) => {
    expect(times('acquittal', lead, sentence)).toEqual([null])
  })
})

describe('judges without a name', () => {
  const lead = 'The High Court in Gulu on Monday sentenced Peter Okello to nine years in prison.'
  it('are those of the session', () => {
    expect(times('acquittal', lead, 'The judges acquitted him of theft.')).toEqual(['2021-05-31?'])
  })
  it('are others where another court is meant', () => {
    expect(times('acquittal', lead, 'A district court acquitted his brother of theft.')).toEqual([null])
  })
})

describe('the ruling that a release follows', () => {
  it('was on the day of the release', () => {
    expect(times('ruling', 'Okello was freed on Monday after a judge ruled that his arrest was illegal.')).toEqual(['2021-05-31?'])
  })
  it('is left open where it came before another deed', () => {
    expect(times('ruling', 'Okello was arrested on Monday after a judge ruled that he must be heard.')).toEqual([null])
  })
})

describe('a running report of one day', () => {
  const page = (headline: string) =>
    [
      ['headline', headline],
      '12.10 The judges come in.',
      '12.26 Peter Okello is acquitted of theft in 2015.',
      '12.49 “The court finds him guilty of fraud,” says the judge.',
    ] as const
  it('has that day in its headline', () => {
    expect(times('sentence', ...page('Banker jailed for nine years'))[0]).toBe('2021-06-02?')
  })
  it('has it in what the court does while it sits, whatever other years it speaks of', () => {
    expect(times('acquittal', ...page('Banker in court'))).toEqual(['2021-06-02?'])
  })
})

describe('what befell a number of people', () => {
  it.each([
    ['arrest', 'About two hundred miners blocked the road on Monday. Eleven were arrested.'],
    ['arrest', 'About two hundred miners gathered on Monday; eleven were arrested.'],
    ['death', 'Troops fired on a march of miners on Monday. At least four of them died.'],
    ['abuse', 'A bomb went off in the market on Monday. Nine people were killed.'],
  ] as const)('was on the day of the crowd or the attack right before it: %s: %s', (type, text) => {
    expect(times(type, text)).toContain('2021-05-31?')
  })
  it.each([
    ['arrest', 'The trial opened on Monday. Eleven were arrested.'],
    ['abuse', 'Troops fired on a march on Monday. Nine people were killed in the attack in Gulu.'],
    ['arrest', 'Miners blocked the road on Monday. Eleven have been arrested.'],
  ] as const)('is left open otherwise: %s: %s', (type, text) => {
    expect(times(type, text).at(-1)).toBeNull()
  })
})

describe('a time that cannot be', () => {
  it('is not given to what has happened, ahead of publication', () => {
    expect(times('release', 'Okello was jailed in 2021. A year later he was freed.')).toEqual([null])
  })
  it('is given to what is planned', () => {
    expect(times('hearing', 'Okello is to appear before a judge on 14 June.')).toEqual(['2021-06-14'])
  })
  it('is not given to what is planned, behind publication', () => {
    expect(times('hearing', 'The union last week asked the court to hear Okello.').at(-1)).toBeNull()
  })
})
