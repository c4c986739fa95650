import { Hono } from 'hono'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'

/** `/_mock/reset`: a tenant as it began. */
export function resetRoutes(parts: ControlParts): Hono {
  return new Hono().post(
    '/',
    operation({ summary: 'Reset a tenant to its initial state.', status: 204 }),
    tenantInQuery(parts),
    async (context) => {
      await parts.tenants.reset(context.var.tenantId)
      return context.body(null)
    },
  )
}
