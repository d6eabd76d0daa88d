/** Affairs made up from their number, whose truth is known: what reconciling is measured on. The same number always gives the same affair, so a report can be made again when its text is asked for. */
import { type ReportId, type StatementId, sha256Hex } from '../src/model/ids.js'
import type { Block, Mention, ReadReport, Statement, StatementType } from '../src/model/report.js'

/** What a report truly tells: for each statement the happening, and the person it befell. */
export interface MadeReport {
  readonly read: ReadReport
  readonly truth: readonly { readonly statement: StatementId; readonly happening: string; readonly person: string }[]
}

/** An affair's size says how many outlets tell of it: most have a few, some have many, and none more than the largest. It is the same in small cases and large ones. */
const [fewestOutlets, mostOutlets, tailOf] = [2, 40, 1.3] as const
/** One account in so many is a day off, gives no day, gives only the month, or names nobody. */
const [oneDayOff, withoutDay, onlyMonth, withoutName] = [12, 7, 20, 25] as const
/** One affair in so many is told with two places that cannot both be true. */
const withDispute = 8
/** One report in so many prints an agency's text; one in so many uses a family name alone. */
const [copied, familyOnly] = [5, 30] as const
const outletCount = 3_000

/** What befalls the person, days apart. */
const course: readonly (readonly [type: StatementType, day: number])[] = [
  ['warrant', 0],
  ['arrest', 9],
  ['hearing', 12],
  ['ruling', 16],
  ['release', 20],
  ['travel', 21],
  ['arrest', 300],
  ['trial', 340],
  ['sentence', 380],
]

const starts =
  'Ka Bro Ve Du Shi Ol Tar Mi Jo Hu Ze Pi Ga Ny Lu Fe Ar Bel Cor Dra El Fi Gri Hal Is Ke Lor Mar No Or Pra Ri Sa Te Ul Vi Wa Yo Zo Am'.split(
    ' ',
  )
const middles = 'ra lo ven mi sho den tu gar ni bel ko zu ma pre wi sta fe ri da lu sin tor va he po ka gu ne ros ti'.split(' ')
const ends =
  'vic nen dov sson rell mann escu ides oglu wicz anda etti oux ley bayo shi ran der tova lin kamp berg ota kis mez dahl fort quist vadze nyan'.split(
    ' ',
  )
const countries: readonly (readonly [country: string, people: string, town: string])[] = [
  ['Italy', 'Italian', 'Turin'],
  ['Germany', 'German', 'Berlin'],
  ['France', 'French', 'Paris'],
  ['Spain', 'Spanish', 'Madrid'],
  ['Poland', 'Polish', 'Warsaw'],
  ['Kenya', 'Kenyan', 'Nairobi'],
  ['South Africa', 'South African', 'Pretoria'],
  ['Serbia', 'Serbian', 'Belgrade'],
  ['Senegal', 'Senegalese', 'Dakar'],
  ['Belgium', 'Belgian', 'Brussels'],
]
/** Those who have a word on every affair: a few on most of them. */
const watchers = [
  'United Nations',
  'Human Rights Watch',
  'Amnesty International',
  'European Union',
  'Council of Europe',
  'African Union',
  'International Federation for Human Rights',
  'World Organisation Against Torture',
]
const agencies = ['Reuters', 'ANSA', 'AFP', 'Associated Press', 'EFE', 'dpa'] as const

/** Numbers between 0 and 1 that only look random (mulberry32). */
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Person {
  readonly key: string
  readonly first: string
  readonly middle: string
  readonly family: string
}

function personOf(key: string, throwDice: () => number): Person {
  const pick = (from: readonly string[]) => from[Math.floor(throwDice() * from.length)] ?? ''
  // Some given names are borne by many: the square of a throw falls on the first ones more often.
  const given = (from: readonly string[]) => from[Math.floor(throwDice() ** 2 * from.length)] ?? ''
  return {
    key,
    first: given(starts) + given(ends),
    middle: pick(starts) + pick(middles),
    family: pick(starts) + pick(middles) + pick(middles) + pick(ends),
  }
}

