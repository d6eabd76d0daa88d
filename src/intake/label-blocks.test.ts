import { describe, expect, it } from 'vitest'
import { englishFurniture } from '../../test/english-furniture.js'
import { isRead } from '../model/report.js'
import { labelBlocks } from './label-blocks.js'

const label = (text: string) => labelBlocks(text, [], englishFurniture)
/** Each block's kind and trimmed words. */
const kinds = (text: string) => label(text).map(({ start, end, kind }) => [kind, text.slice(start, end).trim()] as const)
const kindOf = (text: string, words: string) => kinds(text).find(([, block]) => block.includes(words))?.[0]

const story = `The port authority of Valdora seized a freighter on Monday after its owner failed to answer a summons, officials said.

Its captain was questioned for three hours and then allowed to return to the ship, according to his lawyer.

A second hearing is expected before the end of the month, the court's registrar told reporters.`

describe('blocks cover the text', () => {
  it.each([
    story,
    '  \n\n',
    'one',
    '\uFEFFBy A. Nother\r\n\r\nText.\r\n',
    'a\u2028b',
    `${story}\n\nComments\nJo Dale\n2 days ago\nWell said.`,
  ])('in order and without overlap (%#)', (text) => {
    const blocks = label(text)
    const joined = blocks.map(({ start, end }) => text.slice(start, end)).join('')
    expect(joined).toBe(text.trim() === '' ? '' : text)
    for (const { why } of blocks) expect(why).not.toBe('')
  })
})

describe('readers’ comments are never the story', () => {
  it('under a head with a count', () => {
    const text = `${story}\n\n3 comments\nMara K. 12 May 2019 10:04 My uncle sailed on that ship, and nobody was ever paid.\nportside_77: They always let them go.`
    expect(kindOf(text, 'My uncle')).toBe('comment')
    expect(kindOf(text, 'portside_77')).toBe('comment')
  })
  it('with name and age on lines of their own', () => {
    const text = `${story}\n\nLeave a comment\nTom Abel\nTom Abel\n4 months ago\n\nThe minister should resign at once, he knew about the ship from the first day.\n`
    expect(kindOf(text, 'should resign')).toBe('comment')
    expect(kindOf(text, '4 months ago')).toBe('comment')
  })
  it('without any head, when handles stand before the words', () => {
    const text = `${story}\n\nharbour_rat: seen it all before\nDina P.: My brother works there and says the same.`
    expect(kindOf(text, 'seen it all')).toBe('comment')
    expect(kindOf(text, 'My brother')).toBe('comment')
  })
  it('with bullets before the names, or the names after the words', () => {
    const bullets = `${story}\n\nYour comments\n• Remo (Valdora): They should sink it.\n• Una: And who pays the crew?`
    expect(kindOf(bullets, 'sink it')).toBe('comment')
    const after = `${story}\n\nThe whole port knew about this ship. – Remo Ast, Valdora\nAnd who pays the crew, I ask you? – Una, Port Selm`
    expect(kindOf(after, 'whole port')).toBe('comment')
    expect(kindOf(after, 'who pays')).toBe('comment')
  })
  it('but an agency’s name after the last sentence is none', () => {
    expect(
      kindOf(`${story}\n\nThe owner could not be reached for comment on Monday evening. - MERIDIAN NEWS`, 'could not be reached'),
    ).toBe('paragraph')
  })
  it('ends where a list of other stories begins', () => {
    const text = `${story}\n\n2 comments\nMara K. 12 May 2019 10:04 Shame on them.\nMOST READ\nBridge closed until spring\nNew tram line opens`
    expect(kindOf(text, 'Bridge closed')).toBe('related')
  })
  it('but an interview’s speakers are the story', () => {
    const text = `${story}\n\nReporter: When did you learn of the ship?\n\nMinister: I learned of it from the radio, like everybody else in town.`
    expect(kindOf(text, 'I learned')).not.toBe('comment')
  })
  it('but a live blog’s entries, which begin with their time, are the story', () => {
    const text = `${story}\n\n11.05 The judge enters and asks the captain to stand before the bench.\n\n11.40 The captain says that he never saw the summons in question.`
    expect(kindOf(text, 'never saw')).toBe('paragraph')
  })
  it('but a count of comments beside the byline opens nothing', () => {
    const text = `Freighter seized in Valdora port\nBy Ines Haro | 3 May 2019 | 5 Comments\n\n${story}`
    expect(kindOf(text, 'captain was questioned')).toBe('paragraph')
  })
})

