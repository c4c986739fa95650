import { z } from 'zod'
import { enforce } from '../../../answers/enforce.ts'
import { rolesBlockedForAgents } from '../../../directory/blocked-for-agents.ts'
import { graphAppId, type Resource } from '../../../directory/resource.ts'
import { newAssignmentRules } from '../../../rules/graph/grants.ts'
import { findPrincipalById, findResourceById } from '../../call/find-objects.ts'
import { done, type GraphCall, type GraphResult, rootOf } from '../../call/graph-call.ts'
import { must, principalOf, userOf } from '../../call/named-objects.ts'
import { get, type Operation, post, remove } from '../../call/operation.ts'
import { authorize } from '../../caller/authorize.ts'
import { permissions } from '../../caller/permissions.ts'
import { listRecords } from '../../show/list-records.ts'
import { readProperties } from '../../write/read-properties.ts'
import { appRoleAssignment, assignmentId, assignmentsOf } from './app-role-assignment.ts'
import { roleOf } from './permission-names.ts'
import {
  everyHolder,
  findHolder,
  groupHolder,
  type Holder,
  principalHolder,
  userHolder,
} from './role-holders.ts'
import { readingOf, servicePrincipalOf } from './service-principals.ts'

const newAssignment = z.object({
  principalId: z.string(),
  resourceId: z.string(),
  appRoleId: z.guid(),
})

/** Roles that one kind of holder was assigned: its collection, who may read them, and how it is found. */
type Place = {
  readonly collection: string
  readonly authorizeReading: (call: GraphCall) => void
  readonly find: (call: GraphCall) => Holder
}

const places: readonly Place[] = [
  {
    collection: 'servicePrincipals',
    authorizeReading: (call) => authorize(call, readingOf(call)),
    find: (call) => principalHolder(call.tenant, principalOf(call)),
  },
  {
    collection: 'users',
    authorizeReading: (call) => authorize(call, permissions.readUser),
    find: (call) => userHolder(userOf(call)),
  },
  {
    collection: 'groups',
    authorizeReading: (call) => authorize(call, permissions.readGroup),
    find: (call) => {
      const { id = '' } = call.ids
      return groupHolder(must(call, id, call.tenant.groups.get(id.toLowerCase())))
    },
  },
]

const toResource = 'servicePrincipals/{id}/appRoleAssignedTo'

/** Roles of a resource that were assigned: seen from those who hold them, and from the resource. */
export const roleAssignmentOperations: readonly Operation[] = [
  ...places.flatMap(({ collection, authorizeReading, find }) => {
    const path = `${collection}/{id}/appRoleAssignments`
    const contextOf = ({ id }: Holder) => `${collection}('${id}')/appRoleAssignments`
    return [
      get(path, (call) => {
        authorizeReading(call)
        const holder = find(call)
        const records = assignmentsOf(call.tenant, holder)
        return listRecords(call, { context: contextOf(holder), records })
      }),
      get(`${path}/{assignmentId}`, (call) => {
        authorizeReading(call)
        const holder = find(call)
        const { assignmentId: wanted = '' } = call.ids
        const found = assignmentsOf(call.tenant, holder).find(({ id }) => id === wanted)
        return shown(call, contextOf(holder), must(call, wanted, found), 200)
      }),
      post(path, (call) => {
        authorize(call, permissions.assignRole)
        return assign(call, contextOf(find(call)))
      }),
      remove(`${path}/{assignmentId}`, (call) => {
        authorize(call, permissions.assignRole)
        return withdraw(call, [find(call)])
      }),
    ]
  }),
  get(toResource, (call) => {
    authorize(call, permissions.readApplication)
    const resource = servicePrincipalOf(call)
    const records = everyHolder(call.tenant).flatMap((holder) =>
      assignmentsOf(call.tenant, holder, resource),
    )
    return listRecords(call, { context: 'appRoleAssignments', records })
  }),
  post(toResource, (call) => {
    authorize(call, permissions.assignRole)
    servicePrincipalOf(call)
    return assign(call, 'appRoleAssignments')
  }),
  remove(`${toResource}/{assignmentId}`, (call) => {
    authorize(call, permissions.assignRole)
    const { appId } = servicePrincipalOf(call)
    return withdraw(call, everyHolder(call.tenant), appId)
  }),
]

function assign(call: GraphCall, context: string): GraphResult {
  const input = readProperties(call, newAssignment, 'AppRoleAssignment')
  const { tenant, nowMs, examination } = call
  const holder = must(call, input.principalId, findHolder(tenant, input.principalId))
  const target = findPrincipalById(tenant, input.resourceId)
  const resource = findResourceById(tenant, input.resourceId)
  const resourceIsAgent = target?.kind === 'agentIdentity'
  if (!resourceIsAgent) must(call, input.resourceId, resource ?? target)
  const role = resource && roleOf(resource, input.appRoleId)
  const isBlocked = resource?.appId === graphAppId && rolesBlockedForAgents.has(role?.value ?? '')
  const allowed = role?.allowedMemberTypes ?? ['Application']
  enforce(
    newAssignmentRules,
    {
      resourceIsAgent,
      roleFound: role !== undefined,
      memberFits: role === undefined || allowed.includes(holder.memberType),
      blocked: holder.isAgent && isBlocked && role ? [role.value] : [],
      exists: holder.appRoles.some(
        (one) => one.resourceAppId === resource?.appId && one.role === role?.value,
      ),
    },
    examination,
  )
  if (!resource || role === undefined) return done
  const assignment = { resourceAppId: resource.appId, role: role.value, createdMs: nowMs }
  call.commit(holder.withRoles([...holder.appRoles, assignment]))
  return shown(call, context, appRoleAssignment(holder, resource, assignment), 201)
}

function shown(
  call: GraphCall,
  context: string,
  record: ReturnType<typeof appRoleAssignment>,
  status: 200 | 201,
): GraphResult {
  const described = { '@odata.context': `${rootOf(call)}/$metadata#${context}/$entity` }
  return { status, body: { ...described, ...record } }
}

/** @param ofResource where only roles of this one may be withdrawn */
function withdraw(
  call: GraphCall,
  candidates: readonly Holder[],
  ofResource?: Resource['appId'],
): GraphResult {
  const { tenant, ids } = call
  const wanted = ids.assignmentId ?? ''
  const isWanted = (holder: Holder, one: Holder['appRoles'][number]) => {
    const resource = tenant.resources.get(one.resourceAppId)
    const isOf = ofResource === undefined || ofResource === one.resourceAppId
    return resource !== undefined && isOf && assignmentId(holder, resource, one) === wanted
  }
  const found = candidates.find((one) => one.appRoles.some((role) => isWanted(one, role)))
  const holder = must(call, wanted, found)
  call.commit(holder.withRoles(holder.appRoles.filter((one) => !isWanted(holder, one))))
  return done
}
