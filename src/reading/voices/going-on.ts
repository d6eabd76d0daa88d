import { partyAt } from '../parties/lookup.js'
import type { Sentence, VoiceReading } from '../parts.js'
import { type Floor, floorTaken, heldOn, type Spoken, type Telling } from './floor.js'
import { takenBack } from './floor-lost.js'
import { tieTo } from './floor-ties.js'
import { coverOf } from './quoted.js'
import { voicesAt } from './voices-at.js'

/**
 * The sentences that somebody goes on telling without being named in them: "Police sources said he was caught at noon. He was carrying two passports."
 *
 * A sentence is the outlet's own unless three things hold: somebody has the floor (`floorTaken`), nothing shows that the outlet takes it back (`takenBack`), and something ties the sentence to what
 * was told (`tieTo`). Once taken back, the floor is gone until somebody is named again: a source too many is as bad as one lost.
 */
export function readGoingOn(sentences: readonly Sentence[], spoken: readonly Spoken[], telling: Telling): readonly VoiceReading[] {
  const cued = new Map<number, Spoken[]>()
  for (const each of spoken) cued.set(each.reading.sentence, [...(cued.get(each.reading.sentence) ?? []), each])
  const isSaid = coverOf(spoken.flatMap(({ reading: { content, chain } }) => (content !== null && chain.length > 0 ? [content] : [])))
  const found: VoiceReading[] = []
  let floor: Floor | null = null
  for (const sentence of sentences) {
    const own = cued.get(sentence.index) ?? []
    const speaking = own.filter(({ reading }) => reading.chain.length > 0)
    if (floor !== null && speaking.length === 0 && isSaid({ start: sentence.start, end: sentence.end - 1 })) continue
    const before: Floor | null = floor
    if (before === null || speaking.some((each) => !isHeard(each, before))) {
      floor = floorOf(speaking, before, telling)
      continue
    }
    const held = isNamedAgain(sentence, sentences, cued, before, telling)
    const tie = takenBack(sentence, before, own, telling) ? null : tieTo(sentence, before, held, telling)
    if (tie === null) floor = null
    else {
      const content = { start: sentence.start, end: sentence.tokens.at(-1)?.end ?? sentence.end }
      found.push({
        source: null,
        cue: null,
        content,
        mode: 'indirect',
        sentence: sentence.index,
        chain: before.chain,
        why: `goes on (${before.kind}): ${tie}`,
      })
      floor = heldOn(before, sentence, content)
    }
  }
  return found
}

/** The floor that the last of a sentence's speakers takes. */
function floorOf(speaking: readonly Spoken[], before: Floor | null, telling: Telling): Floor | null {
  const last = speaking.reduce<Spoken | null>((best, each) => (best === null || endOf(each) > endOf(best) ? each : best), null)
  if (last === null) return null
  const end = endOf(last)
  const around = voicesAt(
    speaking.map(({ reading }) => reading),
    { start: end - 1, end },
    telling.carriers,
  )
  const chain = around.flatMap((voice) => voice.chain).filter((name, index, all) => all.indexOf(name) === index)
  return floorTaken(last.attribution, chain, before, telling)
}

function endOf({ reading: { content } }: Spoken): number {
  return content?.end ?? 0
}

/** Whether words are told to the one whose tale it is: "an officer told him that". */
function isHeard({ attribution: { sentence, hearer } }: Spoken, floor: Floor): boolean {
  return floor.kind === 'lived' && hearer !== null && sentence.tokens[hearer]?.tag === 'PRP'
}

/** Sentences ahead in which a speaker may be named again. */
const farthestNamed = 4

/** Whether the next who is named as speaking, or taken up at the head of a sentence ("it gave no figure"), is the one who has the floor: in the sentence's paragraph, for a tale of one's own or a paper also past it. */
function isNamedAgain(
  { index, block }: Sentence,
  sentences: readonly Sentence[],
  cued: ReadonlyMap<number, readonly Spoken[]>,
  floor: Floor,
  { parties }: Telling,
): boolean {
  for (let at = index + 1; at <= index + farthestNamed; at++) {
    const next = sentences[at]
    if (next === undefined || (next.block !== block && floor.kind === 'said')) return false
    const named = cued.get(at)?.find(({ reading }) => reading.chain.length > 0)
    if (named !== undefined) return named.reading.chain.at(-1) === floor.chain.at(-1)
    const first = next.tokens.find(({ pos }) => pos !== 'DET')
    if (first !== undefined && floor.speaker !== null && floor.kind === 'said' && partyAt(parties, first)?.id === floor.speaker) return true
  }
  return false
}
