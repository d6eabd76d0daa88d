import type { Sentence, Token } from '../../parts.js'
import type { VerbGroup } from '../clause.js'
import type { Lexicon } from '../lexicon.js'
import { phraseAt } from '../triggers.js'
import type { Marked } from './marks.js'

type Sets = Lexicon['sets']

/** Words from an accusing word to the "of", "with" or "that" which brings in the accusation: "accused the former head of the guard of". */
const longestAccused = 10

/** Words after that in which the accusation may run on. */
const longestAccusation = 30

/** The word that accuses, where what stands at a token is what somebody is accused of: by the order of words alone, so that a parse gone wrong loses no hedge. Null where none does. */
export function accusationOf({ tokens }: Sentence, at: number, lexicon: Lexicon): number | null {
  const { sets } = lexicon
  if (isJoinedFinite(tokens, at)) return null
  for (let back = at - 1; back >= Math.max(0, at - longestAccused - longestAccusation); back--) {
    const token = tokens[back]
    if (token === undefined || /^[;:.]$/.test(token.text) || sets.relatives.has(token.lower)) return null
    const accuses = sets.accusing.has(token.lemma) && /^(?:VERB|NOUN|ADJ)$/.test(token.pos)
    if (accuses && opensAccusation(tokens, back, at, sets)) return back
    if (sets.accusingFor.has(token.lemma) && opensReason(tokens, back, at) && isHarm(tokens, at, lexicon)) return back
    if (accuses) return null
    if (isFiniteVerb(tokens, back)) return null
  }
  return null
}

/** "charged the clerk with theft and sent him to prison": a finite verb after "and" tells what was done, and no second count. */
function isJoinedFinite(tokens: readonly Token[], at: number): boolean {
  return /^(?:VBD|VBZ)$/.test(tokens[at]?.tag ?? '') && tokens[at - 1]?.pos === 'CCONJ'
}

function opensAccusation(tokens: readonly Token[], accusing: number, at: number, sets: Sets): boolean {
  const noun = tokens[accusing]?.pos === 'NOUN'
  const opening = tokens
    .slice(accusing + 1, Math.min(at, accusing + 1 + longestAccused))
    .find(({ lower }) => sets.accusationLinks.has(lower) || (noun && sets.accusationNounLinks.has(lower)))
  return opening !== undefined
}

/** "wanted for the murder of", "on trial in Lima for": the "for" that says of what somebody is only held to be guilty. */
function opensReason(tokens: readonly Token[], accusing: number, at: number): boolean {
  return tokens.slice(accusing + 1, Math.min(at, accusing + 1 + longestAccused)).some(({ lower }) => lower === 'for')
}

/** Whether a word may name a harm: "wanted for murder", and not "a warrant for his arrest". */
function isHarm(tokens: readonly Token[], at: number, { nouns, verbs }: Lexicon): boolean {
  const lemma = tokens[at]?.lemma ?? ''
  const lower = tokens[at]?.lower ?? ''
  return [nouns.get(lemma), nouns.get(lower), verbs.get(lemma)].some((patterns) => patterns?.some(({ group }) => group.type === 'abuse'))
}

function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return token !== undefined && (token.pos === 'VERB' || token.pos === 'AUX') && /^(?:VBD|VBZ|VBP|MD)$/.test(token.tag)
}

export function marksOfAccusation(sentence: Sentence, at: number, lexicon: Lexicon): readonly Marked[] {
  const accusing = accusationOf(sentence, at, lexicon)
  return accusing === null ? [] : [{ mark: 'hedged', word: sentence.tokens[accusing]?.lower ?? '', at: accusing }]
}

/** Words before a verb in which stands what hedges its clause. */
const farthestHedge = 16

/**
 * What hedges a clause from before it, by the order of words alone: "reportedly, he was ...", "it is believed that he was ...", "rumours that he was ...", "friends fear he was ...".
 * No other verb stands between, so that each hedge colours its own clause.
 */
export function marksOfHearsay({ tokens }: Sentence, group: VerbGroup, { sets, hedgingPhrases, asserting }: Lexicon): readonly Marked[] {
  for (let at = group.start - 1; at >= Math.max(0, group.start - farthestHedge); at--) {
    const token = tokens[at]
    if (token === undefined || /^[;:.“”"]$/.test(token.text) || sets.relatives.has(token.lower)) return []
    const marked: readonly Marked[] = [{ mark: 'hedged', word: token.lower, at }]
    if (sets.hedges.has(token.lower) && opensClause(tokens, at)) return marked
    if (sets.hedgingNouns.has(token.lemma) && phraseAt(tokens, at - 1, asserting) !== undefined) return []
    if (sets.hedgingNouns.has(token.lemma) && token.pos === 'NOUN' && tokens[at + 1]?.lower === 'that') return marked
    if (sets.claims.has(token.lemma) && token.pos === 'NOUN' && tokens[at + 1]?.lower === 'that') return marked
    if (isOpenMatter(tokens, at, sets)) return marked
    if (hedgingPhrases.some((phrase) => standsAt(tokens, at, phrase))) return marked
    if (token.pos !== 'VERB' && token.pos !== 'AUX') continue
    return isHearsay(tokens, at, sets) || isUnconfirmed(tokens, at, sets) ? marked : []
  }
  return []
}

/** A hedge before a comma, an article, a name or a pronoun is said of the clause; before an adjective ("an allegedly corrupt mayor") of that alone. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  return /^(?:PUNCT|DET|PROPN|PRON|ADP)$/.test(tokens[at + 1]?.pos ?? '') || at === 0
}

/** "it is possible that", "it appears likely that": the adjective leaves open what follows it. */
function isOpenMatter(tokens: readonly Token[], at: number, sets: Sets): boolean {
  const lower = tokens[at]?.lower ?? ''
  return tokens[at + 1]?.lower === 'that' && (sets.hedges.has(lower) || sets.hedgingAdjectives.has(lower))
}

function standsAt(tokens: readonly Token[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, index) => tokens[at + index]?.lower === word)
}

/** "it was said that", "friends believe that": the verb before a clause, its noun or pronoun between. */
function isHearsay(tokens: readonly Token[], at: number, sets: Sets): boolean {
  const token = tokens[at]
  if (token === undefined || sets.noHearsay.has(tokens[at + 1]?.lower ?? '')) return false
  const before = tokens.slice(Math.max(0, at - 4), at)
  const impersonal = before.some(({ lower }) => sets.impersonal.has(lower))
  const thinks = sets.hedgingVerbs.has(token.lemma) && !sets.accusing.has(token.lemma)
  if (
    thinks &&
    (impersonal || !sets.seeming.has(token.lemma)) &&
    /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM|SCONJ|PUNCT)$/.test(tokens[at + 1]?.pos ?? 'PUNCT')
  )
    return true
  const passive = impersonal && before.some(({ lemma }) => lemma === 'be')
  return passive && (sets.hedgingPassives.has(token.lemma) || sets.hedgingVerbs.has(token.lemma))
}

