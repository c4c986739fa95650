import { findGrants } from '../graph/find-grants.ts'
import { unlessGone } from '../graph/unless-gone.ts'
import { type Job, tellDone } from '../job.ts'
import type { GrantEntry } from '../record/record.ts'

/**
 * Removes the delegated permissions of the record. One whose granting got no answer and that Graph does not show yet goes
 * with its client, which is removed next.
 */
export async function removeGrants(job: Job): Promise<void> {
  for (const entry of job.book.current().grants ?? []) {
    await removeGrant(job, entry)
    const left = (job.book.current().grants ?? []).filter((one) => one !== entry)
    await job.book.change({ grants: left })
  }
}

async function removeGrant(job: Job, entry: GrantEntry): Promise<void> {
  const found = entry.id === undefined ? await findGrants(job.graph, entry) : [{ id: entry.id }]
  for (const { id } of found) {
    const path = `/v1.0/oauth2PermissionGrants/${encodeURIComponent(id)}`
    const removed = await unlessGone(job.graph({ method: 'DELETE', path }))
    if (removed !== undefined) tellDone(job, 'permission', `removed ${entry.scope} (${id})`)
  }
}
