import type { Application } from '../../directory/application.ts'
import { done, type GraphCall, type GraphResult, type JsonObject } from '../call/graph-call.ts'
import { authorize } from '../caller/authorize.ts'
import { permissions } from '../caller/permissions.ts'
import { applicationEntity } from '../entities/application.ts'
import { keyCredentialWithKey } from '../entities/credentials.ts'
import { showAll } from '../entities/property-table.ts'
import { countOf, list } from '../show/list.ts'
import { positionsIn } from '../show/positions.ts'
import { relationsOfObject } from '../show/related.ts'
import { showOne } from '../show/show.ts'
import { deleteApplication } from '../write/deletion.ts'
import { applicationOf, findApplication } from '../write/found.ts'
import { get, type Operation, remove } from './operation.ts'

/** `/applications`, among them blueprints: reading and deleting. */
export const applicationOperations: readonly Operation[] = [
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
  remove('applications/{id}', (call) => {
    const found = findApplication(call)
    const needed = isBlueprint(call, found)
      ? permissions.deleteBlueprint
      : permissions.writeApplication
    authorize(call, needed, found?.owners)
    call.commit(deleteApplication(call, applicationOf(call)))
    return done
  }),
]

export function showApplication(call: GraphCall, application: Application): GraphResult {
  return showOne(call, applicationEntity, application, {
    context: contextName(call),
    relations: relationsOfObject(call),
    show: (one, select) => shown(call, one, select),
  })
}

function listing(call: GraphCall) {
  const { applications } = call.tenant
  const all = [...applications.values()]
  return {
    entity: applicationEntity,
    context: contextName(call),
    objects: isForBlueprints(call) ? all.filter(({ kind }) => kind === 'blueprint') : all,
    positionOf: ({ appId }: Application) => positionsIn(applications)(appId),
    relations: relationsOfObject<Application>(call),
    show: (one: Application, select: readonly string[] | undefined) => shown(call, one, select),
  }
}

/** Keys are shown where they are selected, and only there. */
function shown(
  { tenant }: GraphCall,
  application: Application,
  select: readonly string[] | undefined,
): JsonObject {
  const all = showAll(applicationEntity, application, tenant)
  if (!select?.includes('keyCredentials')) return all
  return { ...all, keyCredentials: application.certificates.map(keyCredentialWithKey) }
}

export function authorizeReading(call: GraphCall): void {
  const isOne = isBlueprint(call, findApplication(call))
  authorize(call, isOne ? permissions.readBlueprint : permissions.readApplication)
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
