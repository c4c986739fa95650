import {
  assertionFile,
  type ClientFetch,
  type Credential,
  certificate,
  clientSecret,
  createAgentIdentityClient,
  managedIdentity,
  TokenRequestError,
} from '../../client/index.ts'
import { isLoopbackUrl } from '../../wire/loopback.ts'
import { capabilities } from './capabilities.ts'
import type {
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
export function inProcessClient(name: string, seams: Partial<Seams> = {}): ClientUnderTest {
  return {
    name,
    version: '',
    language: 'node',
    capabilities: capabilities.parse({
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
      checksToken: true,
      cache: { enabled: true, skewSeconds: 300, singleFlight: true },
      retry: { policy: 'client' },
      errorFields: ['code', 'status', 'aadsts', 'correlationId'],
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
  const strangeHosts: string[] = []
  const say = (text: string) => void said.push(text)
  const make = (setup: ClientSetup) =>
    seams.acquire(acquireWith(setup, seams, say, strangeHosts), setup, say)
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
    strangeHosts: () => strangeHosts,
    close: async () => {},
  }
}

function acquireWith(
  setup: ClientSetup,
  seams: Seams,
  say: (text: string) => void,
  strangeHosts: string[],
): ConfiguredClient['acquire'] {
  const fetch = seams.network(networkOf(setup, strangeHosts), setup)
  const client = createAgentIdentityClient({
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
  return async ({ agentIdentity, scope, tenantId, forceRefresh }) => {
    try {
      // A program in JavaScript passes on what it has.
      const agentIdentityId = agentIdentity as string
      const options = { agentIdentityId, scope, tenantId, forceRefresh }
      const { token, expiresAtMs } = await client.acquireToken(options)
      return { token, expiresOn: Math.floor(expiresAtMs / 1000) }
    } catch (error) {
      return { error: errorOf(error) }
    }
  }
}

/** Sends requests to the target. Requests to other machines fail and are recorded. */
function networkOf({ request, authorityHost }: ClientSetup, strangeHosts: string[]): ClientFetch {
  return async (url, init) => {
    const { origin, pathname, search, host } = new URL(url)
    if (origin === authorityHost) return request(`${pathname}${search}`, init)
    if (isLoopbackUrl(url)) return request(url, init)
    strangeHosts.push(host)
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
  const { httpStatus, error: code, errorCodes, correlationId } = error
  return { kind: 'server', message, status: httpStatus, code, aadsts: errorCodes, correlationId }
}
