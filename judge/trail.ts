import type { JournalEntry } from '../mock-idp/index.ts'

/** A call to a client, and its answer. */
export type Answered = {
  /** Empty where the caller named none. */
  readonly agentIdentity: string
  readonly tenantId: string
  readonly scope: string
  readonly token?: string | undefined
  /** When the token expires, as the client reports it: seconds since 1970. */
  readonly expiresOn?: number | undefined
}

/** The trail of a client: its requests, answers and output in one scenario, or in one run of a program. */
export type Trail = {
  /** The requests that the identity provider received from it, oldest first. */
  readonly requests: readonly JournalEntry[]
  /** The calls it received. Absent when a program is only observed. */
  readonly asked?: readonly Answered[] | undefined
  /** Its output: logs and errors, without the tokens that it returned to the caller. */
  readonly said: string
  /** Secrets that its output must not contain. */
  readonly secrets: readonly string[]
  /** Hosts other than the authority that it contacted. */
  readonly strangeHosts: readonly string[]
}
