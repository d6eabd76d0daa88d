import type { Attribute, Event } from '../model/record.js'
import type { StatementType } from '../model/report.js'
import { isPlural, listed } from './words.js'

type Role = 'agent' | 'patient' | 'recipient'

/**
 * How a happening is told in a clause. The past tense needs no agreement with its subject, which may be "police" or a name.
 * `object` is the party acted on; `thing` stands before it ("a warrant for"), `after` behind it; `tails` are the other parties with their prepositions.
 * `alone` tells it of the patient when no agent is known and nothing was done to it: "travelled", "died".
 */
interface Telling {
  readonly noun: string
  readonly base: string
  readonly past: string
  readonly participle: string
  readonly object: Role
  readonly thing?: string
  readonly after?: string
  readonly tails?: readonly (readonly [string, Role])[]
  readonly alone?: { readonly base: string; readonly past: string }
}

const to = [['to', 'recipient']] as const

const tellings: Readonly<Record<StatementType, Telling>> = {
  'warrant-request': telling('Application for a warrant', 'apply for', 'applied for', { thing: 'a warrant for', tails: to }),
  warrant: telling('Warrant of arrest', 'issue', 'issued', { thing: 'a warrant of arrest for' }),
  unsealing: telling('Warrant or filing made public', 'unseal', 'unsealed', { thing: 'a warrant or filing concerning' }),
  alert: telling('Notice circulated', 'circulate', 'circulated', { thing: 'a notice or request to arrest', tails: to }),
  'tip-off': telling('Whereabouts passed on', 'pass on', 'passed on', { thing: 'word of where to find', tails: to }),
  arrest: telling('Arrest', 'arrest', 'arrested'),
  detention: telling('Detention', 'hold', 'held'),
  notification: telling('Notice', 'inform', 'informed', { object: 'recipient', tails: [['about', 'patient']] }),
  hearing: telling('Hearing', 'hold', 'held', { thing: 'a hearing on' }),
  ruling: telling('Ruling', 'rule on', 'ruled on', { thing: 'the matter of' }),
  release: telling('Release', 'release', 'released'),
  expulsion: telling('Expulsion', 'expel', 'expelled'),
  extradition: telling('Extradition', 'extradite', 'extradited', { tails: to }),
  surrender: telling('Surrender to a court', 'surrender', 'surrendered', { tails: to }),
  charge: telling('Charges', 'charge', 'charged'),
  trial: telling('Trial', 'hold', 'held', { thing: 'a trial of' }),
  conviction: telling('Conviction', 'convict', 'convicted'),
  acquittal: telling('Acquittal', 'acquit', 'acquitted'),
  sentence: telling('Sentence', 'sentence', 'sentenced'),
  appeal: telling('Appeal', 'appeal', 'appealed', { thing: 'against a ruling on', tails: to }),
  investigation: telling('Investigation', 'investigate', 'investigated'),
  complaint: telling('Complaint', 'file', 'filed', { thing: 'a complaint against', tails: [['with', 'recipient']] }),
  'non-compliance': telling('Finding of non-compliance', 'find', 'found', { after: 'not to have complied' }),
  referral: telling('Referral', 'refer', 'referred', { tails: to }),
  travel: telling('Journey', 'move', 'moved', { alone: { base: 'travel', past: 'travelled' } }),
  welcome: telling('Welcome', 'welcome', 'welcomed'),
  abuse: telling('Abuse reported', 'subject', 'subjected', { after: 'to abuse' }),
  interception: telling('Interception', 'stop', 'stopped'),
  condemnation: telling('Condemnation', 'condemn', 'condemned'),
  defence: telling('Defence', 'defend', 'defended'),
  denial: telling('Denial', 'reject', 'rejected', { thing: 'a claim about' }),
  demand: telling('Demand', 'demand', 'demanded', { tails: [['of', 'recipient']] }),
  inquiry: telling('Inquiry', 'ask', 'asked', { object: 'recipient', tails: [['about', 'patient']] }),
  role: telling('Office', 'hold', 'held', { thing: 'an office at' }),
  control: telling('Control', 'control', 'controlled'),
  alias: telling('Another name', 'bear', 'borne', { thing: 'another name' }),
  agreement: telling('Agreement', 'make', 'made', { thing: 'an agreement with' }),
  support: telling('Support', 'support', 'supported', { object: 'recipient' }),
  death: telling('Death', 'kill', 'killed', { alone: { base: 'die', past: 'died' } }),
}

function telling(noun: string, base: string, past: string, more: Partial<Telling> = {}): Telling {
  return { noun, base, past, participle: past, object: 'patient', ...more }
}

