import { describe, expect, it } from 'vitest'
import { inWords, type Part, statementsIn } from '../../../test/english-report.js'
import type { Statement } from '../../model/report.js'

/** The statements of a report of these blocks, published on Wednesday 2 June 2021. */
function read(...parts: readonly Part[]): readonly Statement[] {
  return statementsIn('2021-06-02', ...parts)
}

/** The times of the statements of one type, in their order. */
function times(type: Statement['type'], ...parts: readonly Part[]): readonly (string | null)[] {
  const statements = read(...parts)
  const fits = statements.filter((statement) => statement.type === type)
  if (fits.length === 0) throw new Error(`no ${type} was read, but: ${inWords(statements)}`)
  return fits.map(({ time }) => time?.edtf ?? null)
}

describe('the time of a claim is told by its own clause', () => {
  it.each([
    ['arrest', 'Police said on Monday that they had detained the man in March 2011.', '2011-03'],
    ['arrest', 'The banker was arrested on 3 May, tried on 9 May and jailed the same day.', '2021-05-03'],
    ['release', 'Okello, who was arrested on 3 May, was freed on Friday.', '2021-05-28'],
    ['release', 'Okello, arrested on 3 May in Gulu, was freed on Friday.', '2021-05-28'],
    ['arrest', 'A man arrested on Sunday was freed on Tuesday, the police said.', '2021-05-30'],
    ['release', 'The governor, against whom a court had issued a warrant in April, was freed on Friday.', '2021-05-28'],
    ['detention', 'Three men have been held since May 2019.', '2019-05/..'],
    ['detention', 'Okello has been held since his transfer to the capital on 3 May.', '2021-05-03/..'],
    ['conviction', 'Okello was convicted of fraud in 2015.', '2015'],
    ['hearing', 'Okello was due to appear before a judge on Monday but the session was put off.', '2021-05-31'],
    ['arrest', 'May 2011: Okello is arrested at a bus stop.', '2011-05'],
    [
      'sentence',
      'He was convicted on 3 April 2020. Okello was sentenced to nine years in prison a month later, on 4 May 2020.',
      '2020-05-04',
    ],
    ['detention', 'Okello has been held since police stopped him at the border on 3 May.', '2021-05-03/..'],
    ['detention', 'From March 2014 until his death in August 2018, Okello was held in a secret prison.', '2014-03/2018-08'],
    ['arrest', 'Nurses who went on strike on 3 May were arrested on Friday.', '2021-05-28'],
    ['abuse', 'On the night of 3-4 May gunmen abducted the lawyer.', '2021-05-03/2021-05-04'],
    ['abuse', 'The mayor took office in April; a month later gunmen killed him.', '2021-05'],
    ['abuse', 'The 12 May attack killed 30 people.', '2021-05-12'],
    ['notification', 'It was not until Friday that the family was told of his death.', '2021-05-28'],
    ['demand', 'The union had on Sunday called on the minister to resign.', '2021-05-30'],
    ['arrest', 'In 2016, his sister says, it was the army that arrested him.', '2016'],
    ['notification', 'The consul was not informed of the arrest until Friday.', '2021-05-28'],
    ['arrest', 'Four students were picked up during Saturday’s march.', '2021-05-29'],
    ['charge', 'Okello was arrested in July 2019. Charges of fraud followed that November.', '2019-11'],
    ['release', 'The appeal was dismissed on 3 May; two days after that he was freed.', '2021-05-05'],
    ['welcome', 'Three presidents have received him since the court issued its warrant on 4 March 2019.', '2019-03-04/..'],
    ['detention', 'Okello remains in Luzira prison, where he has been since 4 March.', '2021-03-04/..'],
    ['arrest', 'Okello was arrested in Gulu (12 March 2020), tried and jailed.', '2020-03-12'],
    ['death', 'Okello died on the eve of his trial on 4 May 2020.', '2020-05-03'],
    ['death', 'Okello died on New Year’s Eve.', '2020-12-31'],
    ['extradition', 'Okello was arrested on 3 March and extradited to Kenya a few days later.', '2021-03'],
    ['extradition', 'Okello was arrested on 28 March and extradited to Kenya a few days later.', '2021'],
    ['abuse', 'In 2011 rebels killed a teacher.', '2011'],
    ['arrest', 'Guards arrested Okello in a raid before dawn on Monday.', '2021-05-31'],
    ['arrest', 'Three days after his arrest, Malta handed Okello over to Kenya on Monday.', '2021-05-28'],
    ['arrest', 'On Monday the man they had sought for years was arrested.', '2021-05-31'],
    ['arrest', 'On Monday, after an hour he spent at the window, the banker was arrested.', '2021-05-31'],
    ['arrest', 'On Monday, so the prosecutor says, guards arrested him.', '2021-05-31'],
    ['arrest', 'On Monday it was over: guards arrested him.', '2021-05-31?'],
    ['arrest', 'The hunt ended on Monday with his arrest.', '2021-05-31'],
    ['arrest', 'The arrest of Okello in Gulu, Monday 31 May, was filmed.', '2021-05-31'],
    ['release', 'On Sunday the court annulled the arrest, he was released, and on Monday he flew home.', '2021-05-30?'],
    ['release', 'On Sunday the court annulled the arrest and he was released and flew home on Monday.', '2021-05-30?'],
    ['abuse', 'On Monday a shell hit a school; four pupils were killed.', '2021-05-31?'],
    ['ruling', 'By order of 20 May the court dismissed the petition.', '2021-05-20'],
    ['ruling', 'On Monday, the judge, saying there was no risk of flight, granted her bail.', '2021-05-31'],
    ['arrest', 'Two men suspected of killing the teacher on Sunday were arrested on Monday.', '2021-05-31'],
    ['arrest', 'The moment he landed on Monday, police arrested him.', '2021-05-31'],
    ['hearing', 'On 14 June, when the reporter appears before a judge, his lawyers will ask for bail.', '2021-06-14'],
    ['hearing', 'Okello’s next hearing is on 14 June.', '2021-06-14'],
    ['ruling', 'The chamber convicted Okello on Monday. Minutes before, it had rejected a request by his lawyer.', '2021-05-31?'],
    [
      'hearing',
      'Okello, a former commander accused of ordering the raid, was brought before a judge on Sunday, his family said.',
      '2021-05-30',
    ],
  ] as const)('%s: %s', (type, text, time) => {
    expect(times(type, text)).toContain(time)
  })
})