/** How an outlet spells a person: in full, with the middle name, in another transliteration, turned round. */
function spelled({ first, middle, family }: Person, how: number): string {
  const other = family.replace('sh', 'sch').replace('v', 'w').replace('k', 'c')
  return [`${first} ${family}`, `${first} ${middle} ${family}`, `${first} ${other}`, `${first} ${family}`][how % 4] ?? family
}

/** How many reports an affair has. */
export function outletsOf(affair: number): number {
  const throwDice = dice(affair * 2_654_435_761)
  return Math.min(mostOutlets, Math.floor(fewestOutlets / (1 - throwDice()) ** (1 / tailOf)))
}

/** Whether an affair is told with two places that cannot both be true. */
export function isDisputed(affair: number): boolean {
  return affair % withDispute === 3
}

/** One report of an affair, the same whenever it is asked for. */
export function madeReport(affair: number, told: number): MadeReport {
  const common = dice(affair * 7_919 + 17)
  const suspect = personOf(`${affair} suspect`, common)
  const minister = personOf(`${affair} minister`, common)
  const [country, people, town] = countries[Math.floor(common() * countries.length)] ?? countries[0] ?? ['', '', '']
  const elsewhere = countries[(countries.findIndex(([name]) => name === country) + 3) % countries.length]?.[2] ?? ''
  const watcher = watchers[Math.floor(common() ** 2 * watchers.length)] ?? ''
  const begins = Date.UTC(2004, 0, 1) + Math.floor(common() * 7_300) * dayLength
  const agency = agencies[Math.floor(common() * agencies.length)] ?? 'ANSA'

  const isCopy = told > 0 && told % copied === 2
  // What stands in a copy is the agency's: the throws are those of the agency's own report.
  const own = dice(affair * 104_729 + (isCopy ? 0 : told) * 31 + 5)
  const name = own() < 1 / familyOnly ? suspect.family : spelled(suspect, Math.floor(own() * 4))
  const outlet =
    told === 0
      ? agency
      : `${starts[told % starts.length]}${middles[(affair + told) % middles.length]} ${['Post', 'Times', 'Herald', 'Radio'][told % 4]} ${(affair * 7 + told * 13) % outletCount}`
  const id: ReportId = `sha256:${sha256Hex(`${affair} ${told}`)}`
  const lines: {
    readonly words: string
    readonly names: readonly (readonly [Mention['kind'], string])[]
    readonly says: Says
    readonly truth: string
  }[] = []
  const say = (words: string, names: readonly (readonly [Mention['kind'], string])[], says: Says, truth: string) =>
    lines.push({ words, names, says, truth })

  for (const [step, [type, after]] of course.entries()) {
    if (own() > 0.75) continue
    const off = own() < 1 / oneDayOff ? 1 : 0
    const when = dayText(begins + (after + off) * dayLength)
    const stated = own()
    const time = stated < 1 / withoutDay ? null : stated < 1 / withoutDay + 1 / onlyMonth ? when.slice(0, 7) : when
    const isNamed = own() > 1 / withoutName
    const place = isDisputed(affair) && type === 'hearing' && told % 2 === 1 ? elsewhere : town
    say(
      `${isNamed ? name : 'He'}: ${type} in ${place}, ${time ?? 'as was told'}`,
      [...(isNamed ? [['person', name] as const] : []), ['organization', `${people} police`], ['place', place]],
      {
        type,
        agent: type === 'arrest' || type === 'release' ? [`${people} police`] : [],
        patient: isNamed ? [name] : [],
        place: [place],
        time,
        sources: own() < 0.2 ? [agency] : [],
      },
      `${affair} ${step}`,
    )
  }
  const reacts = dayText(begins + 22 * dayLength)
  if (own() < 0.5)
    say(
      `${watcher} condemned what was done to ${name}`,
      [
        ['organization', watcher],
        ['person', name],
      ],
      { type: 'condemnation', agent: [watcher], patient: [name], place: [], time: own() < 0.5 ? reacts : null, sources: [] },
      `${affair} condemned`,
    )
  if (own() < 0.3)
    say(
      `${watcher} called on ${country} to answer`,
      [
        ['organization', watcher],
        ['place', country],
      ],
      { type: 'demand', agent: [watcher], patient: [], recipient: [country], place: [], time: reacts, sources: [], modality: 'demanded' },
      `${affair} demanded`,
    )
  if (own() < 0.3) {
    const office = spelled(minister, Math.floor(own() * 2))
    say(
      `${office} is minister of ${country}`,
      [
        ['person', office],
        ['place', country],
      ],
      { type: 'role', agent: [office], patient: [country], place: [], time: null, sources: [] },
      `${affair} role`,
    )
  }
  const text = lines.map(({ words }) => `${words}.`).join('\n') + (isCopy ? `\nWith ${agency}` : '')
  const mentions: Mention[] = []
  const statements: Statement[] = []
  let from = 0
  for (const { words, names, says } of lines) {
    for (const [kind, called] of names) {
      const start = text.indexOf(called, from)
      mentions.push({ start, end: start + called.length, kind, name: called })
    }
    statements.push(
      statementOf(`st:${sha256Hex(`${id} ${statements.length}`).slice(0, 16)}`, says, {
        start: from,
        end: from + words.length,
        exact: words,
      }),
    )
    from += words.length + 2
  }
  const storyEnd = isCopy ? text.lastIndexOf('\n') : text.length
  const blocks: Block[] = [{ start: 0, end: storyEnd, kind: 'paragraph', why: 'made up' }]
  if (isCopy) blocks.push({ start: storyEnd, end: text.length, kind: 'credit', why: 'made up' })
  const read: ReadReport = {
    report: {
      id,
      url: null,
      outlet,
      title: null,
      author: null,
      published: dayText(begins + (390 + (told % 3)) * dayLength),
      captured: null,
      language: 'en',
      mediaType: 'text/plain',
    },
    text,
    blocks,
    notes: [],
    fingerprint: fingerprintOf(affair, told, isCopy),
    mentions,
    times: [],
    voices: [],
    statements,
  }
  return {
    // As an index gives readings back: every text and list its own.
    read: JSON.parse(JSON.stringify(read)) as ReadReport,
    truth: lines.map(({ truth }, index) => ({ statement: statements[index]?.id ?? 'st:', happening: truth, person: suspect.key })),
  }
}