/** What a court decided, as verb and what it governs. Other outcomes are told as "ruled on the matter of". */
const rulings: Readonly<Record<string, Partial<Telling>>> = {
  validated: { noun: 'Arrest confirmed', base: 'confirm', past: 'confirmed', thing: 'the arrest of' },
  'not-validated': { noun: 'Arrest not confirmed', base: 'refuse', past: 'refused', thing: 'confirmation of the arrest of' },
  'custody-ordered': { noun: 'Custody ordered', base: 'order', past: 'ordered', thing: 'custody for' },
  'release-ordered': { noun: 'Release ordered', base: 'order', past: 'ordered', thing: 'the release of' },
  bail: { noun: 'Bail granted', base: 'grant', past: 'granted', thing: 'bail to' },
  'surrender-ordered': { noun: 'Surrender ordered', base: 'order', past: 'ordered', thing: 'the surrender of' },
  'surrender-refused': { noun: 'Surrender refused', base: 'refuse', past: 'refused', thing: 'the surrender of' },
  admissible: { noun: 'Case found admissible', base: 'find admissible', past: 'found admissible', thing: 'the case of' },
  inadmissible: { noun: 'Case found inadmissible', base: 'find inadmissible', past: 'found inadmissible', thing: 'the case of' },
  upheld: { noun: 'Ruling upheld', base: 'uphold', past: 'upheld', thing: 'a ruling on' },
  reversed: { noun: 'Ruling reversed', base: 'reverse', past: 'reversed', thing: 'a ruling on' },
  'handover-date': { noun: 'Handover date fixed', base: 'fix', past: 'fixed', thing: 'the date of handing over' },
}

const journeys: Readonly<Record<string, Partial<Telling>>> = {
  arrive: { noun: 'Arrival', base: 'bring in', past: 'brought in', alone: { base: 'arrive', past: 'arrived' } },
  leave: { noun: 'Departure', base: 'take away', past: 'took away', participle: 'taken away', alone: { base: 'leave', past: 'left' } },
  return: { noun: 'Return', base: 'take back', past: 'took back', participle: 'taken back', alone: { base: 'return', past: 'returned' } },
}

/** Harms whose name is not a plain noun for "subjected to". */
const harms: Readonly<Record<string, string>> = {
  killing: 'killing',
  'sexual-violence': 'sexual violence',
  'forced-labour': 'forced labour',
  'arbitrary-detention': 'arbitrary detention',
  'illegal-transfer': 'illegal transfer',
  'inhuman-treatment': 'inhuman treatment',
  'war-crimes': 'war crimes',
  'crimes-against-humanity': 'crimes against humanity',
  disappearance: 'enforced disappearance',
  other: 'abuse',
}

/** Harms that have a plain verb. */
const plainHarms: ReadonlyMap<string, Telling> = new Map([
  ['killing', telling('Killing reported', 'kill', 'killed')],
  ['torture', telling('Torture reported', 'torture', 'tortured')],
])

/** The parties and details a clause is made of. */
export interface Told {
  readonly type: StatementType
  readonly agent: readonly string[]
  readonly patient: readonly string[]
  readonly recipient: readonly string[]
  readonly detail: Readonly<Record<string, string>>
}

/** The noun a happening goes by: "Release ordered", "Arrest". */
export function happeningNoun(type: StatementType, detail: Readonly<Record<string, string>> = {}): string {
  if (type === 'abuse' && detail.kind !== undefined && detail.kind !== 'other') {
    const harm = harmName(detail.kind)
    return `${harm.charAt(0).toUpperCase()}${harm.slice(1)} reported`
  }
  return tellingOf({ type, agent: [], patient: [], recipient: [], detail }).noun
}

function harmName(kind: string): string {
  return harms[kind] ?? kind.replace(/-/g, ' ')
}

function tellingOf({ type, detail }: Told): Telling {
  const base = tellings[type]
  if (type === 'ruling') return { ...base, ...rulings[detail.outcome ?? ''], ...participleOf(rulings[detail.outcome ?? '']) }
  if (type === 'travel') return { ...base, ...journeys[detail.direction ?? ''] }
  if (type === 'abuse' && plainHarms.has(detail.kind ?? '')) return plainHarms.get(detail.kind ?? '') as Telling
  if (type === 'abuse' && detail.kind !== undefined) return { ...base, after: `to ${harmName(detail.kind)}` }
  return base
}

function participleOf(change: Partial<Telling> | undefined): Partial<Telling> {
  return change?.past === undefined ? {} : { participle: change.past }
}

