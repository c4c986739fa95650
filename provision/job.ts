import type { Graph } from './graph/graph-request.ts'
import type { Ports } from './ports/ports.ts'
import type { RecordBook } from './record/record-book.ts'
import type { Vault } from './record/vault.ts'
import type { ProvisionSettings } from './settings.ts'

/** What every part of a run works with. */
export type Job = {
  readonly ports: Ports
  readonly settings: Pick<ProvisionSettings, 'dryRun' | 'limits'>
  readonly graph: Graph
  readonly book: RecordBook
}

/** A run that makes things. */
export type MakingJob = Job & {
  readonly settings: ProvisionSettings
  /** Where secrets are until the file of variables is complete. */
  readonly vault: Vault
  /** Object ids of users. */
  readonly sponsorIds: readonly string[]
}

export const tellStep = ({ ports }: Job, label: string, text: string): void =>
  ports.tell({ kind: 'step', label, text })

/** Reports a write. A dry run has shown the call instead. */
export const tellDone = (job: Job, label: string, text: string): void => {
  if (!job.settings.dryRun) tellStep(job, label, text)
}

export const tellNote = ({ ports }: Job, label: string, text: string): void =>
  ports.tell({ kind: 'note', label, text })
