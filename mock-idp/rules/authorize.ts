import { captured, documented, inferred, standard, thirdParty } from './evidence.ts'
import { refusals } from './refusals.ts'

type Client = {
  readonly isAgent: boolean
  readonly isBlueprint: boolean
  readonly asksForTokens: boolean
  readonly agentsMayAsk: boolean
}
type Redirect = {
  readonly clientId: string
  readonly redirectUri: string | undefined
  readonly isRegistered: boolean
}
type Response = {
  readonly responseType: string | undefined
  readonly responseMode: string | undefined
  readonly isKnownType: boolean
  readonly asksForIdToken: boolean
  readonly idTokensEnabled: boolean
  readonly hasNonce: boolean
  readonly isKnownMode: boolean
  readonly prompt: string | undefined
  readonly isKnownPrompt: boolean
}
type Challenge = {
  readonly challengeLength: number | undefined
  readonly challengeMethod: string | undefined
}
type Scope = { readonly scope: string | undefined }

const authorizePage = documented(
  'learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
)
const errorCodes = documented('learn.microsoft.com/entra/identity-platform/reference-error-codes')
const notShown = 'the number is public, its answer is not; RFC 6749 section 4.1.2.1 names the error'

/** What an authorize request has to be, in the order of enforcement. */
export const authorizeRules = {
  client: refusals<Client>([
    {
      id: 'AUTHORIZE-CLIENT-AGENTIC',
      title: 'A blueprint asks no person to sign in: another application does',
      aadsts: 82006,
      message: () => 'The agent application does not support interactive authentication.',
      evidence: thirdParty(
        'public reports of blueprints at the authorize and device code endpoints',
      ),
      assumed: ['error', 'status'],
      broken: ({ isBlueprint, asksForTokens }) => isBlueprint && asksForTokens,
    },
    {
      id: 'CONSENT-AGENT-INTERACTIVE',
      title: 'An agent identity asks no person for consent: its blueprint is authorized in advance',
      aadsts: 82014,
      message: () => 'The agent identity cannot receive interactive consent.',
      evidence: documented(
        'MicrosoftDocs/entra-docs docs/agent-id/agent-on-behalf-of-oauth-flow.md (2026-07, AADSTS82014)',
      ),
      answerEvidence: inferred(notShown),
      broken: ({ isAgent, asksForTokens, agentsMayAsk }) =>
        isAgent && (asksForTokens || !agentsMayAsk),
    },
  ]),
  redirect: refusals<Redirect>([
    {
      id: 'AUTHORIZE-REDIRECT-PRESENT',
      title: 'An authorize request names its redirect URI',
      aadsts: 900971,
      message: () => 'No reply address provided.',
      evidence: authorizePage,
      answerEvidence: errorCodes,
      assumed: ['error', 'status'],
      broken: ({ redirectUri }) => !redirectUri,
    },
    {
      id: 'AUTHORIZE-REDIRECT',
      title: 'The redirect URI is registered for the client',
      aadsts: 50011,
      message: ({ clientId, redirectUri }) =>
        `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to fix this.`,
      evidence: errorCodes,
      assumed: ['error', 'status'],
      broken: ({ isRegistered }) => !isRegistered,
    },
  ]),
  response: refusals<Response>([
    {
      id: 'AUTHORIZE-RESPONSE-TYPE-PRESENT',
      title: 'An authorize request names its response type',
      aadsts: 900144,
      message: () => "The request body must contain the following parameter: 'response_type'.",
      evidence: authorizePage,
      answerEvidence: inferred('the usual answer to a missing parameter'),
      broken: ({ responseType }) => !responseType,
    },
    {
      id: 'AUTHORIZE-RESPONSE-TYPE',
      title: 'The response type is code, code id_token or none',
      aadsts: 70005,
      message: ({ responseType }) =>
        `The app requested an unsupported response type '${responseType}'.`,
      evidence: standard('RFC 6749 section 4.1.2.1'),
      answerEvidence: errorCodes,
      assumed: ['status'],
      broken: ({ isKnownType }) => !isKnownType,
    },
    {
      id: 'AUTHORIZE-ID-TOKEN-ENABLED',
      title: 'Only a client that may gets an id_token from the authorize endpoint',
      aadsts: 700054,
      message: () => "response_type 'id_token' is not enabled for the application.",
      evidence: errorCodes,
      assumed: ['status'],
      broken: ({ asksForIdToken, idTokensEnabled }) => asksForIdToken && !idTokensEnabled,
    },
    {
      id: 'AUTHORIZE-NONCE',
      title: 'A request for an id_token from the authorize endpoint has a nonce',
      aadsts: 900144,
      message: () => "The request body must contain the following parameter: 'nonce'.",
      evidence: standard('OpenID Connect Core 1.0 section 3.3.2.11'),
      answerEvidence: inferred('the usual answer to a missing parameter'),
      broken: ({ asksForIdToken, hasNonce }) => asksForIdToken && !hasNonce,
    },
    {
      id: 'AUTHORIZE-RESPONSE-MODE',
      title: 'The response mode is query, fragment or form_post, and no id_token is in a query',
      aadsts: 70007,
      message: ({ responseMode }) =>
        `'${responseMode}' is not a supported value of 'response_mode' when requesting a token.`,
      evidence: authorizePage,
      answerEvidence: errorCodes,
      assumed: ['error', 'status'],
      broken: ({ isKnownMode, asksForIdToken, responseMode }) =>
        !isKnownMode || (asksForIdToken && responseMode === 'query'),
    },
    {
      id: 'AUTHORIZE-PROMPT',
      title: 'The prompt is login, none, consent or select_account',
      aadsts: 90023,
      message: ({ prompt }) =>
        `The authentication service request is not valid: the prompt '${prompt}' is not supported.`,
      evidence: authorizePage,
      answerEvidence: inferred('the usual answer to a request that is not valid'),
      broken: ({ isKnownPrompt }) => !isKnownPrompt,
    },
  ]),
  challenge: refusals<Challenge>([
    {
      id: 'AUTHORIZE-CHALLENGE-SIZE',
      title: 'A code challenge has 43 to 128 characters, the hash of S256 exactly 43',
      aadsts: 501491,
      message: () => 'Invalid size of Code_Challenge parameter.',
      evidence: standard('RFC 7636 section 4.2'),
      answerEvidence: errorCodes,
      assumed: ['error', 'status'],
      broken: ({ challengeLength: length, challengeMethod }) =>
        length !== undefined && (length < 43 || length > (challengeMethod === 'S256' ? 43 : 128)),
    },
    {
      id: 'AUTHORIZE-CHALLENGE-METHOD',
      title: 'A code challenge is S256 or plain',
      aadsts: 9002313,
      message: () => 'Invalid request. Request is malformed or invalid.',
      evidence: standard('RFC 7636 section 4.4.1'),
      answerEvidence: inferred('the usual answer to a malformed request'),
      broken: ({ challengeMethod = 'plain' }) => !['S256', 'plain'].includes(challengeMethod),
    },
  ]),
  scope: refusals<Scope>([
    {
      id: 'AUTHORIZE-SCOPE',
      title: 'An authorize request names its scope',
      aadsts: 900144,
      message: () => "The request body must contain the following parameter: 'scope'.",
      evidence: authorizePage,
      answerEvidence: inferred('the usual answer to a missing parameter'),
      broken: ({ scope }) => !scope?.trim(),
    },
  ]),
}

