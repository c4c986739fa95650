import { Hono } from 'hono'
import { Refusal } from './answers/refusal.ts'
import { discoveryRoutes } from './discovery-routes.ts'
import type { SigningKey } from './keys/signing-key.ts'
import { answerAppService, answerImds } from './managed-identity/index.ts'
import { managedIdentityRoute } from './managed-identity-route.ts'
import type { Tenants } from './tenants.ts'
import { type RequestSummary, tokenRoute } from './token-route.ts'
import { refusedOutside, unknownPath } from './unknown-path.ts'
import type { World } from './world.ts'

/** What the app serves. */
export type AppParts = {
  readonly world: World
  readonly tenants: Tenants
  readonly signingKeys: readonly SigningKey[]
  readonly controlToken: string | undefined
  readonly onRequest: ((entry: RequestSummary) => void) | undefined
}

/** Discovery is read by pages too, which ask first. */
const reading = ['GET', 'OPTIONS']

/** Every URL the mock answers. */
export function createApp(parts: AppParts): Hono {
  const { world, tenants, signingKeys, onRequest } = parts
  const { document, keys, instance } = discoveryRoutes(world, signingKeys)
  const imds = managedIdentityRoute('metadata', answerImds, world, tenants)
  const appService = managedIdentityRoute('x-identity-header', answerAppService, world, tenants)
  const control = loadControl(parts)

  const app = new Hono()
  app.all('/:tenant/oauth2/v2.0/token', tokenRoute(world, tenants, onRequest))
  app.on(reading, '/:tenant/v2.0/.well-known/openid-configuration', document(2))
  app.on(reading, '/:tenant/.well-known/openid-configuration', document(1))
  app.on(reading, '/:tenant/discovery/v2.0/keys', keys(2))
  app.on(reading, '/:tenant/discovery/keys', keys(1))
  app.on(reading, '/discovery/v2.0/keys', keys(2))
  app.on(reading, '/discovery/keys', keys(1))
  app.on(reading, '/common/discovery/instance', instance)
  app.all('/metadata/identity/oauth2/token', imds)
  app.all('/:tenant/metadata/identity/oauth2/token', imds)
  app.all('/msi/token', appService)
  app.all('/_mock/*', async ({ req }) => (await control()).fetch(req.raw))
  app.notFound(unknownPath(world))
  app.onError((error, context) => {
    if (error instanceof Refusal) return refusedOutside(error, context, world)
    throw error
  })
  return app
}

/** The control API is loaded when first asked for: most runs of the mock never are. */
function loadControl({ world, tenants, controlToken }: AppParts): () => Promise<Hono> {
  let loading: Promise<Hono> | undefined
  return () => {
    loading ??= import('./control/index.ts').then(({ createControl }) =>
      createControl({ tenants, controlToken, world }),
    )
    return loading
  }
}
