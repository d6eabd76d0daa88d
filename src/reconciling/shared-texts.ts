/** Texts kept for sharing. Accounts of one happening come close to each other, so few are enough. */
const mostKept = 5_000

/** Equal texts as one: what ten accounts give as their reason takes the room of one. */
export class SharedTexts {
  readonly #kept = new Map<string, string>()

  shared(text: string): string {
    const known = this.#kept.get(text)
    if (known !== undefined) return known
    if (this.#kept.size >= mostKept) this.#kept.clear()
    this.#kept.set(text, text)
    return text
  }
}
