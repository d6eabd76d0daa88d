import type { EntityId } from '../model/ids.js'
import type { ProcedurePack, ProcedureRole } from '../model/procedure-pack.js'
import type { Entity, Reconciled } from '../model/record.js'
import type { Geography } from './whereabouts.js'
import { standsIn, wordsOf } from './words-of.js'

/** Tells who in a record holds which role of a pack. */
export interface Parties {
  entity(id: EntityId): Entity | undefined
  holds(role: string, id: EntityId): boolean
  isNamedAs(role: string, name: string): boolean
}

interface RoleWords {
  readonly role: ProcedureRole
  readonly names: readonly string[]
  readonly only: readonly string[]
  readonly not: readonly string[]
}

/** The parties of a record as a pack's roles see them: by their names, and by the offices that the record's own accounts give them. */
export function partiesOf(pack: ProcedurePack, record: Reconciled, geography: Geography): Parties {
  const entities = new Map(record.entities.map((entity) => [entity.id, entity]))
  const offices = officesOf(record)
  const roles = rolesOf(pack)
  const held = new Map<string, Map<EntityId, boolean>>()
  const named = new Map<string, Map<string, boolean>>()
  return {
    entity: (id) => entities.get(id),
    holds: (role, id) =>
      remembered(held, role, id, () => {
        const [words, entity] = [roles.get(role), entities.get(id)]
        return words !== undefined && entity !== undefined && entityHolds(words, entity, offices.get(id) ?? [], geography)
      }),
    isNamedAs: (role, name) =>
      remembered(named, role, name, () => {
        const words = roles.get(role)
        return words !== undefined && nameFits(words, wordsOf(name)) && (words.role.anywhere || geography.whereIs([name]) !== 'abroad')
      }),
  }
}

/** The answer given before for a role and a party, else the answer found now. */
function remembered<Key>(answers: Map<string, Map<Key, boolean>>, role: string, key: Key, find: () => boolean): boolean {
  let ofRole = answers.get(role)
  if (ofRole === undefined) {
    ofRole = new Map()
    answers.set(role, ofRole)
  }
  const known = ofRole.get(key)
  if (known !== undefined) return known
  const found = find()
  ofRole.set(key, found)
  return found
}

const roleWords = new WeakMap<ProcedurePack, ReadonlyMap<string, RoleWords>>()

function rolesOf(pack: ProcedurePack): ReadonlyMap<string, RoleWords> {
  const roles = roleWords.get(pack) ?? new Map(pack.roles.map((role) => [role.id, wordsOfRole(role)]))
  roleWords.set(pack, roles)
  return roles
}

function wordsOfRole(role: ProcedureRole): RoleWords {
  return { role, names: role.names.map(wordsOf), only: role.only.map(wordsOf), not: role.not.map(wordsOf) }
}

/** Offices that accounts give a person and do not call former: "justice minister", "director Mitiga prison". */
function officesOf(record: Reconciled): ReadonlyMap<EntityId, readonly string[]> {
  const offices = new Map<EntityId, string[]>()
  for (const { type, polarity, modality, state, detail, agentEntities, patient } of record.statements) {
    if (type !== 'role' || polarity === 'negative' || modality !== 'actual' || state === 'rejected') continue
    const { title, former } = detail
    if (typeof title !== 'string' || former === true || former === 'true') continue
    for (const id of agentEntities) offices.set(id, [...(offices.get(id) ?? []), title, [title, ...patient].join(' ')])
  }
  return offices
}

function entityHolds(words: RoleWords, entity: Entity, offices: readonly string[], geography: Geography): boolean {
  const names = [...bareNames(entity), ...offices.map(wordsOf)]
  const isKind = words.role.kinds.includes(entity.kind) && !names.some((name) => words.not.some((word) => standsIn(word, name)))
  const fits = isKind || names.some((name) => nameFits(words, name))
  return fits && (words.role.anywhere || geography.whereIs([...namesOf(entity), ...offices]) !== 'abroad')
}

function namesOf(entity: Entity): readonly string[] {
  return [...new Set([entity.name, ...entity.names.map(({ value }) => value)])]
}

const bare = new WeakMap<Entity, readonly string[]>()

/** An entity's names as bare words; kept, for every pack asks for them. */
export function bareNames(entity: Entity): readonly string[] {
  const names = bare.get(entity) ?? namesOf(entity).map(wordsOf)
  bare.set(entity, names)
  return names
}

function nameFits({ names, only, not }: RoleWords, name: string): boolean {
  if (not.some((word) => standsIn(word, name))) return false
  return only.includes(withoutArticle(name)) || names.some((phrase) => standsIn(phrase, name))
}

function withoutArticle(name: string): string {
  return name.replace(/^(?:the|a|an) /, '')
}
