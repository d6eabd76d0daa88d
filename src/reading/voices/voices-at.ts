import type { Span } from '../../model/report.js'
import type { VoiceReading } from '../parts.js'

/** Those who tell a stretch of text, nearest the outlet first: their chains joined run to the root. `outlets` are the names of known publishers and agencies, in small letters. */
export function voicesAt(voices: readonly VoiceReading[], { start, end }: Span, outlets: ReadonlySet<string>): readonly VoiceReading[] {
  return voices
    .filter(({ content }) => content !== null && content.start <= start && content.end >= end)
    .sort((a, b) => outerFirst(a, b, outlets))
}

/** The voice in whose words the other is brought in stands nearer the outlet. Of two that stand side by side ("the clerk said, according to the agency") the agency does, else the wider. */
function outerFirst(a: VoiceReading, b: VoiceReading, outlets: ReadonlySet<string>): number {
  const [holdsB, holdsA] = [bringsIn(a, b), bringsIn(b, a)]
  if (holdsB !== holdsA) return holdsB ? -1 : 1
  const [publishesA, publishesB] = [publishes(a, outlets), publishes(b, outlets)]
  if (publishesA !== publishesB) return publishesA ? -1 : 1
  return widthOf(b) - widthOf(a)
}

function bringsIn({ content }: VoiceReading, { cue }: VoiceReading): boolean {
  return content !== null && cue !== null && content.start <= cue.start && content.end >= cue.end
}

function publishes({ chain }: VoiceReading, outlets: ReadonlySet<string>): boolean {
  return outlets.has((chain[0] ?? '').toLowerCase())
}

function widthOf({ content }: VoiceReading): number {
  return content === null ? 0 : content.end - content.start
}
