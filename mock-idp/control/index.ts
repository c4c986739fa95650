import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import { HTTPException } from 'hono/http-exception'
import type { CompleteTenantDescription, TenantDescription } from '../directory/description.ts'
import { DirectoryConflict } from '../directory/directory.ts'
import { DirectoryNotKept } from '../directory/directory-not-kept.ts'
import { DirectoryProblem } from '../directory/directory-problem.ts'
import type { Journal } from '../journal/journal.ts'
import { makeSigningKey } from '../keys/make-signing-key.ts'
import { findRule, isRelaxable, rules } from '../rules/index.ts'
import { mintGraphToken } from '../tenants/graph-token.ts'
import type { Tenants } from '../tenants/tenants.ts'
import { variablesOf } from '../tenants/variables.ts'
import type { World } from '../world.ts'
import { addAnswerOperations } from './answers.ts'
import { openApiDocument } from './openapi.ts'
import { ControlProblem } from './problem.ts'
import { readBody, readJson, readOptionalBody } from './read-body.ts'
import { addRequestOperations } from './requests.ts'
import { clockChange, graphTokenRequest, relaxation } from './schemas.ts'

type ControlParts = {
  readonly world: World
  readonly tenants: Tenants
  readonly strays: Journal
  readonly controlToken: string | undefined
}

/** `/_mock/`: the powers of a test over the mock. Microsoft Entra has nothing like it. */
export function createControl({ world, tenants, strays, controlToken }: ControlParts): Hono {
  const control = new Hono().basePath('/_mock')
  control.use(refuseStrangers(world))
  if (controlToken !== undefined) control.use(bearerAuth({ token: controlToken }))
  const origin = (context: Context) => world.issuerNames.originFor(new URL(context.req.url))

  const envOf = async (made: CompleteTenantDescription, context: Context) => {
    const token = await mintGraphToken({ tenantId: made.tenantId, origin: origin(context) }, world)
    const variables = variablesOf(made, origin(context))
    return token === undefined ? variables : { ...variables, AGENTID_GRAPH_TOKEN: token }
  }

  const named = (name: string | undefined) => {
    const tenant = world.directory.findTenant(name ?? '')
    if (tenant) return tenant.id
    if (name) throw new ControlProblem(404, `there is no tenant '${name}'`)
    throw new ControlProblem(400, 'name the tenant: ?tenant=<id or domain>')
  }
  const sandbox = (context: Context) => tenants.sandboxOf(named(context.req.query('tenant')))

  control.get('/tenants', (context) =>
    context.json({
      tenants: [...world.directory.tenants()].map(({ id, displayName, domains }) => ({
        tenantId: id,
        displayName,
        domains,
      })),
    }),
  )
  control.post('/tenants', async (context) => {
    const description = (await readJson(context)) as TenantDescription | undefined
    refuseTaken(description?.tenantId, world)
    const made = await tenants.create(description)
    return context.json({ tenantId: made.tenantId, env: await envOf(made, context) }, 201)
  })
  control.get('/tenants/:id', (context) =>
    context.json(tenants.describe(named(context.req.param('id')))),
  )
  control.put('/tenants/:id', async (context) => {
    const tenantId = named(context.req.param('id'))
    const description = (await readJson(context)) as TenantDescription
    const made = await tenants.replace({ ...description, tenantId })
    return context.json({ tenantId, env: await envOf(made, context) })
  })
  control.delete('/tenants/:id', (context) => {
    tenants.remove(named(context.req.param('id')))
    return context.body(null, 204)
  })

  addRequestOperations(control, { world, tenants, strays }, named)

  control.get('/clock', (context) => context.json(clockState(sandbox(context).clock.state())))
  control.put('/clock', async (context) => {
    const { clock } = sandbox(context)
    clock.set(await readBody(context, clockChange))
    return context.json(clockState(clock.state()))
  })

  addAnswerOperations(control, sandbox)

  control.post('/keys', async (context) => {
    const { keys, clock } = sandbox(context)
    const stored = await makeSigningKey({ now: new Date(clock.nowMs()) })
    const key = await world.platform.importSigningKey(stored)
    keys.rotateTo(key)
    return context.json(
      { current: key.kid, published: keys.published().map(({ kid }) => kid) },
      201,
    )
  })

  control.post('/graph-tokens', async (context) => {
    const tenantId = named(context.req.query('tenant'))
    const asked = { ...(await readOptionalBody(context, graphTokenRequest)), tenantId }
    const token = await mintGraphToken({ ...asked, origin: origin(context) }, world)
    if (token !== undefined) return context.json({ token }, 201)
    throw new ControlProblem(404, 'the tenant has nobody to whom the token could belong', [
      asked.clientId ? `there is no principal ${asked.clientId}` : 'name a user by userId',
    ])
  })

  control.get('/rules', (context) => context.json({ rules: rules.map(publicRule) }))
  control.put('/rules', async (context) => {
    const tenantId = named(context.req.query('tenant'))
    const { relaxedRules } = await readBody(context, relaxation)
    refuseUnknownRules(relaxedRules)
    tenants.relax(tenantId, relaxedRules)
    return context.json({ relaxedRules })
  })

  control.post('/reset', async (context) => {
    await tenants.reset(named(context.req.query('tenant')))
    return context.body(null, 204)
  })
  control.get('/openapi.json', (context) => context.json(openApiDocument(origin(context))))

  control.notFound((context) =>
    context.json(
      {
        error: `the control API has no ${context.req.method} ${context.req.path}`,
        problems: ['see /_mock/openapi.json'],
      },
      404,
    ),
  )
  control.onError((error, context) => {
    if (error instanceof ControlProblem) {
      return context.json({ error: error.message, problems: error.problems }, error.status)
    }
    if (error instanceof DirectoryProblem) {
      return context.json(
        { error: 'the tenant cannot be used as described', problems: error.problems },
        400,
      )
    }
    if (error instanceof DirectoryConflict) {
      return context.json({ error: error.message, problems: [] }, 409)
    }
    if (error instanceof DirectoryNotKept) {
      return context.json({ error: 'the change was not made', problems: [error.message] }, 500)
    }
    if (error instanceof HTTPException) {
      const needed = 'the control API needs its token: Authorization: Bearer <token>'
      return context.json({ error: needed, problems: [] }, 401, { 'www-authenticate': 'Bearer' })
    }
    throw error
  })
  return control
}

