import { expect, it } from 'vitest'
import { englishFurniture } from '../../test/english-furniture.js'
import { calendarOf, dayIn } from './day-in.js'

const day = (line: string) => dayIn(line, englishFurniture.calendar)

it.each([
  ['Published on 3 May 2019, 08:15', '2019-05-03'],
  ['May 3rd, 2019', '2019-05-03'],
  ['25-Mar-2018 20:56 CEST', '2018-03-25'],
  ['2019-05-03T23:30:00Z', '2019-05-03'],
  ['26.01.2025', '2025-01-26'],
  ['16/05/2020 at 14:37', '2020-05-16'],
  ['05/16/2020', '2020-05-16'],
])('%s states a day', (line, expected) => expect(day(line)).toBe(expected))

it.each(['03/04/2020', '31 February 2019', 'May 2019', '3 May', '5 hours ago', 'Monday', '2019-13-01', 'He may go on 3 occasions in 2019'])(
  '%s states none',
  (line) => expect(day(line)).toBeNull(),
)

it('months are known in the languages the platform knows', () => {
  expect(dayIn('12 de marzo de 2019', calendarOf('es'))).toBe('2019-03-12')
  expect(dayIn('12. März 2019', calendarOf('de'))).toBe('2019-03-12')
  expect(calendarOf('no such language').months).toEqual([])
})
