import type { DirectoryObject } from '../call/find-objects.ts'
import type { JsonObject } from '../call/graph-call.ts'
import type { GraphTenant } from '../call/graph-tenant.ts'
import type { Operation } from '../call/operation.ts'
import { withCounts } from '../show/count-operations.ts'
import { type Entity, showAll } from '../show/property-table.ts'
import { applicationEntity } from './applications/application.ts'
import { applicationOperations } from './applications/index.ts'
import { deletedItemOperations } from './deleted-items.ts'
import { directoryObjectOperations } from './directory-objects.ts'
import { groupEntity, groupOperations } from './groups/groups.ts'
import { groupWriting } from './groups/write-groups.ts'
import { metadataOperations } from './metadata.ts'
import { organizationOperations } from './organization.ts'
import { permissionGrantOperations } from './permission-grants.ts'
import { servicePrincipalOperations } from './service-principals/index.ts'
import { servicePrincipalEntity } from './service-principals/service-principal.ts'
import { signInOperations } from './sign-ins.ts'
import { userOperations } from './users/index.ts'
import { userEntity } from './users/user.ts'

/** The types whose objects can be owners, members or deleted items. */
const forms = {
  application: applicationEntity,
  servicePrincipal: servicePrincipalEntity,
  user: userEntity,
  group: groupEntity,
} as const

/** Every operation of Graph on the mock, one line an entity. */
export const operations: readonly Operation[] = withCounts([
  ...applicationOperations,
  ...servicePrincipalOperations,
  ...permissionGrantOperations,
  ...userOperations,
  ...groupOperations,
  ...groupWriting,
  ...directoryObjectOperations,
  ...deletedItemOperations,
  ...organizationOperations,
  ...signInOperations,
  ...metadataOperations(Object.values(forms)),
])

/** Shows an object of any type, as it stands in a list of owners or members. */
export function showObject({ kind, object }: DirectoryObject, tenant: GraphTenant): JsonObject {
  const entity: Entity<never> = forms[kind]
  return showAll(entity, object as never, tenant)
}
