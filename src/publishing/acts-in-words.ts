import type { Act, Correction, OriginAnchor, StatementAnchor } from '../model/decision.js'
import { blockName } from './block-names.js'
import { differenceNoun, happeningNoun } from './clauses.js'
import { onOneLine } from './words.js'

/** What a decision did, for the line shown after it and for the list of decisions. */
export function doneInWords(act: Act): string {
  switch (act.act) {
    case 'accept':
      return `Accepted: ${statementWords(act.statement)}.`
    case 'reject':
      return `Rejected: ${statementWords(act.statement)}.`
    case 'correct':
      return `Corrected: ${statementWords(act.statement)}; now ${correctedInWords(act.correction)}.`
    case 'same':
      return `Joined: ${act.a.name} and ${act.b.name} are the same.`
    case 'not-same':
      return `Kept apart: ${act.a.name} and ${act.b.name} are not the same.`
    case 'unsure':
      return `Left open: whether ${act.a.name} and ${act.b.name} are the same.`
    case 'join':
      return `Joined: ${statementWords(act.a)} and ${statementWords(act.b)} tell one happening.`
    case 'split':
      return `Told apart: ${statementWords(act.statement)} tells a happening of its own.`
    case 'fold':
      return `Counted as one origin: ${sourceWords(act.a)} and ${sourceWords(act.b)}.`
    case 'unfold':
      return `Counted apart: ${sourceWords(act.a)} and ${sourceWords(act.b)}.`
    case 'explain':
      return `Explained: why accounts differ on ${differenceNoun(act.attribute)}, ${statementWords(act.statement)}.`
    case 'settle':
      return `Settled: on ${differenceNoun(act.attribute)} this account is preferred, ${statementWords(act.statement)}. The others are kept.`
    case 'leave-open':
      return `Left open: ${differenceNoun(act.attribute)}, ${statementWords(act.statement)}.`
    case 'relabel':
      return `Relabelled: “${cut(act.exact)}” is ${blockName(act.kind).toLowerCase()}.`
    case 'undo':
      return `Taken back: the decision on line ${act.line} of the log.`
  }
}

/** What a correction made of a statement: "time 2025-01-19, place Turin". */
export function correctedInWords(correction: Correction): string {
  return Object.entries(correction)
    .map(([key, value]) => `${key} ${Array.isArray(value) ? value.join('; ') || 'none' : (value ?? 'not stated')}`)
    .join(', ')
}

function statementWords({ type, exact }: StatementAnchor): string {
  return `${happeningNoun(type).toLowerCase()}, “${cut(exact)}”`
}

/** "ANSA"; "what a report says itself", where no name is at hand. */
function sourceWords({ report, name }: OriginAnchor): string {
  const of = report === null ? '' : `report ${report.slice(7, 15)}`
  if (name === null) return `the own voice of ${of}`
  return of === '' ? name : `${name} in ${of}`
}

/** As many characters of a quote as tell it from another in a list. */
const longestEcho = 90

function cut(words: string): string {
  const line = onOneLine(words)
  return line.length <= longestEcho ? line : `${line.slice(0, longestEcho).trimEnd()}…`
}
