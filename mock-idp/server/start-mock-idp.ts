import { randomBytes } from 'node:crypto'
import { openMockIdp } from '../create-mock-idp.ts'
import { nodePlatform } from '../keys/node-platform.ts'
import type { Tenants } from '../tenants/tenants.ts'
import type { Variables } from '../tenants/variables.ts'
import { type Listener, type ListenOptions, listen, type TlsPair } from './listen.ts'
import { listeningAddress } from './listening-address.ts'
import { loadKeptFiles, loadTls } from './load-kept-files.ts'
import { openState } from './open-state.ts'
import { pick } from './pick.ts'
import { refuseOtherHosts } from './refuse-other-hosts.ts'
import { renewLeaf } from './renew-leaf.ts'
import type { StartOptions } from './start-options.ts'
import { startVariables } from './start-variables.ts'
import type { TlsMaterial } from './tls/tls-material.ts'

/** A mock that listens. */
export type RunningMockIdp = {
  /** For example `https://localhost:8443`. */
  readonly authorityHost: string
  /** For example `http://127.0.0.1:8080`; undefined without `httpPort`. */
  readonly httpUrl: string | undefined
  /** Absolute path of the authority's certificate, which clients must trust. */
  readonly caFile: string
  /** What this start made. After a new `ca`, clients must trust the new file. */
  readonly created: 'ca' | 'leaf' | 'nothing'
  /** The bearer token of the control API; undefined where it demands none. */
  readonly controlToken: string | undefined
  /** The environment variables that describe the first tenant. */
  readonly variables: Variables
  /** Makes, changes and removes tenants. */
  readonly tenants: Tenants
  /** Stops listening and closes the state file. */
  readonly close: () => Promise<void>
}

/** Starts the mock, whose tenants believe whatever this process tells them. */
export async function startServer(options: StartOptions = {}): Promise<RunningMockIdp> {
  const { host = '127.0.0.1', port = 8443, allowRemote = false } = options
  const { publicName, httpName, extraHosts } = listeningAddress(
    host,
    allowRemote,
    options.publicHosts,
  )
  const { controlToken = allowRemote ? randomToken() : undefined } = options
  const { tls, signingKeys, seedCertificate } = await loadKeptFiles(options, extraHosts)
  const state = await openState(options)
  try {
    const { mock, journalBroken } = await openMockIdp({
      platform: nodePlatform,
      signingKeys,
      extraHosts,
      ...pick(options, ['directory', 'now', 'onRequest', 'openConsole']),
      ...(seedCertificate && { conciergeCertificatePem: seedCertificate.certificatePem }),
      ...(state && { state }),
      ...(controlToken !== undefined && { controlToken }),
    })
    const { tenants, graphToken } = mock
    const fetch = refuseOtherHosts(mock.fetch, { extraHosts, warn: options.warn })
    // Once: of 100 000 agent identities it takes a third of a second.
    const described = tenants.all()
    const pair = pairOf(tls)
    const https = await listen({ fetch, host, port, tls: pair, onBroken: journalBroken })
    const http = await listenToo(https, options.httpPort, {
      fetch,
      host,
      onBroken: journalBroken,
    })
    const stopRenewing = renewLeaf(pair, {
      load: async () => pairOf(await loadTls(options, extraHosts)),
      present: https.present,
      warn: options.warn,
    })
    const authorityHost = `https://${publicName}:${https.port}`
    const { caFile, created } = tls
    return {
      authorityHost,
      httpUrl: http && `http://${httpName}:${http.port}`,
      caFile,
      created,
      controlToken,
      variables: await startVariables({
        described,
        authorityHost,
        caFile,
        certificate: seedCertificate,
        graphToken,
      }),
      tenants,
      close: async () => {
        stopRenewing()
        await Promise.all([https.close(), http?.close()])
        state?.close()
      },
    }
  } catch (error) {
    state?.close()
    throw error
  }
}

function pairOf({ leafCertificatePem, leafKeyPem }: TlsMaterial): TlsPair {
  return { cert: leafCertificatePem, key: leafKeyPem }
}

function randomToken(): string {
  return randomBytes(24).toString('base64url')
}

async function listenToo(
  https: Listener,
  port: number | undefined,
  options: Pick<ListenOptions, 'fetch' | 'host' | 'onBroken'>,
): Promise<Listener | undefined> {
  if (port === undefined) return undefined
  try {
    return await listen({ ...options, port })
  } catch (error) {
    await https.close()
    throw error
  }
}
