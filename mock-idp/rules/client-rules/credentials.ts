import type { ClientRule } from '../rule.ts'
import { client, opinion } from './client-rule.ts'

/** How a client proves who it is, and what it keeps to itself. */
export const credentialRules: readonly ClientRule[] = [
  client(
    'SEND-ONE-CREDENTIAL',
    'MUST',
    'A request presents exactly one credential',
    'documented',
    'RFC 6749 section 2.3',
  ),
  client(
    'SEND-MISSING-VALUE',
    'MUST',
    'No parameter holds the name of a missing value',
    'third-party',
    'github.com/microsoft/Agents-for-js/issues/834',
  ),
  client(
    'SEND-IN-BODY',
    'MUST',
    'No credential is part of a URL',
    'documented',
    'RFC 6749 section 2.3.1',
  ),
  client(
    'RENEW-FILE',
    'MUST',
    'An assertion file is read anew for every request',
    'third-party',
    'github.com/Azure/azure-workload-identity/issues/693',
  ),
  client(
    'MANAGED-IDENTITY-ONCE',
    'SHOULD',
    'The managed identity endpoint is asked once for each T1',
    'inferred',
    opinion,
  ),
  client(
    'MANAGED-IDENTITY-AUDIENCE',
    'MUST',
    'The managed identity is asked for a token of the token exchange',
    'documented',
    'learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity',
  ),
  client(
    'LOG-SECRETS',
    'MUST',
    'No secret, assertion or token is in an event or an error',
    'third-party',
    'github.com/microsoft/Agent365-Samples/issues/116',
  ),
]
