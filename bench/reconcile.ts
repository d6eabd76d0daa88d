/**
 * How long reconciling takes, and how right it is, on affairs made up here: `npm run bench:reconcile`, or with numbers of statements.
 * Affairs are of one spread of sizes in small cases and large ones; a few parties (states, their police, the United Nations) have to do with all of them. Prints for each size the processor's time of a
 * whole rebuild, that of one more report (the median, the ninetieth of a hundred, and the longest of two hundred), memory, and how well parties, happenings, copies and disputes agree with the truth.
 */
import { PerformanceObserver } from 'node:perf_hooks'
import type { ReportId, StatementId } from '../src/model/ids.js'
import { isDisputed, madeReport, outletsOf } from './affairs.js'

// The build is measured, as it runs: a loader of sources adds work of its own to every closure.
const program = new URL('../dist/', import.meta.url)
const fromBuild = (path: string): Promise<unknown> => import(new URL(path, program).href)
const { loadKnowledge } = (await fromBuild('packs.js')) as typeof import('../src/packs.js')
const { ReconciledCase } = (await fromBuild('reconciling/reconciled-case.js')) as typeof import('../src/reconciling/reconciled-case.js')
type Kept = InstanceType<typeof ReconciledCase>

/** What is asked: one more report at the largest size beside the smallest, a statement of a rebuild likewise, and memory. */
const asked = { oneMore: 1.3, rebuild: 1.2, megabytes: 2_000 } as const
/** Reports taken in one by one after the others, to see what one more costs. */
const oneByOne = 200

interface Measured {
  readonly size: number
  readonly perStatement: number
  readonly oneMore: number
}

const knowledge = loadKnowledge()

/** Milliseconds spent on making readings again that are asked for again: an index gives them in less. */
let fetching = 0
/** Milliseconds in which the memory was swept. */
let sweeping = 0
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) sweeping += duration
}).observe({ entryTypes: ['gc'] })

