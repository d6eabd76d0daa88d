import type { Sentence } from '../parts.js'
import { phraseStart, slotsOf, verbGroup } from './clause.js'
import type { Draft, Reader } from './draft.js'
import { factualityOfVerb } from './factuality.js'
import { namesOf } from './names.js'
import { somebodyIn } from './people.js'

/** What somebody calls something: "called the release a betrayal" blames, "described the verdict as historic" praises. */
export function readOpinions(sentence: Sentence, reader: Reader): readonly Draft[] {
  const { tokens } = sentence
  return tokens.flatMap((token) =>
    token.pos === 'VERB' && reader.lexicon.sets.calling.has(token.lemma) ? (calledSo(sentence, token.index, reader) ?? []) : [],
  )
}

/** "called the arrest treason": what is called so, and not what it is called, also where the parse joins the two. */
function objectsBefore({ tokens }: Sentence, verb: number, judged: number, object: readonly number[]): readonly number[] {
  const before = object.filter((head) => head < judged)
  if (before.length > 0) return before
  const first = tokens.slice(verb + 1, judged).find(({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON')
  return first === undefined || tokens.slice(verb + 1, first.index).some(({ pos }) => pos === 'ADP') ? [] : [first.index]
}

/** Words after a verb of calling that may hold the judgement. */
const judgementReach = 30

function calledSo(sentence: Sentence, verb: number, reader: Reader): Draft | null {
  const { tokens } = sentence
  const { lexicon } = reader
  const group = verbGroup(sentence, verb)
  const next = tokens[verb + 1]?.lower ?? ''
  if (tokens[verb]?.lemma === 'speak' ? next !== 'of' : lexicon.sets.elsewhere.has(next)) return null
  const judged = tokens
    .slice(verb + 1, verb + judgementReach)
    .find(
      ({ lower, lemma, pos }) =>
        pos !== 'VERB' && [lexicon.sets.calledBlame, lexicon.sets.calledPraise].some((set) => set.has(lower) || set.has(lemma)),
    )
  if (judged === undefined) return null
  const slots = slotsOf(sentence, group, somebodyIn(sentence, reader))
  const praises = lexicon.sets.calledPraise.has(judged.lower) || lexicon.sets.calledPraise.has(judged.lemma)
  const agent = namesOf(sentence, slots.passive ? slots.by : slots.subject, reader)
  const objects = (slots.passive ? slots.subject : objectsBefore(sentence, verb, judged.index, slots.object)).slice(0, 1)
  const patient = namesOf(sentence, objects, reader)
  const denies = !praises && objects.some((head) => lexicon.sets.claims.has(tokens[head]?.lemma ?? ''))
  return {
    type: praises ? 'defence' : denies ? 'denial' : 'condemnation',
    sentence,
    token: verb,
    first: Math.min(group.start, ...slots.subject.map((head) => phraseStart(tokens, head))),
    last: judged.index,
    roles: { agent, patient, recipient: [], place: [] },
    factuality: factualityOfVerb(sentence, group, slots.subject, lexicon),
    detail: {},
    kind: 'verb',
    nominal: false,
    verbs: [verb],
    why: [`trigger: “${tokens[verb]?.text} … ${judged.text}” (${praises ? 'praise' : 'blame'})`],
  }
}