/** The happening as a clause in the past tense, with the parties it has: "Italian police arrested Osama Najim". `where` is a finished phrase ("in Turin"). */
export function clause(told: Told, options: { readonly negative?: boolean; readonly where?: string | undefined } = {}): string {
  const telling = tellingOf(told)
  const negative = options.negative === true
  const object = listed(told[telling.object])
  const tails = (telling.tails ?? []).flatMap(([word, role]) => (told[role].length === 0 ? [] : [word, listed(told[role])]))
  const rest = [telling.after ?? '', ...tails, options.where ?? '']
  const agent = listed(told.agent)
  if (agent !== '') {
    const verb = negative ? `did not ${telling.base}` : telling.past
    return joined(agent, verb, thingOf(telling, object), ...rest)
  }
  if (telling.alone !== undefined && object !== '') {
    return joined(object, negative ? `did not ${telling.alone.base}` : telling.alone.past, ...rest)
  }
  if (object === '' && telling.thing === undefined)
    return joined(negative ? 'there was no' : 'there was', article(telling.noun, negative), ...rest)
  const subject = thingOf(telling, object)
  const be = telling.thing === undefined && isMany(told[telling.object]) ? 'were' : 'was'
  return joined(subject, be, negative ? 'not' : '', telling.participle, ...rest)
}

function thingOf({ thing }: Telling, object: string): string {
  if (thing === undefined) return object
  return object === '' ? thing.replace(/ (?:for|of|on|with|against|to|about|at|concerning|to find)$/, '') : `${thing} ${object}`
}

function article(noun: string, negative: boolean): string {
  const word = noun.toLowerCase()
  if (negative) return word
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`
}

/** Whether the subject takes "were". */
function isMany(parties: readonly string[]): boolean {
  return parties.length > 1 || isPlural(parties[0] ?? '')
}

function joined(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ')
}

/** The single value of a detail, for choosing words; a disputed detail chooses none. */
export function settledDetail(detail: Event['detail']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(detail).flatMap(([key, attribute]: readonly [string, Attribute]) => {
      const [first] = attribute.values
      return first === undefined || attribute.status === 'disputed' ? [] : [[key, first.value] as const]
    }),
  )
}

const roleLabels: Readonly<Record<string, string>> = { agent: 'Who', patient: 'Whom', recipient: 'To whom', place: 'Where', time: 'When' }

/** Types whose parties have a better word than who and whom. */
const ownLabels: Partial<Readonly<Record<StatementType, Readonly<Record<string, string>>>>> = {
  notification: { patient: 'About', recipient: 'Told' },
  inquiry: { patient: 'About', recipient: 'Asked' },
  demand: { patient: 'What', recipient: 'Of whom' },
  condemnation: { patient: 'Against' },
  denial: { patient: 'About' },
  defence: { patient: 'In favour of' },
  complaint: { patient: 'Against', recipient: 'Filed with' },
  investigation: { patient: 'Into' },
  referral: { patient: 'What' },
  role: { patient: 'Of' },
  control: { patient: 'Over' },
  alias: { agent: 'Party' },
  support: { recipient: 'For' },
  travel: { agent: 'Moved by', patient: 'Traveller' },
  abuse: { patient: 'Victims' },
}

/** What an attribute is called beside a happening of this type. */
export function attributeLabel(type: StatementType, attribute: string): string {
  const own = ownLabels[type]?.[attribute] ?? roleLabels[attribute]
  if (own !== undefined) return own
  if (attribute === 'happened') return 'Whether'
  const words = attribute.replace(/[-_]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What accounts differ on, in running text: "who did it", "the day", "the aircraft". */
export function differenceNoun(attribute: string): string {
  const nouns: Readonly<Record<string, string>> = {
    happened: 'whether it happened',
    agent: 'who did it',
    patient: 'whom it concerned',
    recipient: 'to whom',
    place: 'where',
    time: 'when',
    reason: 'the reason',
    means: 'how',
    outcome: 'the outcome',
    charges: 'the charges',
    penalty: 'the penalty',
    title: 'the office',
    direction: 'the direction',
    kind: 'its kind',
  }
  return nouns[attribute] ?? `the ${attribute.replace(/[-_]/g, ' ')}`
}

/** The dispute as a question: "When was the arrest?", "Who arrested Osama Najim?" */
export function question(told: Told, attribute: string): string {
  const { type } = told
  const noun = type === 'travel' ? tellingOf({ ...told, detail: {} }).noun.toLowerCase() : tellings[type].noun.toLowerCase()
  switch (attribute) {
    case 'happened':
      return `Is it so that ${clause(told)}?`
    case 'agent':
      return `${clause({ ...told, agent: ['Who'] })}?`
    case 'time':
      return `When was the ${noun}?`
    case 'place':
      return type === 'travel' ? 'Where did the journey lead?' : `Where was the ${noun}?`
    case 'reason':
      return `What was the reason for the ${noun}?`
    case 'means':
      return type === 'travel' ? 'By what means was the journey?' : `By what means was the ${noun} made?`
    case 'outcome':
      return `What did the ${noun} decide?`
    case 'title':
      return told.agent.length === 0 ? 'Which office?' : `Which office did ${listed(told.agent)} hold?`
    default:
      return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}: ${differenceNoun(attribute)}?`
  }
}
