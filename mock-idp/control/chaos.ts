import { Hono } from 'hono'
import { z } from 'zod'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { jsonBody } from './read-json.ts'

const chaosChange = z
  .strictObject({
    seed: z.int().nullable().meta({
      description: 'The same seed varies the same requests in the same way. Null: nothing varies.',
    }),
  })
  .meta({
    description:
      'Varies what a client must not depend on in token answers and discovery documents: the order of members, unknown members, the prose of error_description, lifetimes that are not set, key ids.',
  })

/** `/_mock/chaos`: variations that a client has to bear. */
export function chaosRoutes(parts: ControlParts): Hono {
  const routes = new Hono()

  routes.get(
    '/',
    operation({
      summary: 'Read the seed by which answers vary.',
      description: 'Null: nothing varies.',
    }),
    tenantInQuery(parts),
    (context) => context.json({ seed: context.var.sandbox.chaos.seed() }),
  )

  routes.put(
    '/',
    operation({ summary: 'Vary what a client must not depend on, or stop doing so.' }),
    tenantInQuery(parts),
    jsonBody(chaosChange),
    (context) => {
      const { seed } = context.req.valid('json')
      context.var.sandbox.chaos.set(seed)
      return context.json({ seed })
    },
  )
  return routes
}
