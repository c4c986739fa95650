import type { GrantType } from '../../rules/stage.ts'
import type { GrantFlow } from '../grant.ts'
import { authorizationCode } from './authorization-code.ts'
import { clientCredentials } from './client-credentials.ts'
import { deviceCode } from './device-code.ts'
import { onBehalfOf } from './on-behalf-of.ts'
import { refreshToken } from './refresh-token.ts'
import { userFederatedCredential } from './user-fic.ts'

/** One file per grant. */
export const grants: Readonly<Record<GrantType, GrantFlow>> = {
  authorization_code: authorizationCode,
  client_credentials: { decide: clientCredentials },
  'urn:ietf:params:oauth:grant-type:jwt-bearer': onBehalfOf,
  refresh_token: refreshToken,
  'urn:ietf:params:oauth:grant-type:device_code': deviceCode,
  user_fic: userFederatedCredential,
}
