import type { Application } from '../../../directory/application.ts'
import { positionsIn } from '../../../directory/positions.ts'
import { done, type GraphCall } from '../../call/graph-call.ts'
import { applicationOf, findApplication } from '../../call/named-objects.ts'
import { get, type Operation, remove } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { type Permissions, permissions } from '../../caller/permissions.ts'
import type { Relations } from '../../show/expand.ts'
import { countOf, list } from '../../show/list.ts'
import { propertyOperations } from '../../show/property-reading.ts'
import { relationsOfObject } from '../../show/related.ts'
import { showOne } from '../../show/show.ts'
import { deleteApplication } from '../../write/changes.ts'
import { applicationEntity, federatedIdentityCredential } from './application.ts'

/** `/applications`, among them blueprints: reading and deleting. */
export const applicationReading: readonly Operation[] = [
  get('applications', (call) => {
    authorize(call, isForBlueprints(call) ? permissions.readBlueprint : permissions.readApplication)
    return list(call, listing(call))
  }),
  get('applications/$count', (call) => {
    authorize(call, isForBlueprints(call) ? permissions.readBlueprint : permissions.readApplication)
    return countOf(call, listing(call))
  }),
  get('applications/{id}', (call) => {
    authorizeReading(call)
    return showApplication(call, applicationOf(call))
  }),
  ...propertyOperations({
    collection: 'applications',
    entity: applicationEntity,
    authorize: authorizeReading,
    find: applicationOf,
  }),
  remove('applications/{id}', (call) => {
    const application = authorizeWriting(call, permissions.deleteBlueprint)
    call.commit(deleteApplication(call, application))
    return done
  }),
]

export function showApplication(call: GraphCall, application: Application) {
  return showOne(call, applicationEntity, application, {
    context: contextName(call),
    relations: relations(call),
  })
}

function relations(call: GraphCall): Relations<Application> {
  return {
    ...relationsOfObject(call),
    federatedIdentityCredentials: ({ federatedCredentials }) =>
      federatedCredentials.map(federatedIdentityCredential(call.version)),
  }
}

function listing(call: GraphCall) {
  const { tenant } = call
  const all = [...tenant.applications.values()]
  return {
    entity: applicationEntity,
    context: contextName(call),
    objects: isForBlueprints(call) ? all.filter(({ kind }) => kind === 'blueprint') : all,
    positionOf: ({ appId }: Application) => positionsIn(tenant, 'applications')(appId),
    relations: relations(call),
  }
}

export function authorizeReading(call: GraphCall): void {
  const isOne = isBlueprint(call, findApplication(call))
  authorize(call, isOne ? permissions.readBlueprint : permissions.readApplication)
}

/** The application to be written. Where it is a blueprint, its own permissions are needed. */
export function authorizeWriting(call: GraphCall, ofBlueprint: Permissions): Application {
  const found = findApplication(call)
  const needed = isBlueprint(call, found) ? ofBlueprint : permissions.writeApplication
  authorize(call, needed, found?.owners)
  return applicationOf(call)
}

export function isBlueprint({ cast }: GraphCall, found: Application | undefined): boolean {
  return found?.kind === 'blueprint' || cast === 'agentIdentityBlueprint'
}

function isForBlueprints({ cast }: GraphCall): boolean {
  return cast === 'agentIdentityBlueprint'
}

function contextName(call: GraphCall): string {
  return isForBlueprints(call)
    ? 'applications/microsoft.graph.agentIdentityBlueprint'
    : 'applications'
}