const dayLength = 86_400_000
const dayText = (at: number) => new Date(at).toISOString().slice(0, 10)

type Says = Pick<Statement, 'type' | 'agent' | 'patient' | 'place' | 'sources'> & {
  readonly time: string | null
  readonly recipient?: readonly string[]
  readonly modality?: Statement['modality']
}

function statementOf(
  id: StatementId,
  { type, agent, patient, recipient = none, place, sources, time, modality = 'actual' }: Says,
  quote: Statement['quote'],
): Statement {
  const when = time === null ? null : { edtf: time, text: time }
  return {
    id,
    type,
    quote,
    agent,
    patient,
    recipient,
    place,
    time: when,
    sources,
    polarity: 'positive',
    certainty: 'certain',
    modality,
    detail: {},
    why: none,
  }
}
const none: readonly never[] = []

/** 64 numbers as intake's: a copy has seven of eight from its original. */
function fingerprintOf(affair: number, told: number, isCopy: boolean): readonly number[] {
  const [original, own] = [dice(affair * 13 + 1), dice(affair * 1_299_709 + told * 101 + 7)]
  return Array.from({ length: 64 }, () => {
    const [theirs, ours] = [original(), own()]
    return Math.floor((isCopy || told === 0) && (told === 0 || own() < 7 / 8) ? theirs * 2 ** 32 : ours * 2 ** 32)
  })
}
