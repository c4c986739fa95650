import { captured, documented, inferred, library } from './evidence.ts'
import { promise } from './promises.ts'
import type { PromiseRule } from './rule.ts'

const recordings = 'recorded responses in the tests of the Azure SDKs'

/** What discovery and the published keys say. */
export const discoveryPromises: readonly PromiseRule[] = [
  promise(
    'DISC-TENANT-DOCUMENT',
    'The discovery document of a tenant names its own endpoints',
    captured('github.com/Azure/azure-workload-identity/issues/682'),
  ),
  promise(
    'DISC-SHARED-DOCUMENT',
    'The shared discovery document has a placeholder for the tenant',
    captured('public captures of the document'),
  ),
  promise(
    'DISC-V1-DOCUMENT',
    'The version 1 discovery document names the version 1 issuer',
    captured('public captures of the document'),
  ),
  promise(
    'DISC-ALIASES',
    'Instance discovery names the hosts of the cloud',
    library('@azure/msal-common AuthorityMetadata.ts'),
  ),
  promise(
    'DISC-TYPES',
    'Discovery answers in JSON with the types of OpenID Connect Discovery',
    documented('OpenID Connect Discovery 1.0 section 3; RFC 8414 section 2; RFC 7517 section 4'),
  ),
  promise('DISC-CACHE', 'Clients may cache discovery for a day', captured(recordings)),
  promise(
    'KEYS-ENTRY',
    'A published key comes with its certificate',
    captured('public captures of the key set'),
  ),
  promise(
    'KEYS-VERSIONS',
    'Both key documents of a tenant publish the same keys',
    documented(
      'MicrosoftDocs/entra-docs docs/agent-id/how-to-validate-agent-tokens-downstream-api.md verifies version 1 tokens with the version 2 keys',
    ),
  ),
  promise(
    'KEYS-SHARED',
    'The keys of all tenants verify the tokens of each',
    documented(
      'MicrosoftDocs/entra-docs docs/identity-platform/access-tokens.md, tenant-independent metadata',
    ),
  ),
  promise(
    'KEYS-ROTATION',
    'A key stays published while its tokens are valid',
    inferred('documented advice to clients on key rollover'),
  ),
]
