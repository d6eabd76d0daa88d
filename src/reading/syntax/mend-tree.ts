/** What of a token the mending looks at. */
interface MendedToken {
  readonly lower: string
  readonly lemma: string
  readonly pos: string
  readonly tag: string
}

interface Arcs {
  readonly head: number[]
  readonly relation: string[]
}

const isNominal = ({ pos, tag }: MendedToken) => pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || tag.startsWith('NNP')
const isSubject = (relation: string) => relation.startsWith('nsubj')

/**
 * Mends in place what a greedy parser gets wrong in ways that can be seen from the tree alone: a relative clause that took the main clause's subject, a relative
 * clause hung on a verb, a passive whose subject or agent is not marked as such. Each step leaves a tree a tree.
 */
export function mendTree(tokens: readonly MendedToken[], arcs: Arcs, timeNames: ReadonlySet<string>): void {
  markPassives(tokens, arcs)
  for (let index = 1; index < tokens.length; index++) {
    if (!isRelative(tokens, index)) continue
    const clause = arcs.head[index]!
    if (clause < index || tokens[clause]?.pos !== 'VERB') continue
    returnObject(tokens, arcs, index, clause)
    returnSubject(tokens, arcs, index, clause)
    hangOnNoun(tokens, arcs, index, clause)
  }
  for (let verb = 1; verb < tokens.length; verb++) returnFromParticiple(tokens, arcs, verb)
  for (let mark = 1; mark < tokens.length; mark++) returnFromPreposition(tokens, arcs, mark)
  markSubjects(tokens, arcs)
  markAgents(tokens, arcs, timeNames)
}

/** Whether the word at `index` is "who", "whom" or "which" right after a noun or its comma; after a verb it asks ("asked who was arrested"). */
function isRelative(tokens: readonly MendedToken[], index: number): boolean {
  const { tag, lower } = tokens[index]!
  if ((tag !== 'WP' && tag !== 'WDT') || !/^(?:who|whom|which)$/.test(lower)) return false
  return nounBefore(tokens, index) >= 0
}

/** The noun that a relative pronoun at `index` follows, a comma or bracket between or not; -1 when something else stands there. */
function nounBefore(tokens: readonly MendedToken[], index: number): number {
  let at = index - 1
  while (at >= 0 && tokens[at]!.pos === 'PUNCT') at--
  return at >= 0 && isNominal(tokens[at]!) ? at : -1
}

function childrenOf({ head }: Arcs, index: number): number[] {
  const children: number[] = []
  for (let child = 0; child < head.length; child++) if (head[child] === index) children.push(child)
  return children
}

/** Whether `below` hangs, however deep, on `above`. */
function hangsOn({ head }: Arcs, below: number, above: number): boolean {
  for (let at = below; at >= 0; at = head[at]!) if (at === above) return true
  return false
}

/** "The chief, who is accused of murder, was arrested": the chief belongs to "arrested", not to "accused". */
function returnSubject(tokens: readonly MendedToken[], arcs: Arcs, pronoun: number, clause: number): void {
  const { relation } = arcs
  const subject = childrenOf(arcs, clause).find((child) => child < pronoun && isSubject(relation[child]!) && isNominal(tokens[child]!))
  if (subject === undefined) return
  const main = mainVerbFor(tokens, arcs, clause, pronoun)
  if (main === -1) return
  giveSubject(arcs, subject, clause, main)
  relation[clause] = 'acl:relcl'
}

/** "A fisherman who saw the boat told Reuters": the main verb took the boat for its subject, and left the fisherman without a place; the boat is what he saw. */
function returnObject(tokens: readonly MendedToken[], arcs: Arcs, pronoun: number, clause: number): void {
  const { head, relation } = arcs
  const noun = nounBefore(tokens, pronoun)
  const main = head[noun] ?? -1
  if (noun !== pronoun - 1 || head[clause] !== noun || main <= clause || !/^(?:ccomp|obj|dislocated|parataxis)$/.test(relation[noun]!))
    return
  const subjects = childrenOf(arcs, main).filter((child) => isSubject(relation[child]!))
  const taken = subjects.find((child) => child > clause && child < main && isNominal(tokens[child]!))
  if (taken === undefined || subjects.length > 1) return
  for (let at = clause + 1; at < main; at++) if (!hangsOn(arcs, at, taken) && tokens[at]!.pos !== 'AUX' && tokens[at]!.pos !== 'ADV') return
  relation[noun] = relation[taken]!
  head[taken] = clause
  relation[taken] = 'obj'
}

/** Hangs `main` where `clause` hung, the subject on `main`, and the clause on the subject. */
function giveSubject(arcs: Arcs, subject: number, clause: number, main: number): void {
  const { head, relation } = arcs
  if (!hangsOn(arcs, clause, main)) {
    head[main] = head[clause]!
    relation[main] = relation[clause]!
  }
  head[subject] = main
  relation[subject] = 'nsubj'
  head[clause] = subject
}

