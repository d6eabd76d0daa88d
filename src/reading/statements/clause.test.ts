import { describe, expect, it } from 'vitest'
import { firstOf, statementsIn } from '../../../test/english-report.js'
import type { Statement } from '../../model/report.js'

/** The first statement of a type in a report of one paragraph. */
function first(text: string, type: Statement['type']): Statement {
  return firstOf(type, statementsIn('2023-03-10', text))
}

describe('what stands where in a clause', () => {
  it('two people joined by "and" are both the subject, whatever the length of their names', () => {
    const { patient } = first('Luis Otero Campos and rapper Miguel Castillo Vega are being held in Lima.', 'detention')
    expect(patient).toEqual(expect.arrayContaining(['Luis Otero Campos', 'Miguel Castillo Vega']))
  })
  it('a place before the subject is none', () => {
    expect(first('In Minsk, Pavel Orlov, the founder of a rights group, was jailed for ten years.', 'sentence').patient).toEqual([
      'Pavel Orlov',
    ])
  })
  it('the object of one clause and the subject of the next are two', () => {
    expect(first('The union condemned the ruling and the party left the hall.', 'condemnation').patient).toEqual(['ruling'])
  })
  it('a person right before "who" is meant, and not those whose they are, where the verb is of one', () => {
    expect(first('The parents of Lena Hofer, who was arrested in May, wept.', 'arrest').patient).toEqual(['Lena Hofer'])
  })
  it('what stands before a dash is no subject of what comes after it', () => {
    expect(first('Lima, 4 May - The High Court released the mayor.', 'release').agent).toEqual(['High Court'])
  })
  it('the noun right before "that" is meant', () => {
    expect(first('Police hold two engineers over the fall of a bridge that killed 41 people.', 'abuse').agent).toEqual(['bridge'])
  })
  it('a judge in a town hears, not the town', () => {
    expect(first('A judge in La Ceiba will hear him.', 'hearing').agent).toEqual(['judge in La Ceiba'])
  })
  it('a court that is only named as the place is the one that acts', () => {
    expect(first('The trial of Karl Berg opened at the High Court on Monday.', 'trial').agent).toEqual(['High Court'])
  })
  it('several described and then named are those named', () => {
    expect(first('The court refused to extradite his former aides Pablo Soto, Irene Campos and Luis Vera.', 'extradition').patient).toEqual(
      ['Pablo Soto', 'Irene Campos', 'Luis Vera'],
    )
    expect(first('Prosecutors charged two ministers, Pablo Soto and Irene Campos, with fraud.', 'charge').patient).toEqual([
      'Pablo Soto',
      'Irene Campos',
    ])
  })
  it('one name after a description of several is not them all', () => {
    expect(first('Police arrested two ministers, Pablo Soto said.', 'arrest').patient).toEqual(['two ministers'])
  })
  it('a group keeps what it is a group of', () => {
    expect(first('He was arrested by members of the Border Control Agency.', 'arrest').agent).toEqual([
      'members of the Border Control Agency',
    ])
  })
  it('companions suffer the same', () => {
    expect(first('Omar Saleh was arrested with his brothers.', 'arrest').patient).toEqual(['Omar Saleh', 'brothers'])
  })
  it('who is named among a group is one of those meant', () => {
    expect(first('The court charged nine officials, including former governor Rosa Quispe, with bribery.', 'charge').patient).toEqual([
      'nine officials',
      'Rosa Quispe',
    ])
    expect(first('Six captains, Park Ji-ho among them, were arrested in Busan.', 'arrest').patient).toContain('Park Ji-ho')
  })
  it('who is only named after a group is none of it', () => {
    expect(first('Police arrested nine officials of the bank, the governor said.', 'arrest').patient).toEqual([
      'nine officials of the bank',
    ])
  })
  it('what commas or a preposition set apart is not the subject', () => {
    expect(first('Agents of the Customs Bureau, led by Colonel Ahmed Rabah, arrested the mayor.', 'arrest').agent).toEqual([
      'Agents of the Customs Bureau',
    ])
    expect(
      first('Bishop Tomás Arce, who leads the Peace Board, the body that made the truce, welcomed the verdict.', 'defence').agent,
    ).toEqual(['Tomás Arce'])
  })
  it('a body with “of” in its name is one of a list', () => {
    expect([...first('Chile, Peru, the Republic of the Congo and Benin condemned the raid.', 'condemnation').agent].sort()).toEqual([
      'Benin',
      'Chile',
      'Peru',
      'Republic of the Congo',
    ])
  })
  it('what stands behind an adverbial phrase without a comma is the object', () => {
    expect(first('The Journalists Union condemned in the strongest terms the arrest of Samir Khoury.', 'condemnation').patient).toEqual([
      'arrest of Samir Khoury',
    ])
  })
  it('who orders at the end of a row of verbs is who began it', () => {
    expect(first('The Supreme Court rejected the motion and ordered that Peter Kamau be released.', 'release').agent).toEqual([
      'Supreme Court',
    ])
  })
  it('what is done after a charge is no part of it', () => {
    const sent = first('Judge Amina Bello charged the treasurer with theft and sent two clerks to prison.', 'detention')
    expect([sent.agent, sent.patient, sent.certainty]).toEqual([['Amina Bello'], ['two clerks'], 'certain'])
  })
  it('who is indicted for a killing is said to have killed, and only said', () => {
    const killing = first('General Petrov, who was indicted in 2004 for the killing of prisoners, fled.', 'abuse')
    expect([killing.agent, killing.patient, killing.certainty]).toEqual([['General Petrov'], ['prisoners'], 'hedged'])
  })
  it('who stands behind "was" after a participle that opens the sentence is meant', () => {
    expect(first('Also arrested were the poet Dareen Odeh and her brother.', 'arrest').patient).toEqual(['Dareen Odeh', 'brother'])
    expect(first('Killed in the raid were two guards.', 'abuse').patient).toEqual(['two guards'])
    expect(first('Those arrested were released a day later.', 'release').patient).not.toContain('a day later')
  })
  it('the subject of a clause before "and" suffers nothing of the next', () => {
    expect(first('Protesters clashed with police in Lima, and eight people were arrested.', 'arrest').patient).toEqual(['eight people'])
  })
  it('a list after a verb is its object, an apposition with "and" is not', () => {
    expect(first('The board accused the army, the air force and two militias of torturing civilians.', 'abuse').agent).toEqual([
      'army',
      'air force',
      'two militias',
    ])
    expect(first('Police arrested Karl Berg, a minister and poet.', 'arrest').patient).toEqual(['Karl Berg'])
  })
  it('whose decision it is by "by" does what is decided', () => {
    expect(first('The decision by the Austrian court to free the oligarch Dmytro Hrynko angered many.', 'release').agent).toEqual([
      'Austrian court',
    ])
  })
  it('a participle that leaves out its "were" is passive', () => {
    const harms = statementsIn('2023-03-10', 'At least 14 people were killed and 50 injured when gunmen attacked a bus in Nasarawa.')
    expect(harms.filter(({ type }) => type === 'abuse').map(({ agent, patient }) => [agent, patient])).toEqual([
      [[], ['At least 14 people']],
      [[], ['50']],
    ])
  })
  it('a faith’s people keep their number', () => {
    expect(first('Eritrea has jailed 80 Pentecostals.', 'detention').patient).toEqual(['80 Pentecostals'])
  })
  it('by whom somebody is held may stand before whom they hold', () => {
    expect(first('The detention by Israel of Hussam Saleh was condemned.', 'detention').patient).toEqual(['Hussam Saleh'])
  })
  it('whoever stands right behind the verb is its object, where the subject was led by somebody', () => {
    const arrest = first(
      'Officers of the Border Group, led by Major General Luis Tan, detained Dela Cruz when he left his plane.',
      'arrest',
    )
    expect([arrest.agent, arrest.patient]).toEqual([['Officers of the Border Group'], ['Dela Cruz']])
  })
  it('who charges, and behind a relative clause sends to jail, is one', () => {
    const text = 'Magistrate Rosa Lindo charged four bankers with bribery, a crime that is punished with ten years, and sent two to jail.'
    expect(first(text, 'detention').agent).toEqual(['Rosa Lindo'])
  })
  it('"on grounds of" says why, and not whom', () => {
    expect(first('The governor signed the expulsion on grounds of public health.', 'expulsion').patient).toEqual([])
  })
  it('nouns in a row share the "of" of the last', () => {
    const harm = first('A tribunal in Lomé indicted Al Hashir for the beating, enslavement and murder of fishermen.', 'abuse')
    expect([harm.agent, harm.patient]).toEqual([['Al Hashir'], ['fishermen']])
  })
  it('a town that only says where a prison stands is not what "that" takes up', () => {
    expect(first('He was held in Evin, a prison near Tehran that is run by the intelligence ministry.', 'control').patient).not.toEqual([
      'Tehran',
    ])
  })
  it('who stands right before "accused of" is accused, and not their trial', () => {
    expect(first('The trial of five soldiers accused of killing the bishop began.', 'abuse').agent).toEqual(['five soldiers'])
  })
  it('two of four are those named', () => {
    expect(first('Two of the four suspects, Ali Ben and Sofiane Dar, were released.', 'release').patient).toEqual([
      'Ali Ben',
      'Sofiane Dar',
    ])
  })
  it('a helper far from its verb keeps its subject', () => {
    expect(first('The king has since February pardoned 40 prisoners.', 'release').agent).toEqual(['king'])
  })
  it('what somebody calls it is what is condemned', () => {
    expect(first('The president condemned what she called the kidnapping of three officers.', 'condemnation').patient).toEqual([
      'kidnapping of three officers',
    ])
  })
  it('whoever is added behind a name beside its description is one more', () => {
    expect(first('Soldiers arrested its speaker, Ahmed Bar, and two deputies.', 'arrest').patient).toEqual(['Ahmed Bar', 'two deputies'])
    expect(first('Soldiers arrested its speaker, Ahmed Bar, and the army closed the hall.', 'arrest').patient).toEqual(['Ahmed Bar'])
  })
  it('who is thanked or blamed for a deed did it', () => {
    expect(first('The embassy thanked Ghana for extraditing the fraud suspect.', 'extradition').agent).toEqual(['Ghana'])
  })
  it('a colleague of somebody with an office is not that somebody', () => {
    expect(first('A colleague of the lawyer Amina Diallo was arrested in Conakry.', 'arrest').patient).toEqual([
      'colleague of the lawyer Amina Diallo',
    ])
    expect(first('The chief of staff Karl Berg was arrested in Graz.', 'arrest').patient).toEqual(['Karl Berg'])
  })
  it('a crime somebody is charged with is no companion', () => {
    expect(first('Omar Saleh was charged with murder.', 'charge').patient).toEqual(['Omar Saleh'])
  })
  it('whose decision it is, is who frees', () => {
    expect(first('The decision of the Chilean government to release Omar Saleh was criticised.', 'release').agent).toEqual([
      'Chilean government',
    ])
  })
  it('who weighs whether to extradite is who would', () => {
    expect(first('The minister, Ana Ríos, was weighing whether to extradite Omar Saleh to Peru.', 'extradition').agent).toEqual([
      'Ana Ríos',
    ])
  })
  it('who orders that somebody be freed is who frees', () => {
    expect(first('The High Court ordered that Omar Saleh be released at once.', 'release').agent).toEqual(['High Court'])
  })
  it('who charges somebody with torture tortures nobody', () => {
    expect(() => first('The officer was charged with torture by Austrian prosecutors.', 'abuse')).toThrow('expected abuse')
  })
  it('a verb joined by "and" has the subject of the first', () => {
    const { agent, patient } = first('Soldiers crossed into Congo and killed villagers.', 'abuse')
    expect([agent, patient]).toEqual([['Soldiers'], ['villagers']])
  })
  it('whom somebody arrests is the noun before "whom"', () => {
    expect(first('Peru freed the men whom police arrested on Friday.', 'arrest').patient).toEqual(['men'])
  })
  it('"in which" brings in no object', () => {
    expect(first('They read a letter in which the union complained.', 'condemnation').patient).toEqual([])
  })
  it('who is urged by others to pardon is who would', () => {
    expect(first('The president was urged by the bishops to pardon the miners.', 'release').agent).toEqual(['president'])
  })
  it('who is wanted to free somebody is asked', () => {
    const { patient, recipient } = first('The union wants Qatar to release the welder.', 'demand')
    expect([patient, recipient]).toEqual([['welder'], ['Qatar']])
  })
  it('whose extradition "of" somebody it is, extradites', () => {
    expect(first("Spain's extradition of the banker to Peru took two years.", 'extradition').agent).toEqual(['Spain'])
    expect(first("The banker's extradition to Peru took two years.", 'extradition').patient).toEqual(['banker'])
  })
  it('who is told of an arrest is not of the arrest', () => {
    expect(first('The ministry told the ambassador of the arrest on Sunday.', 'notification').recipient).toEqual(['ambassador'])
  })
  it('a noun that is no word for a person is one where a name stands beside it', () => {
    expect(first('Peru expelled the archimandrite, Karl Berg, in May.', 'expulsion').patient).toEqual(['Karl Berg'])
  })
})
