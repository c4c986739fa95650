import type { Context } from 'hono'
import {
  discoveryDocument,
  discoveryHeaders,
  instanceDiscovery,
  keyDocument,
} from '../discovery/index.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import type { World } from '../world.ts'

/** From the framework to the discovery documents and back. Where the path names no tenant, all are meant. */
export function discoveryRoutes(world: World, signingKeys: readonly SigningKey[]) {
  const origin = ({ req }: Context) => world.issuerNames.originFor(new URL(req.url))
  const tenant = ({ req }: Context) => req.param('tenant') ?? 'common'
  const publish = (context: Context, document: object) =>
    context.req.method === 'OPTIONS'
      ? context.body(null, 204, discoveryHeaders)
      : context.json(document, 200, discoveryHeaders)
  return {
    document: (version: 1 | 2) => (context: Context) =>
      publish(context, discoveryDocument(version, tenant(context), origin(context), world)),
    keys: (version: 1 | 2) => (context: Context) =>
      publish(context, keyDocument(version, tenant(context), origin(context), world, signingKeys)),
    instance: (context: Context) => {
      const asked = context.req.query('authorization_endpoint') ?? ''
      return publish(context, instanceDiscovery(asked, origin(context), world))
    },
  }
}
