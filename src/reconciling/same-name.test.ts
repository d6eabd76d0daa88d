import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../packs.js'
import { compareNames } from './same-name.js'

const knowledge = loadKnowledge()
const judge = (a: string, b: string, kind: 'person' | 'organization' | 'place') => compareNames(a, b, kind, knowledge)

describe('one person', () => {
  it.each([
    ['spellings of an Arabic name', 'Osama Njeem', 'Ossama Anjiem'],
    ['g for j, as in Egypt', 'Osama Nagim', 'Osama Najim'],
    ['q, g and k for one letter', 'Muammar Qadhafi', 'Moammar Gaddafi'],
    ['vowels that no Arabic writer writes', 'Khalifa Haftar', 'Khalifa Hifter'],
    ['an article apart and glued', 'Omar al-Hashimi', 'Omar Elhashimi'],
    ['a turned order with a comma', 'Lindqvist, Karin', 'Karin Lindqvist'],
    ['a title before the name', 'Judge Karin Lindqvist', 'Karin Lindqvist'],
    ['a middle name left out', 'Karin Eva Lindqvist', 'Karin Lindqvist'],
    ['initials', 'K. E. Lindqvist', 'Karin Eva Lindqvist'],
    ['an initial of the article', 'Tarek A.', 'Tarek al-Bitar'],
    ['accents left out', 'Hissène Habré', 'Hissene Habre'],
    ['a slip in a long name', 'Karin Lindqvsit', 'Karin Lindqvist'],
    ['words drawn together', 'KarinLindqvist', 'Karin Lindqvist'],
    ['digits that look like letters', 'Kar1n L1ndqvist', 'Karin Lindqvist'],
    ['Arabic script', 'خليفة حفتر', 'Khalifa Haftar'],
    ['Cyrillic script', 'Ратко Младић', 'Ratko Mladić'],
    ['Greek script', 'Γιώργος Παπαδόπουλος', 'Giorgos Papadopoulos'],
    ['Hebrew script', 'דוד כהן', 'David Cohen'],
    ['Chinese signs', '习近平', 'Xi Jinping'],
    ['Korean signs', '김정은', 'Kim Jong Un'],
    ['Devanagari', 'नरेन्द्र मोदी', 'Narendra Modi'],
  ])('%s: %s is %s', (_why, a, b) => {
    const judged = judge(a, b, 'person')
    expect(judged, judged.because.join('; ')).toMatchObject({ same: true })
    expect(judge(b, a, 'person').score).toBe(judged.score)
  })

  it.each([
    ['one consonant of a short name', 'Osama Najim', 'Osama Najib'],
    ['a woman and a man', 'Paola Ferri', 'Paolo Ferri'],
    ['another first name', 'Karin Lindqvist', 'Erik Lindqvist'],
    ['another family name', 'Karin Lindqvist', 'Karin Lundgren'],
    ['bynames of two towns', 'Ali Hassan al-Tikriti', 'Ali Hassan al-Basri'],
    ['father and son', 'Peter Ross Sr.', 'Peter Ross Jr.'],
    ['two first names of one', 'Osama', 'Osama Najim'],
    ['a sign that differs', '김정은', '김종은'],
    ['nothing in common', 'Karin Lindqvist', 'Khalifa Haftar'],
  ])('%s: %s is not %s', (_why, a, b) => {
    expect(judge(a, b, 'person')).toMatchObject({ same: false })
  })
})

describe('one body', () => {
  it.each([
    ['the order of its words', 'Court of Appeal of Rome', "Rome's Court of Appeal"],
    ['a ministry said both ways', 'Ministry of Justice', 'justice ministry'],
    ['a country and its people', 'government of Italy', 'Italian government'],
    ['an acronym of its words', 'MLC', 'Movement for the Liberation of Congo'],
    ['an acronym of another language', 'CPI', 'International Criminal Court'],
    ['a German acronym', 'IStGH', 'Cour pénale internationale'],
    ['a legal form in two writings', 'Nordlicht Ltd', 'Nordlicht Limited'],
    ['and written as a sign', 'Hansen & Sons', 'Hansen and Sons'],
    ['an acronym that leaves one word out', 'RTLM', 'Radio-Télévision Libre des Mille Collines'],
    ['a kind word left out', 'Interahamwe militia', 'Interahamwe'],
    ['spellings of one language in another', 'Mouvement de libération du Congo', 'Movement for the Liberation of Congo'],
  ])('%s: %s is %s', (_why, a, b) => {
    expect(judge(a, b, 'organization')).toMatchObject({ same: true })
  })

  it.each([
    ['police of two countries', 'Italian police', 'German police'],
    ['courts of two towns', 'Rome Court of Appeal', 'Turin Court of Appeal'],
    ['chambers of two numbers', 'Pre-Trial Chamber I', 'Pre-Trial Chamber III'],
    ['two chambers of one number', 'Pre-Trial Chamber II', 'Trial Chamber II'],
    ['a chamber and its court', 'Appeals Chamber of the International Criminal Court', 'International Criminal Court'],
    ['an embassy and its state', 'Libyan embassy in Rome', 'Libyan government'],
    ['a court that could be any', 'Court of Appeal', 'Rome Court of Appeal'],
    ['two ministries', 'Ministry of Justice', 'Ministry of the Interior'],
    ['two letters exchanged in an acronym', 'B.A.C. Company', 'A.B.C. Company'],
  ])('%s: %s is not %s', (_why, a, b) => {
    expect(judge(a, b, 'organization')).toMatchObject({ same: false })
  })
})

describe('one place', () => {
  it('a prison and a jail of one name are one; a prison and an airport of one town are two', () => {
    expect(judge('prison of Mitiga', 'Mitiga jail', 'place').same).toBe(true)
    expect(judge('Mitiga prison', 'Mitiga airport', 'place').same).toBe(false)
  })
})

it('every judgement says why, word by word', () => {
  expect(judge('Ossama Anjiem', 'Osama Najim', 'person').because).toEqual([
    'ossama and osama: spellings of one name (1)',
    expect.stringContaining('anjiem and najim: spellings of one name'),
  ])
})
