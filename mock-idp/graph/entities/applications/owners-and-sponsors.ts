import type { Application } from '../../../directory/application.ts'
import type { GraphCall } from '../../call/graph-call.ts'
import { applicationOf, findApplication } from '../../call/named-objects.ts'
import type { Operation } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { type Permissions, permissions } from '../../caller/permissions.ts'
import { applicationChanges } from '../../write/changes.ts'
import { type Place, type Relation, responsibleOperations } from '../owners-and-sponsors.ts'
import { authorizeReading, isBlueprint } from './applications.ts'

/** `/applications/{id}/owners` and `/applications/{id}/sponsors` */
export const responsibleForApplications: readonly Operation[] = [
  ...responsibleOperations(ofApplication('owners')),
  ...responsibleOperations(ofApplication('sponsors')),
]

function ofApplication(relation: Relation): Place {
  return {
    path: `applications/{id}/${relation}`,
    relation,
    authorizeReading,
    authorizeWriting: (call) => {
      const found = findApplication(call)
      authorize(call, writingOf(call, found, relation), found?.owners)
    },
    find: (call) => {
      const application = applicationOf(call)
      const save = (ids: readonly string[]) =>
        call.commit(applicationChanges(call.tenant, { ...application, [relation]: ids }))
      return { ids: application[relation], save }
    },
  }
}

function writingOf(
  call: GraphCall,
  found: Application | undefined,
  relation: Relation,
): Permissions {
  if (!isBlueprint(call, found)) return permissions.writeApplication
  return relation === 'sponsors' ? permissions.sponsorBlueprint : permissions.ownBlueprint
}
