import { Hono } from 'hono'
import { z } from 'zod'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { jsonBody } from './read-json.ts'

const lag = z
  .strictObject({
    requests: z.int().min(0).max(1000).optional().meta({
      description: 'Number of its own requests that do not see a change.',
    }),
    ms: z.int().min(0).max(86_400_000).optional().meta({
      description: 'Milliseconds on the clock of the tenant during which a change is not seen.',
    }),
  })
  .meta({
    description: 'How long a change stays invisible. With both members: until both have passed.',
  })

const lagChange = z
  .strictObject({
    read: lag.optional().meta({ description: 'Lag of reads through Microsoft Graph.' }),
    write: lag.optional().meta({ description: 'Lag of writes through Microsoft Graph.' }),
    sts: lag.optional().meta({ description: 'Lag of the token endpoint.' }),
  })
  .meta({
    description:
      'How late each part of the tenant sees changes made through Microsoft Graph; initially at once. Omitted members stay as they are.',
  })

/** `/_mock/lag`: how late a tenant sees its own changes. */
export function lagRoutes(parts: ControlParts): Hono {
  const routes = new Hono()

  routes.get(
    '/',
    operation({ summary: 'Read how late the tenant sees changes made through Microsoft Graph.' }),
    tenantInQuery(parts),
    (context) => context.json(context.var.sandbox.lag.current()),
  )

  routes.put(
    '/',
    operation({ summary: 'Set how late the tenant sees changes made through Microsoft Graph.' }),
    tenantInQuery(parts),
    jsonBody(lagChange),
    (context) => {
      const { lag } = context.var.sandbox
      lag.set(context.req.valid('json'))
      return context.json(lag.current())
    },
  )
  return routes
}
