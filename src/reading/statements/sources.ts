import type { Span, StatementType } from '../../model/report.js'
import type { VoiceReading } from '../parts.js'

/** Who the words at a place are from, nearest the outlet first; empty is the outlet's own voice. */
export function sourcesAt(
  voices: readonly VoiceReading[],
  { start, end }: Span,
  _agents: readonly string[],
  _type: StatementType,
): { readonly chain: readonly string[]; readonly why: readonly string[] } {
  const covering = voices
    .filter(({ content }) => content !== null && content.start <= start && content.end >= end)
    .sort((a, b) => width(b) - width(a))
  const chain = covering.flatMap((voice) => voice.chain).filter((name, index, all) => all.indexOf(name) === index)
  return { chain, why: covering.map(({ chain: names, why }) => `source: ${names.join(' < ')} (${why})`) }
}

function width({ content }: VoiceReading): number {
  return content === null ? 0 : content.end - content.start
}
