import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { createMockIdp, type MockIdp, type MockIdpOptions } from '../create-mock-idp.ts'
import type { CompleteTenantDescription } from '../directory/description.ts'
import { nodePlatform } from '../keys/node-platform.ts'
import type { StateFile } from '../state/index.ts'
import type { Tenants } from '../tenants/tenants.ts'
import { type Variables, variablesOf } from '../tenants/variables.ts'
import { type Listener, type ListenOptions, listen } from './listen.ts'
import {
  isOfConcierge,
  loadOrMakeSeedCertificate,
  type SeedCertificate,
} from './seed-certificate.ts'
import { loadOrMakeSigningKeys } from './stored-signing-keys.ts'
import { loadOrMakeTls } from './tls-material.ts'

/** Where the mock listens and what it knows. */
export type StartOptions = Pick<MockIdpOptions, 'directory' | 'onRequest' | 'now'> & {
  /** Address to listen on. Default: `127.0.0.1`. Others need `allowRemote`. */
  readonly host?: string
  /** Port of https. 0 picks one. Default: 8443. */
  readonly port?: number
  /** Port of plain http, for managed identity and curl. 0 picks one. Default: no http. */
  readonly httpPort?: number
  /** Folder of certificate authority and keys. Default: the user's own data folder. */
  readonly dataFolder?: string
  /**
   * A file in which the directory outlives the mock; made where it is missing. What it holds takes the place of
   * `directory`, and `warn` is told. Default: the directory is kept in memory.
   */
  readonly stateFile?: string
  /** Lets other machines in. The control API then demands {@link RunningMockIdp.controlToken}. Default: false. */
  readonly allowRemote?: boolean
  /** Told in a sentence what was mended in the data folder, and which options had no effect. */
  readonly warn?: (message: string) => void
}

/** A mock that listens. */
export type RunningMockIdp = {
  /** For example `https://localhost:8443`. */
  readonly authorityHost: string
  readonly httpUrl: string | undefined
  /** Absolute path of the certificate of the authority, which clients are told to trust. */
  readonly caFile: string
  /** What was made at this start: with a new `ca`, clients must be told anew. */
  readonly created: 'ca' | 'leaf' | 'nothing'
  readonly controlToken: string | undefined
  /** The variables of DESIGN 4.3 for the first tenant. */
  readonly variables: Variables
  readonly tenants: Tenants
  readonly close: () => Promise<void>
}

/** A host that is not loopback was asked for without saying that others may come in. */
export class RemoteNotAllowed extends Error {
  constructor(host: string) {
    super(
      `${host} is not a loopback address. The mock hands out tokens to anybody who can reach it, so it listens on loopback only. Pass --allow-remote (allowRemote: true) if that is what you want.`,
    )
    this.name = 'RemoteNotAllowed'
  }
}

/**
 * Starts the mock over https, with a certificate authority of its own, and over http where asked.
 *
 * @example
 * ```ts
 * import { startMockIdp } from 'agentid-conformance'
 *
 * const idp = await startMockIdp({ port: 0 })
 * console.log(idp.authorityHost, idp.variables.AGENTID_TENANT_ID)
 * await idp.close()
 * ```
 *
 * @throws {RemoteNotAllowed} for a host that is not loopback, without `allowRemote`
 * @throws {DataFolderError} when the data folder cannot be used
 * @throws {StateFileError} when the state file cannot be used; it is left as it is
 * @throws {DirectoryProblem} when the directory cannot be used
 * @throws the error of the operating system when a port is taken (`EADDRINUSE`)
 */
