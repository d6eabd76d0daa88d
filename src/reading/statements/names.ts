import type { MentionKind } from '../../model/report.js'
import { mentionAt } from '../parties/lookup.js'
import type { Parties, PartyMention, Sentence, Token, VoiceReading } from '../parts.js'
import { phraseFrom, phraseStart } from './clause.js'
import type { Reader } from './draft.js'

/** Who or what a head word stands for. `kind` is null for what is no party ("the arrest", "the decision"). */
export interface Named {
  readonly name: string
  readonly kind: MentionKind | null
  readonly token: number
}

/** What naming needs to know. */
type Naming = Pick<Reader, 'parties' | 'lexicon'>

/** The party of a head word by its fullest name; for what is no party, its own words without article. Null for a pronoun nobody could be found for. */
export function nameOf(sentence: Sentence, head: number, { parties, lexicon }: Naming): Named | null {
  const token = sentence.tokens[head]
  if (token === undefined) return null
  const person = titledPerson(sentence, head, parties)
  if (person !== null) return person
  const mention = mentionOf(sentence, token, parties)
  const party = mention === undefined ? undefined : parties.parties[mention.party]
  if (party !== undefined) return { name: countedName(sentence, head, party.name), kind: party.kind, token: head }
  const beside = token.pos === 'NOUN' ? personBeside(sentence, head, parties) : null
  if (beside !== null) return beside
  if (token.pos === 'PRON' || token.pos === 'DET' || token.pos === 'PUNCT' || token.tag === 'PRP$') return null
  let first = phraseStart(sentence.tokens, head)
  while (first < head && lexicon.sets.articles.has(sentence.tokens[first]?.lower ?? '')) first++
  const text = sentence.tokens
    .slice(first, endOfWhole(sentence.tokens, head) + 1)
    .map(({ text: word }) => word)
    .join(' ')
    .replace(/ (?=['’](?:s\b|\s))/g, '')
  return { name: text, kind: null, token: head }
}

/** "80 Pentecostals": a people's or a faith's name with the number of those who are meant. */
function countedName({ tokens }: Sentence, head: number, name: string): string {
  const number = tokens[head - 1]
  return tokens[head]?.tag === 'NNPS' && number?.pos === 'NUM' && tokens[head]?.text === name ? `${number.text} ${name}` : name
}

/** "members of the guard", "the decision of the court": the last word of what "of" adds to a noun, a few words on. */
function endOfWhole(tokens: readonly Token[], head: number): number {
  if (tokens[head]?.pos !== 'NOUN' || tokens[head + 1]?.lower !== 'of') return head
  const whole = phraseFrom(tokens, head + 2)[0]
  return whole !== undefined && whole - head <= longestWhole ? whole : head
}

/** Whom a head word stands for: who a description of several names right behind it ("his aides Ana Ríos and Karl Berg", "two ministers, Ana Ríos and Karl Berg,"), else the one party. */
export function namesMeant(sentence: Sentence, head: number, naming: Naming): readonly Named[] {
  const named = nameOf(sentence, head, naming)
  if (named === null) return []
  const listed = /^(?:NNP?S|CD)$/.test(sentence.tokens[head]?.tag ?? '') ? listedBehind(sentence, head, naming.parties) : []
  return listed.length > 0 ? listed : [named]
}

/** The people listed right behind a description of several; none where only one is named ("two aides, Ana Ríos said"). */
function listedBehind({ tokens }: Sentence, head: number, parties: Parties): readonly Named[] {
  const own = mentionAt(parties, tokens[head] ?? { start: 0, end: 0 })
  if (own?.form !== 'description') return []
  const next = tokens.findIndex(({ start }) => start >= own.end)
  const found: Named[] = []
  for (let at = tokens[next]?.text === ',' ? next + 1 : next, joined = true; at > head && at < tokens.length && joined; ) {
    const token = tokens[at]
    const mention = token === undefined ? undefined : mentionAt(parties, token)
    const party = mention?.form === 'name' ? parties.parties[mention.party] : undefined
    if (mention === undefined || party?.kind !== 'person') break
    found.push({ name: party.name, kind: party.kind, token: at })
    while ((tokens[at]?.start ?? mention.end) < mention.end) at++
    joined = tokens[at]?.text === ',' || tokens[at]?.pos === 'CCONJ'
    while (tokens[at]?.text === ',' || tokens[at]?.pos === 'CCONJ') at++
  }
  return found.length > 1 ? found : []
}

/** Words that "of" may add: a longer phrase describes and no longer names. */
const longestWhole = 7

/** "NATO chief Anna Berg", "his son Karl Berg": the person whose name ends the phrase that the head begins, where the parse takes a title or a body for the head. */
function titledPerson({ tokens }: Sentence, head: number, parties: Parties): Named | null {
  if (!/^(?:NOUN|PROPN)$/.test(tokens[head]?.pos ?? '')) return null
  let found: Named | null = null
  for (let at = head + 1; at < Math.min(tokens.length, head + longestTitle); at++) {
    const token = tokens[at]
    if (token === undefined || !/^(?:PROPN|NOUN|ADJ)$/.test(token.pos)) break
    const mention = token.pos === 'PROPN' ? mentionAt(parties, token) : undefined
    const party = mention === undefined ? undefined : parties.parties[mention.party]
    if (mention?.form === 'name' && party?.kind === 'person') found = { name: party.name, kind: 'person', token: at }
  }
  return found
}

/** Words from the first word of a title to the end of the name: "human rights chief Anna Maria Berg". */
const longestTitle = 8

/** "the nuncio, Anna Berg, was": the person whose name stands beside a noun that nobody knows for a person's. */
function personBeside({ tokens, tree }: Sentence, head: number, parties: Parties): Named | null {
  if (tokens[head + 1]?.text !== ',' || tokens[head + 2]?.pos !== 'PROPN') return null
  const arcs = tree()
  const name = arcs.children(head).find((child) => arcs.relation[child] === 'appos' && child === head + 2)
  const token = tokens[name ?? -1]
  const mention = token === undefined ? undefined : mentionAt(parties, token)
  const party = mention?.form === 'name' ? parties.parties[mention.party] : undefined
  return party?.kind === 'person' && name !== undefined ? { name: party.name, kind: party.kind, token: name } : null
}

/** The mention a word stands for. A word inside a description that is not its head ("the director of the *prison*") stands for something else. */
function mentionOf(sentence: Sentence, token: Token, parties: Parties): PartyMention | undefined {
  const mention = mentionAt(parties, token)
  if (mention?.form !== 'description') return mention
  const preposition = sentence.tokens.find(
    ({ start, end, pos, lower }) =>
      start > mention.start &&
      end <= mention.end &&
      (pos === 'ADP' || pos === 'SCONJ' || lower === 'to') &&
      // The "of" of a name is the name's: "the Council of Lima's secretary".
      mentionAt(parties, { start, end }) === mention,
  )
  return preposition !== undefined && token.start > preposition.start ? undefined : mention
}

/** "The ministry says *it* was not told": a pronoun left open, in what somebody is said to have said, is the speaker's where number allows; "we" in nobody's quote is the outlet's. */
export function speakerMeant(
  sentence: Sentence,
  head: number,
  { partiesByName, voices, outlet, lexicon: { sets } }: Pick<Reader, 'partiesByName' | 'voices' | 'outlet' | 'lexicon'>,
): Named | null {
  const token = sentence.tokens[head]
  if (token?.tag !== 'PRP' && token?.tag !== 'PRP$') return null
  if (sets.ours.has(token.lower))
    return outlet === null || isQuoted(token, voices.get(sentence.index) ?? []) ? null : { name: outlet, kind: 'organization', token: head }
  const voice = (voices.get(sentence.index) ?? []).findLast(
    ({ content, mode, chain }) =>
      content !== null && mode === 'indirect' && chain.length > 0 && content.start <= token.start && content.end >= token.end,
  )
  const speaker = partiesByName.get(voice?.chain.at(-1) ?? '')
  if (speaker === undefined || (voice?.source !== undefined && isOwnedSpeaker(sentence, voice))) return null
  const fits = speaker.kind === 'person' ? sets.personal.has(token.lower) : sets.impersonal.has(token.lower)
  return fits ? { name: speaker.name, kind: speaker.kind, token: head } : null
}

/** "He will appeal, his lawyer said": the "he" is not the lawyer, who is his. */
function isOwnedSpeaker({ tokens }: Sentence, { source, content }: VoiceReading): boolean {
  if (source === null || content === null || source.start < content.end) return false
  const first = tokens.find(({ end }) => end > source.start)
  const before = first === undefined ? undefined : tokens[first.index - 1]
  return (
    first?.tag === 'PRP$' ||
    before?.tag === 'PRP$' ||
    tokens.some(({ tag, start, end }) => tag === 'PRP$' && start >= source.start && end <= source.end)
  )
}

/** Whether somebody says the word in a quote: then "we" is that somebody's. */
function isQuoted({ start, end }: Token, voices: readonly VoiceReading[]): boolean {
  return voices.some(({ content, mode }) => mode !== 'indirect' && content !== null && content.start <= start && content.end >= end)
}

/** The names of several heads, each once. */
export function namesOf(sentence: Sentence, heads: readonly number[], naming: Naming): readonly Named[] {
  const found: Named[] = []
  for (const head of heads) {
    const named = nameOf(sentence, head, naming)
    if (named !== null && !found.some(({ name }) => name === named.name)) found.push(named)
  }
  return found
}
