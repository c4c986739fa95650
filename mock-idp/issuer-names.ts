import { isGuid } from './directory/guid.ts'
import { isLoopbackHost } from './loopback.ts'

/** The host names of Microsoft Entra that the mock answers to when a client is redirected by name. */
export const entraHosts: readonly string[] = [
  'login.microsoftonline.com',
  'login.windows.net',
  'login.microsoft.com',
  'sts.windows.net',
]

export const entraOrigin = 'https://login.microsoftonline.com'

const v2Issuer = /^https?:\/\/([^/]+)\/([^/]+)\/v2\.0$/

/** Under which origin a request is answered, and which issuers are the mock's own. */
export type IssuerNames = {
  /** The origin for a request with this URL: its own on loopback, Entra's for Entra's names. */
  readonly originFor: (url: { readonly origin: string; readonly host: string }) => string
  readonly issuersOf: (
    origin: string,
    tenantId: string,
  ) => { readonly v1: string; readonly v2: string }
  /** The tenant whose version 2 issuer this is, under any of the mock's origins. */
  readonly tenantOf: (issuer: string) => string | undefined
  readonly isOwnOrigin: (origin: string) => boolean
}

/** @param extraHosts host names beyond loopback and Entra's, for a mock that other machines may use */
export function createIssuerNames(extraHosts: readonly string[] = []): IssuerNames {
  const nameOf = (host: string) => host.replace(/:\d+$/, '')
  const isEntraHost = (host: string) => entraHosts.includes(nameOf(host))
  const isOwnHost = (host: string) => isLoopbackHost(host) || extraHosts.includes(nameOf(host))
  return {
    originFor: ({ origin, host }) => {
      if (isEntraHost(host)) return entraOrigin
      return isOwnHost(host) ? origin : entraOrigin
    },
    issuersOf: (origin, tenantId) => ({
      v1: `${origin === entraOrigin ? 'https://sts.windows.net' : origin}/${tenantId}/`,
      v2: `${origin}/${tenantId}/v2.0`,
    }),
    tenantOf: (issuer) => {
      const [, host = '', tenantId = ''] = v2Issuer.exec(issuer) ?? []
      if (!isGuid(tenantId)) return undefined
      return isEntraHost(host) || isOwnHost(host) ? tenantId : undefined
    },
    isOwnOrigin: (origin) => {
      if (!URL.canParse(origin)) return false
      const { host } = new URL(origin)
      return isEntraHost(host) || isOwnHost(host)
    },
  }
}
