import type { Sentence, Token, Tree } from '../parts.js'

/** What stands where in the clause of a verb or noun: heads of the phrases, as token indices of the sentence. */
export interface Slots {
  readonly passive: boolean
  readonly subject: readonly number[]
  readonly object: readonly number[]
  /** To whom, of a verb with two objects: "sent them the request". */
  readonly indirect: readonly number[]
  readonly by: readonly number[]
  readonly possessor: readonly number[]
  readonly after: readonly { readonly word: string; readonly heads: readonly number[] }[]
}

/** Words that join a companion to a subject: "together with", "along with". */
const joiners: ReadonlySet<string> = new Set(['together', 'along', 'alongside'])

/** Those with whom somebody does or suffers something: "detained with his brothers", "filed a complaint, together with four widows". */
export function companionsIn({ tokens }: Sentence, { passive, after }: Slots): readonly number[] {
  return after
    .filter(({ word, heads }) => {
      const first = phraseStart(tokens, heads[0] ?? 0)
      return word === 'alongside' || (word === 'with' && (passive || joiners.has(tokens[first - 2]?.lower ?? '')))
    })
    .flatMap(({ heads }) => heads)
}

/**
 * Who does what an infinitive or a content clause leaves without a doer: whose the noun is that governs it ("the government's decision to free him"), who weighs "whether to",
 * who orders "that he be freed" or has him freed.
 */
export function doerAbove(
  sentence: Sentence,
  { verb, governors }: VerbGroup,
  { passive }: Slots,
): { readonly doers: readonly number[]; readonly verb: number } | null {
  const { tokens } = sentence
  const tree = sentence.tree()
  const noun = governors[0]
  if (!passive && noun !== undefined && tokens[noun]?.pos === 'NOUN') {
    const { possessor, after } = slotsOfNoun(sentence, noun, noun + 1)
    const doers = possessor.length > 0 ? possessor : (after.find(({ word }) => word === 'of' || word === 'by')?.heads ?? [])
    return doers.length === 0 ? null : { doers, verb: noun }
  }
  const above = tree.head[verb] ?? -1
  if (above < 0 || tree.relation[verb] !== 'ccomp' || above > verb) return null
  const marks = tree.children(verb).filter((child) => child < verb)
  const weighs = !passive && marks.some((mark) => tokens[mark]?.lower === 'whether') && tokens[verb - 1]?.lower === 'to'
  const orders = passive && marks.some((mark) => tokens[mark]?.lower === 'be' && tree.relation[mark] === 'aux:pass')
  const has = passive && tokens[above]?.lemma === 'have' && tokens[verb]?.tag === 'VBN'
  const doers = weighs || orders || has ? subjectOf(sentence, tree, above) : []
  return doers.length === 0 ? null : { doers, verb: above }
}

/** A verb's own subject, or that of the verb it is joined to: "declined to validate the arrest and ordered". */
function subjectOf(sentence: Sentence, tree: Tree, verb: number): readonly number[] {
  const { subject } = ownSlots(sentence, tree, verb)
  if (subject.length > 0) return subject
  const governor = governing(tree, verb)
  const inherited = governor === null ? [] : inheritedSubject(sentence, tree, governor, tree.relation[verb] ?? '')
  return inherited.length > 0 ? inherited : subjectBefore(sentence.tokens, groupStart(sentence.tokens, verb))
}

/** The words that belong to a verb: "had not been", "failed to promptly". */
export interface VerbGroup {
  readonly verb: number
  /** First token of the group. */
  readonly start: number
  /** Auxiliaries, adverbs and negations, left to right. */
  readonly parts: readonly number[]
  /** Verbs, adjectives or nouns that govern the verb through "to", "of" or "from", nearest first: "failed (to)", "accused (of)". */
  readonly governors: readonly number[]
  readonly passive: boolean
}

const emptySlots: Slots = { passive: false, subject: [], object: [], indirect: [], by: [], possessor: [], after: [] }

const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])
const inPhrase = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET', 'SYM'])
const relatives = new Set(['who', 'whom', 'which', 'that', 'whose'])

/** The verb with everything before it that bears on it. */
export function verbGroup(sentence: Sentence, verb: number): VerbGroup {
  const { tokens } = sentence
  const parts: number[] = []
  const governors: number[] = []
  let at = verb - 1
  let start = verb
  let passive = false
  let ownAuxiliaries = true
  for (; at >= 0; at--) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.pos === 'AUX') {
      if (ownAuxiliaries && (token.lemma === 'be' || token.lemma === 'get') && isPastParticiple(tokens[verb])) passive = true
    } else if (token.lower === 'got' && ownAuxiliaries && isPastParticiple(tokens[verb])) {
      passive = true
    } else if (isLinking(token)) {
      const governor = governorBefore(tokens, at, tokens[verb])
      if (governor === null) break
      parts.push(at)
      governors.push(governor)
      ownAuxiliaries = false
      at = governor
      start = at
      if (tokens[at]?.pos === 'NOUN') break
      continue
    } else if (token.pos !== 'ADV' && token.pos !== 'PART' && !/^(?:n['’]t|not)$/.test(token.lower)) break
    parts.push(at)
    start = at
  }
  if (
    !passive &&
    ownAuxiliaries &&
    isPastParticiple(tokens[verb]) &&
    (tokens[verb]?.tag === 'VBN' || tokens[verb + 1]?.lower === 'by') &&
    !parts.some((p) => tokens[p]?.pos === 'AUX')
  )
    passive = true
  return { verb, start, parts: parts.reverse(), governors, passive }
}

function isLinking(token: Token): boolean {
  return token.lower === 'to' || token.lower === 'of' || token.lower === 'from' || token.lower === 'without'
}

/** The verb, adjective or noun that "to", "of" or "from" at `at` hangs on; null where the word before is no governor. */
function governorBefore(tokens: readonly Token[], at: number, verb: Token | undefined): number | null {
  const linking = tokens[at]
  if (
    linking?.lower !== 'to' &&
    verb !== undefined &&
    !/ing$/.test(verb.lower) &&
    !(verb.tag === 'VBN' && tokens[at + 1]?.lower === 'being')
  )
    return null
  let before = at - 1
  if (tokens[before]?.pos === 'CCONJ' && linking?.lower === 'to') return governorOfFirst(tokens, before)
  while (tokens[before]?.pos === 'ADV' || tokens[before]?.pos === 'PART') before--
  const pos = tokens[before]?.pos
  return pos === 'VERB' || pos === 'ADJ' || pos === 'AUX' || pos === 'NOUN' || pos === 'SCONJ' ? before : null
}

/** "ordered them to try or to extradite him": what governs the first infinitive governs the second; at most 12 words back. */
function governorOfFirst(tokens: readonly Token[], conjunction: number): number | null {
  for (let at = conjunction - 1; at > Math.max(0, conjunction - 12); at--) {
    if (/^[,;:]$/.test(tokens[at]?.text ?? '')) return null
    if (tokens[at]?.lower === 'to' && tokens[at]?.pos === 'PART') return governorBefore(tokens, at, tokens[at + 1])
  }
  return null
}

export function isPastParticiple(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.tag === 'VBN' || token.tag === 'VBD' || /(?:ed|en|wn|ld|ght|un|ung|ept|ent|ot|ut|et|id)$/.test(token.lower))
  )
}

