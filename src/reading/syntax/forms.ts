/** Forms kept before starting afresh: a report has a few thousand. */
const mostForms = 60_000
/** A power of two, twice as many as are kept: walks to a free slot stay short. */
const slotCount = 131_072

/**
 * Gives for each stretch of text the one string that stands for its form. A word that comes again is neither cut out of the text nor hashed again, and two words of one form are
 * compared without looking at their letters. No string given holds on to the text it was found in.
 */
export class Forms {
  private slots: (string | undefined)[] = new Array(slotCount).fill(undefined)
  private count = 0

  of(text: string, from: number, to: number): string {
    let hash = 0x811c9dc5
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    let slot = (hash ^ (hash >>> 15)) & (slotCount - 1)
    for (;;) {
      const known = this.slots[slot]
      if (known === undefined) return this.keep(slot, text.slice(from, to))
      if (known.length === to - from && standsAt(text, from, known)) return known
      slot = (slot + 1) & (slotCount - 1)
    }
  }

  private keep(slot: number, cut: string): string {
    if (this.count >= mostForms) {
      this.slots = new Array(slotCount).fill(undefined)
      this.count = 0
    }
    // A cut of more than a few letters is a view of the whole text; one of a longer string made for it alone is not.
    const form = ` ${cut}`.slice(1)
    this.slots[slot] = form
    this.count++
    return form
  }
}

function standsAt(text: string, from: number, form: string): boolean {
  for (let at = 0; at < form.length; at++) if (text.charCodeAt(from + at) !== form.charCodeAt(at)) return false
  return true
}