describe('the time of a claim is shared', () => {
  it.each([
    ['by deeds of one subject', 'arrest', 'On Monday police raided the bank and arrested the banker.', '2021-05-31'],
    ['by "when"', 'conviction', 'Okello was sentenced to nine years on Monday, when a court in Gulu convicted him of fraud.', '2021-05-31'],
    ['by "as"', 'arrest', 'The hunt ended on Monday as border guards arrested Okello at a bus stop.', '2021-05-31'],
    [
      'by the day on which',
      'sentence',
      'The bank failed on 3 May 2019, the day on which a judge sentenced Okello to nine years in prison.',
      '2019-05-03',
    ],
    [
      'after a clause that says which is meant',
      'detention',
      'The judge on Monday charged the banker with fraud, which carries nine years, and remanded him in custody.',
      '2021-05-31',
    ],
    [
      'with what was said in a paper of that day',
      'denial',
      'In May 2020 Okello published a letter in which he denied having taken bribes.',
      '2020-05',
    ],
    [
      'nearly, where hours lie between',
      'arrest',
      'Okello was in court on Monday, hours after police arrested him at a bus stop.',
      '2021-05-31?',
    ],
  ] as const)('%s', (_, type, text, time) => {
    expect(times(type, text)).toContain(time)
  })
})

