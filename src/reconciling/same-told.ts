import type { EntityId } from '../model/ids.js'
import { sameRoots } from './origins.js'
import type { Party, Said, Told } from './told.js'

/** Whether two tellings of a statement say the same to everything that joins, compares and counts. */
export function isSameTold(a: Told, b: Told): boolean {
  return (
    areSameSaid(a.statement, b.statement) &&
    a.start === b.start &&
    a.end === b.end &&
    a.stated === b.stated &&
    a.report === b.report &&
    a.story === b.story &&
    a.published === b.published &&
    a.time === b.time &&
    isSameParty(a.figure, b.figure) &&
    isSameCast(a.cast, b.cast) &&
    areSameParties(a.agent, b.agent) &&
    areSameParties(a.patient, b.patient) &&
    areSameParties(a.recipient, b.recipient) &&
    areSameParties(a.place, b.place) &&
    sameRoots(a.roots, b.roots)
  )
}

function areSameSaid(a: Said, b: Said): boolean {
  return a === b || saidText(a) === saidText(b)
}

/** By which equal sayings are known. */
export function saidText({ type, sources, polarity, certainty, modality, detail }: Said): string {
  return JSON.stringify([type, sources, polarity, certainty, modality, detail])
}

function areSameParties(a: readonly Party[], b: readonly Party[]): boolean {
  return a.length === b.length && a.every((party, index) => isSameParty(party, b[index] ?? null))
}

function isSameParty(a: Party | null, b: Party | null): boolean {
  return (
    a === b ||
    (a !== null && b !== null && a.key === b.key && a.value === b.value && a.kind === b.kind && a.named === b.named && a.kin === b.kin)
  )
}

function isSameCast(a: readonly EntityId[], b: readonly EntityId[]): boolean {
  return a === b || (a.length === b.length && a.every((id, index) => id === b[index]))
}
