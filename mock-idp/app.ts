import { type Context, Hono } from 'hono'
import { deviceCodeEndpoint } from './device-code/index.ts'
import { discoveryEndpoint, instanceEndpoint, keysEndpoint } from './discovery/index.ts'
import type { Endpoint } from './exchange/endpoint.ts'
import { exchange, type Surroundings } from './exchange/index.ts'
import type { Journals } from './journal/journals.ts'
import type { SigningKey } from './keys/signing-key.ts'
import { appServiceEndpoint, imdsEndpoint } from './managed-identity/index.ts'
import type { Console } from './ports/console.ts'
import { once } from './ports/once.ts'
import type { Tenants } from './tenants/tenants.ts'
import { tokenEndpoint } from './token-endpoint/index.ts'
import { unknownPath } from './unknown-path.ts'
import type { World } from './world.ts'

/** A URL, and what decides about the requests to it. */
export type Route = {
  readonly path: string
  /** Default: every method. */
  readonly methods?: readonly string[]
  /** A function loads it when the first request comes. */
  readonly endpoint: Endpoint | (() => Promise<Endpoint>)
}

type RouteParts = Pick<Surroundings, 'sandboxOf'> & {
  readonly everyKey: () => readonly SigningKey[]
}

/** To import a module again asks the loader again, which takes as long as issuing a token. */
const loadGraph = once(() => import('./graph/index.ts'))
const loadAuthorize = once(() => import('./authorize/index.ts'))
const loadLogin = once(() => import('./sign-in/login-endpoint.ts'))
const loadDeviceLogin = once(() => import('./device-login/index.ts'))
const loadAdminConsent = once(() => import('./admin-consent/index.ts'))
const loadSignOut = once(() => import('./sign-out/index.ts'))
const loadControlApi = once(() => import('./control/index.ts'))

/** Pages read discovery too, and ask first whether they may. */
const methods = ['GET', 'OPTIONS']
const pageMethods = ['GET', 'POST']

/** Every URL that the mock answers as Microsoft would. */
export function routesOf({ everyKey, sandboxOf }: RouteParts): readonly Route[] {
  const [documentV1, documentV2] = [discoveryEndpoint(1), discoveryEndpoint(2)]
  const [keysV1, keysV2] = [keysEndpoint(1, everyKey), keysEndpoint(2, everyKey)]
  // Most runs of the mock never use Microsoft Graph.
  const graph = async () => (await loadGraph()).graphEndpoint(sandboxOf)
  const userinfo = async () => (await loadGraph()).userinfoEndpoint
  // Nor the pages on which people sign in.
  const authorize = async () => (await loadAuthorize()).authorizeEndpoint
  const login = async () => (await loadLogin()).loginEndpoint
  const deviceLogin = async () => (await loadDeviceLogin()).deviceLoginEndpoint
  const adminConsent = async () => (await loadAdminConsent()).adminConsentEndpoint
  const logout = async () => (await loadSignOut()).logoutEndpoint
  return [
    { path: '/:version{[vV]1\\.0|[bB][eE][tT][aA]}/*', endpoint: graph },
    { path: '/oidc/userinfo', endpoint: userinfo },
    { path: '/:tenant/openid/userinfo', endpoint: userinfo },
    { path: '/:tenant/oauth2/v2.0/token', endpoint: tokenEndpoint },
    { path: '/:tenant/oauth2/v2.0/authorize', methods: pageMethods, endpoint: authorize },
    { path: '/:tenant/login', methods: ['POST'], endpoint: login },
    { path: '/:tenant/oauth2/v2.0/devicecode', endpoint: deviceCodeEndpoint },
    { path: '/:tenant/oauth2/deviceauth', methods: pageMethods, endpoint: deviceLogin },
    { path: '/:tenant/v2.0/adminconsent', methods: pageMethods, endpoint: adminConsent },
    { path: '/:tenant/adminconsent', methods: pageMethods, endpoint: adminConsent },
    { path: '/:tenant/oauth2/v2.0/logout', methods: pageMethods, endpoint: logout },
    { path: '/:tenant/oauth2/logout', methods: pageMethods, endpoint: logout },
    { path: '/:tenant/v2.0/.well-known/openid-configuration', methods, endpoint: documentV2 },
    { path: '/:tenant/.well-known/openid-configuration', methods, endpoint: documentV1 },
    { path: '/:tenant/discovery/v2.0/keys', methods, endpoint: keysV2 },
    { path: '/:tenant/discovery/keys', methods, endpoint: keysV1 },
    { path: '/discovery/v2.0/keys', methods, endpoint: keysV2 },
    { path: '/discovery/keys', methods, endpoint: keysV1 },
    { path: '/common/discovery/instance', methods, endpoint: instanceEndpoint },
    { path: '/metadata/identity/oauth2/token', endpoint: imdsEndpoint },
    { path: '/:tenant/metadata/identity/oauth2/token', endpoint: imdsEndpoint },
    // With AZURE_POD_IDENTITY_AUTHORITY_HOST, a slash at the end is added (library: @azure/msal-node 7.2.1 Imds.ts).
    { path: '/metadata/identity/oauth2/token/', endpoint: imdsEndpoint },
    { path: '/:tenant/metadata/identity/oauth2/token/', endpoint: imdsEndpoint },
    { path: '/msi/token', endpoint: appServiceEndpoint },
  ]
}

