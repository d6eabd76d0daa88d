import type { EntityId } from '../model/ids.js'
import type { ProcedurePack, ProcedureRole } from '../model/procedure-pack.js'
import type { Entity } from '../model/record.js'
import { namesOf, type RecordFacts } from './record-facts.js'
import type { Geography } from './whereabouts.js'
import { standsIn, wordsOf } from './words-of.js'

/** Tells who in a record holds which roles of a pack. */
export interface Parties {
  entity(id: EntityId): Entity | undefined
  rolesOf(id: EntityId): ReadonlySet<string>
  /** The roles of a party that is no entity of the record, by what it is called. */
  rolesOfName(name: string): ReadonlySet<string>
}

interface RoleWords {
  readonly role: ProcedureRole
  readonly names: readonly string[]
  readonly only: readonly string[]
  readonly not: readonly string[]
}

/** The parties of a record as a pack's roles see them: by their names, and by the offices that the record's own accounts give them. */
export function partiesOf(pack: ProcedurePack, facts: RecordFacts, geography: Geography): Parties {
  const roles = wordsOfRoles(pack)
  const held = new Map<EntityId, ReadonlySet<string>>()
  const named = new Map<string, ReadonlySet<string>>()
  return {
    entity: (id) => facts.entities.get(id),
    rolesOf: (id) => remembered(held, id, () => rolesHeld(roles, facts.entities.get(id), facts, geography)),
    rolesOfName: (name) => remembered(named, name, () => rolesNamed(roles, name, geography)),
  }
}

/** The answer given before, else the answer found now. */
function remembered<Key>(answers: Map<Key, ReadonlySet<string>>, key: Key, find: () => ReadonlySet<string>): ReadonlySet<string> {
  const known = answers.get(key)
  if (known !== undefined) return known
  const found = find()
  answers.set(key, found)
  return found
}

const roleWords = new WeakMap<ProcedurePack, readonly RoleWords[]>()

function wordsOfRoles(pack: ProcedurePack): readonly RoleWords[] {
  const roles = roleWords.get(pack) ?? pack.roles.map(wordsOfRole)
  roleWords.set(pack, roles)
  return roles
}

function wordsOfRole(role: ProcedureRole): RoleWords {
  return { role, names: role.names.map(wordsOf), only: role.only.map(wordsOf), not: role.not.map(wordsOf) }
}

const none: ReadonlySet<string> = new Set()

function rolesHeld(
  roles: readonly RoleWords[],
  entity: Entity | undefined,
  { names, offices }: RecordFacts,
  geography: Geography,
): ReadonlySet<string> {
  if (entity === undefined) return none
  const held = offices.get(entity.id) ?? []
  const called = held.length === 0 ? (names.get(entity.id) ?? []) : [...(names.get(entity.id) ?? []), ...held.map(wordsOf)]
  const fitting = roles.filter((words) => isCalled(words, entity, called))
  return idsOf(fitting, () => geography.whereIs([...namesOf(entity), ...held]) === 'abroad')
}

function isCalled(words: RoleWords, { kind }: Entity, called: readonly string[]): boolean {
  if (called.some((name) => isNamed(words, name))) return true
  const bare = words.role.kinds.includes(kind) || called.some((name) => isOnly(words, name))
  // A bare "minister" or a kind says little: the same party called interior minister elsewhere is not this one.
  return bare && !called.some((name) => words.not.some((word) => standsIn(word, name)))
}

function rolesNamed(roles: readonly RoleWords[], name: string, geography: Geography): ReadonlySet<string> {
  const bare = wordsOf(name)
  return idsOf(
    roles.filter((words) => nameFits(words, bare)),
    () => geography.whereIs([name]) === 'abroad',
  )
}

/** The ids of roles; of a party abroad only those that a party of another country may hold. */
function idsOf(roles: readonly RoleWords[], isAbroad: () => boolean): ReadonlySet<string> {
  if (roles.length === 0) return none
  const abroad = roles.some(({ role }) => !role.anywhere) && isAbroad()
  return new Set(roles.filter(({ role }) => role.anywhere || !abroad).map(({ role }) => role.id))
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
