import type { ClientRule } from '../mock-idp/index.ts'

export type Severity = ClientRule['severity']

/** A judgement on a client, with the request that proves it. */
export type Finding = {
  /** Id of the rule that is broken. */
  readonly check: string
  readonly severity: Severity
  /** What is wrong, in a sentence. */
  readonly message: string
  readonly expected: string
  readonly actual: string
  /** `sequence` of the journal entry that proves it; absent where no request does. */
  readonly request?: number | undefined
  /** The client id that sent it, where known. */
  readonly clientId?: string | undefined
}
