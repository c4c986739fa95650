import type { Operation } from '../../call/operation.ts'
import { applicationReading } from './applications.ts'
import { applicationChanging } from './change-application.ts'
import { applicationCreating } from './create-application.ts'
import { credentialOperations } from './credentials.ts'
import { federationOperations } from './federated-credentials.ts'
import { inheritanceOperations } from './inheritable-permissions.ts'
import { responsibleForApplications } from './owners-and-sponsors.ts'
import { verifiedPublisherOperations } from './verified-publisher.ts'

/** Everything the mock does for `/applications`, which blueprints belong to. */
export const applicationOperations: readonly Operation[] = [
  ...applicationReading,
  ...applicationCreating,
  ...applicationChanging,
  ...verifiedPublisherOperations,
  ...credentialOperations,
  ...federationOperations,
  ...inheritanceOperations,
  ...responsibleForApplications,
]
