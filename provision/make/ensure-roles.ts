import { hasStatus, isUndecided } from '../graph/graph-error.ts'
import type { Json } from '../graph/graph-request.ts'
import { literal, query } from '../graph/paths.ts'
import { isPropagation } from '../graph/propagation.ts'
import { type MakingJob, tellDone, tellNote } from '../job.ts'
import { retryUntil } from '../poll.ts'
import { type RoleAssignmentPlan, roleAssignments, titles } from '../scenario-objects.ts'
import type { Agents } from './ensure-objects.ts'

type Assignment = { readonly resourceId: string; readonly appRoleId: string }

/**
 * Application permissions of the agent identities. Scenarios get tokens without them too, so a
 * refusal for lack of a right is told, and no failure.
 */
export async function ensureRoles(job: MakingJob, agents: Agents): Promise<void> {
  for (const plan of roleAssignments) {
    try {
      await ensureRole(job, plan, agents[plan.agent].id)
    } catch (error) {
      if (!hasStatus(error, 403)) throw error
      tellNote(
        job,
        'role',
        `${plan.role} is not given to ${titles[plan.agent]}: ${error.message}. ` +
          'It takes Application.Read.All and AppRoleAssignment.ReadWrite.All; nothing else waits for it.',
      )
    }
  }
}

async function ensureRole(job: MakingJob, plan: RoleAssignmentPlan, agentId: string) {
  const { world, settings } = job
  const { role, agent } = plan
  const wanted = await findRole(job, plan)
  if (wanted === undefined) {
    return tellNote(job, 'role', `the resource has no application permission ${role}`)
  }
  const untilMs = world.now() + settings.limits.propagationMs
  const what = `${titles[agent]} to take ${role}`
  const again = (error: unknown) =>
    isPropagation(error) || isUndecided(error) || isThereAlready(error)
  await retryUntil(world, { untilMs, what }, again, async () => {
    const isFound = await findAssignment(job, plan, agentId, wanted)
    return isFound || (await assign(job, plan, agentId, wanted))
  })
  tellDone(job, 'role', `${role} of ${titles[agent]} is there`)
}

/** Of an assignment that is there and not seen yet. */
const isThereAlready = (error: unknown): boolean =>
  hasStatus(error, 409) ||
  (hasStatus(error, 400) && /already exists/i.test(error.graphMessage ?? ''))

async function findRole(
  { graph }: MakingJob,
  { resourceAppId, role }: RoleAssignmentPlan,
): Promise<Assignment | undefined> {
  const options = { $filter: `appId eq ${literal(resourceAppId)}`, $select: 'id,appRoles' }
  const path = `/v1.0/servicePrincipals${query(options)}`
  const { value } = await graph({ method: 'GET', path })
  const [resource] = Array.isArray(value) ? (value as readonly Json[]) : []
  const appRoles = Array.isArray(resource?.appRoles) ? (resource.appRoles as readonly Json[]) : []
  const appRole = appRoles.find((one) => one.value === role)
  if (typeof resource?.id !== 'string' || typeof appRole?.id !== 'string') return undefined
  return { resourceId: resource.id, appRoleId: appRole.id }
}

const pathOf = (agentId: string): string =>
  `/v1.0/servicePrincipals/${encodeURIComponent(agentId)}/appRoleAssignments`

async function findAssignment(
  job: MakingJob,
  { key }: RoleAssignmentPlan,
  agentId: string,
  wanted: Assignment,
): Promise<boolean> {
  const { value } = await job.graph({ method: 'GET', path: pathOf(agentId) })
  const items = Array.isArray(value) ? (value as readonly Json[]) : []
  const found = items.find(
    ({ resourceId, appRoleId }) =>
      resourceId === wanted.resourceId && appRoleId === wanted.appRoleId,
  )
  if (found === undefined) return false
  await remember(job, key, found.id)
  return true
}

async function assign(
  job: MakingJob,
  { key }: RoleAssignmentPlan,
  agentId: string,
  wanted: Assignment,
): Promise<true> {
  const { roles } = job.book.current()
  const attempts = (roles[key]?.attempts ?? 0) + 1
  await job.book.change({ roles: { ...roles, [key]: { attempts } } })
  const body = { principalId: agentId, ...wanted }
  const pretended = { id: `{${key}}` }
  const made = await job.graph({ method: 'POST', path: pathOf(agentId), body, pretended })
  await remember(job, key, made.id)
  return true
}

async function remember({ book }: MakingJob, key: string, id: unknown): Promise<void> {
  const { roles } = book.current()
  const attempts = roles[key]?.attempts ?? 0
  if (typeof id !== 'string' || roles[key]?.id === id) return
  await book.change({ roles: { ...roles, [key]: { attempts, id } } })
}
