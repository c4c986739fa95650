import { hasStatus } from '../graph/graph-error.ts'
import { deletedItemPath, identifyingProperties, labels, objectPath } from '../graph/paths.ts'
import { unlessGone } from '../graph/unless-gone.ts'
import { type Job, tellDone, tellStep } from '../job.ts'
import { pollUntil } from '../ports/poll.ts'
import { ProvisionError } from '../ports/provision-error.ts'
import { purgeDeleted } from './purge-deleted.ts'
import type { Removal } from './removal.ts'

/** Removes one object, and what a soft delete leaves of it. An object that is already gone counts as removed. */
export async function removeObject(job: Job, removal: Removal): Promise<void> {
  const { kind, id, name } = removal
  const place = await locate(job, removal)
  if (place === undefined) return tellStep(job, labels[kind], `${name} is already gone (${id})`)
  if (place === 'directory') {
    await unlessGone(job.graph({ method: 'DELETE', path: objectPath(kind, id) }))
    tellDone(job, labels[kind], `removed ${name} (${id})`)
  }
  await purgeDeleted(job, removal)
}

type Place = 'directory' | 'deleted items'

async function locate(job: Job, removal: Removal): Promise<Place | undefined> {
  const { ports } = job
  const { name, unseenUntilMs } = removal
  const what = `for Graph to show ${name} before removing it`
  return pollUntil(ports, { untilMs: unseenUntilMs, what }, async () => {
    if (await isInDirectory(job, removal)) return 'directory'
    return (await isDeleted(job, removal)) ? 'deleted items' : undefined
  })
}

async function isInDirectory({ graph }: Job, removal: Removal): Promise<boolean> {
  const { kind, id } = removal
  const path = `${objectPath(kind, id)}?$select=${identifyingProperties(kind)}`
  const object = await unlessGone(graph({ method: 'GET', path }))
  if (object === undefined) return false
  requireSame(removal, object)
  return true
}

async function isDeleted({ graph }: Job, { id }: Removal): Promise<boolean> {
  try {
    return (await unlessGone(graph({ method: 'GET', path: deletedItemPath(id) }))) !== undefined
  } catch (error) {
    // If you may not look there, you cannot purge either; purging says what is missing.
    if (hasStatus(error, 403)) return false
    throw error
  }
}

/** A record can be wrong: provision did not make an object of another name, so it stays. */
function requireSame(
  { kind, id, name, appId }: Removal,
  object: Readonly<Record<string, unknown>>,
): void {
  const isSame = kind === 'principal' ? object.appId === appId : object.displayName === name
  if (isSame) return
  const found = kind === 'principal' ? `appId ${object.appId}` : `the name ${object.displayName}`
  throw new ProvisionError(
    `${id} has ${found}, not ${kind === 'principal' ? appId : name}: provision did not make it`,
    'Nothing happened to it. If you renamed it, rename it back; otherwise remove it by hand and from the record.',
  )
}
