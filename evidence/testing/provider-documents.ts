import {
  openidConfigurationV1,
  openidConfigurationV2,
} from '../../mock-idp/discovery/openid-configuration.ts'
import { objects, type Provider } from './provider-objects.ts'

/** The discovery documents and keys of the tenant, by their paths; in them the provider does not differ from the mock. */
export function documentsOf({
  authorityHost,
  keys,
}: Provider): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const { tenantId } = objects
  const [root, base] = [`/${tenantId}`, `${authorityHost}/${tenantId}`]
  const place = {
    origin: authorityHost,
    name: tenantId,
    tenantId,
    regionScope: 'NA',
    issuer: { v1: `${base}/`, v2: `${base}/v2.0` },
    cloud: 'public',
  } as const
  return {
    [`${root}/.well-known/openid-configuration`]: openidConfigurationV1(place),
    [`${root}/v2.0/.well-known/openid-configuration`]: openidConfigurationV2(place),
    [`${root}/discovery/keys`]: { keys: keys.map(({ issuer: _, ...key }) => key) },
    [`${root}/discovery/v2.0/keys`]: { keys },
  }
}
