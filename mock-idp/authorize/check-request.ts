import { enforce } from '../answers/enforce.ts'
import type { Application } from '../directory/application.ts'
import { mayGetIdTokens } from '../directory/sign-in-permissions.ts'
import { authorizeRules } from '../rules/authorize.ts'
import type { TenantExchange } from '../sign-in/browser.ts'
import type { CodeChallenge } from '../tokens/authorization-codes.ts'
import { responseModes } from './return-address.ts'

const responseTypes = ['code', 'code id_token', 'none'] as const
const prompts: readonly string[] = ['login', 'none', 'consent', 'select_account']

/** What the answer is to hold, and what the person is to do. */
export type AskedResponse = {
  readonly withCode: boolean
  readonly withIdToken: boolean
  readonly prompts: ReadonlySet<string>
  readonly nonce: string | undefined
  readonly scope: string
  readonly challenge: CodeChallenge | undefined
}

/** @throws {Refusal} under the first rule about the answer that is broken */
export function checkResponse(
  parameters: ReadonlyMap<string, string>,
  application: Pick<Application, 'details'>,
  { examination }: Pick<TenantExchange, 'examination'>,
): AskedResponse {
  const responseType = sorted(parameters.get('response_type'))
  const [prompt, nonce] = [parameters.get('prompt'), parameters.get('nonce')]
  const responseMode = parameters.get('response_mode')
  const asked = new Set((prompt ?? '').split(' ').filter((one) => one !== ''))
  const withIdToken = responseType === 'code id_token'
  enforce(
    authorizeRules.response,
    {
      responseType,
      responseMode,
      isKnownType: responseTypes.some((one) => one === responseType),
      asksForIdToken: withIdToken,
      idTokensEnabled: mayGetIdTokens(application),
      hasNonce: Boolean(nonce),
      isKnownMode: !responseMode || responseModes.some((one) => one === responseMode),
      prompt,
      isKnownPrompt: isPrompt(asked),
    },
    examination,
  )
  const challenge = checkChallenge(parameters, { examination })
  const scope = parameters.get('scope')
  enforce(authorizeRules.scope, { scope }, examination)
  const withCode = responseType !== 'none'
  return { withCode, withIdToken, prompts: asked, nonce, challenge, scope: scope ?? '' }
}

/** `none` stands alone (OpenID Connect Core 1.0 section 3.1.2.1). */
function isPrompt(asked: ReadonlySet<string>): boolean {
  if (asked.has('none') && asked.size > 1) return false
  return [...asked].every((one) => prompts.includes(one))
}

/** The order of the words means nothing (OAuth 2.0 Multiple Response Type Encoding Practices section 3). */
function sorted(responseType: string | undefined): string | undefined {
  return responseType?.split(' ').sort().join(' ')
}

function checkChallenge(
  parameters: ReadonlyMap<string, string>,
  { examination }: Pick<TenantExchange, 'examination'>,
): CodeChallenge | undefined {
  const value = parameters.get('code_challenge')
  const method = parameters.get('code_challenge_method') || undefined
  const facts = { challengeLength: value?.length, challengeMethod: method }
  enforce(authorizeRules.challenge, facts, examination)
  if (value === undefined) return undefined
  return { method: method === 'S256' ? 'S256' : 'plain', value }
}
