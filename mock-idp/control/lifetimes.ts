import { Hono } from 'hono'
import { lifetimesChange } from './lifetimes-schema.ts'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { jsonBody } from './read-json.ts'

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
