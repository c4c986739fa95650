import type { Finding } from '../../judge/index.ts'
import type { JournalEntry } from '../../mock-idp/index.ts'

/** The media type by which a run recognizes it. */
export const scenarioEvidenceType = 'application/vnd.agentid.evidence+json'

/** What a scenario leaves behind: attached to its last step, read by the run. */
export type ScenarioEvidence = {
  /** Of the rules that every request of a client keeps. */
  readonly findings: readonly Finding[]
  readonly requests: readonly JournalEntry[]
  /** Whose the ids in the requests are. */
  readonly names: Readonly<Record<string, string>>
}
