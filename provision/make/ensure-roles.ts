import { findResource } from '../graph/find-resource.ts'
import { hasStatus, isThereAlready, isUndecided } from '../graph/graph-error.ts'
import { listOf } from '../graph/list-of.ts'
import { isPropagation } from '../graph/propagation.ts'
import { type MakingJob, tellDone, tellNote } from '../job.ts'
import { retryUntil } from '../ports/poll.ts'
import { type RoleAssignmentPlan, roleAssignments, titles } from '../scenario-objects.ts'
import type { Agents } from './ensure-objects.ts'

type Assignment = { readonly resourceId: string; readonly appRoleId: string }

/**
 * Gives the agent identities application permissions. Scenarios also get tokens without them, so if you
 * may not assign one, the run notes it and continues.
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
        `could not give ${plan.role} to ${titles[plan.agent]}: ${error.message}. ` +
          'You need Application.Read.All and AppRoleAssignment.ReadWrite.All for that. Everything else works without it.',
      )
    }
  }
}

async function ensureRole(job: MakingJob, plan: RoleAssignmentPlan, agentId: string) {
  const { ports, settings } = job
  const { role, agent } = plan
  const wanted = await findRole(job, plan)
  if (wanted === undefined) {
    return tellNote(job, 'role', `the resource has no application permission ${role}`)
  }
  const untilMs = ports.now() + settings.limits.propagationMs
  const what = `for ${titles[agent]} to accept ${role}`
  const again = (error: unknown) =>
    isPropagation(error) || isUndecided(error) || isThereAlready(error)
  await retryUntil(ports, { untilMs, what }, again, async () => {
    if (!(await isAssigned(job, agentId, wanted))) await assign(job, agentId, wanted)
    return true
  })
  tellDone(job, 'role', `${titles[agent]} has ${role}`)
}

async function findRole(
  { graph }: MakingJob,
  { resourceAppId, role }: RoleAssignmentPlan,
): Promise<Assignment | undefined> {
  const resource = await findResource(graph, resourceAppId, 'id,appRoles')
  const appRole = listOf(resource?.appRoles).find((one) => one.value === role)
  if (typeof resource?.id !== 'string' || typeof appRole?.id !== 'string') return undefined
  return { resourceId: resource.id, appRoleId: appRole.id }
}

const pathOf = (agentId: string): string =>
  `/v1.0/servicePrincipals/${encodeURIComponent(agentId)}/appRoleAssignments`

async function isAssigned(job: MakingJob, agentId: string, wanted: Assignment): Promise<boolean> {
  const { value } = await job.graph({ method: 'GET', path: pathOf(agentId) })
  return listOf(value).some(
    ({ resourceId, appRoleId }) =>
      resourceId === wanted.resourceId && appRoleId === wanted.appRoleId,
  )
}

async function assign(job: MakingJob, agentId: string, wanted: Assignment): Promise<void> {
  const body = { principalId: agentId, ...wanted }
  await job.graph({ method: 'POST', path: pathOf(agentId), body })
}