/** What the app serves. */
export type AppParts = Omit<Surroundings, 'sandboxOf'> & {
  readonly tenants: Tenants
  readonly everyKey: () => readonly SigningKey[]
  readonly controlToken: string | undefined
  readonly journals: Journals
  /** The page for people. Undefined: `/` is as unknown as any other path. */
  readonly console: Console | undefined
}

/** The routes, the control API, and an answer to any other path. */
export function createApp(parts: AppParts): Hono {
  const { world, tenants, everyKey, record, console } = parts
  const { sandboxOf } = tenants
  const surroundings = { world, sandboxOf, record }
  const control = loadControl(parts)
  const app = new Hono()
  const routes = routesOf({ everyKey, sandboxOf })
  for (const { path, methods, endpoint } of routes) {
    const handler = handlerOf(endpoint, surroundings)
    if (methods) app.on([...methods], path, handler)
    else app.all(path, handler)
  }
  app.all('/_mock/*', async ({ req }) => (await control()).fetch(req.raw))
  const unknown = handlerOf(unknownPath(routes.map(({ path }) => path)), surroundings)
  if (console) {
    app.get('/', (context) =>
      isForPeople(context, world) ? console(context.req.raw) : unknown(context),
    )
  }
  app.notFound(unknown)
  app.onError((error) => {
    throw error
  })
  return app
}

/** A browser that opens the page asks for HTML. A host name rebound to loopback is not the mock's. */
function isForPeople({ req }: Context, { issuerNames }: World): boolean {
  const asksForHtml = req.header('accept')?.includes('text/html') ?? false
  return asksForHtml && issuerNames.isOwnOrigin(new URL(req.url).origin)
}

/** From the framework to an exchange and back. */
export function handlerOf(endpoint: Route['endpoint'], surroundings: Surroundings) {
  const loaded = typeof endpoint === 'function' ? undefined : endpoint
  const load = once(async () => (typeof endpoint === 'function' ? endpoint() : endpoint))
  return async ({ req }: Context): Promise<Response> =>
    exchange(req.raw, req.param('tenant'), loaded ?? (await load()), surroundings)
}

/** Control is loaded when the first request comes: most runs of the mock never use it. */
function loadControl({
  world,
  tenants,
  journals,
  record,
  controlToken,
  console,
}: AppParts): () => Promise<Hono> {
  return once(async () => {
    const { createControl } = await loadControlApi()
    return createControl({ tenants, journals, record, controlToken, console, world })
  })
}
