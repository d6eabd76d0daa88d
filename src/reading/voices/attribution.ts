import type { Span, VoiceMode } from '../../model/report.js'
import type { Sentence } from '../parts.js'

/** An attribution before its speaker has a name. */
export interface Attribution {
  readonly sentence: Sentence
  readonly source: Span | null
  /** The head word of the source, as a token of the sentence. */
  readonly speaker: number | null
  /** The head word of the one who quotes the speaker: "investigators quoted by ANSA". */
  readonly quoter: number | null
  /** The head word of the one who was told: "told AFP". */
  readonly hearer: number | null
  readonly cue: Span | null
  readonly content: Span | null
  readonly mode: VoiceMode
  /** Whether the speaker vouches for what is said. Who wishes or judges a thing is no source of it. */
  readonly tells: boolean
  /** The construction and its word. */
  readonly why: string
}
