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
    t1Seconds: lifetimeSeconds.optional().meta({ description: 'Lifetime of T1.' }),
    agentTokenSeconds: lifetimeSeconds.optional().meta({
      description:
        'Lifetime of every other token of the token endpoint: for agent identities, blueprints and applications.',
    }),
  })
  .meta({
    description:
      'Seconds from the time of issue, initially 3600; negative: already expired. Omitted members stay as they are.',
  })

/** `/_mock/lifetimes`: the lifetimes of the tokens of a tenant. */
export function lifetimesRoutes(parts: ControlParts): Hono {
  const routes = new Hono()

  routes.get(
    '/',
    operation({ summary: 'Read the lifetimes of tokens.' }),
    tenantInQuery(parts),
    (context) => context.json(context.var.sandbox.lifetimes.current()),
  )

  routes.put(
    '/',
    operation({ summary: 'Set the lifetimes of tokens.' }),
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
