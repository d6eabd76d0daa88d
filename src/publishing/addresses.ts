import type { EntityId, EventId, ReportId, StatementId } from '../model/ids.js'
import type { RecordStatement } from '../model/record.js'

/** An id as an element bears it: `st:3f2a` becomes `st-3f2a`, which needs no escape in a page or a style sheet. */
export function elementId(id: StatementId | EntityId | EventId): string {
  return id.replace(':', '-')
}

export function reportAddress(id: ReportId): string {
  return `/report/${encodeURIComponent(id)}`
}

/** Where a statement's words stand in its report; the browser marks them. */
export function passageAddress({ report, id }: Pick<RecordStatement, 'report' | 'id'>): string {
  return `${reportAddress(report)}#${elementId(id)}`
}

export function entityAddress(id: EntityId): string {
  return `/entity/${encodeURIComponent(id)}`
}

export function eventAddress(id: EventId): string {
  return `/#${elementId(id)}`
}

/** The id of the dispute about one attribute of an event. */
export function disputeId(event: EventId, attribute: string): string {
  return `${elementId(event)}-${attribute.replace(/[^a-z0-9]+/gi, '-')}`
}

export function disputeAddress(event: EventId, attribute: string): string {
  return `/disputes#${disputeId(event, attribute)}`
}
