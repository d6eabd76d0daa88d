import type { SyntaxWords } from '../../model/words/syntax.js'

/** Base forms seen in training, which decide between "arrest" and "arreste", "plan" and "plann". */
export interface BaseForms {
  readonly verbs: ReadonlySet<string>
  readonly nouns: ReadonlySet<string>
}

/** Gives what a dictionary lists a word under. */
export type Lemmatiser = (lower: string, pos: string, tag: string) => string

/** A lemmatiser for English endings: first the irregular forms of the pack, then the base forms seen, then the rules of spelling. */
export function lemmatiser({ lemmas }: SyntaxWords, bases: BaseForms): Lemmatiser {
  // "reignited" is decided by "ignite": a prefix does not change how a verb is spelt.
  const inVerbs = (form: string) => bases.verbs.has(form) || bases.verbs.has(form.replace(verbPrefix, ''))
  const inNouns = (form: string) => bases.nouns.has(form)
  const verb = (lower: string, tag: string): string => {
    const irregular = lemmas.verbs[lower]
    if (irregular !== undefined) return irregular
    if (tag === 'VBZ') return withoutS(lower, inVerbs)
    if (tag === 'VBG') return lower.endsWith('ing') ? stemOf(lower.slice(0, -3), inVerbs) : lower
    if (tag === 'VBD' || tag === 'VBN') return lower.endsWith('ed') ? pastStem(lower, inVerbs) : lower
    return lower
  }
  const noun = (lower: string, tag: string): string => {
    const irregular = lemmas.nouns[lower]
    if (irregular !== undefined) return irregular
    if (tag !== 'NNS') return lower
    return lower.endsWith('men') ? `${lower.slice(0, -2)}an` : withoutS(lower, inNouns)
  }
  const whole: Lemmatiser = (lower, pos, tag) => {
    if (pos === 'VERB' || pos === 'AUX') {
      if (tag === 'MD')
        return (
          lemmas.others[lower] ?? (lower === "'d" ? 'would' : lower === "'ll" || lower === 'wo' ? 'will' : lower === 'ca' ? 'can' : lower)
        )
      return lower === "'s" ? 'be' : verb(lower, tag)
    }
    if (pos === 'NOUN') return noun(lower, tag)
    if (pos === 'PROPN' || pos === 'PUNCT' || pos === 'SYM' || pos === 'NUM') return lower
    const irregular = lemmas.others[lower]
    if (irregular !== undefined) return irregular
    return tag === 'JJR' || tag === 'RBR' ? degreeBase(lower, 'er') : tag === 'JJS' || tag === 'RBS' ? degreeBase(lower, 'est') : lower
  }
  return (written, pos, tag) => {
    const lower = written.includes('’') ? written.replace('’', "'") : written
    const hyphen = lower.lastIndexOf('-')
    if (hyphen <= 0 || (pos !== 'VERB' && pos !== 'NOUN')) return whole(lower, pos, tag)
    return lower.slice(0, hyphen + 1) + whole(lower.slice(hyphen + 1), pos, tag) // "re-arrested" follows "arrested"
  }
}

const verbPrefix = /^(?:re|un|dis|mis|over|out|under|pre)(?=\p{L}{3})/u

const doubled = /([bdgklmnprtvz])\1$/

/** Stems of several syllables that English spells with a silent e: "releas-", "accus-", "investigat-", "judg-", "handl-", "rescu-". Two vowels before the last consonant ("detain-", "appeal-") speak against it, except before s, c, v and z. */
const silentE =
  /(?:[csvz]|[rd]g|chang|rang|eng|[bcdfgkptz]l|u|[^aeiou](?:at|ut|ot|ar|ir|ur|[aeiou]d|[ae]g|um|com|in|[aiou]k|scap|scrib|pon|ieg)|ieg|(?:c|gn|ad|nv|exp|un)it|(?:pl|gn|st|sc|d|^l)or|[nrt][eta]ven|(?:mp|e)let)$/
const never = /(?:[aeiou]{2}[^scvzg]|ss|tt|[nr]get|[kr]et|let|[rl]dat|ook)$/

/** Whether a stem has one syllable and ends in one vowel and one consonant: had it no silent e, the consonant would be doubled ("planned", but "named"). */
const shortWithE = /^[^aeiou]*[aeiou][^aeiouwxy]$/

/** The base of a stem from which "ing" or "ed" was cut. */
function stemOf(stem: string, known: (form: string) => boolean): string {
  const plain = stem.replace('qu', 'q')
  const wantsE = shortWithE.test(plain) || /(?:[iu]at|creat)$/.test(plain) || (silentE.test(plain) && !never.test(plain))
  if (known(`${stem}e`) && !(known(stem) && !wantsE)) return `${stem}e`
  if (known(stem)) return stem
  if (doubled.test(stem) && stem.length > 3) {
    const single = stem.slice(0, -1)
    const britishL = /[aeiou][^aeiou]+[eiou]ll$/.test(stem) // "expelled", "levelled"; but "installed", "killed"
    if (known(single) || !/(?:ll|zz)$/.test(stem) || britishL) return single
  }
  return wantsE && /[aeiouy]/.test(stem) ? `${stem}e` : stem
}

function pastStem(lower: string, known: (form: string) => boolean): string {
  if (lower.endsWith('ied')) return lower.length <= 4 ? lower.slice(0, -1) : `${lower.slice(0, -3)}y`
  if (lower.endsWith('eed')) return known(lower) ? lower : lower.slice(0, -1)
  return stemOf(lower.slice(0, -2), known)
}

/** A plural, or a verb of the third person, without its ending. */
function withoutS(lower: string, known: (form: string) => boolean): string {
  if (!lower.endsWith('s') || /(?:ss|us|is)$/.test(lower) || lower.length < 3) return lower
  if (lower.endsWith('ies')) return lower.length <= 4 ? lower.slice(0, -1) : `${lower.slice(0, -3)}y`
  const short = lower.slice(0, -1)
  if (known(short)) return short
  if (/(?:s|x|z|ch|sh|o)es$/.test(lower)) {
    const shorter = lower.slice(0, -2)
    return known(shorter) || !/(?:[aeiou][sz]|rs|ns|ps)es$/.test(lower) || /sses$/.test(lower) ? shorter : short
  }
  return lower.endsWith("'s") ? lower.slice(0, -2) : short
}

/** "larger" is "large", "biggest" is "big", "earlier" is "early". */
function degreeBase(lower: string, ending: 'er' | 'est'): string {
  if (!lower.endsWith(ending) || lower.length < ending.length + 3) return lower
  const stem = lower.slice(0, -ending.length)
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`
  if (doubled.test(stem) && !stem.endsWith('ll')) return stem.slice(0, -1)
  return /(?:[aeiou][rgstdvc]|[nr][cg]|[bdgptk]l)$/.test(stem) && !/(?:[aeiou]{2}[tdrs]|ear|eep|ow|[^l]at|or|et|ut|it|ew)$/.test(stem)
    ? `${stem}e`
    : stem
}
