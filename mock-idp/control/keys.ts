import { Hono } from 'hono'
import { makeSigningKey } from '../keys/make-signing-key.ts'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'

/** `/_mock/keys`: the signing keys of a tenant. */
export function keyRoutes(parts: ControlParts): Hono {
  return new Hono().post(
    '/',
    operation({
      summary: 'Sign with a new key from now on.',
      description: 'The previous keys stay published.',
      status: 201,
    }),
    tenantInQuery(parts),
    async (context) => {
      const { keys, clock } = context.var.sandbox
      const stored = await makeSigningKey({ now: new Date(clock.nowMs()) })
      const key = await parts.world.platform.importSigningKey(stored)
      keys.rotateTo(key)
      return context.json({ current: key.kid, published: keys.published().map(({ kid }) => kid) })
    },
  )
}
