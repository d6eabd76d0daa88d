/** The units in which times are counted. */
export const timeUnits = [
  'second',
  'minute',
  'hour',
  'day',
  'weekend',
  'week',
  'fortnight',
  'month',
  'season',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
] as const
export type TimeUnit = (typeof timeUnits)[number]

/** Parts of a day. EDTF has no word for them: they say which night is meant, and the value stays the day. */
export const dayParts = ['dawn', 'morning', 'noon', 'afternoon', 'evening', 'night', 'midnight'] as const
export type DayPart = (typeof dayParts)[number]

/** A feast that names a day: a fixed one, the nth weekday of a month (1 Monday to 7 Sunday), or so many days from Easter. */
export type Holiday =
  | { readonly month: number; readonly day: number }
  | { readonly month: number; readonly weekday: number; readonly nth: number }
  | { readonly fromEaster: number }

/** Where a step is counted from: the day of publication, the last day the story spoke of, or the happening that the words after it name. */
export const stepOrigins = ['publication', 'story', 'event'] as const
export type StepOrigin = (typeof stepOrigins)[number]

/** Things that are checked in the words around a phrase before it is taken for a time; `src/reading/times/guards.ts` says how. */
export const phraseGuards = ['a-year', 'not-counting', 'a-month-alone', 'ends-clause', 'starts-line', 'after-preposition'] as const
export type PhraseGuard = (typeof phraseGuards)[number]

/** What a phrase means, beside what its words give. */
export interface PhraseMeaning {
  /** `date`: a place in the calendar; `step`: so many units from somewhere; `duration`; `set`: again and again; `vague`: a time without a value; `nothing`: no time, though it looks like one. */
  readonly as: 'date' | 'step' | 'duration' | 'set' | 'vague' | 'nothing'
  readonly unit?: TimeUnit | undefined
  readonly amount?: number | null | undefined
  /** A half more than the number says ("a minute and a half"), or a half of the unit ("half an hour"). */
  readonly half?: 'more' | 'of' | undefined
  readonly toward?: -1 | 0 | 1 | undefined
  readonly from?: StepOrigin | undefined
  /** What an ordinal counts: "the third quarter", "the 19th century", "the fourth". */
  readonly ordinal?: 'quarter' | 'half' | 'century' | 'day' | undefined
  readonly quarter?: number | undefined
  readonly part?: DayPart | undefined
  /** Minutes to add to the hour: "half past nine". */
  readonly minutes?: number | undefined
  readonly hour?: number | undefined
  /** A week, month or year up to the day it is counted from: "this past week" are the seven days before. */
  readonly running?: boolean | undefined
  /** As fine as a day, whatever the unit: "ten years ago today". */
  readonly toTheDay?: boolean | undefined
  /** Where the story has spoken of none, the last that has ended: "the latest quarter". */
  readonly ended?: boolean | undefined
  /** How many words at its start lead it in without being part of it: "on the fourth". */
  readonly leadIn?: number | undefined
  /** A time only beside a day ("noon on Friday"); alone it says too little. */
  readonly beside?: boolean | undefined
}

export interface TimePhrase {
  /** Words and classes in order: `DAY of? MONTH ,? YEAR?`; `(...)?` may be left out, `a|b` is either, `<group>` is any word of that group. */
  readonly words: readonly string[]
  readonly gives: PhraseMeaning
  readonly guard?: PhraseGuard | undefined
}

/** A sentence of ours with the values its times must have, in order. `published` is the day it is read on. */
export interface TimeCase {
  readonly text: string
  readonly published: string
  readonly times: Readonly<Record<string, string | null>>
}

/** What `packs/languages/<code>/times.yaml` holds. */
export interface TimeWords {
  readonly months: Readonly<Record<string, number>>
  /** Months that are also other words, believed only in company: "May", "March". */
  readonly doubtfulMonths: readonly string[]
  readonly weekdays: Readonly<Record<string, number>>
  /** Days whose short names are other words too, believed only beside a date: "Sun", "Sat". */
  readonly doubtfulWeekdays: readonly string[]
  readonly numbers: Readonly<Record<string, number>>
  /** Words that make a number larger: hundred, thousand. */
  readonly multipliers: Readonly<Record<string, number>>
  readonly ordinals: Readonly<Record<string, number>>
  readonly ordinalEndings: readonly string[]
  readonly units: Readonly<Record<string, { readonly unit: TimeUnit; readonly many?: boolean | undefined }>>
  readonly parts: Readonly<Record<string, DayPart>>
  readonly seasons: Readonly<Record<string, number>>
  readonly decades: Readonly<Record<string, number>>
  readonly meridiems: Readonly<Record<string, 'am' | 'pm'>>
  readonly zones: Readonly<Record<string, string>>
  readonly holidays: Readonly<Record<string, Holiday>>
  readonly groups: Readonly<Record<string, readonly string[]>>
  readonly phrases: readonly TimePhrase[]
  readonly cases: readonly TimeCase[]
}

/** The groups that the reading of times itself asks for, whatever the phrases use. */
export const neededGroups = [
  'many',
  'of',
  'at',
  'near',
  'before-clock',
  'and',
  'to',
  'since',
  'until',
  'between',
  'from',
  'within',
  'before-month',
  'numbered',
  'future-verbs',
  'future-infinitive',
  'past-verbs',
  'deadline',
  'until-then',
  'conditions',
  'puts-off',
  'plans',
  'early',
  'about',
  'at-once-words',
  'apart-words',
  'soon-words',
  'that-words',
  'moment-words',
  'speech-nouns',
  'asking',
  'clock-words',
  'telling',
  'making',
  'before-and-after',
  'beyond-words',
  'again-and-again',
  'another-one',
  'another-session',
  'brings-in',
  'later-on',
  'ruling-nouns',
  'other-times',
  'takes-place',
  'bench',
  'outcome',
  'past-plans',
  'of-them',
  'crowd-events',
  'after-it',
  'during',
  'some-of-them',
  'matter-words',
] as const
