import { describe, expect, it } from 'vitest'
import { englishFurniture } from '../../test/english-furniture.js'
import { isRead, pageAt, type Report } from '../model/report.js'
import { linesInOrder, type PlacedText } from './pdf-lines.js'
import { takeIn } from './take-in.js'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const take = (content: Uint8Array, name = 'report.pdf') => takeIn(content, name, {}, englishFurniture)
const kept = ({ text, blocks }: Report) => blocks.filter(({ kind }) => isRead(kind)).map(({ start, end }) => text.slice(start, end).trim())
const aside = ({ text, blocks }: Report) =>
  blocks.filter(({ kind }) => !isRead(kind)).map(({ start, end }) => text.slice(start, end).trim())
const covers = ({ text, blocks }: Report) => blocks.map(({ start, end }) => text.slice(start, end)).join('') === text

type Line = readonly [x: number, y: number, size: number, text: string]

/** A PDF of pages, each a list of lines in the order in which the file writes them. */
function pdfOf(pages: readonly (readonly Line[])[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  for (const [i, lines] of pages.entries()) {
    const content = lines
      .map(([x, y, size, text]) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`)
      .join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  }
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`
  return bytesOf(file)
}

const column = (x: number, top: number, lines: readonly string[]): readonly Line[] => lines.map((text, i) => [x, top - 14 * i, 10, text])
const left = [
  'The harbour master of Valdora refused to',
  'release the freighter on Monday, although',
  'a court had ordered him to do so twice,',
  'and the crew went on',
]
const right = [
  'living on board without pay or heating.',
  'The owner has announced that he will',
  'appeal against the fine, his lawyer told',
  'the local radio on Friday.',
]
const story =
  'The harbour master of Valdora refused to release the freighter on Monday, although a court had ordered him to do so twice, and the crew went on living on board without pay or heating. The owner has announced that he will appeal against the fine, his lawyer told the local radio on Friday.'
/** Two columns as a program writes them that goes from line to line. */
const rowByRow = (a: readonly Line[], b: readonly Line[]) => a.flatMap((line, i) => [line, ...b.slice(i, i + 1)])

describe('a PDF of several columns', () => {
  it('is read column by column, whatever the order in the file', async () => {
    const [a, b] = [column(50, 700, left), column(310, 700, right)]
    for (const lines of [rowByRow(a, b), [...b, ...a], [...a, ...b]]) expect(kept(await take(pdfOf([lines])))).toEqual([story])
  })
  it('has its title above both columns and its note below them', async () => {
    const report = await take(
      pdfOf([
        [
          ...rowByRow(column(50, 700, left), column(310, 700, right)),
          [50, 500, 10, 'The Valdora Monitor has asked the ministry for a comment and will add its answer when it comes.'],
          [50, 750, 20, 'Freighter held in Valdora against court order'],
        ],
      ]),
    )
    expect(kept(report)).toEqual([
      'Freighter held in Valdora against court order',
      story,
      'The Valdora Monitor has asked the ministry for a comment and will add its answer when it comes.',
    ])
    expect(report.report.title).toBe('Freighter held in Valdora against court order')
  })
  it('may have three of them', async () => {
    const third = [
      'Dockers have called a strike for the next',
      'week in support of the crew, the first in',
      'this port for a dozen years, they said.',
    ]
    const narrow = (x: number, lines: readonly string[]): readonly Line[] => lines.map((text, i) => [x, 700 - 14 * i, 7, text])
    const all = [narrow(40, left), narrow(215, right), narrow(400, third)]
    const rows = [0, 1, 2, 3].flatMap((i) => all.flatMap((lines) => lines.slice(i, i + 1)))
    expect(kept(await take(pdfOf([rows]))).join(' ')).toBe(`${story} ${third.join(' ')}`)
  })
  it('is read from the right where its script is', () => {
    const words = [
      'رفض مدير الميناء الإفراج عن السفينة',
      'يوم الاثنين رغم أن المحكمة أمرت',
      'بذلك مرتين في هذا الشهر وحده',
      'وبقي الطاقم على متنها',
      'من دون أجر منذ أسابيع طويلة',
      'وأعلن المالك أنه سيستأنف الحكم',
    ]
    const placed = words.map((str, i): PlacedText => ({ str, x: i < 3 ? 320 : 50, y: 700 - 14 * (i % 3), width: 200, fontSize: 10 }))
    expect(linesInOrder([[...placed].reverse()]).lines.map(({ text }) => text)).toEqual(words)
  })
  it('is not a table, which is read line by line', async () => {
    const cells = ['Arrest', '19 January', 'Hearing', '20 January', 'Release', '21 January', 'Return', '22 January']
    const rows = cells.map((text, i): Line => [i % 2 === 0 ? 50 : 310, 700 - 14 * Math.floor(i / 2), 10, text])
    expect((await take(pdfOf([rows]))).text.replace(/\n/g, ' ')).toBe(cells.join(' '))
  })
})

describe('a page of a PDF', () => {
  const head: Line = [72, 760, 9, 'Valdora Monitor - Report 7']
  const foot = (page: number): Line => [300, 30, 9, String(page)]
  const two = pdfOf([
    [
      head,
      [72, 700, 12, 'The harbour master of Valdora refused to re-'],
      [72, 686, 12, 'lease the freighter on Monday, although a court'],
      [72, 672, 12, 'had ordered him to do so.'],
      [72, 640, 12, 'Its owner has announced that he will appeal, but'],
      foot(1),
    ],
    [head, [72, 700, 12, 'gave no date for it, his lawyer told the radio.'], foot(2)],
  ])
  it('has its broken words made whole, and its running head and foot set apart', async () => {
    const report = await take(two)
    expect(kept(report)).toEqual([
      'The harbour master of Valdora refused to release the freighter on Monday, although a court had ordered him to do so.',
      'Its owner has announced that he will appeal, but gave no date for it, his lawyer told the radio.',
    ])
    expect(aside(report)).toHaveLength(4)
    expect(covers(report)).toBe(true)
  })
  it('keeps its number, also within a paragraph that goes on over the page', async () => {
    const { text, pages } = await take(two)
    const on = (words: string) => pageAt(pages, text.indexOf(words))
    expect([on('The harbour'), on('Its owner'), on('gave no date')]).toEqual([1, 1, 2])
  })
  it('is known of no report without pages', async () => {
    expect(pageAt((await takeIn(bytesOf(story), 'story.txt', {}, englishFurniture)).pages, 0)).toBeNull()
  })
  it('printed by a browser has moment, title, address and number at its edges, which are no story', async () => {
    const report = await take(
      pdfOf([
        [
          [24, 780, 8, '1/22/25, 10:14 AM'],
          [230, 780, 8, 'Freighter held | Valdora Mail'],
          [72, 700, 16, 'Freighter held in Valdora against court order'],
          ...column(72, 660, left),
          [24, 14, 8, 'https://mail.example/freighter'],
          [570, 14, 8, '1/1'],
        ],
      ]),
    )
    expect(aside(report)).toEqual(['1/22/25, 10:14 AM Freighter held | Valdora Mail', 'https://mail.example/freighter 1/1'])
    expect(report.report.published).toBeNull()
  })
  it.each(['Page 3 of 12', '– 14 –', 'xiv', 'p. 7', '7/12'])('numbered “%s” has that set apart', async (number) => {
    const report = await take(pdfOf([[...column(72, 700, left), [300, 30, 9, number.replace(/–/g, '-')]]]))
    expect(aside(report)).toHaveLength(1)
  })
  it('ends with a line of its own where that is no number', async () => {
    const report = await take(pdfOf([[...column(72, 700, left), [72, 600, 10, 'Valdora, 7 May']]]))
    expect(aside(report)).toEqual([])
  })
})

describe('a word broken at a line’s end', () => {
  const linesOf = (...lines: readonly string[]) => take(pdfOf([column(72, 700, lines)]))
  it('keeps its hyphen where the document writes it with one', async () => {
    const report = await linesOf(
      'The cross-border trade has stopped since the',
      'freighter was held, and with it all cross-',
      'border traffic, the dockers’ union says.'.replace('’', "'"),
    )
    expect(report.text).toContain('all cross-border traffic')
  })
  it('loses it elsewhere', async () => {
    expect((await linesOf('The harbour master did not want to speak of the in-', 'vestigation that the court has opened.')).text).toContain(
      'the investigation',
    )
  })
  it('keeps it before a name', async () => {
    expect((await linesOf('The freighter belongs to a man named Omar Al-', 'Haddad, who lives abroad, the radio says.')).text).toContain(
      'Omar Al-Haddad',
    )
  })
})

describe('a PDF', () => {
  it('has words once that it prints twice on one place to make them bold', async () => {
    const report = await take(
      pdfOf([
        [
          [72, 700, 10, 'The freighter is held.'],
          [72.3, 700, 10, 'The freighter is held.'],
        ],
      ]),
    )
    expect(report.text).toBe('The freighter is held.')
  })
  it('has headings where a line without a stop is set larger than the text', async () => {
    const report = await take(
      pdfOf([[[72, 750, 20, 'Freighter held'], ...column(72, 700, left), [72, 630, 13, 'What the owner says'], ...column(72, 600, right)]]),
    )
    expect(report.blocks.filter(({ kind }) => kind !== 'paragraph').map(({ kind }) => kind)).toEqual(['headline', 'heading'])
  })
  it('without a text layer is kept, and marked unreadable with the reason', async () => {
    const report = await take(pdfOf([[]]), 'scan.pdf')
    expect(report).toMatchObject({ text: '', blocks: [] })
    expect(report.notes).toMatchObject([{ rule: 'intake/no-text', message: expect.stringContaining('scan.pdf') }])
  })
  it('without a text layer is read from the text a person gives for it', async () => {
    const report = await takeIn(pdfOf([[]]), 'scan.pdf', {}, englishFurniture, bytesOf(`${story}\n\nThe crew is on board.`))
    expect(kept(report)).toEqual([story, 'The crew is on board.'])
    expect(report.report).toMatchObject({ mediaType: 'application/pdf' })
    expect(report.notes).toMatchObject([{ rule: 'intake/transcript' }])
  })
})
