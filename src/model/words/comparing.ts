/** What `packs/names/comparing.yaml` holds: the words by which names are compared, whatever their language. Small letters, without accents. */
export interface ComparingWords {
  /** Said before or after a person's name, no part of it. */
  readonly titles: readonly string[]
  /** Marks of generation, honours, degrees. */
  readonly suffixes: readonly string[]
  /** Small words inside a name that are written, joined or left out at will. */
  readonly particles: readonly string[]
  /** Particles that are kept as names when nothing else is left of a name. */
  readonly weakParticles: readonly string[]
  /** Articles that may be glued to the name they belong to. */
  readonly gluedArticles: readonly string[]
  /** Names borne by so many people that sharing one says little. */
  readonly commonNames: readonly string[]
  readonly joiningWords: readonly string[]
  readonly legalForms: readonly (readonly string[])[]
  /** Words for one thing; the first stands for the line. */
  readonly sameWords: readonly (readonly string[])[]
  /** Words that say what a body is: a chamber of a court is not the court. */
  readonly headWords: readonly string[]
  /** Words that say more closely what kind of body it is. */
  readonly kindWords: readonly string[]
  /** Words that say what kind of place it is. */
  readonly placeWords: readonly string[]
  readonly numberWords: Readonly<Record<string, number>>
  /** Words by which the number before them is multiplied; in the plural they say "at least as many". */
  readonly scaleWords: Readonly<Record<string, number>>
  /** Words before a number that leave it open upwards, downwards, or on both sides. */
  readonly numberBounds: { readonly atLeast: readonly string[]; readonly atMost: readonly string[]; readonly about: readonly string[] }
  /** Words that fit anybody, alone or with others of them. Whoever is told by these in two stories is seldom one. */
  readonly anybody: readonly string[]
  /** Words for people of one age or sex: a number of them leaves room for others. */
  readonly partOfPeople: readonly string[]
  /** Bodies by all the names and acronyms they bear. */
  readonly bodies: readonly (readonly string[])[]
  /** Organs by the words for them, with the words for the bodies whose organs they are, and for whom they act. */
  readonly organs: readonly { readonly bodies: readonly string[]; readonly organs: readonly string[]; readonly side: 'court' | 'state' }[]
}
