import type { MockIdpOptions } from '../create-mock-idp.ts'

/** Where the mock listens and what it knows. */
export type StartOptions = Pick<
  MockIdpOptions,
  'directory' | 'onRequest' | 'now' | 'openConsole'
> & {
  /** The address to listen on. Default: `127.0.0.1`. An address that is not loopback needs `allowRemote`. */
  readonly host?: string
  /** HTTPS port (0 picks a free one). Default: 8443. */
  readonly port?: number
  /** HTTP port, for managed identity and curl (0 picks a free one). Default: no HTTP. */
  readonly httpPort?: number
  /** The folder of the certificate authority and the keys. Default: the user's own data folder. */
  readonly dataFolder?: string
  /**
   * A file that keeps the directory when the mock ends. The mock makes it if it is missing. What it holds
   * takes the place of `directory`, and `warn` says so. Default: the mock keeps the directory in memory.
   */
  readonly stateFile?: string
  /**
   * The public certificate authorities, PEM, one certificate each. The mock then writes `ca-bundle.pem` and
   * `java-bundle.jks` beside `caFile`: its own and these. Default: it does not.
   */
  readonly publicRoots?: readonly string[]
  /** Lets other machines in. The control API then demands the `controlToken` of the running mock. Default: false. */
  readonly allowRemote?: boolean
  /**
   * Names by which others reach the mock, such as that of its container. They stand in its certificate; the first one is
   * the host of `authorityHost`, and discovery names the one that was asked. A request for any other host gets 421.
   * Default: none beyond loopback and the hosts of Microsoft.
   */
  readonly publicHosts?: readonly string[]
  /** The bearer token that the control API demands. Default: with `allowRemote` a random one, otherwise none. */
  readonly controlToken?: string
  /** Takes one sentence about what the mock repaired in the data folder, or an option that had no effect. */
  readonly warn?: (message: string) => void
}
