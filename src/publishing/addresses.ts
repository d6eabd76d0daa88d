import type { EntityId, EventId, ReportId, StatementId } from '../model/ids.js'
import type { RecordStatement } from '../model/record.js'
import type { Block, ReadReport } from '../model/report.js'

/** An id as an element bears it: `st:3f2a` becomes `st-3f2a`, which needs no escape in a page or a style sheet. */
export function elementId(id: StatementId | EntityId | EventId): string {
  return id.replace(':', '-')
}

/** Ids are letters, digits and a colon, which stand in a path as they are. */
export function reportAddress(id: ReportId): string {
  return `/report/${id}`
}

/** Where a statement's words stand in its report; the browser marks them. */
export function passageAddress({ report, id }: Pick<RecordStatement, 'report' | 'id'>): string {
  return `${reportAddress(report)}#${elementId(id)}`
}

export function entityAddress(id: EntityId): string {
  return `/entity/${id}`
}

export function eventAddress(id: EventId): string {
  return `/event/${id}`
}

/** Where a happening stands on a page of the timeline, or that page. */
export function timelineAddress(page: number, id?: EventId): string {
  return `${page === 1 ? '/' : `/?page=${page}`}${id === undefined ? '' : `#${elementId(id)}`}`
}

/** Who rests on whom in one happening. */
export function originsAddress(id: EventId): string {
  return `/origins?event=${id}`
}

/** The id of the dispute about one attribute of an event. */
export function disputeId(event: EventId, attribute: string): string {
  return `${elementId(event)}-${attribute.replace(/[^a-z0-9]+/gi, '-')}`
}

export function disputeAddress(event: EventId, attribute: string): string {
  return `/disputes#${disputeId(event, attribute)}`
}

/** The id of a block of a report's page. */
export function blockId({ start }: Pick<Block, 'start'>): string {
  return `at-${start}`
}

/** Where a position of a report's text stands on its page, to the block. */
export function passageBlockAddress(read: ReadReport, at: number): string {
  const block = blockAt(shownBlocks(read), at)
  return block === undefined ? reportAddress(read.report.id) : `${reportAddress(read.report.id)}#${blockId(block)}`
}

/** The blocks a report's page shows: those that hold words. */
export function shownBlocks({ text, blocks }: ReadReport): readonly Block[] {
  return blocks.filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

/** The block that holds a position: blocks are in order, so half of them are passed over at each step. */
export function blockAt(blocks: readonly Block[], at: number): Block | undefined {
  let [low, high] = [0, blocks.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((blocks[middle] as Block).start <= at) low = middle
    else high = middle - 1
  }
  return blocks[low]
}
