import { expect, it } from 'vitest'
import { readTimeline } from './timeline-lines.js'

it('a line with no more than type, time and place is about the person held', () => {
  const { lines, notes } = readTimeline('{"type":"arrest","time":"2025-01-19T09:30","place":["Turin"]}\n')
  expect(lines).toEqual([{ type: 'arrest', time: '2025-01-19T09:30', place: ['Turin'], patient: 'the person held' }])
  expect(notes).toEqual([])
})

it('whoever one line names is whom the others are about', () => {
  const { lines } = readTimeline('{"type":"arrest","patient":["A. B."]}\n\n{"type":"hearing"}\n{"type":"notification"}')
  expect(lines.map(({ patient }) => patient)).toEqual([['A. B.'], 'A. B.', undefined])
})

it('a timeline of two people is left as it is', () => {
  const { lines } = readTimeline('{"type":"arrest","patient":"A."}\n{"type":"arrest","patient":"B."}\n{"type":"hearing"}')
  expect(lines[2]?.patient).toBeUndefined()
})

it('a time may be as in a statement', () => {
  const { lines } = readTimeline('{"type":"arrest","time":{"edtf":"2025-01-19","text":"on Sunday"}}')
  expect(lines[0]?.time).toBe('2025-01-19')
})

it('a field that no event has is told and passed over; those of statements are not told', () => {
  const { notes } = readTimeline('{"type":"arrest","tiem":"2025-01-19","quote":{"exact":"x"},"sources":[]}')
  expect(notes).toHaveLength(1)
  expect(notes[0]).toContain('"tiem"')
})

it.each([
  ['', 'no event is given'],
  ['{"type":"arrest"}\n{"type":', 'line 2 is no JSON'],
  ['[1]', 'line 1 is no JSON object'],
  ['{"type":"picnic"}', 'line 1: type'],
])('%j is refused with its line', (text, words) => expect(() => readTimeline(text)).toThrow(words))
