import { z } from 'zod'
import { enforce } from '../../../answers/enforce.ts'
import { isForManyTenants } from '../../../directory/application.ts'
import { withInbornRole } from '../../../directory/build-principals.ts'
import type { ApplicationPrincipal } from '../../../directory/principal.ts'
import { newPrincipalRules } from '../../../rules/graph/principals.ts'
import { findApplicationById } from '../../call/find-objects.ts'
import { type GraphCall, type GraphResult, textIn } from '../../call/graph-call.ts'
import { type Operation, post } from '../../call/operation.ts'
import { typeNamed } from '../../call/parse-path.ts'
import { authorize } from '../../caller/authorize.ts'
import { permissions } from '../../caller/permissions.ts'
import { principalChanges, withResources } from '../../write/changes.ts'
import { readProperties } from '../../write/read-properties.ts'
import { creator, newOwners, newSponsors } from '../../write/sponsors.ts'
import { references, text } from '../../write/values.ts'
import { createAgentIdentity } from './create-agent-identity.ts'
import { showPrincipal } from './service-principals.ts'

const newPrincipal = z.object({
  appId: z.guid(),
  accountEnabled: z.boolean().optional(),
  tags: z.array(text(256)).optional(),
  displayName: text(256).optional(),
  servicePrincipalNames: z.array(z.string()).optional(),
  'sponsors@odata.bind': references.optional(),
  'owners@odata.bind': references.optional(),
})

/** `POST /servicePrincipals`: a blueprint principal, an agent identity, or another principal. */
export const principalCreating: readonly Operation[] = [
  post('servicePrincipals', (call) => {
    const type = call.cast ?? typeNamed(call.body['@odata.type'])
    if (type === 'agentIdentity') return createAgentIdentity(call)
    return createPrincipal(call, type === 'agentIdentityBlueprintPrincipal')
  }),
]

function createPrincipal(call: GraphCall, wantsBlueprint: boolean): GraphResult {
  const wanted = findApplicationById(call.tenant, textIn(call, 'appId'))
  const needed = wantsBlueprint ? permissions.createPrincipal : permissions.writeApplication
  authorize(call, needed, wanted?.owners)
  const input = readProperties(call, newPrincipal, 'ServicePrincipal')
  const { tenant, world, caller, nowMs, examination } = call
  const named =
    findApplicationById(tenant, input.appId) ??
    world.directory.findApplication(input.appId.toLowerCase())
  const appId = named?.appId ?? input.appId.toLowerCase()
  const isUsable = named?.homeTenantId === tenant.id || (named && isForManyTenants(named))
  const application = isUsable ? named : undefined
  enforce(
    newPrincipalRules,
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
  const owners = newOwners(call, input['owners@odata.bind'])
  const isBlueprint = wantsBlueprint || application?.kind === 'blueprint'
  const principal: ApplicationPrincipal = {
    kind: isBlueprint ? 'blueprint' : 'application',
    id: world.random.guid(),
    appId,
    displayName: application?.displayName ?? input.displayName ?? appId,
    enabled: input.accountEnabled ?? true,
    createdMs: nowMs,
    appRoles: isBlueprint ? withInbornRole([], nowMs) : [],
    owners: isBlueprint ? [...new Set([...creator(call), ...owners])] : owners,
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
