import { isLoopbackHost } from '../wire/loopback.ts'
import { ClientConfigurationError } from './client-configuration-error.ts'

const linkLocalIpv4 = /^169\.254(?:\.\d{1,3}){2}$/

const parseUrl = (value: string, name: string): URL => {
  if (!URL.canParse(value)) throw new ClientConfigurationError(`${name} must be an absolute URL`)
  const url = new URL(value)
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    throw new ClientConfigurationError(`${name} must not contain a user name, password or fragment`)
  }
  return url
}

const requireProtocol = (url: URL, name: string, mayBePlain: (hostname: string) => boolean) => {
  if (url.protocol === 'https:') return
  if (url.protocol === 'http:' && mayBePlain(url.hostname)) return
  throw new ClientConfigurationError(
    `${name} must use https (http is allowed only on this machine)`,
  )
}

/** Checks the origin that receives secrets: https, or http on a loopback address. */
export const requireAuthorityHost = (value: string, name: string): string => {
  const url = parseUrl(value, name)
  requireProtocol(url, name, isLoopbackHost)
  if (url.pathname !== '/' || url.search !== '') {
    throw new ClientConfigurationError(
      `${name} must be an origin without a path; pass the tenant as tenantId`,
    )
  }
  return url.origin
}

/**
 * Managed identity endpoints use plain http: IMDS on 169.254.169.254, App Service on
 * loopback (Windows) or another link-local address (Linux). Neither leaves the local link.
 */
export const requireManagedIdentityEndpoint = (value: string, name: string): URL => {
  const url = parseUrl(value, name)
  requireProtocol(url, name, (host) => isLoopbackHost(host) || linkLocalIpv4.test(host))
  return url
}
