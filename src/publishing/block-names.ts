import type { BlockKind } from '../model/report.js'

const names: Readonly<Record<BlockKind, string>> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  byline: 'Byline',
  dateline: 'Dateline',
  heading: 'Heading',
  paragraph: 'Paragraph',
  'pull-quote': 'Pulled quotation',
  'block-quote': 'Quotation',
  caption: 'Caption',
  credit: 'Credit',
  correction: 'Correction',
  embed: 'Post in the story',
  related: 'Read also',
  comment: 'Reader’s comment',
  policy: 'Policy',
  promotion: 'Promotion',
  navigation: 'Navigation',
  boilerplate: 'Boilerplate',
}

/** What a block is called beside its text. */
export function blockName(kind: BlockKind): string {
  return names[kind]
}
