import { type Context, Hono, type Next } from 'hono'
import { resolver } from 'hono-openapi'
import { z } from 'zod'
import { strangersKey } from '../forge/stranger.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { makeSigningKey } from '../keys/make-signing-key.ts'
import { tenantInQuery } from './name-tenant.ts'
import { documented, operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { ControlProblem } from './problem.ts'

const inPath = z.object({ kid: z.string().meta({ description: 'The kid of the key.' }) })
const keyInPath = documented((_: Context, next: Next) => next(), {
  target: 'param',
  ...resolver(inPath),
})

const shown = (keys: KeyRing) => ({
  current: keys.current().kid,
  published: keys.published().map(({ kid }) => kid),
})

/** `/_mock/keys`: the signing keys of a tenant. */
export function keyRoutes(parts: ControlParts): Hono {
  const { platform } = parts.world
  const routes = new Hono()

  routes.get(
    '/',
    operation({ summary: 'Name the key that signs, and those that are published.' }),
    tenantInQuery(parts),
    (context) => context.json(shown(context.var.sandbox.keys)),
  )

  routes.post(
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
      keys.rotateTo(await platform.importSigningKey(stored))
      return context.json(shown(keys))
    },
  )

  routes.get(
    '/stranger',
    operation({
      summary: 'Show the public key with which a stranger signs tokens, as a key set.',
      description: 'For a forged token whose header carries its own key, or leads to it (jku).',
    }),
    async (context) => {
      const { kid, modulus: n, exponent: e, certificate } = await strangersKey(platform)
      return context.json({ keys: [{ kty: 'RSA', use: 'sig', kid, n, e, x5c: [certificate] }] })
    },
  )

  routes.delete(
    '/:kid',
    operation({
      summary: 'Publish a former key no longer.',
      description: 'The key that signs stays: rotate first.',
      status: 204,
    }),
    tenantInQuery(parts),
    keyInPath,
    (context) => {
      const { keys } = context.var.sandbox
      const { kid } = inPath.parse(context.req.param())
      if (kid === keys.current().kid) {
        throw new ControlProblem(
          409,
          `the key '${kid}' signs; POST /_mock/keys makes another first`,
        )
      }
      if (!shown(keys).published.includes(kid))
        throw new ControlProblem(404, `unknown key '${kid}'`)
      keys.withdraw(kid)
      return context.body(null)
    },
  )
  return routes
}
