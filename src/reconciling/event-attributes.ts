import type { Attribute, Event } from '../model/record.js'
import { attributeOf, type Stated } from './attribute.js'
import { detailAttributes } from './detail-attribute.js'
import type { JoinedEvent } from './events.js'
import { actorAttribute, type PartyGround, patientAttribute, placeAttribute } from './party-attribute.js'
import { timeAttribute } from './time-attribute.js'
import { areOneSentence, type Told } from './told.js'

/** The event with every attribute worked out. Accounts that deny it say only that it did not happen; who, when and where are told by those that say it did, or by nobody. */
export function eventFrom({ id, told, because }: JoinedEvent, ground: PartyGround): Event {
  const positive = told.filter(({ statement }) => statement.polarity === 'positive')
  const tellers = positive.length > 0 ? positive : told
  return {
    id,
    type: told[0]?.statement.type ?? 'notification',
    statements: told.map(({ id: statement }) => statement),
    happened: happened(told),
    agent: actorAttribute(tellers, 'agent', ground),
    patient: patientAttribute(tellers, ground),
    recipient: actorAttribute(tellers, 'recipient', ground),
    place: placeAttribute(tellers, ground),
    time: timeAttribute(tellers),
    detail: detailAttributes(tellers, ground),
    because,
  }
}

/** Whether it happened: one account says so, another that it did not. One sentence read both ways ("refused to confirm") does not contradict itself. */
function happened(told: readonly Told[]): Attribute {
  const positive = told.filter(({ statement }) => statement.polarity === 'positive')
  const counted = told.filter((one) => one.statement.polarity === 'positive' || !positive.some((other) => areOneSentence(one, other)))
  const stated = counted.map((by): Stated => {
    const value = by.statement.polarity === 'positive' ? 'true' : 'false'
    return { key: value, value, entity: null, by }
  })
  return attributeOf(stated, { isWider: () => false, areRivals: () => true, oneVoiceMayDiffer: true })
}
