import type { Block, BlockKind, Report } from '../model/report.js'

/** A person's word on what a stretch of a page is. */
export interface Relabel {
  readonly start: number
  readonly exact: string
  readonly kind: BlockKind
}

/** The report with the stretches a person relabelled cut out as blocks of their own. A stretch that no longer stands there is passed over. */
export function relabelled(report: Report, relabels: readonly Relabel[]): Report {
  const there = relabels.filter(({ start, exact }) => report.text.slice(start, start + exact.length) === exact)
  return {
    ...report,
    blocks: there.reduce<readonly Block[]>((blocks, relabel) => blocks.flatMap((block) => cutOut(block, relabel)), report.blocks),
  }
}

/** A block in up to three parts: before the relabelled stretch, the stretch, after it. */
function cutOut(block: Block, { start, exact, kind }: Relabel): readonly Block[] {
  const end = start + exact.length
  if (block.end <= start || block.start >= end) return [block]
  const [from, to] = [Math.max(block.start, start), Math.min(block.end, end)]
  const parts = [
    { ...block, end: from },
    { start: from, end: to, kind, why: 'a person said so' },
    { ...block, start: to },
  ]
  return parts.filter((part) => part.end > part.start)
}
