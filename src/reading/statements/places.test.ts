import { describe, expect, it } from 'vitest'
import { inWords, statementsIn } from '../../../test/english-report.js'
import type { Statement } from '../../model/report.js'

/** The places of the only statement of a type. */
function placesOf(text: string, type: Statement['type']): readonly string[] {
  const statements = statementsIn('2023-03-10', text)
  const [first, ...others] = statements.filter((statement) => statement.type === type)
  if (first === undefined || others.length > 0) throw new Error(`expected one ${type}, read ${inWords(statements)}`)
  return first.place
}

describe('the place of a statement', () => {
  it('is where somebody goes and where from', () => {
    expect(placesOf('The banker fled to Senegal in May.', 'travel')).toEqual(['Senegal'])
  })
  it('is what stands before "where"', () => {
    expect(placesOf('She was taken to Insein prison, where guards tortured her.', 'abuse')).toEqual(['Insein prison'])
  })
  it('is the scene of the verb it is joined to', () => {
    expect(placesOf('Soldiers stormed a hotel in Lima and arrested the mayor.', 'arrest')).toContain('Lima')
  })
  it('is the scene of the verb whose course it tells', () => {
    expect(placesOf('Soldiers fired into a crowd in Lima, killing ten people.', 'abuse')).toContain('Lima')
  })
  it('is where the moment was at which it happened', () => {
    expect(placesOf('Police arrested the banker when he landed in Accra.', 'arrest')).toEqual(['Accra'])
  })
  it('is the narrower place for "there", and not what says where that one is', () => {
    expect(placesOf('The family moved to Tunja (Boyacá). The banker was arrested there on Friday.', 'arrest')).toEqual(['Tunja'])
  })
  it('is where a jet came from', () => {
    expect(placesOf('The general arrived on a jet from Manila.', 'travel')).toEqual(['Manila'])
  })
  it('is what the object does there', () => {
    expect(placesOf('Coastguards intercepted a boat carrying 40 people off the coast of Kenya.', 'interception')).toEqual(['Kenya'])
  })
  it('is the seat of an embassy', () => {
    expect(placesOf('Police stormed the embassy in Quito and arrested the mayor.', 'arrest')).toContain('Quito')
  })
  it('is none of the state somebody is in', () => {
    expect(placesOf('The painter died in police custody.', 'death')).toEqual([])
  })
  it('is the name beside a word for a place', () => {
    expect(placesOf('In the capital, Ouagadougou, soldiers arrested the president.', 'arrest')).toEqual(['Ouagadougou'])
  })
  it('is where what somebody strikes stands', () => {
    expect(placesOf('A drone strike on a market in Kadugli killed 21 people.', 'abuse')).toContain('Kadugli')
  })
  it('is none where "of" only says whose request it was', () => {
    expect(placesOf('Police arrested the banker at the request of Angola.', 'arrest')).toEqual([])
  })
  it('is none of where those are at home who only speak', () => {
    expect(placesOf('Lawyers in Lima condemned the arrest of the banker.', 'condemnation')).toEqual([])
  })
  it('is the narrow place and the wider one after its comma', () => {
    expect(placesOf('Gunmen killed ten villagers in Kivu, Congo, witnesses said.', 'abuse')).toEqual(['Kivu', 'Congo'])
    expect(placesOf('Gunmen killed ten villagers in Benin, Ghana condemned the attack.', 'abuse')).toEqual(['Benin'])
  })
  it('is the scene of the clause before, for what happens on the spot', () => {
    expect(placesOf('Police broke up a march in Kisumu, and five students were arrested.', 'arrest')).toEqual(['Kisumu'])
    expect(placesOf('Protesters clashed with police in Lomé; eight were wounded and 30 were arrested.', 'arrest')).toEqual(['Lomé'])
  })
  it('is not where somebody only said it', () => {
    expect(placesOf('The minister said in Paris that five students were arrested.', 'arrest')).toEqual([])
  })
  it('is where the moment or the condition puts it', () => {
    expect(placesOf('Mali declined to arrest the president when he came to Bamako for the summit.', 'arrest')).toEqual(['Bamako'])
    expect(placesOf('Had he gone back to Caracas, the police would have arrested him.', 'arrest')).toEqual(['Caracas'])
  })
  it('is not where somebody was only on the way to', () => {
    expect(placesOf('Police in Nairobi detained the envoy as she was being driven to Entebbe Airport.', 'arrest')).toEqual(['Nairobi'])
  })
  it('is what people cross', () => {
    expect(placesOf('The coastguard intercepted 80 people trying to cross the Aegean Sea.', 'interception')).toEqual(['Aegean Sea'])
  })
  it('is the building somebody walks out of or is brought into', () => {
    expect(placesOf('The sect leader walked out of Qincheng prison on Sunday.', 'release')).toEqual(['Qincheng prison'])
  })
  it('is the name after a word for a port or a town', () => {
    expect(placesOf('The captives were held in the port of Zuwara.', 'detention')).toEqual(['Zuwara'])
  })
  it('stands behind a gerund that only modifies', () => {
    expect(placesOf('Guards arrested two Polish scientists on spying charges near Kerman.', 'arrest')).toEqual(['Kerman'])
  })
  it('is the wider place with its direction', () => {
    expect(placesOf('The army killed a commander in Khirbet Selm, southern Lebanon.', 'abuse')).toEqual(['Khirbet Selm', 'Lebanon'])
  })
  it('is the building that was stormed', () => {
    expect(placesOf('Police entered the embassy in Quito and seized Jorge Gla.', 'arrest')).toContain('Quito')
  })
})
