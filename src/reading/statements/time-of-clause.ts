import type { Statement, StatementType } from '../../model/report.js'
import type { Sentence, TimeReading, Token, Tree, VoiceReading } from '../parts.js'
import { timeOf } from '../times/time-of.js'
import { hasOwnSubject, phraseStart } from './clause.js'
import type { Draft } from './draft.js'

/** When a claim's happening was: the time of its own clause. A time of the telling, of a relative clause, of the verb around a noun is none of it: better no date than another's. */
export function timeAt(
  draft: Draft,
  times: readonly TimeReading[],
  voices: readonly VoiceReading[],
  text: string,
): { readonly value: Statement['time']; readonly why: readonly string[] } {
  const { sentence } = draft
  const trigger = sentence.tokens[draft.token]
  if (trigger === undefined || times.length === 0) return { value: null, why: [] }
  const own = times.filter((time) => isOfClause(draft, trigger, time, voices))
  const whole = timeOf(times, sentence, trigger)
  const time = whole?.reading.step?.from === 'event' ? whole : own.length === times.length ? whole : timeOf(own, sentence, trigger)
  if (time === null) {
    const left = times.length > own.length ? [`time: “${wordsOf(times[0], text)}” in the sentence tells another happening`] : []
    return { value: null, why: left }
  }
  return {
    value: { edtf: time.edtf, text: wordsOf(time.reading, text) },
    why: [`time: “${wordsOf(time.reading, text)}” (${time.reading.why})`],
  }
}

function wordsOf(time: TimeReading | undefined, text: string): string {
  return time === undefined ? '' : text.slice(time.start, time.end)
}

function isOfClause(draft: Draft, trigger: Token, time: TimeReading, voices: readonly VoiceReading[]): boolean {
  const { sentence } = draft
  if (time.standing === 'stamp') return true
  if (voices.some((voice) => isOfTelling(voice, sentence, trigger, time))) return false
  const words = sentence.tokens.filter(({ start, end }) => start >= time.start && end <= time.end)
  const tree = sentence.tree()
  const head = words.find(({ index }) => !words.some((word) => word.index === tree.head[index])) ?? words.at(-1)
  if (head === undefined) return true
  if (draft.kind === 'noun') return isOfNoun(draft, tree, words)
  if (opinions.has(draft.type) && isOfMatter(draft, words)) return false
  return !liesAcrossClauses(draft, tree, head.index, words)
}

/** What is said of somebody: it speaks of something that was at another time. */
const opinions: ReadonlySet<StatementType> = new Set(['condemnation', 'defence', 'denial'])

/** "accused him of crimes since 2015", "praised her for the rescue in May": behind "of" or "for" the time is the matter's, not the speaker's. */
function isOfMatter({ sentence, token }: Draft, [first]: readonly Token[]): boolean {
  return first !== undefined && sentence.tokens.slice(token + 1, first.index).some(({ lower }) => lower === 'of' || lower === 'for')
}

/** "said on Friday that ...", "..., he said on Friday": beside the verb of a voice whose words hold the trigger and not the time, the day is that of the telling. */
function isOfTelling({ cue, content, mode }: VoiceReading, { tokens }: Sentence, trigger: Token, time: TimeReading): boolean {
  if (cue === null || content === null || mode === 'credit') return false
  const covers = (at: { readonly start: number; readonly end: number }) => content.start <= at.start && content.end >= at.end
  if (!covers(trigger) || covers(time)) return false
  return tokens.some(({ start, end, pos }) => pos === 'VERB' && start >= cue.start && end <= cue.end)
}

