import type { JournalEntry } from '../../mock-idp/index.ts'
import { readJwt } from '../../wire/jwt.ts'
import {
  type Claims,
  claimsIn,
  clientOf,
  isForTheExchange,
  jwtBearer,
  legOf,
  same,
} from '../request.ts'
import type { Trail } from '../trail.ts'
import { withoutT1 } from './exchanges.ts'
import { type Breach, type Invariant, ofEachTokenRequest } from './invariant.ts'

type Found = Omit<Breach, 'request'> | undefined

function ofEachUserRequest(
  check: string,
  breachOf: (request: JournalEntry, trail: Trail) => Found,
): Invariant {
  return ofEachTokenRequest(check, (request, trail) =>
    legOf(request) === 'agentUser' ? breachOf(request, trail) : undefined,
  )
}

export const grantOfAgentUser = ofEachUserRequest('LEG-USER-GRANT', ({ parameters }) => {
  const { grant_type: grant } = parameters
  if (grant !== jwtBearer) return undefined
  return {
    message: 'the client asked for an agent user in the form of 2025',
    expected: 'grant_type user_fic, with T2 in user_federated_identity_credential',
    actual: `grant_type ${grant}`,
  }
})

export const credentialOfAgentUser = ofEachUserRequest('LEG-USER-CREDENTIAL', withoutT1)

export const t2OfThisAgent = ofEachUserRequest('LEG-USER-T2', (request) => {
  // Another rule covers the old form.
  if (request.parameters.grant_type === jwtBearer) return undefined
  const client = clientOf(request) ?? 'none'
  const claims = claimsIn(request.userCredential)
  if (claims && isT2(claims) && same(claims.azp ?? claims.appid, client)) return undefined
  return {
    message:
      'user_federated_identity_credential holds something else than T2 of this agent identity',
    expected: `T2 of ${client}`,
    actual: claims ? describe(claims) : 'no JWT',
  }
})

function describe(claims: Claims): string {
  if (isT2(claims)) return `T2 of ${String(claims.azp ?? claims.appid)}`
  return isForTheExchange(claims) ? 'T1' : `a token for ${String(claims.aud)}`
}

/** T1 is for the token exchange too, and is about a path. */
function isT2(claims: Claims): boolean {
  return isForTheExchange(claims) && !String(claims.sub).startsWith('/eid1/')
}

export const oneNameOfUser = ofEachUserRequest('LEG-USER-ONE-NAME', ({ parameters }) => {
  const { user_id: id, username } = parameters
  if (id === undefined || username === undefined) return undefined
  return {
    message: 'the request names the agent user twice',
    expected: 'user_id or username',
    actual: 'both',
  }
})

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const kindOfName = ofEachUserRequest('LEG-USER-NAME-KIND', ({ parameters }) => {
  const { user_id: id, username } = parameters
  const message = 'the name of the agent user stands in the wrong parameter'
  if (id !== undefined && !guid.test(id)) {
    return { message, expected: 'an object id in user_id', actual: `user_id ${id}` }
  }
  if (username === undefined || !guid.test(username)) return undefined
  return { message, expected: 'a UPN in username', actual: `username ${username}` }
})

export const noExpiredT2 = ofEachUserRequest('RENEW-T2', ({ userCredential, time }) => {
  const { exp } = claimsIn(userCredential) ?? {}
  const lateSeconds = Date.parse(time) / 1000 - Number(exp)
  if (typeof exp !== 'number' || lateSeconds < 0) return undefined
  return {
    message: 'the client presented an expired T2',
    expected: 'T2 that has not expired',
    actual: `expired ${Math.round(lateSeconds)} seconds ago`,
  }
})

export const noT2AsToken: Invariant = {
  check: 'LEG-T2-BEARER',
  breaches: ({ requests, asked = [] }) => {
    const expected = 'the token of the agent user, T2 only as user_federated_identity_credential'
    const sent = requests.filter(({ bearer }) => isT2(claimsIn(bearer) ?? {}))
    const returned = asked.filter(({ token }) => isT2(readJwt(token ?? '')?.claims ?? {}))
    return [
      ...sent.map((request) => ({
        message: 'the client presented T2 as a bearer token',
        expected,
        actual: `T2 as a bearer to ${request.host}${request.path}`,
        request,
      })),
      ...returned.map(() => ({
        message: 'the client returned T2 to its caller',
        expected,
        actual: 'T2',
      })),
    ]
  },
}
