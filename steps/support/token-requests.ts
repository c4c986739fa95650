import { noToken } from '../../engine/outcomes/difference.ts'
import { requestsOfTheClient } from '../../engine/scenario/client-trail.ts'
import { legOf } from '../../judge/index.ts'
import type { JournalEntry } from '../../mock-idp/index.ts'
import type { AgentIdWorld } from './world.ts'

/** The requests of a flow, in the words of features. Which is first or second is for the client to choose. */
export const legs: Readonly<Record<string, (request: JournalEntry) => boolean>> = {
  'request for T1': (request) => legOf(request) === 't1',
  redemption: (request) => request.endpoint === 'token' && legOf(request) !== 't1',
  'request to the managed identity': ({ endpoint }) => endpoint === 'managedIdentity',
}

export function withLeg(requests: readonly JournalEntry[], leg: string): readonly JournalEntry[] {
  return requests.filter((request) => legs[leg]?.(request))
}

/** Oldest first, and none of the scenario itself. */
export async function tokenRequests(world: AgentIdWorld): Promise<readonly JournalEntry[]> {
  return (await requestsOfTheClient(world)).filter(({ endpoint }) => endpoint === 'token')
}

/** @throws {Difference} if there is none */
export async function requestsFor(
  world: AgentIdWorld,
  leg: string,
): Promise<readonly JournalEntry[]> {
  const found = withLeg(await requestsOfTheClient(world), leg)
  if (found.length > 0) return found
  throw noToken(`a ${leg}`, 'at least one', 'none')
}