const known = new WeakMap<(head: number) => boolean, Map<number, Slots>>()

/** What stands where around a verb; `isSomebody` tells it of the words of this sentence alone. Several triggers ask it of one verb, so it is worked out once. */
export function slotsOf(sentence: Sentence, group: VerbGroup, isSomebody: (head: number) => boolean): Slots {
  let byVerb = known.get(isSomebody)
  if (byVerb === undefined) {
    byVerb = new Map()
    known.set(isSomebody, byVerb)
  }
  let slots = byVerb.get(group.verb)
  if (slots === undefined) {
    slots = readSlots(sentence, group, isSomebody)
    byVerb.set(group.verb, slots)
  }
  return slots
}

/**
 * Roles' places from the parse and, as a second reader, from the tags. Where they differ the parse is believed, unless only the other names somebody:
 * most of the parse's mistakes hang a verb on a noun that can do nothing ("gown arrived").
 */
function readSlots(sentence: Sentence, group: VerbGroup, isSomebody: (head: number) => boolean): Slots {
  const tags = slotsFromTags(sentence, group)
  if (!hasParse(sentence)) return tags
  const read = slotsFromTree(sentence, group)
  // "had pledged money, an aide said": whoever stands behind the verb and before another is that other's subject.
  const arcs = {
    ...read,
    subject: read.subject.filter((head) => head < group.verb || tags.subject.length === 0 || !isSubjectOfNext(sentence.tokens, head)),
    object: read.object.filter((head) => sentence.tokens[head]?.tag !== 'WP'),
  }
  const active = isBareWithObject(sentence, group, arcs) || isLoneParticiple(sentence, group, tags)
  const passive = !active && (arcs.passive || (tags.passive && arcs.object.length === 0))
  const believed = (parse: readonly number[], other: readonly number[]) =>
    parse.length > 0 && (parse.some(isSomebody) || !other.some(isSomebody)) ? parse : other
  const inParse = (parse: readonly number[], head: number) => parse.some((known) => isSameName(sentence.tokens, known, head))
  const joined = (parse: readonly number[], other: readonly number[]) =>
    other.some((head) => inParse(parse, head)) ? [...parse, ...other.filter((head) => !inParse(parse, head))] : parse
  const behind = subjectBehind(sentence.tokens, group)
  if (behind.length > 0) return { ...arcs, passive: true, subject: behind, object: [] }
  const whom = objectBefore(sentence.tokens, group, tags)
  if (whom !== null) return { ...tags, passive: false, object: [whom], by: [], after: arcs.after.length > 0 ? arcs.after : tags.after }
  const standsBefore = tags.subject.includes(group.start - 1) && tags.subject.some(isSomebody) && !hasOwnSubject(sentence, group.verb)
  const setApart =
    tags.subject.some(isSomebody) && arcs.subject.some((head) => isSetApart(sentence.tokens, group, head, tags.subject[0] ?? head))
  const beside = arcs.subject.some(isSomebody) ? null : nounBeside(sentence.tokens, group, isSomebody)
  if (beside !== null) return { ...arcs, passive, subject: [beside], object: [] }
  return {
    passive,
    subject: withMembers(
      sentence.tokens,
      onOneSide(
        sentence.tokens,
        group.start,
        standsBefore || setApart ? tags.subject : joined(believed(arcs.subject, tags.subject), tags.subject),
      ),
    ),
    object: passive
      ? []
      : withMembers(sentence.tokens, arcs.indirect.length > 0 ? arcs.object : joined(believed(arcs.object, tags.object), tags.object)),
    indirect: passive ? [] : arcs.indirect,
    by: believed(arcs.by, tags.by),
    possessor: [],
    after: [...arcs.after, ...tags.after.filter(({ heads }) => !arcs.after.some((phrase) => phrase.heads.includes(heads[0] ?? -1)))],
  }
}

/** "Also arrested were a poet and her brother", "Among those killed was Karl Berg": after a participle that opens the sentence, who stands behind "was". */
function subjectBehind(tokens: readonly Token[], { verb, parts }: VerbGroup): readonly number[] {
  if (tokens[verb]?.tag !== 'VBN' || parts.some((part) => tokens[part]?.pos === 'AUX')) return []
  const before = tokens.slice(0, verb)
  const opens =
    before.every(({ pos }) => pos === 'ADV') || (before[0]?.lower === 'among' && before.every(({ pos }) => /^(?:ADP|DET|PRON)$/.test(pos)))
  if (!opens) return []
  const be = tokens.slice(verb + 1, verb + 1 + farthestBe).find(({ pos, text }) => pos === 'AUX' || pos === 'VERB' || text === ',')
  return be?.lemma === 'be' ? phraseFrom(tokens, be.index + 1) : []
}

