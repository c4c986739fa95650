import { type CloudNames, cloudOfHost, clouds } from '../directory/clouds.ts'

/**
 * `GET /common/discovery/instance`: the hosts of the public cloud first, and the mock's own host as a cloud of one,
 * so that a client which checks its authority here accepts both. The sovereign clouds follow.
 */
export function instanceDocument(origin: string, authorizationEndpoint: URL) {
  const ownHost = new URL(origin).host
  const own = { preferred_network: ownHost, preferred_cache: ownHost, aliases: [ownHost] }
  const name = authorizationEndpoint.pathname.split('/')[1] || 'common'
  const { public: publicCloud, ...sovereign } = clouds
  return {
    tenant_discovery_endpoint: `${authorizationEndpoint.origin}/${name}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [
      hostsOf(publicCloud),
      ...(cloudOfHost(ownHost) === undefined ? [own] : []),
      ...Object.values(sovereign).map(hostsOf),
    ],
  }
}

function hostsOf({ loginHosts, cacheHost }: CloudNames) {
  return { preferred_network: loginHosts[0], preferred_cache: cacheHost, aliases: loginHosts }
}
