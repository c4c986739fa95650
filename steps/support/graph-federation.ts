import { externalIssuer, externalSubject } from '../../engine/cast/names.ts'
import type { Answer } from '../../engine/requests/answer.ts'
import { type Properties, withProperties } from '../../engine/requests/graph-bodies.ts'
import { type ObjectName, pathOf } from '../../engine/requests/graph-objects.ts'
import type { Caller } from './graph-callers.ts'
import { askGraph } from './graph-session.ts'
import type { AgentIdWorld } from './world.ts'

type Version = '' | '/beta'

/** All federated identity credentials of an object, or the one with a name. */
export function federationPath(
  { directory }: AgentIdWorld,
  object: ObjectName,
  name = '',
  version: Version = '',
): string {
  return `${version}${pathOf(object, directory)}/federatedIdentityCredentials/${name}`
}

/** What a credential trusts where a scenario does not say otherwise. */
const trusted = {
  issuer: externalIssuer,
  subject: externalSubject,
  audiences: ['api://AzureADTokenExchange'],
}

export function addFederation(
  world: AgentIdWorld,
  caller: Caller,
  object: ObjectName,
  rows: Properties,
  version: Version = '',
): Promise<Answer> {
  const path = federationPath(world, object, '', version)
  const body = withProperties(trusted, rows, world.directory)
  return askGraph(world, caller, { method: 'POST', path, body })
}

export function changeFederation(
  world: AgentIdWorld,
  caller: Caller,
  object: ObjectName,
  name: string,
  rows: Properties,
): Promise<Answer> {
  const path = federationPath(world, object, name)
  const body = withProperties({}, rows, world.directory)
  return askGraph(world, caller, { method: 'PATCH', path, body })
}

/** By its name as a key, with the wish to create what is missing. */
export function upsertFederation(
  world: AgentIdWorld,
  caller: Caller,
  object: ObjectName,
  name: string,
  rows: Properties,
): Promise<Answer> {
  const path = `${pathOf(object, world.directory)}/federatedIdentityCredentials(name='${name}')`
  const body = withProperties(trusted, rows, world.directory)
  const headers = { prefer: 'create-if-missing' }
  return askGraph(world, caller, { method: 'PATCH', path, body, headers })
}
