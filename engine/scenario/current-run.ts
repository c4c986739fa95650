import type { EvidenceRecorder } from '../../evidence/index.ts'
import type { Finding } from '../../judge/index.ts'
import type { KnownValues } from '../../wire/known-values/known-values.ts'
import type { ApiUnderTest } from '../apis/api-under-test.ts'
import type { ClientUnderTest } from '../clients/client-under-test.ts'
import type { Difference } from '../outcomes/difference.ts'
import type { Target } from '../targets/target.ts'

/** What all scenarios of a run share. Cucumber makes the World itself, so it is left here for it. */
export type Run = {
  readonly target: Target
  readonly client: ClientUnderTest
  /** The API under test. Absent: the run is about a client or an identity provider. */
  readonly api?: ApiUnderTest | undefined
  /** Whether the requests of every scenario are kept for a report. */
  readonly keepsRequests: boolean
  /** Keeps every exchange of the scenarios. Absent: nobody does. */
  readonly evidence?: EvidenceRecorder | undefined
  /** Gathers what must not be seen in anything that tells of this run. */
  readonly secrets: KnownValues
  /** How a scenario about a client counts, for a run whose outcome Cucumber tells. Absent: the run judges later. */
  readonly judge?: ((shown: ShownByClient) => Judgement) | undefined
}

/** What a scenario has shown of a client so far. */
export type ShownByClient = {
  readonly name: string
  /** Ids of the rules that it tests. */
  readonly rules: readonly string[]
  readonly difference?: Difference | undefined
  readonly findings?: readonly Finding[] | undefined
}

export type Judgement = {
  readonly outcome: 'passed' | 'failed' | 'skipped'
  /** Why, or what is wrong all the same. */
  readonly reason: string
}

let current: Run | undefined

export function beginRun(run: Run): void {
  current = run
}

export function endRun(): void {
  current = undefined
}

export function hasRun(): boolean {
  return current !== undefined
}

export function currentRun(): Run {
  if (current) return current
  throw new Error('no run has begun: a hook before all scenarios, or runConformance, begins it')
}
