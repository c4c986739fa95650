import type { EvidenceRecorder } from '../../evidence/index.ts'
import type { ClientUnderTest } from '../clients/client-under-test.ts'
import type { Target } from '../targets/target.ts'

/** What all scenarios of a run share. Cucumber makes the World itself, so it is left here for it. */
export type Run = {
  readonly target: Target
  readonly client: ClientUnderTest
  /** Whether the requests of every scenario are kept for a report. */
  readonly keepsRequests: boolean
  /** Keeps every exchange of the scenarios. Absent: nobody does. */
  readonly evidence?: EvidenceRecorder | undefined
}

let current: Run | undefined

export function beginRun(run: Run): void {
  current = run
}

export function currentRun(): Run {
  if (current) return current
  throw new Error(
    'the features are run by runConformance (engine/run/index.ts), not by cucumber-js',
  )
}
