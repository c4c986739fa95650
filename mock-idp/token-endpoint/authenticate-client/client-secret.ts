import { enforce } from '../../answers/enforce.ts'
import { clientSecretRules } from '../../rules/client-secret.ts'
import { credentialsOf } from '../credentials-of.ts'
import type { Client } from '../find-client.ts'
import type { TenantSession } from '../session.ts'
import type { Proof } from './proof.ts'

export function provedBySecret(secret: string, client: Client, session: TenantSession): Proof {
  const canHoldSecrets = client.kind !== 'agentIdentity'
  const matching = credentialsOf(client).secrets.filter(({ value }) => value === secret)
  const { nowMs } = session
  enforce(
    clientSecretRules,
    {
      clientId: client.principal.appId,
      canHoldSecrets,
      secretKnown: matching.length > 0,
      secretStarted: matching.some(({ startMs }) => startMs <= nowMs),
      secretEnded: matching.every(({ endMs }) => endMs <= nowMs),
    },
    session.examination,
  )
  return { kind: 'secret', credential: '1' }
}
