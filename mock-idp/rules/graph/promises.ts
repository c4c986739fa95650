import { captured, documented, inferred, library } from '../evidence.ts'
import { promise } from '../promises.ts'
import type { PromiseRule } from '../rule.ts'
import { credentialPromises } from './credential-promises.ts'
import { grantedPromises } from './granted-promises.ts'

const entraDocs = 'MicrosoftDocs/entra-docs docs/agent-id'
const reference = 'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api'
const guide = 'astaykov/entra-agent-id-preview-guide'
const envelope = 'github.com/microsoft/Agent365-devTools/issues/207'

/** What the directory answers, and what follows from it at the token endpoint, when nothing is refused. */
export const graphPromises: readonly PromiseRule[] = [
  promise(
    'BLUEPRINT-CREATED',
    'A new blueprint serves only its own tenant and has no credential',
    documented(`${reference}/agentidentityblueprint-post.md`),
  ),
  promise(
    'BLUEPRINT-TYPE',
    'A type in the body creates a blueprint only with OData version 4.0',
    documented(`${entraDocs}/agent-id-ai-guided-setup.md`),
  ),
  promise(
    'BLUEPRINT-ID',
    'The object id of a new blueprint is its client id',
    inferred(
      'AzureAD/MSIdentityTools src/agentid uses the returned id as client id; examples of the reference show two ids',
    ),
  ),
  promise(
    'BLUEPRINT-UPSERT',
    'An upsert by unique name creates a missing blueprint and changes an existing one',
    documented(`${reference}/agentidentityblueprint-upsert.md`),
  ),
  promise(
    'PRINCIPAL-APART',
    'A new blueprint has no principal until one is created',
    documented(`${entraDocs}/create-blueprint.md`),
  ),
  promise(
    'PRINCIPAL-MIRROR',
    'A principal shows what its application says',
    documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api/agentidentityblueprintprincipal-update.md',
    ),
  ),
  promise(
    'PRINCIPAL-MANAGER',
    'A blueprint principal may create agent identities without a grant',
    captured('christian-posta/entra-agent-id-agw docs/PART-1.md'),
  ),
  promise(
    'AGENT-CREATED',
    'A new agent identity names its blueprint and its creator',
    captured(guide),
  ),
  promise('AGENT-ID', 'The object id of an agent identity is its client id', captured(guide)),
  promise(
    'AGENT-TOKEN',
    'A new agent identity gets tokens through its blueprint',
    captured('christian-posta/entra-agent-id-agw docs/PART-1.md'),
  ),
  promise('AGENTUSER-CREATED', 'A new agent user names its agent identity', captured(guide)),
  promise(
    'SPONSOR-DEFAULT',
    'A user who names no sponsor becomes the sponsor, unless the user administers agents',
    documented(`${entraDocs}/agent-owners-sponsors-managers.md`),
  ),
  promise(
    'OWNER-CREATOR',
    'Whoever creates a blueprint owns it',
    documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/includes/rbac-for-apis/rbac-agentid-apis-write.md',
    ),
  ),
  promise(
    'SPONSOR-CHANGE',
    'Sponsors and owners are added and removed one at a time',
    documented(`${reference}/agentidentity-post-sponsors.md`),
  ),
  ...credentialPromises,
  promise(
    'DISABLE-AGENT',
    'A disabled agent identity gets no token until it is enabled',
    inferred(`${entraDocs}/disable-agent-identities.md; no capture shows the refused token`),
  ),
  promise(
    'DELETE-RESTORE',
    'A deleted object can be restored for 30 days',
    documented(`${entraDocs}/concept-agent-identity-deletion.md`),
  ),
  promise(
    'RESTORE-WHOLE',
    'A restored blueprint keeps its credentials',
    inferred('a deleted object is kept for restoring; no source shows what becomes of credentials'),
  ),
  promise(
    'DELETE-CASCADE',
    'Agent identities are deleted a day after the principal of their blueprint',
    documented(`${entraDocs}/cascade-deletion-agent-identities.md`),
  ),
  promise(
    'DELETE-FOR-GOOD',
    'A deleted object can be deleted permanently',
    library('deploymenttheory/terraform-provider-microsoft365 agent_identity_blueprint, delete'),
  ),
  promise(
    'ROLE-ASSIGNED',
    'An assigned role appears in the next token of its holder until it is withdrawn',
    documented(`${entraDocs}/authorization-agent-id.md`),
  ),
  promise(
    'GRANT-CREATED',
    'A client lists its permission grants',
    documented(`${entraDocs}/authorization-agent-id.md`),
  ),
  promise(
    'INHERIT-CREATED',
    'A blueprint lists its inheritable permissions by resource',
    documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/beta/api/agentidentityblueprint-post-inheritablepermissions.md',
    ),
  ),
  promise(
    'INHERIT-ROLES',
    'An agent identity inherits roles of a resource that its blueprint lists as inheritable',
    documented('MicrosoftDocs/entra-docs docs/agent-id/concept-inheritable-permissions.md'),
  ),
  promise(
    'REFUSED-WHOLE',
    'A refused request changes nothing',
    inferred('a refusal is the answer to a whole request'),
  ),
  promise(
    'GRAPH-ERROR-BODY',
    'A directory refusal names the code, the message, the time and the request',
    captured(envelope),
  ),
  promise(
    'GRAPH-ERROR-REQUEST',
    'A directory refusal repeats the client request id',
    captured(envelope),
  ),
  promise(
    'GRAPH-ANSWER-TYPES',
    'A directory answer is JSON with the types of the reference',
    documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/resources application.md, serviceprincipal.md; learn.microsoft.com/graph/use-the-api',
    ),
  ),
  ...grantedPromises,
  promise(
    'GRAPH-SPELLING',
    'Every spelling of a path finds the same directory object',
    library(
      'AzureAD/MSIdentityTools src/agentid; microsoft/Agent365-devTools; microsoftgraph/entra-powershell',
    ),
  ),
  promise(
    'GRAPH-LIST',
    'A listing holds the objects of its type that its filter selects',
    documented(`${reference}/agentidentityblueprint-list.md`),
  ),
  promise(
    'GRAPH-SELECT',
    'An answer contains the selected properties',
    documented(`${reference}/agentidentityblueprint-list.md`),
  ),
  promise(
    'GRAPH-PROPERTY',
    'Each property can be read alone',
    documented('docs.oasis-open.org OData 4.01 part 1, 11.2.4 Requesting Individual Properties'),
  ),
  promise(
    'GROUP-CREATED',
    'A new group has its members and its kind',
    documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api/group-post-groups.md',
    ),
  ),
  promise(
    'GROUP-RESTORE',
    'A deleted Microsoft 365 group can be restored, and no other group',
    documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api/group-delete.md and directory-deleteditems-restore.md',
    ),
  ),
  promise(
    'GROUP-COUNT',
    'The members of a group are counted with those of its groups',
    documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api/group-list-transitivemembers.md',
    ),
  ),
  promise(
    'ROLE-USER',
    'Users and groups are assigned roles too',
    documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api/user-post-approleassignments.md',
    ),
  ),
  promise(
    'GRAPH-EXPAND',
    'An answer contains owners and sponsors when the request expands them',
    documented(`${reference}/agentidentityblueprint-list.md`),
  ),
  promise(
    'GRAPH-COUNT',
    'An advanced query counts the objects that it selects',
    documented('microsoftgraph/microsoft-graph-docs-contrib concepts/aad-advanced-queries.md'),
  ),
  promise(
    'GRAPH-PAGES',
    'The pages of a listing contain every object once',
    documented(`${reference}/agentidentityblueprint-list.md`),
  ),
  promise(
    'GRAPH-BATCH',
    'Each request of a batch gets its own answer',
    documented('microsoftgraph/microsoft-graph-docs-contrib concepts/json-batching.md'),
  ),
  promise(
    'GRAPH-ROLES',
    'The principal of Microsoft Graph lists its permissions by name',
    documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/beta/resources/agentid-platform-overview.md',
    ),
  ),
  promise(
    'GRAPH-TENANT',
    'The directory names its tenant and its verified domains',
    library('microsoft/entrabot scripts/create_entra_agent_ids.py picks a domain from /domains'),
  ),
  promise(
    'SIGNIN-AGENT',
    'The sign-in log distinguishes agent identities from blueprints',
    documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/beta/resources/agentic-agentsignin.md',
    ),
  ),
]
