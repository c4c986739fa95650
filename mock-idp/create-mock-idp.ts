import { createApp } from './app.ts'
import { createDirectory } from './directory/directory.ts'
import type { DirectoryDescription } from './directory/named-description.ts'
import { exchange } from './exchange/index.ts'
import { fetchIssuerKeys } from './http/external-issuer-keys.ts'
import { createIssuerNames } from './http/issuer-names.ts'
import { createJournals } from './journal/journals.ts'
import { secretsKnownTo } from './journal/known-secrets.ts'
import { createRecorder, type RequestSummary } from './journal/recorder.ts'
import type { CryptoPlatform } from './keys/crypto-platform.ts'
import { makeSigningKey } from './keys/make-signing-key.ts'
import type { StoredSigningKey } from './keys/signing-key.ts'
import { webPlatform } from './keys/web-platform.ts'
import { malformedRequest } from './malformed-request.ts'
import { lateConsole, type OpenConsole } from './ports/console.ts'
import type { DirectoryState } from './ports/directory-state.ts'
import { createRandom, type Random } from './ports/random.ts'
import { type Sleep, sleepByTimer } from './ports/sleep.ts'
import { createSandboxes } from './sandbox/sandboxes.ts'
import { fillDirectory } from './tenants/fill-directory.ts'
import { type GraphTokenRequest, mintGraphToken } from './tenants/graph-token.ts'
import { createTenants, type TenantOrigins, type Tenants } from './tenants/tenants.ts'
import { createForgeries } from './tokens/forgeries.ts'
import type { Claims } from './tokens/minting.ts'
import type { World } from './world.ts'

export { healthPath } from './control/paths.ts'

/** Options of {@link createMockIdp}; every one has a default. */
export type MockIdpOptions = {
  /** Tenants and their objects. Default: Contoso and Fabrikam, as in the README. */
  readonly directory?: DirectoryDescription
  /** PEM of a certificate that is a credential of Concierge in the seeded directory. Default: it has none. */
  readonly conciergeCertificatePem?: string
  /** Keeps the directory beyond the life of the mock. What it holds takes the place of `directory`. Default: none. */
  readonly state?: DirectoryState
  /** Keys made before. Default: one new RSA key, which takes about 200 ms. */
  readonly signingKeys?: readonly StoredSigningKey[]
  /** Milliseconds since 1970. Default: the clock of the machine. */
  readonly now?: () => number
  /** How a fault that delays an answer waits. Default: a timer. */
  readonly sleep?: Sleep
  /** Default: the randomness of the runtime. */
  readonly random?: Random
  /** Fetches the keys of external issuers on loopback. Default: the runtime's own. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** Host names beyond loopback under which the mock is reached. Default: none. */
  readonly extraHosts?: readonly string[]
  /** The bearer token that the control API requires. Default: it requires none. */
  readonly controlToken?: string
  /** Receives every journalled request after its answer, with secrets masked. Default: none. */
  readonly onRequest?: (entry: RequestSummary) => void
  /** Makes the page for people at `/`. Default: there is none. */
  readonly openConsole?: OpenConsole
  /** Cryptography of the runtime. Default: WebCrypto; on Node, Node's own. */
  readonly platform?: CryptoPlatform
  /** Rules that no tenant enforces. For the tests of the specification: they prove that every rule is needed. */
  readonly waivedRules?: readonly string[]
  /** Changes what tokens say. For the tests of the specification: they prove that every promise is tested. */
  readonly tamper?: (claims: Claims) => Claims
}

/** A mock identity provider without a port. */
export type MockIdp = {
  /** Answers a request, or the URL of one, as Entra would. The host in its URL decides under which issuer. */
  readonly fetch: (request: Request | string | URL, init?: RequestInit) => Promise<Response>
  /** Makes, changes and removes tenants; the same as the control API under `/_mock/`. */
  readonly tenants: Tenants
  /**
   * Makes a token for the mock's Microsoft Graph: of the administrator of the tenant, of another user, or of an
   * application. Undefined if the tenant has no such user or application.
   */
  readonly graphToken: (request: GraphTokenRequest) => Promise<string | undefined>
}

