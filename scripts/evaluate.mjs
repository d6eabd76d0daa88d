// `npm run evaluate`: scores the reader and the record on the shared development sets, prints the table,
// and fails below the floors kept in evaluation/floors.json. The programme is given only texts and sidecars, copied apart from the answers.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const shared = resolve(process.env.ATTEST_SHARED ?? '../shared')
const gold = join(shared, 'gold')
if (!existsSync(gold)) {
  console.error(`NOT RUN: the shared sets are not at ${shared}; set ATTEST_SHARED to where they are.`)
  process.exit(1)
}
const attest = resolve('dist/doors/cli/attest.js')
const work = mkdtempSync(join(tmpdir(), 'attest-evaluate-'))
const most = { encoding: 'utf8', maxBuffer: 1 << 30 }

try {
  const cases = readdirSync(gold, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  for (const name of cases) copyReports(join(gold, name), join(work, name))
  const figures = { ...readingFigures(cases), ...caseFigures(cases) }
  const floors = JSON.parse(readFileSync('evaluation/floors.json', 'utf8'))
  process.exitCode = tell(figures, floors)
} finally {
  rmSync(work, { recursive: true, force: true })
}

function copyReports(from, to) {
  mkdirSync(to, { recursive: true })
  for (const file of readdirSync(from))
    if (file.endsWith('.txt') || file.endsWith('.meta.json')) copyFileSync(join(from, file), join(to, file))
}

function readingFigures(cases) {
  const files = cases.flatMap((name) =>
    readdirSync(join(work, name))
      .filter((file) => file.endsWith('.txt'))
      .map((file) => join(work, name, file)),
  )
  const input = execFileSync(process.execPath, [attest, 'read', ...files, '--json'], most)
  const score = join(shared, 'tools', 'score.mjs')
  const args = [score, ...cases.map((name) => join(gold, name))]
  console.log(execFileSync(process.execPath, args, { ...most, input }))
  const { page, statements, exact, attributes } = JSON.parse(execFileSync(process.execPath, [...args, '--json'], { ...most, input }))
  return {
    'page text F1': page.f1,
    'page furniture kind': page.furnitureKind,
    'statements F1': statements.f1,
    'exact F1': exact.f1,
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`attribute ${name}`, value])),
  }
}

function caseFigures(cases) {
  const scored = cases.filter((name) => existsSync(join(gold, name, 'case.gold.json')))
  const rows = scored.map((name) => {
    const out = join(work, `${name}.json`)
    execFileSync(process.execPath, [attest, 'build', join(work, name), '--json', out], { ...most, stdio: ['ignore', 'pipe', 'pipe'] })
    const row = JSON.parse(execFileSync(process.execPath, [join(shared, 'tools', 'score-case.mjs'), join(gold, name), out, '--json'], most))
    const { entities, events, copies, disputes } = row
    console.log(
      `${name.padEnd(22)} entities ${percent(entities.f1)}  events ${percent(events.f1)}  copies P ${percent(copies.p)} R ${percent(copies.r)}  disputes ${disputes.found}/${disputes.listed} found, ${disputes.sound}/${disputes.shown} shown are listed`,
    )
    return row
  })
  const mean = (values) => values.reduce((sum, value) => sum + (Number.isFinite(value) ? value : 0), 0) / values.length
  const known = (values) => values.filter((value) => value !== null)
  const listed = rows.reduce((sum, { disputes }) => sum + disputes.listed, 0)
  const shown = rows.reduce((sum, { disputes }) => sum + disputes.shown, 0)
  return {
    'case entities B3 F1': mean(rows.map(({ entities }) => entities.f1)),
    'case events B3 F1': mean(rows.map(({ events }) => events.f1)),
    'case copies recall': mean(known(rows.map(({ copies }) => copies.r))),
    'case copies precision': mean(known(rows.map(({ copies }) => copies.p))),
    'case disputes found': rows.reduce((sum, { disputes }) => sum + disputes.found, 0) / listed,
    'case disputes listed of shown': shown === 0 ? 0 : rows.reduce((sum, { disputes }) => sum + disputes.sound, 0) / shown,
  }
}

function percent(value) {
  return value === null ? '  n/a' : (100 * value).toFixed(1).padStart(5)
}

/** Prints every figure beside its floor; 1 when one is below. */
function tell(figures, floors) {
  let code = 0
  console.log('\nfigure                            now   floor')
  for (const [name, value] of Object.entries(figures)) {
    const floor = floors[name]
    // Figures are compared as they are printed: to a tenth of a per cent.
    const below = floor !== undefined && Math.round(1000 * (value ?? 0)) < Math.round(1000 * floor)
    if (below) code = 1
    console.log(
      `${name.padEnd(32)}${percent(value ?? 0)}   ${floor === undefined ? '  -' : percent(floor)}${below ? '   BELOW THE FLOOR' : ''}`,
    )
  }
  for (const name of Object.keys(floors)) {
    if (figures[name] === undefined) {
      console.log(`${name.padEnd(32)}  not measured, though it has a floor`)
      code = 1
    }
  }
  return code
}