/** Whether the way from the time to the trigger leaves a clause that is somebody's words, tells which one is meant, gives a reason, or has its own subject. */
function liesAcrossClauses({ sentence, token, factuality }: Draft, tree: Tree, time: number, words: readonly Token[]): boolean {
  const above = new Set<number>()
  for (let at = token; at >= 0 && !above.has(at); at = tree.head[at] ?? -1) above.add(at)
  let meeting = time
  for (let step = 0; meeting >= 0 && !above.has(meeting) && step < sentence.tokens.length; step++) {
    if (meeting !== time && closesTime(sentence, tree, meeting, token)) return true
    meeting = tree.head[meeting] ?? -1
  }
  for (let at = token; at >= 0 && at !== meeting; at = tree.head[at] ?? -1) {
    if (!words.some(({ index }) => index === tree.head[at]) && closesTrigger(sentence, tree, at, time)) return true
    if (tree.relation[at] === 'xcomp' && time < at && factuality.modality !== 'actual') return true
  }
  return false
}

/** Clauses whose time is theirs alone. */
const closed: ReadonlySet<string> = new Set(['ccomp', 'acl:relcl', 'advcl:relcl', 'parataxis', 'acl'])

function closesTime(sentence: Sentence, tree: Tree, at: number, trigger: number): boolean {
  const relation = tree.relation[at] ?? ''
  if (relation === 'acl' && tree.head[at] === trigger) return false
  return (
    closed.has(relation) ||
    (relation === 'advcl' && isMarked(sentence, tree, at)) ||
    (relation === 'conj' && sentence.tokens[at]?.pos === 'VERB' && hasOwnSubject(sentence, at))
  )
}

function closesTrigger(sentence: Sentence, tree: Tree, at: number, time: number): boolean {
  const relation = tree.relation[at] ?? ''
  if (relation === 'ccomp') return !(time > firstOf(tree, at) && time > (tree.head[at] ?? -1) && (tree.head[at] ?? -1) < at)
  return (
    relation === 'acl:relcl' ||
    relation === 'advcl:relcl' ||
    relation === 'acl' ||
    (relation === 'advcl' && isMarked(sentence, tree, at)) ||
    (relation === 'conj' && sentence.tokens[at]?.pos === 'VERB' && hasOwnSubject(sentence, at))
  )
}

function firstOf(tree: Tree, at: number): number {
  return Math.min(at, ...tree.children(at))
}

/** Open a clause that was at another time than what it explains; "when" and "as" say that both were at one. */
const apart = /^(?:because|although|though|since|after|before|if|unless|until|till|whereas|that|of|from|without|whether)$/

function isMarked({ tokens }: Sentence, tree: Tree, at: number): boolean {
  return tree.children(at).some((child) => tree.relation[child] === 'mark' && apart.test(tokens[child]?.lower ?? ''))
}

/** Papers and words: what stands after them tells more often when something was done with them than when they came to be. */
const papers: ReadonlySet<StatementType> = new Set([
  'warrant',
  'warrant-request',
  'alert',
  'demand',
  'ruling',
  'agreement',
  'complaint',
  'charge',
  'sentence',
  'role',
])

/** "his arrest on Sunday", "Sunday's hearing", "the warrant of 18 January": a time before the noun in its phrase, or right after it and its phrases. Of what a verb has as its object only the time that "of" joins. */
function isOfNoun({ sentence, token, type }: Draft, tree: Tree, words: readonly Token[]): boolean {
  const first = words[0]
  if (first === undefined) return false
  const { tokens } = sentence
  if (first.index < token) return first.index >= phraseStart(tokens, token)
  const between = tokens.slice(token + 1, first.index)
  if (between.every(({ lower }) => lower === 'of' || lower === 'dated')) return true
  if (between.some(({ pos, text }) => pos === 'VERB' || pos === 'AUX' || /^[,;:]$/.test(text))) return false
  if (/^(?:obj|nsubj:pass)$/.test(tree.relation[token] ?? '')) return false
  return !papers.has(type) || isBelow(tree, first.index, token)
}

function isBelow(tree: Tree, at: number, top: number): boolean {
  for (let up = at; up >= 0; up = tree.head[up] ?? -1) if (up === top) return true
  return false
}
