import { ClientConfigurationError } from '../client-configuration-error.ts'
import { requireManagedIdentityEndpoint } from '../endpoint-url.ts'
import { requireText } from '../ids.ts'
import type { ClientFetch } from '../ports.ts'
import { readBearerToken } from '../read-answer.ts'
import { assertionParameters, type Credential, fingerprint } from './credential.ts'

const imdsPath = '/metadata/identity/oauth2/token'
const imdsEndpoint = `http://169.254.169.254${imdsPath}`

/** Which managed identity, and where its endpoint is. */
export type ManagedIdentityOptions = {
  /** `imds`: virtual machines and Kubernetes nodes. `appService`: App Service, Functions and similar. */
  readonly source: 'imds' | 'appService'
  /**
   * URL of the endpoint. For App Service, the value of `IDENTITY_ENDPOINT` (required); for IMDS, an
   * origin or a whole URL. Plain http is allowed only for loopback and link-local addresses.
   * @default the IMDS address, for `imds`
   */
  readonly endpoint?: string | undefined
  /** The value of `IDENTITY_HEADER`, a secret. Required for App Service, not used otherwise. */
  readonly header?: string | undefined
  /** The client id of a user-assigned identity. @default the system-assigned identity */
  readonly clientId?: string | undefined
  /** @default the client's own `fetch` */
  readonly fetch?: ClientFetch | undefined
}

const endpointOf = ({ source, endpoint }: ManagedIdentityOptions): URL => {
  const name = 'managed identity endpoint'
  if (source !== 'imds') return requireManagedIdentityEndpoint(requireText(endpoint, name), name)
  const url = requireManagedIdentityEndpoint(requireText(endpoint ?? imdsEndpoint, name), name)
  if (url.pathname === '/') url.pathname = imdsPath
  return url
}

const headersOf = ({ source, header }: ManagedIdentityOptions): Readonly<Record<string, string>> =>
  source === 'imds'
    ? { metadata: 'true' }
    : { 'x-identity-header': requireText(header, 'managed identity header') }

const apiVersions = { imds: '2018-02-01', appService: '2019-08-01' } as const

/**
 * Authenticates with the managed identity of the machine, which the blueprint trusts through a
 * federated identity credential: its token for the exchange audience is the blueprint's assertion.
 *
 * The client asks for it once for each T1 request and does not cache it; the endpoint has its own cache.
 * The client reads nothing from the environment: pass `IDENTITY_ENDPOINT` and `IDENTITY_HEADER` on.
 *
 * @throws {ClientConfigurationError} The endpoint is missing or unsafe, or the header is missing.
 *
 * @example
 * ```ts
 * import { managedIdentity } from 'agentid-conformance/client'
 *
 * const onVirtualMachine = managedIdentity({ source: 'imds' })
 * const onAppService = managedIdentity({
 *   source: 'appService',
 *   endpoint: process.env.IDENTITY_ENDPOINT,
 *   header: process.env.IDENTITY_HEADER,
 * })
 * ```
 *
 * @see {@link https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token}
 * @see {@link https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference}
 */
export const managedIdentity = (options: ManagedIdentityOptions): Credential => {
  const { source, clientId, fetch } = options
  if (!Object.hasOwn(apiVersions, source)) {
    throw new ClientConfigurationError('managed identity source must be imds or appService')
  }
  const endpoint = endpointOf(options)
  const headers = headersOf(options)
  const secrets = source === 'imds' ? [] : Object.values(headers)
  const identity = clientId === undefined ? '' : requireText(clientId, 'managed identity client id')

  const urlFor = (resource: string): string => {
    const url = new URL(endpoint)
    url.searchParams.set('api-version', apiVersions[source])
    url.searchParams.set('resource', resource)
    if (identity !== '') url.searchParams.set('client_id', identity)
    return url.href
  }

  return {
    kind: 'managed-identity',
    cacheKey: () => fingerprint('managed-identity', source, endpoint.href, identity, ...secrets),
    authenticate: async ({ exchangeAudience, getJson }) => {
      const url = urlFor(exchangeAudience)
      const { answer, body } = await getJson({ url, headers, secrets, fetch })
      return assertionParameters(readBearerToken(answer, body))
    },
  }
}