/** Words between a participle that opens a sentence and its "was": "arrested in the same house". */
const farthestBe = 8

/** "the man whom police arrested", "the bank which the state closed": the noun before the relative pronoun, where the verb's subject stands between and no object behind. */
function objectBefore(tokens: readonly Token[], { verb, start, parts }: VerbGroup, { subject, object }: Slots): number | null {
  const own = subject[0]
  if (own === undefined || own !== start - 1 || object.length > 0 || parts.some((part) => tokens[part]?.lemma === 'be')) return null
  const pronoun = phraseStart(tokens, own) - 1
  const relative = tokens[pronoun]
  if (relative === undefined || !/^(?:whom|who|which)$/.test(relative.lower) || tokens[pronoun - 1]?.pos === 'ADP') return null
  const next = tokens[verb + 1]
  return next?.pos === 'ADP' && next.lower === 'by' ? null : (antecedent(tokens, pronoun)[0] ?? null)
}

/** "guards of the fort, led by a major, seized him", "lawyers for Berg said": what a comma or a preposition sets apart right before a finite verb is not its subject. */
function isSetApart(tokens: readonly Token[], { start, verb, parts }: VerbGroup, head: number, other: number): boolean {
  const before = tokens[phraseStart(tokens, head) - 1]
  // "led by a major, seized Berg when": whoever stands right behind the verb, with more to follow, is its object.
  if (head >= start)
    return head > verb && phraseStart(tokens, head) === verb + 1 && /^(?:ADP|ADV|SCONJ)$/.test(tokens[nameEnd(tokens, head)]?.pos ?? '')
  // "was taken before the judge and was held"
  if (tokens[start - 1]?.pos === 'CCONJ') return before?.pos === 'ADP' || before?.pos === 'SCONJ'
  if (tokens[start - 1]?.text !== ',') return before?.pos === 'ADP'
  const finite = tokens[verb]?.tag !== 'VBN' || parts.some((part) => tokens[part]?.pos === 'AUX')
  return finite && tokens.slice(other, head).some(({ text }) => text === ',')
}

/** The token behind a name that begins at or around a head. */
function nameEnd(tokens: readonly Token[], head: number): number {
  let end = head + 1
  while (tokens[end]?.pos === 'PROPN') end++
  return end
}

/** "the trial of five soldiers accused of": the somebody right before a bare participle, where the parse hangs it on what is nobody. */
function nounBeside(tokens: readonly Token[], { verb, start, parts }: VerbGroup, isSomebody: (head: number) => boolean): number | null {
  const bare = start === verb && parts.length === 0 && tokens[verb]?.tag === 'VBN'
  const [before, preposition] = [tokens[verb - 1], tokens[phraseStart(tokens, verb - 1) - 1]]
  return bare && /^(?:NOUN|PROPN)$/.test(before?.pos ?? '') && preposition?.lower === 'of' && isSomebody(verb - 1) ? verb - 1 : null
}

/** Words from a group to its members: "thirteen ministers of the former cabinet, among them Ana Ríos". */
const farthestMember = 8

/** "twelve officials, including the mayor", "ten officers, Karl Berg among them,": the group, and those of it who are named. */
function withMembers(tokens: readonly Token[], heads: readonly number[]): readonly number[] {
  const members = heads.flatMap((head) => {
    if (tokens[head]?.tag !== 'NNS' && tokens[head]?.pos !== 'NUM') return []
    for (let at = head + 1; at <= head + farthestMember; at++) {
      const token = tokens[at]
      if (token === undefined || token.pos === 'AUX' || (token.pos === 'VERB' && token.lower !== 'including')) return []
      const opens = token.lower === 'including' || (token.lower === 'among' && tokens[at + 1]?.lower === 'them')
      if (opens) return phraseFrom(tokens, token.lower === 'among' ? at + 2 : at + 1)
      if (token.text !== ',') continue
      const named = phraseFrom(tokens, at + 1)
      const last = named.at(-1)
      if (last !== undefined && tokens[last + 1]?.lower === 'among' && tokens[last + 2]?.lower === 'them') return named
    }
    return []
  })
  return [...heads, ...members.filter((member) => !heads.includes(member))]
}

/** "Lima, 4 May - The court ordered": what stands before a single dash is no subject of what comes after it. */
function onOneSide(tokens: readonly Token[], verb: number, heads: readonly number[]): readonly number[] {
  const near = heads.filter((head) => tokens.slice(head, verb).filter(({ text }) => /^[-–—]$/.test(text)).length % 2 === 0)
  return near.length > 0 ? near : heads
}

/** Whether two heads are words of one name: the parse takes its first word, or the title before it, for the head, the tags its last. */
function isSameName(tokens: readonly Token[], a: number, b: number): boolean {
  const [first, last] = a < b ? [a, b] : [b, a]
  if (last - first > longestName) return false
  for (let at = first + 1; at <= last; at++) if (tokens[at]?.pos !== 'PROPN') return false
  return first === last || /^(?:PROPN|NOUN)$/.test(tokens[first]?.pos ?? '')
}

/** Words of a person's name: more are two names. */
const longestName = 5

export function hasOwnSubject(sentence: Sentence, verb: number): boolean {
  const tree = sentence.tree()
  return tree.children(verb).some((child) => /^nsubj/.test(tree.relation[child] ?? ''))
}

/** "survivors accused the judges": no auxiliary and an object right after it make an active verb, also where the tagger takes it for a participle. */
function isBareWithObject({ tokens }: Sentence, group: VerbGroup, { subject, object }: Slots): boolean {
  const bare = !group.parts.some((part) => tokens[part]?.pos === 'AUX')
  const [first = -1] = object
  return bare && first > group.verb && subject.some((head) => head < group.start) && phraseStart(tokens, first) === group.verb + 1
}

/** Kinds of block whose sentences leave out "was". */
const clipped: ReadonlySet<string> = new Set(['headline', 'standfirst', 'heading', 'caption'])

