import { objectPath } from '../graph/paths.ts'
import { unlessGone } from '../graph/unless-gone.ts'
import { type Job, tellStep } from '../job.ts'
import { pollUntil } from '../poll.ts'
import { ProvisionError } from '../provision-error.ts'

/** Every object of the record can be read. */
export async function waitForReads(job: Job): Promise<void> {
  const { world, graph, book, settings } = job
  const untilMs = world.now() + settings.limits.propagationMs
  const { objects } = book.current()
  for (const { kind, name, id = '' } of Object.values(objects)) {
    const path = `${objectPath(kind, id)}?$select=id`
    const seen = await pollUntil(world, { untilMs, what: `${name} to be seen` }, () =>
      unlessGone(graph({ method: 'GET', path })),
    )
    if (seen === undefined) throw notSeen(name)
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
