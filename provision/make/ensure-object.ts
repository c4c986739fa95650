import type { JsonObject } from '../../wire/json-object.ts'
import { GraphError, isThereAlready, isUndecided } from '../graph/graph-error.ts'
import { creationPathOf, labels, type ObjectKind } from '../graph/paths.ts'
import { pollUntilSeen } from '../graph/poll-until-seen.ts'
import { isPropagation } from '../graph/propagation.ts'
import { type Job, type MakingJob, tellDone, tellNote, tellStep } from '../job.ts'
import { pollUntil, retryUntil } from '../ports/poll.ts'
import { forgetObject } from '../record/forget-object.ts'
import type { ObjectEntry } from '../record/record.ts'
import type { ObjectKey } from '../scenario-objects.ts'
import { type Found, findObjects, toFound } from './find-objects.ts'

export type ObjectPlan = {
  readonly key: ObjectKey
  readonly kind: ObjectKind
  readonly name: string
  /** Of a principal: known before it is made. */
  readonly appId?: string | undefined
  readonly body: JsonObject
}

/**
 * Ensures one object and only one: that of the record, or one whose creation got no answer, or a new
 * one. The record holds the intent before the request, and the ids after it.
 */
export async function ensureObject(job: MakingJob, plan: ObjectPlan): Promise<Found> {
  return (await findKnown(job, plan)) ?? (await adoptLost(job, plan)) ?? (await create(job, plan))
}

const entryOf = ({ book }: Job, { key }: ObjectPlan): ObjectEntry | undefined =>
  book.current().objects[key]

async function findKnown(job: MakingJob, plan: ObjectPlan): Promise<Found | undefined> {
  const entry = entryOf(job, plan)
  if (entry?.id === undefined) return undefined
  if (await isThere(job, entry)) {
    tellStep(job, labels[plan.kind], `${plan.name} exists (${entry.id})`)
    return { id: entry.id, appId: entry.appId ?? entry.id }
  }
  tellNote(job, labels[plan.kind], `${plan.name} (${entry.id}) is gone; making it again`)
  await job.book.change(forgetObject(job.book.current(), plan.key))
  return undefined
}

/** Graph may not show a new object yet. */
const isThere = (job: Job, entry: ObjectEntry): Promise<boolean> =>
  pollUntilSeen(job, entry, Date.parse(entry.madeAt ?? '') + job.settings.limits.propagationMs)

/** The object of a creation that got no answer, if Graph carried it out. */
async function adoptLost(job: MakingJob, plan: ObjectPlan): Promise<Found | undefined> {
  const entry = entryOf(job, plan)
  if (entry === undefined || entry.attempts === 0) return undefined
  const untilMs = Date.parse(entry.intendedAt) + job.settings.limits.lostAnswerMs
  const what = `for Graph to show ${plan.name}, whose creation got no answer`
  const found = await pollUntil(job.ports, { untilMs, what }, async () => {
    const [first] = await findObjects(job.graph, entry)
    return first
  })
  if (found !== undefined) await settle(job, plan, found, 'found')
  return found
}

async function create(job: MakingJob, plan: ObjectPlan): Promise<Found> {
  const { ports, settings } = job
  const untilMs = ports.now() + settings.limits.propagationMs
  const what = `for Graph to see what ${plan.name} depends on`
  const again = (error: unknown) => isPropagation(error) || isUnanswered(error)
  return retryUntil(ports, { untilMs, what }, again, async () => {
    try {
      return await createOnce(job, plan)
    } catch (error) {
      const adopted = isUnanswered(error) ? await adoptLost(job, plan) : undefined
      if (adopted === undefined) throw error
      return adopted
    }
  })
}

/** Graph did not answer, or answered that the object exists: then an earlier request made it. */
const isUnanswered = (error: unknown): boolean => isUndecided(error) || isThereAlready(error)

async function createOnce(job: MakingJob, plan: ObjectPlan): Promise<Found> {
  const { ports, graph, book } = job
  const { objects } = book.current()
  const { key, kind, name, appId, body } = plan
  const attempts = (objects[key]?.attempts ?? 0) + 1
  const intendedAt = new Date(ports.now()).toISOString()
  const intent = { kind, name, attempts, intendedAt, ...(appId !== undefined && { appId }) }
  await book.change({ objects: { ...objects, [key]: intent } })
  try {
    const pretended = { id: `{${key}.id}`, appId: appId ?? `{${key}.appId}` }
    const answer = await graph({ method: 'POST', path: creationPathOf(kind), body, pretended })
    const [found] = toFound(answer)
    const isUsable = kind !== 'blueprint' || typeof answer.appId === 'string'
    if (found === undefined || !isUsable) throw withoutIds(plan)
    return await settle(job, plan, found, 'made')
  } catch (error) {
    // A refusal makes nothing: take back the intent, so that no run looks for an object.
    if (error instanceof GraphError && !isUnanswered(error)) await book.change({ objects })
    throw error
  }
}

/** The same as no answer: the run looks for the object by its name. */
const withoutIds = ({ kind }: ObjectPlan): GraphError =>
  new GraphError({
    method: 'POST',
    path: creationPathOf(kind),
    problem: 'the answer does not hold the ids of the new object',
    status: 201,
    clientRequestId: '',
  })

async function settle(job: MakingJob, plan: ObjectPlan, found: Found, how: string): Promise<Found> {
  const { book, ports } = job
  const { objects } = book.current()
  const entry = objects[plan.key]
  if (entry === undefined) throw new Error(`${plan.key} has no entry`)
  const madeAt = new Date(ports.now()).toISOString()
  const ids = { id: found.id, appId: plan.appId ?? found.appId }
  await book.change({ objects: { ...objects, [plan.key]: { ...entry, ...ids, madeAt } } })
  tellDone(job, labels[plan.kind], `${how} ${plan.name} (${found.id})`)
  return { ...found, ...ids }
}