export async function startMockIdp(options: StartOptions = {}): Promise<RunningMockIdp> {
  const { host = '127.0.0.1', port = 8443, allowRemote = false } = options
  const isLocal = isLoopback(host)
  if (!isLocal && !allowRemote) throw new RemoteNotAllowed(host)

  const publicName = isLocal ? 'localhost' : nameOf(host)
  const extraHosts = isLocal ? [] : [publicName]
  const controlToken = allowRemote ? randomBytes(24).toString('base64url') : undefined
  const kept = await loadKeptFiles(options, extraHosts)
  const state = await openState(options)
  try {
    const { tenants, fetch, graphToken } = await createMockIdp({
      platform: nodePlatform,
      signingKeys: kept.signingKeys,
      extraHosts,
      ...pick(options, ['directory', 'now', 'onRequest']),
      ...(kept.seedCertificate && { conciergeCertificatePem: kept.seedCertificate.certificatePem }),
      ...(state && { state }),
      ...(controlToken !== undefined && { controlToken }),
    })
    // Once: of 100 000 agent identities it takes a third of a second.
    const described = tenants.all()
    const tls = { cert: kept.tls.leafCertificatePem, key: kept.tls.leafKeyPem }
    const https = await listen({ fetch, host, port, tls })
    const http = await listenToo(https, options.httpPort, { fetch, host })
    const authorityHost = `https://${publicName}:${https.port}`
    const { caFile, created } = kept.tls
    return {
      authorityHost,
      httpUrl: http && `http://${isLocal ? inUrl(host) : publicName}:${http.port}`,
      caFile,
      created,
      controlToken,
      variables: {
        ...variablesFor(described, authorityHost, caFile, kept.seedCertificate),
        ...(await administratorVariable(described[0]?.tenantId ?? '', authorityHost, graphToken)),
      },
      tenants,
      close: async () => {
        await Promise.all([https.close(), http?.close()])
        state?.close()
      },
    }
  } catch (error) {
    state?.close()
    throw error
  }
}

/** Loaded when asked for: most runs keep nothing. */
async function openState(options: StartOptions): Promise<StateFile | undefined> {
  const { stateFile, directory, warn } = options
  if (stateFile === undefined) return undefined
  const { openStateFile } = await import('../state/index.ts')
  const state = await openStateFile(stateFile, pick(options, ['warn']))
  if (state.isNew || !directory) return state
  warn?.(
    `${stateFile} keeps a directory already, which is served; the one that was given has no effect. To begin with the given one, name another state file or delete ${stateFile}.`,
  )
  return state
}

/** What the data folder keeps from start to start; made where it is missing. */
async function loadKeptFiles(options: StartOptions, extraHosts: readonly string[]) {
  const now = new Date((options.now ?? Date.now)())
  const place = { folder: options.dataFolder, now, ...pick(options, ['warn']) }
  const [tls, signingKeys, seedCertificate] = await Promise.all([
    loadOrMakeTls({ ...place, extraHosts }),
    loadOrMakeSigningKeys(place),
    options.directory ? undefined : loadOrMakeSeedCertificate(place),
  ])
  return { tls, signingKeys, seedCertificate }
}

/** The members that are there: an option left out must stay left out. */
function pick<Value extends object, Name extends keyof Value>(
  value: Value,
  names: readonly Name[],
): Pick<Value, Name> {
  const present = names.filter((name) => value[name] !== undefined)
  return Object.fromEntries(present.map((name) => [name, value[name]])) as Pick<Value, Name>
}

async function listenToo(
  https: Listener,
  port: number | undefined,
  options: Pick<ListenOptions, 'fetch' | 'host'>,
): Promise<Listener | undefined> {
  if (port === undefined) return undefined
  try {
    return await listen({ ...options, port })
  } catch (error) {
    await https.close()
    throw error
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** By which name other machines reach a mock that listens on this address. */
function nameOf(host: string): string {
  return host === '0.0.0.0' || host === '::' ? hostname().toLowerCase() : host
}

function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

/** The token by which the administrator of the first tenant provisions, where it has one. */
async function administratorVariable(
  tenantId: string,
  origin: string,
  graphToken: MockIdp['graphToken'],
): Promise<Variables> {
  const token = await graphToken({ tenantId, origin })
  return token === undefined ? {} : { AGENTID_GRAPH_TOKEN: token }
}

function variablesFor(
  described: readonly CompleteTenantDescription[],
  authorityHost: string,
  caFile: string,
  certificate: SeedCertificate | undefined,
): Variables {
  const [first] = described
  const ofConcierge = certificate && isOfConcierge(certificate, described) ? certificate : undefined
  return {
    // A kept directory can have lost all its tenants.
    ...(first && variablesOf(first, authorityHost)),
    AGENTID_CA_FILE: caFile,
    ...(ofConcierge && {
      AGENTID_BLUEPRINT_CERTIFICATE_FILE: ofConcierge.certificateFile,
      AGENTID_BLUEPRINT_KEY_FILE: ofConcierge.keyFile,
    }),
  }
}
