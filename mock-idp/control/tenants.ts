import { type Context, Hono } from 'hono'
import type { CompleteTenantDescription } from '../directory/description.ts'
import { type NamedTenantDescription, namedTenantSchema } from '../directory/named-description.ts'
import { mintGraphToken } from '../tenants/graph-token.ts'
import { variablesOf } from '../tenants/variables.ts'
import type { World } from '../world.ts'
import { tenantById } from './name-tenant.ts'
import { operation } from './operation.ts'
import { originOf } from './origin-of.ts'
import type { ControlParts } from './parts.ts'
import { ControlProblem } from './problem.ts'
import { unparsedBody } from './read-json.ts'

/** `/_mock/tenants`: tenants and their objects. */
export function tenantRoutes(parts: ControlParts): Hono {
  const { world, tenants } = parts
  const routes = new Hono()

  routes.get('/', operation({ summary: 'List the tenants.' }), (context) =>
    context.json({
      tenants: [...world.directory.tenants()].map(({ id, displayName, domains }) => ({
        tenantId: id,
        displayName,
        domains,
      })),
    }),
  )

  routes.post(
    '/',
    operation({
      summary: 'Create a tenant.',
      description:
        'Makes an isolated tenant, and answers its id and the environment variables that describe it, or with the header `Prefer: return=minimal` (RFC 7240) its id alone. Without a body: a tenant like Contoso, under new ids. Names alone are enough: the mock fills in ids.',
      status: 201,
    }),
    unparsedBody(namedTenantSchema, { required: false }),
    async (context) => {
      const description = context.req.valid('json') as NamedTenantDescription | undefined
      refuseTaken(description?.tenantId, world)
      return context.json(await answerOf(await tenants.create(description), context, world))
    },
  )

  routes.get('/:id', operation({ summary: 'Describe a tenant.' }), tenantById(parts), (context) =>
    context.json(tenants.describe(context.var.tenantId)),
  )

  routes.put(
    '/:id',
    operation({
      summary: 'Replace the objects of a tenant.',
      description: 'Its clock, keys and journal stay as they are.',
    }),
    tenantById(parts),
    unparsedBody(namedTenantSchema, { required: true }),
    async (context) => {
      const description = context.req.valid('json') as NamedTenantDescription
      const { tenantId } = context.var
      const made = await tenants.replace({ ...description, tenantId })
      return context.json(await answerOf(made, context, world))
    },
  )

  routes.delete(
    '/:id',
    operation({ summary: 'Remove a tenant.', status: 204 }),
    tenantById(parts),
    (context) => {
      tenants.remove(context.var.tenantId)
      return context.body(null)
    },
  )
  return routes
}

function refuseTaken(tenantId: unknown, { directory }: World): void {
  if (typeof tenantId !== 'string' || !directory.findTenant(tenantId)) return
  throw new ControlProblem(
    409,
    `the tenant ${tenantId} already exists; use PUT to replace its objects`,
  )
}

async function answerOf(made: CompleteTenantDescription, context: Context, world: World) {
  const { tenantId } = made
  if (isMinimal(context.req.header('prefer'))) return { tenantId }
  const origin = originOf(context, world)
  const token = await mintGraphToken({ tenantId, origin }, world)
  const variables = variablesOf(made, origin)
  const env = token === undefined ? variables : { ...variables, AGENTID_GRAPH_TOKEN: token }
  return { tenantId, env }
}

/** RFC 7240, section 4.2. Whoever knows the tenant already needs no token of its administrator, which takes a signature. */
function isMinimal(preference = ''): boolean {
  return preference.split(/[,;]/).some((one) => one.trim().toLowerCase() === 'return=minimal')
}
