import type { ClientRule } from '../mock-idp/index.ts'

export type Severity = ClientRule['severity']

/** A rule that a client broke, with the request that proves it. */
export type Finding = {
  /** Id of the broken rule. */
  readonly check: string
  readonly severity: Severity
  /** What is wrong, in a sentence. */
  readonly message: string
  readonly expected: string
  readonly actual: string
  /** `sequence` of the journal entry that proves it; absent if no request does. */
  readonly request?: number | undefined
  /** The kind of token that is wrong, such as `T1`, if it is about one. */
  readonly token?: string | undefined
  /** The client id that sent the request, if known. */
  readonly clientId?: string | undefined
}
