/**
 * `npm run bench:copies`: 100,000 generated reports with 5,000 edited copies among them. Prints recall and precision of what is taken for a copy, and the time per report for the fingerprint and
 * for finding copies, at 10,000 and at 100,000 reports: it must not grow with their number by more than 1.2 times.
 */
import { fingerprintOf } from '../src/intake/fingerprint.js'
import type { ReportId } from '../src/model/ids.js'
import type { ReadReport } from '../src/model/report.js'
import { copiesOf } from '../src/reconciling/copies.js'

let state = 7 // any seed: Numerical Recipes' generator then gives the same texts on every machine
const random = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}

const syllables = 'ba da fo gi ka le mo nu pa ri so ta ve wi zo har tel min por dan lis gor ner'.split(' ')
const vocabulary = Array.from({ length: 8000 }, () =>
  Array.from({ length: 1 + random(3) }, () => syllables[random(syllables.length)]).join(''),
)
/** Words come as in language: few of them often, most of them rarely. */
const word = () => vocabulary[Math.floor(vocabulary.length * (random(1000) / 1000) ** 3)] ?? 'ba'
const words = (count: number) => Array.from({ length: count }, word)
/** What every newsroom writes again and again, and quotes that several outlets carry: no copy of each other's text. */
const stock = Array.from({ length: 50 }, () => words(8 + random(6)))
const quotes = Array.from({ length: 200 }, () => words(25))

function story(): string[] {
  const text: string[] = []
  while (text.length < 150 + random(400)) text.push(...(random(12) === 0 ? (stock[random(stock.length)] ?? []) : words(10 + random(20))))
  if (random(3) === 0) text.splice(random(text.length), 0, ...(quotes[random(quotes.length)] ?? []))
  return text
}

/** A desk's edit of another's text: an end cut off, words changed, a paragraph of its own, an opening rewritten. */
function editedCopy(original: readonly string[]): string[] {
  const cut = original.slice(0, Math.ceil(original.length * (0.6 + random(40) / 100)))
  const changed = cut.map((each) => (random(25) === 0 ? word() : each))
  const at = random(changed.length)
  return [...words(random(25)), ...changed.slice(0, at), ...words(random(40)), ...changed.slice(at)]
}

function reportOf(number: number, text: string): ReadReport {
  const id: ReportId = `sha256:${String(number).padStart(64, '0')}`
  const head = {
    id,
    url: null,
    outlet: null,
    title: null,
    author: null,
    published: null,
    captured: null,
    language: 'en',
    mediaType: 'text/plain',
  }
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph' as const, why: 'generated' }]
  return {
    report: head,
    text: '',
    blocks: [],
    notes: [],
    mentions: [],
    times: [],
    voices: [],
    statements: [],
    fingerprint: fingerprintOf(text, blocks),
  }
}

const cpuMs = (since?: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

function measured(total: number, copies: number) {
  const originals = Array.from({ length: total - copies }, story)
  const of = Array.from({ length: copies }, () => random(originals.length))
  const texts = [...originals.map((text) => text.join(' ')), ...of.map((at) => editedCopy(originals[at] ?? []).join(' '))]
  const fingerprinting = process.cpuUsage()
  const read = texts.map((text, number) => reportOf(number, text))
  const fingerprintMs = cpuMs(fingerprinting)
  const finding = process.cpuUsage()
  const found = copiesOf(read, () => false)
  const findMs = cpuMs(finding)
  const originalOf = (id: ReportId) => of[Number(id.slice(7)) - originals.length] ?? Number(id.slice(7))
  const right = [...found].filter(([copy, original]) => originalOf(copy) === originalOf(original)).length
  return {
    recall: right / copies,
    precision: found.size === 0 ? 0 : right / found.size,
    fingerprintMs: fingerprintMs / total,
    findMs: findMs / total,
  }
}

const print = (total: number, { recall, precision, fingerprintMs, findMs }: ReturnType<typeof measured>) =>
  console.log(
    `${total.toLocaleString('en').padStart(9)} reports: recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}; fingerprint ${fingerprintMs.toFixed(3)} ms, finding copies ${findMs.toFixed(3)} ms per report`,
  )

measured(2000, 100) // so that neither figure pays for compiling
const small = measured(10_000, 500)
print(10_000, small)
const large = measured(100_000, 5000)
print(100_000, large)
const growth = (large.fingerprintMs + large.findMs) / (small.fingerprintMs + small.findMs)
console.log(
  `time per report grows ${growth.toFixed(2)} times (at most 1.2), finding alone ${(large.findMs / small.findMs).toFixed(2)} times`,
)
if (large.recall < 0.98 || large.precision < 0.99 || growth > 1.2) process.exitCode = 1
