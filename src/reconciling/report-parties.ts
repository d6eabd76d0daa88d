import type { MentionKind, ReadReport, Statement } from '../model/report.js'
import { folded } from './name-token.js'
import type { NameWords } from './name-words.js'

/** One party of one report, as its reader grouped it. */
export interface ReportParty {
  readonly kind: MentionKind
  /** The fullest form the report uses. */
  readonly name: string
  /** Every written form that is a name, the fullest included. */
  readonly forms: readonly string[]
}

/** The parties of a report, and which of them a name in one of its statements means. */
export interface ReportParties {
  readonly parties: readonly ReportParty[]
  /** A folded name or written form -> the party's place in `parties`. */
  readonly byName: ReadonlyMap<string, number>
}

/** The parties of a report: those mentioned, and those that only statements name. Unnamed ones ("two officers", "a ministry source") are no party that could be met again in another report. */
export function reportParties(read: ReadReport, words: NameWords): ReportParties {
  const grouped = new Map<string, { kind: MentionKind; name: string; forms: Map<string, string> }>()
  const add = (kind: MentionKind, name: string, form: string) => {
    const key = `${kind} ${folded(name)}`
    const party = grouped.get(key) ?? { kind, name, forms: new Map([[folded(name), name]]) }
    grouped.set(key, party)
    if (isName(form) && !party.forms.has(folded(form))) party.forms.set(folded(form), form)
  }
  for (const { start, end, kind, name } of read.mentions) {
    const full = tidy(name)
    if (isName(full) || kind === 'organization' || kind === 'facility') add(kind, full, tidy(read.text.slice(start, end)))
  }
  const mentioned = new Set([...grouped.values()].flatMap(({ forms }) => [...forms.keys()]))
  for (const statement of read.statements) {
    for (const [slot, name] of namesOf(statement)) {
      const full = tidy(name)
      if (!mentioned.has(folded(full)) && isName(full) && !isDescription(full, words)) add(kindOf(full, slot, words), full, full)
    }
  }
  const parties = [...grouped.values()]
    .map(({ kind, name, forms }) => ({ kind, name, forms: [...forms.values()].sort() }))
    .sort((a, b) => (a.kind + a.name < b.kind + b.name ? -1 : 1))
  return { parties, byName: placesByName(parties) }
}

/** Which of a report's parties a name in it means: a folded fullest name, else a folded written form, and the place of the party. */
export function placesByName(parties: readonly ReportParty[]): ReadonlyMap<string, number> {
  const byName = new Map<string, number>()
  for (const [index, party] of parties.entries()) if (!byName.has(folded(party.name))) byName.set(folded(party.name), index)
  for (const [index, party] of parties.entries())
    for (const form of party.forms) if (!byName.has(folded(form))) byName.set(folded(form), index)
  return byName
}

type Slot = 'agent' | 'patient' | 'recipient' | 'place' | 'sources'

function namesOf(statement: Statement): readonly (readonly [Slot, string])[] {
  const slots = ['agent', 'patient', 'recipient', 'place', 'sources'] as const
  return slots.flatMap((slot) => statement[slot].map((name) => [slot, name] as const))
}

/** A name in one line, without the article before it or the possessive after it. */
export function tidy(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|a|an)\s+(?=\S)/i, '')
    .replace(/['’]s?$/u, '')
    .replace(/^["“„«'‘]+|["”»'’,;:]+$/gu, '')
}

/** Whether a written form is a name: a capital after its first words' articles, or a script without capitals. */
function isName(form: string): boolean {
  return /\p{Lu}|\p{Lo}/u.test(form)
}

/**
 * A description, though it holds a name or a people's ("lawyer of Osama Najim", "Libyan general", "the Italians"): it begins small, or has a small word that is neither
 * a joining word nor a kind of body or place.
 */
function isDescription(name: string, words: NameWords): boolean {
  if (/^(?:\p{Ll}{2,}|\d)/u.test(name) && !/^(?:al|el|de|di|da|van|von|bin|ibn|abu|dos|del)[\s-]/u.test(name)) return true
  if (words.peoples.has(folded(name)) || words.peoples.has(folded(name).replace(/s$/, ''))) return true
  const small = name.match(/(?<![\p{L}\p{N}'’-])\p{Ll}{3,}(?!\p{L})/gu) ?? []
  return small.some(
    (word) =>
      ![words.joiningWords, words.particles, words.bodyWords, words.placeWords].some((known) =>
        known.has(words.sameWords.get(folded(word)) ?? folded(word)),
      ),
  )
}

/** The kind of a party that only a statement names: by what its words say, else by the place it takes in the statement. */
function kindOf(name: string, slot: Slot, words: NameWords): MentionKind {
  const plain = folded(name)
  if (words.placeNames.has(plain)) return 'place'
  const parts = plain.split(' ')
  if (words.known.has(plain) || parts.some((word) => words.headWords.has(words.sameWords.get(word) ?? word))) return 'organization'
  if (parts.some((word) => words.placeWords.has(words.sameWords.get(word) ?? word))) return 'facility'
  if (slot === 'place') return 'place'
  return parts.length >= 2 && parts.length <= 5 ? 'person' : 'organization'
}
