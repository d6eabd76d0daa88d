/**
 * `npm run bench:intake [FOLDER...]`: how long a page takes to become a labelled report, beside Readability with linkedom on the same pages in the same run; then how many PDFs, Word files and
 * mails a second. Both sides begin with the page's bytes and end with its text. Each runs in a process of its own, so that neither pays for the other's garbage and each has its own peak of
 * memory; each goes through all pages once before it is timed, and they take turns. Pages are the .html and .html.gz files of the folders named; else those this program makes, and the public
 * pages of the shared bench where they are present.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { strToU8, zipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { takeIn } from '../src/intake/take-in.js'
import { loadLanguage } from '../src/packs.js'
import { sharedSet } from '../test/shared-sets.js'

const pack = loadLanguage('en')
if (pack === null) throw new Error('the English pack is missing')
const { furniture } = pack

interface Page {
  readonly name: string
  readonly bytes: Uint8Array
}

const sentence =
  'The harbour master of Valdora refused to release the freighter on Monday, although a court had ordered it, and its owner will appeal. '

/** A page as publishers make them: menus, teasers and comments around a story of some paragraphs. */
function madePage(number: number): Page {
  const links = (count: number) =>
    Array.from({ length: count }, (_, i) => `<li class="menu-item"><a href="/${number}/${i}">Section ${i} of the paper</a></li>`).join('')
  const story = Array.from({ length: 10 + (number % 30) }, (_, i) => `<p class="paragraph">${`${sentence}${i} `.repeat(3)}</p>`).join('')
  const teasers = Array.from(
    { length: 40 },
    (_, i) =>
      `<div class="teaser"><h3><a href="/t${i}">Bakers march on the town hall, part ${i}</a></h3><p>Loaves in their hands.</p></div>`,
  ).join('')
  const comments = Array.from(
    { length: number % 20 },
    (_, i) => `<li class="comment"><cite>Reader ${i}</cite><p>I have seen this ship every day and it stinks.</p></li>`,
  ).join('')
  const html = `<!doctype html><html lang="en"><head><title>Freighter ${number} held | Valdora Mail</title><script>${'var x = 1;'.repeat(2000)}</script><style>${'p{margin:0}'.repeat(1000)}</style></head>
    <body><nav><ul>${links(60)}</ul></nav><main><article><h1>Freighter ${number} held</h1>${story}</article><aside>${teasers}</aside><section id="comments"><ol>${comments}</ol></section></main><footer><ul>${links(40)}</ul></footer></body></html>`
  return { name: `${number}.html`, bytes: strToU8(html) }
}

/** The pages of a folder one by one, or two hundred made ones where none is named: no side keeps them in its memory. */
function* pagesOf(folder: string): Generator<Page> {
  if (folder === madeHere) for (let i = 0; i < 200; i++) yield madePage(i)
  else
    for (const name of readdirSync(folder).filter((file) => /\.html(?:\.gz)?$/.test(file))) {
      const bytes = readFileSync(join(folder, name))
      yield { name: name.replace(/\.gz$/, ''), bytes: name.endsWith('.gz') ? gunzipSync(bytes) : bytes }
    }
}
const madeHere = 'made'

/** What each side does with a page, from its bytes to its text. */
const sides = {
  attest: ({ bytes, name }: Page) => takeIn(bytes, name, {}, furniture),
  readability: ({ bytes }: Page) => new Readability(parseHTML(new TextDecoder().decode(bytes)).document as unknown as Document).parse(),
} as const
type Side = keyof typeof sides

const cpuMs = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}
async function timed(work: () => unknown): Promise<number> {
  const began = process.cpuUsage()
  await work()
  return cpuMs(began)
}

const sum = (times: readonly number[]) => times.reduce((all, one) => all + one, 0)
const p95 = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
const told = (times: readonly number[]) => `mean ${(sum(times) / times.length).toFixed(1)} ms, p95 ${p95(times).toFixed(1)} ms`

interface Measured {
  readonly times: readonly number[]
  readonly bytes: number
  /** The highest memory of the process, in MiB, before the first page and after the last. */
  readonly before: number
  readonly highest: number
}

