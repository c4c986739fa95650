import { Hono } from 'hono'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { jsonBody } from './read-json.ts'
import { signInChange } from './sign-in-schema.ts'

/** `/_mock/sign-in`: how people sign in at a tenant. */
export function signInRoutes(parts: ControlParts): Hono {
  const { facilitiesOf } = parts.world
  const routes = new Hono()

  routes.get(
    '/',
    operation({ summary: 'Read how people sign in at the tenant.' }),
    tenantInQuery(parts),
    (context) => context.json(facilitiesOf(context.var.tenantId).signInSettings.current()),
  )

  routes.put(
    '/',
    operation({ summary: 'Set how people sign in at the tenant.' }),
    tenantInQuery(parts),
    jsonBody(signInChange),
    (context) => {
      const { signInSettings } = facilitiesOf(context.var.tenantId)
      signInSettings.set(context.req.valid('json'))
      return context.json(signInSettings.current())
    },
  )
  return routes
}
