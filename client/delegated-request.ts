import { checkDelegatedToken, type Person } from './check-token.ts'
import type { DelegatedStep } from './client-event.ts'
import { assertionParameters } from './credentials/credential.ts'
import type { IssuedToken } from './issued-token.ts'
import type { Network } from './network.ts'
import { failureOf, readTokenAnswer } from './read-answer.ts'

export type DelegatedToken = IssuedToken & {
  readonly refreshToken?: string | undefined
  /** Until when the entry is of use, which is longer than the token lives if it can be renewed. */
  readonly keptUntilMs?: number | undefined
}

/** What a request has besides T1: form parameters, and those of their values that are secret. */
export type Evidence = {
  readonly parameters: Readonly<Record<string, string>>
  readonly secrets: readonly string[]
}

export type DelegatedRequest = {
  readonly step: DelegatedStep
  readonly tenantId: string
  readonly agentIdentityId: string
  /** Whom the token must be about. */
  readonly person: Person
  readonly scope: string
  readonly claims: string
  /** T1, unexpired. */
  readonly exchangeToken: string
  readonly evidence: Evidence
  readonly attempt: number
}

/** `grant_type` of the on-behalf-of flow (RFC 7523 section 2.1). */
export const jwtBearerGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

/** The agent identity, proven by T1, gets a token about a person or about its own user. */
export const requestDelegatedToken = async (
  { discover, send }: Network,
  request: DelegatedRequest,
  signal: AbortSignal,
): Promise<DelegatedToken> => {
  const { step, attempt, tenantId, agentIdentityId, person } = request
  const { scope, claims, exchangeToken, evidence } = request
  const answer = await send({
    step,
    attempt,
    url: await discover(tenantId, signal),
    form: {
      client_id: agentIdentityId,
      scope,
      ...evidence.parameters,
      ...(claims !== '' && { claims }),
      ...assertionParameters(exchangeToken),
    },
    secrets: [exchangeToken, ...evidence.secrets],
    signal,
  })
  const { token, expiresAtMs, refreshToken } = readTokenAnswer(answer)
  const check = checkDelegatedToken(token, agentIdentityId, person)
  if (check.problem !== undefined) throw failureOf(answer, 'wrong-token', check.problem)
  return { token, expiresAtMs, refreshToken, checked: check.checked }
}