/** "Amnesty called on Norway": in running text a sentence needs a finite verb, so a participle without auxiliary that it all hangs on is one, however it was tagged. */
function isLoneParticiple({ tokens, kind, tree }: Sentence, group: VerbGroup, { subject }: Slots): boolean {
  if (clipped.has(kind) || tree().head[group.verb] !== -1 || tokens[group.verb + 1]?.lower === 'by') return false
  const finite = tokens.some(({ tag, index }) => index > group.verb && /^(?:VBD|VBZ|VBP|MD)$/.test(tag))
  return subject.length > 0 && !finite && !group.parts.some((part) => tokens[part]?.pos === 'AUX')
}

/** Whether the sentence was parsed at all: a tree in which every word hangs on the first says nothing. */
function hasParse(sentence: Sentence): boolean {
  return sentence.tree().relation.some((relation) => relation !== 'root' && relation !== 'dep')
}

// --- from the parse ---------------------------------------------------------------------------------------------------------------------

function slotsFromTree(sentence: Sentence, group: VerbGroup): Slots {
  const tree = sentence.tree()
  const { tokens } = sentence
  const verb =
    tree.relation[group.verb] === 'cop' || tree.relation[group.verb]?.startsWith('aux') ? (tree.head[group.verb] ?? group.verb) : group.verb
  const own = ownSlots(sentence, tree, verb)
  const { passive } = own
  if (own.subject.length > 0)
    return { ...own, passive: passive || isGapped(sentence, tree, group, own), subject: resolved(sentence, tree, own.subject, verb) }
  const relation = tree.relation[verb] ?? ''
  const head = tree.head[verb] ?? -1
  if (head === -1) return { ...own, passive }
  if (relation === 'acl' && tokens[verb]?.tag === 'VB') return { ...own, passive, subject: deciding(sentence, tree, head) }
  if (relation === 'acl' || relation === 'acl:relcl') {
    return { ...own, passive, subject: withConjuncts(tree, head, tokens) }
  }
  const governor = governing(tree, verb)
  const shared =
    relation === 'conj' &&
    !passive &&
    own.object.length === 0 &&
    tokens[verb]?.tag === 'VBN' &&
    governor !== null &&
    ownSlots(sentence, tree, governor).passive
  if (shared && governor !== null) return { ...own, passive: true, subject: inheritedSubject(sentence, tree, governor, relation) }
  // "thanked Ghana for extraditing him": who is thanked or blamed for a deed did it.
  const isFor = relation === 'advcl' && tokens[verb]?.tag === 'VBG' && tokens[verb - 1]?.lower === 'for'
  return { ...own, passive, subject: governor === null ? [] : inheritedSubject(sentence, tree, governor, isFor ? 'advcl:for' : relation) }
}

/** "14 were killed and 50 wounded": a participle that leaves out the "were" of the verb it is joined to. */
function isGapped({ tokens }: Sentence, tree: Tree, { verb, parts }: VerbGroup, { object }: Slots): boolean {
  const above = tree.head[verb] ?? -1
  const bare = object.every((head) => phraseStart(tokens, head) !== verb + 1) && !parts.some((part) => tokens[part]?.pos === 'AUX')
  const joined = tree.relation[verb] === 'conj' && above >= 0 && tree.children(above).some((child) => tree.relation[child] === 'aux:pass')
  const ends =
    tokens[verb + 1] === undefined || /^(?:PUNCT|ADP|SCONJ)$/.test(tokens[verb + 1]?.pos ?? '') || tokens[verb + 1]?.tag === 'WRB'
  return joined && bare && ends && isPastParticiple(tokens[verb]) && tokens[verb]?.lower !== tokens[verb]?.lemma
}

/** "the government's decision to free him", "defended its decision to free him": who decides, and not the decision. */
function deciding({ tokens }: Sentence, tree: Tree, noun: number): readonly number[] {
  if (tokens[noun]?.pos !== 'NOUN') return withConjuncts(tree, noun, tokens)
  const children = tree.children(noun)
  const owner =
    children.find((child) => tree.relation[child] === 'nmod:poss') ??
    children.find(
      (child) => tree.relation[child] === 'nmod' && tree.children(child).some((mark) => /^(?:of|by)$/.test(tokens[mark]?.lower ?? '')),
    )
  if (owner !== undefined) return withConjuncts(tree, owner, tokens)
  const above = tree.head[noun] ?? -1
  return /^(?:obj|obl)$/.test(tree.relation[noun] ?? '') && above >= 0 ? nearest(tree, tree.children(above), tokens) : []
}

function governing(tree: Tree, verb: number): number | null {
  const relation = tree.relation[verb] ?? ''
  return /^(?:xcomp|advcl|conj|ccomp|parataxis|obl|nmod)/.test(relation) && relation !== 'parataxis' && relation !== 'ccomp'
    ? (tree.head[verb] ?? null)
    : null
}

/** The subject a verb without one takes over: the object it is controlled by ("urged them to"), else the governor's subject. At most four steps up: longer chains are parse errors. */
function inheritedSubject(sentence: Sentence, tree: Tree, governor: number, relation: string, depth = 0): readonly number[] {
  if (depth > 4) return []
  const own = ownSlots(sentence, tree, governor)
  if (relation === 'xcomp' || relation === 'advcl:for' || (relation === 'advcl' && sentence.tokens[governor]?.lemma === 'accuse')) {
    if (own.object.length > 0) return own.object
  }
  if (own.subject.length > 0) return resolved(sentence, tree, own.subject, governor)
  const above = tree.relation[governor] ?? ''
  const head = tree.head[governor] ?? -1
  if (head === -1) return []
  if (above === 'acl' || above === 'acl:relcl') return withConjuncts(tree, head, sentence.tokens)
  const next = governing(tree, governor)
  return next === null ? [] : inheritedSubject(sentence, tree, next, above, depth + 1)
}

