import type { Directory } from '../../engine/cast/directory.ts'
import { fill } from '../../engine/cast/fill.ts'
import type { TenantName } from '../../engine/cast/names.ts'
import { type CloudNames, cloudOfHost, clouds } from '../../mock-idp/index.ts'

/** The names of the cloud that an authority belongs to. A provider that is not Microsoft's uses the public ones. */
function cloudOf({ authorityHost }: Directory): CloudNames {
  return clouds[cloudOfHost(new URL(authorityHost).host) ?? 'public']
}

function isMicrosofts({ authorityHost }: Directory): boolean {
  return cloudOfHost(new URL(authorityHost).host) !== undefined
}

/** The issuers that a tenant may have: those of its cloud, whichever host of it was asked, or of the provider itself. */
export function issuersOf(directory: Directory, tenant: TenantName) {
  const { v1IssuerOrigin, v2IssuerOrigin } = cloudOf(directory)
  const id = directory.tenantId(tenant)
  const { authorityHost } = directory
  const isEntra = isMicrosofts(directory)
  return {
    v1: (isEntra ? [v1IssuerOrigin] : [authorityHost, v1IssuerOrigin]).map(
      (one) => `${one}/${id}/`,
    ),
    v2: [`${isEntra ? v2IssuerOrigin : authorityHost}/${id}/v2.0`],
  }
}

/** Whether an issuer is of version 1 and belongs to a tenant. Which host it names is up to a provider of its own. */
export function isVersionOneIssuer(directory: Directory, tenant: TenantName) {
  const { v1 } = issuersOf(directory, tenant)
  const id = directory.tenantId(tenant)
  return (issuer: unknown) =>
    v1.some((one) => one === issuer) || (!isMicrosofts(directory) && namesTenant(issuer, id))
}

/** Whether it is an address in the form of version 1: a host, and the tenant alone in the path. */
export function namesTenant(issuer: unknown, tenantId: string): boolean {
  if (typeof issuer !== 'string' || !URL.canParse(issuer)) return false
  const { protocol, pathname, search, hash } = new URL(issuer)
  return protocol === 'https:' && pathname === `/${tenantId}/` && `${search}${hash}` === ''
}

const partsOfCloud: Readonly<Record<string, (cloud: CloudNames) => string>> = {
  name: ({ instanceName }) => instanceName,
  'Graph host': ({ graphHost }) => graphHost,
  'directory Graph host': ({ directoryGraphHost }) => directoryGraphHost,
  'access service': ({ rbacUrl }) => rbacUrl,
  'user information': ({ graphHost }) => `https://${graphHost}/oidc/userinfo`,
}
/** What a provider of its own may have besides. */
const partsOfProvider: Readonly<Record<string, (directory: Directory) => string>> = {
  'user information': ({ authorityHost }) => `${authorityHost}/oidc/userinfo`,
}
/** No source shows these outside of the public cloud. */
const knownInPublicOnly = ['directory Graph host', 'access service']

/** @throws {TypeError} where a cloud has no such part */
export function isOfCloud(directory: Directory, part: string): (actual: unknown) => boolean {
  const read = partsOfCloud[part]
  if (!read) throw new TypeError(`a cloud has no '${part}'`)
  const cloud = cloudOf(directory)
  const isOpen = cloud !== clouds.public && knownInPublicOnly.includes(part)
  const own = isMicrosofts(directory) ? undefined : partsOfProvider[part]?.(directory)
  return (actual) =>
    isOpen ? typeof actual === 'string' : [read(cloud), own].some((one) => one === actual)
}

/** A text with ids in it. `{origin}` is the authority, or another host of its cloud: Microsoft's answer names the first. */
export function spellings(words: string, directory: Directory): readonly string[] {
  const text = fill(words, directory)
  if (!words.includes('{origin}') || !isMicrosofts(directory)) return [text]
  const { loginHosts } = cloudOf(directory)
  const others = loginHosts.map((host) => text.replace(directory.authorityHost, `https://${host}`))
  return [...new Set([text, ...others])]
}

/** Whether an address is on the authority, or on another host of its cloud. */
export function isOnAuthority(directory: Directory, address: unknown): address is string {
  if (typeof address !== 'string' || !URL.canParse(address)) return false
  const { origin, host, protocol } = new URL(address)
  if (origin === directory.authorityHost) return true
  return (
    isMicrosofts(directory) && protocol === 'https:' && cloudOf(directory).loginHosts.includes(host)
  )
}

/** Public captures show `/pub/` in the public cloud; what stands there in another cloud is not known. */
export function isSubject(directory: Directory, expected: string): (actual: unknown) => boolean {
  const isPublic = cloudOf(directory) === clouds.public
  return (actual) =>
    actual === expected ||
    (!isPublic && String(actual).replace(/^\/eid1\/c\/[a-z]+\//, '/eid1/c/pub/') === expected)
}
