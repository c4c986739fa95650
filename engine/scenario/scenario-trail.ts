import type { Finding } from '../../judge/index.ts'
import type { JournalEntry } from '../../mock-idp/index.ts'

/** The media type by which a run recognizes it. Messages that were kept have it, so it stays. */
export const scenarioTrailType = 'application/vnd.agentid.evidence+json'

/** The trail of a scenario, and what it was judged to be: attached to its last step, read by the run. */
export type ScenarioTrail = {
  /** Of the rules that every request of a client keeps. */
  readonly findings: readonly Finding[]
  readonly requests: readonly JournalEntry[]
  /** Whose the ids in the requests are. */
  readonly names: Readonly<Record<string, string>>
}
