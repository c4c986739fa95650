import { entraHosts } from '../issuer-names.ts'

const publicCloud = {
  preferred_network: 'login.microsoftonline.com',
  preferred_cache: 'login.windows.net',
  aliases: entraHosts,
}

/**
 * `GET /common/discovery/instance`: the hosts of the public cloud, and the mock's own host as a cloud of one,
 * so that a client which checks its authority here accepts both.
 */
export function instanceDocument(origin: string, authorizationEndpoint: URL) {
  const ownHost = new URL(origin).host
  const own = { preferred_network: ownHost, preferred_cache: ownHost, aliases: [ownHost] }
  const name = authorizationEndpoint.pathname.split('/')[1] || 'common'
  return {
    tenant_discovery_endpoint: `${authorizationEndpoint.origin}/${name}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: publicCloud.aliases.includes(ownHost) ? [publicCloud] : [publicCloud, own],
  }
}
