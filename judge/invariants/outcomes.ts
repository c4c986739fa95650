import type { JournalEntry } from '../../mock-idp/index.ts'
import { readJwt } from '../../wire/jwt.ts'
import { findLeak } from '../leaks/index.ts'
import { same, sameScope, scopeOf } from '../request.ts'
import type { Answered, Trail } from '../trail.ts'
import type { Breach, Invariant } from './invariant.ts'

/** Compares each token that the client returned with the tokens issued to it. */
export const tokenOfTheCaller: Invariant = {
  check: 'RECIPIENT-OWN-TOKEN',
  breaches: ({ asked = [], requests }) => asked.flatMap((one) => wrongToken(one, requests) ?? []),
}

function wrongToken(
  { token, agentIdentity, tenantId, scope }: Answered,
  requests: readonly JournalEntry[],
): Breach | undefined {
  // Another rule covers an empty token.
  if (!token?.trim()) return undefined
  const uti = utiOf(token)
  const request = requests.find(
    ({ outcome }) => 'issued' in outcome && uti !== undefined && outcome.claims.uti === uti,
  )
  const expected = `the token that was issued to ${agentIdentity} in ${tenantId} for ${scope}`
  const message = 'the client returned a token that was not issued for this call'
  if (!request) return { message, expected, actual: 'a token that was not issued to this client' }
  const { parameters } = request
  const isMeant =
    same(parameters.client_id, agentIdentity) &&
    same(request.tenantId, tenantId) &&
    sameScope(scopeOf(request), scope)
  if (isMeant) return undefined
  const { client_id: client, scope: forScope } = parameters
  return { message, expected, actual: `the token of ${client} for ${forScope}`, request }
}

function utiOf(token: string): string | undefined {
  const uti = readJwt(token)?.claims.uti
  return typeof uti === 'string' ? uti : undefined
}

/** Only the client may know T1 and assertions. */
export const nothingTold: Invariant = {
  check: 'LOG-SECRETS',
  breaches: ({ said, secrets }: Trail) => {
    const leak = findLeak(said, secrets)
    if (!leak) return []
    const line = said.slice(0, leak.at).split('\n').length
    const place = leak.at === undefined ? 'in its output' : `in line ${line} of its output`
    return [
      {
        message: 'the output of the client contains a secret, assertion or token',
        expected: 'none',
        actual: `${leak.what}, ${place}`,
      },
    ]
  },
}
