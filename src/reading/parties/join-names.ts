import type { MentionKind } from '../../model/report.js'
import type { Gender } from '../../model/words/names.js'
import type { Sentence } from '../parts.js'
import { folded } from './folded.js'
import type { KindedNaming } from './kinds.js'
import type { Lists } from './lists.js'
import { isAcronym } from './names.js'

/** The names of one party: indices of the namings that name it. */
export interface NamedParty {
  readonly kind: MentionKind
  readonly name: string
  readonly forms: readonly string[]
  readonly gender: Gender
  readonly namings: readonly number[]
  /** Head nouns the name itself gives: "court" of a Court of Appeal, "general" of General X. */
  readonly heads: ReadonlySet<string>
  readonly words: ReadonlySet<string>
}

interface Form {
  readonly key: string
  readonly kind: MentionKind
  /** The naming whose spelling stands for the form: one that is not shouted, if there is one. */
  sample: KindedNaming
  readonly namings: number[]
  /** Words that count when names are compared. */
  readonly core: readonly string[]
  alias: boolean
}

/** The parties that the names of a report name: full names with their short forms, long forms with their acronyms, names with their aliases; its own outlet by its whole name. Two people of one family name stay two. */
export function joinNames(
  namings: readonly KindedNaming[],
  sentences: readonly Sentence[],
  lists: Lists,
  outlet: string | null,
): readonly NamedParty[] {
  const forms = formsOf(namings, lists)
  const owner = new Map<Form, Form>()
  const root = (form: Form): Form => {
    let top = form
    for (let next = owner.get(top); next !== undefined; next = owner.get(top)) top = next
    return top
  }
  const join = (form: Form, other: Form): void => {
    const [a, b] = [root(form), root(other)]
    if (a !== b) owner.set(a, b)
  }
  joinPlaces(forms, join)
  joinBrackets(forms, namings, sentences, lists, join)
  joinAcronyms(forms, lists, join)
  joinBodies(forms, lists, join)
  joinSeats(forms, lists, join)
  joinPersons(forms, lists, join)
  joinSpellings(forms, root, join)
  const groups = new Map<Form, Form[]>()
  for (const form of forms.values()) {
    const group = groups.get(root(form))
    if (group === undefined) groups.set(root(form), [form])
    else group.push(form)
  }
  const own = outlet === null ? new Set<Form>() : formsOfOutlet(outlet, forms, namings, sentences, lists)
  const parties: NamedParty[] = []
  const ofOutlet: Form[] = []
  for (const group of groups.values()) {
    if (group.some((form) => own.has(form))) ofOutlet.push(...group)
    else parties.push(partyOf(group, namings, lists))
  }
  if (outlet === null || ofOutlet.length === 0) return parties
  const party = partyOf(ofOutlet, namings, lists)
  return [...parties, { ...party, name: outlet, forms: [...new Set([outlet, ...party.forms])] }]
}

/** How a report names its own outlet: as its head gives it, without "The", or "the Lantern" of the Harbour Lantern. */
function formsOfOutlet(
  outlet: string,
  forms: ReadonlyMap<string, Form>,
  namings: readonly KindedNaming[],
  sentences: readonly Sentence[],
  lists: Lists,
): ReadonlySet<Form> {
  const words = outlet
    .split(/\s+/)
    .map(folded)
    .filter((word, index) => index > 0 || !lists.articles.has(word))
  const last = words.at(-1) ?? ''
  // "The Court" is mostly another one than the court whose office publishes.
  const shortened = words.length < 4 && !words.includes('of') && !lists.bodies.has(last)
  const own = [...forms.values()].filter(({ kind, sample, namings: places }) => {
    if (kind !== 'organization') return false
    const same = sample.words.length === words.length && sample.words.every((word, index) => word === words[index])
    return (
      same ||
      (shortened &&
        sample.words.length === 1 &&
        sample.words[0] === last &&
        places.every((place) => followsArticle(namings[place], sentences)))
    )
  })
  return new Set(own)
}

function followsArticle(naming: KindedNaming | undefined, sentences: readonly Sentence[]): boolean {
  return naming !== undefined && sentences[naming.sentence]?.tokens[naming.from - 1]?.lower === 'the'
}

