import { pollUntilSeen } from '../graph/poll-until-seen.ts'
import { type Job, tellStep } from '../job.ts'
import { ProvisionError } from '../ports/provision-error.ts'

/** Every object of the record can be read. */
export async function waitForReads(job: Job): Promise<void> {
  const { ports, book, settings } = job
  const untilMs = ports.now() + settings.limits.propagationMs
  const { objects } = book.current()
  for (const entry of Object.values(objects)) {
    if (!(await pollUntilSeen(job, entry, untilMs))) throw notSeen(entry.name)
  }
  const seenObjects = Object.entries(objects).map(([key, entry]) => [key, { ...entry, seen: true }])
  await book.change({ objects: Object.fromEntries(seenObjects) })
  tellStep(job, 'directory', `shows all ${seenObjects.length} objects`)
}

const notSeen = (name: string): ProvisionError =>
  new ProvisionError(
    `${name} was made and cannot be read yet`,
    'Run the same command again later: it goes on where it stopped.',
  )
