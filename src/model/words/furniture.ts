/**
 * What `packs/languages/<code>/furniture.yaml` holds: the words by which a page says that a line is not its story.
 * In a phrase `*` stands for up to four words and `#` for a number; case does not matter.
 */
export interface FurnitureWords {
  readonly related: {
    /** Stand at the start of a teaser, before a mark or the title itself. */
    readonly leads: readonly string[]
    /** Lead a teaser only before a colon, bar or arrow: alone they are ordinary words. */
    readonly leadsBeforeMark: readonly string[]
    /** A whole line that opens a list of other stories. */
    readonly sections: readonly string[]
  }
  readonly comment: {
    /** A whole line that opens the readers' comments. */
    readonly heads: readonly string[]
    /** Open readers' comments only where a reader's name follows: alone they are headings of a story. */
    readonly headsBeforeNames: readonly string[]
    /** Stand before a reader's words or name. */
    readonly leads: readonly string[]
    /** Between a reader's name and the words: "K. Obi says". */
    readonly says: readonly string[]
    /** What stands at the end of a comment to press on. */
    readonly controls: readonly string[]
    /** Who writes without a name. */
    readonly nobody: readonly string[]
  }
  readonly policy: { readonly phrases: readonly string[] }
  readonly promotion: {
    /** Stand at the start of the line. */
    readonly openers: readonly string[]
    /** Stand anywhere in a short line. */
    readonly phrases: readonly string[]
    /** Words that address the reader. */
    readonly reader: readonly string[]
  }
  readonly navigation: {
    /** The whole line. */
    readonly lines: readonly string[]
    /** The start of the line, before what it lists. */
    readonly leads: readonly string[]
    /** Names of sections and buttons as menus show them. */
    readonly items: readonly string[]
  }
  readonly boilerplate: { readonly openers: readonly string[]; readonly phrases: readonly string[] }
  readonly narrative: {
    readonly byline: readonly string[]
    readonly published: readonly string[]
    readonly credit: readonly string[]
    /** In a line that names who helped: "… contributed to this report". */
    readonly creditWithin: readonly string[]
    /** Over a note about the writer. */
    readonly writersNote: readonly string[]
    /** Before a day on which something else happened than publication: a reader joined, a film starts. */
    readonly otherDay: readonly string[]
    readonly caption: readonly string[]
    readonly correction: readonly string[]
    readonly embed: readonly string[]
  }
  readonly calendar: { readonly months: readonly string[]; readonly weekdays: readonly string[]; readonly ago: readonly string[] }
  readonly sentence: {
    /** Words that open a sentence and would be small inside a title. */
    readonly openers: readonly string[]
    /** Finite verbs that follow a subject at once. */
    readonly finite: readonly string[]
  }
  /** Words in class, id and role attributes of a page's markup, by what they mark. */
  readonly markup: {
    readonly related: readonly string[]
    readonly comment: readonly string[]
    readonly policy: readonly string[]
    readonly promotion: readonly string[]
    readonly navigation: readonly string[]
    readonly boilerplate: readonly string[]
    readonly byline: readonly string[]
    readonly standfirst: readonly string[]
    readonly caption: readonly string[]
    readonly 'pull-quote': readonly string[]
    readonly embed: readonly string[]
    /** Before a writer's name in a byline, in any language a page may have. */
    readonly by: readonly string[]
    /** The same within a line, after a word or two of what the writing is: "A guest comment by …". */
    readonly byWithin: readonly string[]
    /** Parts of words in a line that names who made the pictures or the translation, not who wrote. */
    readonly byOthers: readonly string[]
    /** Before another story's title, or over a list of them, in any language a page may have. */
    readonly relatedLeads: readonly string[]
    /** Heads of readers' comments, in any language a page may have. */
    readonly commentHeads: readonly string[]
    /** Of an element that tells who wrote a post of a forum. */
    readonly member: readonly string[]
    /** Of the element that holds the story. */
    readonly story: readonly string[]
  }
}