describe('teasers are cut out of the story', () => {
  it('when glued to their lead and to the next sentence', () => {
    const text = `${story}\n\nRead AlsoBakers protest against flour taxCrew members were given rooms in a hostel near the port, the agency said.`
    expect(kinds(text).filter(([, words]) => /Bakers|Crew/.test(words))).toEqual([
      ['related', 'Read AlsoBakers protest against flour tax'],
      ['paragraph', 'Crew members were given rooms in a hostel near the port, the agency said.'],
    ])
  })
  it('as lists under their head', () => {
    const text = `${story}\n\nRelated articles\nTax on flour doubled\nWhy bread is dear this year`
    expect(kindOf(text, 'Why bread')).toBe('related')
  })
  it('but a sentence that begins with such words stays', () => {
    const text = `${story}\n\nMore than forty sailors were left without pay, their union said in a statement.`
    expect(kindOf(text, 'More than forty')).toBe('paragraph')
  })
})

describe('the page around the story', () => {
  it('menus, tags, calls and small print have their kinds', () => {
    const text = `Home | World | Sport | Weather\nFreighter seized in Valdora port after summons\n\n${story}\n\nTags: Valdora, Shipping\nSign up for our newsletter\nWe use cookies to improve your visit.\n© 2019 Valdora Mail. All rights reserved.`
    expect(kindOf(text, 'Weather')).toBe('navigation')
    expect(kindOf(text, 'Tags:')).toBe('navigation')
    expect(kindOf(text, 'newsletter')).toBe('promotion')
    expect(kindOf(text, 'cookies')).toBe('policy')
    expect(kindOf(text, '©')).toBe('boilerplate')
    expect(kindOf(text, 'Freighter seized')).toBe('headline')
  })
  it('but a story about cookies and data protection stays', () => {
    const text = `${story}\n\nThe commission found that the company had stored cookies on the devices of two million visitors without ever asking them, and fined it for breach of the data act.`
    expect(kindOf(text, 'commission found')).toBe('paragraph')
  })
  it('a heading of the story that could head comments stays the story’s', () => {
    const text = `Freighter seized in Valdora port after summons\n\n${story}\n\nReactions\n\nThe union of seamen called the seizure long overdue and asked for the wages to be paid first.`
    expect(kindOf(text, 'long overdue')).toBe('paragraph')
  })
  it('credits, corrections and captions are narrative of their own kind', () => {
    const text = `${story}\n\nPhoto: The freighter at its berth\n\nWith Reuters, AFP\n\nCorrection: An earlier version of this report gave a wrong name for the ship.`
    expect(kindOf(text, 'at its berth')).toBe('caption')
    expect(kindOf(text, 'With Reuters')).toBe('credit')
    expect(kindOf(text, 'An earlier version')).toBe('correction')
  })
  it('a quotation set apart that the story has as well is a pull quote', () => {
    const quote = '“Nobody told us that the ship had been sold”'
    const text = `${story}\n\n${quote}\n\n${quote}, the first mate said on Tuesday, adding that the crew would stay on board.`
    expect(kinds(text).filter(([, words]) => words === quote)).toEqual([['pull-quote', quote]])
  })
  it('a paragraph that opens with a short quotation is no pull quote', () => {
    const text = `${story}\n\n“That’s enough,” the captain said when he was asked about the owner’s other ships.`
    expect(kindOf(text, 'That’s enough')).toBe('paragraph')
  })
})

it('short paragraphs of a line each stay apart, however long their lines', () => {
  const text =
    'The harbour master refused to release the ship on Monday.\nThe owner has announced that he will appeal, his lawyer said.\nThe crew was given rooms in a hostel, an agency reported.\n'
  expect(label(text)).toHaveLength(3)
})

it('lines broken at a margin are one paragraph', () => {
  const text = `VALDORA, May 3 - The port authority seized a freighter on Monday after\nits owner failed to answer a summons, officials said, and its captain\nwas questioned.\n\nA second hearing is expected before the end of the month, said the\nregistrar of the court.\n`
  expect(label(text).filter(({ kind }) => isRead(kind))).toHaveLength(2)
})

