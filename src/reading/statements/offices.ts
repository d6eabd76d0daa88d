import { opensMainClause } from '../parties/appositions.js'
import { mentionAt } from '../parties/lookup.js'
import type { Parties, Sentence, Token } from '../parts.js'
import { phraseFrom, phraseStart, slotsOf, verbGroup } from './clause.js'
import type { Draft, Reader } from './draft.js'
import { factualityBetween } from './factuality.js'
import type { Lexicon } from './lexicon.js'
import { type Named, nameOf, namesOf } from './names.js'
import { somebodyIn } from './people.js'
import { phraseAt } from './triggers.js'

/** A title in its sentence: "former prime minister" is tokens first..last. */
interface Title {
  readonly first: number
  readonly last: number
  readonly text: string
  readonly former: boolean
}

/** Who holds, or held, which office: a title before a name, after it between commas, said of it ("was the head of"), or a body "led by" somebody. */
export function readOffices(sentence: Sentence, reader: Reader): readonly Draft[] {
  const titled = titlesIn(sentence, reader).flatMap((title) => {
    const holder = holderBeside(sentence, title, reader)
    return holder === null || !isNamedParty(sentence, holder, reader) ? [] : office(sentence, title, holder, reader)
  })
  return [...titled, ...ledBodies(sentence, reader), ...headedBodies(sentence, reader)]
}

/** Offices are held by somebody whom the report names: "the judges", "officers of the guard", "the prosecutor in Lima" only say what they are. */
function isNamedParty(sentence: Sentence, { token }: Holder, { parties, namedParties }: Reader): boolean {
  const at = sentence.tokens[token]
  const mention = at === undefined ? undefined : mentionAt(parties, at)
  return mention !== undefined && namedParties.has(mention.party)
}

/** "the unit, led by Major Anna Berg": the leader of a body by the participle after it. */
function ledBodies(sentence: Sentence, reader: Reader): readonly Draft[] {
  const { tokens } = sentence
  const found: Draft[] = []
  for (const { index } of tokens) {
    const phrase = phraseAt(tokens, index, reader.lexicon.headedBy)
    if (phrase === undefined) continue
    const person = nameOf(sentence, phraseFrom(tokens, index + phrase.length)[0] ?? -1, reader)
    const before = tokens[index - 1]?.text === ',' ? index - 2 : index - 1
    const body = nameOf(sentence, before, reader)
    if (person?.kind !== 'person' || body === null || body.kind === 'person' || body.kind === 'place') continue
    const title = { first: index, last: index + phrase.length - 1, text: 'leader', former: false }
    const holder = { token: person.token, first: phraseStart(tokens, before), last: person.token, body: [body] }
    found.push(...office(sentence, title, holder, reader))
  }
  return found
}

function titlesIn({ tokens }: Sentence, { lexicon }: Reader): readonly Title[] {
  const found: Title[] = []
  for (let at = 0; at < tokens.length; at++) {
    const phrase = phraseAt(tokens, at, lexicon.titles)
    if (phrase === undefined) continue
    const last = at + phrase.length - 1
    if (tokens[last]?.pos === 'VERB') continue
    if (tokens[last + 1]?.pos === 'NOUN' && tokens[last + 1]?.lower !== tokens[last]?.lower) continue
    let first = at
    while (first > 0 && modifiesTitle(tokens, first - 1, lexicon.sets.ranks)) first--
    const former = tokens.slice(first, at + 1).some(({ lower }) => lexicon.sets.former.has(lower) || lower.startsWith('ex-'))
    found.push({ first, last, former, text: titleWords(tokens, first, last, lexicon.sets.former) })
    at = last
  }
  return found
}

function modifiesTitle(tokens: readonly Token[], at: number, ranks: ReadonlySet<string>): boolean {
  const token = tokens[at]
  return (
    token !== undefined &&
    (token.pos === 'ADJ' ||
      token.pos === 'NOUN' ||
      token.pos === 'PROPN' ||
      (token.pos === 'VERB' && /ing$/.test(token.lower)) ||
      ranks.has(token.lower)) &&
    token.text !== ','
  )
}

function titleWords(tokens: readonly Token[], first: number, last: number, former: ReadonlySet<string>): string {
  return tokens
    .slice(first, last + 1)
    .filter(({ lower }) => !former.has(lower))
    .map(({ text }) => text)
    .join(' ')
}

interface Holder {
  readonly token: number
  readonly first: number
  readonly last: number
  readonly body: readonly Named[]
}

