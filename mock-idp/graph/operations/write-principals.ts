import { enforce } from '../../answers/enforce.ts'
import { isForManyTenants } from '../../directory/application.ts'
import { withInbornRole } from '../../directory/build-principals.ts'
import type { ApplicationPrincipal, Principal } from '../../directory/principal.ts'
import { agentHasNoCredentials } from '../../rules/graph/agents.ts'
import * as rules from '../../rules/graph/blueprints.ts'
import { done, type GraphCall, type GraphResult } from '../call/graph-call.ts'
import { typeNamed } from '../call/parse-path.ts'
import { authorize } from '../caller/authorize.ts'
import { permissions } from '../caller/permissions.ts'
import { findPrincipalById } from '../entities/find-objects.ts'
import { principalChanges } from '../write/changes.ts'
import { principalOf } from '../write/found.ts'
import { readProperties } from '../write/read-properties.ts'
import { newPrincipal, principalChange } from '../write/schemas.ts'
import { newOwners, newSponsors } from '../write/sponsors.ts'
import { createAgentIdentity } from './create-agent-identity.ts'
import { type Operation, patch, post } from './operation.ts'
import { servicePrincipalOf, showPrincipal, updatingOf } from './service-principals.ts'

/** `/servicePrincipals`: creating blueprint principals, agent identities and others, and changing them. */
export const principalWriting: readonly Operation[] = [
  post('servicePrincipals', (call) => {
    const type = call.cast ?? typeNamed(call.body['@odata.type'])
    if (type === 'agentIdentity') return createAgentIdentity(call)
    return createPrincipal(call, type === 'agentIdentityBlueprintPrincipal')
  }),
  patch('servicePrincipals/{id}', (call) => {
    authorize(call, updatingOf(call), findPrincipalById(call.tenant, call.ids.id ?? '')?.owners)
    const principal = principalOf(call)
    const input = readProperties(call, principalChange, 'ServicePrincipal')
    checkChange(call, principal, input)
    save(call, principal, input)
    return done
  }),
]

function createPrincipal(call: GraphCall, wantsBlueprint: boolean): GraphResult {
  authorize(call, wantsBlueprint ? permissions.createPrincipal : permissions.writeApplication)
  const input = readProperties(call, newPrincipal, 'ServicePrincipal')
  const { tenant, world, caller, nowMs, examination } = call
  const appId = input.appId.toLowerCase()
  const named = tenant.applications.get(appId) ?? world.directory.findApplication(appId)
  const isUsable = named?.homeTenantId === tenant.id || (named && isForManyTenants(named))
  const application = isUsable ? named : undefined
  enforce(
    [
      rules.principalNeedsBlueprint,
      rules.principalNeedsApplication,
      rules.principalPropertyIsCompatible,
      rules.principalIsSingle,
    ],
    {
      appId,
      wantsBlueprint,
      applicationFound: application !== undefined,
      isBlueprint: application?.kind === 'blueprint',
      incompatible: input.servicePrincipalNames ? ['servicePrincipalNames'] : [],
      exists: tenant.principals.has(appId),
    },
    examination,
  )
  const isBlueprint = wantsBlueprint || application?.kind === 'blueprint'
  const principal: ApplicationPrincipal = {
    kind: isBlueprint ? 'blueprint' : 'application',
    id: world.random.guid(),
    appId,
    displayName: application?.displayName ?? input.displayName ?? appId,
    enabled: input.accountEnabled ?? true,
    createdMs: nowMs,
    appRoles: isBlueprint ? withInbornRole([], nowMs) : [],
    owners: newOwners(call, input['owners@odata.bind']),
    sponsors: newSponsors(call, input['sponsors@odata.bind']),
    createdBy: { appId: caller.appId, withUser: caller.user !== undefined },
    details: input.tags ? { tags: input.tags } : {},
  }
  call.commit(principalChanges(tenant, principal, application))
  const { body } = showPrincipal(call, { principal, resource: tenant.resources.get(appId) })
  return { status: 201, ...(body && { body }) }
}

type Input = ReturnType<typeof readProperties<typeof principalChange>>

/** @throws {Refusal} under AGENT-CREDENTIALS or PRINCIPAL-PROPERTY */
function checkChange({ examination }: GraphCall, { kind, appId }: Principal, input: Input): void {
  const namesCredentials = Boolean(input.keyCredentials ?? input.passwordCredentials)
  const hasCredentials = kind === 'agentIdentity' && namesCredentials
  enforce([agentHasNoCredentials], { hasCredentials }, examination)
  const isBlueprint = kind === 'blueprint'
  enforce(
    [rules.principalPropertyIsCompatible],
    {
      appId,
      wantsBlueprint: isBlueprint,
      applicationFound: true,
      isBlueprint,
      exists: false,
      incompatible: input.servicePrincipalNames ? ['servicePrincipalNames'] : [],
    },
    examination,
  )
}

const ownMembers = [
  'accountEnabled',
  'displayName',
  'appRoleAssignmentRequired',
  'keyCredentials',
  'passwordCredentials',
  'servicePrincipalNames',
]

function save(call: GraphCall, principal: Principal, input: Input): void {
  const { tenant } = call
  const kept = Object.entries(input).filter(
    ([name, value]) => !ownMembers.includes(name) && value !== undefined,
  )
  const after = {
    ...principal,
    enabled: input.accountEnabled ?? principal.enabled,
    displayName: input.displayName ?? principal.displayName,
    details: { ...principal.details, ...Object.fromEntries(kept) },
  }
  if (after.kind === 'managedIdentity') {
    call.commit([{ collection: 'managedIdentities', key: after.appId, value: after }])
    return
  }
  if (after.kind === 'agentIdentity') {
    call.commit([{ collection: 'principals', key: after.appId, value: after }])
    return
  }
  const { resource } = servicePrincipalOf(call)
  const changes = principalChanges(tenant, after, tenant.applications.get(after.appId))
  const { appRoleAssignmentRequired: assignmentRequired } = input
  call.commit([
    ...changes,
    ...(resource && assignmentRequired !== undefined
      ? [
          {
            collection: 'resources',
            key: after.appId,
            value: { ...resource, enabled: after.enabled, assignmentRequired },
          } as const,
        ]
      : []),
  ])
}
