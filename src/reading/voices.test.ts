import { describe, expect, it } from 'vitest'
import type { BlockKind } from '../model/report.js'
import { loadKnowledge, loadLanguage } from '../packs.js'
import { knownNameWords } from './known-names.js'
import { readParties } from './parties.js'
import { readSentences } from './sentences.js'
import { readTimes } from './times.js'
import { voicesAt } from './voices/voices-at.js'
import { readVoices } from './voices.js'

const found = loadLanguage('en')
if (found === null) throw new Error('the English pack is missing')
const english = found
const knowledge = loadKnowledge()
const agencies = new Set(['reuters', 'ansa'])

/** The voices of a page of blocks, in words. */
function read(...blocks: readonly (readonly [BlockKind, string])[]) {
  const text = blocks.map(([, words]) => words).join('\n\n')
  let at = 0
  const spans = blocks.map(([kind, words]) => {
    const start = at
    at += words.length + 2
    return { start, end: start + words.length, kind, why: 'a test' }
  })
  const head = {
    id: 'sha256:0' as const,
    url: null,
    outlet: 'Example Post',
    title: null,
    author: null,
    published: '2023-03-10',
    captured: null,
    language: 'en',
  }
  const report = { report: { ...head, mediaType: 'text/plain' }, text, blocks: spans, notes: [] }
  const sentences = readSentences(text, spans, english.syntax, knownNameWords(english, knowledge))
  const parties = readParties(report, sentences, english.names, knowledge)
  const times = readTimes(report, sentences, english.times)
  const voices = readVoices(report, sentences, parties, english.voices, knowledge, times)
  const words = (span: { readonly start: number; readonly end: number } | null) => (span === null ? null : text.slice(span.start, span.end))
  return {
    text,
    voices,
    told: voices.map(({ source, cue, content, mode, chain, why }) => ({
      source: words(source),
      cue: words(cue),
      content: words(content),
      mode,
      chain,
      why,
    })),
  }
}

/** The chain of those who tell some words of a paragraph. */
const chainAt = (text: string, words: string) => {
  const { voices } = read(['paragraph', text])
  const start = text.indexOf(words)
  return voicesAt(voices, { start, end: start + words.length }, agencies).flatMap(({ chain }) => chain)
}

const rootAt = (words: string, ...blocks: readonly (readonly [BlockKind, string])[]) => {
  const { text, voices } = read(...blocks)
  const start = text.indexOf(words)
  return (
    voicesAt(voices, { start, end: start + words.length }, agencies)
      .flatMap(({ chain }) => chain)
      .at(-1) ?? 'the outlet'
  )
}
const paragraphs = (...words: readonly string[]) => words.map((each) => ['paragraph', each] as const)

const said = (words: string | null) => words?.replace(/^[\s.,]+|[\s.,]+$/g, '') ?? null

describe('the words of speech', () => {
  for (const { text, voices } of english.voices.cases) {
    it(text, () => {
      const { told } = read(['paragraph', text])
      const inWords =
        told.map(({ source, content, chain, why }) => `${why}: [${source}] “${content}” ${chain.join(' < ')}`).join('\n') || 'nothing'
      if (voices.length === 0) expect(told.map(({ why }) => why)).toEqual([])
      for (const { source, content, chain } of voices) {
        const fits = told.some(
          (voice) =>
            said(voice.source) === said(source) &&
            said(voice.content) === said(content) &&
            (chain === undefined || chain.join() === voice.chain.join()),
        )
        expect(fits, `expected [${source}] “${content}” ${chain?.join(' < ') ?? ''}, read:\n${inWords}`).toBe(true)
      }
    })
  }
})

describe('a headline', () => {
  it("with a source after a dash is the source's", () => {
    const { told } = read(['headline', 'Guards left the gate open - source'])
    expect(told).toContainEqual(expect.objectContaining({ content: 'Guards left the gate open', chain: ['source'] }))
  })
  it("with a name before a colon is the name's", () => {
    const { told } = read(['headline', 'ICC: Court was not told of the release'])
    expect(told).toContainEqual(expect.objectContaining({ source: 'ICC', content: 'Court was not told of the release' }))
  })
  it('may be the first line of a plain text', () => {
    const { told } = read(['paragraph', 'Berg: The gate was left open.'], ['paragraph', 'Arles: The van left at noon.'])
    expect(told.filter(({ why }) => why === 'colon').map(({ source }) => source)).toEqual(['Berg'])
  })
  it("with a judgement before a colon is nobody's", () => {
    const { told } = read(['headline', 'A blow to justice: the gate was left open'])
    expect(told.filter(({ why }) => why === 'colon')).toEqual([])
  })
})

