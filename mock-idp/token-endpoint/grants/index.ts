import type { GrantType } from '../../rules/stage.ts'
import { clientCredentials } from './client-credentials.ts'
import type { GrantFlow } from './grant.ts'
import { userFederatedCredential } from './user-fic.ts'

/** One file per grant. */
export const grants: Readonly<Record<GrantType, GrantFlow>> = {
  client_credentials: { decide: clientCredentials },
  user_fic: userFederatedCredential,
}
