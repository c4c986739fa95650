import type { JournalEntry } from '../../mock-idp/index.ts'
import { readJwt } from '../../wire/jwt.ts'
import { findLeak } from '../leaks/index.ts'
import { clientOf, type Leg, legOf, same, sameResources, sameScope, scopeOf } from '../request.ts'
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
  const request = issuing(token, requests)
  const expected = `the token that was issued to ${agentIdentity} in ${tenantId} for ${scope}`
  const message = 'the client returned a token that was not issued for this call'
  if (!request) return { message, expected, actual: 'a token that was not issued to this client' }
  const client = clientOf(request)
  const isMeant =
    same(client, agentIdentity) &&
    same(request.tenantId, tenantId) &&
    isForScope(request, scope, requests)
  if (isMeant) return undefined
  return { message, expected, actual: `the token of ${client} for ${scopeOf(request)}`, request }
}

const delegatedLegs: readonly Leg[] = ['obo', 'agentUser', 'refresh']

/** A renewal may leave its scope out, and is then for what the first request was for. */
function isForScope(
  request: JournalEntry,
  scope: string,
  requests: readonly JournalEntry[],
): boolean {
  if (legOf(request) !== 'refresh' || scopeOf(request) !== '') {
    // A token of a person may carry more permissions than were asked for; another rule covers fewer.
    const isAlike = delegatedLegs.includes(legOf(request)) ? sameResources : sameScope
    return isAlike(scopeOf(request), scope)
  }
  const audiences = requests
    .filter((one) => sameScope(scopeOf(one), scope))
    .flatMap(({ outcome }) => ('issued' in outcome ? outcome.claims.aud : []))
  const aud = 'issued' in request.outcome ? request.outcome.claims.aud : undefined
  return audiences.length === 0 || audiences.includes(aud)
}

/** A clock may be a little ahead, and an answer a little late. */
const toleranceSeconds = 60

/** A client that renews early may report an earlier end. */
export const expiryOfToken: Invariant = {
  check: 'RECIPIENT-EXPIRY',
  breaches: ({ asked = [], requests }) => asked.flatMap((one) => lateExpiry(one, requests) ?? []),
}

function lateExpiry(
  { token, expiresOn }: Answered,
  requests: readonly JournalEntry[],
): Breach | undefined {
  const request = issuing(token, requests)
  if (expiresOn === undefined || !request || !('issued' in request.outcome)) return undefined
  const saidSeconds = Date.parse(request.time) / 1000 + (request.expiresIn ?? 0)
  const ends = Math.max(Number(request.outcome.claims.exp), saidSeconds)
  if (expiresOn <= ends + toleranceSeconds) return undefined
  return {
    message: 'the client reports that its token expires later than it does',
    expected: `at most ${Math.round(ends)}`,
    actual: String(expiresOn),
    request,
  }
}

export function issuing(
  token: string | undefined,
  requests: readonly JournalEntry[],
): JournalEntry | undefined {
  const uti = token === undefined ? undefined : utiOf(token)
  if (uti === undefined) return undefined
  return requests.find(({ outcome }) => 'issued' in outcome && outcome.claims.uti === uti)
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
