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
import { findApplicationById } from '../entities/find-objects.ts'
import { principalChanges, withResources } from '../write/changes.ts'
import { findPrincipal, principalOf } from '../write/found.ts'
import { readProperties } from '../write/read-properties.ts'
import { newPrincipal, principalChange } from '../write/schemas.ts'
import { newOwners, newSponsors } from '../write/sponsors.ts'
import { createAgentIdentity } from './create-agent-identity.ts'
import { type Operation, patch, post } from './operation.ts'
import { showPrincipal, updatingOf } from './service-principals.ts'

/** `/servicePrincipals`: creating blueprint principals, agent identities and others, and changing them. */
export const principalWriting: readonly Operation[] = [
  post('servicePrincipals', (call) => {
    const type = call.cast ?? typeNamed(call.body['@odata.type'])
    if (type === 'agentIdentity') return createAgentIdentity(call)
    return createPrincipal(call, type === 'agentIdentityBlueprintPrincipal')
  }),
  patch('servicePrincipals/{id}', (call) => {
    authorizeChange(call)
    const principal = principalOf(call)
    const input = readProperties(call, principalChange, 'ServicePrincipal')
    checkChange(call, principal, input)
    call.commit(principalChanges(call.tenant, changed(principal, input)))
    return done
  }),
]

function createPrincipal(call: GraphCall, wantsBlueprint: boolean): GraphResult {
  authorize(call, wantsBlueprint ? permissions.createPrincipal : permissions.writeApplication)
  const input = readProperties(call, newPrincipal, 'ServicePrincipal')
  const { tenant, world, caller, nowMs, examination } = call
  const named =
    findApplicationById(tenant, input.appId) ??
    world.directory.findApplication(input.appId.toLowerCase())
  const appId = named?.appId ?? input.appId.toLowerCase()
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
      exists: call.stored.principals.has(appId),
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
    sponsors: newSponsors(call, input['sponsors@odata.bind'], { principalsFit: true }),
    createdBy: { appId: caller.appId, withUser: caller.user !== undefined },
    details: input.tags ? { tags: input.tags } : {},
  }
  const changes = principalChanges(tenant, principal, application)
  call.commit(changes)
  return {
    ...showPrincipal({ ...call, tenant: withResources(tenant, changes) }, principal),
    status: 201,
  }
}

/** Sponsors may disable and enable what they answer for (agent-owners-sponsors-managers.md). */
function authorizeChange(call: GraphCall): void {
  const { owners = [], sponsors = [] } = findPrincipal(call) ?? {}
  const names = Object.keys(call.body).filter((name) => !name.includes('@'))
  const onlyEnables = names.length === 1 && names[0] === 'accountEnabled'
  authorize(call, updatingOf(call), onlyEnables ? [...owners, ...sponsors] : owners)
}

type Input = ReturnType<typeof readProperties<typeof principalChange>>

/** @throws {Refusal} under AGENT-CREDENTIALS or PRINCIPAL-PROPERTY */
function checkChange({ examination }: GraphCall, { kind }: Principal, input: Input): void {
  const namesCredentials = Boolean(input.keyCredentials ?? input.passwordCredentials)
  const hasCredentials = kind === 'agentIdentity' && namesCredentials
  enforce([agentHasNoCredentials], { hasCredentials }, examination)
  const incompatible = input.servicePrincipalNames ? ['servicePrincipalNames'] : []
  const facts = { wantsBlueprint: kind === 'blueprint', incompatible }
  enforce([rules.principalPropertyIsCompatible], facts, examination)
}

/** What is no detail: read elsewhere, or refused. */
const notInDetails = [
  'accountEnabled',
  'displayName',
  'keyCredentials',
  'passwordCredentials',
  'servicePrincipalNames',
]

function changed(principal: Principal, input: Input): Principal {
  const kept = Object.entries(input).filter(
    ([name, value]) => !notInDetails.includes(name) && value !== undefined,
  )
  return {
    ...principal,
    enabled: input.accountEnabled ?? principal.enabled,
    displayName: input.displayName ?? principal.displayName,
    details: { ...principal.details, ...Object.fromEntries(kept) },
  }
}
