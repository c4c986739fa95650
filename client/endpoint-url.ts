import { isLoopbackHost } from '../wire/loopback.ts'
import { ClientConfigurationError } from './client-configuration-error.ts'

const linkLocalIpv4 = /^169\.254(?:\.\d{1,3}){2}$/

const parseUrl = (value: string, name: string): URL => {
  if (!URL.canParse(value)) throw new ClientConfigurationError(`${name} is not an absolute URL`)
  const url = new URL(value)
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    throw new ClientConfigurationError(`${name} must not hold a user name, password or fragment`)
  }
  return url
}

const requireProtocol = (url: URL, name: string, mayBePlain: (hostname: string) => boolean) => {
  if (url.protocol === 'https:') return
  if (url.protocol === 'http:' && mayBePlain(url.hostname)) return
  throw new ClientConfigurationError(`${name} must use https (http only on this machine)`)
}

/** The origin secrets are sent to: https, or http on a loopback address. */
export const requireAuthorityHost = (value: string, name: string): string => {
  const url = parseUrl(value, name)
  requireProtocol(url, name, isLoopbackHost)
  if (url.pathname !== '/' || url.search !== '') {
    throw new ClientConfigurationError(`${name} must be an origin; the tenant has its own option`)
  }
  return url.origin
}

/**
 * Managed identity endpoints speak plain http by nature: IMDS on 169.254.169.254, App Service on
 * loopback (Windows) or another link-local address (Linux). Neither range leaves the machine's link.
 */
export const requireManagedIdentityEndpoint = (value: string, name: string): URL => {
  const url = parseUrl(value, name)
  requireProtocol(url, name, (host) => isLoopbackHost(host) || linkLocalIpv4.test(host))
  return url
}
