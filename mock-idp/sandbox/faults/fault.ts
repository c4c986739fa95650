import type { EndpointName } from '../../journal/journal.ts'
import type { TokenLeg } from '../../journal/leg.ts'

/** The endpoints that a fault can apply to. */
export type FaultEndpoint = Exclude<EndpointName, 'forgery' | 'unknown'>

/** Which requests a fault applies to, and what it does to their answers: at least one effect. */
export type Fault = {
  /** Default: `token`. */
  readonly endpoint?: FaultEndpoint | undefined
  /**
   * Which leg: `t1` has an `fmi_path`, `redemption` and `t2` an assertion and none; `t2` is for the token exchange.
   * The others have a grant type of their own. Left out: any.
   */
  readonly leg?: TokenLeg | undefined
  /** In the form or in HTTP Basic, in any case. */
  readonly clientId?: string | undefined
  readonly fmiPath?: string | undefined
  /** How many matching requests it lets pass first, whatever other faults apply to them. Default: 0. */
  readonly skip?: number | undefined
  /** How many matching requests it applies to before it is gone. Default: 1. */
  readonly times?: number | undefined

  /** Replaces the answer. Default where only `body` is given: 200. */
  readonly status?: number | undefined
  /** Set on the answer, replaced or real. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Replaces the answer. Default where only `status` is given: none. */
  readonly body?: string | undefined
  /** Members set in the JSON of the real answer. */
  readonly change?: Readonly<Record<string, unknown>> | undefined
  /** Members removed from the JSON of the real answer. */
  readonly omit?: readonly string[] | undefined
  /** Replaces the answer by the refusal that has this AADSTS number in the catalogue. */
  readonly refuse?: number | undefined
  /** Before the first byte of the answer. */
  readonly delayMs?: number | undefined
  /** Between the headers and the body. */
  readonly bodyDelayMs?: number | undefined
  /** In how many parts the body is sent, each after the one before has left. */
  readonly pieces?: number | undefined
  /** `drop`: closed without an answer. `cut`: the length of the whole body, half of it, then closed. */
  readonly connection?: 'drop' | 'cut' | undefined
}

/** What a fault looks at in a request. */
export type FaultableRequest = {
  readonly endpoint: EndpointName
  /** The form of the request. */
  readonly parameters?: { readonly get: (name: string) => string | undefined } | undefined
  /** The header of that name. */
  readonly authorization?: string | undefined
}
