import { z } from 'zod'
import { enforce } from '../../answers/enforce.ts'
import { scopesBlockedForAgents } from '../../directory/blocked-for-agents.ts'
import type { PermissionGrant } from '../../directory/permission-grant.ts'
import { positionsIn } from '../../directory/positions.ts'
import * as rules from '../../rules/graph/grants.ts'
import { findPrincipalById, findResourceById } from '../call/find-objects.ts'
import { done, type GraphCall, type JsonObject, rootOf } from '../call/graph-call.ts'
import { must, principalOf } from '../call/named-objects.ts'
import { get, type Operation, patch, post, remove } from '../call/operation.ts'
import { authorize } from '../caller/authorize.ts'
import { permissions } from '../caller/permissions.ts'
import { listRecords } from '../show/list-records.ts'
import { readProperties } from '../write/read-properties.ts'
import { timestamp } from '../write/values.ts'
import { readingOf } from './service-principals/service-principals.ts'

const newGrant = z.object({
  clientId: z.string(),
  consentType: z.enum(['AllPrincipals', 'Principal']),
  principalId: z.string().nullable().optional(),
  resourceId: z.string(),
  scope: z.string(),
  startTime: timestamp.optional(),
  expiryTime: timestamp.optional(),
})
const grantChange = z.object({ scope: z.string() })

const context = 'oauth2PermissionGrants'

/** Delegated permissions that a client was granted. */
export const permissionGrantOperations: readonly Operation[] = [
  get('oauth2PermissionGrants', (call) => {
    authorize(call, permissions.readGrant)
    return listGrants(call, [...call.tenant.permissionGrants.values()])
  }),
  get('oauth2PermissionGrants/{id}', (call) => {
    authorize(call, permissions.readGrant)
    return { status: 200, body: withContext(call, grantOf(call)) }
  }),
  get('servicePrincipals/{id}/oauth2PermissionGrants', (call) => {
    authorize(call, readingOf(call))
    const { id } = principalOf(call)
    const grants = [...call.tenant.permissionGrants.values()].filter(
      ({ clientId }) => clientId === id,
    )
    return listGrants(call, grants)
  }),
  post('oauth2PermissionGrants', (call) => {
    authorize(call, permissions.writeGrant)
    const input = readProperties(call, newGrant, 'OAuth2PermissionGrant')
    const { tenant, stored, world, examination } = call
    const client = findPrincipalById(tenant, input.clientId)
    const resource = findResourceById(tenant, input.resourceId)
    const user = input.principalId ? tenant.users.get(input.principalId.toLowerCase()) : undefined
    const clientId = client?.id ?? input.clientId.toLowerCase()
    const resourceId = resource?.principalId ?? input.resourceId.toLowerCase()
    const principalId = input.consentType === 'Principal' ? (user?.id ?? null) : null
    const isAgent = client?.kind === 'agentIdentity'
    enforce(
      rules.newGrantRules,
      {
        partiesFound:
          client !== undefined &&
          resource !== undefined &&
          (input.consentType === 'AllPrincipals' || user !== undefined),
        blocked: isAgent ? blockedIn(input.scope) : [],
        exists: [...stored.permissionGrants.values()].some(
          (one) =>
            one.clientId === clientId &&
            one.resourceId === resourceId &&
            one.principalId === principalId,
        ),
      },
      examination,
    )
    const grant: PermissionGrant = {
      id: world.random.guid().replaceAll('-', ''),
      clientId,
      consentType: input.consentType,
      principalId,
      resourceId,
      scope: input.scope,
      startTime: input.startTime,
      expiryTime: input.expiryTime,
    }
    call.commit([{ collection: 'permissionGrants', key: grant.id, value: grant }])
    return { status: 201, body: withContext(call, grant) }
  }),
  patch('oauth2PermissionGrants/{id}', (call) => {
    authorize(call, permissions.writeGrant)
    const grant = grantOf(call)
    const { scope } = readProperties(call, grantChange, 'OAuth2PermissionGrant')
    const client = findPrincipalById(call.tenant, grant.clientId)
    const blocked = client?.kind === 'agentIdentity' ? blockedIn(scope) : []
    enforce([rules.grantedScopesAreAllowed], { blocked }, call.examination)
    call.commit([{ collection: 'permissionGrants', key: grant.id, value: { ...grant, scope } }])
    return done
  }),
  remove('oauth2PermissionGrants/{id}', (call) => {
    authorize(call, permissions.writeGrant)
    call.commit([{ collection: 'permissionGrants', key: grantOf(call).id, value: undefined }])
    return done
  }),
]

function listGrants(call: GraphCall, grants: readonly PermissionGrant[]) {
  const placeOf = positionsIn(call.tenant, 'permissionGrants')
  const positionAt = (index: number) => placeOf(grants[index]?.id ?? '')
  return listRecords(call, { context, records: grants.map(show), positionAt })
}

function blockedIn(scope: string): readonly string[] {
  return scope.split(' ').filter((name) => scopesBlockedForAgents.has(name))
}

function grantOf(call: GraphCall): PermissionGrant {
  const { id = '' } = call.ids
  return must(call, id, call.tenant.permissionGrants.get(id))
}

function show({ startTime: _, expiryTime: __, ...shown }: PermissionGrant): JsonObject {
  return shown
}

function withContext(call: GraphCall, grant: PermissionGrant): JsonObject {
  return { '@odata.context': `${rootOf(call)}/$metadata#${context}/$entity`, ...show(grant) }
}
