import { createAgentIdentityClient } from '../agent-identity-client.ts'
import type { AgentIdentityClientOptions } from '../client-options.ts'
import { clientSecret } from '../credentials/client-secret.ts'
import {
  authorityHost,
  blueprint,
  booking,
  createFakeIdentityProvider,
  graphScope,
  tenantId,
} from './fake-identity-provider.ts'

export const canarySecret = 'Zq8~ +/=&canary-secret'

/** Which token: the agent identity Booking, for Graph. */
export const wanted = { agentIdentityId: booking, scope: graphScope }

/** A client of the blueprint with a secret, against a fake identity provider. */
export const setUpClient = (change: Partial<AgentIdentityClientOptions> = {}) => {
  const fake = createFakeIdentityProvider()
  const client = createAgentIdentityClient({
    ...fake.ports,
    authorityHost,
    tenantId,
    blueprintClientId: blueprint,
    credential: clientSecret(canarySecret),
    ...change,
  })
  const stepsSent = () => fake.requests.map(({ step }) => step)
  return { ...fake, client, stepsSent }
}
