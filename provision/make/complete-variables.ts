import type { MakingJob } from '../job.ts'
import type { Variables } from '../record/env-file.ts'
import type { AgentUser } from './ensure-agent-user.ts'
import type { Agents, Blueprints } from './ensure-objects.ts'
import { secretVariables } from './ensure-secret.ts'

/** Whom the features speak of. */
export type Cast = {
  readonly blueprints: Blueprints
  readonly agents: Agents
  readonly agentUser: AgentUser | undefined
}

/** The variables that say what a target is, of the tenant that was prepared. */
export function completeVariables(
  { settings, vault, book }: MakingJob,
  { blueprints: { concierge, courier }, agents: { booking, billing, parcel }, agentUser }: Cast,
): Variables {
  const { authorityHost, graphUrl, caFile, scope, paths } = settings
  return {
    AGENTID_AUTHORITY_HOST: authorityHost,
    AGENTID_GRAPH_URL: graphUrl,
    ...(caFile !== undefined && { AGENTID_CA_FILE: caFile }),
    AGENTID_TENANT_ID: book.current().tenantId,
    AGENTID_BLUEPRINT_CLIENT_ID: concierge.appId,
    AGENTID_BLUEPRINT_SECRET: vault.get(secretVariables.concierge) ?? '',
    AGENTID_BLUEPRINT_CERTIFICATE_FILE: paths.certificate,
    AGENTID_BLUEPRINT_KEY_FILE: paths.key,
    AGENTID_AGENT_ID: booking.appId,
    ...(agentUser && {
      AGENTID_AGENT_USER_ID: agentUser.id,
      AGENTID_AGENT_USER_NAME: agentUser.userName,
    }),
    AGENTID_SECOND_AGENT_ID: billing.appId,
    AGENTID_OTHER_BLUEPRINT_CLIENT_ID: courier.appId,
    AGENTID_OTHER_BLUEPRINT_SECRET: vault.get(secretVariables.courier) ?? '',
    AGENTID_OTHER_AGENT_ID: parcel.appId,
    AGENTID_SCOPE: scope,
  }
}
