import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { openCaBundle } from './ca-bundle.ts'
import { type Environment, inheritedValue, redirectEnvironment } from './environment.ts'
import { ledHosts } from './led-hosts.ts'
import { openProxy } from './proxy.ts'

export type RedirectOptions = {
  /** The https origin of a mock on loopback. */
  readonly authorityHost: string
  /** The http origin of that mock. With it, requests to the metadata service of a virtual machine go there too. */
  readonly httpUrl?: string | undefined
  /** Absolute path of the certificate of the mock's authority, with Java's trust store beside it. */
  readonly caFile: string
  /** The variables that the program would have had. */
  readonly environment: Environment
}

/** A way to the mock for one program. */
export type Redirect = {
  /** To be laid over the program's own variables. */
  readonly environment: Readonly<Record<string, string>>
  /** The hosts that the program asked for and was refused, each once, as `host:port`. */
  readonly strangeHosts: () => readonly string[]
  readonly close: () => Promise<void>
}

const isSource = import.meta.url.endsWith('.ts')
/** Plain JavaScript that is not compiled: it is published where it is written. */
const preloadFile = fileURLToPath(
  new URL(isSource ? 'preload.cjs' : '../../redirect/preload.cjs', import.meta.url),
)

/**
 * Opens a way by which an unmodified program with the hosts of Entra and Graph in it reaches the mock:
 * variables for its SDK, its TLS and its runtime, and a proxy which refuses every other host.
 *
 * @throws TypeError for a mock that is not on this machine
 */
export async function openRedirect(options: RedirectOptions): Promise<Redirect> {
  const { authorityHost, httpUrl, caFile, environment } = options
  const place = { inherited: environment, platform: process.platform }
  const authorityPort = loopbackPort(authorityHost)
  const managedIdentityPort = httpUrl === undefined ? undefined : loopbackPort(httpUrl)
  const authorityCa = await readFile(caFile, 'utf8')
  const bundle = await openCaBundle(caFile, inheritedValue('NODE_EXTRA_CA_CERTS', place))
  const proxy = await openProxy({
    hosts: ledHosts,
    authorityPort,
    managedIdentityPort,
    authorityCa,
  })
  return {
    environment: redirectEnvironment({
      ...place,
      caFile,
      preloadFile,
      proxyPort: proxy.port,
      routes: proxy.routes,
      nodeCaFile: bundle.file,
    }),
    strangeHosts: proxy.strangeHosts,
    close: async () => {
      await Promise.all([proxy.close(), bundle.remove()])
    },
  }
}

function loopbackPort(origin: string): number {
  const { hostname, port, protocol } = new URL(origin)
  if (!/^(localhost|127\.0\.0\.1)$/.test(hostname)) {
    throw new TypeError(`expected a mock on localhost or 127.0.0.1, got ${origin}`)
  }
  return Number(port || (protocol === 'https:' ? 443 : 80))
}
