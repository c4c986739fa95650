import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import type { Directory } from '../../engine/cast/directory.ts'
import type { AgentName, ClientName, ResourceName } from '../../engine/cast/names.ts'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import { type Answer, type Claims, describeAnswer } from '../../engine/requests/answer.ts'
import type { Send } from '../../engine/requests/wire-request.ts'

/** @throws {Difference} where the request was refused */
export function issuedToken(answer: Answer, what = 'a token is issued'): string {
  if (answer.token !== undefined) return answer.token
  throw new Difference(what, 'a token', describeAnswer(answer))
}

/** @throws {Difference} unless the token is for this resource and its client is this one */
export function expectTokenFor(
  claims: Claims,
  resource: ResourceName,
  client: ClientName,
  directory: Directory,
): void {
  const names = [directory.clientId(resource), directory.address(resource)]
  const audience = String(claims.aud)
  if (!names.includes(audience.replace(/\/$/, ''))) {
    throw new Difference(`the audience of a token for ${resource}`, names.join(' or '), audience)
  }
  const holder = claims.azp ?? claims.appid
  expectSame(`the client of the token`, holder, directory.clientId(client))
}

/** @throws {Difference} unless it is T1 of the blueprint for this agent identity */
export function expectT1For(
  claims: Claims,
  agent: AgentName,
  blueprint: ClientName,
  directory: Directory,
): void {
  expectTokenFor(claims, 'the token exchange', blueprint, directory)
  const named = String(claims.sub).split('/').at(-1)?.toLowerCase()
  expectSame(`the agent identity that T1 names`, named, directory.clientId(agent))
}

/** @throws {Difference} unless the signature verifies with a key that the tenant publishes */
export async function expectPublishedSignature(
  token: string,
  tenantId: string,
  request: Send,
): Promise<void> {
  const answer = await request(`/${tenantId}/discovery/v2.0/keys`)
  const keys = (await answer.json()) as JSONWebKeySet
  try {
    await compactVerify(token, createLocalJWKSet(keys))
  } catch (error) {
    throw new Difference(
      'the signature of the token',
      'verifies with a published key',
      error instanceof Error ? error.message : String(error),
    )
  }
}
