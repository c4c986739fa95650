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
      description: 'Object id of the user. Default: the first administrator of agents.',
    }),
    scopes: z.array(z.string().min(1)).optional().meta({
      description: 'Default: everything that provisioning needs.',
    }),
    clientId: z.guid().optional().meta({
      description: 'Client id of a principal, for a token without a user.',
    }),
    roles: z.array(z.string().min(1)).optional().meta({
      description: 'Roles of a token without a user. Default: none.',
    }),
    issuerTenantId: z.guid().optional().meta({
      description: 'The tenant in the issuer, to create a token that is refused. Default: its own.',
    }),
    lifetimeSeconds: z.int().min(-farthestSeconds).max(farthestSeconds).optional().meta({
      description: 'Seconds from now; negative: already expired. Default: ten years.',
    }),
  })
  .meta({ description: 'The owner and the permissions of the token for Microsoft Graph.' })

/** `/_mock/graph-tokens`: tokens for Microsoft Graph without a grant. */
export function graphTokenRoutes(parts: ControlParts): Hono {
  const { world } = parts
  return new Hono().post(
    '/',
    operation({
      summary: 'Create a token for Microsoft Graph.',
      description: 'The token has the permissions that you name.',
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
      throw new ControlProblem(404, 'the tenant has no user or principal for the token', [
        asked.clientId ? `unknown principal ${asked.clientId}` : 'name a user by userId',
      ])
    },
  )
}
