import type { JsonObject } from '../wire/json-object.ts'
import { isGuid } from './ids.ts'
import type { Ports } from './ports.ts'
import { failureOf, readJsonAnswer } from './read-answer.ts'
import type { Retry } from './retry.ts'
import type { HttpAnswer, Send } from './send-request.ts'
import { createSingleFlight } from './single-flight.ts'
import { TokenRequestError } from './token-request-error.ts'

/** Entra sends `Cache-Control: max-age=86400` with its configuration. */
const rememberSuccessMs = 86_400_000
/** Without this, every call would retry: AzureAD/microsoft-authentication-library-for-dotnet#5804. */
const rememberFailureMs = 30_000

const entraOrigin = 'https://login.microsoftonline.com'

export type Discover = (tenantId: string, signal: AbortSignal) => Promise<string>

const parseUrl = (value: unknown): URL | undefined =>
  typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined

/** The tenant in an issuer `{origin}/{tenant id}/v2.0`. */
const tenantOfIssuer = (issuer: unknown, authorityHost: string): string | undefined => {
  const url = parseUrl(issuer)
  if (url === undefined || ![authorityHost, entraOrigin].includes(url.origin)) return undefined
  const tenantId = url.pathname.toLowerCase().split('/')[1] ?? ''
  return isGuid(tenantId) && url.href.toLowerCase() === `${url.origin}/${tenantId}/v2.0`
    ? tenantId
    : undefined
}

/** The token endpoint receives secrets, so it must belong to the tenant and the configured host. */
const isTokenEndpointOf = (url: URL | undefined, authorityHost: string, names: string[]): boolean =>
  url !== undefined &&
  url.origin === authorityHost &&
  names.includes(url.pathname.toLowerCase().split('/')[1] ?? '') &&
  [url.username, url.password, url.search, url.hash].every((part) => part === '')

const readTokenEndpoint = (
  answer: HttpAnswer,
  body: JsonObject,
  authorityHost: string,
  tenantId: string,
): string => {
  const issuerTenant = tenantOfIssuer(body.issuer, authorityHost)
  if (issuerTenant === undefined || (isGuid(tenantId) && issuerTenant !== tenantId)) {
    throw failureOf(answer, 'unusable-answer', 'the issuer belongs to another tenant')
  }
  const url = parseUrl(body.token_endpoint)
  if (url === undefined || !isTokenEndpointOf(url, authorityHost, [tenantId, issuerTenant])) {
    throw failureOf(answer, 'unusable-answer', 'the token endpoint is not on the authority host')
  }
  return url.href
}

/**
 * Discovers the token endpoint of a tenant from its OpenID configuration. Caches an answer for a day
 * and a failure for half a minute, for all callers.
 *
 * @see {@link https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation}
 */
export const createDiscovery = (
  authorityHost: string,
  { ports, send, retry }: { readonly ports: Ports; readonly send: Send; readonly retry: Retry },
) => {
  const found = new Map<string, { readonly untilMs: number; readonly tokenEndpoint: string }>()
  const failed = new Map<string, { readonly untilMs: number; readonly error: TokenRequestError }>()
  const flights = createSingleFlight<string>((tenantId, tokenEndpoint) => {
    found.set(tenantId, { untilMs: ports.now() + rememberSuccessMs, tokenEndpoint })
  })

  const read = (tenantId: string, signal: AbortSignal) =>
    retry(
      'discovery',
      tenantId,
      async (attempt) => {
        const url = `${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`
        const answer = await send({ step: 'discovery', attempt, url, secrets: [], signal })
        return readTokenEndpoint(answer, readJsonAnswer(answer), authorityHost, tenantId)
      },
      signal,
    )

  const readOrRemember = async (tenantId: string, signal: AbortSignal) => {
    try {
      return await read(tenantId, signal)
    } catch (error) {
      if (error instanceof TokenRequestError) {
        failed.set(tenantId, { untilMs: ports.now() + rememberFailureMs, error })
      }
      throw error
    }
  }

  const discover: Discover = async (tenantId, signal) => {
    const known = found.get(tenantId)
    if (known !== undefined && known.untilMs > ports.now()) return known.tokenEndpoint
    const failure = failed.get(tenantId)
    if (failure !== undefined && failure.untilMs > ports.now()) throw failure.error
    return flights.run(tenantId, (flight) => readOrRemember(tenantId, flight), { signal })
  }

  const clear = (): void => {
    found.clear()
    failed.clear()
    flights.clear()
  }

  return { discover, clear }
}
