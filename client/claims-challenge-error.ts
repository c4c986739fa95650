import { type Failure, TokenRequestError } from './token-request-error.ts'

/**
 * The identity provider demands more before it issues the token, such as a second factor, and says what in `claims`.
 * The client never tries again by itself: only the person can satisfy the challenge.
 *
 * Pass `claims` to whoever called the agent, as `WWW-Authenticate: Bearer error="insufficient_claims",
 * claims="{base64}"`. Its new sign-in gives you a new user assertion. If `suberror` is `consent_required`, the
 * permission of the agent is missing, and a sign-in alone does not help.
 *
 * @example
 * ```ts
 * import { type AgentIdentityClient, ClaimsChallengeError } from 'agentid-conformance/client'
 *
 * export const exchange = async (client: AgentIdentityClient, userAssertion: string) => {
 *   try {
 *     return await client.onBehalfOf(userAssertion, {
 *       agentIdentityId: '33333333-3333-4333-8333-333333333333',
 *       scope: 'https://graph.microsoft.com/.default',
 *     })
 *   } catch (error) {
 *     if (!(error instanceof ClaimsChallengeError)) throw error
 *     const claims = Buffer.from(error.claims).toString('base64')
 *     return { challenge: `Bearer error="insufficient_claims", claims="${claims}"` }
 *   }
 * }
 * ```
 *
 * @see {@link https://learn.microsoft.com/entra/identity-platform/claims-challenge}
 */
export class ClaimsChallengeError extends TokenRequestError {
  override readonly name = 'ClaimsChallengeError'
  /** The `claims` member of the refusal, unchanged: JSON. It holds no secret. */
  readonly claims: string

  constructor(failure: Failure, claims: string) {
    super(failure)
    this.claims = claims
  }
}
