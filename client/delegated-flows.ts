import { type AgentUser, readAgentUser } from './agent-user.ts'
import type { AcquiredToken, Announce } from './announce.ts'
import type { ClientSettings } from './client-options.ts'
import { jwtBearerGrant } from './delegated-request.ts'
import { createDelegatedTokens, type Right } from './delegated-tokens.ts'
import type { ExchangeTokens } from './exchange-tokens.ts'
import { readClaims, requireText } from './ids.ts'
import type { Network } from './network.ts'
import type { AgentTokenOptions, OnBehalfOfOptions } from './token-options.ts'
import { readUserAssertion } from './user-assertion.ts'
import { createUserCredentials } from './user-credentials.ts'

/** Without it there is no refresh token. The client asks for no other scope of OpenID Connect: it has no use for one. */
const offlineAccess = 'offline_access'

const withOfflineAccess = (scope: string): string =>
  scope.split(/\s+/).includes(offlineAccess) ? scope : `${scope} ${offlineAccess}`

/** The flows whose token is about a person, or about the agent's own user. */
export const createDelegatedFlows = (
  settings: ClientSettings,
  network: Network,
  exchangeTokens: ExchangeTokens,
  announce: Announce,
) => {
  const { blueprintClientId, blueprintIdentifierUris } = settings
  const audiences = [blueprintClientId, ...blueprintIdentifierUris]
  const tokens = createDelegatedTokens(settings, network, exchangeTokens)
  const userCredentials = createUserCredentials(settings.ports.now, network, announce)

  const get = async (
    wanted: AgentTokenOptions,
    person: string,
    right: Right,
  ): Promise<AcquiredToken> => {
    const asked = requireText(wanted.scope, 'scope').trim()
    const claims = readClaims(wanted.claims)
    const exchange = await exchangeTokens.identify(wanted)
    const scope = right.isRenewable ? withOfflineAccess(asked) : asked
    const identity = { ...exchange, step: right.step, scope, person, claims }
    const { signal, forceRefresh } = wanted
    const found = await tokens.get({ exchange, identity, right, signal, forceRefresh })
    return announce({ ...identity, scope: asked }, found)
  }

  return {
    onBehalfOf: async (
      userAssertion: string,
      wanted: OnBehalfOfOptions,
    ): Promise<AcquiredToken> => {
      const read = readUserAssertion(userAssertion, audiences)
      const parameters = {
        grant_type: jwtBearerGrant,
        requested_token_use: 'on_behalf_of',
        assertion: read.token,
      }
      return get(wanted, read.personKey, {
        step: 'on-behalf-of',
        person: read.person,
        isRenewable: wanted.offlineAccess === true,
        endsAtMs: read.expiresAtMs,
        evidence: async () => ({ parameters, secrets: [read.token] }),
      })
    },
    asAgentUser: async (user: AgentUser, wanted: AgentTokenOptions): Promise<AcquiredToken> => {
      const { person, personKey, parameters } = readAgentUser(user)
      return get(wanted, personKey, {
        step: 'agent-user',
        person,
        isRenewable: true,
        endsAtMs: Number.POSITIVE_INFINITY,
        evidence: async (occasion) => {
          const t2 = await userCredentials.get(occasion)
          const proof = { grant_type: 'user_fic', user_federated_identity_credential: t2 }
          return { parameters: { ...proof, ...parameters }, secrets: [t2] }
        },
      })
    },
    clear: (): void => {
      tokens.clear()
      userCredentials.clear()
    },
  }
}
