import { randomUUID } from 'node:crypto'
import type { Fault } from '../../mock-idp/index.ts'
import type { AgentIdWorld } from './world.ts'

/** What a policy demands of the next sign-in: JSON text, as the member `claims` has it. */
export type Challenge = { readonly claims: string; readonly policyId: string }

const challenges = new WeakMap<AgentIdWorld, Challenge>()

/** The one challenge of a scenario. */
export function challengeOf(world: AgentIdWorld): Challenge {
  const policyId = randomUUID()
  const claims = JSON.stringify({
    access_token: { capolids: { essential: true, values: [policyId] } },
  })
  const challenge = challenges.get(world) ?? { claims, policyId }
  challenges.set(world, challenge)
  return challenge
}

/**
 * Refuses as Microsoft Entra does where a person has to prove more: learn.microsoft.com/entra/identity-platform
 * v2-oauth2-on-behalf-of-flow, AADSTS50076.
 */
export function challenging(world: AgentIdWorld, leg: Fault['leg'], times: number): Fault {
  const resource = world.directory.clientId('Microsoft Graph')
  const body = {
    error: 'interaction_required',
    error_description: `AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${resource}'.`,
    error_codes: [50076],
    timestamp: '2026-11-30 12:00:00Z',
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
    suberror: 'basic_action',
    claims: challengeOf(world).claims,
  }
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { leg, status: 400, headers, body: JSON.stringify(body), times }
}
