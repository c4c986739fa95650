import { checkAgentToken } from './check-token.ts'
import { assertionParameters } from './credentials/credential.ts'
import type { IssuedToken } from './issued-token.ts'
import type { Network } from './network.ts'
import { failureOf, readTokenAnswer } from './read-answer.ts'

export type AgentTokenRequest = {
  readonly step: 'agent-token' | 'user-credential'
  readonly tenantId: string
  readonly agentIdentityId: string
  readonly scope: string
  /** Of a challenge, as JSON; empty: none. */
  readonly claims: string
  /** T1, unexpired. */
  readonly exchangeToken: string
  readonly attempt: number
}

/** Step 2: the agent identity sends T1 as its assertion and gets a token for a resource, or T2. */
export const requestAgentToken = async (
  { discover, send }: Network,
  { step, tenantId, agentIdentityId, scope, claims, exchangeToken, attempt }: AgentTokenRequest,
  signal: AbortSignal,
): Promise<IssuedToken> => {
  const answer = await send({
    step,
    attempt,
    url: await discover(tenantId, signal),
    form: {
      client_id: agentIdentityId,
      scope,
      grant_type: 'client_credentials',
      ...(claims !== '' && { claims }),
      ...assertionParameters(exchangeToken),
    },
    secrets: [exchangeToken],
    signal,
  })
  const { token, expiresAtMs } = readTokenAnswer(answer)
  const check = checkAgentToken(token, agentIdentityId)
  if (check.problem !== undefined) throw failureOf(answer, 'wrong-token', check.problem)
  return { token, expiresAtMs, checked: check.checked }
}
