import type { JournalEntry } from '../../mock-idp/index.ts'
import { readJwt } from '../../wire/jwt.ts'
import { clientOf, same, scopeOf } from '../request.ts'
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
    same(client, agentIdentity) && same(request.tenantId, tenantId) && same(scopeOf(request), scope)
  if (isMeant) return undefined
  return { message, expected, actual: `the token of ${client} for ${scopeOf(request)}`, request }
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

function issuing(
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
const jwt = /\be[wy][\w-]{8,}\.[\w-]{8,}\.[\w-]*/

export const nothingTold: Invariant = {
  check: 'LOG-SECRETS',
  breaches: ({ said, secrets }: Trail) => {
    const told = secrets.some((secret) => secret !== '' && said.includes(secret))
    if (!told && !jwt.test(said)) return []
    const actual = told ? 'a secret of this run' : 'a JWT'
    return [
      {
        message: 'the output of the client contains a secret, assertion or token',
        expected: 'none',
        actual: `${actual}, ${placeOf(said, secrets)}`,
      },
    ]
  },
}

/** Its position, without showing it. */
function placeOf(said: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret !== '')
  const at = known.map((secret) => said.indexOf(secret)).find((found) => found >= 0)
  const line = said.slice(0, at ?? said.search(jwt)).split('\n').length
  return `in line ${line} of its output`
}

export const noStrangeHost: Invariant = {
  check: 'AUTHORITY-HOST',
  breaches: ({ strangeHosts }) =>
    strangeHosts.map((host) => ({
      message: 'the client sent a request to a host other than the authority',
      expected: 'only the authority',
      actual: host,
    })),
}
