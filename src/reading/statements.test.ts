import { describe, expect, it } from 'vitest'
import { inWords, statementsIn } from '../../test/english-report.js'
import type { Statement } from '../model/report.js'
import { loadLanguage } from '../packs.js'

const found = loadLanguage('en')
if (found === null) throw new Error('the English pack is missing')
const english = found

/** What is read in a report of one paragraph, published on a Friday. */
function read(text: string): readonly Statement[] {
  return statementsIn('2023-03-10', text)
}

describe('the words of happenings', () => {
  for (const { text, reads = [], not = [] } of english.happenings.cases) {
    it(text, () => {
      const statements = read(text)
      for (const { type, ...attributes } of reads) {
        const fits = statements.filter((statement) => statement.type === type).some((statement) => hasAttributes(statement, attributes))
        expect(fits, `expected ${type} ${JSON.stringify(attributes)}, read:\n${inWords(statements)}`).toBe(true)
      }
      for (const type of not) expect(statements.filter((statement) => statement.type === type).map(({ why }) => why)).toEqual([])
    })
  }
})

function hasAttributes(statement: Statement, wanted: Readonly<Record<string, string | undefined>>): boolean {
  return Object.entries(wanted).every(([key, value]) => {
    const said = statement[key as keyof Statement]
    return Array.isArray(said) ? said.includes(value) : said === value
  })
}

/** The only statement of a type; more or none is told with what was read. */
function only(text: string, type: Statement['type']): Statement {
  const statements = read(text)
  const [first, ...others] = statements.filter((statement) => statement.type === type)
  if (first === undefined || others.length > 0) throw new Error(`expected one ${type}, read:\n${inWords(statements)}`)
  return first
}

describe('a statement', () => {
  it('stands on its exact words', () => {
    const text = 'The mayor resigned. Police arrested the trader in Lagos on Monday, and the market closed.'
    const { quote } = only(text, 'arrest')
    expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
    expect(quote.exact).toBe('Police arrested the trader in Lagos on Monday')
  })

  it('keeps the measure of a number in its words', () => {
    const quoteOf = (text: string) => read(text).find(({ type }) => type === 'abuse')?.quote.exact
    expect(quoteOf('The union said at least 40 miners had been abducted in the valley.')).toMatch(/^at least 40 miners/)
    expect(quoteOf('More than 12 monks were tortured by soldiers, witnesses said.')).toMatch(/^More than 12 monks/)
  })
  it('has the same id each time it is read', () => {
    const text = 'Police arrested the trader. Police arrested the driver.'
    expect(read(text).map(({ id }) => id)).toEqual(read(text).map(({ id }) => id))
    expect(new Set(read(text).map(({ id }) => id)).size).toBe(2)
  })

  it('says how it was read', () => {
    expect(only('Police arrested the trader.', 'arrest').why.join('\n')).toContain('arrest')
  })

  it('takes the object of an active verb and the subject of a passive one for the same role', () => {
    expect(only('Soldiers seized the driver.', 'arrest').patient).toEqual(only('The driver was seized by soldiers.', 'arrest').patient)
  })

  it('gives a shared subject to the second verb', () => {
    expect(only('The driver was questioned and released.', 'release').patient).toEqual(['driver'])
  })

  it('reads a participle before its noun as done to it', () => {
    expect(only('The arrested driver said nothing.', 'arrest').patient).toEqual(['arrested driver'])
  })

  it('is not made of a question', () => {
    expect(read('Did police arrest the trader?')).toEqual([])
  })
})

