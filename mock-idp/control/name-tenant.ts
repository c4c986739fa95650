import type { Context, MiddlewareHandler } from 'hono'
import { resolver } from 'hono-openapi'
import { z } from 'zod'
import type { Directory } from '../directory/directory.ts'
import type { Sandbox } from '../sandbox/sandboxes.ts'
import { documented } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { ControlProblem } from './problem.ts'
import { parseQuery } from './read-query.ts'

const nameTheTenant = 'name the tenant: ?tenant=<id or domain>'

/** A tenant in the query. */
export const tenantName = z
  .string({ error: nameTheTenant })
  .min(1, nameTheTenant)
  .meta({ description: 'Id or verified domain of the tenant.' })

const inQuery = z.object({ tenant: tenantName })
const inPath = z.object({
  id: z.string().meta({ description: 'Id or verified domain of the tenant.' }),
})

type InTenant = { readonly Variables: { readonly tenantId: string; readonly sandbox: Sandbox } }

/** Finds the tenant that `?tenant=` names. */
export function tenantInQuery(parts: ControlParts): MiddlewareHandler<InTenant> {
  const find = findingTenant(parts, (context) => parseQuery(context, inQuery).tenant)
  return documented(find, { target: 'query', ...resolver(inQuery) })
}

/** Finds the tenant that `{id}` in the path names. */
export function tenantById(parts: ControlParts): MiddlewareHandler<InTenant> {
  const find = findingTenant(parts, ({ req }) => inPath.parse(req.param()).id)
  return documented(find, { target: 'param', ...resolver(inPath) })
}

function findingTenant(
  { world, tenants }: ControlParts,
  nameIn: (context: Context) => string,
): MiddlewareHandler<InTenant> {
  return async (context, next) => {
    const tenantId = idOf(nameIn(context), world.directory)
    context.set('tenantId', tenantId)
    context.set('sandbox', tenants.sandboxOf(tenantId))
    await next()
  }
}

/** The id of the tenant that goes by this id or domain. */
export function idOf(name: string, directory: Directory): string {
  const tenant = directory.findTenant(name)
  if (tenant) return tenant.id
  throw new ControlProblem(404, `unknown tenant '${name}'`)
}
