import type { Application } from './application.ts'
import { buildFederatedCredentials } from './build-federated-credentials.ts'
import type { Cloud } from './clouds.ts'
import type { CompleteTenantDescription } from './description.ts'
import { nobody, noDetails } from './details.ts'
import type {
  AgentIdentity,
  ApplicationPrincipal,
  AppRoleAssignment,
  ManagedIdentity,
  Principal,
} from './principal.ts'
import { graphAppId } from './resource.ts'

type Described = CompleteTenantDescription
type DescribedApplication = Described['blueprints'][number]

/** The role that every blueprint principal holds without having been granted it. */
const createAsManager = 'AgentIdentity.CreateAsManager'

export function buildPrincipals(described: Described, createdMs: number): Principal[] {
  const homed = (kind: Application['kind']) => (one: DescribedApplication) =>
    one.principal
      ? [applicationPrincipal(kind, { ...one, principal: one.principal }, createdMs)]
      : []
  return [
    ...described.blueprints.flatMap(homed('blueprint')),
    ...described.applications.flatMap(homed('application')),
    ...described.guestBlueprints.map((one) => applicationPrincipal('blueprint', one, createdMs)),
    ...described.agentIdentities.map((one) => agentIdentity(one, createdMs)),
  ]
}

export function managedIdentity(
  described: Described['managedIdentities'][number],
  cloud: Cloud,
  createdMs: number,
): ManagedIdentity {
  const { clientId, principalId, displayName, enabled, systemAssigned, appRoles } = described
  return {
    kind: 'managedIdentity',
    federatedCredentials: buildFederatedCredentials(
      described.federatedCredentials,
      clientId,
      cloud,
    ),
    id: principalId,
    appId: clientId,
    displayName,
    enabled,
    systemAssigned,
    owners: nobody.owners,
    sponsors: nobody.sponsors,
    createdBy: undefined,
    createdMs,
    appRoles: assignments(appRoles, createdMs),
    details: noDetails,
  }
}

function applicationPrincipal(
  kind: Application['kind'],
  { appId, displayName, principal }: Described['guestBlueprints'][number],
  createdMs: number,
): ApplicationPrincipal {
  const granted = assignments(principal.appRoles, createdMs)
  const appRoles = kind === 'blueprint' ? withInbornRole(granted, createdMs) : granted
  const { id, enabled } = principal
  return {
    kind,
    id,
    appId,
    displayName,
    enabled,
    owners: nobody.owners,
    sponsors: nobody.sponsors,
    createdBy: undefined,
    createdMs,
    appRoles,
    details: noDetails,
  }
}

/** Public captures show it in the first Graph token of a blueprint to which nothing was granted. */
export function withInbornRole(
  granted: readonly AppRoleAssignment[],
  createdMs: number,
): readonly AppRoleAssignment[] {
  const isInborn = ({ resourceAppId, role }: AppRoleAssignment) =>
    resourceAppId === graphAppId && role === createAsManager
  const inborn = assignment({ resource: graphAppId, role: createAsManager }, createdMs)
  return [inborn, ...granted.filter((one) => !isInborn(one))]
}

function agentIdentity(
  described: Described['agentIdentities'][number],
  createdMs: number,
): AgentIdentity {
  const { id, displayName, enabled, blueprint, appRoles, owners, sponsors } = described
  return {
    kind: 'agentIdentity',
    id,
    appId: id,
    displayName,
    enabled,
    createdMs,
    blueprintAppId: blueprint,
    appRoles: assignments(appRoles, createdMs),
    owners: owners.length === 0 ? nobody.owners : owners,
    sponsors: sponsors.length === 0 ? nobody.sponsors : sponsors,
    createdBy: undefined,
    details: noDetails,
  }
}

type DescribedRole = { readonly resource: string; readonly role: string }

function assignments(
  described: readonly DescribedRole[],
  createdMs: number,
): readonly AppRoleAssignment[] {
  return described.map((one) => assignment(one, createdMs))
}

/** The same grants of the same time are one object: tenants of a mock are alike, and have dozens. */
const shared = new Map<string, AppRoleAssignment>()
const mostShared = 10_000

function assignment({ resource, role }: DescribedRole, createdMs: number): AppRoleAssignment {
  const made = { resourceAppId: resource, role, createdMs }
  // Roles of other resources belong to one tenant.
  if (resource !== graphAppId) return made
  const key = `${role} ${createdMs}`
  const known = shared.get(key)
  if (known) return known
  if (shared.size < mostShared) shared.set(key, made)
  return made
}
