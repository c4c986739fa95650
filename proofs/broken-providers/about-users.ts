import { type Claims, isOfUser } from '../token-kinds.ts'
import type { TokenRequest } from '../token-requests.ts'
import { asksAgentUser, asksOnBehalf, asksRefresh } from './delegated-provider.ts'

type About = (asked: TokenRequest, claims: Claims) => boolean

export const all =
  (...tests: readonly About[]): About =>
  (asked, claims) =>
    tests.every((test) => test(asked, claims))
export const forGraph: About = (_, { ver }) => ver === '1.0'
export const forApi: About = (_, { ver }) => ver === '2.0'
/** An access token about a user, and by which flow it was got. */
export const access: About = (_, claims) => isOfUser(claims)
export const onBehalf = all(asksOnBehalf, access)
export const agentUser = all(asksAgentUser, access)
export const refreshed = all(asksRefresh, access)

export const without = (name: string) => () => ({ [name]: undefined })
export const text = (claim: unknown) => String(claim)
