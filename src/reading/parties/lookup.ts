import type { Span } from '../../model/report.js'
import type { Parties, Party, PartyMention } from '../parts.js'

/** The narrowest mention that covers a stretch: for a head word, the name, description or pronoun it belongs to. Undefined when nobody is meant there. */
export function mentionAt(parties: Parties, { start, end }: Span): PartyMention | undefined {
  let narrowest: PartyMention | undefined
  for (let index = firstAfter(parties.mentions, start) - 1; index >= 0; index--) {
    const mention = parties.mentions[index]
    if (mention === undefined || start - mention.start > longestMention) break
    if (mention.end < end) continue
    if (narrowest === undefined || mention.end - mention.start < narrowest.end - narrowest.start) narrowest = mention
  }
  return narrowest
}

/** The party that a stretch (mostly a head word) stands for. */
export function partyAt(parties: Parties, span: Span): Party | undefined {
  const mention = mentionAt(parties, span)
  return mention === undefined ? undefined : parties.parties[mention.party]
}

/** Every mention that lies wholly inside a stretch, in order of place. */
export function mentionsIn(parties: Parties, { start, end }: Span): readonly PartyMention[] {
  const inside: PartyMention[] = []
  for (let index = firstAfter(parties.mentions, start - 1); index < parties.mentions.length; index++) {
    const mention = parties.mentions[index]
    if (mention === undefined || mention.start >= end) break
    if (mention.end <= end) inside.push(mention)
  }
  return inside
}

/** Where the widest mention that reaches over a place begins; the place itself where none does. */
export function startOfMentions({ mentions }: Parties, place: number): number {
  let start = place
  for (let index = firstAfter(mentions, place - 1) - 1; index >= 0; index--) {
    const mention = mentions[index]
    if (mention === undefined || place - mention.start > longestMention) break
    if (mention.end > place) start = mention.start
  }
  return start
}

/** No mention is longer than this, so that looking back for a covering one stays short. Longer descriptions are cut where they are made. */
export const longestMention = 200

/** The index of the first mention that starts after a position; mentions stand in order of their start. */
function firstAfter(mentions: readonly PartyMention[], position: number): number {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low
}