/** No web page may use these powers: neither across sites nor under a name that was bound to loopback. */
function refuseStrangers({ issuerNames }: World): MiddlewareHandler {
  return async ({ req }, next) => {
    const { origin } = new URL(req.url)
    if (!issuerNames.isOwnOrigin(origin) || req.header('sec-fetch-site') === 'cross-site') {
      throw new ControlProblem(403, 'the control API answers local programs only')
    }
    await next()
  }
}

function clockState({
  nowMs,
  offsetSeconds,
  frozen,
}: {
  readonly nowMs: number
  readonly offsetSeconds: number
  readonly frozen: boolean
}) {
  return { now: new Date(nowMs).toISOString(), offsetSeconds, frozen }
}

function publicRule(rule: (typeof rules)[number]) {
  const { message: _, broken: __, ...shown } = { message: undefined, broken: undefined, ...rule }
  return shown
}

function refuseTaken(tenantId: unknown, { directory }: World): void {
  if (typeof tenantId !== 'string' || !directory.findTenant(tenantId)) return
  throw new ControlProblem(409, `the tenant ${tenantId} exists already; PUT replaces its objects`)
}

function refuseUnknownRules(ids: readonly string[]): void {
  const problems = ids.flatMap((id) => {
    const rule = findRule(id)
    if (rule && isRelaxable(rule)) return []
    return [rule ? `${id} is not inferred, so it cannot be relaxed` : `there is no rule '${id}'`]
  })
  if (problems.length > 0) throw new ControlProblem(400, 'these rules cannot be relaxed', problems)
}
