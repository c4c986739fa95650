import { Hono } from 'hono'
import { z } from 'zod'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { jsonBody } from './read-json.ts'

const chaosChange = z
  .strictObject({
    seed: z.int().nullable().meta({
      description:
        'The same seed varies the same requests in the same way. Null turns variation off.',
    }),
  })
  .meta({
    description:
      'Varies details of token answers and discovery documents that a client must not depend on: the order of members, unknown members, the prose of error_description, lifetimes that are not set, key ids.',
  })

/** `/_mock/chaos`: variations that a client must tolerate. */
export function chaosRoutes(parts: ControlParts): Hono {
  const routes = new Hono()

  routes.get(
    '/',
    operation({
      summary: 'Read the seed that varies answers.',
      description: 'Null: variation is off.',
    }),
    tenantInQuery(parts),
    (context) => context.json({ seed: context.var.sandbox.chaos.seed() }),
  )

  routes.put(
    '/',
    operation({ summary: 'Turn variation of answers on or off.' }),
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
