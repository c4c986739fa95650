import { requireText } from '../ids.ts'
import { type Credential, fingerprint } from './credential.ts'

/**
 * Authenticates with a client secret of the blueprint, sent as `client_secret` in the form.
 * Microsoft recommends it only for development.
 *
 * @param value The secret, exactly as issued.
 * @throws {ClientConfigurationError} The secret is blank, or the word `undefined`.
 *
 * @example
 * ```ts
 * import { clientSecret } from 'agentid-conformance/client'
 *
 * const credential = clientSecret(process.env.AGENTID_BLUEPRINT_SECRET ?? '')
 * ```
 *
 * @see {@link https://learn.microsoft.com/entra/agent-id/agent-autonomous-app-oauth-flow}
 */
export const clientSecret = (value: string): Credential => {
  const secret = requireText(value, 'client secret')
  return {
    kind: 'secret',
    cacheKey: () => fingerprint('secret', secret),
    authenticate: () => ({ client_secret: secret }),
  }
}
