import { enforce } from '../answers/enforce.ts'
import { type Application, isForManyTenants } from '../directory/application.ts'
import type {
  AgentIdentity,
  ApplicationPrincipal,
  ManagedIdentity,
} from '../directory/principal.ts'
import type { Tenant } from '../directory/tenant.ts'
import { clientIdentityRules } from '../rules/client.ts'
import type { World } from '../world.ts'
import type { TenantSession } from './session.ts'

/** The client that asks: an application or blueprint with its principal, an agent identity, or a managed identity. */
export type Client =
  | {
      readonly kind: 'blueprint' | 'application'
      readonly application: Application
      readonly principal: ApplicationPrincipal
    }
  | {
      readonly kind: 'agentIdentity'
      readonly principal: AgentIdentity
      /** What it inherits roles from. */
      readonly blueprint: Application | undefined
      readonly blueprintPrincipal: ApplicationPrincipal | undefined
    }
  | { readonly kind: 'managedIdentity'; readonly principal: ManagedIdentity }

const noApplication = '00000000-0000-0000-0000-000000000000'

/** @throws {Refusal} under the first CLIENT rule that is broken */
export function findClient(clientId: string, session: TenantSession, { directory }: World): Client {
  const { tenant, examination } = session
  const found = tenant.principals.get(clientId)
  const agent = found?.kind === 'agentIdentity' ? found : undefined
  const application = usableIn(tenant, directory.findApplication(agent?.blueprintAppId ?? clientId))
  const principal = applicationPrincipal(tenant, application)
  const identity = agent ? undefined : federatedIdentity(tenant, clientId)
  const applicationEnabled = (application?.enabled && principal?.enabled) ?? false
  enforce(
    clientIdentityRules,
    {
      clientId,
      clientName:
        agent?.displayName ?? identity?.displayName ?? application?.displayName ?? clientId,
      tenantName: session.tenant.displayName,
      tenantId: tenant.id,
      isApplicationId: clientId !== noApplication,
      clientFound: (agent ?? identity ?? application) !== undefined,
      principalFound: (agent ?? identity ?? principal) !== undefined,
      clientEnabled: agent?.enabled ?? identity?.enabled ?? applicationEnabled,
      parentEnabled: agent === undefined || applicationEnabled,
    },
    examination,
  )
  if (agent) {
    const blueprintPrincipal = principal
    return { kind: 'agentIdentity', principal: agent, blueprint: application, blueprintPrincipal }
  }
  if (identity) return { kind: 'managedIdentity', principal: identity }
  if (!application || !principal) throw new TypeError(`no client '${clientId}'`)
  return { kind: application.kind, application, principal }
}

/** A managed identity that trusts no other issuer never comes here: its machine gives it its tokens. */
function federatedIdentity({ managedIdentities }: Tenant, clientId: string) {
  const found = managedIdentities.get(clientId)
  return found?.federatedCredentials?.length ? found : undefined
}

/** A registration serves its own tenant, and others only if it is meant for several. */
function usableIn(tenant: Tenant, application: Application | undefined): Application | undefined {
  if (application?.homeTenantId === tenant.id) return application
  return application && isForManyTenants(application) ? application : undefined
}

function applicationPrincipal(
  tenant: Tenant,
  application: Application | undefined,
): ApplicationPrincipal | undefined {
  const principal = tenant.principals.get(application?.appId ?? '')
  if (principal?.kind !== 'blueprint' && principal?.kind !== 'application') return undefined
  return principal
}
