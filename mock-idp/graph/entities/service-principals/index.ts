import type { Operation } from '../../call/operation.ts'
import { principalChanging } from './change-principal.ts'
import { principalCreating } from './create-principal.ts'
import { responsibleForPrincipals } from './owners-and-sponsors.ts'
import { principalRelations } from './related-objects.ts'
import { roleAssignmentOperations } from './role-assignments.ts'
import { principalReading } from './service-principals.ts'

/** `/servicePrincipals`, among them blueprint principals and agent identities: all that they can be asked. */
export const servicePrincipalOperations: readonly Operation[] = [
  ...principalReading,
  ...principalCreating,
  ...principalChanging,
  ...principalRelations,
  ...roleAssignmentOperations,
  ...responsibleForPrincipals,
]