describe('factuality', () => {
  it.each([
    ['The trader was never arrested.', 'negative'],
    ['Police refused to arrest the trader.', 'negative'],
    ['Nobody arrested the trader.', 'negative'],
    ['Police did not fail to arrest the trader.', 'positive'],
    ['The trader was arrested.', 'positive'],
  ])('%s is %s', (text, polarity) => {
    expect(only(text, 'arrest').polarity).toBe(polarity)
  })

  it.each([
    ['The trader was allegedly arrested.', 'hedged'],
    ['The trader is said to have been arrested.', 'hedged'],
    ['The trader may have been arrested.', 'hedged'],
    ['The trader was arrested.', 'certain'],
  ])('%s is %s', (text, certainty) => {
    expect(only(text, 'arrest').certainty).toBe(certainty)
  })

  it.each([
    ['The trader was allegedly arrested.', 'allegedly'],
    ['Police reportedly arrested the trader.', 'reportedly'],
    ['The mayor may resign, and the trader may have been arrested.', 'may'],
    ['The trader was arrested.', undefined],
  ])('the word that hedges %s is %s, where it stands', (text, word) => {
    const { hedge } = only(text, 'arrest')
    expect(hedge?.exact).toBe(word)
    if (hedge !== undefined) expect(text.slice(hedge.start, hedge.end)).toBe(word)
    if (word === 'may') expect(hedge?.start).toBe(text.lastIndexOf('may'))
  })

  it.each([
    ['Police must arrest the trader.', 'demanded'],
    ['Police will arrest the trader.', 'planned'],
    ['Police plan to arrest the trader.', 'planned'],
    ['If police arrest the trader, the market will close.', 'conditional'],
    ['Police would have arrested the trader.', 'conditional'],
    ['Police managed to arrest the trader.', 'actual'],
    ['Police arrested the trader.', 'actual'],
  ])('%s is %s', (text, modality) => {
    expect(only(text, 'arrest').modality).toBe(modality)
  })
})

describe('a date', () => {
  it.each([
    ['The mayor told parliament on Tuesday that the trader was deported.', 'expulsion'],
    ['The mayor told parliament on Tuesday that the trader had been deported.', 'expulsion'],
    ['The trader was deported, the mayor said on Tuesday.', 'expulsion'],
    ['On Tuesday the mayor announced that the trader has been deported.', 'expulsion'],
    ['The trader was seized on Tuesday on a warrant from the Lima court.', 'warrant'],
    ['The bar association condemned the arrest of the trader on Tuesday.', 'arrest'],
    ['The club condemned the decision to free the trader, who was seized on Tuesday.', 'condemnation'],
    ['Lawyers are considering a complaint against the bank, which closed in 2014.', 'complaint'],
    ['The trader was freed on Tuesday because the ministry had not been informed.', 'notification'],
  ] as const)('of another happening is not taken: %s', (text, type) => {
    expect(only(text, type).time).toBeNull()
  })

  it.each([
    ['The mayor said that the trader was deported on Tuesday.', 'expulsion'],
    ['The trader was deported on Tuesday, the mayor said.', 'expulsion'],
    ['The trader was seized on Tuesday on a warrant from the Lima court.', 'arrest'],
    ['His arrest on Tuesday surprised the town.', 'arrest'],
    ['On Tuesday, after a long chase, detectives seized the trader.', 'arrest'],
    ['The court issued the warrant on Tuesday.', 'warrant'],
  ] as const)('of its own clause is taken: %s', (text, type) => {
    expect(only(text, type).time?.edtf).toBe('2023-03-07')
  })
})

describe('an accusation', () => {
  it.each([
    'Campaigners accuse the guards of beating prisoners.',
    'Campaigners accused the former head of the guards of beating prisoners.',
    'The guards are accused of beating prisoners.',
    'The guards, accused of beating prisoners, left the town.',
    'Prosecutors charged the guards with beating prisoners.',
    'Prosecutors suspect the guards of robbing and beating prisoners.',
    'The accusation that the guards beat prisoners is old.',
  ])('is hedged: %s', (text) => {
    const statement = read(text).filter(({ type }) => type === 'abuse')
    expect(statement.map(({ certainty }) => certainty)).toContain('hedged')
    expect(statement.map(({ certainty }) => certainty)).not.toContain('certain')
  })

  it.each([
    'The guards beat prisoners.',
    'The guards were convicted of beating prisoners.',
    'Campaigners accused the mayor. The guards beat prisoners.',
  ])('is not heard where there is none: %s', (text) => {
    expect(read(text).filter(({ type, certainty }) => type === 'abuse' && certainty === 'hedged')).toEqual([])
  })

  it('is laid to the accused', () => {
    expect(only('Campaigners accuse the guards of beating prisoners.', 'abuse').agent).toEqual(['guards'])
    expect(only('A guard accused of torture left the town.', 'abuse').agent).toEqual(['guard'])
  })
})

