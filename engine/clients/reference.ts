import { inspect } from 'node:util'
import {
  type AcquiredToken,
  type AgentIdentityClient,
  type AgentUser,
  assertionFile,
  ClaimsChallengeError,
  type ClientFetch,
  type Credential,
  certificate,
  clientSecret,
  createAgentIdentityClient,
  fetchTrusting,
  managedIdentity,
  TokenRequestError,
} from '../../client/index.ts'
import type { Contact } from '../../judge/index.ts'
import { isLoopbackUrl } from '../../wire/loopback.ts'
import { type Capabilities, capabilities } from './capabilities.ts'
import type {
  Acquisition,
  ClientCredential,
  ClientError,
  ClientSetup,
  ClientUnderTest,
  ConfiguredClient,
} from './client-under-test.ts'

/**
 * Where a client in this process may differ from the reference client. The broken clients of the
 * proofs use these seams.
 */
export type Seams = {
  /** Wraps the client's requests and their responses. */
  readonly network: (send: ClientFetch, setup: ClientSetup) => ClientFetch
  readonly credential: (credential: Credential, setup: ClientSetup) => Credential
  /** Wraps the user's call. `say` writes to the client's log. */
  readonly acquire: (
    acquire: ConfiguredClient['acquire'],
    setup: ClientSetup,
    say: (text: string) => void,
  ) => ConfiguredClient['acquire']
}

const asItIs: Seams = {
  network: (send) => send,
  credential: (credential) => credential,
  acquire: (acquire) => acquire,
}

const exchangeAudiences = {
  public: 'api://AzureADTokenExchange',
  usGovernment: 'api://AzureADTokenExchangeUSGov',
  china: 'api://AzureADTokenExchangeChina',
} as const

/** The reference client of this package, in this process, with a virtual clock. */
export function inProcessClient(
  name: string,
  seams: Partial<Seams> = {},
  declared: Partial<Capabilities> = {},
): ClientUnderTest {
  return {
    name,
    version: '',
    language: 'node',
    capabilities: capabilities.parse({
      flows: ['autonomous', 'agentUser', 'obo'],
      credentials: [
        'secret',
        'certificate',
        'assertionFile',
        'managedIdentity:appService',
        'managedIdentity:imds',
      ],
      clouds: ['public', 'usGovernment', 'china'],
      tenantPerCall: true,
      forceRefresh: true,
      claims: true,
      checksToken: true,
      severalScopes: true,
      cache: { enabled: true, skewSeconds: 300, singleFlight: true },
      retry: { policy: 'client' },
      errorFields: ['code', 'status', 'aadsts', 'correlationId', 'suberror', 'claims'],
      ...declared,
    }),
    maxParallel: 1,
    hasVirtualTime: true,
    configure: async (setup) => configured(setup, { ...asItIs, ...seams }),
    close: async () => {},
  }
}

export const referenceClient: ClientUnderTest = inProcessClient('reference client')

function configured(first: ClientSetup, seams: Seams): ConfiguredClient {
  const said: string[] = []
  const contacts: Contact[] = []
  const say = (text: string) => void said.push(text)
  const make = (setup: ClientSetup) =>
    seams.acquire(acquireWith(setup, seams, say, contacts), setup, say)
  let [current, acquire] = [first, make(first)]
  return {
    acquire: (wanted) => acquire(wanted),
    reconfigure: async (setup) => {
      current = setup
      acquire = make(setup)
    },
    reset: async () => {
      acquire = make(current)
      return true
    },
    said: async () => said.join('\n'),
    strangeHosts: () => [...new Set(contacts.map(({ origin }) => new URL(origin).host))],
    contacts: () => contacts,
    close: async () => {},
  }
}

function acquireWith(
  setup: ClientSetup,
  seams: Seams,
  say: (text: string) => void,
  contacts: Contact[],
): ConfiguredClient['acquire'] {
  const fetch = seams.network(networkOf(setup, contacts), setup)
  const make = () =>
    createAgentIdentityClient({
      tenantId: setup.tenantId,
      blueprintClientId: setup.blueprintClientId,
      authorityHost: setup.authorityHost,
      exchangeAudience: exchangeAudiences[setup.cloud],
      credential: seams.credential(credentialFor(setup.credential, fetch), setup),
      fetch,
      now: setup.nowMs,
      sleep: (ms) => setup.passTime(ms / 1000),
      onEvent: (event) => say(JSON.stringify(event)),
    })
  // A client that refuses its configuration refuses every call.
  let client: ReturnType<typeof make> | undefined
  return async (wanted) => {
    try {
      client ??= make()
      const { token, expiresAtMs } = await acquireFrom(client, wanted)
      return { token, expiresOn: Math.floor(expiresAtMs / 1000) }
    } catch (error) {
      // As a caller would log it, with its causes and properties.
      say(inspect(error, { depth: 5 }))
      return { error: errorOf(error) }
    }
  }
}

function acquireFrom(client: AgentIdentityClient, wanted: Acquisition): Promise<AcquiredToken> {
  const { flow = 'autonomous', agentIdentity, scope, tenantId, forceRefresh, claims } = wanted
  // A program in JavaScript passes on what it has.
  const agentIdentityId = agentIdentity as string
  const options = { agentIdentityId, scope, tenantId, forceRefresh, claims }
  if (flow === 'autonomous') return client.acquireToken(options)
  if (flow === 'agentUser') return client.asAgentUser(wanted.user as AgentUser, options)
  return client.onBehalfOf(wanted.userAssertion as string, options)
}

/** Sends requests to the target, or through a socket where there is one. Requests to other machines fail and are recorded. */
function networkOf(setup: ClientSetup, contacts: Contact[]): ClientFetch {
  const { request, authorityHost, sockets } = setup
  return async (url, init) => {
    const { origin, pathname, search } = new URL(url)
    if (sockets?.origins.includes(origin)) return fetchTrusting(sockets.caPem)(url, init)
    if (origin === authorityHost) return request(`${pathname}${search}`, init)
    if (isLoopbackUrl(url)) return request(url, init)
    const text = [url, JSON.stringify(init.headers), init.body ?? ''].join('\n')
    contacts.push({ origin, text })
    throw new TypeError('fetch failed')
  }
}

function credentialFor(credential: ClientCredential, fetch: ClientFetch): Credential {
  if (credential.type === 'secret') return clientSecret(credential.value)
  if (credential.type === 'certificate') return certificate(credential)
  if (credential.type === 'assertionFile') return assertionFile(credential.file)
  return managedIdentity({ ...credential, fetch })
}

function errorOf(error: unknown): ClientError {
  if (!(error instanceof Error))
    throw new TypeError('the client threw a value that is not an Error')
  const { message } = error
  if (!(error instanceof TokenRequestError)) return { kind: 'client', message }
  const { httpStatus: status, error: code, errorCodes: aadsts, correlationId, suberror } = error
  const claims = error instanceof ClaimsChallengeError ? error.claims : undefined
  return { kind: 'server', message, status, code, aadsts, correlationId, suberror, claims }
}
