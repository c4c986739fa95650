import { isLoopbackHost } from '../../wire/loopback.ts'
import { cloudOfHost, clouds } from '../directory/clouds.ts'
import { isGuid } from '../directory/guid.ts'

export const entraOrigin = 'https://login.microsoftonline.com'

const v2Issuer = /^https?:\/\/([^/]+)\/([^/]+)\/v2\.0$/
const eitherIssuer = /^https?:\/\/([^/]+)\/([^/]+)\/(?:v2\.0)?$/

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
  /** The tenant whose tokens of either version name this issuer. */
  readonly tenantOfTokens: (issuer: string) => string | undefined
  readonly isOwnOrigin: (origin: string) => boolean
}

/** @param extraHosts host names beyond loopback and Entra's, for a mock that other machines may use */
export function createIssuerNames(extraHosts: readonly string[] = []): IssuerNames {
  const isOwnHost = (host: string) => isLoopbackHost(host) || extraHosts.includes(nameOf(host))
  const isAnswered = (host: string) => isOwnHost(host) || cloudOfHost(nameOf(host)) !== undefined
  const tenantNamed = (form: RegExp, issuer: string) => {
    const [, host = '', tenantId = ''] = form.exec(issuer) ?? []
    if (!isGuid(tenantId)) return undefined
    return isAnswered(host) ? tenantId : undefined
  }
  return {
    originFor: ({ origin, host }) => (isOwnHost(host) ? origin : entraOriginOf(nameOf(host))),
    issuersOf: (origin, tenantId) => {
      const cloud = cloudOfHost(origin.replace('https://', ''))
      const { v1IssuerOrigin, v2IssuerOrigin } = cloud
        ? clouds[cloud]
        : { v1IssuerOrigin: origin, v2IssuerOrigin: origin }
      return { v1: `${v1IssuerOrigin}/${tenantId}/`, v2: `${v2IssuerOrigin}/${tenantId}/v2.0` }
    },
    tenantOf: (issuer) => tenantNamed(v2Issuer, issuer),
    tenantOfTokens: (issuer) => tenantNamed(eitherIssuer, issuer),
    isOwnOrigin: (origin) => {
      if (!URL.canParse(origin)) return false
      return isAnswered(new URL(origin).host)
    },
  }
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '')
}

/** The public cloud has one origin under all its names; a sovereign cloud is answered under the name asked. */
function entraOriginOf(host: string): string {
  const cloud = cloudOfHost(host)
  return cloud === undefined || cloud === 'public' ? entraOrigin : `https://${host}`
}
