import { credentialOperations } from './application-credentials.ts'
import { applicationOperations } from './applications.ts'
import { deletedItemOperations } from './deleted-items.ts'
import { directoryObjectOperations } from './directory-objects.ts'
import { federationOperations } from './federated-credentials.ts'
import { inheritanceOperations } from './inheritable-permissions.ts'
import { licenceOperations } from './licences.ts'
import { metadataOperations } from './metadata.ts'
import type { Operation } from './operation.ts'
import { organizationOperations } from './organization.ts'
import { permissionGrantOperations } from './permission-grants.ts'
import { responsibleOperations } from './responsible.ts'
import { roleAssignmentOperations } from './role-assignments.ts'
import { servicePrincipalOperations } from './service-principals.ts'
import { signInOperations } from './sign-ins.ts'
import { userOperations } from './users.ts'
import { verifiedPublisherOperations } from './verified-publisher.ts'
import { applicationWriting } from './write-applications.ts'
import { principalWriting } from './write-principals.ts'
import { userWriting } from './write-users.ts'

/** Everything that the directory can be asked. */
export const operations: readonly Operation[] = [
  ...applicationOperations,
  ...applicationWriting,
  ...verifiedPublisherOperations,
  ...credentialOperations,
  ...federationOperations,
  ...inheritanceOperations,
  ...servicePrincipalOperations,
  ...principalWriting,
  ...roleAssignmentOperations,
  ...permissionGrantOperations,
  ...responsibleOperations,
  ...userOperations,
  ...userWriting,
  ...licenceOperations,
  ...directoryObjectOperations,
  ...deletedItemOperations,
  ...organizationOperations,
  ...signInOperations,
  ...metadataOperations,
]
