import { enforce, examinationWithoutTenant } from '../answers/enforce.ts'
import { type Cloud, cloudOfHost, clouds } from '../directory/clouds.ts'
import type { Tenant } from '../directory/tenant.ts'
import { isSharedName, tenantNameFacts } from '../directory/tenant-name.ts'
import { publishedKey } from '../keys/published-keys.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { discoveryTenantIsKnown, instanceIsKnown, tenantNameIsValid } from '../rules/tenant.ts'
import type { World } from '../world.ts'
import { instanceDocument } from './instance.ts'
import { openidConfigurationV1, openidConfigurationV2 } from './openid-configuration.ts'

/** Discovery may be cached for a day and read from any page, as captured. */
export const discoveryHeaders = {
  'cache-control': 'max-age=86400, private',
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, OPTIONS',
  'x-content-type-options': 'nosniff',
} as const

/**
 * The discovery document of a tenant, by id or domain, or of all tenants, by `common` or `organizations`.
 * @throws {Refusal} for a tenant that does not exist
 */
export function discoveryDocument(version: 1 | 2, name: string, origin: string, world: World) {
  const tenant = knownTenant(name, world)
  const tenantId = tenant?.id ?? '{tenantid}'
  const place = {
    origin,
    name: tenant?.id ?? name,
    tenantId,
    regionScope: tenant?.regionScope ?? null,
    issuer: world.issuerNames.issuersOf(origin, tenantId),
    cloud: cloudOf(tenant, origin),
  }
  return version === 2 ? openidConfigurationV2(place) : openidConfigurationV1(place)
}

/**
 * The keys that tokens of a tenant are signed with: present, future and past ones.
 * Under a shared name: the keys that every tenant starts with.
 * @throws {Refusal} for a tenant that does not exist
 */
export function keyDocument(
  version: 1 | 2,
  name: string,
  origin: string,
  world: World,
  sharedKeys: readonly SigningKey[],
) {
  const tenant = knownTenant(name, world)
  const keys = tenant ? world.facilitiesOf(tenant.id).keys.published() : sharedKeys
  const issuer = version === 2 ? world.issuerNames.issuersOf(origin, '{tenantid}').v2 : undefined
  const { instanceName } = clouds[cloudOf(tenant, origin)]
  return { keys: keys.map((key) => publishedKey(key, instanceName, issuer)) }
}

/** @throws {Refusal} for a host that is neither the mock's nor Entra's */
export function instanceDiscovery(authorizationEndpoint: string, origin: string, world: World) {
  const instanceFound = world.issuerNames.isOwnOrigin(authorizationEndpoint)
  enforce([instanceIsKnown], { instanceFound }, examinationWithoutTenant(world))
  const endpoint = instanceFound ? authorizationEndpoint : `${origin}/common`
  return instanceDocument(origin, new URL(endpoint))
}

/** The shared names are of the cloud whose host was asked. */
function cloudOf(tenant: Tenant | undefined, origin: string): Cloud {
  return tenant?.cloud ?? cloudOfHost(new URL(origin).host) ?? 'public'
}

function knownTenant(name: string, world: World) {
  if (isSharedName(name)) return undefined
  const tenant = world.directory.findTenant(name)
  enforce(
    [tenantNameIsValid, discoveryTenantIsKnown],
    tenantNameFacts(name, tenant),
    examinationWithoutTenant(world),
  )
  return tenant
}