const highestMiB = () => Math.round(process.resourceUsage().maxRSS / 1024)

/** One side's times for the pages of a folder, all gone through once before. */
async function measured(side: Side, folder: string): Promise<Measured> {
  const before = highestMiB()
  for (const page of pagesOf(folder)) await sides[side](page)
  const times: number[] = []
  let bytes = 0
  for (const page of pagesOf(folder)) {
    times.push(await timed(() => sides[side](page)))
    bytes += page.bytes.length
  }
  return { times, bytes, before, highest: highestMiB() }
}

/** The same in a process of its own. */
function measuredApart(side: Side, folder: string): Measured {
  const child = spawnSync(process.execPath, ['--import', 'tsx', import.meta.filename, '--side', side, folder], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (child.status !== 0) throw new Error(`${side} stopped on ${folder}: ${child.stderr}`)
  return JSON.parse(child.stdout) as Measured
}

/** Each side goes twice, in turn: what else the machine does then falls on both. */
const turns = ['attest', 'readability', 'readability', 'attest'] as const

function benchPages(folder: string): void {
  const runs = turns.map((side) => ({ side, ...measuredApart(side, folder) }))
  const of = (side: Side) => runs.filter((run) => run.side === side)
  const times = (side: Side) => of(side).flatMap((run) => run.times)
  const [first] = runs
  if (first === undefined || first.times.length === 0) throw new Error(`${folder} holds no .html files`)
  console.log(`${folder}: ${first.times.length} pages, ${(first.bytes / first.times.length / 1024).toFixed(0)} KiB each`)
  for (const side of ['attest', 'readability'] as const) {
    const [highest, before] = [Math.max(...of(side).map((run) => run.highest)), Math.max(...of(side).map((run) => run.before))]
    console.log(`  ${side.padEnd(12)} ${told(times(side))}; highest memory ${highest} MiB, ${before} MiB of them before the first page`)
  }
  const share = sum(times('attest')) / sum(times('readability'))
  console.log(`  attest takes ${share.toFixed(2)} of Readability's time (asked: at most 0.50)`)
}

function pdfOf(lines: readonly string[]): Uint8Array {
  const content = `BT /F 11 Tf 50 780 Td 14 TL ${lines.map((line) => `(${line}) Tj T*`).join('\n')} ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  return strToU8(`%PDF-1.4\n${objects.map((object, i) => `${i + 1} 0 obj${object}endobj\n`).join('')}trailer<</Root 1 0 R>>`)
}

function docxOf(paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`).join('')
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })
}

async function benchFormats(): Promise<void> {
  const paragraphs = Array.from({ length: 40 }, (_, i) => `${sentence}${i}.`)
  const files: readonly Page[] = [
    { name: 'story.pdf', bytes: pdfOf(paragraphs) },
    { name: 'story.docx', bytes: docxOf(paragraphs) },
    {
      name: 'story.eml',
      bytes: strToU8(
        `From: Jo <jo@x.example>\r\nMIME-Version: 1.0\r\nSubject: Freighter held\r\nContent-Type: text/plain\r\n\r\n${paragraphs.join('\r\n\r\n')}`,
      ),
    },
    { name: 'story.txt', bytes: strToU8(paragraphs.join('\n\n')) },
  ]
  for (const { name, bytes } of files) {
    for (let i = 0; i < 5; i++) await takeIn(bytes, name, {}, furniture)
    const times: number[] = []
    for (let i = 0; i < 50; i++) times.push(await timed(() => takeIn(bytes, name, {}, furniture)))
    console.log(`${name.padEnd(12)} ${told(times)}, ${(1000 / (sum(times) / times.length)).toFixed(0)} a second`)
  }
}

const [option, side, folder] = process.argv.slice(2)
if (option === '--side' && folder !== undefined && (side === 'attest' || side === 'readability'))
  console.log(JSON.stringify(await measured(side, folder)))
else {
  const shared = ['body', 'segments'].flatMap((part) => sharedSet('bench', 'pages', part) ?? [])
  const named = process.argv.slice(2)
  for (const each of named.length > 0 ? named : [madeHere, ...shared]) benchPages(each)
  await benchFormats()
}