describe('what the law is', () => {
  it.each([
    'Law 12 does not let the police arrest a trader.',
    'Article 30 allows the arrest of traders.',
    'The act requires the police to release the trader.',
    'The clerk then passes the file to the judge.',
    'The act provides for three steps. The minister passes the file to the judge, and the judge asks the prosecutor for custody.',
  ])('tells no happening: %s', (text) => {
    expect(read(text).map(({ type, quote }) => `${type} ${quote.exact}`)).toEqual([])
  })
})

describe('a question left unanswered', () => {
  it.each([
    ['The embassy declined to comment.', false],
    ['The embassy did not respond to questions.', false],
    ['The embassy responded to questions.', true],
  ])('was put: %s', (text, answered) => {
    expect(only(text, 'inquiry')).toMatchObject({
      agent: ['Example Post'],
      recipient: ['embassy'],
      polarity: 'positive',
      detail: { answered },
    })
    expect(read(text).filter(({ type }) => type === 'ruling')).toEqual([])
  })
})

describe('an infinitive', () => {
  it.each([
    ['The league calls on Norway to release the trader.', 'demanded'],
    ['The league asked the judges to release the trader.', 'demanded'],
    ['The storm forced the judges to release the trader.', 'actual'],
    ['The decision of the judges to release the trader pleased nobody.', 'actual'],
    ['The plan to release the trader pleased nobody.', 'planned'],
    ['The town asks whether to release the trader.', 'planned'],
    ['The town asks whether the judges released the trader.', 'conditional'],
  ])('takes its mood from what governs it: %s', (text, modality) => {
    expect(only(text, 'release').modality).toBe(modality)
  })
  it('within a demand colours no reason given beside it', () => {
    const told = only('Lawyers asked the judges to free the trader because the ministry never sent them the request.', 'notification')
    expect([told.modality, told.polarity]).toEqual(['actual', 'negative'])
  })
})

describe('a refusal of a court', () => {
  it('is one ruling, and it was made', () => {
    const ruling = only('The court refused to validate the arrest.', 'ruling')
    expect([ruling.polarity, ruling.detail.outcome]).toEqual(['positive', 'not-validated'])
  })
})

describe('a step without a day', () => {
  it('lends its happening no day of another', () => {
    expect(only('The banker was arrested last month and freed two days later.', 'release').time).toBeNull()
  })
})

describe('the time of an opinion', () => {
  it('is not that of what it speaks of', () => {
    expect(only('The chamber accused the colonel of neglect since March 2011.', 'condemnation').time).toBeNull()
    expect(only('On 3 May 2011 the union condemned the arrest.', 'condemnation').time?.edtf).toBe('2011-05-03')
  })
})

describe('a denial within a telling', () => {
  it('of being kept in the dark tells that somebody was informed', () => {
    expect(only('It is not true that the embassy was kept in the dark.', 'notification').polarity).toBe('positive')
    expect(only('The embassy was kept in the dark about the arrest.', 'notification')).toMatchObject({
      polarity: 'negative',
      recipient: ['embassy'],
    })
  })
  it.each(['The embassy was kept in the dark.', 'The matter was held in abeyance.'])('is no detention: %s', (text) => {
    expect(read(text).filter(({ type }) => type === 'detention')).toEqual([])
  })
})

describe('parties', () => {
  it.each([
    ['The court ruled against the trader by majority.', 'ruling', ['court']],
    ['The embassy was informed by e-mail.', 'notification', []],
  ] as const)('are no manners: %s', (text, type, agent) => {
    expect(only(text, type).agent).toEqual(agent)
  })

  it('that are asked to do something would do it', () => {
    expect(only('Peru calls on Norway to release the trader.', 'release').agent).toEqual(['Norway'])
  })

  it('may be somewhere, and then it was there', () => {
    expect(only('A court in Lima sentenced the trader to life in prison.', 'sentence').place).toEqual(['Lima'])
  })

  it('that receive a paper are told', () => {
    const told = only('The mayor never sent the prosecutors the request.', 'notification')
    expect(told).toMatchObject({ polarity: 'negative', agent: ['mayor'], recipient: ['prosecutors'] })
  })

  it('that own a desk receive what reaches it', () => {
    expect(only("The papers reached the governor's desk on Tuesday.", 'notification').recipient).toEqual(['governor'])
  })

  it('that sign an order give it', () => {
    expect(only('The clerk showed an expulsion order of the governor.', 'expulsion').agent).toEqual(['governor'])
  })

  it('whose return is demanded are not asked', () => {
    const demand = only('The guards demand the return of General Pedro Salas.', 'demand')
    expect(demand.recipient).toEqual([])
    expect(demand.patient).toContain('Pedro Salas')
  })
})

