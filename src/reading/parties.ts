import type { Knowledge } from '../model/packs.js'
import type { Report } from '../model/report.js'
import type { NameWords } from '../model/words/names.js'
import { besideNames } from './parties/appositions.js'
import { withBodies } from './parties/bodies.js'
import { readDescriptions } from './parties/descriptions.js'
import { joinNames } from './parties/join-names.js'
import { withKinds } from './parties/kinds.js'
import { listsOf } from './parties/lists.js'
import { memoryOf } from './parties/memory.js'
import { readNamings } from './parties/names.js'
import { readWhoIsWho } from './parties/who-is-who.js'
import type { Parties, Sentence } from './parts.js'

export { withFirstPerson } from './parties/first-person.js'
export { mentionAt, mentionsIn, partyAt } from './parties/lookup.js'

/** Who is who in a report: every name, description and pronoun, and the party it stands for. */
export function readParties({ text, report }: Report, sentences: readonly Sentence[], words: NameWords, knowledge: Knowledge): Parties {
  const lists = listsOf(words, knowledge)
  const memory = memoryOf(sentences)
  const names = sentences.flatMap((sentence) => withBodies(text, sentence, readNamings(text, sentence, lists, memory), lists))
  const namings = withKinds(names, sentences, lists, memory, report.outlet)
  const named = joinNames(namings, sentences, lists, report.outlet)
  const indices = sentences.map(() => [] as number[])
  for (const [index, { sentence }] of namings.entries()) indices[sentence]?.push(index)
  const described = sentences.map((sentence) => {
    const own = indices[sentence.index] ?? []
    const inSentence = own.flatMap((index) => namings[index] ?? [])
    const descriptions = readDescriptions(text, sentence, inSentence, lists)
    return { descriptions, beside: besideNames(sentence, descriptions, inSentence, own, lists) }
  })
  return readWhoIsWho(
    {
      sentences,
      namings,
      named,
      descriptions: described.flatMap(({ descriptions }) => descriptions),
      beside: new Map(described.flatMap(({ beside }) => [...beside])),
    },
    lists,
  )
}
