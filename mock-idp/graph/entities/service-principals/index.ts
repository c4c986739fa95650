import type { Operation } from '../../call/operation.ts'
import { principalChanging } from './change-principal.ts'
import { principalCreating } from './create-principal.ts'
import { responsibleForPrincipals } from './owners-and-sponsors.ts'
import { principalRelations } from './related-objects.ts'
import { roleAssignmentOperations } from './role-assignments.ts'
import { principalReading } from './service-principals.ts'

/** Everything the mock does for `/servicePrincipals`, which blueprint principals and agent identities belong to. */
export const servicePrincipalOperations: readonly Operation[] = [
  ...principalReading,
  ...principalCreating,
  ...principalChanging,
  ...principalRelations,
  ...roleAssignmentOperations,
  ...responsibleForPrincipals,
]
