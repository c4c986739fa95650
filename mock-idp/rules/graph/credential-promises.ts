import { documented } from '../evidence.ts'
import { promise } from '../promises.ts'
import type { PromiseRule } from '../rule.ts'

const reference = 'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api'

/** What becomes of secrets, certificates and federated identity credentials. */
export const credentialPromises: readonly PromiseRule[] = [
  promise(
    'PASSWORD-SHOWN',
    'A new client secret is shown once and is valid for two years',
    documented(`${reference}/agentidentityblueprint-addpassword.md`),
  ),
  promise(
    'PASSWORD-WORKS',
    'A blueprint can use an added client secret until it is removed',
    documented(`${reference}/agentidentityblueprint-removepassword.md`),
  ),
  promise(
    'KEY-WORKS',
    'A blueprint can use an added certificate until it is removed',
    documented(`${reference}/agentidentityblueprint-update.md`),
  ),
  promise(
    'KEY-ROTATION',
    'A key can be added beside another, and each can be removed alone',
    documented(`${reference}/agentidentityblueprint-addkey.md`),
  ),
  promise(
    'FEDERATION-CREATED',
    'A federated identity credential can be found by its name',
    documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/beta/resources/federatedidentitycredential.md',
    ),
  ),
  promise(
    'FEDERATION-UPSERT',
    'An upsert by name creates a missing federated identity credential and changes an existing one',
    documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api/federatedidentitycredential-upsert.md',
    ),
  ),
  promise(
    'FEDERATION-FLEXIBLE',
    'The beta version shows the expression of a federated identity credential',
    documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/beta/resources/federatedidentitycredential.md',
    ),
  ),
  promise(
    'FEDERATION-EXACT',
    'A federated identity credential trusts exactly the issuer, subject and audience it names',
    documented(
      'MicrosoftDocs/entra-docs docs/workload-id/workload-identity-federation-considerations.md',
    ),
  ),
]
