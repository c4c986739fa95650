import type { JournalEntry } from '../mock-idp/index.ts'

/** A person, or the user account of an agent: by object id or by user principal name. */
export type Person = { readonly oid: string } | { readonly upn: string }

/** A call to a client, and its answer. */
export type Answered = {
  /** Default: autonomous. */
  readonly flow?: 'autonomous' | 'agentUser' | 'obo' | undefined
  /** Flow `agentUser`: whom the caller named. */
  readonly user?: Person | undefined
  /** Flow `obo`: the token of a person, as the caller gave it. */
  readonly userAssertion?: string | undefined
  /** Empty where the caller named none. */
  readonly agentIdentity: string
  readonly tenantId: string
  readonly scope: string
  readonly token?: string | undefined
  /** When the token expires, as the client reports it: seconds since 1970. */
  readonly expiresOn?: number | undefined
}

/** A request that did not go to the identity provider, as far as it was seen. */
export type Contact = {
  /** Scheme, host and port. */
  readonly origin: string
  /** URL, headers and body, as they were sent. */
  readonly text: string
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
  /** The requests to them whose content was seen. Absent: none was. */
  readonly contacts?: readonly Contact[] | undefined
  /** Hosts with ports under which the client may contact the identity provider. Absent: under any. */
  readonly authorities?: readonly string[] | undefined
}
