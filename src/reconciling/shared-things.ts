/** Things kept for sharing. Reports of one affair come close to each other, so few are enough, and what is shared takes no room that grows with the record. */
const mostKept = 5_000

/** Equal things as one: what ten accounts give as their reason takes the room of one. Things are known by a text that tells them apart. */
export class SharedThings<T> {
  readonly #kept = new Map<string, T>()

  get(text: string, make: () => T): T {
    const known = this.#kept.get(text)
    if (known !== undefined) return known
    if (this.#kept.size >= mostKept) this.#kept.clear()
    const made = make()
    this.#kept.set(text, made)
    return made
  }
}

/** Equal texts as one, and each by itself: a name cut from a report's text holds that whole text in memory until it is written anew. */
export class SharedTexts {
  readonly #texts = new SharedThings<string>()
  readonly #lists = new SharedThings<readonly string[]>()

  shared(text: string): string {
    return this.#texts.get(text, () => Array.from(text).join(''))
  }

  /** A list of shared texts, one for all equal lists. */
  list(texts: readonly string[]): readonly string[] {
    return texts.length === 0 ? noTexts : this.#lists.get(texts.join('\n'), () => texts.map((text) => this.shared(text)))
  }
}

const noTexts: readonly string[] = []