/** "The man wanted by the court fled", "Hamid, wanted for murder, was freed": two finite verbs cannot stand side by side, so the first is a participle that hangs on the noun. */
function returnFromParticiple(tokens: readonly MendedToken[], arcs: Arcs, participle: number): void {
  const { relation } = arcs
  const { pos, tag, lower } = tokens[participle]!
  if (pos !== 'VERB' || !(tag === 'VBN' || (tag === 'VBD' && lower.endsWith('ed')))) return
  const below = childrenOf(arcs, participle)
  if (below.some((child) => /^(?:aux|cop|obj|mark|cc)/.test(relation[child]!))) return
  const subject = below.find((child) => child < participle && isSubject(relation[child]!) && isNominal(tokens[child]!))
  if (subject === undefined || tokens[subject]!.pos === 'PRON') return
  const before = tokens[participle - 1]!.lower
  const main = before === ',' ? mainVerbFor(tokens, arcs, participle, participle) : verbWithoutBreak(tokens, arcs, participle)
  if (main === -1) return
  giveSubject(arcs, subject, participle, main)
  relation[participle] = 'acl'
}

/** "A judge in Lima will hear him": "in" opens no clause, so what follows it is no subject; the noun before it is. */
function returnFromPreposition(tokens: readonly MendedToken[], arcs: Arcs, mark: number): void {
  const { head, relation } = arcs
  const { pos, lower } = tokens[mark]!
  if (pos !== 'ADP' || relation[mark] !== 'mark' || !/^(?:in|at|of|near|from|by|on)$/.test(lower)) return
  const verb = head[mark]!
  const subject = childrenOf(arcs, verb).find((child) => child > mark && child < verb && isSubject(relation[child]!))
  const noun = mark - 1
  if (subject === undefined || !(isNominal(tokens[noun]!) || tokens[noun]!.pos === 'ADJ') || isSubject(relation[noun]!)) return
  if (tokens.slice(mark + 1, subject).some((token) => !/^(?:DET|ADJ|PROPN|NOUN)$/.test(token.pos))) return
  const given = relation[subject]!
  if (hangsOn(arcs, verb, noun)) {
    head[verb] = head[noun]!
    relation[verb] = relation[noun]!
  }
  head[noun] = verb
  relation[noun] = given
  head[subject] = noun
  relation[subject] = 'nmod'
  head[mark] = subject
  relation[mark] = 'case'
}

/** The finite verb without a subject of its own that hangs on `verb` with nothing between them that could begin a clause or join two; -1 when there is none. */
function verbWithoutBreak(tokens: readonly MendedToken[], arcs: Arcs, verb: number): number {
  const { relation } = arcs
  for (let index = verb + 1; index < tokens.length; index++) {
    const { pos, tag } = tokens[index]!
    if (pos === 'PUNCT' || pos === 'CCONJ' || pos === 'SCONJ' || /^(?:WP|WDT|WRB|TO|VBG)$/.test(tag)) return -1
    if (pos !== 'VERB' && pos !== 'AUX') continue
    const main = pos === 'AUX' ? arcs.head[index]! : index
    if (main < index || !hangsOn(arcs, main, verb) || !/^(?:VB[DZP]|MD)$/.test(tag)) return -1
    const below = childrenOf(arcs, main)
    return below.some((child) => isSubject(relation[child]!) || /^(?:cc|mark)$/.test(relation[child]!)) ? -1 : main
  }
  return -1
}

/** The finite verb the subject was taken from: the first one without a subject of its own that begins right after the comma closing the relative clause. -1 when there is none. */
function mainVerbFor(tokens: readonly MendedToken[], arcs: Arcs, clause: number, pronoun: number): number {
  const { head, relation } = arcs
  for (let verb = clause + 1; verb < tokens.length; verb++) {
    if (tokens[verb]!.pos !== 'VERB' || (head[clause] !== verb && !hangsOn(arcs, verb, clause))) continue
    const below = childrenOf(arcs, verb)
    if (below.some((child) => (child !== clause && isSubject(relation[child]!)) || /^(?:cc|mark|case)$/.test(relation[child]!))) continue
    const helpers = below.filter((child) => child < verb && /^(?:aux|advmod)/.test(relation[child]!))
    const finite = /^VB[DZP]$/.test(tokens[verb]!.tag) || helpers.some((child) => relation[child]!.startsWith('aux'))
    const first = Math.min(verb, ...helpers)
    if (finite && first > pronoun && tokens[first - 1]!.lower === ',') return verb
  }
  return -1
}

