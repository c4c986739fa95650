import { Hono } from 'hono'
import { z } from 'zod'
import type { TenantClock } from '../ports/clock.ts'
import { farthestSeconds } from './farthest-seconds.ts'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { jsonBody } from './read-json.ts'

const shiftSeconds = z.number().min(-farthestSeconds).max(farthestSeconds)

const clockChange = z
  .strictObject({
    offsetSeconds: shiftSeconds.optional().meta({
      description: 'Seconds that the clock of the tenant is ahead of real time. Negative: behind.',
    }),
    advanceSeconds: shiftSeconds.optional().meta({
      description: 'Seconds to add to the time the clock shows.',
    }),
    frozen: z.boolean().optional().meta({ description: 'True stops the clock.' }),
  })
  .meta({ description: 'The changes; omitted members stay as they are.' })

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