function ownSlots(sentence: Sentence, tree: Tree, verb: number): Slots {
  const { tokens } = sentence
  const children = tree.children(verb)
  const of = (relation: string) => {
    const own = children.filter((child) => tree.relation[child] === relation)
    return own.length === 0 ? own : own.flatMap((child) => withConjuncts(tree, child, tokens))
  }
  const [objects, indirect] = [of('obj'), of('iobj')]
  const passive = children.some((child) => tree.relation[child] === 'aux:pass' || tree.relation[child] === 'nsubj:pass')
  const obliques = children
    .filter((child) => /^(?:obl|nmod)/.test(tree.relation[child] ?? ''))
    .map((child) => ({ word: prepositionOf(sentence, tree, child), heads: withConjuncts(tree, child, tokens) }))
  const nested = obliques.flatMap(({ heads }) => nestedPlaces(sentence, tree, heads[0] ?? -1))
  const by = obliques.filter(({ word }) => word === 'by').flatMap(({ heads }) => heads)
  return {
    passive,
    subject: nearest(tree, children, tokens),
    object: (objects.length > 0 ? objects : indirect)
      .filter((head) => prepositionOf(sentence, tree, head) === '')
      .concat(modifiedObject(sentence, tree, verb), objects.length + indirect.length > 0 ? [] : objectBehind(sentence, tree, obliques)),
    indirect: objects.length > 0 ? indirect : [],
    by: passive || isPastParticiple(tokens[verb]) ? by : [],
    possessor: [],
    after: [...obliques, ...nested].filter(({ word }) => word !== ''),
  }
}

/** Of several subjects the one nearest before the verb: those farther off are mostly times ("the following March he ..."). */
function nearest(tree: Tree, children: readonly number[], tokens: readonly Token[]): readonly number[] {
  const subjects = children.filter((child) => /^nsubj/.test(tree.relation[child] ?? ''))
  const last = subjects.at(-1)
  if (last === undefined) return []
  const before = subjects.at(-2)
  const joint = tokens[phraseStart(tokens, last) - 1]
  const heads = [
    ...(before !== undefined && joint?.pos === 'CCONJ' && !tokens.slice(before, joint.index).some(({ pos }) => pos === 'VERB')
      ? withConjuncts(tree, before, tokens)
      : []),
    ...withConjuncts(tree, last, tokens),
  ]
  // "In Minsk, Berg was jailed": what a preposition stands before is no subject, though what the parse joins to it may be.
  const free = heads.filter(
    (head) => !tree.children(head).some((child) => tree.relation[child] === 'case' && child < head && tokens[child]?.pos === 'ADP'),
  )
  return free.length > 0 ? free : heads
}

/** "condemned in the strongest terms the arrest": what the parse sets beside a phrase without a comma, with its own article, is the object. */
function objectBehind({ tokens }: Sentence, tree: Tree, phrases: readonly { readonly heads: readonly number[] }[]): readonly number[] {
  return phrases.flatMap(({ heads: [head = -1] }) =>
    tree
      .children(head)
      .filter((child) => tree.relation[child] === 'appos' && phraseStart(tokens, child) === head + 1 && tokens[head + 1]?.pos === 'DET'),
  )
}

/** "of torturing prisoners", where the parse takes the gerund for a modifier of its object. */
function modifiedObject({ tokens }: Sentence, tree: Tree, verb: number): readonly number[] {
  const head = tree.head[verb] ?? -1
  return tree.relation[verb] === 'amod' && /ing$/.test(tokens[verb]?.lower ?? '') && head > verb && tokens[verb - 1]?.pos !== 'DET'
    ? [head]
    : []
}

/** "at a hotel in Turin": the place within the place, which hangs on the noun. */
function nestedPlaces(
  sentence: Sentence,
  tree: Tree,
  noun: number,
): readonly { readonly word: string; readonly heads: readonly number[] }[] {
  if (noun < 0) return []
  return tree
    .children(noun)
    .filter((child) => tree.relation[child] === 'nmod')
    .map((child) => ({ word: prepositionOf(sentence, tree, child), heads: [child] }))
    .filter(({ word }) => word === 'in' || word === 'near' || word === 'at')
}

/** The preposition of a noun that hangs on another word; empty where there is none. */
export function prepositionOf(sentence: Sentence, tree: Tree, noun: number): string {
  const marker = tree.children(noun).find((child) => tree.relation[child] === 'case')
  return marker === undefined ? '' : (sentence.tokens[marker]?.lower ?? '')
}

/** A head with the heads that "and" joins to it. */
export function withConjuncts(tree: Tree, head: number, tokens: readonly Token[]): readonly number[] {
  const heads = [head]
  for (const child of tree.children(head))
    if (tree.relation[child] === 'conj' && nominal.has(tokens[child]?.pos ?? '') && !joinsVerbs(tree, child, tokens)) heads.push(child)
  return heads
}

/** "took the files and freed the guard", "condemned the ruling and the party left": what the parse joins as nouns are two clauses. */
function joinsVerbs(tree: Tree, noun: number, tokens: readonly Token[]): boolean {
  const joint = tree.children(noun).find((child) => tree.relation[child] === 'cc')
  if (joint !== undefined && tokens[joint + 1]?.tag === 'VBD') return true
  return isSubjectOfNext(tokens, noun) && /^(?:obj|obl)/.test(tree.relation[tree.head[noun] ?? -1] ?? '')
}

/** A relative pronoun stands for the noun its clause hangs on. */
function resolved(sentence: Sentence, tree: Tree, heads: readonly number[], verb: number): readonly number[] {
  return heads.flatMap((head) => {
    if (!relatives.has(sentence.tokens[head]?.lower ?? '')) return [head]
    let at = verb
    for (let step = 0; step < 4; step++) {
      if (tree.relation[at] === 'acl:relcl') return relativeTo(sentence, tree, head, tree.head[at] ?? head)
      at = tree.head[at] ?? -1
      if (at < 0) break
    }
    return antecedent(sentence.tokens, head)
  })
}

