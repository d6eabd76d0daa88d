import type { Child } from 'hono/jsx'
import type { EventId } from '../model/ids.js'
import type { Attribute, AttributeValue, Event } from '../model/record.js'
import { disputeAddress, entityAddress } from './addresses.js'
import { attributeLabel, clause, differenceNoun, happeningNoun, question, settledDetail, type Told } from './clauses.js'
import { When } from './dates.js'
import type { Lookup } from './lookup.js'
import { Dots, originsInWords, StatusMark } from './marks.js'
import { PassageLinks, Replaced, statementsIn } from './says.js'
import { capital, countedRange, datesInWords, inASentence, listed } from './words.js'

/** An attribute of an event with its key. `time`, `place` and the parties first, details after. */
export interface Named {
  readonly key: string
  readonly attribute: Attribute
}

/** Everything an event says of itself, whether it happened first. */
export function attributesOf(event: Event): readonly Named[] {
  const { happened, agent, patient, recipient, place, time, detail } = event
  const own = { happened, agent, patient, recipient, place, time }
  return [
    ...Object.entries(own).map(([key, attribute]) => ({ key, attribute })),
    ...Object.entries(detail).map(([key, attribute]) => ({ key, attribute })),
  ]
}

export function disputedIn(event: Event): readonly Named[] {
  return attributesOf(event).filter(({ attribute }) => attribute.status === 'disputed')
}

export function eventNoun(event: Event): string {
  const told = event.happened.values.some(({ value }) => value === 'true')
  const noun = happeningNoun(event.type, settledDetail(event.detail))
  return told ? noun : `${noun}: said not to have happened`
}

/** A party's values that no account contradicts; a disputed party is told in the dispute, not in the clause. */
function undisputed(attribute: Attribute): readonly string[] {
  return attribute.status === 'disputed' ? [] : attribute.values.map(({ value }) => inASentence(value))
}

/** The parties and details of an event that no account contradicts. */
function toldOf(event: Event): Told {
  return {
    type: event.type,
    agent: undisputed(event.agent),
    patient: undisputed(event.patient),
    recipient: undisputed(event.recipient),
    detail: settledDetail(event.detail),
  }
}

/** The happening in a clause, with the parties no account contradicts. */
export function clauseOf(event: Event, lookup: Lookup, negative = false): string {
  const place = event.place.status === 'disputed' ? undefined : event.place.values[0]
  return clause(toldOf(event), { negative, where: place === undefined ? undefined : whereOf(event, place, lookup) })
}

/** What accounts of the event differ on, as a question. */
export function questionOf(event: Event, attribute: string): string {
  return question(toldOf(event), attribute)
}

/** How a journey stands to its place, by its direction. */
const journeyWords: Readonly<Record<string, string>> = { leave: 'from', return: 'to', arrive: 'in' }

function whereOf(event: Event, { value, entity }: AttributeValue, lookup: Lookup): string {
  const name = /^\p{Ll}/u.test(value) ? inASentence(value) : value
  if (event.type === 'travel') return `${journeyWords[settledDetail(event.detail).direction ?? ''] ?? 'to'} ${name}`
  const kind = entity === undefined ? undefined : lookup.entity(entity)?.kind
  return `${kind === 'facility' || kind === 'organization' ? 'at' : 'in'} ${name}`
}

/** What the accounts say, with who says so in the sentence. */
export function Account({ event, lookup }: { readonly event: Event; readonly lookup: Lookup }) {
  const differ = disputedIn(event).filter(({ key }) => key !== 'happened')
  return (
    <p class="account">
      {sayingOf(event, lookup)}
      {differ.length === 0 ? null : (
        <>
          {' Accounts differ on '}
          {enumerated(differ.map(({ key }) => <a href={disputeAddress(event.id, key)}>{differenceNoun(key)}</a>))}.
        </>
      )}
    </p>
  )
}

