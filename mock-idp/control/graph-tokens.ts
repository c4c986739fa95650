import { Hono } from 'hono'
import { z } from 'zod'
import { mintGraphToken } from '../tenants/graph-token.ts'
import { farthestSeconds } from './farthest-seconds.ts'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import { originOf } from './origin-of.ts'
import type { ControlParts } from './parts.ts'
import { ControlProblem } from './problem.ts'
import { optionalJsonBody } from './read-json.ts'

const graphTokenRequest = z
  .strictObject({
    userId: z.guid().optional().meta({
      description: 'Object id of the user. Left out: the first administrator of agents.',
    }),
    scopes: z.array(z.string().min(1)).optional().meta({
      description: 'Left out: all that provisioning needs.',
    }),
    clientId: z.guid().optional().meta({
      description: 'Client id of a principal: the token is its own, without a user.',
    }),
    roles: z.array(z.string().min(1)).optional().meta({
      description: 'Roles of a token without a user. Left out: none.',
    }),
    issuerTenantId: z.guid().optional().meta({
      description:
        'The tenant that the issuer names, for a token that is refused. Left out: its own.',
    }),
    lifetimeSeconds: z.int().min(-farthestSeconds).max(farthestSeconds).optional().meta({
      description: 'Seconds from now; negative: expired already. Left out: ten years.',
    }),
  })
  .meta({ description: 'Whose token for Microsoft Graph, and with which permissions.' })

/** `/_mock/graph-tokens`: tokens for Microsoft Graph that no grant led to. */
export function graphTokenRoutes(parts: ControlParts): Hono {
  const { world } = parts
  return new Hono().post(
    '/',
    operation({
      summary: 'Create a token for Microsoft Graph.',
      description: 'It has the permissions that you name.',
      status: 201,
    }),
    tenantInQuery(parts),
    optionalJsonBody(graphTokenRequest),
    async (context) => {
      const asked = context.req.valid('json')
      const { tenantId } = context.var
      const origin = originOf(context, world)
      const token = await mintGraphToken({ ...asked, tenantId, origin }, world)
      if (token !== undefined) return context.json({ token })
      throw new ControlProblem(404, 'the tenant has nobody to whom the token could belong', [
        asked.clientId ? `there is no principal ${asked.clientId}` : 'name a user by userId',
      ])
    },
  )
}
