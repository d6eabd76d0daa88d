/**
 * How long reconciling takes on affairs made up here, whose truth is known: `npm run bench:reconcile`, or with numbers of statements.
 * Each affair is about one person, spelt in several ways, and is told by several outlets, one of them carrying an agency's copy: an arrest, a ruling, a release, a journey, some a day off.
 * Prints the time of a whole rebuild, of one more report when the rest is remembered, and how well the events agree with the truth.
 */
import type { ReportId, StatementId } from '../src/model/ids.js'
import { sha256Hex } from '../src/model/ids.js'
import type { ReadReport, Statement, StatementType } from '../src/model/report.js'
import { loadKnowledge } from '../src/packs.js'
import { ReconciledCase } from '../src/reconciling/reconciled-case.js'

const sizes = process.argv.slice(2).map(Number)
const types: readonly StatementType[] = ['arrest', 'ruling', 'release', 'travel', 'hearing']
const [towns, outletsOfAnAffair, outlets] = [['Turin', 'Berlin', 'Paris', 'Madrid', 'Warsaw'], 4, 60] as const
/** One account in so many is a day off, as in the case this is first measured on. */
const oneDayOff = 12
const [starts, middles, ends] = [
  ['Ka', 'Bro', 'Ve', 'Du', 'Shi', 'Ol', 'Tar', 'Mi', 'Jo', 'Hu', 'Ze', 'Pi', 'Ga', 'Ny', 'Lu', 'Fe'],
  ['ra', 'lo', 'ven', 'mi', 'sho', 'den', 'tu', 'gar', 'ni', 'bel', 'ko', 'zu', 'ma', 'pre', 'wi', 'sta'],
  ['vic', 'nen', 'dov', 'sson', 'rell', 'mann', 'escu', 'ides', 'oglu', 'wicz', 'anda', 'etti', 'oux', 'ley', 'bayo', 'shi'],
] as const

function personOf(affair: number): readonly [first: string, family: string] {
  const digit = (place: number) => Math.floor(affair / 16 ** place) % 16
  const name = (a: number, b: number, c: number) => `${starts[a % 16]}${middles[b % 16]}${ends[c % 16]}`
  return [
    name(digit(0) + 5, digit(2), digit(1) + digit(3)),
    name(digit(1), digit(0), digit(2)) + (middles[digit(3)] ?? '') + (middles[digit(4)] ?? ''),
  ]
}

/** The reports of one affair, and what each statement truly tells. */
function affairOf(affair: number, truth: Map<StatementId, string>): readonly ReadReport[] {
  const [first, family] = personOf(affair)
  const day = (offset: number) =>
    new Date(Date.UTC(2005 + (affair % 20), affair % 12, 1 + (affair % 20) + offset)).toISOString().slice(0, 10)
  return Array.from({ length: outletsOfAnAffair }, (_, told): ReadReport => {
    const name = told % 2 === 0 ? `${first} ${family}` : `${first.replace('sh', 'ch')} ${family}`
    const outlet = `Outlet ${(affair * 7 + told * 13) % outlets}`
    const id: ReportId = `sha256:${sha256Hex(`${affair} ${told}`)}`
    const lines = types.map((type) => `${name} ${type} as ${outlet} has it`)
    const text = lines.join('.\n')
    const statements = types.map((type, index): Statement => {
      const exact = lines[index] ?? ''
      const start = text.indexOf(exact)
      const off = (affair + told + index) % oneDayOff === 0 && (type === 'arrest' || type === 'release') ? 1 : 0
      const edtf = day(3 * index + off)
      const statement: StatementId = `st:${sha256Hex(`${id} ${type}`).slice(0, 16)}`
      truth.set(statement, `${affair} ${type}`)
      const common = {
        id: statement,
        type,
        patient: [name],
        recipient: [],
        place: [towns[affair % towns.length] ?? ''],
        time: { edtf, text: edtf },
      }
      const quote = { start, end: start + exact.length, exact }
      return {
        ...common,
        quote,
        agent: ['police'],
        sources: told === 1 ? ['ANSA'] : [],
        polarity: 'positive',
        certainty: 'certain',
        modality: 'actual',
        detail: {},
        why: [],
      }
    })
    const mentions = lines.map((line) => ({
      start: text.indexOf(line),
      end: text.indexOf(line) + name.length,
      kind: 'person' as const,
      name,
    }))
    const head = {
      id,
      url: null,
      outlet,
      title: null,
      author: null,
      published: day(20),
      captured: null,
      language: 'en',
      mediaType: 'text/plain',
    }
    return {
      report: head,
      text,
      blocks: [{ start: 0, end: text.length, kind: 'paragraph', why: 'made up' }],
      notes: [],
      mentions,
      times: [],
      voices: [],
      statements,
    }
  })
}

/** How many pairs of statements that share an event tell one happening, and how many that tell one happening share an event. */
function agreement(events: readonly { readonly statements: readonly StatementId[] }[], truth: ReadonlyMap<StatementId, string>) {
  const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  const count = (keys: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts.values()
  }
  const said = pairs(events.map(({ statements }) => statements.length))
  const right = events.reduce((sum, { statements }) => sum + pairs(count(statements.map((id) => truth.get(id) ?? ''))), 0)
  return { precision: right / said, recall: right / pairs(count([...truth.values()])) }
}

/** Milliseconds of the processor, so that what else runs on the machine makes little difference. */
function timed<T>(run: () => T): readonly [T, milliseconds: number] {
  const start = process.cpuUsage()
  const value = run()
  const { user, system } = process.cpuUsage(start)
  return [value, (user + system) / 1000]
}

const knowledge = loadKnowledge()
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const truth = new Map<StatementId, string>()
  const affairs = Math.round(size / (outletsOfAnAffair * types.length))
  const reports = Array.from({ length: affairs }, (_, affair) => affairOf(affair, truth)).flat()
  const [last, ...others] = reports
  if (last === undefined) continue
  const byId = new Map(reports.map((report) => [report.report.id, report]))
  const kept = new ReconciledCase(knowledge, (id) => byId.get(id))
  const [, whole] = timed(() => {
    for (const report of others) kept.put(report)
    kept.settle()
  })
  const [, more] = timed(() => {
    kept.put(last)
    kept.settle()
  })
  const after = kept.record()
  const { precision, recall } = agreement(after.events, truth)
  const disputed = after.events.filter(({ time }) => time.status === 'disputed').length
  console.log(
    `${truth.size} statements, ${reports.length} reports: rebuilt in ${Math.round(whole)} ms (${((1000 * whole) / truth.size).toFixed(1)} µs a statement); one more report ${Math.round(more)} ms;`,
    `${after.events.length} events, pairs P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)}, ${disputed} with rival days; ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  )
}