/** The person beside a title: right after it, or across a comma on either side, or the subject of "is". */
function holderBeside(sentence: Sentence, title: Title, reader: Reader): Holder | null {
  const { tokens } = sentence
  const of = bodyAfter(sentence, title.last, reader)
  const own = bodyBefore(sentence, title, reader)
  const body = of.body.length > 0 ? of.body : own
  const after = tokens[of.last + 1]
  if (of.last === title.last) {
    const direct = personAt(sentence, title.last + 1, reader)
    if (direct !== null && body.length === 0 && isAddress(tokens, title, direct)) return null
    if (direct !== null) return withBodyAfterName(sentence, { token: direct.first, first: title.first, last: direct.last, body }, reader)
  }
  if (after?.text === ',') {
    const across = personAt(sentence, of.last + 2, reader)
    const closes = across === null ? undefined : tokens[across.last + 1]
    const opens = across !== null && opensMainClause(tokens, phraseStart(tokens, title.first), across.last + 1)
    if (across !== null && !opens && (closes === undefined || closes.pos !== 'NOUN')) {
      const determined = title.former || title.first === 0 || isDetermined(tokens[title.first - 1], reader.lexicon)
      if (determined) return { token: across.first, first: title.first, last: across.last, body }
    }
  }
  const named = tokens[title.first - 1]?.lower === 'as' || of.last > title.last ? personAt(sentence, of.last + 1, reader) : null
  if (named !== null) return { token: named.first, first: title.first, last: named.last, body }
  const before = personBefore(sentence, title.first, reader) ?? describedPerson(sentence, title, of.body, reader)
  return before === null ? null : { token: before.token, first: before.first, last: of.last, body }
}

/** "Judge Berg", "President Berg": one word with a capital before a bare surname only addresses somebody, and says nothing new. */
function isAddress(
  tokens: readonly Token[],
  { first, last, former }: Title,
  name: { readonly first: number; readonly last: number },
): boolean {
  return !former && first === last && /^\p{Lu}/u.test(tokens[first]?.text ?? '') && name.first === name.last
}

/** "Anna Berg, who heads the agency": a person as the subject of a verb of heading, a body as its object. */
function headedBodies(sentence: Sentence, reader: Reader): readonly Draft[] {
  const heading = sentence.tokens.filter(({ pos, lemma }) => pos === 'VERB' && reader.lexicon.sets.heads.has(lemma))
  return heading.flatMap(({ index }) => {
    const slots = slotsOf(sentence, verbGroup(sentence, index), somebodyIn(sentence, reader))
    const person = namesOf(sentence, slots.subject, reader)[0]
    const body = namesOf(sentence, slots.object, reader)[0]
    if (slots.passive || person?.kind !== 'person' || (body?.kind !== 'organization' && body?.kind !== 'facility')) return []
    const title = { first: index, last: index, text: 'head', former: false }
    return office(sentence, title, { token: person.token, first: index, last: body.token, body: [body] }, reader)
  })
}

/** "President Anna Berg of Norway", "Judge Anna Berg, of the district court": the body that follows the name. */
function withBodyAfterName(sentence: Sentence, holder: Holder, reader: Reader): Holder {
  if (holder.body.length > 0) return holder
  const comma = sentence.tokens[holder.last + 1]?.text === ',' ? 1 : 0
  if (sentence.tokens[holder.last + 1 + comma]?.lower !== 'of') return holder
  const { body, last } = bodyAfter(sentence, holder.last + comma, reader)
  return body.length > 0 ? { ...holder, body, last } : holder
}

