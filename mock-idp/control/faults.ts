import { Hono } from 'hono'
import { fault } from './fault-schema.ts'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { jsonBody } from './read-json.ts'

/** `/_mock/faults`: faults in the answers of a tenant. */
export function faultRoutes(parts: ControlParts): Hono {
  const routes = new Hono()

  routes.get(
    '/',
    operation({ summary: 'List the pending faults.' }),
    tenantInQuery(parts),
    (context) => context.json({ faults: context.var.sandbox.faults.pending() }),
  )

  routes.post(
    '/',
    operation({
      summary: 'Add a fault.',
      description: 'The mock adds it after the pending faults, and answers with all of them.',
      status: 201,
    }),
    tenantInQuery(parts),
    jsonBody(fault),
    (context) => {
      const { faults } = context.var.sandbox
      faults.add(context.req.valid('json'))
      return context.json({ faults: faults.pending() })
    },
  )

  routes.delete(
    '/',
    operation({ summary: 'Remove all faults.', status: 204 }),
    tenantInQuery(parts),
    (context) => {
      context.var.sandbox.faults.clear()
      return context.body(null)
    },
  )
  return routes
}