async function measured(size: number): Promise<Measured> {
  const places = new Map<ReportId, readonly [affair: number, told: number]>()
  const kept = new ReconciledCase(knowledge, (report) => {
    const place = places.get(report)
    if (place === undefined) return undefined
    let read = null
    fetching += timed(() => {
      read = madeReport(...place).read
    })
    return read ?? undefined
  })
  let statements = 0
  const held: (readonly [affair: number, told: number])[] = []
  const affairs: number[] = []
  let building = 0
  for (let affair = 0; statements < size; affair++) {
    affairs.push(affair)
    for (let told = 0; told < outletsOf(affair); told++) {
      const { read } = madeReport(affair, told)
      places.set(read.report.id, [affair, told])
      statements += read.statements.length
      // Reports held back are of affairs all over the case, one of each.
      if (told === 1 && held.length < oneByOne && affair % Math.max(1, Math.floor(size / 33 / oneByOne)) === 0) held.push([affair, told])
      else building += timed(() => kept.put(read))
    }
  }
  fetching = 0
  building += timed(() => void kept.settle()) - fetching
  // What the rebuild left behind is not swept up at the expense of one more report.
  globalThis.gc?.()
  await soon()
  sweeping = 0
  const times = held.map(([affair, told]) => {
    const { read } = madeReport(affair, told)
    fetching = 0
    const time = timed(() => {
      kept.put(read)
      kept.settle()
    })
    return time - fetching
  })
  await soon()
  const swept = sweeping / times.length
  const [median, ninetieth, longest] = [0.5, 0.9, 1].map(
    (share) => [...times].sort((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? 0,
  )
  globalThis.gc?.()
  const megabytes = Math.round(process.memoryUsage().rss / 1e6)
  const live = Math.round(process.memoryUsage().heapUsed / 1e6)
  const perStatement = (1000 * building) / statements
  console.log(
    `${statements} statements, ${places.size} reports, ${affairs.length} affairs: rebuilt in ${Math.round(building)} ms (${perStatement.toFixed(1)} µs a statement);`,
    `one more report ${median?.toFixed(1)} ms in the median, ${ninetieth?.toFixed(1)} ms for nine in ten, ${longest?.toFixed(1)} ms at the longest (of the mean, ${swept.toFixed(1)} ms went by while memory was swept); ${megabytes} MB of ${asked.megabytes} allowed, ${live} of them in use`,
  )
  console.log(`  ${rightness(kept, affairs, places)}`)
  return { size, perStatement, oneMore: median ?? 0 }
}

/** How well what was made agrees with the truth. */
function rightness(kept: Kept, affairs: readonly number[], places: ReadonlyMap<ReportId, readonly [affair: number, told: number]>): string {
  const happeningOf = new Map<StatementId, string>()
  for (const place of places.values())
    for (const { statement, happening } of madeReport(...place).truth) happeningOf.set(statement, happening)
  const disputed = new Set<number>()
  let disputesShown = 0
  const told: (readonly StatementId[])[] = []
  for (const id of kept.eventIds()) {
    const event = kept.event(id)
    if (event === undefined) continue
    told.push(event.statements)
    if (event.place.status !== 'disputed') continue
    disputesShown++
    const affair = Number(happeningOf.get(event.statements[0] ?? 'st:')?.split(' ')[0])
    if (isDisputed(affair) && event.type === 'hearing') disputed.add(affair)
  }
  const persons = new Map<string, string[]>()
  let [copies, copiesFound, copiesShown] = [0, 0, 0]
  for (const [report, [affair, at]] of places) {
    const isCopy = at > 0 && at % 5 === 2
    const original = kept.originalOf(report)
    if (isCopy) copies++
    if (original !== undefined) copiesShown++
    if (isCopy && original !== undefined && places.get(original)?.[0] === affair) copiesFound++
    const { truth } = madeReport(affair, at)
    for (const { agentEntities, patientEntities, id, type } of kept.statements(report)) {
      const person = truth.find(({ statement }) => statement === id)?.person
      const entity = type === 'role' ? undefined : patientEntities[0]
      if (person !== undefined && entity !== undefined && agentEntities[0] !== entity)
        persons.set(entity, [...(persons.get(entity) ?? []), person])
    }
  }
  const events = agreement(told.map((ids) => ids.map((id) => happeningOf.get(id) ?? '')))
  const parties = agreement([...persons.values()])
  const share = (part: number, whole: number) => (whole === 0 ? '-' : (100 * part) / whole).toString().slice(0, 5)
  const expected = affairs.filter(isDisputed).length
  return `pairs of accounts ${events}; of persons ${parties}; copies found ${share(copiesFound, copies)} %, right of shown ${share(copiesFound, copiesShown)} %; affairs with rival places ${disputed.size} of ${expected}, shown ${disputesShown}`
}

/** Of the pairs that share a group, how many share a truth; and of those that share a truth, how many share a group. */
function agreement(groups: readonly (readonly string[])[]): string {
  const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  const counts = (keys: Iterable<string>) => {
    const found = new Map<string, number>()
    for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1)
    return found.values()
  }
  const said = pairs(groups.map(({ length }) => length))
  const right = groups.reduce((sum, keys) => sum + pairs(counts(keys)), 0)
  const all = pairs(counts(groups.flat()))
  return `P ${((100 * right) / said).toFixed(1)} R ${((100 * right) / all).toFixed(1)}`
}

/** Lets what was observed be reported. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 50))

/** Milliseconds of the processor, so that what else runs on the machine makes little difference. */
function timed(run: () => void): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const sizes = process.argv.slice(2).map(Number)
const all: Measured[] = []
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) all.push(await measured(size))
const [first, last] = [all[0], all.at(-1)]
if (first !== undefined && last !== undefined && first !== last)
  console.log(
    `from ${first.size} to ${last.size}: one more report ${(last.oneMore / first.oneMore).toFixed(2)} times as long (asked: at most ${asked.oneMore}), a statement of a rebuild ${(last.perStatement / first.perStatement).toFixed(2)} times (asked: at most ${asked.rebuild})`,
  )
