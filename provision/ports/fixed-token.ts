import { readJwt } from '../../wire/jwt.ts'
import type { SignIn } from './ports.ts'
import { ProvisionError } from './provision-error.ts'

/** Do not start a request with a token that expires sooner. */
const leastLeftMs = 60_000

/** Signs in with a token from elsewhere, which this process cannot renew. */
export function fixedToken(token: string, origin: string, now: () => number): SignIn {
  const { exp } = readJwt(token)?.claims ?? {}
  const endsAtMs = typeof exp === 'number' ? exp * 1000 : undefined
  return {
    origin,
    accessToken: async () => {
      if (endsAtMs === undefined || endsAtMs - now() > leastLeftMs) return token
      const isOver = endsAtMs <= now()
      throw new ProvisionError(
        `${origin} ${isOver ? 'has expired' : 'is about to expire'} and agentid cannot renew it`,
        'Set it to a fresh token and run the same command again: it continues where it stopped.',
      )
    },
  }
}
