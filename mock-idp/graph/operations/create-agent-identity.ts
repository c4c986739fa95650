import { enforce } from '../../answers/enforce.ts'
import type { AgentIdentity } from '../../directory/principal.ts'
import type { Tenant } from '../../directory/tenant.ts'
import * as rules from '../../rules/graph/agents.ts'
import type { Caller, GraphCall, GraphResult } from '../call/graph-call.ts'
import { authorize } from '../caller/authorize.ts'
import { permissions } from '../caller/permissions.ts'
import { findApplicationById } from '../entities/find-objects.ts'
import { readProperties } from '../write/read-properties.ts'
import { newAgentIdentity } from '../write/schemas.ts'
import { newOwners, newSponsors } from '../write/sponsors.ts'
import { showPrincipal } from './service-principals.ts'

const createAsManager = 'AgentIdentity.CreateAsManager'
const strongerRoles = ['AgentIdentity.Create.All', 'AgentIdentity.ReadWrite.All']

/** `POST /servicePrincipals/microsoft.graph.agentIdentity`: its object id is its client id. */
export function createAgentIdentity(call: GraphCall): GraphResult {
  const { tenant, caller, world, nowMs, examination } = call
  const creator = creatorOf(caller)
  if (creator === 'agentIdentity') {
    enforce([rules.agentsDoNotCreateAgents], { ...nothing, creator }, examination)
  }
  const named =
    call.body.agentIdentityBlueprintId ??
    call.body.agentIdentityBlueprintAppId ??
    call.body.agentAppId
  const parent = tenant.principals.get(String(named).toLowerCase())
  const home = findApplicationById(tenant, String(named))
  authorize(call, permissions.createAgent, home?.owners ?? parent?.owners)
  const input = readProperties(call, newAgentIdentity, 'AgentIdentity')
  const blueprintId = (home?.appId ?? String(named ?? '')).toLowerCase()
  const principal = tenant.principals.get(blueprintId)
  const application = home ?? world.directory.findApplication(blueprintId)
  const sponsors = newSponsors(call, input['sponsors@odata.bind'])
  const isAppOnly = caller.user === undefined
  enforce(
    [rules.agentHasNoCredentials],
    { hasCredentials: Boolean(input.keyCredentials ?? input.passwordCredentials) },
    examination,
  )
  enforce(
    [
      rules.blueprintCreatesItsOwn,
      rules.managerCreatesItsOwn,
      rules.agentParentIsBlueprint,
      rules.agentParentHasPrincipal,
      rules.agentHasSponsor,
      rules.agentsAreFew,
    ],
    {
      ...nothing,
      blueprintId,
      creator,
      creatorAppId: caller.appId,
      createsAsManager:
        !strongerRoles.some((role) => caller.permissions.has(role)) &&
        caller.permissions.has(createAsManager),
      parentIsBlueprint: application?.kind === 'blueprint',
      parentHasPrincipal: principal?.kind === 'blueprint',
      hasSponsor: sponsors.length > 0,
      isAppOnly,
      madeAppOnly: isAppOnly ? agentsMadeAppOnly(tenant, blueprintId) : 0,
    },
    examination,
  )
  const id = world.random.guid()
  const agent: AgentIdentity = {
    kind: 'agentIdentity',
    id,
    appId: id,
    displayName: input.displayName,
    enabled: input.accountEnabled ?? true,
    createdMs: nowMs,
    blueprintAppId: blueprintId,
    appRoles: [],
    owners: newOwners(call, input['owners@odata.bind']),
    sponsors,
    createdBy: { appId: caller.appId, withUser: !isAppOnly },
    details: input.tags ? { tags: input.tags } : {},
  }
  call.commit([{ collection: 'principals', key: id, value: agent }])
  const { body } = showPrincipal(call, { principal: agent, resource: undefined })
  // The name of the preview is answered to those who use it.
  return { status: 201, body: { ...body, ...(input.agentAppId && { agentAppId: blueprintId }) } }
}

const nothing = {
  blueprintId: '',
  creatorAppId: '',
  createsAsManager: false,
  parentIsBlueprint: true,
  parentHasPrincipal: true,
  hasSponsor: true,
  hasCredentials: false,
  isAppOnly: false,
  madeAppOnly: 0,
}

function creatorOf({ user, principal }: Caller) {
  if (user) return 'user'
  if (principal?.kind === 'blueprint' || principal?.kind === 'agentIdentity') return principal.kind
  return 'application'
}

/** Soft-deleted ones count. */
function agentsMadeAppOnly({ principals, deletedObjects }: Tenant, blueprintId: string): number {
  let made = 0
  for (const one of principals.values()) if (isMadeAppOnly(one, blueprintId)) made += 1
  for (const one of deletedObjects.values()) {
    if (one.collection === 'principals' && isMadeAppOnly(one.object, blueprintId)) made += 1
  }
  return made
}

function isMadeAppOnly(
  one: { readonly kind: string; readonly createdBy: AgentIdentity['createdBy'] },
  blueprintId: string,
): boolean {
  if (one.kind !== 'agentIdentity' || one.createdBy?.withUser !== false) return false
  return (one as AgentIdentity).blueprintAppId === blueprintId
}
