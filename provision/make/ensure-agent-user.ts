import type { MakingJob } from '../job.ts'
import { agentUserKey, titles } from '../scenario-objects.ts'
import { ensureGrant } from './ensure-grant.ts'
import { ensureObject } from './ensure-object.ts'
import type { Found } from './find-objects.ts'

export type AgentUser = { readonly id: string; readonly userName: string }

/**
 * Ensures the agent user of Booking and its delegated permission, where it is wanted now or was by an earlier run: an
 * agent identity has at most one agent user (Microsoft Learn, agent users).
 */
export async function ensureAgentUser(
  job: MakingJob,
  booking: Found,
): Promise<AgentUser | undefined> {
  const { settings, book } = job
  const { namePrefix, runId, domain, objects } = book.current()
  if (!settings.agentUser && objects[agentUserKey] === undefined) return undefined
  const mailNickname = nicknameOf(job)
  const userName = `${mailNickname}@${domain}`
  const displayName = `${namePrefix}${titles.booking} user ${runId}`
  const { id } = await ensureObject(job, {
    key: agentUserKey,
    kind: 'agentUser',
    name: displayName,
    body: {
      '@odata.type': '#microsoft.graph.agentUser',
      displayName,
      userPrincipalName: userName,
      mailNickname,
      accountEnabled: true,
      identityParentId: booking.id,
    },
  })
  await ensureGrant(job, { key: agentUserKey, client: booking, principalId: id })
  return { id, userName }
}

/** One that is gone may keep its name for as long as it can be restored. */
function nicknameOf({ book }: MakingJob): string {
  const { former, runId } = book.current()
  const gone = former.filter(({ kind }) => kind === 'agentUser').length
  return gone === 0 ? `booking-${runId}` : `booking-${runId}-${gone + 1}`
}
