import type { Knowledge } from '../model/packs.js'
import type { Report, Span } from '../model/report.js'
import type { VoiceWords } from '../model/words/voices.js'
import type { Parties, Sentence, TimeReading, VoiceReading } from './parts.js'
import { timesBySentence } from './times/by-sentence.js'
import type { Attribution } from './voices/attribution.js'
import { readBlameCues } from './voices/blame-cues.js'
import { doubtOf } from './voices/doubts.js'
import type { Spoken } from './voices/floor.js'
import { standingAlone, withFollowingQuotations, withWholeTurns } from './voices/follow-on.js'
import { readFullTexts } from './voices/full-texts.js'
import { readGoingOn } from './voices/going-on.js'
import { readHandedOn } from './voices/handed-on.js'
import { readHearsayCues } from './voices/hearsay-cues.js'
import { readLeadIns } from './voices/lead-ins.js'
import { type Lexicon, lexiconOf } from './voices/lexicon.js'
import { readLineCues, withoutIdleLabels } from './voices/line-cues.js'
import { readNounCues } from './voices/noun-cues.js'
import { readPhraseCues } from './voices/phrase-cues.js'
import { type Quotation, readQuotations } from './voices/quotations.js'
import { withoutTalk } from './voices/quoted.js'
import { carriersOf, chainsOf } from './voices/speakers.js'
import { intervieweeOf, readTurns } from './voices/turns.js'
import { readVerbCues } from './voices/verb-cues.js'
import { readWholeBlocks } from './voices/whole-blocks.js'

/** Every attribution of a report: who speaks, the words that say so, what is said. */
export function readVoices(
  report: Report,
  sentences: readonly Sentence[],
  parties: Parties,
  words: VoiceWords,
  knowledge: Knowledge,
  times: readonly TimeReading[],
): readonly VoiceReading[] {
  const lexicon = lexiconOf(words)
  const carriers = carriersOf(knowledge)
  const quotations = readQuotations(report.text, report.blocks, new Set(sentences.map(({ block }) => block)))
  const byBlock = new Map<number, Quotation[]>()
  for (const quotation of quotations) byBlock.set(quotation.block, [...(byBlock.get(quotation.block) ?? []), quotation])
  const attributions = sentences.flatMap((sentence) => {
    const own = quotationsNear(byBlock.get(sentence.block) ?? [], sentence)
    const spoken = cueReaders.flatMap((readCues) => readCues(sentence, own, lexicon))
    return [...spoken, ...readHandedOn(sentence, spoken, lexicon)]
  })
  const led = [
    ...readLeadIns(sentences, quotations, lexicon),
    ...readTurns(sentences, parties, carriers, lexicon),
    ...readFullTexts(sentences, lexicon),
  ]
  const followed = withFollowingQuotations(
    withWholeTurns(withoutTalk([...withoutIdleLabels(attributions, parties, lexicon), ...led], quotations), sentences),
    quotations,
    report.text,
  )
  const kept = [...followed, ...standingAlone(followed, quotations, sentences)]
  const telling = { parties, lexicon, timesOf: timesBySentence(times), published: report.report.published, carriers }
  const naming = {
    parties,
    carriers,
    ownOutlet: report.report.outlet,
    lexicon,
    sentences,
    interviewee: intervieweeOf(sentences, parties, lexicon),
  }
  const spokenWith = (told: readonly VoiceReading[]) => withChains(kept, chainsOf(kept, naming, contentsOf(told)), lexicon)
  // Who "he" is in "he said" may hang on what a tale before it told, and whether the tale goes on, on who he is: so both are read twice.
  const spoken = spokenWith(readGoingOn(sentences, spokenWith([]), telling))
  return [
    ...spoken.map(({ reading }) => reading),
    ...readGoingOn(sentences, spoken, telling),
    ...readWholeBlocks(report, sentences, quotations, parties, carriers),
  ]
}

function withChains(
  kept: readonly Attribution[],
  chains: ReadonlyMap<Attribution, readonly string[]>,
  lexicon: Lexicon,
): readonly Spoken[] {
  return kept.map((attribution) => {
    const { sentence, source, cue, content, mode, why } = attribution
    const chain = chains.get(attribution) ?? []
    return {
      attribution,
      reading: { source, cue, content, mode, sentence: sentence.index, chain, doubt: doubtOf(attribution, lexicon), why },
    }
  })
}

function contentsOf(voices: readonly VoiceReading[]): readonly Span[] {
  return voices.flatMap(({ content }) => content ?? [])
}

/** Signs beside a sentence in which a quotation that ends before it, or opens behind it, is still its own. */
const besideSentence = 3

/** Those quotations of a block, which follow each other, that reach into a sentence or stand right beside it. */
function quotationsNear(quotations: readonly Quotation[], { start, end }: Sentence): readonly Quotation[] {
  let [low, high] = [0, quotations.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle]?.end ?? 0) < start - besideSentence) low = middle + 1
    else high = middle
  }
  let last = low
  while (last < quotations.length && (quotations[last]?.start ?? 0) <= end + besideSentence) last++
  return quotations.slice(low, last)
}

/** How attributions are found, each on its own. */
const cueReaders = [readLineCues, readVerbCues, readBlameCues, readPhraseCues, readNounCues, readHearsayCues]
