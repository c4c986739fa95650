import { cacheKey, type TokenIdentity } from './cache-key.ts'
import type { Person } from './check-token.ts'
import { ClaimsChallengeError } from './claims-challenge-error.ts'
import { ClientConfigurationError } from './client-configuration-error.ts'
import type { DelegatedStep } from './client-event.ts'
import type { ClientSettings } from './client-options.ts'
import { type DelegatedToken, type Evidence, requestDelegatedToken } from './delegated-request.ts'
import type { ExchangeTokens } from './exchange-tokens.ts'
import type { Network } from './network.ts'
import { createTokenCache } from './token-cache.ts'
import { TokenRequestError } from './token-request-error.ts'
import { getUnchallenged } from './unchallenged.ts'

/** A refresh token is forgotten this long after its token expired, so that memory does not fill with people who left. */
const keepRefreshTokenMs = 86_400_000

/** What the evidence of a right may need. */
export type Occasion = {
  readonly exchange: TokenIdentity
  /** T1, which goes along. */
  readonly exchangeToken: string
  readonly attempt: number
  readonly signal: AbortSignal
}

/** How the right to act for somebody is proven, and how far it goes. */
export type Right = {
  readonly step: 'on-behalf-of' | 'agent-user'
  readonly person: Person
  /** Whether a refresh token may prove the right from now on. */
  readonly isRenewable: boolean
  /** Epoch milliseconds: the evidence proves nothing later, and what it got is not served later. */
  readonly endsAtMs: number
  readonly evidence: (occasion: Occasion) => Promise<Evidence>
}

/** One token that somebody wants. `exchange` identifies its T1. */
export type DelegatedWish = {
  readonly exchange: TokenIdentity
  readonly identity: TokenIdentity
  readonly right: Right
  readonly forceRefresh?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** The suberrors of a refresh token that is over. Every other one is for people to solve. */
const overSuberrors: readonly (string | undefined)[] = [undefined, 'bad_token', 'token_expired']

const isRefreshTokenOver = (error: unknown): boolean =>
  error instanceof TokenRequestError &&
  !(error instanceof ClaimsChallengeError) &&
  error.error === 'invalid_grant' &&
  overSuberrors.includes(error.suberror)

/** Tokens about people: one for each flow, agent, tenant, person, scope and set of claims. */
export const createDelegatedTokens = (
  { ports: { now } }: ClientSettings,
  network: Network,
  exchangeTokens: ExchangeTokens,
) => {
  const tokens = createTokenCache<DelegatedToken>(now)

  /** Every request comes with a T1 of its own, as Microsoft documents it for renewals; a retry keeps it. */
  const ask = (
    { exchange, identity, right: { person, isRenewable } }: DelegatedWish,
    step: DelegatedStep,
    evidenceFor: Right['evidence'],
    signal: AbortSignal,
  ): Promise<DelegatedToken> => {
    const { tenantId, agentIdentityId, scope, claims } = identity
    const about = { step, tenantId, agentIdentityId, person, scope, claims }
    const askOnce = async (attempt: number) => {
      const cacheOptions = { signal, forceRefresh: attempt === 1 }
      const exchangeToken = (await exchangeTokens.get(exchange, cacheOptions)).acquired.token
      const evidence = await evidenceFor({ exchange, exchangeToken, attempt, signal })
      const request = { ...about, exchangeToken, evidence, attempt }
      const { refreshToken, ...token } = await requestDelegatedToken(network, request, signal)
      return isRenewable && refreshToken !== undefined ? { ...token, refreshToken } : token
    }
    return network.retry(step, cacheKey(identity), askOnce, signal)
  }

  const renew = async (wish: DelegatedWish, refreshToken: string, signal: AbortSignal) => {
    const parameters = { grant_type: 'refresh_token', refresh_token: refreshToken }
    const evidence = async () => ({ parameters, secrets: [refreshToken] })
    // The identity provider may leave the old one in use (RFC 6749 section 6).
    return { refreshToken, ...(await ask(wish, 'refresh', evidence, signal)) }
  }

  const prove = async (wish: DelegatedWish, signal: AbortSignal): Promise<DelegatedToken> => {
    const { step, endsAtMs, evidence } = wish.right
    if (endsAtMs <= now()) {
      throw new ClientConfigurationError('userAssertion has expired; get a new one from the caller')
    }
    const token = await ask(wish, step, evidence, signal)
    return { ...token, expiresAtMs: Math.min(token.expiresAtMs, endsAtMs) }
  }

  const renewOrProve = async (wish: DelegatedWish, isNew: boolean, signal: AbortSignal) => {
    const { identity, right } = wish
    const plainKey = cacheKey({ ...identity, claims: '' })
    const known = tokens.peek(plainKey)
    const hasEnded = right.endsAtMs <= now()
    if (known?.refreshToken === undefined || (isNew && !hasEnded)) return prove(wish, signal)
    try {
      return await renew(wish, known.refreshToken, signal)
    } catch (error) {
      if (!isRefreshTokenOver(error)) throw error
      tokens.forget(plainKey, known)
      if (hasEnded) throw error
      return prove(wish, signal)
    }
  }

  const keepLonger = (token: DelegatedToken): DelegatedToken =>
    token.refreshToken === undefined
      ? token
      : { ...token, keptUntilMs: token.expiresAtMs + keepRefreshTokenMs }

  return {
    get: (wish: DelegatedWish) => {
      const { identity } = wish
      const isNew = identity.claims !== '' || wish.forceRefresh === true
      const load = async (flight: AbortSignal) =>
        keepLonger(await renewOrProve(wish, isNew, flight))
      return getUnchallenged(tokens, identity, load, wish)
    },
    clear: tokens.clear,
  }
}