/** The noun of a relative clause: "the parents of Anna Berg, who was freed" tells of Berg, for parents "were". */
function relativeTo({ tokens }: Sentence, tree: Tree, pronoun: number, noun: number): readonly number[] {
  const beside = antecedent(tokens, pronoun)[0]
  const thing = tokens[pronoun]?.lower === 'who' ? undefined : thingBefore(tokens, pronoun, noun)
  if (thing !== undefined) return [thing]
  const verb = tokens[pronoun + 1]
  const one = /^(?:VBZ|VBD)$/.test(verb?.tag ?? '') && verb?.lower !== 'were'
  const named = beside !== undefined && tokens[beside]?.pos === 'PROPN' && tokens[beside - 1]?.pos === 'PROPN'
  const apart = beside !== undefined && beside > noun && !isSameName(tokens, noun, beside)
  if (apart && named && one && tokens[pronoun]?.lower === 'who' && tokens[noun]?.tag === 'NNS') return [beside]
  return withConjuncts(tree, noun, tokens)
}

/** "the fall of a dam that killed ten": the noun right before "that", also where the parse takes a farther one; a place name after a preposition only says where the noun before it is ("a prison near Lima that"). */
function thingBefore(tokens: readonly Token[], pronoun: number, noun: number): number | undefined {
  const beside = pronoun - 1
  if (tokens[beside]?.pos === 'NOUN') return beside > noun ? beside : undefined
  if (tokens[beside]?.pos !== 'PROPN') return undefined
  const first = phraseStart(tokens, beside)
  const outer = first - 2
  return noun >= first && noun <= beside && tokens[first - 1]?.pos === 'ADP' && tokens[outer]?.pos === 'NOUN' ? outer : undefined
}

// --- from the tags -----------------------------------------------------------------------------------------------------------------------

function slotsFromTags(sentence: Sentence, group: VerbGroup): Slots {
  const { tokens } = sentence
  const object = objectAfter(tokens, group.verb)
  const bare = !group.parts.some((part) => tokens[part]?.pos === 'AUX')
  const next = tokens[group.verb + 1]
  const passive =
    group.passive && !(bare && ((object.length > 0 && next?.lower !== 'by') || /^(?:on|for|upon|against)$/.test(next?.lower ?? '')))
  const after = phrasesAfter(tokens, object.at(-1) ?? group.verb)
  return {
    passive,
    subject: subjectBefore(tokens, group.start),
    object: passive ? [] : object,
    indirect: [],
    by: after.filter(({ word }) => word === 'by').flatMap(({ heads }) => heads),
    possessor: [],
    after,
  }
}

/** The noun before a relative pronoun. */
function antecedent(tokens: readonly Token[], pronoun: number): readonly number[] {
  let at = pronoun - 1
  while (at >= 0 && (tokens[at]?.pos === 'PUNCT' || tokens[at]?.pos === 'ADP')) at--
  const thing = tokens[pronoun]?.lower === 'that' ? thingBefore(tokens, pronoun, at) : undefined
  if (thing !== undefined) return [thing]
  return at >= 0 && nominal.has(tokens[at]?.pos ?? '') ? [at] : []
}

/** The subject left of a verb group: the nearest noun phrase that is no object of a preposition and no apposition between commas. */
function subjectBefore(tokens: readonly Token[], start: number, depth = 0): readonly number[] {
  let at = start - 1
  let commas = 0
  while (at >= 0) {
    const token = tokens[at]
    if (token === undefined) return []
    if (relatives.has(token.lower) && token.pos !== 'DET' && at > 0) return antecedent(tokens, at)
    if (token.lower === 'and' || token.lower === 'or' || token.lower === 'but') {
      const verb = lastVerbBefore(tokens, beforeClosedRelative(tokens, at))
      if (verb === null || depth > 3) return []
      return subjectBefore(tokens, verb, depth + 1)
    }
    if (/^[;:()“”"«»]$/.test(token.text) || token.lower === '—' || token.lower === '–') return []
    if (token.text === ',') {
      commas++
      const opening = previousComma(tokens, at)
      if (commas === 1 && opening !== null) {
        at = beforeRelative(tokens, opening - 1)
        continue
      }
      at--
      continue
    }
    if (token.pos === 'VERB' && token.lemma !== 'have') return []
    if (nominal.has(token.pos)) {
      const first = phraseStart(tokens, at)
      const before = tokens[first - 1]
      // "has since February pardoned": between a helper and its verb, a conjunction of time is a preposition.
      const isTold = before?.pos === 'SCONJ' && tokens[first - 2]?.pos === 'AUX'
      if (before?.pos === 'ADP' || before?.lower === 'to' || isTold) {
        at = first - 2
        continue
      }
      return [at, ...joinedBefore(tokens, first)]
    }
    at--
  }
  return []
}

/** "Berg, who leads the board, the body that ...": before an insertion that ends a relative clause, the word before that clause; else the word itself. */
function beforeRelative(tokens: readonly Token[], from: number): number {
  for (let at = from; at > Math.max(0, from - longestRelative); at--) {
    const token = tokens[at]
    if (token === undefined || /^[,;:]$/.test(token.text)) return from
    if (/^(?:WP|WDT)$/.test(token.tag)) return tokens[at - 1]?.text === ',' ? at - 2 : from
  }
  return from
}

/** Words of a relative clause up to an insertion that ends it. */
const longestRelative = 10

/** "charged them with rebellion, which carries 30 years, and sent five to jail": before "and" behind a relative clause that a comma closes, the comma that opens it; else the "and". */
function beforeClosedRelative(tokens: readonly Token[], joint: number): number {
  if (tokens[joint - 1]?.text !== ',') return joint
  const opening = previousComma(tokens, joint - 1)
  return opening !== null && /^(?:WP|WDT)$/.test(tokens[opening + 1]?.tag ?? '') ? opening : joint
}

function lastVerbBefore(tokens: readonly Token[], at: number): number | null {
  for (let i = at - 1; i >= Math.max(0, at - 25); i--) if (tokens[i]?.pos === 'VERB') return groupStart(tokens, i)
  return null
}

function groupStart(tokens: readonly Token[], verb: number): number {
  let at = verb
  while (at > 0 && /^(?:AUX|ADV|PART)$/.test(tokens[at - 1]?.pos ?? '')) at--
  return at
}

/** The comma that opens the insertion closed at `at`; at most 25 words, no verb group of its own with a subject. */
function previousComma(tokens: readonly Token[], at: number): number | null {
  for (let i = at - 1; i >= Math.max(0, at - 25); i--) if (tokens[i]?.text === ',') return i
  return null
}

/** The first word of the noun phrase that ends in a head: its article, else its first modifier. */
export function phraseStart(tokens: readonly Token[], head: number): number {
  let at = head
  while (at > 0) {
    const before = tokens[at - 1]
    if (before === undefined || !standsInPhrase(tokens, at - 1)) break
    at--
    if ((before.pos === 'DET' || before.tag === 'PRP$') && tokens[at - 1]?.pos !== 'DET') break
  }
  return at
}

function standsInPhrase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.pos === 'CCONJ') return tokens[at - 1]?.pos === 'ADJ' && tokens[at + 1]?.pos === 'ADJ'
  return (
    inPhrase.has(token.pos) ||
    isPossessiveMark(token) ||
    token.tag === 'PRP$' ||
    (token.pos === 'VERB' && /(?:ed|ing)$/.test(token.lower) && tokens[at - 1]?.pos === 'DET')
  )
}

