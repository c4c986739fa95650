import { type Context, Hono } from 'hono'
import type { Journal } from '../mock-idp/journal/journal.ts'
import type { World } from '../mock-idp/world.ts'
import type { Internals } from './mock-internals.ts'

type Handler = (context: Context) => Promise<Response>

/** The token route of the mock and a bare one, over the same directory and keys. */
export type Mocks = {
  readonly tenant: Parameters<Internals['variablesOf']>[0]
  /** Of the tenant. */
  readonly journal: Journal
  readonly real: (request: Request) => Promise<Response>
  readonly bare: (request: Request) => Promise<Response>
}

/** Put together as `createMockIdp` does, which hands out no part of a mock. */
export async function createMocks(internals: Internals): Promise<Mocks> {
  const { nodePlatform: platform, createRandom, createDirectory, createTenants } = internals
  const random = createRandom()
  const directory = createDirectory()
  const stored = await internals.makeSigningKey({ now: new Date() })
  const sandboxes = internals.createSandboxes([await platform.importSigningKey(stored)], Date.now)
  const tenants = createTenants({
    directory,
    sandboxes,
    platform,
    random,
    origins: new Map(),
  })
  const [tenant] = internals.seededDirectory().tenants.map(internals.complete)
  if (!tenant) throw new TypeError('a directory without a tenant')
  await tenants.add(tenant)
  const world: World = {
    directory,
    platform,
    random,
    realNowMs: Date.now,
    sleep: () => Promise.reject(new Error('nothing waits here')),
    issuerNames: internals.createIssuerNames(),
    facilitiesOf: sandboxes.of,
    fetchIssuerKeys: () => Promise.reject(new Error('no issuer is asked here')),
    waivedRules: new Set(),
  }
  const strays = internals.createJournal()
  const record = internals.createRecorder({ tenants, strays, onRequest: undefined })
  return {
    tenant,
    journal: tenants.sandboxOf(tenant.tenantId).journal,
    real: served(internals.tokenRoute(world, tenants, record)),
    bare: served(bareTokenRoute(internals, world)),
  }
}

function served(handler: Handler) {
  const app = new Hono()
  app.all('/:tenant/oauth2/v2.0/token', handler)
  return async (request: Request) => app.fetch(request)
}

const originOfUrl = /^(https?:\/\/([^/]+))/

/** `tokenRoute` without journal, faults and chaos: it sees of a request only what the token endpoint needs. */
function bareTokenRoute(internals: Internals, world: World): Handler {
  const { answerTokenRequest, correlationIdOf, readLimitedBody } = internals
  return async ({ req }) => {
    const [, origin = '', host = ''] = originOfUrl.exec(req.url) ?? []
    const body = await readLimitedBody(req.raw)
    const http = {
      method: req.method,
      contentType: req.header('content-type') ?? '',
      authorization: req.header('authorization'),
      body: body ?? '',
      bodyTooLarge: body === undefined,
      correlationId: correlationIdOf(req),
      returnCorrelationId: req.header('return-client-request-id') === 'true',
      tenantName: req.param('tenant') ?? '',
      origin: world.issuerNames.originFor({ origin, host }),
    }
    const answer = await answerTokenRequest(http, world)
    return new Response(answer.body, answer)
  }
}
