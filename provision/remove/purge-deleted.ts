import { hasStatus } from '../graph/graph-error.ts'
import { deletedItemPath, labels } from '../graph/paths.ts'
import { unlessGone } from '../graph/unless-gone.ts'
import { type Job, tellDone, tellNote } from '../job.ts'
import { pollUntil } from '../ports/poll.ts'
import type { Removal } from './removal.ts'

/**
 * Permanently deletes a soft-deleted object if Graph allows it. Graph does not for the principal of a
 * blueprint (Microsoft Learn, deletion of agent identities), which stays for 30 days. Of an agent user it may
 * want more permissions than making and removing it takes.
 */
export async function purgeDeleted(job: Job, removal: Removal): Promise<void> {
  const { kind, id, name, leaveDeleted } = removal
  if (leaveDeleted)
    return tellNote(job, labels[kind], `${name} stays among the deleted objects for 30 days`)
  const path = deletedItemPath(id)
  try {
    if (!(await showsAmongDeleted(job, path, name))) {
      const text = `Graph does not show ${name} among the deleted objects, where it may stay for up to 30 days`
      return tellNote(job, labels[kind], text)
    }
    await unlessGone(job.graph({ method: 'DELETE', path }))
    tellDone(job, labels[kind], `permanently deleted ${name} (${id})`)
  } catch (error) {
    const isKept = kind === 'principal' || kind === 'agentUser'
    const isBlocked = hasStatus(error, 400, 405) || (isKept && hasStatus(error, 403))
    if (!isBlocked) throw error
    const why = 'Graph does not permanently delete it now'
    tellNote(job, labels[kind], `${name} stays among the deleted objects for up to 30 days: ${why}`)
  }
}

async function showsAmongDeleted(job: Job, path: string, name: string): Promise<boolean> {
  const { ports, graph, settings } = job
  const untilMs = ports.now() + settings.limits.propagationMs
  const what = `for Graph to show ${name} among the deleted objects`
  const shown = await pollUntil(ports, { untilMs, what }, () =>
    unlessGone(graph({ method: 'GET', path })),
  )
  return shown !== undefined
}
