import type { ClientRule } from '../rule.ts'
import { client, opinion } from './client-rule.ts'

/** How a client proves who it is, and what it keeps to itself. */
export const credentialRules: readonly ClientRule[] = [
  client(
    'SEND-ONE-CREDENTIAL',
    'MUST',
    'A request presents exactly one credential',
    'standard',
    'RFC 6749 section 2.3',
  ),
  client(
    'SEND-MISSING-VALUE',
    'MUST',
    'No parameter contains a missing value written as text',
    'third-party',
    'github.com/microsoft/Agents-for-js/issues/834',
  ),
  client(
    'SEND-IN-BODY',
    'MUST',
    'No URL contains a credential',
    'standard',
    'RFC 6749 section 2.3.1',
  ),
  client(
    'RENEW-FILE',
    'MUST',
    'A client reads a replaced assertion file again within ten minutes',
    'third-party',
    'github.com/Azure/azure-workload-identity/issues/693',
  ),
  client(
    'RENEW-FILE-EACH',
    'INFO',
    'A client reads an assertion file again for every request',
    'inferred',
    `${opinion}; Microsoft's own libraries keep the content for minutes`,
  ),
  client(
    'MANAGED-IDENTITY-ONCE',
    'SHOULD',
    'A client calls the managed identity endpoint once for each T1',
    'inferred',
    opinion,
  ),
  client(
    'MANAGED-IDENTITY-AUDIENCE',
    'MUST',
    'A client requests a token exchange token from the managed identity',
    'documented',
    'learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity',
  ),
  client(
    'MANAGED-IDENTITY-CLIENT',
    'MUST',
    'A client names the user-assigned managed identity that is configured',
    'documented',
    'MicrosoftDocs/entra-docs docs/identity/managed-identities-azure-resources/how-to-use-vm-token.md',
  ),
  client(
    'LOG-SECRETS',
    'MUST',
    'No event or error contains a secret, assertion or token',
    'third-party',
    'github.com/microsoft/Agent365-Samples/issues/116',
  ),
]