function formsOf(namings: readonly KindedNaming[], lists: Lists): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>()
  namings.forEach((naming, index) => {
    const key = `${naming.kind === 'place' ? 'place' : naming.kind === 'person' ? 'person' : 'body'} ${naming.key}`
    const form = forms.get(key)
    if (form !== undefined) {
      form.namings.push(index)
      if (isShouted(form.sample) && !isShouted(naming)) form.sample = naming
    } else forms.set(key, { key, kind: naming.kind, sample: naming, namings: [index], core: coreOf(naming, lists), alias: false })
  })
  return forms
}

/** The words by which two forms of a name are compared: of people without particles and suffixes, of bodies without small words, countries and peoples by their place. */
function coreOf(naming: KindedNaming, lists: Lists): readonly string[] {
  if (naming.kind === 'person')
    return naming.words.flatMap((word) => {
      const bare = word.replace(/^(?:[ae][lsnrtdz]|ash|d|l)[-'](?=.)/, '').replace(/\.$/, '')
      return lists.particles.has(bare) || lists.suffixes.has(bare) || bare === '' || /^['"]/.test(bare) ? [] : [bare]
    })
  return (isShouted(naming) ? softened(naming.text) : naming.text)
    .replace(/'s?(?=\s|$)/g, '')
    .split(/[\s]+/)
    .filter((word) => !/^(?:the|of|in|at|for|and|on|to|a)$/i.test(word))
    .map((word) => placeIdOf(word, lists) ?? folded(word))
}

function placeIdOf(word: string, lists: Lists): string | undefined {
  const demonym = lists.demonyms.get(word)
  if (demonym !== undefined) return `@${demonym}`
  const place = lists.known.get(word.toLowerCase())?.find((name) => name.kind === 'place' && name.text === word)?.place
  return place === undefined ? undefined : `@${place.id}`
}

function joinPlaces(forms: ReadonlyMap<string, Form>, join: (a: Form, b: Form) => void): void {
  const byId = new Map<string, Form>()
  for (const form of forms.values()) {
    const id = form.kind === 'place' ? form.sample.place?.id : undefined
    if (id === undefined) continue
    const first = byId.get(id)
    if (first === undefined) byId.set(id, form)
    else join(form, first)
  }
}

/** Joins what the text itself joins: "Special Court (SCSL)", "X, also known as Y". */
function joinBrackets(
  forms: ReadonlyMap<string, Form>,
  namings: readonly KindedNaming[],
  sentences: readonly Sentence[],
  lists: Lists,
  join: (a: Form, b: Form) => void,
): void {
  const formAt = new Map<number, Form>()
  for (const form of forms.values()) for (const index of form.namings) formAt.set(index, form)
  namings.forEach((naming, index) => {
    const next = namings[index + 1]
    const [form, other] = [formAt.get(index), formAt.get(index + 1)]
    if (next === undefined || form === undefined || other === undefined || next.sentence !== naming.sentence || form === other) return
    const tokens = sentences[naming.sentence]?.tokens.slice(naming.to, next.from).map(({ lower }) => lower) ?? []
    const between = tokens.join(' ')
    const bodies = naming.kind !== 'person' && next.kind !== 'person' && naming.kind !== 'place' && naming.kind !== 'law'
    if (between === '(' && bodies && (next.acronym || naming.acronym) && sentences[naming.sentence]?.tokens[next.to]?.text === ')')
      join(other, form)
    const cue = between
      .replace(/^, \d{1,3} ,? ?/, '')
      .replace(/^[,(] ?/, '')
      .replace(/ ?["“'‘:]$/, '')
    if (
      naming.kind === next.kind &&
      lists.words.alias.some((alias) => cue === alias || cue === `${alias} as` || (cue.endsWith(alias) && cue.startsWith('who is ')))
    ) {
      other.alias = true
      join(other, form)
    }
  })
}

function joinAcronyms(forms: ReadonlyMap<string, Form>, lists: Lists, join: (a: Form, b: Form) => void): void {
  const bodies = [...forms.values()].filter(({ kind }) => kind === 'organization')
  const acronyms = bodies.filter(({ sample }) => sample.acronym)
  if (acronyms.length === 0) return
  const long = bodies.filter(({ sample }) => !sample.acronym)
  const byInitials = formsBy(long, ({ sample }) => [initialsOf(sample.text)])
  const byText = formsBy(long, ({ sample }) => [folded(sample.text)])
  for (const form of acronyms) {
    const letters = form.sample.text.replace(/\./g, '')
    const known = lists.longOf.get(letters)
    const match = known !== undefined ? byText.get(folded(known)) : letters.length > 2 ? byInitials.get(letters) : undefined
    if (match?.length === 1 && match[0] !== undefined) join(form, match[0])
  }
}

/** The forms under each of their keys. */
function formsBy(forms: readonly Form[], keysOf: (form: Form) => Iterable<string>): ReadonlyMap<string, readonly Form[]> {
  const found = new Map<string, Form[]>()
  for (const form of forms)
    for (const key of keysOf(form)) {
      const same = found.get(key)
      if (same === undefined) found.set(key, [form])
      else same.push(form)
    }
  return found
}

/** Joins "Hague court" to the one court of the report that sits there. */
function joinSeats(forms: ReadonlyMap<string, Form>, lists: Lists, join: (a: Form, b: Form) => void): void {
  const courts = [...forms.values()].filter(({ sample }) => seatOf(sample) !== undefined)
  for (const form of forms.values()) {
    const seat = form.core.length === 2 && form.core[0]?.startsWith('@') ? form.core[0].slice(1) : undefined
    if (seat === undefined || (form.core[1] !== 'court' && form.core[1] !== 'tribunal')) continue
    const there = courts.filter(({ sample }) => seatOf(sample) === seat)
    const names = new Set(there.map(({ sample }) => lists.longOf.get(sample.text) ?? sample.text))
    if (names.size === 1 && there[0] !== undefined) join(form, there[0])
  }
}

function seatOf({ place, kind }: KindedNaming): string | undefined {
  return kind === 'organization' && place?.kind === 'court' ? place.within : undefined
}

function initialsOf(text: string): string {
  return text
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('')
}

/** Joins a body's short form to its long one: the same head, every word of the short in the long, and only one long form to choose. */
function joinBodies(forms: ReadonlyMap<string, Form>, lists: Lists, join: (a: Form, b: Form) => void): void {
  const bodies = [...forms.values()].filter(({ kind, sample }) => (kind === 'organization' || kind === 'facility') && !sample.acronym)
  const byWord = formsBy(bodies, ({ core }) => new Set(core))
  for (const form of bodies) {
    // A bare "Court" may be any court: who is meant is told by where it stands.
    if (form.core.length === 1 && form.sample.head === form.core[0]) continue
    const longer = (byWord.get(form.core[0] ?? '') ?? []).filter(
      (other) => other !== form && other.kind === form.kind && holds(other, form) && sameHead(form, other),
    )
    const equal = longer.find((other) => other.core.length === form.core.length)
    const widest = longer.filter((other) => other.core.length > form.core.length)
    const apart = widest.filter(
      (other) => !widest.some((wider) => wider !== other && wider.core.length > other.core.length && holds(wider, other)),
    )
    const match = equal ?? (apart.length === 1 ? apart[0] : undefined)
    if (match !== undefined && !isOnlyPlaceAndHead(form, match, lists)) join(form, match)
  }
}

function holds(long: Form, short: Form): boolean {
  return short.core.every((word) => long.core.includes(word))
}

function sameHead({ sample: a, kind }: Form, { sample: b }: Form): boolean {
  return (
    a.head === b.head ||
    (kind === 'facility' && (a.head === undefined || b.head === undefined)) ||
    (a.head === undefined && b.text.startsWith(a.text))
  )
}

/** "Italian police" is not the "Italian border police": a people and a head are shared by many bodies of one state. */
function isOnlyPlaceAndHead(short: Form, long: Form, lists: Lists): boolean {
  if (short.core.length !== 2 || short.core.length === long.core.length) return false
  const place = short.core.find((word) => word.startsWith('@'))
  return place !== undefined && lists.bodies.has(short.sample.head ?? '') && short.sample.head !== 'court'
}

/** Joins short forms of people's names to full ones. A family name that several bear goes to the one named most; with a title of the other sex it goes to none. */
function joinPersons(forms: ReadonlyMap<string, Form>, lists: Lists, join: (a: Form, b: Form) => void): void {
  const persons = [...forms.values()].filter(({ kind, core }) => kind === 'person' && core.length > 0)
  const byWord = formsBy(persons, ({ core }) => new Set(core))
  for (const form of persons) {
    const last = form.core.at(-1) ?? ''
    const sharing = new Set([...(byWord.get(form.core[0] ?? '') ?? []), ...(byWord.get(last) ?? [])])
    const candidates = [...sharing].filter(
      (other) => other !== form && other.core.length >= form.core.length && isShortOf(form, other) && !clash(form, other, lists),
    )
    const equal = candidates.find(({ core }) => core.length === form.core.length)
    const longer = candidates.filter(({ core }) => core.length > form.core.length)
    const match = equal !== undefined && longer.length === 0 ? equal : mostNamed(form, longer)
    if (match !== undefined && (match.core.length > form.core.length || match.key < form.key)) join(form, match)
  }
}

/** Joins a family name that stands alone to the one person whose name it spells another way: "Njeem" beside "Osama Najim", as when one outlet quotes another. */
function joinSpellings(forms: ReadonlyMap<string, Form>, root: (form: Form) => Form, join: (a: Form, b: Form) => void): void {
  const persons = [...forms.values()].filter(({ kind, core }) => kind === 'person' && core.length > 0)
  const bySkeleton = formsBy(persons, ({ core }) => (core.length > 1 ? core.map(consonantsOf) : []))
  const spelled = new Set(persons.flatMap(({ core }) => (core.length > 1 ? core : [])))
  const joined = new Set(persons.map((form) => root(form)).filter((top, index) => top !== persons[index]))
  for (const form of persons) {
    const word = form.core[0] ?? ''
    const skeleton = consonantsOf(word)
    if (spelled.has(word)) continue
    // Fewer than three consonants fit too many names.
    if (form.core.length !== 1 || root(form) !== form || joined.has(form) || skeleton.length < 3) continue
    const alike = (bySkeleton.get(skeleton) ?? []).filter(({ core }) => core.some((other) => sameSound(word, other)))
    const tops = new Set(alike.map((other) => root(other)))
    const [only] = tops
    if (tops.size === 1 && only !== undefined) join(form, only)
  }
}

function consonantsOf(word: string): string {
  return word.replace(/[aeiouy]/g, '').replace(/(.)\1/g, '$1')
}

/** Whether two words of the same consonants can be one name: vowels may be left out, or written another way, but "a" is no "u". */
function sameSound(a: string, b: string): boolean {
  // "Elmansour" and "Almansour": the Arabic article is heard and written both ways.
  const sameStart = a[0] === b[0] || (articled.test(a) && articled.test(b))
  if (!sameStart || consonantsOf(a) !== consonantsOf(b)) return false
  const [x, y] = [vowelsOf(a), vowelsOf(b)]
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  let at = 0
  for (const vowel of long) if (vowel === short[at]) at++
  return at === short.length
}

/** A family name written together with its Arabic article. */
const articled = /^[aeu]l\p{L}{3}/u

function vowelsOf(word: string): string {
  return word
    .replace(/ee|ei|ie|ey|y/g, 'i')
    .replace(/oo|ou/g, 'u')
    .replace(/o/g, 'u')
    .replace(/e/g, 'a')
    .replace(/[^aiu]/g, '')
}

function mostNamed(form: Form, candidates: readonly Form[]): Form | undefined {
  const byFamily = candidates.filter(({ core }) => core.at(-1) === form.core.at(-1))
  const chosen = byFamily.length > 0 ? byFamily : candidates
  if (byFamily.length === 0 && new Set(chosen.map(({ core }) => core.at(-1))).size > 1) return undefined
  return chosen.reduce<Form | undefined>((best, other) => {
    if (best === undefined) return other
    return other.namings.length > best.namings.length ||
      (other.namings.length === best.namings.length && (other.namings[0] ?? 0) < (best.namings[0] ?? 0))
      ? other
      : best
  }, undefined)
}

/** Whether `short` can be a shorter way of writing `long`: its last words, its first and last, or one word of it; an initial stands for its word. */
function isShortOf({ core: short }: Form, { core: long }: Form): boolean {
  if (short.length === 1) return long.includes(short[0] ?? '')
  let at = 0
  for (const word of short) {
    while (at < long.length && !sameWord(word, long[at] ?? '')) at++
    if (at === long.length) return false
    at++
  }
  return sameWord(short[0] ?? '', long[0] ?? '') || short.every((word, index) => word === long[long.length - short.length + index])
}

function sameWord(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))
}

function clash(a: Form, b: Form, lists: Lists): boolean {
  const [x, y] = [genderOf(a.sample, lists), genderOf(b.sample, lists)]
  return (x === 'feminine' && y === 'masculine') || (x === 'masculine' && y === 'feminine')
}

function genderOf(naming: KindedNaming, lists: Lists): Gender {
  for (const title of naming.titles) {
    const gender = lists.genderOfNoun.get(title)
    if (gender !== undefined) return gender
  }
  const first = naming.words[0] ?? ''
  return (
    (naming.words.length > 1 ? (lists.given.get(first) ?? lists.given.get(first.split('-')[0] ?? '')) : lists.given.get(first)) ?? 'unknown'
  )
}

function partyOf(group: readonly Form[], namings: readonly KindedNaming[], lists: Lists): NamedParty {
  const all = group.flatMap((form) => form.namings).sort((a, b) => a - b)
  const ordered = [...group].sort(
    (a, b) =>
      rank(b) - rank(a) ||
      b.sample.words.length - a.sample.words.length ||
      b.namings.length - a.namings.length ||
      (a.namings[0] ?? 0) - (b.namings[0] ?? 0),
  )
  const full = ordered[0]?.sample
  const samples = all.flatMap((index) => namings[index] ?? [])
  const titled = samples.find(({ titles }) => titles.length > 0)
  const kind = samples[0]?.kind ?? 'person'
  // A family name alone is fuller with its title: "Judge Flores Liera".
  const bare = full?.text ?? ''
  const name =
    kind === 'person' &&
    titled !== undefined &&
    !samples.some(({ words }) => words.length > 1 && !words.every((word) => lists.particles.has(word)))
      ? `${titleText(titled)}${bare}`
      : bare
  const genders = new Set(samples.map((sample) => genderOf(sample, lists)).filter((gender) => gender !== 'unknown'))
  return {
    kind,
    name: full !== undefined && isShouted(full) ? softened(name) : name,
    forms: [...new Set([name, ...ordered.map(({ sample }) => sample.text)])],
    gender: genders.size === 1 ? ([...genders][0] ?? 'unknown') : 'unknown',
    namings: all,
    heads: new Set(samples.flatMap(({ head, titles }) => [...(head === undefined ? [] : [head]), ...titles])),
    words: new Set(group.flatMap(({ core }) => core)),
  }
}

/** Full names before acronyms, names before aliases, and what is shouted in a headline last. */
function rank({ sample, alias }: Form): number {
  return (isShouted(sample) ? -3 : 0) + (alias ? -2 : 0) + (isAcronym(sample.text) && sample.kind !== 'place' ? -1 : 0)
}

function titleText({ titles }: KindedNaming): string {
  return titles.map((title) => `${title.charAt(0).toUpperCase()}${title.slice(1)} `).join('')
}

/** Whether the name is written in capitals throughout as a dateline or headline writes it, and is no acronym. */
function isShouted({ text, kind, acronym, place }: KindedNaming): boolean {
  if (!/^[\p{Lu}\s'-]{4,}$/u.test(text)) return false
  return kind === 'place' && place !== undefined ? !place.names.includes(text) : !acronym && /\p{Lu}{4}/u.test(text)
}

/** "RATKO MLADIĆ" as "Ratko Mladić": a dateline or a headline shouts, the name does not. */
function softened(name: string): string {
  return name.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}
