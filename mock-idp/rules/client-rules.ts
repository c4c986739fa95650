import type { ClientRule } from './rule.ts'

const rfc6749 = 'RFC 6749 section 5'
const opinion = 'good practice; no text of Microsoft demands it'

function client(
  id: string,
  severity: ClientRule['severity'],
  title: string,
  kind: ClientRule['evidence']['kind'],
  source: string,
): ClientRule {
  return { kind: 'client', id, severity, title, evidence: { kind, source } }
}

/** What a client sends and does not send, judged by the requests that reach the identity provider. */
export const clientRules: readonly ClientRule[] = [
  client(
    'T1-1',
    'MUST',
    'The fmi_path of the agent identity is sent once, with the request for T1',
    'documented',
    'MicrosoftDocs/entra-docs docs/agent-id/agent-autonomous-app-oauth-flow.md',
  ),
  client(
    'LEG-1',
    'MUST',
    'The blueprint credential obtains T1, and T1 alone obtains the agent token',
    'documented',
    'MicrosoftDocs/entra-docs docs/agent-id/agent-autonomous-app-oauth-flow.md',
  ),
  client(
    'CACHE-1',
    'MUST',
    'Each agent identity gets a T1 of its own',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-python/pull/876',
  ),
  client(
    'CACHE-4',
    'SHOULD',
    'A token that still holds is used again',
    'third-party',
    'github.com/microsoft/teams.ts/pull/613',
  ),
  client(
    'EXP-1',
    'MUST',
    'A token is renewed before it expires',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-java/issues/984',
  ),
  client(
    'CONC-1',
    'SHOULD',
    'Simultaneous callers of the same thing share one request',
    'inferred',
    opinion,
  ),
  client(
    'RETRY-1',
    'MUST',
    'A refused credential is not tried again',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/issues/3654',
  ),
  client(
    'RETRY-2',
    'MUST',
    'Throttling of one agent identity does not block another',
    'inferred',
    opinion,
  ),
  client(
    'RETRY-3',
    'MUST',
    'No request is sent before Retry-After has passed',
    'documented',
    'RFC 9110 section 10.2.3',
  ),
  client('RESP-1', 'MUST', 'An answer without a token is an error', 'documented', rfc6749),
  client(
    'INPUT-1',
    'MUST',
    'A blank agent identity is refused before any request',
    'third-party',
    'github.com/microsoft/Agent365-Samples/issues/116',
  ),
  client(
    'ID-1',
    'MUST',
    'A token of another agent identity is not handed out',
    'library',
    'AzureAD/microsoft-identity-web sidecar and its clients',
  ),
  client(
    'ERR-1',
    'MUST',
    'An error names error, numbers and correlation id',
    'documented',
    'learn.microsoft.com/entra/identity-platform/reference-error-codes',
  ),
  client(
    'LOG-1',
    'MUST',
    'No secret, assertion or token is in an event or an error',
    'third-party',
    'github.com/microsoft/Agent365-Samples/issues/116',
  ),
  client(
    'FIC-1',
    'MUST',
    'An assertion file is read anew for every request',
    'third-party',
    'github.com/Azure/azure-workload-identity/issues/693',
  ),
  client(
    'MI-1',
    'SHOULD',
    'The managed identity endpoint is asked once for each T1',
    'inferred',
    opinion,
  ),
]
