import { Hono } from 'hono'
import { disturbed } from './exchange/disturbance.ts'
import { journalled } from './exchange/journalled.ts'
import type { Journal } from './journal/journal.ts'
import type { Recorder } from './journal/recorder.ts'
import type { SigningKey } from './keys/signing-key.ts'
import { answerAppService, answerImds } from './managed-identity/index.ts'
import { discoveryRoutes } from './routes/discovery-routes.ts'
import { graphRoute } from './routes/graph-route.ts'
import { managedIdentityRoute } from './routes/managed-identity-route.ts'
import { tokenRoute } from './routes/token-route.ts'
import { unknownPath } from './routes/unknown-path.ts'
import type { Tenants } from './tenants/tenants.ts'
import type { World } from './world.ts'

/** What the app serves. */
export type AppParts = {
  readonly world: World
  readonly tenants: Tenants
  readonly signingKeys: readonly SigningKey[]
  readonly controlToken: string | undefined
  /** Requests that ask no tenant which exists. */
  readonly strays: Journal
  readonly record: Recorder
}

/** Discovery is read by pages too, which ask first. */
const reading = ['GET', 'OPTIONS']

/** With AZURE_POD_IDENTITY_AUTHORITY_HOST, a slash at the end is added (library: @azure/msal-node 7.2.1 Imds.ts). */
const imdsPaths = ['/metadata/identity/oauth2/token', '/metadata/identity/oauth2/token/']

/** Every URL the mock answers. */
export function createApp(parts: AppParts): Hono {
  const { world, tenants, signingKeys, record } = parts
  const routes = discoveryRoutes(world, signingKeys)
  const imds = managedIdentityRoute('metadata', answerImds, world, record)
  const appService = managedIdentityRoute('x-identity-header', answerAppService, world, record)
  const control = loadControl(parts)
  const published = (kind: Parameters<typeof disturbed>[0], handler: typeof routes.instance) =>
    journalled(kind, disturbed(kind, handler, parts), parts)
  const document = (version: 1 | 2) => published('discovery', routes.document(version))
  const keys = (version: 1 | 2) => published('keys', routes.keys(version))

  const graph = graphRoute(world, tenants, record)

  const app = new Hono()
  app.all('/:version{[vV]1\\.0|[bB][eE][tT][aA]}/*', graph)
  app.all('/:tenant/oauth2/v2.0/token', tokenRoute(world, tenants, record))
  app.on(reading, '/:tenant/v2.0/.well-known/openid-configuration', document(2))
  app.on(reading, '/:tenant/.well-known/openid-configuration', document(1))
  app.on(reading, '/:tenant/discovery/v2.0/keys', keys(2))
  app.on(reading, '/:tenant/discovery/keys', keys(1))
  app.on(reading, '/discovery/v2.0/keys', keys(2))
  app.on(reading, '/discovery/keys', keys(1))
  app.on(reading, '/common/discovery/instance', published('instance', routes.instance))
  for (const path of imdsPaths) app.all(path, imds).all(`/:tenant${path}`, imds)
  app.all('/msi/token', appService)
  app.all('/_mock/*', async ({ req }) => (await control()).fetch(req.raw))
  app.notFound(journalled('unknown', unknownPath(world), parts))
  app.onError((error) => {
    throw error
  })
  return app
}

/** The control API is loaded when first asked for: most runs of the mock never are. */
function loadControl({ world, tenants, strays, controlToken }: AppParts): () => Promise<Hono> {
  let loading: Promise<Hono> | undefined
  return () => {
    loading ??= import('./control/index.ts').then(({ createControl }) =>
      createControl({ tenants, strays, controlToken, world }),
    )
    return loading
  }
}
