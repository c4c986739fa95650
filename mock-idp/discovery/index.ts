import { enforce } from '../answers/enforce.ts'
import { type Cloud, cloudOfHost, clouds } from '../directory/clouds.ts'
import type { Tenant } from '../directory/tenant.ts'
import { isSharedName, tenantNameFacts } from '../directory/tenant-name.ts'
import { type Endpoint, type Exchange, tenantInPath } from '../exchange/endpoint.ts'
import type { SeenRequest } from '../http/see-request.ts'
import { publishedKey } from '../keys/published-keys.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { discoveryTenantRules, instanceIsKnown } from '../rules/discovery.ts'
import type { World } from '../world.ts'
import { instanceDocument } from './instance.ts'
import { openidConfigurationV1, openidConfigurationV2 } from './openid-configuration.ts'

/** Discovery may be cached for a day and read from any page, as captured. */
const discoveryHeaders = {
  'cache-control': 'max-age=86400, private',
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, OPTIONS',
  'x-content-type-options': 'nosniff',
} as const

type Document = (exchange: Exchange, world: World) => object

/** The discovery document of a tenant, by id or domain, or of all tenants, by `common` or `organizations`. */
export const discoveryEndpoint = (version: 1 | 2): Endpoint => ({
  kind: 'discovery',
  findTenant: tenantInPath,
  decide: publish((exchange, world) => discoveryDocument(version, exchange, world)),
})

/**
 * The keys that tokens of a tenant are signed with: present, future and past ones. Under a shared name and under
 * none: the keys of all tenants.
 */
export const keysEndpoint = (version: 1 | 2, everyKey: () => readonly SigningKey[]): Endpoint => ({
  kind: 'keys',
  findTenant: tenantInPath,
  decide: publish((exchange, world) => keyDocument(version, exchange, world, everyKey)),
})

/** `GET /common/discovery/instance`: the tenant is that of the authority in the query. */
export const instanceEndpoint: Endpoint = {
  kind: 'instance',
  findTenant: ({ query }, { directory }) => {
    const authority = query?.get('authorization_endpoint') ?? ''
    if (!URL.canParse(authority)) return undefined
    return directory.findTenant(new URL(authority).pathname.split('/')[1] ?? '')
  },
  decide: publish(instanceDiscovery),
}

/** Pages read these too, and ask first whether they may. */
function publish(document: Document): Endpoint['decide'] {
  return (exchange, world) => {
    if (exchange.request.method === 'OPTIONS') {
      return { status: 204, headers: discoveryHeaders, body: null }
    }
    const headers = { ...discoveryHeaders, 'content-type': 'application/json' }
    return { status: 200, headers, body: JSON.stringify(document(exchange, world)) }
  }
}

function discoveryDocument(version: 1 | 2, exchange: Exchange, { issuerNames }: World) {
  const { origin } = exchange
  const tenant = knownTenant(exchange)
  const tenantId = tenant?.id ?? '{tenantid}'
  const place = {
    origin,
    name: tenant?.id ?? nameIn(exchange.request),
    tenantId,
    regionScope: tenant?.regionScope ?? null,
    issuer: issuerNames.issuersOf(origin, tenantId),
    cloud: cloudOf(tenant, origin),
  }
  return version === 2 ? openidConfigurationV2(place) : openidConfigurationV1(place)
}

function keyDocument(
  version: 1 | 2,
  exchange: Exchange,
  { facilitiesOf, issuerNames }: World,
  everyKey: () => readonly SigningKey[],
) {
  const { origin } = exchange
  const tenant = knownTenant(exchange)
  const keys = tenant ? facilitiesOf(tenant.id).keys.published() : everyKey()
  const issuerOf = ({ tenantId = '{tenantid}' }: SigningKey) =>
    version === 2 ? issuerNames.issuersOf(origin, tenantId).v2 : undefined
  const { instanceName } = clouds[cloudOf(tenant, origin)]
  return { keys: keys.map((key) => publishedKey(key, instanceName, issuerOf(key))) }
}

/** Refuses a host that is neither the mock's nor Entra's. */
function instanceDiscovery({ request, origin, examination }: Exchange, { issuerNames }: World) {
  const authorizationEndpoint = request.query?.get('authorization_endpoint') ?? ''
  const instanceFound = issuerNames.isOwnOrigin(authorizationEndpoint)
  enforce([instanceIsKnown], { instanceFound }, examination)
  const endpoint = instanceFound ? authorizationEndpoint : `${origin}/common`
  return instanceDocument(origin, new URL(endpoint))
}

/** The shared names are of the cloud whose host was asked. */
function cloudOf(tenant: Tenant | undefined, origin: string): Cloud {
  return tenant?.cloud ?? cloudOfHost(new URL(origin).host) ?? 'public'
}

function nameIn({ tenantName = 'common' }: SeenRequest): string {
  return tenantName
}

function knownTenant({ request, tenant, examination }: Exchange): Tenant | undefined {
  const name = nameIn(request)
  if (isSharedName(name)) return undefined
  enforce(discoveryTenantRules, tenantNameFacts(name, tenant), examination)
  return tenant
}
