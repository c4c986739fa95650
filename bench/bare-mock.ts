import { type Handler, Hono } from 'hono'
import type { Journal } from '../mock-idp/journal/journal.ts'
import { createForgeries } from '../mock-idp/tokens/forgeries.ts'
import type { World } from '../mock-idp/world.ts'
import type { Internals } from './mock-internals.ts'

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
    forgeries: createForgeries(),
    waivedRules: new Set(),
  }
  const strays = internals.createJournal()
  const record = internals.createRecorder({ strays, onRequest: undefined })
  const surroundings = { world, sandboxOf: sandboxes.of, record }
  return {
    tenant,
    journal: tenants.sandboxOf(tenant.tenantId).journal,
    real: served(internals.handlerOf(internals.tokenEndpoint, surroundings)),
    bare: served(bareTokenRoute(internals, world)),
  }
}

function served(handler: Handler) {
  const app = new Hono()
  app.all('/:tenant/oauth2/v2.0/token', handler)
  return async (request: Request) => app.fetch(request)
}

/** The token endpoint without lag, chaos, faults and journal: only what it needs to decide. */
function bareTokenRoute(internals: Internals, world: World): Handler {
  const { seeRequest, openExchange, decide, tokenEndpoint } = internals
  return async ({ req }) => {
    const request = await seeRequest(req.raw, req.param('tenant'), 'form')
    const tenant = tokenEndpoint.findTenant(request, world)
    const opened = openExchange('token', request, tenant, world)
    const { answer } = await decide(tokenEndpoint, opened, world)
    return new Response(answer.body, answer)
  }
}
