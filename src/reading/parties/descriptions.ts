import type { Span } from '../../model/report.js'
import type { Gender } from '../../model/words/names.js'
import type { Sentence, Token } from '../parts.js'
import type { KindedNaming } from './kinds.js'
import { type Lists, straight, withoutFormer } from './lists.js'
import { longestMention } from './lookup.js'
import { headOf } from './names.js'

/** A party described and not named: "the general", "at least five inmates", "an interior ministry source". */
export interface Description extends Span {
  readonly sentence: number
  readonly from: number
  readonly to: number
  readonly headAt: number
  readonly kind: 'person' | 'organization' | 'facility'
  /** The words without article, on one line. */
  readonly text: string
  /** Head nouns in the singular, the last one first: "chief", "police". */
  readonly head: string
  readonly plural: boolean
  readonly gender: Gender
  /** `definite`: "the", "this"; `indefinite`: "a"; `possessive`: "his"; `bare`: nothing stands before. */
  readonly reference: 'definite' | 'indefinite' | 'possessive' | 'bare'
  /** The pronoun whose party this one belongs to, as a token's index. */
  readonly ownerAt: number | undefined
  /** Words and places that tell it from others of its head. */
  readonly modifiers: ReadonlySet<string>
  /** It is an office or calling, and not what befell somebody. */
  readonly office: boolean
  readonly age: number | undefined
}

/** The parties that a sentence describes, in order; a description may hold a name. */
export function readDescriptions(text: string, sentence: Sentence, namings: readonly KindedNaming[], lists: Lists): readonly Description[] {
  const reader = new DescriptionReader(text, sentence, namings, lists)
  const found: Description[] = []
  for (let index = 0; index < sentence.tokens.length; index++) {
    const description = reader.descriptionAt(index)
    if (description === undefined) continue
    while (found.length > 0 && (found.at(-1)?.from ?? 0) >= description.from) found.pop()
    const around = found.findLast(({ to }) => to > description.from)
    // Inside the complement of another it stands for itself ("the director of the prison"); across its edge it is none.
    if (around !== undefined && (around.to < description.to || around.headAt >= description.from)) {
      if (around.to > description.headAt) continue
    }
    found.push(description)
  }
  return found.map((description, index) => {
    const next = found[index + 1]
    return next !== undefined && next.from < description.to && next.to > description.to ? reader.cut(description, next.from) : description
  })
}

/** "9": only a word that begins with a figure can be an age. */
const lastDigit = 57

/** Words from "knowledge of" on: a longer phrase tells a story and no longer names. */
const longestMatter = 6

class DescriptionReader {
  readonly #tokens: readonly Token[]
  readonly #within = new Map<number, KindedNaming>()

  constructor(
    private readonly text: string,
    private readonly sentence: Sentence,
    namings: readonly KindedNaming[],
    private readonly lists: Lists,
  ) {
    this.#tokens = sentence.tokens
    for (const naming of namings) for (let index = naming.from; index < naming.to; index++) this.#within.set(index, naming)
  }