/** "the", "her", "the victims'": what stands before a title that is said of somebody. */
function isDetermined(token: Token | undefined, { sets }: Lexicon): boolean {
  return sets.articles.has(token?.lower ?? '') || /^['’]$/.test(token?.text ?? '')
}

/** The name that begins at a token, with a courtesy title before it passed over. */
function personAt(sentence: Sentence, at: number, { parties, lexicon }: Reader): { readonly first: number; readonly last: number } | null {
  const { tokens } = sentence
  const from = lexicon.sets.courtesy.has(tokens[at]?.lower ?? '') ? at + 1 : at
  const token = tokens[from]
  if (token === undefined || !/^\p{Lu}/u.test(token.text)) return null
  const mention = mentionAt(parties, token)
  const party = mention === undefined ? undefined : parties.parties[mention.party]
  if (party?.kind !== 'person' || mention === undefined || mention.form !== 'name') return null
  let last = from
  while (tokens[last + 1] !== undefined && (tokens[last + 1]?.end ?? 0) <= mention.end) last++
  return { first: from, last }
}

/** The name before a title: across a comma (and an age), or before "is", "was", "became", "was appointed", "resigned as", "is believed to be". */
function personBefore(sentence: Sentence, first: number, reader: Reader): { readonly token: number; readonly first: number } | null {
  const { tokens } = sentence
  let at = phraseStart(tokens, first) - 1
  while (reader.lexicon.sets.articles.has(tokens[at]?.lower ?? '') || /^(?:ADV|PART)$/.test(tokens[at]?.pos ?? '')) at--
  at = beforeTerm(tokens, beforeOtherTitle(tokens, at))
  const apposed = tokens[at]?.text === ',' || tokens[at]?.text === '('
  const verb = apposed ? null : verbOfHolding(tokens, at, reader.lexicon)
  if (!apposed && verb === null) return null
  at = (verb ?? at) - 1
  if (apposed && tokens[at]?.pos === 'NUM') at -= tokens[at - 1]?.text === ',' ? 2 : 1
  if (verb !== null) while (/^(?:ADV|AUX|PART)$/.test(tokens[at]?.pos ?? '') || isReport(tokens, at, reader.lexicon)) at--
  const token = tokens[at]
  if (token === undefined) return null
  const mention = mentionAt(reader.parties, token)
  const party = mention === undefined ? undefined : reader.parties.parties[mention.party]
  if (party?.kind !== 'person' || (apposed && mention?.form !== 'name')) return null
  return { token: at, first: phraseStart(tokens, at) }
}

/** "a founder and the chairman": the word before another title that "and" joins to this one. */
function beforeOtherTitle(tokens: readonly Token[], at: number): number {
  return tokens[at]?.pos === 'CCONJ' && tokens[at - 1]?.pos === 'NOUN' ? phraseStart(tokens, at - 1) - 1 : at
}

/** ", since 2019 a member of": the word before the year that says since or until when. */
function beforeTerm(tokens: readonly Token[], at: number): number {
  return tokens[at]?.pos === 'NUM' && /^(?:ADP|SCONJ)$/.test(tokens[at - 1]?.pos ?? '') && tokens[at - 2]?.text === ',' ? at - 2 : at
}

/** Words between a verb of holding or leaving an office and its "as": "took over on Monday as". */
const longestBeforeAs = 4

/** The verb that says that a title is held or left, right before it or before its "as"; null where there is none. */
function verbOfHolding(tokens: readonly Token[], at: number, { sets }: Lexicon): number | null {
  const holds = (index: number) =>
    tokens[index]?.pos === 'VERB' && (sets.becoming.has(tokens[index]?.lemma ?? '') || sets.leaving.has(tokens[index]?.lemma ?? ''))
  if (tokens[at]?.pos === 'AUX' || holds(at)) return at
  if (tokens[at]?.lower !== 'as') return null
  for (let back = at - 1; back >= at - longestBeforeAs; back--) {
    if (holds(back)) return back
    if (!/^(?:ADP|ADV|PROPN|NUM|NOUN|DET)$/.test(tokens[back]?.pos ?? '')) return null
  }
  return null
}

/** "is believed to be the leader": the verb of saying or thinking between somebody and what he is. */
function isReport(tokens: readonly Token[], at: number, { sets }: Lexicon): boolean {
  const token = tokens[at]
  return (
    token?.pos === 'VERB' && tokens[at + 1]?.lower === 'to' && (sets.hedgingPassives.has(token.lemma) || sets.hedgingVerbs.has(token.lemma))
  )
}

/** "freed a member of the judicial police": a description by an office that the report uses for somebody it names. */
function describedPerson(
  sentence: Sentence,
  title: Title,
  body: readonly Named[],
  { parties }: Reader,
): { readonly token: number; readonly first: number } | null {
  const token = sentence.tokens[title.last]
  const mention = token === undefined || body.length === 0 ? undefined : mentionAt(parties, token)
  const party = mention?.form === 'description' ? parties.parties[mention.party] : undefined
  return party?.kind === 'person' && /^\p{Lu}/u.test(party.name)
    ? { token: title.last, first: phraseStart(sentence.tokens, title.first) }
    : null
}

/** "of Libya's judicial police", "for the ministry": the body after a title, and where it ends. */
function bodyAfter(sentence: Sentence, last: number, reader: Reader): { readonly body: readonly Named[]; readonly last: number } {
  const { parties } = reader
  const { tokens } = sentence
  const preposition = tokens[last + 1]?.lower
  if (preposition !== 'of' && preposition !== 'for' && preposition !== 'at' && preposition !== 'in') return { body: [], last }
  let at = last + 2
  let head = -1
  for (; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined || (at > last + 2 && isNamedPerson(token, parties))) break
    if (token.pos === 'NOUN' || token.pos === 'PROPN') head = at
    else if (
      !(
        token.pos === 'DET' ||
        token.pos === 'ADJ' ||
        token.pos === 'NUM' ||
        token.pos === 'PART' ||
        token.tag === 'PRP$' ||
        reader.lexicon.sets.articles.has(token.lower) ||
        reader.lexicon.sets.titleLinks.has(token.lower)
      )
    )
      break
    if (reader.lexicon.sets.titleLinks.has(token.lower) && !/^(?:NOUN|PROPN|DET|ADJ)$/.test(tokens[at + 1]?.pos ?? '')) break
  }
  if (head === -1) return { body: [], last }
  const inner = firstHead(tokens, last + 2)
  const named = nameOf(sentence, inner, reader)
  const holds = named !== null && (preposition === 'of' || preposition === 'for' || holdsOffice(named, preposition))
  return { body: holds ? [named] : [], last: head }
}