function enumerated(parts: readonly Child[]): Child {
  return parts.map((part, index) => (
    <>
      {index === 0 ? '' : index === parts.length - 1 ? ' and ' : ', '}
      {part}
    </>
  ))
}

export function sayingOf(event: Event, lookup: Lookup): string {
  const yes = event.happened.values.find(({ value }) => value === 'true')
  const no = event.happened.values.find(({ value }) => value === 'false')
  const happened = clauseOf(event, lookup)
  if (yes !== undefined && no !== undefined) return `${told(event, yes)} ${happened}. ${told(event, no)} that is not so.`
  if (yes !== undefined) return `${told(event, yes)} ${happened}.`
  if (no !== undefined) return `${told(event, no)} ${clauseOf(event, lookup, true)}.`
  return `No account read says whether ${happened}.`
}

/** At most this many speakers are named in the sentence; more are counted there and named below it. */
const mostNamed = 2

/** Who tells it, before what they tell: "According to Reuters," or "All five origins say that". A hedge that all of them keep is kept. */
function told(event: Event, { origins, originsAtLeast, hedged }: AttributeValue): string {
  const hedge = hedged === true ? `, hedged in ${origins.length === 1 ? 'its' : 'their'} own words` : ''
  const named = listed(origins.map(inASentence))
  if (origins.length === 1) return `According to ${named}${hedge},`
  const alike = tellAlike(event, origins.length)
  const detail = alike ? '' : ', not all in the same detail'
  if (origins.length <= mostNamed) return `According to ${named}${detail}${hedge},`
  const all = alike && event.happened.values.length === 1
  return `${capital(`${all ? 'all ' : ''}${countedRange(originsAtLeast ?? origins.length, origins.length, 'origin')}`)} say${detail}${hedge}${detail + hedge === '' ? '' : ','} that`
}

/** Whether every party in the clause is given by as many origins as tell the happening. */
function tellAlike(event: Event, origins: number): boolean {
  return [event.agent, event.patient, event.recipient, event.place]
    .filter(({ status }) => status === 'agreed' || status === 'single')
    .every(({ values }) => values.every((value) => value.origins.length >= origins))
}

/** The marks of an event in one line: dots, the count in words, the sign. */
export function EventMarks({ event }: { readonly event: Event }) {
  const differ = disputedIn(event).filter(({ key }) => key !== 'happened')
  const named = (of: readonly Named[]) => of.map(({ key }) => differenceNoun(key))
  const settled = named(differ.filter(({ attribute }) => attribute.judged?.says === 'settled'))
  const others = named(differ.filter(({ attribute }) => attribute.judged?.says !== 'settled'))
  return (
    <>
      <Dots values={event.happened.values} />
      {originsInWords(allOrigins(event.happened.values))}
      {' · '}
      {event.happened.status === 'disputed' ? (
        <StatusMark status="disputed">disputed: whether it happened</StatusMark>
      ) : (
        <StatusMark status={event.happened.status} />
      )}
      {others.length === 0 ? null : (
        <>
          {' · '}
          <StatusMark status="disputed">disputed: {listed(others)}</StatusMark>
        </>
      )}
      {settled.length === 0 ? null : (
        <>
          {' · '}
          <StatusMark status="disputed">disputed, settled by a person: {listed(settled)}</StatusMark>
        </>
      )}
    </>
  )
}

/** The origins of all sides together; hedged where every side only ever hedges. How few they may be is known where there is one side. */
function allOrigins(values: readonly AttributeValue[]): Pick<AttributeValue, 'origins' | 'originsAtLeast' | 'hedged'> {
  const [only] = values
  if (only !== undefined && values.length === 1) return only
  const hedged = values.length > 0 && values.every((value) => value.hedged === true)
  return { origins: [...new Set(values.flatMap(({ origins }) => origins))], ...(hedged ? { hedged: true as const } : {}) }
}

