import { readJwt } from '../../wire/jwt.ts'
import type { SignIn } from './ports.ts'
import { ProvisionError } from './provision-error.ts'

/** A token that ends sooner is not begun with. */
const leastLeftMs = 60_000

/** Signed in with a token that somebody else has got and that nobody here can renew. */
export function fixedToken(token: string, origin: string, now: () => number): SignIn {
  const { exp } = readJwt(token)?.claims ?? {}
  const endsAtMs = typeof exp === 'number' ? exp * 1000 : undefined
  return {
    origin,
    accessToken: async () => {
      if (endsAtMs === undefined || endsAtMs - now() > leastLeftMs) return token
      const isOver = endsAtMs <= now()
      throw new ProvisionError(
        `${origin} ${isOver ? 'has expired' : 'is about to expire'} and cannot be renewed here`,
        'Set it to a fresh token and run the same command again: it goes on where it stopped.',
      )
    },
  }
}