/** "officer in a Lima hotel" is where he was, "commander in the navy", "guard at Evin prison" what he is. */
function holdsOffice({ kind, name }: Named, preposition: string): boolean {
  return kind === 'organization' || (preposition === 'at' && kind === 'facility' && /^\p{Lu}/u.test(name))
}

function isNamedPerson(token: Token, parties: Parties): boolean {
  const mention = mentionAt(parties, token)
  return mention?.form === 'name' && parties.parties[mention.party]?.kind === 'person'
}

function firstHead(tokens: readonly Token[], from: number): number {
  let head = from
  for (let at = from; at < tokens.length; at++) {
    const pos = tokens[at]?.pos
    const possessive = tokens[at]?.tag === 'POS'
    if (pos === 'NOUN' || pos === 'PROPN') head = at
    else if (!possessive && pos !== 'DET' && pos !== 'ADJ' && pos !== 'NUM') break
  }
  return head
}

/** "Spain's deputy prime minister", "Supreme Court judge", "the Norwegian minister", "her lawyer": the body, state or person before a title. */
function bodyBefore(sentence: Sentence, title: Title, reader: Reader): readonly Named[] {
  const {
    parties,
    states,
    lexicon: { sets },
  } = reader
  const { tokens } = sentence
  for (let at = title.last - 1; at >= Math.max(0, title.first - 3); at--) {
    const token = tokens[at]
    if (token === undefined || token.text === ',' || token.pos === 'VERB' || token.pos === 'ADP') return []
    if (token.tag === 'PRP$') return namesOf(sentence, [at], reader)
    const mention = mentionAt(parties, token)
    const party = mention === undefined ? undefined : parties.parties[mention.party]
    if (party !== undefined && party.kind !== 'person' && token.pos === 'PROPN') return [{ name: party.name, kind: party.kind, token: at }]
    const state = sets.ofStates.has(tokens[title.last]?.lemma ?? '') ? states.get(token.lower) : undefined
    if (state !== undefined) return [{ name: state, kind: 'place', token: at }]
  }
  return []
}

/** The claim that somebody holds an office; none where the body turned out to be the holder. */
function office(sentence: Sentence, title: Title, holder: Holder, reader: Reader): readonly Draft[] {
  const { lexicon } = reader
  const named = nameOf(sentence, holder.token, reader)
  if (named === null || holder.body.some(({ name }) => name === named.name)) return []
  const others = isPlural(sentence.tokens[title.last]) ? namesThatFollow(sentence, holder.last, reader) : []
  const first = Math.min(holder.first, title.first)
  const former = title.former || isLeft(sentence.tokens, holder.token, title.first, lexicon)
  const last = Math.max(...others.map(({ token }) => token), holder.last, title.last, ...holder.body.map(({ token }) => token))
  return [
    {
      type: 'role',
      sentence,
      token: holder.token,
      first,
      last,
      roles: { agent: [named, ...others], patient: holder.body, recipient: [], place: [] },
      factuality: factualityBetween(sentence.tokens.slice(first, last + 1), lexicon),
      detail: { title: title.text, ...(former ? { former: true } : {}) },
      kind: 'pattern',
      nominal: false,
      verbs: [],
      why: [`trigger: “${title.text}” (role${former ? ', former' : ''})`, `agent: ${named.name}`],
    },
  ]
}

/** "Anna Berg resigned as head": a verb of leaving between the holder and the title. */
function isLeft(tokens: readonly Token[], holder: number, title: number, { sets }: Lexicon): boolean {
  return tokens.slice(holder + 1, title).some(({ pos, lemma }) => pos === 'VERB' && sets.leaving.has(lemma))
}

function isPlural(token: Token | undefined): boolean {
  return token?.tag === 'NNS' || token?.tag === 'NNPS'
}

/** "ministers Anna Berg, Karl Berg and Eva Lund": the names that go on after the first. */
function namesThatFollow(sentence: Sentence, last: number, reader: Reader): readonly Named[] {
  const { tokens } = sentence
  const found: Named[] = []
  for (let at = last + 1; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined || !(token.text === ',' || token.pos === 'CCONJ' || token.pos === 'PROPN')) break
    const named = token.pos === 'PROPN' ? nameOf(sentence, at, reader) : null
    if (token.pos === 'PROPN' && named?.kind !== 'person') break
    if (named !== null && !found.some(({ name }) => name === named.name)) found.push(named)
  }
  return found
}