describe('a voice', () => {
  it('ends with its sentence', () => {
    const { text, voices } = read(['paragraph', 'The guard said that the gate was open. The van left at noon.'])
    const at = text.indexOf('van left')
    expect(voicesAt(voices, { start: at, end: at + 8 }, agencies)).toEqual([])
  })
  it("ends before another's", () => {
    const { told } = read(['paragraph', 'The guard said that the gate was open; the mayor was in Arles that day.'])
    expect(told.map(({ content }) => said(content))).toContain('that the gate was open')
  })
  it('goes on in the next quotation without a speaker, not past it', () => {
    const { told } = read(['paragraph', '“We waited,” Anna Berg said. “Nobody came.” The gate stayed shut.'])
    expect(told.map(({ content }) => content)).toContain('“We waited,” Anna Berg said. “Nobody came.”')
  })
  it("inside quotation marks is the speaker's own talk", () => {
    const { told } = read(['paragraph', '“I think we know what he wants,” Anna Berg said.'])
    expect(told).toHaveLength(1)
  })
  it('of those who wish or judge is no source of it', () => {
    const { told } = read(['paragraph', 'The envoy demanded the release of the prisoner.'])
    expect(told).toContainEqual(expect.objectContaining({ source: 'The envoy', chain: [] }))
  })
  it('nests: the wider one comes first', () => {
    const { text, voices } = read(['paragraph', 'Reuters reported that a guard said the gate was open.'])
    const at = text.indexOf('gate')
    expect(voicesAt(voices, { start: at, end: at + 4 }, agencies).flatMap(({ chain }) => chain)).toEqual(['Reuters', 'guard'])
  })
})

describe('the chain to the root', () => {
  it('runs from an agency that reported it to the one it was told by', () => {
    const text =
      'The colonel reportedly boarded a ferry soon after the storm, according to ANSA and other southern papers, reported Reuters.'
    expect(chainAt(text, 'boarded')).toEqual(['Reuters', 'ANSA'])
  })
  it('runs from an agency named last to the speaker named first', () => {
    expect(
      chainAt('The gate was left open, a harbour source explained, as nobody had the key, according to Reuters.', 'left open'),
    ).toEqual(['Reuters', 'harbour source'])
  })
  it('has no link for a weekday after the verb', () => {
    expect(chainAt('The gate was left open, Karl Holm, a clerk, said Monday.', 'left open')).toEqual(['Karl Holm'])
  })
})

describe('what is said in the next paragraph', () => {
  it('is of the speaker whose quotation was left open', () => {
    const { told } = read(['paragraph', 'Anna Berg said: “We waited all night.'], ['paragraph', '“Nobody came.” The gate stayed shut.'])
    expect(told).toContainEqual(
      expect.objectContaining({ content: '“We waited all night.\n\n“Nobody came.”', chain: ['Anna Berg'], mode: 'direct' }),
    )
  })
  it("is the next speaker's where the quotation was closed", () => {
    const { told } = read(['paragraph', 'Anna Berg said: “We waited all night.”'], ['paragraph', '“Nobody came.” The gate stayed shut.'])
    expect(told.map(({ content }) => content)).toEqual(['“We waited all night.”'])
  })
  it('is of whom a line of its own names', () => {
    const { told } = read(['paragraph', 'According to the Lantern,'], ['paragraph', 'The gate was left open. The van left at noon.'])
    expect(told).toContainEqual(
      expect.objectContaining({ source: 'the Lantern', content: 'The gate was left open. The van left at noon.', chain: ['Lantern'] }),
    )
  })
  it('is the outlet’s after a line that has its own', () => {
    const { told } = read(['paragraph', 'The van came back, according to the Lantern.'], ['paragraph', 'The gate was left open.'])
    expect(told.map(({ content }) => said(content))).toEqual(['The van came back'])
  })
})

