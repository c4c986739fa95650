import { type Cloud, clouds } from './clouds.ts'
import type { FederatedCredential } from './credential.ts'
import { guidOfText } from './derived-guid.ts'
import type { CompleteTenantDescription } from './description.ts'

type Described = CompleteTenantDescription['blueprints'][number]['federatedCredentials'][number]

/** Of an application or a managed identity. */
export function buildFederatedCredentials(
  described: readonly Described[],
  appId: string,
  cloud: Cloud,
): readonly FederatedCredential[] {
  return described.map((one) => ({
    ...one,
    id: guidOfText(`${appId} ${one.name}`),
    subject: one.subject,
    description: undefined,
    audience: one.audience ?? clouds[cloud].exchangeUri,
  }))
}