describe('the time of a claim is not', () => {
  it.each([
    ['that of what ends it', 'detention', 'He was held for three months and released in August.'],
    ['that of the telling', 'arrest', 'Police said on Monday that they had detained the man.'],
    ['that of the telling behind it', 'arrest', 'Okello was arrested at a bus stop, the police said on Monday.'],
    ['that of a relative clause', 'release', 'Okello, who was arrested on Monday, has been freed.'],
    ['that of a reason', 'condemnation', 'The union condemned the court because it had freed the banker in May 2019.'],
    ['that of an aside', 'arrest', 'Police arrested Okello (the bank had failed in May 2019) at a bus stop.'],
    ['that of another subject', 'release', 'On 3 May the bank failed; a judge has since freed Okello.'],
    ['that of what came before it', 'travel', 'Following his arrest on 3 May, Okello was flown to Doha.'],
    ['a day it lies behind', 'abuse', 'Thirty people were killed after 11 May 2020.'],
    ['that of the deed it speaks of', 'condemnation', 'The union condemned the killing on Monday of six nurses.'],
    ['a term', 'release', 'The judge freed Okello until 4 July.'],
    ['another, where its own words say no day', 'extradition', 'Okello was arrested on 3 May and extradited to Kenya soon afterwards.'],
    ['one of many that it can be', 'extradition', 'Okello was arrested on 29 December 2019 and extradited to Kenya a few days later.'],
    ['past for what goes on', 'trial', 'Okello was arrested in 2018 and is on trial in Gulu.'],
    ['that of a paper it speaks of', 'condemnation', 'The union condemned the 1998 treaty.'],
    ['that of another who speaks between', 'arrest', 'Okello was freed on Monday, he said, and Achieng was arrested.'],
    ['that of what it led to', 'abuse', 'The student died on Monday after police beat him at a rally.'],
    ['that of the crimes', 'conviction', 'Okello was found guilty of murders in 1999.'],
    ['that of a participle that opens the sentence', 'appeal', 'Sentenced to life on Monday, the colonel has appealed.'],
    ['that of a pact', 'release', 'Under an accord signed in May 2019, Kenya freed the banker.'],
  ] as const)('%s', (_, type, text) => {
    expect(times(type, text)).toEqual([null])
  })
})

describe('a happening told again', () => {
  it('has the day it was told with', () => {
    expect(
      times(
        'arrest',
        'Police arrested Peter Okello on Monday. A week before his arrest Okello gave a speech.',
        'Peter Okello was arrested at a bus stop.',
      ),
    ).toEqual(['2021-05-31', '2021-05-31?'])
  })
  it('has none where it may be another one', () => {
    expect(times('arrest', 'Police arrested Peter Okello on Monday.', 'Peter Okello was arrested again in Gulu.').at(-1)).toBeNull()
  })
  it('has none where two days are told', () => {
    expect(
      times(
        'arrest',
        'Police arrested Peter Okello on Monday.',
        'Peter Okello was arrested on 3 May 2019.',
        'Peter Okello was arrested at a bus stop.',
      ).at(-1),
    ).toBeNull()
  })
  it('has none of somebody else', () => {
    expect(times('arrest', 'Police arrested Peter Okello on Monday.', 'Grace Achieng was arrested at a bus stop.').at(-1)).toBeNull()
  })
  it.each([
    'Hours after his arrest a judge freed Peter Okello.',
    'Within hours of his arrest Peter Okello was freed.',
    'Shortly after his arrest he was freed.',
  ])('is the day of what came hours after it: %s', (sentence) => {
    expect(times('release', `Police arrested Peter Okello on Monday. ${sentence}`)).toEqual(['2021-05-31?'])
  })
  it('is what a step is counted from', () => {
    expect(times('release', 'Police arrested Peter Okello on Monday.', 'Peter Okello was freed two days after his arrest.')).toEqual([
      '2021-06-02?',
    ])
  })
})

describe('a headline', () => {
  it('is of the day that the lead tells', () => {
    expect(
      times('conviction', ['headline', 'Court finds banker guilty'], 'Peter Okello stood in silence on Monday as the verdict was read.'),
    ).toEqual(['2021-05-31?'])
  })
  it('is not of the day from which the lead is written', () => {
    expect(
      times(
        'conviction',
        ['headline', 'Court finds banker guilty'],
        'GULU, Monday – Peter Okello stood in silence as the verdict was read.',
      ),
    ).toEqual([null])
  })
  it('is not of the day of what lies before', () => {
    expect(times('release', ['headline', 'Banker had been freed before'], 'Peter Okello was led away on Monday.')).toEqual([null])
  })
})

describe('an entry of a running report', () => {
  const entries = (text: string) => ['Monday 31 May, 17:20', text, 'Sunday 30 May, 9:00', 'The minister was heard yesterday.'] as const
  it('tells what happened on the day of its stamp', () => {
    expect(times('arrest', ...entries('Peter Okello is arrested at a bus stop.'))).toEqual(['2021-05-31?'])
  })
  it('does not date what somebody has kept saying', () => {
    expect(times('condemnation', ...entries('The union has accused the court of bias.'))).toEqual([null])
  })
  it('does not date what had happened before', () => {
    expect(times('arrest', ...entries('Peter Okello had been arrested at a bus stop.'))).toEqual([null])
  })
})

describe('a sentence after a dated one', () => {
  it('has no time of its own', () => {
    expect(times('release', 'Police arrested Peter Okello on Monday. He has been freed on bail.')).toEqual([null])
  })
})