/** "The minister, who said so" hung elsewhere: a clause that a relative pronoun opens hangs on the noun before the pronoun. */
function hangOnNoun(tokens: readonly MendedToken[], arcs: Arcs, pronoun: number, clause: number): void {
  const { head, relation } = arcs
  if (relation[clause]!.startsWith('acl') || head[clause] === -1) return
  let noun = nounBefore(tokens, pronoun)
  while (
    /^(?:flat|compound|nmod:desc)$/.test(relation[noun]!) &&
    head[noun]! >= 0 &&
    head[noun]! < pronoun &&
    isNominal(tokens[head[noun]!]!)
  )
    noun = head[noun]!
  if (hangsOn(arcs, noun, clause)) return
  head[clause] = noun
  relation[clause] = 'acl:relcl'
}

/** Participles that follow "be" without being passive: "he is gone". */
const alwaysActive = new Set(['go', 'come', 'get', 'become'])

/** A participle whose nearest helper is a form of "be" is passive. */
function markPassives(tokens: readonly MendedToken[], arcs: Arcs): void {
  const { head, relation } = arcs
  tokens.forEach(({ pos, tag, lemma }, verb) => {
    if (pos !== 'VERB' || tag !== 'VBN' || alwaysActive.has(lemma)) return
    const helpers = childrenOf(arcs, verb).filter((child) => child < verb && tokens[child]!.pos === 'AUX' && head[child] === verb)
    const nearest = helpers.at(-1)
    if (nearest !== undefined && tokens[nearest]!.lemma === 'be' && /^(?:aux|cop)$/.test(relation[nearest]!)) relation[nearest] = 'aux:pass'
  })
}

/** Subjects of passives are `nsubj:pass`, those of finite active verbs and of participles right behind a form of "have" are not. */
function markSubjects(tokens: readonly MendedToken[], arcs: Arcs): void {
  const { head, relation } = arcs
  relation.forEach((name, index) => {
    if (name !== 'nsubj' && name !== 'nsubj:pass') return
    const verb = head[index]!
    const helpers = childrenOf(arcs, verb).filter((child) => child < verb && tokens[child]?.pos === 'AUX')
    if (helpers.some((child) => relation[child] === 'aux:pass')) relation[index] = 'nsubj:pass'
    else if (/^VB[DZPG]?$/.test(tokens[verb]?.tag ?? '') || tokens[helpers.at(-1) ?? -1]?.lemma === 'have') relation[index] = 'nsubj'
  })
}

/** Prepositions of where and where to: "handed to the court by Kenya" tells who handed him over, while "condemned in a report by Kenya" need not. */
const whereTo = new Set(['to', 'at', 'from', 'into', 'near', 'outside'])

/** The verb that an agent with "by" belongs to: what it hangs on, or, where it hangs on a place or a day ("arrested in Turin by police"), the verb above that. */
function verbOfAgent(tokens: readonly MendedToken[], arcs: Arcs, agent: number): number {
  const { head, relation } = arcs
  if (relation[agent] === 'obl') return head[agent]!
  if (relation[agent] !== 'nmod') return -1
  let at = head[agent]!
  for (let outer = true; at >= 0 && /^(?:obl|nmod|flat)/.test(relation[at]!); outer = false) {
    const named = relation[at]!.startsWith('obl') && (tokens[at]!.pos === 'PROPN' || tokens[at]!.pos === 'NUM') // not "the murder of Rashid by agents"
    const placed = childrenOf(arcs, at).some((child) => relation[child] === 'case' && whereTo.has(tokens[child]!.lower))
    if (outer && !named && !placed) return -1
    if (relation[at]!.startsWith('obl')) return head[at]!
    at = head[at]!
  }
  return -1
}

/** "by police" after a passive is its agent; "by Tuesday" and "by plane" are not marked. */
function markAgents(tokens: readonly MendedToken[], arcs: Arcs, timeNames: ReadonlySet<string>): void {
  const { head, relation } = arcs
  tokens.forEach(({ lower }, by) => {
    if (lower !== 'by' || relation[by] !== 'case') return
    const agent = head[by]!
    if (agent < by || timeNames.has(tokens[agent]!.lower)) return
    const verb = verbOfAgent(tokens, arcs, agent)
    if (verb < 0 || verb > agent) return
    const below = childrenOf(arcs, verb)
    const reduced =
      relation[verb]!.startsWith('acl') && /^VB[ND]$/.test(tokens[verb]!.tag) && !below.some((child) => isSubject(relation[child]!))
    const passive = reduced || (tokens[verb]!.tag === 'VBN' && below.some((child) => relation[child] === 'aux:pass'))
    const determined = childrenOf(arcs, agent).some((child) => /^(?:det|nmod:poss|amod)$/.test(relation[child]!))
    const { pos, tag } = tokens[agent]!
    if (!passive || below.some((child) => relation[child] === 'obl:agent') || !(pos === 'PROPN' || tag === 'NNS' || determined)) return
    head[agent] = verb
    relation[agent] = 'obl:agent'
  })
}
