import { Hono } from 'hono'
import type { TenantClock } from '../ports/clock.ts'
import { clockChange } from './clock-schema.ts'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { jsonBody } from './read-json.ts'

/** `/_mock/clock`: the clock of a tenant. */
export function clockRoutes(parts: ControlParts): Hono {
  const routes = new Hono()

  routes.get(
    '/',
    operation({ summary: 'Read the clock of a tenant.' }),
    tenantInQuery(parts),
    (context) => context.json(stateOf(context.var.sandbox.clock)),
  )

  routes.put(
    '/',
    operation({ summary: 'Shift, advance, stop or start the clock of a tenant.' }),
    tenantInQuery(parts),
    jsonBody(clockChange),
    (context) => {
      const { clock } = context.var.sandbox
      clock.set(context.req.valid('json'))
      return context.json(stateOf(clock))
    },
  )
  return routes
}

function stateOf(clock: TenantClock) {
  const { nowMs, offsetSeconds, frozen } = clock.state()
  return { now: new Date(nowMs).toISOString(), offsetSeconds, frozen }
}
