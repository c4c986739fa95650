import { Hono } from 'hono'
import { chaosChange } from './chaos-schema.ts'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { jsonBody } from './read-json.ts'

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
