/**
 * `npm run bench:read`: how fast a report is read, beside wink-nlp's bare `readDoc` on the same texts in the same run, by CPU time.
 * `--all` also measures two threads (by the clock: they want two processors of their own), reports of half a MB, of one and of two, and the memory that ten thousand reports need.
 * It runs what the build made: what a loader for TypeScript adds to every function would be measured with it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LanguagePack } from '../src/model/packs.js'
import type { Report } from '../src/model/report.js'

const program = new URL('../dist/', import.meta.url)
const fromBuild = (path: string): Promise<unknown> => import(new URL(path, program).href)
const { readReport } = (await fromBuild('reading/read-report.js')) as typeof import('../src/reading/read-report.js')
const { readSentences } = (await fromBuild('reading/sentences.js')) as typeof import('../src/reading/sentences.js')
const { takeIn } = (await fromBuild('intake/take-in.js')) as typeof import('../src/intake/take-in.js')
const { ReadingThreads } = (await fromBuild('doors/worker/reading-threads.js')) as typeof import('../src/doors/worker/reading-threads.js')
const { loadKnowledge, loadLanguage } = (await fromBuild('packs.js')) as typeof import('../src/packs.js')

const shared = resolve(process.env.ATTEST_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url)))
const examples = fileURLToPath(new URL('../examples', import.meta.url))
/** Every how many texts of the large set is read: enough kinds of outlet, and a round stays under ten seconds. */
const voicesStep = 8
/** A median of as many rounds is not moved by one that something else disturbed. */
const rounds = 7
/** What is asked: the share of wink-nlp's rate on one thread, how many times that two threads give, and the bounds for many reports and for a long one. */
const asked = { ratio: 0.19, threads: 1.6, longSeconds: 3, growth: 1.5, reports: 10_000, peakMb: 400 }
/** The lengths, in characters, at which a long report is read: what grows faster than the text shows between the first and the last. */
const lengths = [500_000, 1_000_000, 2_000_000]

const english = englishOrStop()
const knowledge = loadKnowledge()

function englishOrStop(): LanguagePack {
  const pack = loadLanguage('en')
  if (pack === null) throw new Error('the English pack is missing')
  return pack
}

function textsBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(folder, name))
}

/** The texts read: the examples, and where the shared sets are, the gold sets' and some of the voices'. */
function textFiles(): readonly string[] {
  const voices = textsBelow(join(shared, 'bench', 'voices', 'texts')).filter((_, index) => index % voicesStep === 0)
  return [...textsBelow(examples), ...textsBelow(join(shared, 'gold')), ...voices]
}

function reportOf(text: string): Promise<Report> {
  return takeIn(new TextEncoder().encode(text), 'report.txt', { published: '2025-02-01', language: 'en' }, english.furniture)
}

function tokensOf(report: Report): number {
  return readSentences(report.text, report.blocks, english.syntax).reduce((sum, { tokens }) => sum + tokens.length, 0)
}

/** CPU seconds of this process that `work` takes. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

async function winkReader(): Promise<(text: string) => unknown> {
  const { default: wink } = await import('wink-nlp')
  const { default: model } = await import('wink-eng-lite-web-model')
  const nlp = wink(model)
  return (text) => nlp.readDoc(text)
}

function verdict(kept: boolean): string {
  return kept ? 'kept' : 'NOT KEPT'
}

/** Seconds by the clock that `work` takes. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** How many times the rate of one thread two threads reach, both warm. */
async function gainOfThreads(texts: readonly string[]): Promise<number> {
  const given = texts.map((text) => ({ name: 'report.txt', bytes: new TextEncoder().encode(text), sidecar: { language: 'en' } }))
  const [one, two] = [new ReadingThreads(0), new ReadingThreads(2, 0)]
  const all = (threads: typeof one) => seconds(() => Promise.all(given.map((report) => threads.line(report, false))))
  try {
    // This thread has read everything many times before; each of the two is given as many reports to learn from.
    for (let round = 0; round < rounds; round++) await all(two)
    await all(one)
    const gains: number[] = []
    for (let round = 0; round < rounds; round++) gains.push((await all(one)) / (await all(two)))
    return median(gains)
  } finally {
    await two.close()
  }
}

/** The most memory, in MB, that `attest read` needs for a folder of so many reports. */
function peakMb(texts: readonly string[], count: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'attest-bench-'))
  try {
    for (let index = 0; index < count; index++)
      writeFileSync(join(folder, `${index}.txt`), `Report ${index}.\n\n${texts[index % texts.length]}`)
    const tellPeak = "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))"
    const attest = fileURLToPath(new URL('doors/cli/attest.js', program))
    const args = ['--import', `data:text/javascript,${encodeURIComponent(tellPeak)}`, attest, 'read', folder, '--json']
    const run = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
    return Number(/peak (\d+)/.exec(run.stderr)?.[1]) / 1024
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const texts = textFiles().map((file) => readFileSync(file, 'utf8'))
const reports: Report[] = []
for (const text of texts) reports.push(await reportOf(text))
const tokens = reports.reduce((sum, report) => sum + tokensOf(report), 0)
const readAll = () => {
  for (const report of reports) readReport(report, english, knowledge)
}
const readDoc = await winkReader()
const readAllWithWink = () => {
  // Wink is given what we read: the text of the blocks, not the page's furniture.
  for (const report of reports) readDoc(report.text)
}

readAll()
readAllWithWink()
const ours: number[] = []
const winks: number[] = []
for (let round = 0; round < rounds; round++) {
  ours.push(cpuSeconds(() => readAll()))
  winks.push(cpuSeconds(readAllWithWink))
}
const ratio = median(winks.map((wink, round) => wink / (ours[round] ?? Number.NaN)))
const perSecond = (seconds: number) => `${Math.round(tokens / seconds / 1000)}k tokens/s`
console.log(`${reports.length} reports, ${tokens} tokens, medians of ${rounds} rounds by CPU time`)
console.log(`attest, whole of reading   ${perSecond(median(ours))}`)
console.log(`wink-nlp, bare readDoc     ${perSecond(median(winks))}`)
console.log(`ratio                      ${ratio.toFixed(3)} (asked: ${asked.ratio}) ${verdict(ratio >= asked.ratio)}`)

if (process.argv.includes('--all')) {
  const gain = await gainOfThreads(texts)
  console.log(`two threads                ${gain.toFixed(2)} times one (asked: ${asked.threads}) ${verdict(gain >= asked.threads)}`)
  const story = texts.join('\n\n')
  const took: number[] = []
  for (const length of lengths) {
    const report = await reportOf(story.repeat(Math.ceil(length / story.length)).slice(0, length))
    took.push(cpuSeconds(() => readReport(report, english, knowledge)))
    console.log(`a report of ${(length / 1e6).toFixed(1)} MB         ${took.at(-1)?.toFixed(1)} s`)
  }
  const [longest = Number.NaN, shortest = Number.NaN] = [took.at(-1), took[0]]
  const growth = longest / shortest / ((lengths.at(-1) ?? 1) / (lengths[0] ?? 1))
  console.log(`the longest                (asked: below ${asked.longSeconds} s) ${verdict(longest < asked.longSeconds)}`)
  console.log(`growth beyond its length   ${growth.toFixed(2)} times (asked: below ${asked.growth}) ${verdict(growth < asked.growth)}`)
  const peak = peakMb(texts, asked.reports)
  console.log(`${asked.reports} reports, peak      ${Math.round(peak)} MB (asked: below ${asked.peakMb}) ${verdict(peak < asked.peakMb)}`)
}
