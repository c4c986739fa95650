import type {
  CertificateCredential,
  ClientSecret,
  FederatedCredential,
} from '../directory/credential.ts'
import type { Client } from './find-client.ts'

/** What a client can prove itself with. */
export type Credentials = {
  readonly secrets: readonly ClientSecret[]
  readonly certificates: readonly CertificateCredential[]
  readonly federatedCredentials: readonly FederatedCredential[]
}

const none: Credentials = { secrets: [], certificates: [], federatedCredentials: [] }

/** An agent identity has none of its own; a managed identity can only trust tokens of other issuers. */
export function credentialsOf(client: Client): Credentials {
  if (client.kind === 'agentIdentity') return none
  if (client.kind === 'managedIdentity') {
    return { ...none, federatedCredentials: client.principal.federatedCredentials ?? [] }
  }
  return client.application
}
