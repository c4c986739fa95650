import type { JournalEntry } from '../../mock-idp/index.ts'
import { readJwt } from '../../wire/jwt.ts'
import { joseIn } from '../../wire/token-shapes.ts'
import { same, scopeOf } from '../request.ts'
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
    same(scopeOf(request), scope)
  if (isMeant) return undefined
  const { client_id: client, scope: forScope } = parameters
  return { message, expected, actual: `the token of ${client} for ${forScope}`, request }
}

function utiOf(token: string): string | undefined {
  const uti = readJwt(token)?.claims.uti
  return typeof uti === 'string' ? uti : undefined
}

/** Where the first JWT begins, in output of any length. Only the client may know T1 and assertions. */
function jwtIn(said: string): number | undefined {
  return joseIn(said, { strictly: true })[0]?.[0]
}

export const nothingTold: Invariant = {
  check: 'LOG-SECRETS',
  breaches: ({ said, secrets }: Trail) => {
    const told = secrets.some((secret) => secret !== '' && said.includes(secret))
    if (!told && jwtIn(said) === undefined) return []
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
  const line = said.slice(0, at ?? jwtIn(said) ?? 0).split('\n').length
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
