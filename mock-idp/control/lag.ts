import { Hono } from 'hono'
import { lagChange } from './lag-schema.ts'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { jsonBody } from './read-json.ts'

/** `/_mock/lag`: how late a tenant sees its own changes. */
export function lagRoutes(parts: ControlParts): Hono {
  const routes = new Hono()

  routes.get(
    '/',
    operation({ summary: 'Read how late the tenant sees changes made through Microsoft Graph.' }),
    tenantInQuery(parts),
    (context) => context.json(context.var.sandbox.lag.current()),
  )

  routes.put(
    '/',
    operation({ summary: 'Set how late the tenant sees changes made through Microsoft Graph.' }),
    tenantInQuery(parts),
    jsonBody(lagChange),
    (context) => {
      const { lag } = context.var.sandbox
      lag.set(context.req.valid('json'))
      return context.json(lag.current())
    },
  )
  return routes
}