  #lower(index: number): string {
    return this.#tokens[index]?.lower ?? ''
  }

  descriptionAt(index: number): Description | undefined {
    const token = this.#tokens[index]
    if (token === undefined || this.#within.has(index)) return undefined
    const kind = this.#kindAt(index)
    if (kind === undefined || this.#isModifier(index)) return undefined
    const from = this.#leftOf(index)
    const to = this.#rightOf(from, index, kind)
    return this.#description(from, to, index, kind)
  }

  #kindAt(index: number): Description['kind'] | undefined {
    const { lists } = this
    const { lower = '', lemma = '', pos = '' } = this.#tokens[index] ?? {}
    if (pos === 'NUM' && this.#countsPeople(index)) return 'person'
    if (lower.length > 8 && lower.charCodeAt(0) <= lastDigit && /^\d{1,3}-year-olds?$/.test(lower))
      return lists.articles.has(this.#lower(index - 1)) || this.lists.possessives.has(this.#lower(index - 1)) ? 'person' : undefined
    const ofPeople = lists.demonyms.has(this.#tokens[index]?.text ?? '')
    if (!ofPeople && !lists.headEnds.has(lower) && !lists.headEnds.has(lemma)) return undefined
    const noun = pos === 'NOUN' || pos === 'PROPN' || lists.offices.has(`${this.#lower(index - 1)} ${lower}`)
    if (!noun && !ofPeople && !this.#standsAsNoun(index)) return undefined
    if (this.#isAdjectiveBehind(index)) return undefined
    const two = `${this.#lower(index - 1)} ${lower}`
    const singular = withoutFormer(lists.bodies.has(lower) || lists.people.has(lower) || lists.offices.has(lower) ? lower : lemma, lists)
    if (noun && lists.bodies.has(two)) return 'organization'
    if (
      lists.offices.has(singular) ||
      lists.people.has(singular) ||
      lists.kin.has(singular) ||
      lists.groups.has(lower) ||
      lists.people.has(two) ||
      lists.offices.has(two)
    ) {
      // "police" and "gendarmerie" are bodies; "crowd" and "men" are people.
      return lists.bodies.has(lower) ? 'organization' : 'person'
    }
    if (lists.bodies.has(singular) || lists.bodies.has(two)) return 'organization'
    // "the defence appealed" is a side of a trial, "the defence ministry" is not.
    if (lists.sides.has(lower) && this.#lower(index - 1) === 'the') return 'organization'
    // "The force said" speaks of a body; "by force" does not.
    if ((lists.broad.has(lower) || lists.takenUpNouns.has(lower)) && this.#lower(index - 1) === 'the') return 'organization'
    if (lists.facilities.has(singular) || lists.facilities.has(two)) return 'facility'
    // "three were taken away", "others say": numbers and pronouns that stand for people are left to the statements.
    if (ofPeople && this.#countsOneOfAPeople(index)) return 'person'
    return undefined
  }

  /** "The three were moved", "the other two": people counted and not named again; "the 2015 law" and "the two sides" count none. */
  #countsPeople(index: number): boolean {
    const { lower = '' } = this.#tokens[index] ?? {}
    const before = this.#lower(index - 1)
    const counted = this.lists.counts.has(lower) && (before === 'the' || (before === 'other' && this.#lower(index - 2) === 'the'))
    return counted && /^(?:VERB|AUX|PUNCT|ADV|CCONJ)$/.test(this.#tokens[index + 1]?.pos ?? 'PUNCT')
  }

  /** "Serbs", "an Eritrean who", "a 38-year-old Serb": people of a people, and not what is theirs ("a Serb town"). */
  #countsOneOfAPeople(index: number): boolean {
    const { lower = '', pos = '', tag = '' } = this.#tokens[index] ?? {}
    if (pos === 'NOUN' || pos === 'PROPN') {
      if (lower.endsWith('s') || tag === 'NNPS') return true
    }
    const [before, next] = [this.#tokens[index - 1], this.#tokens[index + 1]]
    const one = before !== undefined && (this.lists.indefinite.has(before.lower) || /-year-old$/.test(before.lower))
    return one && !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(next?.pos ?? '')
  }

  /** "general" in "prosecutor general": an adjective behind its noun, and no rank. */
  #isAdjectiveBehind(index: number): boolean {
    return this.#lower(index) === 'general' && this.lists.beforeGeneral.has(this.#lower(index - 1)) && !this.#within.has(index - 1)
  }

  /** "the accused said", "the general did not": taken for a verb or adjective by the tagger, but between an article and a verb there is a noun. */
  #standsAsNoun(index: number): boolean {
    const next = this.#tokens[index + 1]?.pos ?? 'PUNCT'
    return (
      this.lists.articles.has(this.#lower(index - 1)) &&
      (next === 'VERB' ||
        next === 'AUX' ||
        next === 'PUNCT' ||
        next === 'ADP' ||
        next === 'ADV' ||
        this.#knowingAt(index + 1) !== undefined)
    )
  }

  /** Whether the noun only says more of the noun after it: "police" in "police chief", "prison" in "prison sentence". */
  #isModifier(index: number): boolean {
    const next = this.#tokens[index + 1]
    if (next === undefined || this.#within.has(index + 1) || this.#isAdjectiveBehind(index + 1)) return false
    if (this.lists.offices.has(`${this.#lower(index)} ${next.lower}`)) return true
    const noun = next.pos === 'NOUN' || (next.pos === 'PROPN' && (this.lists.offices.has(next.lower) || this.lists.bodies.has(next.lower)))
    if (noun && !(this.#isPerson(index) && next.tag === 'NN' && this.#tokens[index]?.tag === 'NNS')) return true
    return /^['’]s?$/.test(next.text) && this.#lower(index + 2) === 'office' && this.lists.offices.has(this.#lower(index))
  }

  #isPerson(index: number): boolean {
    const { lower = '', lemma = '' } = this.#tokens[index] ?? {}
    return this.lists.offices.has(lemma) || this.lists.people.has(lemma) || this.lists.people.has(lower) || this.lists.offices.has(lower)
  }

  #leftOf(headAt: number): number {
    const { lists } = this
    let from = headAt
    for (let index = headAt - 1; index >= 0; index--) {
      const token = this.#tokens[index]
      if (token === undefined) break
      const naming = this.#within.get(index)
      if (naming !== undefined) {
        // "In Oslo several hundred people": nothing names what a number counts.
        if (this.#tokens[from]?.pos === 'NUM' || this.lists.quantities.has(this.#lower(from))) break
        if (naming.kind === 'person' && this.#tokens[index + 1] !== undefined && !/^['’]s?$/.test(this.#lower(index + 1))) break
        from = naming.from
        index = naming.from
        continue
      }
      // "complained that counsel": the tagger takes the conjunction for an article.
      if (token.lower === 'that' && (this.#tokens[index - 1]?.pos === 'VERB' || this.#tokens[index - 1]?.pos === 'NOUN')) break
      if (lists.articles.has(token.lower) || token.pos === 'DET' || this.lists.possessives.has(token.lower)) {
        from = index
        break
      }
      if (/^['’]s?$/.test(token.text) && token.tag === 'POS') {
        from = index
        continue
      }
      const participle =
        (token.tag === 'VBN' || token.tag === 'VBG') && index > 0 && /^(?:DET|ADJ|NUM)$/.test(this.#tokens[index - 1]?.pos ?? '')
      if (
        token.pos === 'ADJ' ||
        token.pos === 'NOUN' ||
        token.pos === 'PROPN' ||
        token.pos === 'NUM' ||
        participle ||
        lists.tenure.has(token.lower)
      ) {
        // "shot dead two traders": what stands before a bare number is not theirs.
        if (token.pos === 'ADJ' && this.#tokens[from]?.pos === 'NUM' && this.#tokens[index - 1]?.pos === 'VERB') break
        if (
          lists.pointing.has(token.lower) ||
          !/[\p{L}\p{N}]/u.test(token.text) ||
          (lists.notNames.has(token.lower) && token.pos === 'PROPN' && !lists.demonyms.has(token.text) && token.lower !== 'muslim')
        )
          break
        from = index
        continue
      }
      break
    }
    // A possessive with nothing in front belongs to what stands before and is no part of this.
    if (/^['’]s?$/.test(this.#lower(from))) from++
    return this.#measureBefore(this.#partitiveBefore(from))
  }

  /** Back over "at least", "more than", "about". */
  #measureBefore(from: number): number {
    const counts = this.#tokens[from]?.pos === 'NUM'
    // "some 12 men", "more than a dozen men".
    const opensCount =
      this.#tokens[from + 1]?.pos === 'NUM' && (this.lists.measures.has(this.#lower(from)) || this.lists.articles.has(this.#lower(from)))
    if (!counts && !opensCount) return from
    let index = from
    while (index > 0 && from - index < 3 && this.lists.measures.has(this.#lower(index - 1))) index--
    const first = this.#lower(index)
    // "to 22 officers": a bare preposition is none of the measure.
    if (first === 'to' || (first === 'at' && this.#lower(index + 1) !== 'least') || first === 'than') return from
    return index
  }

  /** Back over "one of", "two of", "some of". */
  #partitiveBefore(from: number): number {
    if (this.#lower(from - 1) !== 'of') return from
    const before = this.#tokens[from - 2]
    if (before === undefined) return from
    return before.pos === 'NUM' || this.lists.partitives.has(before.lower) ? from - 2 : from
  }

  #rightOf(from: number, headAt: number, kind: Description['kind']): number {
    let to = headAt + 1
    if (kind === 'facility') return to
    // "prosecutor general": an office may have its adjective behind it.
    if (this.#isAdjectiveBehind(to)) to++
    for (let links = 0; links < 2; links++) {
      const further = this.#complement(from, to, headAt, kind)
      if (further === to) break
      to = further
    }
    return kind === 'person' ? this.#knowledgeEnd(to) : to
  }

  #knowingAt(index: number): readonly string[] | undefined {
    return this.lists.knowing.get(this.#lower(index))?.find((words) => words.every((word, at) => this.#lower(index + at) === word))
  }

  /** Past what makes a source one: "with knowledge of the matter", "close to the talks". */
  #knowledgeEnd(to: number): number {
    const cue = this.#knowingAt(to)
    if (cue === undefined) return to
    let end = to + cue.length
    const longest = end + longestMatter
    while (
      end < longest &&
      (this.#tokens[end]?.pos === 'DET' || this.#tokens[end]?.pos === 'ADJ' || this.lists.possessives.has(this.#lower(end)))
    )
      end++
    const matter = end
    while (end < longest && (this.#within.has(end) || this.#tokens[end]?.pos === 'NOUN' || this.#tokens[end]?.pos === 'PROPN')) end++
    // "a preacher close to the former president" names another person, who is read alone.
    return end > matter && this.#kindAt(end - 1) !== 'person' && this.#within.get(end - 1)?.kind !== 'person' ? end : to
  }

  /** Whether the "of" behind a phrase is its verb's: "accused the government of hypocrisy", "accuse the force of beating prisoners"; but "accused members of the guard", "accused the head of a prison of theft". */
  #isOfVerb(from: number, of: number): boolean {
    let before = from - 1
    while (before >= 0 && this.#tokens[before]?.pos === 'ADV') before--
    const verb = this.#tokens[before]
    if (verb?.pos !== 'VERB' || !this.lists.ofVerbs.has(verb.lemma)) return false
    const next = this.#tokens[of + 1]
    if (next !== undefined && /..ing$/.test(next.lower) && !this.#within.has(of + 1) && this.#tokens[of + 2]?.pos !== 'PUNCT') return true
    for (let index = of + 1; index < of + 8; index++) {
      if (this.#within.has(index) || this.#kindAt(index) !== undefined) return false
      const { pos = 'PUNCT', lower = '' } = this.#tokens[index] ?? {}
      if (lower === 'of') return false
      if (pos === 'PUNCT' || pos === 'VERB' || pos === 'AUX') break
    }
    return true
  }

  /** Whether a word taken for a noun is the verb of a plural subject: "professors of law argue that". */
  #isPluralsVerb(index: number, headAt: number): boolean {
    const [token, next] = [this.#tokens[index], this.#tokens[index + 1]]
    if (token === undefined || next === undefined || this.#tokens[headAt]?.tag !== 'NNS') return false
    return (
      this.lists.speechVerbs.has(token.lower) &&
      (next.lower === 'that' || next.pos === 'PRON' || next.pos === 'DET' || next.pos === 'SCONJ')
    )
  }

  #complement(from: number, to: number, headAt: number, kind: Description['kind']): number {
    const preposition = this.#lower(to)
    if (!this.lists.belonging.has(preposition) || this.#tokens[to]?.pos === 'PART') return to
    if (preposition !== 'of' && (kind !== 'person' || (!this.#isOffice(headAt) && preposition !== 'from' && preposition !== 'at')))
      return to
    if (preposition === 'of' && this.#isOfVerb(from, to)) return to
    // "ambassador to Chile" is an office, "a trader to Chile" goes there.
    if (preposition === 'to' && !this.lists.sentTo.has(this.#tokens[headAt]?.lemma ?? '')) return to
    // "prosecutors in Lima for ten hours": so long, and nobody's.
    if (preposition === 'for' && this.#tokens[to + 1]?.pos === 'NUM') return to
    let index = to + 1
    while (this.#tokens[index]?.pos === 'DET' || this.lists.possessives.has(this.#lower(index))) index++
    let end = index
    let noun = false
    for (; end < index + 8; end++) {
      const naming = this.#within.get(end)
      const token = this.#tokens[end]
      if (token === undefined) break
      // "Minister of Justice X": X is no part of the office; in "colleague of the lawyer X" X is the lawyer.
      if (naming?.kind === 'person' && noun && !(this.#isOffice(end - 1) && this.#tokens[end - 1]?.tag === 'NN')) break
      if (naming !== undefined) {
        noun = true
        end = naming.to - 1
        continue
      }
      if (/^['’]s?$/.test(token.text) && token.tag === 'POS' && noun) {
        noun = false
        continue
      }
      if (token.pos === 'NOUN' || token.pos === 'PROPN') {
        if (this.lists.notNames.has(token.lower) || (noun && this.#isPluralsVerb(end, headAt))) break
        noun = true
        continue
      }
      // "lawyer of the detained sheikh"
      const modifies = token.tag === 'VBN' && !noun && this.#tokens[end + 1]?.pos === 'NOUN'
      if (token.pos === 'ADJ' || token.pos === 'NUM' || modifies) continue
      break
    }
    if (!noun) return to
    const body = this.#kindAt(end - 1)
    // "a source at the court", "officials from the ministry": where somebody works tells who it is; a body has no name of its own there.
    const workplace = this.lists.workplaces.has(preposition) && this.#isUnnamedOffice(from, headAt) && body === 'organization'
    if (preposition !== 'of' && this.#within.get(end - 1) === undefined && !workplace && !(preposition === 'for' && this.#isOffice(headAt)))
      return to
    if (preposition === 'in' && this.#within.get(end - 1)?.kind !== 'place' && !workplace) return to
    // "abducted the teacher in Lima": behind an object, "in" mostly says where it happened.
    if ((preposition === 'in' || preposition === 'at') && !workplace && this.#tokens[from - 1]?.pos === 'VERB') return to
    return (this.#tokens[end - 1]?.end ?? 0) - (this.#tokens[headAt]?.start ?? 0) > longestMention / 2 ? to : end
  }

  /** "a source", "two officials": holders of an office that no article points at. */
  #isUnnamedOffice(from: number, headAt: number): boolean {
    return this.#isOffice(headAt) && this.#lower(from) !== 'the' && !this.lists.possessives.has(this.#lower(from))
  }

  #isOffice(index: number): boolean {
    const { lower = '', lemma = '' } = this.#tokens[index] ?? {}
    const plain = withoutFormer(lower, this.lists)
    return this.lists.offices.has(plain) || this.lists.offices.has(lemma) || this.lists.informants.has(lemma)
  }

  /** The description without what stands from token `to` on: the next description began there. */
  cut(description: Description, to: number): Description {
    const end = this.#lower(to - 1) === 'of' || this.#tokens[to - 1]?.pos === 'ADP' || this.#tokens[to - 1]?.pos === 'DET' ? to - 1 : to
    if (end <= description.headAt) return description
    return this.#description(description.from, Math.max(end, description.headAt + 1), description.headAt, description.kind)
  }

  #description(from: number, to: number, headAt: number, kind: Description['kind']): Description {
    const { lists } = this
    const tokens = this.#tokens.slice(from, to)
    const head = this.#tokens[headAt]
    const first = this.#lower(from)
    const determined = lists.articles.has(first) || this.lists.possessives.has(first) || lists.demonstratives.has(first)
    const textFrom = this.#tokens[determined ? from + 1 : from]?.start ?? 0
    const end = tokens.at(-1)?.end ?? 0
    const lower = head?.lower ?? ''
    const singular = withoutFormer(
      lists.offices.has(lower) || lists.people.has(lower) || lists.bodies.has(lower) ? lower : (head?.lemma ?? lower),
      lists,
    )
    const plural =
      head?.pos === 'NUM' || head?.tag === 'NNS' || head?.tag === 'NNPS' || (lists.groups.has(lower) && !lists.bodies.has(lower))
    const one = this.#lower(from) === 'one' && this.#lower(from + 1) === 'of'
    const age = /^(\d{1,3})-year-old/.exec(lower)?.[1]
    return {
      start: tokens[0]?.start ?? 0,
      end,
      sentence: this.sentence.index,
      from,
      to,
      headAt,
      kind,
      text: straight(this.text.slice(textFrom, end)),
      head:
        kind === 'person'
          ? this.#wholeOffice(headAt, singular)
          : (headOf(
              tokens.slice(0, headAt - from + 1).map((token) => token.lemma),
              (word) => lists.bodies.has(word) || lists.facilities.has(word),
            ) ?? singular),
      plural: plural && !one,
      gender: lists.genderOfNoun.get(singular) ?? 'unknown',
      reference:
        lists.definite.has(first) || this.#hasOwner(from, headAt)
          ? 'definite'
          : this.lists.possessives.has(first)
            ? 'possessive'
            : lists.indefinite.has(first)
              ? 'indefinite'
              : lists.demonstratives.has(first)
                ? 'definite'
                : 'bare',
      ownerAt: this.lists.possessives.has(first) ? from : undefined,
      modifiers: this.#modifiers(from, to, headAt),
      office: this.#isOffice(headAt),
      age: age === undefined ? undefined : Number(age),
    }
  }

  /** "prime minister" where the pack knows the two words as one office, else the noun alone. */
  #wholeOffice(headAt: number, noun: string): string {
    const two = `${this.#lower(headAt - 1)} ${noun}`
    return this.lists.alike.has(two) ? two : noun
  }

  /** "Kenya's ex-president": whose it is, is named, so it is the one. */
  #hasOwner(from: number, headAt: number): boolean {
    const owner = this.#within.get(from)
    return owner?.from === from && owner.to < headAt && /^['’]s?$/.test(this.#lower(owner.to))
  }

  /** What tells the party from others of its head: fields, peoples, places, nouns, names; not "former" or "senior". */
  #modifiers(from: number, to: number, headAt: number): ReadonlySet<string> {
    const found = new Set<string>()
    for (let index = from; index < to; index++) {
      if (index === headAt) continue
      const token = this.#tokens[index]
      if (token === undefined) continue
      const demonym = this.lists.demonyms.get(token.text)
      const naming = this.#within.get(index)
      if (demonym !== undefined) found.add(`@${demonym}`)
      else if (naming?.place !== undefined) found.add(`@${naming.place.id}`)
      else if (
        naming !== undefined ||
        (token.pos === 'NOUN' && !this.lists.tenure.has(token.lower)) ||
        this.lists.fields.has(token.lower) ||
        (token.pos === 'PROPN' && !this.lists.tenure.has(token.lower))
      )
        found.add(token.lemma)
    }
    return found
  }
}
