import { type Context, Hono } from 'hono'
import { enforce, examinationWithoutTenant } from './answers/enforce.ts'
import { errorBody } from './answers/error-body.ts'
import { Refusal } from './answers/refusal.ts'
import { isGuid } from './directory/guid.ts'
import {
  discoveryDocument,
  discoveryHeaders,
  instanceDiscovery,
  keyDocument,
} from './discovery/index.ts'
import type { SigningKey } from './keys/signing-key.ts'
import {
  answerAppService,
  answerImds,
  type ManagedIdentityAnswer,
} from './managed-identity/index.ts'
import { nearestPath } from './nearest-path.ts'
import { recordManagedIdentity } from './record-managed-identity.ts'
import { pathIsKnown } from './rules/tenant.ts'
import type { Tenants } from './tenants.ts'
import { type RequestSummary, tokenRoute } from './token-route.ts'
import type { World } from './world.ts'

/** What the app serves. */
export type AppParts = {
  readonly world: World
  readonly tenants: Tenants
  readonly signingKeys: readonly SigningKey[]
  readonly controlToken: string | undefined
  readonly onRequest: ((entry: RequestSummary) => void) | undefined
}

/** Every URL the mock answers. */
export function createApp({
  world,
  tenants,
  signingKeys,
  controlToken,
  onRequest,
}: AppParts): Hono {
  const app = new Hono()
  const origin = (context: Context) => world.issuerNames.originFor(new URL(context.req.url))
  const tenant = (context: Context) => context.req.param('tenant') ?? 'common'

  const document = (version: 1 | 2) => (context: Context) =>
    context.json(
      discoveryDocument(version, tenant(context), origin(context), world),
      200,
      discoveryHeaders,
    )
  const keys = (version: 1 | 2) => (context: Context) =>
    context.json(
      keyDocument(version, tenant(context), origin(context), world, signingKeys),
      200,
      discoveryHeaders,
    )
  const instance = (context: Context) => {
    const asked = context.req.query('authorization_endpoint') ?? ''
    return context.json(instanceDiscovery(asked, origin(context), world), 200, discoveryHeaders)
  }
  const managedIdentity =
    (header: string, answer: typeof answerImds) => async (context: Context) => {
      const { req } = context
      const { searchParams, pathname } = new URL(req.url)
      const request = {
        method: req.method,
        header: req.header(header),
        query: searchParams,
        tenantName: req.param('tenant'),
        origin: origin(context),
      }
      const decided = await answer(request, world)
      const { decision, status } = decided
      const userAgent = req.header('user-agent')
      const seen = { method: req.method, path: pathname, userAgent, query: searchParams }
      if (decision) {
        const { journal } = tenants.sandboxOf(decision.tenantId)
        journal.add(recordManagedIdentity(seen, decision, status))
      }
      return managedIdentityResponse(decided)
    }
  const control = lazily(async () => {
    const { createControl } = await import('./control/index.ts')
    return createControl({ tenants, controlToken, world })
  })

  app.all('/:tenant/oauth2/v2.0/token', tokenRoute(world, tenants, onRequest))
  app.get('/:tenant/v2.0/.well-known/openid-configuration', document(2))
  app.get('/:tenant/.well-known/openid-configuration', document(1))
  app.get('/:tenant/discovery/v2.0/keys', keys(2))
  app.get('/:tenant/discovery/keys', keys(1))
  app.get('/discovery/v2.0/keys', keys(2))
  app.get('/discovery/keys', keys(1))
  app.get('/common/discovery/instance', instance)
  app.all('/metadata/identity/oauth2/token', managedIdentity('metadata', answerImds))
  app.all('/:tenant/metadata/identity/oauth2/token', managedIdentity('metadata', answerImds))
  app.all('/msi/token', managedIdentity('x-identity-header', answerAppService))
  app.all('/_mock/*', async (context) => (await control()).fetch(context.req.raw))

  app.notFound((context) => {
    const { path } = context.req
    enforce([pathIsKnown], { path, nearest: nearestPath(path) }, examinationWithoutTenant(world))
    return context.text('not found', 404)
  })
  app.onError((error, context) => {
    if (error instanceof Refusal) return refused(error, context)
    throw error
  })

  function refused(refusal: Refusal, context: Context): Response {
    const traceId = world.random.guid()
    const asked = context.req.header('client-request-id') ?? ''
    const correlationId = isGuid(asked) ? asked : traceId
    const occasion = { nowMs: world.realNowMs(), traceId, correlationId, origin: origin(context) }
    const headers = { 'x-mock-rule': refusal.rule.id, 'x-ms-request-id': traceId }
    return context.json(errorBody(refusal, occasion), refusal.rule.status, headers)
  }

  return app
}

/** The control API is loaded when first asked for: most runs of the mock never are. */
function lazily<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | undefined
  return () => {
    loading ??= load()
    return loading
  }
}

function managedIdentityResponse({ status, headers, body }: ManagedIdentityAnswer): Response {
  if (body === undefined) return new Response(null, { status, headers })
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