/** "did not confirm that", "could neither confirm nor deny that": what nobody confirms is left open. */
function isUnconfirmed(tokens: readonly Token[], at: number, sets: Sets): boolean {
  const before = tokens.slice(Math.max(0, at - 4), at)
  const negated = before.some(({ lower, lemma }) => sets.negators.has(lower) || sets.negativeVerbs.has(lemma))
  return negated && [sets.confirming, sets.denying].some((set) => set.has(tokens[at]?.lemma ?? ''))
}

/** Words after a verb in which a hedge put in between commas may stand: "was arrested in Lima, it is alleged, by ...". */
const farthestAside = 14

/** A hedge after the verb: "left, reportedly, ...", "in Lima, reportedly by boat", ", it is alleged, ...", ", friends fear." */
export function marksAfter({ tokens }: Sentence, verb: number, { sets }: Lexicon): readonly Marked[] {
  for (let at = verb + 1; at <= Math.min(tokens.length - 1, verb + farthestAside); at++) {
    const token = tokens[at]
    if (token === undefined || /^[;:.“”"]$/.test(token.text)) return []
    if (token.text === ',') {
      const aside = asideAfter(tokens, at, sets)
      if (aside !== null) return [{ mark: 'hedged', word: tokens[aside]?.lower ?? '', at: aside }]
      if (!sets.hedges.has(tokens[at + 1]?.lower ?? '')) continue
      const said = /^(?:,|ADP)$/.test(tokens[at + 2]?.text === ',' ? ',' : (tokens[at + 2]?.pos ?? ''))
      return said ? [{ mark: 'hedged', word: tokens[at + 1]?.lower ?? '', at: at + 1 }] : []
    }
    if (token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'CCONJ') return []
    if (sets.hedges.has(token.lower) && at < verb + 4) return [{ mark: 'hedged', word: token.lower, at }]
  }
  return []
}

/** Words of a remark put in between commas: "it is widely believed". */
const longestAside = 5

/** The verb of a remark that a comma opens and a comma or the end closes; null where it is none, or hedges nothing. */
function asideAfter(tokens: readonly Token[], comma: number, sets: Sets): number | null {
  for (let at = comma + 1; at <= comma + longestAside; at++) {
    const token = tokens[at]
    if (token === undefined || /^[,;:.]$/.test(token.text)) return null
    if (token.pos !== 'VERB') continue
    const closed = /^[,.;]$/.test(tokens[at + 1]?.text ?? '.')
    return closed && (isHearsay(tokens, at, sets) || sets.hedgingVerbs.has(token.lemma)) ? at : null
  }
  return null
}

/** Words that a headline may put in quotation marks with a verb whose truth it leaves open: "Editor 'arrested' in Baku". */
const longestScare = 4

/** A headline's quotation marks around no more than a verb and its auxiliaries: somebody says so. */
export function marksOfScareQuotes({ tokens, kind }: Sentence, verb: number): readonly Marked[] {
  if (kind !== 'headline' && kind !== 'heading') return []
  const opening = tokens.slice(Math.max(0, verb - longestScare), verb).findLast(({ text }) => /^["'‘“`]/.test(text))
  const closing = tokens.slice(verb + 1, verb + 2).find(({ text }) => /^["'’”]+$/.test(text))
  return opening === undefined || closing === undefined ? [] : [{ mark: 'hedged', word: 'in quotation marks', at: opening.index }]
}

/** The word by which what only rumours or unconfirmed reports tell is hedged; null where the sources are others. */
export function doubtIn(sources: readonly string[], { sets }: Lexicon): string | null {
  for (const source of sources) {
    const words = source.toLowerCase().split(' ')
    const head = words.findIndex((word) => sets.claims.has(word) || sets.claims.has(word.replace(/s$/, '')))
    const telling = words[head]
    if (telling === undefined) continue
    if (sets.hedgingNouns.has(telling) || sets.hedgingNouns.has(telling.replace(/s$/, ''))) return telling
    const adjective = words.slice(0, head).find((word) => sets.hedgingAdjectives.has(word))
    if (adjective !== undefined) return adjective
  }
  return null
}
