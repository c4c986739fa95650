import type { Application } from '../../directory/application.ts'
import type { Change } from '../../directory/collections.ts'
import type { Principal } from '../../directory/principal.ts'
import type { GraphCall } from '../call/graph-call.ts'
import { withoutPrincipal } from './changes.ts'

type Deleting = Pick<GraphCall, 'tenant' | 'nowMs'>

/** An application goes to the deleted items, and with it what it is in its own tenant. Its agent identities stay. */
export function deleteApplication(
  { tenant, nowMs }: Deleting,
  application: Application,
): readonly Change[] {
  const { id, appId } = application
  const principal = tenant.principals.get(appId)
  return [
    { collection: 'applications', key: appId, value: undefined },
    {
      collection: 'deletedObjects',
      key: id,
      value: { deletedMs: nowMs, collection: 'applications', object: application },
    },
    ...(principal ? deletePrincipal({ tenant, nowMs }, principal) : []),
  ]
}

/** A principal goes to the deleted items, an agent identity too. */
export function deletePrincipal(
  { tenant, nowMs }: Deleting,
  principal: Principal,
): readonly Change[] {
  return [
    ...withoutPrincipal(tenant, principal),
    {
      collection: 'deletedObjects',
      key: principal.id,
      value: { deletedMs: nowMs, collection: 'principals', object: principal },
    },
  ]
}
