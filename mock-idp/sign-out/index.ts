import type { Application } from '../directory/application.ts'
import { findRedirectUri } from '../directory/redirect-uris.ts'
import { isSignInName } from '../directory/tenant-name.ts'
import type { Answer, Exchange } from '../exchange/endpoint.ts'
import { signedInTenant } from '../home-tenant/index.ts'
import { cookieOf, removeCookie } from '../http/browser-cookie.ts'
import { pageHeaders } from '../pages/answer-page.ts'
import { pageEndpoint } from '../pages/page-endpoint.ts'
import type { TenantExchange } from '../sign-in/browser.ts'
import { findTenant } from '../token-endpoint/find-tenant.ts'
import { readToken } from '../token-endpoint/read-token.ts'
import type { World } from '../world.ts'
import { answerSignedOutPage } from './signed-out-page.ts'

/**
 * `GET` or `POST /{tenant}/oauth2/v2.0/logout`: ends the sign-in of the browser at this tenant
 * (OpenID Connect RP-Initiated Logout 1.0; learn.microsoft.com/entra/identity-platform/v2-protocols-oidc).
 */
export const logoutEndpoint = pageEndpoint('logout', decide, signedInTenant)

function decide(opened: Exchange, world: World): Answer | Promise<Answer> {
  const { tenant, request } = opened
  if (!tenant && isSignInName(request.tenantName)) return answerSignedOutPage({}, opened, world)
  const exchange = findTenant(opened)
  const headers = endSession(exchange, world)
  const parameters = parametersOf(exchange)
  const uri = returnUriOf(parameters, exchange, world)
  if (uri === undefined) return answerSignedOutPage(headers, exchange, world)
  const location = withState(uri, parameters('state'))
  return { status: 302, headers: { ...pageHeaders, ...headers, location }, body: null }
}

/** The tokens that were issued stay good: only the browser is forgotten. */
function endSession(exchange: TenantExchange, world: World): Answer['headers'] {
  const cookie = cookieOf(exchange.request)
  if (cookie === undefined) return {}
  world.facilitiesOf(exchange.tenant.id).browserSessions.remove(cookie)
  return removeCookie(exchange)
}

type Parameters = (name: string) => string | undefined

function parametersOf({ request: { query, form } }: Exchange): Parameters {
  return (name) => query?.get(name) || form.parameters.get(name) || undefined
}

/** Where the browser goes on. Undefined: nowhere, unless the client registered it. */
function returnUriOf(
  parameters: Parameters,
  exchange: TenantExchange,
  world: World,
): string | undefined {
  const asked = parameters('post_logout_redirect_uri')
  if (asked === undefined) return undefined
  for (const application of clientsOf(parameters, exchange, world)) {
    const found = findRedirectUri(application, asked)
    if (found) return found.uri
  }
  return undefined
}

/** The one that the request names, in its `client_id` or by its id_token; otherwise any of the tenant. */
function clientsOf(
  parameters: Parameters,
  { tenant }: TenantExchange,
  { directory, platform }: World,
): readonly Application[] {
  const hint = readToken(parameters('id_token_hint') ?? '', platform)
  const named = parameters('client_id') ?? hint?.audiences[0]
  const appIds = named === undefined ? [...tenant.principals.keys()] : [named.toLowerCase()]
  return appIds
    .filter((appId) => tenant.principals.has(appId))
    .flatMap((appId) => directory.findApplication(appId) ?? [])
}

function withState(uri: string, state: string | undefined): string {
  if (state === undefined) return uri
  return `${uri}${uri.includes('?') ? '&' : '?'}${new URLSearchParams({ state })}`
}