type Asked = {
  readonly clientId: string
  readonly clientName: string
  readonly resourceName: string
  readonly resourceId: string
  readonly listedResources: readonly string[]
  readonly isListed: boolean
  readonly unknownScope: string | undefined
}

/** What a client may ask for at all, in the order of enforcement. */
export const authorizeScopeRules = refusals<Asked>([
  {
    id: 'AUTHORIZE-RESOURCE-LISTED',
    title: 'A client asks only for APIs that its registration lists',
    aadsts: 650057,
    message: ({ clientId, clientName, resourceName, resourceId, listedResources }) =>
      `Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration. Client app ID: ${clientId}(${clientName}). Resource value from request: ${resourceName}. Resource app ID: ${resourceId}. List of valid resources from app registration: ${listedResources.join(', ')}.`,
    evidence: captured('joetanx/mslab entra/agent-id/auth-flows.md (2026-05)'),
    assumed: ['status'],
    broken: ({ isListed }) => !isListed,
  },
  {
    id: 'AUTHORIZE-SCOPE-KNOWN',
    title: 'A client asks only for permissions that the API has',
    aadsts: 650053,
    message: ({ clientName, unknownScope, resourceId }) =>
      `The application '${clientName}' asked for scope '${unknownScope}' that doesn't exist on the resource '${resourceId}'. Contact the app vendor.`,
    evidence: captured('github.com/damienbod/AspNetCoreMicrosoftGraph/issues/1 (2021-03)'),
    assumed: ['status'],
    broken: ({ unknownScope }) => unknownScope !== undefined,
  },
])
