import { checkExchangeToken } from './check-token.ts'
import { ClientConfigurationError } from './client-configuration-error.ts'
import type { ClientSettings } from './client-options.ts'
import { requireText } from './ids.ts'
import type { IssuedToken } from './issued-token.ts'
import type { Network } from './network.ts'
import { failureOf, readJsonAnswer, readTokenAnswer } from './read-answer.ts'

export type ExchangeTokenRequest = {
  readonly tenantId: string
  readonly agentIdentityId: string
  /** The key of the Retry-After that this request must obey. */
  readonly key: string
}

/** Every request needs exactly one credential: otherwise Entra answers AADSTS9002324 or 7000216. */
const requireOneCredential = (
  parameters: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const given = ['client_secret', 'client_assertion'].filter((name) => name in parameters)
  const [name] = given
  if (name === undefined || given.length !== 1) {
    throw new ClientConfigurationError('the credential must return one secret or one assertion')
  }
  requireText(parameters[name], `the credential's ${name}`)
  return parameters
}

const secretsOf = ({ client_assertion_type: _, ...secrets }: Readonly<Record<string, string>>) =>
  Object.values(secrets)

/** Step 1: the blueprint requests T1 for the agent identity in `fmi_path`. */
export const requestExchangeToken = async (
  settings: ClientSettings,
  { discover, send, retry }: Network,
  { tenantId, agentIdentityId, key }: ExchangeTokenRequest,
  signal: AbortSignal,
): Promise<IssuedToken> => {
  const { blueprintClientId, credential, exchangeAudience } = settings
  const { now, randomUuid } = settings.ports
  const step = 'exchange-token'
  const tokenEndpoint = await discover(tenantId, signal)

  const authenticate = async () =>
    requireOneCredential(
      await credential.authenticate({
        clientId: blueprintClientId,
        tokenEndpoint,
        exchangeAudience,
        now,
        randomUuid,
        signal,
        getJson: (request) => {
          const from = 'managed-identity'
          const ask = async (attempt: number) => {
            const answer = await send({ step: from, attempt, signal, ...request })
            return { answer, body: readJsonAnswer(answer) }
          }
          return retry(from, key, ask, signal)
        },
      }),
    )

  const ask = async (attempt: number): Promise<IssuedToken> => {
    const proof = await authenticate()
    const form = {
      client_id: blueprintClientId,
      scope: `${exchangeAudience}/.default`,
      grant_type: 'client_credentials',
      fmi_path: agentIdentityId,
      ...proof,
    }
    const secrets = secretsOf(proof)
    const answer = await send({ step, attempt, url: tokenEndpoint, form, secrets, signal })
    const { token, expiresAtMs } = readTokenAnswer(answer)
    const check = checkExchangeToken(token, { blueprintClientId, agentIdentityId })
    if (check.problem !== undefined) throw failureOf(answer, 'wrong-token', check.problem)
    if (expiresAtMs <= now()) throw failureOf(answer, 'unusable-answer', 'T1 has already expired')
    return { token, expiresAtMs, checked: check.checked }
  }

  return retry(step, key, ask, signal)
}
