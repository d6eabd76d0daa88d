import { expect, it } from 'vitest'
import type { Place } from '../model/packs.js'
import type { ProcedurePack, Proposal } from '../model/procedure-pack.js'
import { proposePacks } from './propose-packs.js'
import { recordOfTimeline, type TimelineLine } from './timeline-record.js'

const places: readonly Place[] = [
  { id: 'xy', kind: 'country', names: ['Ruritania'], adjectives: ['Ruritanian'] },
  { id: 'strelsau', kind: 'city', names: ['Strelsau'], within: 'xy' },
  { id: 'zz', kind: 'country', names: ['Grandvia'], adjectives: ['Grandvian'] },
]

const packWhen = (proposedWhen: Partial<Proposal>): ProcedurePack => ({
  id: 'test',
  title: 'Ruritania',
  jurisdiction: 'Ruritania',
  lang: 'en',
  asOf: '2025-01-01',
  here: ['Ruritania', 'Ruritanian'],
  zone: 'Europe/Rome',
  proposedWhen: { events: [[{ type: ['arrest'], place: 'here' }]], names: [['World Court']], without: [], ...proposedWhen },
  opens: [{ type: ['arrest'] }],
  closes: [],
  roles: [],
  readings: [],
  unsettled: [],
  steps: [],
})

const arrest: TimelineLine = { type: 'arrest', time: '2025-01-19', patient: 'Rupert H.', place: 'Strelsau', agent: 'police' }
const wanted: TimelineLine = { type: 'warrant', time: '2025-01-18', agent: 'World Court', patient: 'Rupert H.' }
const because = (pack: ProcedurePack, ...lines: readonly TimelineLine[]) =>
  proposePacks([pack], recordOfTimeline(lines), places)[0]?.because ?? null

it('an arrest here and the court named propose the pack, and the reason says both', () => {
  expect(because(packWhen({}), arrest, wanted)).toBe(
    'arrest of Rupert H. in Strelsau on 19 January 2025; the record speaks of “World Court”',
  )
})

it.each([
  ['an arrest abroad', [{ ...arrest, place: 'Grandvia' }, wanted]],
  ['an arrest that nobody places', [{ type: 'arrest', patient: 'Rupert H.', agent: 'police' }, wanted]],
  ['a record that does not name the court', [arrest]],
  ['an arrest that only was demanded', [{ ...arrest, modality: 'demanded' }, wanted]],
  ['an arrest that is denied', [{ ...arrest, polarity: 'negative' }, wanted]],
] as readonly [string, readonly TimelineLine[]][])('%s proposes nothing', (_, lines) => {
  expect(because(packWhen({}), ...lines)).toBeNull()
})

it('an arrest before the law was in force proposes nothing', () => {
  expect(because(packWhen({ from: '2026-01-01' }), arrest, wanted)).toBeNull()
})

it('words that speak against a pack keep it away', () => {
  expect(
    because(packWhen({ without: ['continental warrant'] }), arrest, wanted, { ...wanted, agent: 'Continental warrant office' }),
  ).toBeNull()
})

it('somebody else’s arrest, mentioned beside, proposes nothing', () => {
  const aside: TimelineLine = { ...arrest, patient: 'Black Michael', time: '2015' }
  const elsewhere: TimelineLine = { ...arrest, place: 'Grandvia' }
  expect(because(packWhen({}), aside, elsewhere, wanted, { type: 'release', patient: 'Rupert H.' })).toBeNull()
})