/** "A, B and C were": the nouns before the last, joined by "and" and, before that, by commas. */
function joinedBefore(tokens: readonly Token[], first: number, inList = false): readonly number[] {
  const joint = tokens[first - 1]?.lower
  if (joint !== 'and' && joint !== 'or' && joint !== '&' && !(inList && joint === ',')) return []
  const inner = first - 2
  if (!nominal.has(tokens[inner]?.pos ?? '')) return []
  // "the Bank of Lima and the Mint": what "of" adds to a noun is no member of the list; the noun is.
  const within = phraseStart(tokens, inner)
  const outer = tokens[within - 1]?.lower === 'of' && nominal.has(tokens[within - 2]?.pos ?? '') ? within - 2 : inner
  const start = phraseStart(tokens, outer)
  return tokens[start - 1]?.pos === 'ADP' ? [] : [outer, ...joinedBefore(tokens, start, true)]
}

/** The head of a noun phrase that begins at `from`, with what "and" joins to it; empty where none begins there. */
export function phraseFrom(tokens: readonly Token[], from: number): readonly number[] {
  let head = -1
  for (let at = afterQuantity(tokens, from); at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (isPossessiveMark(token) && head >= 0) head = -1
    else if (token.pos === 'PRON' && token.tag !== 'PRP$') {
      if (head === -1 && !relatives.has(token.lower)) head = at
      break
    } else if (token.pos === 'NOUN' || token.pos === 'PROPN') head = at
    // "the president of Sudan nine months ago": a number that counts something of its own is no part of the name before it.
    else if (token.pos === 'NUM' && tokens[head]?.pos === 'PROPN' && tokens[at + 1]?.pos === 'NOUN') break
    else if (token.pos === 'NUM' && tokens[head]?.pos !== 'NOUN') head = head === -1 || tokens[head]?.pos === 'NUM' ? at : head
    else if (head >= 0 || !opensPhrase(token)) break
  }
  if (head === -1) return []
  // "from Lima and crossed the river": a verb begins a clause of its own.
  const joined = tokens[head + 1]?.lower === 'and' && tokens[head + 2]?.pos !== 'VERB' ? phraseFrom(tokens, head + 2) : []
  return [head, ...joined]
}

/** Words from "what" to the verb of calling: "what the ministry's spokesman called". */
const longestCaller = 7

/** "condemned what she called the kidnapping of three": what somebody calls it. */
function calledWhat(tokens: readonly Token[], what: number): readonly number[] {
  const verb = tokens.slice(what + 1, what + 1 + longestCaller).find(({ pos, text }) => pos === 'VERB' || /^[,;:]$/.test(text))
  if (verb?.pos !== 'VERB') return []
  return phraseFrom(tokens, tokens[verb.index + 1]?.pos === 'ADP' ? verb.index + 2 : verb.index + 1)
}

/** "accused the army, the air force and two militias": the heads of a list that commas and a last "and" join; nouns beside names only describe them ("Karl Berg, a minister and poet"). */
function listFrom(tokens: readonly Token[], from: number): readonly number[] {
  const first = phraseFrom(tokens, from)
  const [head] = first
  if (head === undefined || first.length > 1) return first
  const members = [head]
  for (let last = head; tokens[last + 1]?.text === ',' && members.length < longestList; ) {
    const next = phraseFrom(tokens, last + 2)
    if (next.length === 0) return first
    if (next.some((member) => tokens[member]?.pos !== tokens[head]?.pos)) return [...first, ...behindName(tokens, next)]
    members.push(...next)
    if (next.length > 1) return isSubjectOfNext(tokens, next.at(-1)) ? first : members
    last = next[0] ?? tokens.length
  }
  return first
}

/** "its speaker, Ahmed Bar, and two deputies": what ", and" adds behind a name that stands beside its description. */
function behindName(tokens: readonly Token[], name: readonly number[]): readonly number[] {
  const [only = -1] = name
  if (name.length !== 1 || tokens[only]?.pos !== 'PROPN' || tokens[only + 1]?.text !== ',' || tokens[only + 2]?.pos !== 'CCONJ') return []
  const added = phraseFrom(tokens, only + 3)
  return isSubjectOfNext(tokens, added.at(-1)) ? [] : added
}

/** Members of a list that somebody still reads as one object. */
const longestList = 12

function isSubjectOfNext(tokens: readonly Token[], noun: number | undefined): boolean {
  if (noun === undefined) return false
  let next = noun + 1
  while (tokens[next]?.pos === 'ADV') next++
  return /^(?:VBD|VBZ|MD)$/.test(tokens[next]?.tag ?? '')
}

function isPossessiveMark(token: Token): boolean {
  return /^(?:'s|’s|'|’)$/.test(token.lower)
}

/** What may stand in a noun phrase before its noun. */
function opensPhrase(token: Token): boolean {
  return inPhrase.has(token.pos) || token.pos === 'ADV' || token.tag === 'PRP$' || (token.pos === 'VERB' && /(?:ed|ing)$/.test(token.lower))
}

