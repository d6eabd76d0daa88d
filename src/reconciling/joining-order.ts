import { dayOf, extentOf } from '../model/time.js'
import type { Told } from './told.js'

/** Where a statement stands in the order in which statements are laid beside each other. */
export interface JoiningPlace {
  readonly rank: number
  readonly time: string
  readonly parties: number
}

/** Demands, plans and conditions look at the happenings when these stand. */
const lookingOn = 4

/** Dated before undated, exact before vague, then by time and by how many parties are named; so that what is known best makes the events, whatever came first. */
export function joiningPlace({ time, agent, patient, recipient }: Told, tells: boolean): JoiningPlace {
  const rank = time === null ? 3 : dayOf(time) !== null ? 0 : extentOf(time)?.precision === 'month' ? 1 : 2
  return { rank: tells ? rank : lookingOn, time: time ?? '', parties: agent.length + patient.length + recipient.length }
}