/**
 * Makes a mock of the Microsoft Entra token endpoint for agent identities, and of Microsoft Graph, without a port.
 *
 * @example
 * ```ts
 * import { createMockIdp } from 'agentid-conformance'
 *
 * const idp = await createMockIdp()
 * const { tenantId } = await idp.tenants.create()
 * const keys = await idp.fetch(`https://localhost/${tenantId}/discovery/v2.0/keys`)
 * console.log(await keys.json())
 * ```
 *
 * @throws {DirectoryProblem} if the directory cannot be used; it names every mistake and its place
 */
export async function createMockIdp(options: MockIdpOptions = {}): Promise<MockIdp> {
  // Beside the making of keys, which takes longer.
  const [{ mock }, check] = await Promise.all([openMockIdp(options), loadCheck()])
  return { ...mock, tenants: check(mock.tenants) }
}

/** What the control API demands of a change is demanded here, too. */
export async function loadCheck(): Promise<(tenants: Tenants) => Tenants> {
  return (await import('./control/checked-tenants.ts')).checkedTenants
}

function asRequest(request: Request | string | URL, init: RequestInit | undefined): Request {
  const isUrl = typeof request === 'string' || request instanceof URL
  return isUrl || init ? new Request(request, init) : request
}

/** For a server, which alone can receive what is no HTTP: the mock, and how its journal hears of that. */
export async function openMockIdp(options: MockIdpOptions): Promise<{
  readonly mock: MockIdp
  readonly journalBroken: (request: Request) => void
}> {
  const platform = options.platform ?? webPlatform
  const random = options.random ?? createRandom()
  const realNowMs = options.now ?? Date.now
  const fetch = options.fetch ?? globalThis.fetch
  const stored = options.signingKeys ?? [await makeSigningKey({ now: new Date(realNowMs()) })]
  const signingKeys = await Promise.all(stored.map(platform.importSigningKey))

  const directory = createDirectory()
  // From the beginning, so that what is removed later is known all the same.
  secretsKnownTo(directory, options.controlToken === undefined ? [] : [options.controlToken])
  const journals = createJournals()
  const sandboxes = createSandboxes(signingKeys, realNowMs, journals.open)
  const origins: TenantOrigins = new Map()
  const tenants = createTenants({ directory, sandboxes, platform, random, origins })
  await fillDirectory({ directory, sandboxes, origins, tenants }, options)
  // After the state, which may prevent the change: what did not happen is hidden from nobody.
  directory.watch({
    change: (tenant, changes) => sandboxes.of(tenant.id).lag.hide(tenant, changes),
  })

  const world: World = {
    directory,
    platform,
    random,
    realNowMs,
    sleep: options.sleep ?? sleepByTimer,
    issuerNames: createIssuerNames(options.extraHosts),
    facilitiesOf: sandboxes.of,
    forgeries: createForgeries(),
    fetchIssuerKeys: (issuer) => fetchIssuerKeys(issuer, fetch),
    waivedRules: new Set(options.waivedRules),
    ...(options.tamper && { tamper: options.tamper }),
  }
  const { controlToken, onRequest } = options
  const record = createRecorder({ strays: journals.strays, onRequest })
  const { everyKey } = sandboxes
  const answer = async (request: Request) => app.fetch(request)
  const console = lateConsole(options.openConsole, { fetch: answer, controlToken })
  const app = createApp({ world, tenants, everyKey, controlToken, journals, record, console })
  const mock: MockIdp = {
    fetch: async (request, init) => answer(asRequest(request, init)),
    tenants,
    graphToken: (request) => mintGraphToken(request, world),
  }
  const surroundings = { world, sandboxOf: tenants.sandboxOf, record }
  return {
    mock,
    journalBroken: (request) => {
      void exchange(request, undefined, malformedRequest, surroundings)
    },
  }
}
