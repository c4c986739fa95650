import { Difference } from '../../engine/outcomes/difference.ts'
import { type Answer, describeAnswer } from '../../engine/requests/answer.ts'
import { graphRequest } from '../../engine/requests/graph-requests.ts'
import type { IssuedToken } from '../expectations/each-token.ts'
import { memberAt } from '../expectations/member-at.ts'
import type { AgentIdWorld } from './world.ts'

/** What every caller may ask: whether it may have the answer depends on its roles, whether it is asked who it is does not. */
const anything = { method: 'GET', path: '/organization' } as const

/**
 * Presents each token to Microsoft Graph, which alone can verify it.
 * @throws {Difference} where Microsoft Graph does not take one for genuine
 */
export async function expectGenuineOnGraph(
  world: AgentIdWorld,
  tokens: readonly IssuedToken[],
): Promise<void> {
  for (const { name, token } of tokens) {
    const answer = await world.send(graphRequest(world.directory, anything, token))
    if (!isDistrusted(answer)) continue
    const what = `the signature of the token for Microsoft Graph: ${name}`
    throw new Difference(what, 'genuine for Microsoft Graph', describeAnswer(answer))
  }
}

/** 401 says that the token is not valid, unless it asks for more claims: then it was read. 403 is about permissions. */
function isDistrusted({ status, body, headers }: Answer): boolean {
  const asksForClaims = /insufficient_claims/.test(headers.get('www-authenticate') ?? '')
  return status === 401 && !asksForClaims && memberAt(body, 'error.code') === code
}

const code = 'InvalidAuthenticationToken'
