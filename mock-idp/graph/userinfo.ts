import { enforce } from '../answers/enforce.ts'
import type { User } from '../directory/person.ts'
import type { Answer, Endpoint, Exchange } from '../exchange/endpoint.ts'
import { routeRules } from '../rules/graph/requests.ts'
import { userinfoRules } from '../rules/graph/userinfo.ts'
import { pairwiseSubject } from '../tokens/pairwise-subject.ts'
import type { World } from '../world.ts'
import type { Caller } from './call/graph-call.ts'
import { httpOf } from './call/http-of.ts'
import { respond, respondRefused } from './call/respond.ts'
import { authenticateCaller, tenantOfCall } from './caller/authenticate-caller.ts'

/**
 * `GET` or `POST /oidc/userinfo` of Microsoft Graph: who the user of a token is
 * (OpenID Connect Core 1.0 section 5.3; learn.microsoft.com/entra/identity-platform/userinfo).
 */
export const userinfoEndpoint: Endpoint = {
  kind: 'graph',
  isSteady: true,
  findTenant: tenantOfCall,
  decide: answerUserinfo,
  refuse: respondRefused,
}

/** The order of the lines is the order of enforcement. */
async function answerUserinfo(exchange: Exchange, world: World): Promise<Answer> {
  const { tenant: found, examination, request } = exchange
  const http = httpOf(request, world)
  const { caller, tenant } = await authenticateCaller(http, found, world, examination)
  const methodFound = request.method === 'GET' || request.method === 'POST'
  enforce(routeRules, { segment: 'userinfo', pathFound: true, methodFound }, examination)
  const { user, permissions: scopes, appId } = caller
  enforce(userinfoRules, { isAboutUser: user !== undefined, scopes }, examination)
  if (!user) throw new TypeError('no user')
  const sub = await pairwiseSubject({ platform: world.platform, tenant }, user.id, appId)
  const body = { sub, ...membersOf(user, caller, http.url.origin) }
  const answer = respond({ status: 200, body }, http, exchange)
  return { ...answer, headers: { ...answer.headers, 'content-type': 'application/json' } }
}

/** All that it can say, in the order of the documented answer. Names need `profile`, and the address `email`. */
function membersOf({ displayName, details }: User, { permissions }: Caller, origin: string) {
  const { givenName, surname, mail } = details
  const hasProfile = permissions.has('profile')
  return {
    ...(hasProfile && { name: displayName }),
    ...(hasProfile && isFilled(surname) && { family_name: surname }),
    ...(hasProfile && isFilled(givenName) && { given_name: givenName }),
    picture: `${origin}/v1.0/me/photo/$value`,
    ...(permissions.has('email') && isFilled(mail) && { email: mail }),
  }
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
