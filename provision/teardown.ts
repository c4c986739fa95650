import { basename, dirname, join } from 'node:path'
import { dryFiles, dryGraph } from './dry-run.ts'
import { createGraph } from './graph/graph.ts'
import type { ObjectKind } from './graph/paths.ts'
import { checkTenant } from './guard/check-tenant.ts'
import { nameTenant } from './guard/name-tenant.ts'
import { type Job, tellDone, tellNote } from './job.ts'
import type { Ports } from './ports/ports.ts'
import { isWrittenBy } from './record/env-file.ts'
import type { ObjectEntry, ProvisionRecord } from './record/record.ts'
import { openRecordBook, readRecord } from './record/record-book.ts'
import { removeEntry } from './remove/remove-entry.ts'
import { removeGrants } from './remove/remove-grants.ts'
import type { ProvisionPaths, ProvisionSettings } from './settings.ts'

/** The record says which tenant it is and what to remove. */
export type TeardownSettings = Pick<ProvisionSettings, 'graphUrl' | 'dryRun' | 'limits'> & {
  readonly paths: Pick<ProvisionPaths, 'record'>
  /** A soft delete is enough: for callers that may delete objects but not delete them permanently. */
  readonly leaveDeleted: boolean
}

/** Agent users before their agent identity, these before their principal, and that before its blueprint, so that no cascade is needed. */
const order: readonly ObjectKind[] = ['agentUser', 'agentIdentity', 'principal', 'blueprint']

/**
 * Removes what the record lists, and nothing else: grants, objects, also soft-deleted ones, and files. It
 * removes the record last, so you can run it again until all is gone.
 *
 * @returns false when there is no record, as after a teardown
 * @throws {GuardRefusal} It removed nothing.
 * @throws {ProvisionError | GraphError} You can run it again.
 */
export async function teardown(given: Ports, settings: TeardownSettings): Promise<boolean> {
  const { paths, dryRun, limits, graphUrl } = settings
  const ports = dryRun ? { ...given, files: dryFiles(given.files) } : given
  const record = await readRecord(ports.files, paths.record)
  if (record === undefined) return false
  const tenant = nameTenant({ graphUrl }, record)
  const sent = createGraph(ports, { graphUrl, requestIntervalMs: limits.requestIntervalMs })
  await checkTenant(ports, sent, tenant)
  const job: Job = {
    ports,
    settings,
    graph: dryRun ? dryGraph(ports, sent) : sent,
    book: openRecordBook(ports.files, paths.record, record),
  }
  await removeGrants(job)
  for (const kind of order) await removeKind(job, kind, settings.leaveDeleted)
  await removeFiles(job, dirname(paths.record))
  await ports.files.remove(paths.record)
  return true
}

async function removeKind(job: Job, kind: ObjectKind, leaveDeleted: boolean): Promise<void> {
  const { objects, former } = job.book.current()
  const entries = [...former, ...Object.values(objects)]
  for (const entry of entries.filter((one) => one.kind === kind)) {
    await removeEntry(job, entry, leaveDeleted)
    await job.book.change(withoutEntry(job.book.current(), entry))
  }
}

function withoutEntry(
  { objects, former }: ProvisionRecord,
  removed: ObjectEntry,
): Partial<ProvisionRecord> {
  return {
    former: former.filter((entry) => entry !== removed),
    objects: Object.fromEntries(Object.entries(objects).filter(([, entry]) => entry !== removed)),
  }
}

/** The record holds their names; they are beside it. */
async function removeFiles(job: Job, folder: string): Promise<void> {
  const { ports, book } = job
  const { files, runId } = book.current()
  for (const name of files) {
    const path = join(folder, basename(name))
    const text = await ports.files.read(path)
    const isOwn = text === undefined || text.startsWith('-----BEGIN ') || isWrittenBy(runId, text)
    if (!isOwn) {
      tellNote(job, 'file', `kept ${path}, because something else changed it`)
      continue
    }
    await ports.files.remove(path)
    if (text !== undefined) tellDone(job, 'file', `removed ${path}`)
  }
}
