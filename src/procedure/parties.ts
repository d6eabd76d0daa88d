import type { EntityId } from '../model/ids.js'
import type { ProcedurePack, ProcedureRole } from '../model/procedure-pack.js'
import type { Entity } from '../model/record.js'
import { namesOf, type RecordFacts } from './record-facts.js'
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
export function partiesOf(pack: ProcedurePack, facts: RecordFacts, geography: Geography): Parties {
  const roles = rolesOf(pack)
  const held = new Map<string, Map<EntityId, boolean>>()
  const named = new Map<string, Map<string, boolean>>()
  return {
    entity: (id) => facts.entities.get(id),
    holds: (role, id) =>
      remembered(held, role, id, () => {
        const [words, entity] = [roles.get(role), facts.entities.get(id)]
        return words !== undefined && entity !== undefined && entityHolds(words, entity, facts, geography)
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

function entityHolds(words: RoleWords, entity: Entity, { names, offices }: RecordFacts, geography: Geography): boolean {
  const held = offices.get(entity.id) ?? []
  const called = held.length === 0 ? (names.get(entity.id) ?? []) : [...(names.get(entity.id) ?? []), ...held.map(wordsOf)]
  // A bare "minister" or a kind says little: the same party called interior minister elsewhere is not this one.
  const isElsewhere = called.some((name) => words.not.some((word) => standsIn(word, name)))
  const bare = !isElsewhere && (words.role.kinds.includes(entity.kind) || called.some((name) => isOnly(words, name)))
  const fits = bare || called.some((name) => isNamed(words, name))
  return fits && (words.role.anywhere || geography.whereIs([...namesOf(entity), ...held]) !== 'abroad')
}

function nameFits(words: RoleWords, name: string): boolean {
  return isNamed(words, name) || (isOnly(words, name) && !words.not.some((word) => standsIn(word, name)))
}

function isNamed({ names, not }: RoleWords, name: string): boolean {
  return names.some((phrase) => standsIn(phrase, name)) && !not.some((word) => standsIn(word, name))
}

function isOnly({ only }: RoleWords, name: string): boolean {
  return only.includes(withoutArticle(name))
}

function withoutArticle(name: string): string {
  return name.replace(/^(?:the|a|an) /, '')
}
