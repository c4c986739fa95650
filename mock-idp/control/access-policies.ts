import { type Context, Hono, type Next } from 'hono'
import { resolver } from 'hono-openapi'
import { z } from 'zod'
import { accessPolicy as policySchema } from '../directory/access-policy-schema.ts'
import { tenantInQuery } from './name-tenant.ts'
import { documented, operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { ControlProblem } from './problem.ts'
import { jsonBody } from './read-json.ts'

const inPath = z.object({ policy: z.string().meta({ description: 'Id of the policy.' }) })
const policyInPath = documented((_: Context, next: Next) => next(), {
  target: 'param',
  ...resolver(inPath),
})

/** `/_mock/access-policies`: the policies of Conditional Access of a tenant. */
export function accessPolicyRoutes(parts: ControlParts): Hono {
  const { tenants } = parts
  const routes = new Hono()
  const policiesOf = (tenantId: string) => tenants.describe(tenantId).accessPolicies

  routes.get(
    '/',
    operation({ summary: 'List the policies of Conditional Access.' }),
    tenantInQuery(parts),
    (context) => context.json({ accessPolicies: policiesOf(context.var.tenantId) }),
  )

  routes.post(
    '/',
    operation({
      summary: 'Add a policy of Conditional Access.',
      description: 'The mock answers with all of them, and with their ids. It applies at once.',
      status: 201,
    }),
    tenantInQuery(parts),
    jsonBody(policySchema),
    async (context) => {
      const { tenantId } = context.var
      const added = { id: parts.world.random.guid(), ...context.req.valid('json') }
      await tenants.setAccessPolicies(tenantId, [...policiesOf(tenantId), added])
      return context.json({ accessPolicies: policiesOf(tenantId) })
    },
  )

  routes.delete(
    '/',
    operation({ summary: 'Remove all policies of Conditional Access.', status: 204 }),
    tenantInQuery(parts),
    async (context) => {
      await tenants.setAccessPolicies(context.var.tenantId, [])
      return context.body(null)
    },
  )

  routes.delete(
    '/:policy',
    operation({ summary: 'Remove a policy of Conditional Access by its id.', status: 204 }),
    tenantInQuery(parts),
    policyInPath,
    async (context) => {
      const { tenantId } = context.var
      const id = inPath.parse(context.req.param()).policy.toLowerCase()
      const policies = policiesOf(tenantId)
      const left = policies.filter((one) => one.id !== id)
      if (left.length === policies.length) throw new ControlProblem(404, `unknown policy '${id}'`)
      await tenants.setAccessPolicies(tenantId, left)
      return context.body(null)
    },
  )
  return routes
}
