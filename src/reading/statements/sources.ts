import type { Span } from '../../model/report.js'
import type { Sentence, VoiceReading } from '../parts.js'
import { voicesAt } from '../voices/voices-at.js'

/** The voices that reach into each sentence, by the sentence's index: looked up for every claim, so they are laid out once. */
export type VoicesBySentence = ReadonlyMap<number, readonly VoiceReading[]>

export function voicesBySentence(voices: readonly VoiceReading[], sentences: readonly Sentence[]): VoicesBySentence {
  const found = new Map<number, VoiceReading[]>()
  const ordered = voices
    .flatMap((voice) => (voice.content === null ? [] : [{ voice, content: voice.content }]))
    .sort((a, b) => a.content.start - b.content.start)
  let open: typeof ordered = []
  let next = 0
  for (const sentence of sentences) {
    for (let entry = ordered[next]; entry !== undefined && entry.content.start < sentence.end; entry = ordered[++next]) open.push(entry)
    open = open.filter(({ content }) => content.end > sentence.start)
    if (open.length > 0)
      found.set(
        sentence.index,
        open.map(({ voice }) => voice),
      )
  }
  return found
}

/** Who the words at a place are from, nearest the outlet first; empty is the outlet's own voice. `doubt` is the word of a voice that leaves them open. `outlets` are the names of known publishers and agencies. */
export function sourcesAt(
  voices: readonly VoiceReading[],
  place: Span,
  outlets: ReadonlySet<string>,
): { readonly chain: readonly string[]; readonly doubt: string | null; readonly why: readonly string[] } {
  const covering = voicesAt(voices, place, outlets)
  const chain = covering.flatMap((voice) => voice.chain).filter((name, index, all) => all.indexOf(name) === index)
  const doubt = covering.find((voice) => voice.doubt !== undefined)?.doubt ?? null
  return { chain, doubt, why: covering.map(({ chain: names, why }) => `source: ${names.join(' < ') || 'unknown'} (${why})`) }
}
