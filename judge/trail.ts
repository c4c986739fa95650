import type { JournalEntry } from '../mock-idp/index.ts'

/** Something that a client was asked for, and what it answered. */
export type Answered = {
  readonly agentIdentity: string
  readonly tenantId: string
  readonly scope: string
  readonly token?: string | undefined
}

/** The trail of a client: what it sent, answered and wrote, in one scenario or in one run of a program. */
export type Trail = {
  /** What the identity provider received from it, oldest first. */
  readonly requests: readonly JournalEntry[]
  /** What it was asked for. Absent where nobody asked it (observation). */
  readonly asked?: readonly Answered[] | undefined
  /** All that it wrote: logs, errors. Tokens that it handed out as asked are not part of it. */
  readonly said: string
  /** What must not be in that. */
  readonly secrets: readonly string[]
  /** Hosts that it asked and that are not the authority's. */
  readonly strangeHosts: readonly string[]
}