/** "more than 50 people", "up to 50 people": the place after the words that only measure. */
function afterQuantity(tokens: readonly Token[], from: number): number {
  const [first, second] = [tokens[from]?.lower ?? '', tokens[from + 1]?.lower ?? '']
  if (
    (/^(?:more|less|fewer)$/.test(first) && second === 'than') ||
    (first === 'at' && /^(?:least|most)$/.test(second)) ||
    (first === 'up' && second === 'to')
  )
    return from + 2
  return /^(?:about|around|over|nearly|almost|some)$/.test(first) && tokens[from + 1]?.pos === 'NUM' ? from + 1 : from
}

function objectAfter(tokens: readonly Token[], verb: number): readonly number[] {
  let at = verb + 1
  while (
    (tokens[at]?.pos === 'ADV' && tokens[at]?.tag !== 'WRB') ||
    tokens[at]?.pos === 'PART' ||
    // "captured off Somalia" says where, "called off the talks" what.
    (/^(?:up|off|out|down|over|back|home|away)$/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.pos !== 'PROPN')
  )
    at++
  const heads = tokens[at]?.tag === 'WP' ? calledWhat(tokens, at) : listFrom(tokens, at)
  // "condemned the ruling and the party left": the second noun is the subject of a clause of its own.
  return heads.length > 1 && isSubjectOfNext(tokens, heads.at(-1)) ? heads.slice(0, -1) : heads
}

/** The prepositional phrases that follow, up to the next verb or clause; at most 30 words. */
function phrasesAfter(tokens: readonly Token[], from: number): readonly { readonly word: string; readonly heads: readonly number[] }[] {
  const found: { word: string; heads: readonly number[] }[] = []
  for (let at = from + 1; at < Math.min(tokens.length, from + 30); at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (
      /^[;:]$/.test(token.text) ||
      (token.pos === 'SCONJ' && !governsPhrase(tokens, at)) ||
      relatives.has(token.lower) ||
      (token.pos === 'VERB' && !isModifying(tokens, at)) ||
      token.pos === 'AUX'
    ) {
      if (token.pos !== 'VERB' || tokens[at + 1]?.lower !== 'by') break
    }
    if (token.pos === 'ADP' || token.pos === 'SCONJ' || token.lower === 'to') {
      const heads = phraseFrom(tokens, at + 1)
      if (heads.length > 0 && !isOfReason(tokens, at)) found.push({ word: token.lower, heads })
    }
  }
  return found
}

/** "on grounds of public health", "on charges of theft": the "of" of a bare noun after "on" says why. */
function isOfReason(tokens: readonly Token[], of: number): boolean {
  return tokens[of]?.lower === 'of' && tokens[of - 1]?.pos === 'NOUN' && tokens[of - 2]?.lower === 'on'
}

/** "on spying charges": a gerund between a preposition and its noun only modifies it. */
function isModifying(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.tag === 'VBG' && tokens[at - 1]?.pos === 'ADP' && tokens[at + 1]?.tag === 'NNS'
}

/** "before a magistrate" and not "before he left": the word is a preposition when no verb follows its noun. */
function governsPhrase(tokens: readonly Token[], at: number): boolean {
  const head = phraseFrom(tokens, at + 1)[0]
  return head !== undefined && !/^(?:VERB|AUX|ADV)$/.test(tokens[head + 1]?.pos ?? '') && tokens[head]?.pos !== 'PRON'
}

/** Nouns of a row that one "of" serves: "the beating, enslavement and murder of fishermen". */
const longestRowOfNouns = 10

/** Where the phrases behind a noun begin: behind the row of nouns it stands in, where "of" closes the row; else right behind it. */
function endOfNounRow(tokens: readonly Token[], end: number): number {
  if (tokens[end]?.text !== ',' && tokens[end]?.lower !== 'and') return end
  for (let at = end; at < end + longestRowOfNouns; at++) {
    const token = tokens[at]
    if (token?.lower === 'of') return tokens[at - 1]?.pos === 'NOUN' ? at : end
    if (token === undefined || !(token.text === ',' || /^(?:CCONJ|NOUN|ADJ)$/.test(token.pos))) return end
  }
  return end
}

/** What stands around a noun: whose it is, and the phrases right after it. */
export function slotsOfNoun(sentence: Sentence, noun: number, end: number): Slots {
  const { tokens } = sentence
  const first = phraseStart(tokens, noun)
  const possessor: number[] = []
  for (let at = first; at < noun; at++) {
    const token = tokens[at]
    if (token?.tag === 'PRP$' || (token?.pos === 'PRON' && /^(?:his|her|their|its|our|my)$/.test(token.lower))) possessor.push(at)
    else if (/^(?:'s|’s|'|’)$/.test(token?.lower ?? '') && at > 0) possessor.push(at - 1)
  }
  const after: { word: string; heads: readonly number[] }[] = []
  // "charged with torture by the prosecutor": "by" is the verb's.
  const taken = tokens[first - 1]?.pos === 'ADP' && tokens[first - 2]?.tag === 'VBN'
  const begin = endOfNounRow(tokens, end)
  let at = begin
  while (at < tokens.length) {
    const token = tokens[at]
    const participle = token?.pos === 'VERB' && tokens[at + 1]?.lower === 'by'
    if (participle) at++
    const preposition = tokens[at]
    if (preposition === undefined || (preposition.pos !== 'ADP' && preposition.lower !== 'to')) break
    if (taken && preposition.lower === 'by') break
    const heads = phraseFrom(tokens, at + 1)
    const last = heads.at(-1)
    if (last === undefined) break
    // "the detention by Israel of the director", but not "the arrest in Lima of ...", whose "of" may be the town's.
    if (preposition.lower !== 'of' || at === begin || after.at(-1)?.word === 'by') after.push({ word: preposition.lower, heads })
    at = last + 1
  }
  return { ...emptySlots, possessor, by: after.filter(({ word }) => word === 'by').flatMap(({ heads }) => heads), after }
}
