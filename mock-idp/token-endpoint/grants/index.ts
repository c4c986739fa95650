import type { GrantType } from '../parse-request.ts'
import { clientCredentials } from './client-credentials.ts'

/** One file per grant. */
export const grants = {
  client_credentials: clientCredentials,
} satisfies Record<GrantType, unknown>
