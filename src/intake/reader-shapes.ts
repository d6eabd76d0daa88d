import type { Cues } from './cues.js'
import { commentShape, endsSentence, isHandle, wordCount } from './shapes.js'

/** A reader's name, perhaps with the town, after the words: "… – A. B., Lagos". */
export const signedAfter = /[.!?…"”’]\s{1,3}(?:[-–—]\s?|\()\p{Lu}[\p{L}.'’ -]{1,25}(?:, [\p{L}\d][\p{L}\d ,.'’-]{1,40})?\)?$/u

/** The hour in brackets and a name, as chats have it: "[14:02] jo: …". */
const inChat = /^\[\d{1,2}[:.]\d{2}(?::\d{2})?\]\s*\S[^:]{0,28}:\s/u
/** A number to call with its middle hidden, as papers print the messages sent to them: "0917xxx1234: …". */
const hiddenNumber = /^\+?\d{2,5}[x*•.]{2,}\d{0,6}\s*[:–—-]/iu
/** Controls of a comment stand within so many characters of its end. */
const longestControls = 60

/** Whether nobody but a reader writes so, wherever it stands. */
export function isSurelyReaders(text: string, cues: Cues): boolean {
  return inChat.test(text) || hiddenNumber.test(text) || cues.commentControls.test(text.slice(-longestControls))
}

/** "A. B. (Lagos) …" and "3. A. B. …": a name of up to three words, then words that begin anew. */
const nameAndTown = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2} \([^)]{2,30}\)\s+["“‘]?\p{Lu}/u
const numbered = /^\d{1,3}[.)]\s+\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,2}[:,]?\s+["“‘]?\p{Lu}/u

/** Whether a line has the shape of a reader's words below a head of comments. The story's own lines have some of these shapes, too. */
export function isLikelyReaders(text: string, cues: Cues): boolean {
  return (
    isSurelyReaders(text, cues) ||
    commentShape(text, cues) !== null ||
    isHandle(text) ||
    cues.readerSays.test(text) ||
    cues.nobody.test(text) ||
    signedAfter.test(text) ||
    /^>\s/.test(text) ||
    nameAndTown.test(text) ||
    numbered.test(text)
  )
}

/** A name alone on its line, over the words: "Jo M.", "Jo Dale from Lagos". */
const name = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Ll}{2,5} )?\p{Lu}[\p{L}.'’-]*){0,3}$/u
const longestName = 5

/** Whether a line is a name alone, and the next one a sentence. */
export function isNameOverWords(text: string, next: string | undefined): boolean {
  return next !== undefined && name.test(text) && wordCount(text) <= longestName && endsSentence(next) && wordCount(next) > 2
}