describe('quotation marks', () => {
  it('pair when they are single', () => {
    const { told } = read(['paragraph', '‘Nobody told the guards’ wives,’ Anna Berg said.'])
    expect(told).toContainEqual(expect.objectContaining({ content: '‘Nobody told the guards’ wives,’', chain: ['Anna Berg'] }))
  })
  it('pair when a straight one opens and a curly one closes', () => {
    const { told } = read(['paragraph', '"Nobody told us,” Anna Berg said. "We read it."'])
    expect(told).toContainEqual(expect.objectContaining({ content: '"Nobody told us,” Anna Berg said. "We read it."' }))
  })
  it('are not apostrophes', () => {
    const { told } = read(['paragraph', 'In the ’90s the guards’ room was the mayors’ hall.'])
    expect(told).toEqual([])
  })
})

describe('a block', () => {
  it("that embeds a post is in the poster's voice", () => {
    const { told } = read(['embed', 'Embedded post from @harbour_watch: “They opened the gate at noon.”'])
    expect(told).toContainEqual(
      expect.objectContaining({ source: '@harbour_watch', content: '“They opened the gate at noon.”', chain: ['harbour_watch'] }),
    )
  })
  it('of credit names agencies and says nothing', () => {
    const { told } = read(['credit', 'With ANSA and Reuters'])
    expect(told.map(({ mode, content, chain }) => [mode, content, chain[0]])).toEqual([
      ['credit', null, 'ANSA'],
      ['credit', null, 'Reuters'],
    ])
  })
})

describe('a paragraph', () => {
  it("that opens with an agency's dateline rests on the agency", () => {
    const { told } = read(['paragraph', 'GENEVA, March 9 (Reuters) - The gate was left open.'])
    expect(told).toContainEqual(expect.objectContaining({ source: 'Reuters', mode: 'credit', content: null }))
  })
  it('with a place in brackets rests on nobody', () => {
    const { told } = read(['paragraph', 'The prison (Mitiga) - a former base - was left open.'])
    expect(told.filter(({ mode }) => mode === 'credit')).toEqual([])
  })
})

describe('a turn of a transcript', () => {
  it('runs to the next turn of its block', () => {
    const { told } = read(['paragraph', 'KARL HOLM: The gate was shut. Nobody came. ANNA BERG: That is not so.'])
    expect(told).toContainEqual(expect.objectContaining({ content: 'The gate was shut. Nobody came.', chain: ['Karl Holm'] }))
    expect(told).toContainEqual(expect.objectContaining({ content: 'That is not so', chain: ['Anna Berg'] }))
  })
  it('goes on over its paragraphs to the next turn, not over what happens in the room', () => {
    const talk = paragraphs(
      'THE CHAIR: Who shut the gate?',
      'KARL HOLM (harbour clerk): We did.',
      'Two guards left at noon.',
      '[The chair rises.]',
      'THE CHAIR: Thank you.',
    )
    expect(rootAt('left at noon', ...talk)).toBe('Karl Holm')
    expect(rootAt('chair rises', ...talk)).toBe('the outlet')
  })
  it('that only says “A” is whom the report names before', () => {
    const talk = paragraphs(
      'The lawyer Anna Berg was held in May.',
      'Q: Who held you?',
      'A: Two guards took me to the port.',
      'They burned my files.',
      'Q: And then?',
      'A: They left.',
    )
    expect(rootAt('took me', ...talk)).toBe('Anna Berg')
    expect(rootAt('burned my files', ...talk)).toBe('Anna Berg')
    expect(rootAt('And then', ...talk)).toBe('the outlet')
  })
  it("that asks is the outlet's", () => {
    expect(chainAt('Q: Who shut the gate?', 'shut the gate')).toEqual([])
  })
})

describe('a title in marks', () => {
  it('within the words that name the speaker does not part what he says', () => {
    const text = '“We shut it,” Anna Berg told the programme “Harbour Lights”. “Nobody asked us.”'
    expect(chainAt(text, 'Nobody asked us')).toEqual(['Anna Berg'])
  })
})

