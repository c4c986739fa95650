import { Hono } from 'hono'
import { orderToken } from '../forge/order-token.ts'
import { forgeryRecord } from '../journal/forgery-record.ts'
import { secretsKnownTo } from '../journal/known-secrets.ts'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import { originOf } from './origin-of.ts'
import type { ControlParts } from './parts.ts'
import { ControlProblem } from './problem.ts'
import { jsonBody } from './read-json.ts'
import { tokenOrder } from './token-order-schema.ts'

/** `/_mock/tokens`: any token, good or forged, without the requests by which a client would obtain it. */
export function tokenRoutes(parts: ControlParts): Hono {
  const { world } = parts
  return new Hono().post(
    '/',
    operation({
      summary: 'Create a token.',
      description:
        'Any kind: T1, T2, of an agent, on behalf of a person, of an agent user, Tc, of an application, or an id_token. With changes it is a forgery: the journal says so, and the answer has the header x-mock-forged.',
      status: 201,
    }),
    tenantInQuery(parts),
    jsonBody(tokenOrder),
    async (context) => {
      const { tenantId } = context.var
      const order = context.req.valid('json')
      const made = await orderToken({ ...order, tenantId, origin: originOf(context, world) }, world)
      if ('mistake' in made) {
        throw new ControlProblem(404, 'the tenant cannot make this token', [made.mistake])
      }
      const { token, claims, isForgery } = made
      if (isForgery) {
        context.header('x-mock-forged', 'true')
        const { clock, journal } = context.var.sandbox
        const forged = { tenantId, claims, nowMs: clock.nowMs(), traceId: world.random.guid() }
        const secretsOf = () => secretsKnownTo(world.directory)
        parts.record(journal, await forgeryRecord(context.req.raw, forged, secretsOf))
      }
      return context.json({ token, ...(isForgery && { forgery: true }) })
    },
  )
}
