import { Hono } from 'hono'
import { z } from 'zod'
import { forgeryRecord } from '../journal/forgery-record.ts'
import { secretsKnownTo } from '../journal/known-secrets.ts'
import { orderToken } from '../tenants/order-token.ts'
import { farthestSeconds } from './farthest-seconds.ts'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import { originOf } from './origin-of.ts'
import type { ControlParts } from './parts.ts'
import { ControlProblem } from './problem.ts'
import { jsonBody } from './read-json.ts'

const changes = z.record(z.string().min(1), z.unknown())
const tokenOrder = z
  .strictObject({
    kind: z.enum(['user', 'app', 'idToken']).meta({
      description:
        'user: an access token about a user, such as Tc. app: one without a user. idToken: who the user is.',
    }),
    user: z.string().min(1).optional().meta({
      description: 'User principal name or object id. Needed unless kind is app.',
    }),
    client: z.guid().meta({ description: 'Client id of the application that gets the token.' }),
    audience: z.string().min(1).optional().meta({
      description: 'Application id or URI of the resource. An id_token is for its client.',
    }),
    scopes: z.array(z.string().min(1)).optional().meta({
      description: 'What scp names. Default: every scope that the resource publishes.',
    }),
    methods: z.array(z.string().min(1)).optional().meta({
      description: 'How the user signed in, as amr has it. Default: pwd and mfa.',
    }),
    authenticationContexts: z
      .array(z.string().regex(/^c[1-9]\d?$/, 'expected c1 to c99'))
      .optional()
      .meta({
        description:
          'What the sign-in satisfied besides, as acrs has it, such as c1. Default: nothing.',
      }),
    lifetimeSeconds: z.int().min(-farthestSeconds).max(farthestSeconds).optional().meta({
      description: 'Seconds from now; negative: already expired. Default: 60 to 90 minutes.',
    }),
    claims: changes.optional().meta({
      description: 'Claims that replace those of the token; null removes one.',
    }),
    header: changes.optional().meta({
      description: 'Members that replace those of the header; null removes one.',
    }),
    signWith: z.enum(['tenant', 'stranger', 'none']).optional().meta({
      description: 'Whose key signs it; stranger: one that nobody publishes. Default: tenant.',
    }),
  })
  .meta({ description: 'Whose token it is, for what, and how it departs from a good one.' })

/** `/_mock/tokens`: any token, good or forged, without the requests by which a client would obtain it. */
export function tokenRoutes(parts: ControlParts): Hono {
  const { world } = parts
  return new Hono().post(
    '/',
    operation({
      summary: 'Create a token.',
      description: 'Tc, a token of an application or an id_token; with changes it is a forgery.',
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
        const { clock, journal } = context.var.sandbox
        const order = { tenantId, claims, nowMs: clock.nowMs(), traceId: world.random.guid() }
        const secretsOf = () => secretsKnownTo(world.directory)
        parts.record(journal, await forgeryRecord(context.req.raw, order, secretsOf))
      }
      return context.json({ token, ...(isForgery && { forgery: true }) })
    },
  )
}