describe('somebody who only says that he does not know, will not say or was not told', () => {
  it('is no source of what he does not say', () => {
    expect(chainAt('The port declined to say whether the clerk was held.', 'clerk was held')).toEqual([])
    expect(chainAt('No one has said that the clerk was held.', 'clerk was held')).toEqual([])
  })
  it('is the source of what he goes on to say, or is heard to say', () => {
    expect(chainAt('The mayor went on to say that the clerk was held.', 'clerk was held')).toEqual(['mayor'])
    expect(chainAt('The mayor was overheard to say that the clerk was held.', 'clerk was held')).toEqual(['mayor'])
  })
})

describe('the reader of voices', () => {
  const worst = [
    '“He said, “she said that ',
    'Karl Holm, who runs the port, said, ',
    '“We go,” he said on “Sky”. “And so,” ',
    'criticised by the union for being accused of ',
    'Q: Who? A: He said so. ',
  ]
  it.each(worst)('takes time in proportion to a paragraph of “%s”', (words) => {
    // The least of three rounds: what else runs on the machine only ever adds.
    const steps = (times: number) =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const started = process.cpuUsage().user
          read(['paragraph', words.repeat(times)])
          return process.cpuUsage().user - started
        }),
      )
    steps(50)
    const [short, long] = [steps(300), steps(1200)]
    // Four times the text may take four times as long; twice that leaves room for the machine's noise, squares would take sixteen times.
    expect(long).toBeLessThan(short * 8 + 50_000)
  })
})

describe('what stands in the paragraphs after a line that leads to it', () => {
  it("is the leader's, item by item", () => {
    const list = paragraphs('The inquiry found that:', '- guards shut the gate;', '- the clerk burned two files;', 'The mayor resigned.')
    expect(rootAt('burned two files', ...list)).toBe('inquiry')
    expect(rootAt('resigned', ...list)).toBe('the outlet')
  })
  it("is the paper's of which the line only says “it”", () => {
    const list = paragraphs(
      'The indictment was unsealed in May. It lists the following:',
      '• Guards shut the gate.',
      '• They burned two files.',
    )
    expect(rootAt('burned two files', ...list)).toBe('indictment')
  })
  it('runs to the mark that closes it', () => {
    const statement = paragraphs(
      'The port issued the following statement:',
      '"The gate was shut. ',
      'Two clerks left.',
      'Nobody came."',
      'The sea was calm.',
    )
    expect(rootAt('clerks left', ...statement)).toBe('port')
    expect(rootAt('sea was calm', ...statement)).toBe('the outlet')
  })
})

describe('a quotation that is a paragraph of its own', () => {
  it('is the words of whoever ends the paragraph before it', () => {
    const text = paragraphs('The clerk Karl Holm told the weekly what he had seen.', '“They shut the gate at noon.”', '“Two men left.”')
    expect(rootAt('shut the gate', ...text)).toBe('Karl Holm')
    expect(rootAt('Two men left', ...text)).toBe('Karl Holm')
  })
  it("is nobody's after a paragraph that ends in the outlet's own words", () => {
    const text = paragraphs('The clerk Karl Holm said he was ill. The sea was calm.', '“They shut the gate at noon.”')
    expect(rootAt('shut the gate', ...text)).toBe('the outlet')
  })
})

describe('a text brought in as a whole', () => {
  it("is its writer's to the end", () => {
    const letter = paragraphs(
      'Here is the full text of the letter that Anna Berg sent to the mayor:',
      'My brother was held in May.',
      'Guards beat him.',
    )
    expect(rootAt('beat him', ...letter)).toBe('Anna Berg')
  })
  it('ends where somebody would not answer the outlet', () => {
    const tale = paragraphs(
      'This is what Karl Holm told the weekly.',
      'Guards took Holm to the port. They beat him.',
      'The port did not answer our questions.',
    )
    expect(rootAt('beat him', ...tale)).toBe('Karl Holm')
    expect(rootAt('did not answer', ...tale)).toBe('the outlet')
  })
  it('is not what happened the following day, nor what this is', () => {
    const text = paragraphs('The following day a statement by Anna Berg was read out.', 'Guards shut the gate.')
    expect(rootAt('shut the gate', ...text)).toBe('the outlet')
    expect(rootAt('shut the gate', ...paragraphs('This is the third trial of the clerk.', 'Guards shut the gate.'))).toBe('the outlet')
  })
})

