import { z } from 'zod'
import { enforce } from '../../../answers/enforce.ts'
import type { AgentIdentity, Principal } from '../../../directory/principal.ts'
import type { Tenant } from '../../../directory/tenant.ts'
import * as rules from '../../../rules/graph/agents.ts'
import { findApplicationById } from '../../call/find-objects.ts'
import { type Caller, type GraphCall, type GraphResult, textIn } from '../../call/graph-call.ts'
import { authorize } from '../../caller/authorize.ts'
import { permissions } from '../../caller/permissions.ts'
import { readProperties } from '../../write/read-properties.ts'
import { newOwners, newSponsors } from '../../write/sponsors.ts'
import { references, structure, text } from '../../write/values.ts'
import { ownersOfBlueprint, showPrincipal } from './service-principals.ts'

/** The reference names the blueprint `agentIdentityBlueprintId`, one page of it and the preview otherwise. */
const newAgentIdentity = z.object({
  displayName: text(256).min(1),
  agentIdentityBlueprintId: z.string().optional(),
  agentIdentityBlueprintAppId: z.string().optional(),
  agentAppId: z.string().optional(),
  accountEnabled: z.boolean().optional(),
  tags: z.array(text(256)).optional(),
  keyCredentials: z.array(structure).optional(),
  passwordCredentials: z.array(structure).optional(),
  'sponsors@odata.bind': references.optional(),
  'owners@odata.bind': references.optional(),
})

const createAsManager = 'AgentIdentity.CreateAsManager'
const strongerRoles = ['AgentIdentity.Create.All', 'AgentIdentity.ReadWrite.All']

/** `POST /servicePrincipals/microsoft.graph.agentIdentity`: its object id is its client id. */
export function createAgentIdentity(call: GraphCall): GraphResult {
  const { tenant, caller, world, nowMs } = call
  const creator = creatorOf(caller)
  enforce([rules.agentsDoNotCreateAgents], { creator }, call.examination)
  const { blueprintId, owners } = parentOf(call)
  authorize(call, permissions.createAgent, owners)
  const input = readProperties(call, newAgentIdentity, 'AgentIdentity')
  const hasCredentials = Boolean(input.keyCredentials ?? input.passwordCredentials)
  enforce([rules.agentHasNoCredentials], { hasCredentials }, call.examination)
  const sponsors = newSponsors(call, input['sponsors@odata.bind'])
  const isAppOnly = caller.user === undefined
  const home = tenant.applications.get(blueprintId) ?? world.directory.findApplication(blueprintId)
  enforce(
    rules.newAgentRules,
    {
      blueprintId,
      creator,
      creatorAppId: caller.appId,
      createsAsManager: isOnlyManager(caller),
      parentIsBlueprint: home?.kind === 'blueprint',
      parentHasPrincipal: tenant.principals.get(blueprintId)?.kind === 'blueprint',
      hasSponsor: sponsors.length > 0,
      isAppOnly,
      madeAppOnly: isAppOnly ? agentsMadeAppOnly(call.stored, blueprintId) : 0,
    },
    call.examination,
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
  const { body } = showPrincipal(call, agent)
  // The name of the preview is answered to those who use it.
  return { status: 201, body: { ...body, ...(input.agentAppId && { agentAppId: blueprintId }) } }
}

/** The reference, a page of it and the preview each have another name for the blueprint. */
const parentNames = ['agentIdentityBlueprintId', 'agentIdentityBlueprintAppId', 'agentAppId']

/** By client id, or by the object id of a blueprint at home here. */
function parentOf(call: GraphCall) {
  const { tenant } = call
  const named = parentNames.map((name) => textIn(call, name)).find((text) => text !== '') ?? ''
  const home = findApplicationById(tenant, named)
  const blueprintId = home?.appId ?? named.toLowerCase()
  return { blueprintId, owners: ownersOfBlueprint(tenant, blueprintId) }
}

function creatorOf({ user, principal }: Caller) {
  if (user) return 'user'
  if (principal?.kind === 'blueprint' || principal?.kind === 'agentIdentity') return principal.kind
  return 'application'
}

function isOnlyManager({ permissions: held }: Caller): boolean {
  return held.has(createAsManager) && !strongerRoles.some((role) => held.has(role))
}

/** Soft-deleted ones count. */
function agentsMadeAppOnly({ principals, deletedObjects }: Tenant, blueprintId: string): number {
  const isCounted = (one: Principal) =>
    one.kind === 'agentIdentity' &&
    one.createdBy?.withUser === false &&
    one.blueprintAppId === blueprintId
  let made = 0
  for (const one of principals.values()) if (isCounted(one)) made += 1
  for (const { collection, object } of deletedObjects.values()) {
    if (collection === 'principals' && isCounted(object)) made += 1
  }
  return made
}
