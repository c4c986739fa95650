import type { Finding, Leg } from '../../judge/index.ts'
import type { Evidence, JournalEntry } from '../../mock-idp/node.ts'
import type { KnownClient } from './known-clients.ts'

/** The same judgement on one or more requests of a client. */
export type ObservedFinding = Omit<Finding, 'request' | 'clientId'> & {
  /** `sequence` of each; empty where no request proves it. */
  readonly requests: readonly number[]
}

/** What one client sent, and what is wrong with it. */
export type ObservedClient = {
  /** Absent: what the program did as a whole, and requests that name no client. */
  readonly clientId: string | undefined
  /** Absent where the directory does not know it. */
  readonly known: KnownClient | undefined
  readonly tokenRequests: number
  readonly tokensIssued: number
  /** Which steps its requests were, in the order of the first of each. */
  readonly steps: readonly ObservedStep[]
  readonly findings: readonly ObservedFinding[]
}

/** A step of a flow: `t1`, `redemption`, `t2`, `obo`, `agentUser`, `refresh`, `authorize`, or `other`. */
export type ObservedStep = { readonly leg: Leg | 'authorize'; readonly requests: number }

/** A rule under which the mock refused requests. */
export type ObservedRefusal = {
  readonly rule: string
  readonly title: string
  readonly aadsts: number | undefined
  /** How we know that it is refused, and how the answer is known. Absent: the catalogue has no such rule. */
  readonly evidence?: Evidence | undefined
  readonly answerEvidence?: Evidence | undefined
  /** `sequence` of each. */
  readonly requests: readonly number[]
}

export type Verdict = 'conforms' | 'does not conform' | 'could not be judged'

/** All that there is to say about one run of a program. */
export type Observation = {
  readonly program: {
    readonly command: readonly string[]
    readonly exitCode: number | null
    readonly signal: string | null
  }
  readonly verdict: Verdict
  /** Why it could not be judged, or not as a whole. */
  readonly problems: readonly string[]
  readonly clients: readonly ObservedClient[]
  readonly refusals: readonly ObservedRefusal[]
  /** Masked, in the order of their `sequence`. */
  readonly requests: readonly JournalEntry[]
}
