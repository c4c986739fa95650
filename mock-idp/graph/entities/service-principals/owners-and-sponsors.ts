import { principalOf } from '../../call/named-objects.ts'
import type { Operation } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { principalChanges } from '../../write/changes.ts'
import { type Place, type Relation, responsibleOperations } from '../owners-and-sponsors.ts'
import { ownersOf, owningOf, readingOf, sponsoringOf } from './service-principals.ts'

/** `/servicePrincipals/{id}/owners` and `/servicePrincipals/{id}/sponsors` */
export const responsibleForPrincipals: readonly Operation[] = [
  ...responsibleOperations(ofPrincipal('owners')),
  ...responsibleOperations(ofPrincipal('sponsors')),
]

function ofPrincipal(relation: Relation): Place {
  return {
    path: `servicePrincipals/{id}/${relation}`,
    relation,
    authorizeReading: (call) => authorize(call, readingOf(call)),
    authorizeWriting: (call) => {
      const needed = relation === 'sponsors' ? sponsoringOf(call) : owningOf(call)
      authorize(call, needed, ownersOf(call))
    },
    find: (call) => {
      const principal = principalOf(call)
      return {
        ids: principal[relation],
        isBlueprintPrincipal: principal.kind === 'blueprint',
        showsIdsOnly: relation === 'sponsors' && principal.kind === 'agentIdentity',
        save: (ids) =>
          call.commit(principalChanges(call.tenant, { ...principal, [relation]: ids })),
      }
    },
  }
}
