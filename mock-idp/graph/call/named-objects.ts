import { enforce } from '../../answers/enforce.ts'
import type { Application } from '../../directory/application.ts'
import type { User } from '../../directory/person.ts'
import type { Principal } from '../../directory/principal.ts'
import { objectIsKnown } from '../../rules/graph/requests.ts'
import { findApplicationById, findPrincipalById, findUser } from './find-objects.ts'
import type { GraphCall } from './graph-call.ts'
import { parseAlternateKey, type TypeName } from './parse-path.ts'

/** What a slot of a path names. @throws {Refusal} under GRAPH-OBJECT */
export function must<Value>(call: GraphCall, wanted: string, value: Value | undefined): Value {
  enforce([objectIsKnown], { wanted, found: value !== undefined }, call.examination)
  if (value === undefined) throw new TypeError(`no object '${wanted}'`)
  return value
}

export function findApplication(call: GraphCall): Application | undefined {
  const { id = '' } = call.ids
  const key = parseAlternateKey(id)
  const found = key ? byAlternateKey(call, key) : findApplicationById(call.tenant, id)
  return isOfType(call.cast, found && applicationTypes[found.kind]) ? found : undefined
}

export function applicationOf(call: GraphCall): Application {
  return must(call, idOf(call), findApplication(call))
}

/** What the path names, whatever it casts to. */
export function findPrincipal(call: GraphCall): Principal | undefined {
  return findPrincipalById(call.tenant, namedBy(call))
}

export function principalOf(call: GraphCall): Principal {
  const found = findPrincipal(call)
  const isFit = isOfType(call.cast, found && principalTypes[found.kind])
  return must(call, idOf(call), isFit ? found : undefined)
}

export function userOf(call: GraphCall): User {
  const { id = '' } = call.ids
  const found = findUser(call.tenant, id)
  const type = found?.identityParentId === undefined ? 'user' : 'agentUser'
  return must(call, id, isOfType(call.cast, found && type) ? found : undefined)
}

/** The id in the path: plain, or as `(appId='…')`. */
export function namedBy({ ids: { id = '' } }: GraphCall): string {
  const key = parseAlternateKey(id)
  return key?.name === 'appid' ? key.value : id
}

function idOf({ ids }: GraphCall): string {
  const { id = '' } = ids
  return parseAlternateKey(id)?.value ?? id
}

function byAlternateKey(
  { tenant }: GraphCall,
  { name, value }: { readonly name: string; readonly value: string },
): Application | undefined {
  if (name === 'appid') return tenant.applications.get(value.toLowerCase())
  if (name !== 'uniquename') return undefined
  return [...tenant.applications.values()].find(({ details }) => details.uniqueName === value)
}

const applicationTypes = {
  blueprint: 'agentIdentityBlueprint',
  application: 'application',
} as const
const principalTypes = {
  blueprint: 'agentIdentityBlueprintPrincipal',
  agentIdentity: 'agentIdentity',
  application: 'servicePrincipal',
  managedIdentity: 'servicePrincipal',
} as const
const baseTypes: readonly string[] = ['application', 'servicePrincipal', 'user']

/** A cast to the base type says nothing; one to a derived type finds only its own. */
export function isOfType(cast: TypeName | undefined, type: string | undefined): boolean {
  return cast === undefined || baseTypes.includes(cast) || cast === type
}