describe('a live blog', () => {
  const text = `Freighter row: live from the port of Valdora\n\nBy Ines Haro, 3 May 2019\n\n16:42\nOwner says he will appeal\nThe owner of the freighter has announced that he will appeal against the fine, his lawyer said.\n\n3.15pm\nThe harbour master refused to open the gates this afternoon, although a court had ordered it.`
  it('gives each entry its own time, and its title is no standfirst of the page', () => {
    expect(kindOf(text, '16:42')).toBe('dateline')
    expect(kindOf(text, '3.15pm')).toBe('dateline')
    expect(kindOf(text, 'Owner says')).not.toBe('standfirst')
  })
  it('is not seen in a time within a sentence, or in a score', () => {
    expect(kindOf(`${story}\n\nAt 16:42 the gates were opened, the harbour master said, and the ship left.`, '16:42')).toBe('paragraph')
    expect(kindOf(`${story}\n\n97:42`, '97:42')).not.toBe('dateline')
  })
})

describe('short lines about a story', () => {
  it.each([
    ['With agencies', 'credit'],
    ['Copyright 2019 Valdora Publishing Co. No part of it may be sold without our written permission.', 'boilerplate'],
    ['Contact Ines Haro at 555-0101 or iharo@mail.example.', 'boilerplate'],
    ['Source URL: https://mail.example/ship', 'boilerplate'],
    ['This video is not available in your country.', 'boilerplate'],
  ] as const)('“%s” is told as what it is', (line, kind) => {
    expect(kindOf(`${story}\n\n${line}\n`, line)).toBe(kind)
  })
  it('a speaker’s words in a transcript and a day between paragraphs are no headings', () => {
    const text = `Freighter held in Valdora\n\n${story}\n\nLANE: And where is he now?\n\n${story}\n\nFriday 3 May 2019\n\n${story}`
    expect(kindOf(text, 'LANE: And')).toBe('paragraph')
    expect(kindOf(text, 'Friday 3 May')).toBe('dateline')
  })
  it('a sentence in which somebody writes a mail is the story', () => {
    const text = `${story}\n\nHe had written to the owner at office@line.example four times since the winter, the captain said, and never had an answer to any of it.`
    expect(kindOf(text, 'office@line.example')).toBe('paragraph')
  })
})

describe('a page captured as text', () => {
  const all = (text: string, kind: string) =>
    kinds(text)
      .filter(([is]) => is === kind)
      .map(([, words]) => words)
  it('has readers’ words under heads that name listeners or viewers, and under a title nobody foresaw', () => {
    const said = 'Gunnar, Tromsdal: He knew very well where the zone begins.\nIngrid M.: Glad that he is home, the ministry did nothing.'
    expect(all(`${story}\n\nWhat our listeners say\n${said}`, 'comment')).toHaveLength(3)
    expect(all(`${story}\n\nAll rights reserved.\nThe boat and us\n${said}`, 'comment')).toHaveLength(3)
  })
  it('has no readers’ words in offices to call or in a round of reactions that the story tells', () => {
    expect(all(`${story}\n\nAll rights reserved.\nIn Geneva, Lina Berset (English, French): +41-555-0199`, 'comment')).toEqual([])
    const reactions =
      'Harbour Workers Union: The crew must be paid before the ship leaves.\nSeamen Mission: We are glad that somebody looks after them.'
    expect(all(`${story}\n\n${reactions}`, 'comment')).toEqual([])
  })
  it('tells who the writer is below the story, and a person of the same name within it as the story', () => {
    const text = `Freighter held in Valdora\nBy Ines Haro\n\n${story}\n\nAbout Ines Haro\nInes Haro is a reporter based in Valdora.\nShe likes boats.`
    expect(all(text, 'boilerplate')).toEqual(['About Ines Haro', 'Ines Haro is a reporter based in Valdora.', 'She likes boats.'])
    const within = `Freighter held in Valdora\nBy Ines Haro\n\n${story}\n\nTom Abel is the owner of the ship and lives abroad, his lawyer said.`
    expect(kindOf(within, 'Tom Abel')).toBe('paragraph')
  })
  it('has lists of tags below their head, and the story’s last paragraphs after a box of other stories', () => {
    expect(all(`${story}\n\nTopics\nPorts\nValdora\n`, 'navigation')).toEqual(['Topics', 'Ports', 'Valdora'])
    const box = `${story}\n\nAlso in this series\nThe islands that changed hands\nA map that two states read\n\nThe ministry declined to comment. The owner’s office did not respond to questions.`
    expect(kindOf(box, 'The islands')).toBe('related')
    expect(kindOf(box, 'The ministry declined')).toBe('paragraph')
  })
  it('shows posts within the story with the line that says whose they are', () => {
    const text = `${story}\n\nPost from X\nHarbour Police @harbourpolice · 9 Jun\nAll berths are closed until the morning.\n\n${story}`
    expect(all(text, 'embed')).toHaveLength(3)
  })
  it('has the speaker’s name with a pull quote, a caption that ends in its credit, and a correction behind a bullet or a label', () => {
    const quoted = `${story}\n\n"It stays here until the end," said Rana Doukas on the steps.\n\n"It stays here until the end"\nRana Doukas\n\n${story}`
    expect(all(quoted, 'pull-quote')).toHaveLength(2)
    expect(kindOf(`${story}\n\nThe ship at its berth on Monday. Photograph: Lev Arons/Pool\n\n${story}`, 'at its berth')).toBe('caption')
    for (const mark of ['• ', 'UPDATE (10 June): '])
      expect(kindOf(`${story}\n\n${mark}This story was updated to correct the name of the ship.`, 'This story was')).toBe('correction')
  })
})

