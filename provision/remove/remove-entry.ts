import type { Job } from '../job.ts'
import { findDeletedObjects, findObjects } from '../make/find-objects.ts'
import { pollUntil } from '../ports/poll.ts'
import type { ObjectEntry } from '../record/record.ts'
import { removeObject } from './remove-object.ts'

/** An object that was seen may be missing from one replica for a moment, not for minutes. */
const replicaMs = 3000

/**
 * Removes every object that an entry of the record may mean: the one whose id the record holds, and
 * those of its name whose creation got no answer.
 */
export async function removeEntry(
  job: Job,
  entry: ObjectEntry,
  leaveDeleted: boolean,
): Promise<void> {
  const { kind, name, appId, id } = entry
  const ids = new Set([...(id === undefined ? [] : [id]), ...(await findUnanswered(job, entry))])
  for (const one of ids) {
    const unseenUntilMs = one === id ? unseenUntil(job, entry) : 0
    await removeObject(job, { kind, id: one, name, appId, unseenUntilMs, leaveDeleted })
  }
}

function unseenUntil({ ports, settings }: Job, { madeAt = '', seen }: ObjectEntry): number {
  const whileSpreadingMs = Date.parse(madeAt) + settings.limits.propagationMs
  return seen ? Math.min(ports.now() + replicaMs, whileSpreadingMs) : whileSpreadingMs
}

/** A single creation that got an answer needs no search. */
async function findUnanswered(job: Job, entry: ObjectEntry): Promise<readonly string[]> {
  const { ports, graph, settings } = job
  const { attempts, id, kind, intendedAt, name } = entry
  if (attempts === 0 || (attempts === 1 && id !== undefined)) return []
  const untilMs = Date.parse(intendedAt) + settings.limits.lostAnswerMs
  const what = `for Graph to show ${name}, whose creation got no answer`
  const find = async () => {
    const live = await findObjects(graph, entry)
    const deleted = kind === 'principal' ? [] : await findDeletedObjects(graph, entry)
    return [...live, ...deleted].map((found) => found.id)
  }
  const unanswered = id === undefined ? 1 : 2
  const found = await pollUntil(ports, { untilMs, what }, async () => {
    const ids = await find()
    return ids.length >= unanswered ? ids : undefined
  })
  return found ?? find()
}

/**
 * Removes what a creation that got no answer made besides the object in use. Only entries
 * with more than one creation can have such a double.
 */
export async function removeDoubles(job: Job): Promise<void> {
  for (const entry of Object.values(job.book.current().objects)) {
    if (entry.attempts < 2 || entry.kind === 'principal') continue
    for (const { id } of await findObjects(job.graph, entry)) {
      if (id === entry.id) continue
      await removeObject(job, { ...entry, id, unseenUntilMs: 0, leaveDeleted: false })
    }
  }
}
