import { pollUntilSeen } from '../graph/poll-until-seen.ts'
import { type Job, tellStep } from '../job.ts'
import { ProvisionError } from '../ports/provision-error.ts'

/** Waits until Graph shows every object of the record. */
export async function waitForReads(job: Job): Promise<void> {
  const { ports, book, settings } = job
  const untilMs = ports.now() + settings.limits.propagationMs
  const { objects } = book.current()
  for (const entry of Object.values(objects)) {
    if (!(await pollUntilSeen(job, entry, untilMs))) throw notSeen(entry.name)
  }
  const seenObjects = Object.entries(objects).map(([key, entry]) => [key, { ...entry, seen: true }])
  await book.change({ objects: Object.fromEntries(seenObjects) })
  tellStep(job, 'directory', `Graph shows all ${seenObjects.length} objects`)
}

const notSeen = (name: string): ProvisionError =>
  new ProvisionError(
    `provision made ${name}, but Graph does not show it yet`,
    'Run the same command again later: it continues where it stopped.',
  )
