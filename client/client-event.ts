/**
 * The kind of request that the client sends.
 *
 * - `discovery`: reading the tenant's OpenID configuration
 * - `managed-identity`: getting the assertion of the machine's managed identity
 * - `exchange-token`: the blueprint requests T1 (step 1)
 * - `agent-token`: the agent identity redeems T1 (step 2)
 * - `user-credential`: the agent identity redeems T1 for T2, the credential of its user
 * - `agent-user`: the agent identity gets a token for its user with T1 and T2
 * - `on-behalf-of`: the agent identity exchanges the user assertion with T1
 * - `refresh`: the agent identity renews a token of one of the last two with a refresh token and T1
 */
export type Step = 'discovery' | 'managed-identity' | 'refresh' | TokenStep

/** The steps whose token the client keeps under a key of its own. */
export type TokenStep =
  | 'exchange-token'
  | 'agent-token'
  | 'user-credential'
  | 'agent-user'
  | 'on-behalf-of'

/** The requests whose token is about somebody. */
export type DelegatedStep = 'on-behalf-of' | 'agent-user' | 'refresh'

/**
 * Progress, which `onEvent` receives as it happens. No event holds a secret, an assertion or a token:
 * `parameters` shows the values of the harmless form parameters and masks every other one.
 */
export type ClientEvent =
  | {
      readonly type: 'request-sent'
      readonly step: Step
      /** 1 for the first attempt. */
      readonly attempt: number
      readonly method: 'GET' | 'POST'
      readonly url: string
      /** The `client-request-id` header: the identity provider echoes it as correlation id. */
      readonly clientRequestId: string
      readonly parameters: Readonly<Record<string, string>>
    }
  | {
      readonly type: 'answer-received'
      readonly step: Step
      readonly attempt: number
      readonly clientRequestId: string
      readonly httpStatus: number
      /** Time from sending the request to the last byte of the answer. */
      readonly durationMs: number
    }
  | {
      readonly type: 'retry-scheduled'
      readonly step: Step
      /** The number of the attempt after the wait. */
      readonly attempt: number
      readonly waitMs: number
      /** Absent when there was no answer at all. */
      readonly httpStatus?: number
    }
  | {
      readonly type: 'token-acquired'
      readonly step: TokenStep
      readonly tenantId: string
      readonly agentIdentityId: string
      readonly scope: string
      readonly source: 'cache' | 'identity-provider'
      /** Epoch milliseconds. */
      readonly expiresAtMs: number
      /** Whether the client could read the token and found it issued for the agent identity, and about the right person. */
      readonly checked: boolean
    }

const shownParameters = new Set([
  'client_id',
  'scope',
  'grant_type',
  'fmi_path',
  'client_assertion_type',
  'requested_token_use',
])

/** Shows only parameters known to be harmless, so that a new kind of credential is masked by default. */
export const maskParameters = (
  form: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      shownParameters.has(name) ? value : '[masked]',
    ]),
  )
