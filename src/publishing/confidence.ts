import type { Finding } from '../model/record.js'

/** How surely the law's words are known, where that is not first-hand. */
export const confidenceWords: Partial<Readonly<Record<Finding['confidence'], string>>> = {
  B: 'Read in a secondary source, not in the law’s own text.',
  C: 'Rests on one secondary source; a lawyer has still to check it.',
  U: 'Not verified: nobody here has seen these words of the law. No verdict rests on it.',
}