/** The happenings that go with this one, told as another kind of act or a part of it, and why. `address` leads to one; without it they are named only. */
export function GoesWith({
  event,
  lookup,
  address,
}: {
  readonly event: Event
  readonly lookup: Lookup
  readonly address: (id: EventId) => string
}) {
  const related = (event.related ?? []).flatMap(({ event: id, because }) => {
    const other = lookup.event(id)
    return other === undefined ? [] : [{ other, because }]
  })
  if (related.length === 0) return null
  return (
    <p class="small">
      Goes with{' '}
      {related.map(({ other, because }, index) => (
        <>
          {index === 0 ? null : '; '}
          <a href={address(other.id)}>{eventNoun(other)}</a> ({datesInWords(because)})
        </>
      ))}
      . They are told as happenings of their own.
    </p>
  )
}

/** Every attribute with each value, the origins behind it and its sign; one row for a value. */
export function AttributeTable({ event, lookup }: { readonly event: Event; readonly lookup: Lookup }) {
  const known = attributesOf(event).filter(({ key, attribute }) => key !== 'happened' && attribute.status !== 'unknown')
  if (known.length === 0) return null
  return (
    <table class="rivals list">
      <caption>What each origin gives</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">As given</th>
          <th scope="col">By whom</th>
          <th scope="col">Standing</th>
        </tr>
      </thead>
      <tbody>
        {known.flatMap(({ key, attribute }) =>
          attribute.values.map((value) => (
            <tr>
              <th scope="row">{attributeLabel(event.type, key)}</th>
              <td data-label="As given">
                <ValueWords attribute={key} value={value} />
              </td>
              <td data-label="By whom">
                <Dots values={[value]} />
                {enumerated(value.origins.map((origin) => <bdi>{origin}</bdi>))}
                {value.originsAtLeast === undefined
                  ? ''
                  : `, ${originsInWords({ origins: value.origins, originsAtLeast: value.originsAtLeast })}`}
                {value.hedged === true ? ', only ever hedged' : ''} <Backing value={value} lookup={lookup} />
                <Replaced value={value} lookup={lookup} />
              </td>
              <td data-label="Standing">
                <StatusMark status={attribute.status} />
                <JudgedWords attribute={attribute} value={value} />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

/** What a person said of a dispute, at each of its values. */
function JudgedWords({ attribute: { judged }, value }: { readonly attribute: Attribute; readonly value: AttributeValue }) {
  if (judged === undefined) return null
  const says = judged.says === 'settled' ? (judged.keeps === value.value ? 'preferred' : 'set aside') : judged.says.replace('-', ' ')
  return (
    <span class="via">
      {` ${says} by `}
      <bdi>{judged.who}</bdi>: “{judged.because}”
    </span>
  )
}

/** A value as a person reads it: a party leads to its page, a time stands in words. */
export function ValueWords({ attribute, value }: { readonly attribute: string; readonly value: AttributeValue }) {
  if (attribute === 'time') return <When edtf={value.value} />
  if (value.entity !== undefined) {
    return (
      <a href={entityAddress(value.entity)}>
        <bdi>{value.value}</bdi>
      </a>
    )
  }
  return <bdi>{detailWords(value.value)}</bdi>
}

/** A detail's value in words: `not-validated` is a key of the record, not a word of ours. */
export function detailWords(value: string): string {
  if (value === 'true') return 'yes'
  if (value === 'false') return 'no'
  return /^[a-z]+(?:-[a-z]+)+$/.test(value) ? value.replace(/-/g, ' ') : value
}

/** The reports in which a value is read, each leading to the passage. */
function Backing({ value, lookup }: { readonly value: AttributeValue; readonly lookup: Lookup }) {
  const statements = statementsIn(value.statements, lookup)
  if (statements.length === 0) return null
  return (
    <span class="via">
      {'read in '}
      <PassageLinks statements={statements} lookup={lookup} />
    </span>
  )
}
