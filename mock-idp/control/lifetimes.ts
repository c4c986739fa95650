import { Hono } from 'hono'
import { z } from 'zod'
import { farthestSeconds } from './farthest-seconds.ts'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { jsonBody } from './read-json.ts'

const lifetimeSeconds = z.int().min(-farthestSeconds).max(farthestSeconds)

const lifetimesChange = z
  .strictObject({
    t1Seconds: lifetimeSeconds.optional().meta({ description: 'How long T1 holds.' }),
    agentTokenSeconds: lifetimeSeconds.optional().meta({
      description:
        'How long every other token of the token endpoint holds: of agent identities, blueprints and applications.',
    }),
  })
  .meta({
    description:
      'Seconds from the time of issue, 3600 at first; negative: expired already. Members left out stay as they are.',
  })

/** `/_mock/lifetimes`: how long the tokens of a tenant hold. */
export function lifetimesRoutes(parts: ControlParts): Hono {
  const routes = new Hono()

  routes.get(
    '/',
    operation({ summary: 'Read how long tokens hold.' }),
    tenantInQuery(parts),
    (context) => context.json(context.var.sandbox.lifetimes.current()),
  )

  routes.put(
    '/',
    operation({ summary: 'Set how long tokens hold.' }),
    tenantInQuery(parts),
    jsonBody(lifetimesChange),
    (context) => {
      const { lifetimes } = context.var.sandbox
      lifetimes.set(context.req.valid('json'))
      return context.json(lifetimes.current())
    },
  )
  return routes
}