describe('an office', () => {
  it.each([
    'Officers of the coast guard searched the boat.',
    'Judges in Lima freed the trader.',
    'A senior officer in a Lima hotel slept.',
  ])('is not held by the unnamed: %s', (text) => {
    expect(read(text).filter(({ type }) => type === 'role')).toEqual([])
  })
})

describe('a bare noun', () => {
  it('gives way to the verb that tells the same', () => {
    expect(
      read('Police arrested the trader. The arrest of the trader surprised the town.').filter(({ type }) => type === 'arrest'),
    ).toHaveLength(1)
  })

  it('is read where no verb tells it', () => {
    expect(only('The arrest of the trader surprised the town.', 'arrest').patient).toEqual(['trader'])
  })

  it('is not read without a party of its own', () => {
    expect(read('An arrest is a serious matter.').filter(({ type }) => type === 'arrest')).toEqual([])
  })
})

describe('who is handed over', () => {
  it('to a state is extradited, to an international court surrendered', () => {
    expect(only('Argentina handed the former officer over to Italy.', 'extradition').recipient).toEqual(['Italy'])
    expect(only('Suriname delivered the fugitive to Dutch authorities.', 'extradition').recipient).toEqual(['Dutch authorities'])
    expect(only('Argentina handed the former officer over to the tribunal.', 'surrender').recipient).toEqual(['tribunal'])
  })
})

describe('a word of two parties', () => {
  it('says who runs or pays whom', () => {
    expect(only('The EU-funded coast guard patrols the sea.', 'support')).toMatchObject({ agent: ['EU'], recipient: ['coast guard'] })
    expect(only('Emirati-backed fighters hold the town.', 'support').recipient).toEqual(['fighters'])
  })
  it.each(['The court-ordered sale failed.', 'The long-held view is wrong.', 'The well-trained crew sailed.'])(
    'may be none: %s',
    (text) => {
      expect(read(text).filter(({ type }) => type === 'control' || type === 'support')).toEqual([])
    },
  )
})

describe('a decision to do something', () => {
  it('is nobody who does it', () => {
    expect(only('Peru defended its decision to free Karl Braun.', 'release').agent).toEqual(['Peru'])
    expect(only('The decision of the Peruvian government to free the trader angered him.', 'release').agent).toEqual([
      'Peruvian government',
    ])
  })
})

describe('what somebody says of somebody', () => {
  it.each([
    ['The deputy said the arrest was a disgrace.', 'condemnation', ['arrest']],
    ['The minister insisted the release had been lawful.', 'defence', ['release']],
    ['The lawyer said the arrest was not lawful.', 'condemnation', ['arrest']],
    ['The ambassador said his country had met its obligations.', 'defence', ['country']],
    ['The embassy called the claim absurd.', 'denial', ['claim']],
  ] as const)('blames or praises: %s', (text, type, patient) => {
    expect(only(text, type).patient).toEqual(patient)
  })
  it.each(['The deputy said it was dark.', 'The court said the arrest was unlawful.', 'The deputy met the obligations.'])(
    'may not: %s',
    (text) => {
      expect(read(text).filter(({ type }) => type === 'condemnation' || type === 'defence')).toEqual([])
    },
  )
})

describe('a name in quotation marks', () => {
  it('inside or after a person’s name is another name', () => {
    expect(only('Joaquin "El Chapo" Guzman spoke.', 'alias').detail.name).toBe('El Chapo')
    expect(only('Omar Diallo ("the Butcher") spoke.', 'alias').detail.name).toBe('the Butcher')
  })
  it.each(['He said "The President" was wrong.', 'Anna Berg called Karl Braun.', 'The town called "Sunday" a disaster.'])(
    'may be none: %s',
    (text) => {
      expect(read(text).filter(({ type }) => type === 'alias')).toEqual([])
    },
  )
})