describe('an interview', () => {
  it("gives each turn to the name before its colon, and the outlet's to nobody", () => {
    const text = paragraphs(
      'Example Post: When did it begin?',
      'Karl Holm: Guards shut the gate in May.',
      'Example Post: Who gave the order?',
      'Karl Holm: The mayor ordered it.',
    )
    expect(rootAt('shut the gate', ...text)).toBe('Karl Holm')
    expect(rootAt('gave the order', ...text)).toBe('the outlet')
  })
  it('without names gives the answers to whom its opening names', () => {
    const text = paragraphs(
      'The lawyer Anna Berg was expelled in May.',
      'When were you held?',
      'On Friday. Guards took me to the port.',
      'What did you see?',
      'I saw two men. Guards beat them.',
    )
    expect(rootAt('took me', ...text)).toBe('Anna Berg')
    expect(rootAt('beat them', ...text)).toBe('Anna Berg')
  })
  it('is not made by two headings with a colon', () => {
    expect(rootAt('shut the gate', ...paragraphs('The port: The gate', 'What happened: Guards shut the gate.'))).toBe('the outlet')
  })
})

it('a place or a heading in capitals before a colon takes no turn', () => {
  expect(chainAt('NAIROBI: A court freed two men.', 'freed')).toEqual([])
  expect(chainAt('BACKGROUND: Guards held two men.', 'held')).toEqual([])
})

describe('somebody who has the floor', () => {
  const toldBy = (text: string, words: string) => chainAt(text, words).at(-1) ?? 'the outlet'
  it('goes on telling of those he told of', () => {
    const text = 'Police sources said the banker was seized at a lodge near Arles. He was carrying two passports. He did not resist.'
    expect(toldBy(text, 'two passports')).toBe('Police sources')
    expect(toldBy(text, 'did not resist')).toBe('Police sources')
  })
  it('goes on with what he lived through, whoever acts in it', () => {
    const text =
      'A former clerk told a court he was beaten in the cellar. Guards poured water over him. An officer told him to sign a paper.'
    expect(toldBy(text, 'poured water')).toBe('former clerk')
    expect(toldBy(text, 'sign a paper')).toBe('former clerk')
  })
  it('goes on as a document does', () => {
    const text = 'The report describes a cellar in which boys slept on stone. Those who could not pay were beaten. It says two died.'
    expect(toldBy(text, 'were beaten')).toBe('report')
  })
  it('loses it to what is so now', () => {
    expect(toldBy('Police said a man of 29 had been arrested. He remains in custody.', 'in custody')).toBe('the outlet')
  })
  it('loses it to steps of a case where none were told', () => {
    const text = 'Prosecutors say Karl Holm led a gang that burned a church. He was arrested in a village. He handed out knives.'
    expect(toldBy(text, 'arrested in a village')).toBe('the outlet')
    expect(toldBy(text, 'handed out knives')).toBe('the outlet')
  })
  it('loses it to another time', () => {
    const text = 'Police sources said the banker was seized at a lodge. He opened the lodge in 2019. He has ruled the port since 1999.'
    expect(toldBy(text, 'opened the lodge')).toBe('the outlet')
    expect(toldBy(text, 'ruled the port')).toBe('the outlet')
  })
  it('loses it to whoever the outlet introduces, and to what the outlet saw', () => {
    const start = 'A neighbour said the men came at dusk and broke the door. '
    expect(toldBy(`${start}Anna Berg, a nurse, came home at noon.`, 'home at noon')).toBe('the outlet')
    expect(toldBy(`${start}Our reporter counted two broken doors.`, 'counted')).toBe('the outlet')
  })
  it('has none after a wish, a judgement or a denial', () => {
    const text =
      'The charity welcomed the ruling. The court freed two men. The port denied that it had lost the file. It burned two letters.'
    expect(toldBy(text, 'freed two men')).toBe('the outlet')
    expect(toldBy(text, 'burned two letters')).toBe('the outlet')
  })
})

it('a file named before the name of whoever acts in it is the source, not he', () => {
  expect(chainAt('According to the indictment, Karl Holm ordered the arrests.', 'ordered')).toEqual(['indictment'])
})
