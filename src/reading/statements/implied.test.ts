import { describe, expect, it } from 'vitest'
import { statementsIn } from '../../../test/english-report.js'
import type { Statement } from '../../model/report.js'

const day = '2023-03-10'

/** The statements of a type in a report of these paragraphs, in order. */
function all(type: Statement['type'], ...paragraphs: readonly string[]): readonly Statement[] {
  return statementsIn(day, ...paragraphs).filter((statement) => statement.type === type)
}

const story = [
  'Anton Leka was arrested in Durrës on Monday.',
  'Leka was charged with fraud the same evening. A judge ordered the detention of Leka.',
]

describe('what the words leave open and the report makes sure', () => {
  it('papers and hints are about the person whom most steps are about', () => {
    const [request] = all('warrant-request', ...story, 'The prosecutor had applied for the warrant in May.')
    expect(request?.patient).toEqual(['Anton Leka'])
    expect(request?.why.join()).toContain('implied')
  })
  it('nobody is implied where the report has two main persons', () => {
    const [request] = all(
      'warrant-request',
      ...story,
      'Mira Doda was arrested in Vlorë. Doda was charged with fraud. A judge ordered the detention of Doda.',
      'The prosecutor had applied for the warrant in May.',
    )
    expect(request?.patient).toEqual([])
  })
  it('an act of a trial without its court is that of the only court of the case', () => {
    const [acquittal] = all('acquittal', 'The High Court convicted Anton Leka of fraud on Monday. Leka was acquitted of theft.')
    expect(acquittal?.agent).toEqual(['High Court'])
  })
  it('where two courts judged the person neither is implied', () => {
    const [acquittal] = all(
      'acquittal',
      'The High Court convicted Anton Leka of fraud. The Court of Cassation sentenced Leka to a year. Leka was acquitted of theft.',
    )
    expect(acquittal?.agent).toEqual([])
  })
  it('a court that has not yet judged is not implied in what is only asked for', () => {
    const sentences = all('sentence', 'The High Court convicted Anton Leka of fraud.', 'If Leka is sentenced to prison, he will appeal.')
    expect(sentences.flatMap(({ agent }) => agent)).toEqual([])
  })
  it('who is judged for a crime is said to have done it', () => {
    const [murder] = all('abuse', 'A court in Quito sentenced the captain Jorge Paz to life for the murder of the student Marta Luna.')
    expect([murder?.agent, murder?.patient]).toEqual([['Jorge Paz'], ['Marta Luna']])
  })
  it('"he" before "his lawyer said" is not the lawyer', () => {
    const [appeal] = all(
      'appeal',
      'A court in Zomba convicted the pastor Enoch Zulu of fraud. He will appeal, his lawyer Peter Banda said.',
    )
    expect(appeal?.agent).toEqual(['Enoch Zulu'])
  })
})
