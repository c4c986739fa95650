import type { Finding, Severity } from '../judge/index.ts'
import type { EvidenceKind, JournalEntry } from '../mock-idp/index.ts'

/** The whole result of a run: the content of `checks.json`, from which every other report is made. */
export type ConformanceReport = {
  readonly format: 'agentid-conformance-report/1'
  readonly tool: { readonly name: string; readonly version: string }
  /** ISO 8601. */
  readonly startedAt: string
  readonly durationSeconds: number
  readonly target: { readonly kind: string; readonly authorityHost: string }
  /** The identity provider, or each client that was judged. */
  readonly subjects: readonly SubjectReport[]
}

export type SubjectReport = {
  readonly kind: 'client' | 'API' | 'identity provider'
  readonly name: string
  readonly version: string | undefined
  readonly language: string | undefined
  /** fails as expected: every broken MUST was an expected failure. */
  readonly verdict: 'conforms' | 'fails as expected' | 'does not conform' | 'could not be judged'
  readonly counts: Readonly<Record<CheckStatus, number>>
  readonly checks: readonly CheckReport[]
  /** Why it could not be judged, or which expectation is stale. */
  readonly problems: readonly string[]
  /** What the client declares and no scenario judges. */
  readonly notJudged: readonly string[]
}

/**
 * passed; failed (a MUST); warning (a SHOULD); noted (an INFO); expected failure: listed as such;
 * observed: a real tenant differs from what no strong evidence shows; skipped: not declared or not
 * testable; error: could not be judged.
 */
export type CheckStatus =
  | 'passed'
  | 'failed'
  | 'warning'
  | 'noted'
  | 'expected failure'
  | 'observed'
  | 'skipped'
  | 'error'

/** One rule of the catalogue and its status for the subject. */
export type CheckReport = {
  readonly id: string
  /** The rule, as a sentence. */
  readonly title: string
  readonly severity: Severity
  /** How we know that the rule holds; of a refusal, that it is refused. */
  readonly evidence: { readonly kind: EvidenceKind; readonly source: string } | undefined
  /** How we know in what way it is refused. Only of a refusal. */
  readonly answerEvidence?: { readonly kind: EvidenceKind; readonly source: string } | undefined
  readonly status: CheckStatus
  /** Why the rule is expected to fail, or was skipped. */
  readonly reason: string | undefined
  readonly stories: readonly Story[]
}

/** A scenario about the rule, or one in which some request broke it. */
export type Story = {
  readonly title: string
  readonly feature: string
  /** Relative to the package. */
  readonly file: string
  readonly line: number
  readonly status: CheckStatus
  readonly reason: string | undefined
  readonly seconds: number
  readonly steps: readonly StoryStep[]
  readonly findings: readonly Finding[]
  /** The requests and their answers, masked, oldest first. */
  readonly requests: readonly JournalEntry[]
  /** Client ids and object ids of this scenario, with their names, such as `Booking`. */
  readonly names: Readonly<Record<string, string>>
  /** Of an observed story. `answer`: refused, but in another way, as a correct tenant may do. */
  readonly observed?: 'behaviour' | 'answer' | undefined
}

export type StoryStep = {
  readonly keyword: 'Given' | 'When' | 'Then'
  readonly text: string
  readonly status: 'passed' | 'failed' | 'skipped'
}
