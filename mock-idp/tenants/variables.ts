import { clouds } from '../directory/clouds.ts'
import type { CompleteTenantDescription } from '../directory/description.ts'

/** The variables that describe a tenant to the command, the client and the specification. */
export type Variables = Readonly<Record<string, string>>

/**
 * The first blueprint with two agent identities of its own and the user account of the first, and another blueprint with one:
 * what the features call Concierge, Booking and Billing, Assistant, Courier and Parcel.
 */
export function variablesOf(tenant: CompleteTenantDescription, authorityHost: string): Variables {
  const [blueprint, other] = tenant.blueprints
  const agentsOf = (appId: string | undefined) =>
    tenant.agentIdentities.filter((agent) => agent.blueprint === appId).map(({ id }) => id)
  const [agentId, secondAgentId] = agentsOf(blueprint?.appId)
  const [otherAgentId] = agentsOf(other?.appId)
  const agentUser = tenant.users.find(
    ({ identityParentId }) => agentId !== undefined && identityParentId === agentId,
  )
  const variables = {
    AGENTID_AUTHORITY_HOST: authorityHost,
    AGENTID_GRAPH_URL: authorityHost,
    AGENTID_TENANT_ID: tenant.tenantId,
    AGENTID_BLUEPRINT_CLIENT_ID: blueprint?.appId,
    AGENTID_BLUEPRINT_SECRET: blueprint?.secrets[0]?.value,
    AGENTID_AGENT_ID: agentId,
    AGENTID_AGENT_USER_ID: agentUser?.id,
    AGENTID_AGENT_USER_NAME: agentUser?.userPrincipalName,
    AGENTID_SECOND_AGENT_ID: secondAgentId,
    AGENTID_OTHER_BLUEPRINT_CLIENT_ID: other?.appId,
    AGENTID_OTHER_BLUEPRINT_SECRET: other?.secrets[0]?.value,
    AGENTID_OTHER_AGENT_ID: otherAgentId,
    AGENTID_SCOPE: `https://${clouds[tenant.cloud].graphHost}/.default`,
  }
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
}
