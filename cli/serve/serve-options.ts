/** Options of `agentid serve`, checked and with their defaults. */
export type ServeOptions = {
  /** Address to listen on. */
  readonly host: string
  /** HTTPS port (0 picks a free one). */
  readonly port: number
  /** HTTP port (0 picks a free one). Left out: no HTTP. */
  readonly httpPort?: number | undefined
  /** A file that describes the tenants. Left out: the seeded ones. */
  readonly directory?: string | undefined
  /** A file that keeps the directory from start to start. Left out: memory. */
  readonly state?: string | undefined
  /** Folder for the certificate authority. */
  readonly caDir?: string | undefined
  /** Listen on an address that other machines can reach. */
  readonly allowRemote: boolean
  /** Names by which others reach the mock. The first one is that of the authority. */
  readonly publicHost?: readonly string[]
  /** Bearer token that the control API demands, or a file that holds it. Left out: none, or a random one for other machines. */
  readonly controlToken?: string | undefined
  /** Whether `/` is a page for people. */
  readonly console: boolean
  /** End when standard input is closed: the process that started the mock holds the other end. */
  readonly exitWithParent?: boolean
  /** One line of JSON on stdout when ready. */
  readonly json: boolean
}
