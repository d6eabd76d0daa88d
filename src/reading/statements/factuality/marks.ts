/** Whether a clause says that it happened, how surely, and in which mood, with what says so. */
export interface Factuality {
  readonly polarity: 'positive' | 'negative'
  readonly certainty: 'certain' | 'hedged'
  readonly modality: 'actual' | 'demanded' | 'planned' | 'conditional'
  /** Planned only because it stands after "to": its purpose ("took to the streets to demand"). */
  readonly purpose?: boolean
  /** The word that hedges, in small letters. */
  readonly hedge?: string
  readonly why: readonly string[]
}

export type Mark = 'negative' | 'hedged' | 'demanded' | 'planned' | 'conditional'

/** A word that colours a claim. `at` is its token, so that a word found by two readers counts once. */
export interface Marked {
  readonly mark: Mark
  readonly word: string
  readonly at: number
  /** Said by nothing but the "to" before the verb. */
  readonly purpose?: boolean
}

/** What the marks say together. Two negations make an assertion; a condition rules the other moods, and of several of those the one nearest the verb is told. */
export function settled(all: readonly Marked[]): Factuality {
  const marks = all.filter((marked, index) => all.findIndex(({ mark, at }) => mark === marked.mark && at === marked.at) === index)
  const negations = marks.filter(({ mark }) => mark === 'negative').length
  const moods = marks.map(({ mark }) => mark).filter((mark) => mark === 'demanded' || mark === 'planned' || mark === 'conditional')
  const purpose =
    moods.length > 0 &&
    marks.every(({ mark, purpose: only }) => (mark !== 'planned' && mark !== 'demanded' && mark !== 'conditional') || only === true)
  const hedge = marks.find(({ mark }) => mark === 'hedged')?.word
  return {
    polarity: negations % 2 === 1 ? 'negative' : 'positive',
    certainty: hedge === undefined ? 'certain' : 'hedged',
    modality: moods.includes('conditional') ? 'conditional' : (moods[0] ?? 'actual'),
    ...(purpose ? { purpose } : {}),
    ...(hedge === undefined ? {} : { hedge }),
    why: marks.map(({ mark, word }) => `${mark}: “${word}”`),
  }
}
