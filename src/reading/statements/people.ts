import type { TriggerGroup } from '../../model/words/happenings.js'
import type { Sentence } from '../parts.js'
import type { Reader, RoleHeads } from './draft.js'
import { namesOf } from './names.js'
import { isTime } from './places.js'

/** Whether a head word is somebody: a party who can act, a personal pronoun, or a word for people. */
export function isPerson(sentence: Sentence, head: number, reader: Reader): boolean {
  return somebodyIn(sentence, reader)(head)
}

function standsForPerson(sentence: Sentence, head: number, reader: Reader): boolean {
  const token = sentence.tokens[head]
  if (token === undefined || isTime(sentence, token, reader)) return false
  const { lexicon } = reader
  if (lexicon.sets.persons.has(token.lower)) return true
  if (lexicon.sets.people.has(token.lemma) || lexicon.sets.people.has(token.lower)) return true
  if (token.pos === 'NUM' && !/^\d{4}$/.test(token.text)) return true
  const named = namesOf(sentence, [head], reader)[0]
  if (named === undefined || named.kind === null) return token.pos === 'PROPN'
  return named.kind === 'person' || named.kind === 'organization' || (named.kind === 'place' && token.pos === 'PROPN')
}

const asked = new WeakMap<Reader, WeakMap<Sentence, (head: number) => boolean>>()

/** `isPerson` for one sentence: always the same function, which works out each word's answer once. Every trigger asks it of the same few heads. */
export function somebodyIn(sentence: Sentence, reader: Reader): (head: number) => boolean {
  let bySentence = asked.get(reader)
  if (bySentence === undefined) {
    bySentence = new WeakMap()
    asked.set(reader, bySentence)
  }
  const known = bySentence.get(sentence)
  if (known !== undefined) return known
  const answers = new Map<number, boolean>()
  const isSomebody = (head: number): boolean => {
    let answer = answers.get(head)
    if (answer === undefined) {
      answer = standsForPerson(sentence, head, reader)
      answers.set(head, answer)
    }
    return answer
  }
  bySentence.set(sentence, isSomebody)
  return isSomebody
}

/** Whether somebody fills the role that needs a person. */
export function hasPerson(sentence: Sentence, heads: RoleHeads, role: TriggerGroup['person'], reader: Reader): boolean {
  if (role === undefined) return true
  const filled = role === 'either' ? [...heads.agent, ...heads.patient, ...heads.recipient] : heads[role]
  return filled.some((head) => isPerson(sentence, head, reader))
}