describe('readers’ words are told by their shape', () => {
  const said = 'They should jail the owner instead.'
  const too = 'My aunt worked on that ship, never again.'
  const shapes: Readonly<Record<string, readonly [string, string]>> = {
    'a name before them': [`Mika T.: ${said}`, `Rosa Lind: ${too}`],
    'a name over them': [`Mika T.\n${said}`, `Rosa Lind\n${too}`],
    'a name and a town': [`Mika T. (Port Salo) ${said}`, `Rosa Lind (abroad) ${too}`],
    'a name behind them': [`${said} - Mika, Salo`, `${too} - Rosa, 34`],
    'a verb and a day': [`Mika T. wrote on 4 June: ${said}`, `Rosa Lind replied: ${too}`],
    'the hour of a chat': [`[14:02] mika_t: ${said}`, `[14:09] rosa: ${too}`],
    'a number each': [`1. Mika T. ${said}`, `2. Rosa Lind ${too}`],
    'a hidden telephone number': [`0917xxx1234: ${said}`, `0928xxx5678: ${too}`],
    'controls behind them': [`Mika T. ${said} Like · Reply · 3h`, `Rosa Lind ${too} Like · Reply · 1d`],
    'nobody’s name': [`Anonymous ${said}`, `Guest ${too}`],
  }
  const comments = (text: string) =>
    kinds(text).filter(([kind, words]) => kind === 'comment' && (words.includes(said) || words.includes(too))).length
  for (const head of ['Comments', 'From our mailbox', 'What people are saying', 'Facebook', 'Letters', 'Discussion (2)'])
    it.each(Object.keys(shapes))(`below “${head}”: %s`, (shape) => {
      expect(comments(`${story}\n\n${head}\n${shapes[shape]?.join('\n')}\n\n© 2018 Salo Post\n`)).toBe(2)
    })
  it.each(['the hour of a chat', 'a hidden telephone number', 'controls behind them'])('without a head: %s', (shape) => {
    expect(comments(`${story}\n\n${shapes[shape]?.join('\n')}`)).toBe(2)
  })
  it('and not where a heading of the story has such a word, and running text below it', () => {
    for (const head of ['Facebook', 'Letters', 'What people are saying']) {
      const text = `Freighter held in Valdora\n\n${story}\n\n${head}\n\nThe ministry has not answered the three letters that the captain sent it since the winter.\n\n${story}`
      expect(kinds(text).some(([kind]) => kind === 'comment')).toBe(false)
    }
  })
  it('and not where officials are quoted by name in the story', () => {
    const text = `${story}\n\nOdile Marsan (Labour) The government should resign.\n\nAda Brill says: We were never asked about the ship.\n\nThe ministry did not answer.`
    expect(kinds(text).some(([kind]) => kind === 'comment')).toBe(false)
  })
})
