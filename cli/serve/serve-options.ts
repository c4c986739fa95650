/** What `agentid serve` was told, checked and with its defaults. */
export type ServeOptions = {
  /** Address to listen on. */
  readonly host: string
  /** Port of the https listener; 0 takes a free one. */
  readonly port: number
  /** Port of the http listener; 0 takes a free one. Left out: no http. */
  readonly httpPort?: number | undefined
  /** A file that describes the tenants, instead of the seeded ones. */
  readonly directory?: string | undefined
  /** A file that keeps the directory from start to start. Left out: memory. */
  readonly state?: string | undefined
  /** Where the certificate authority is kept. */
  readonly caDir?: string | undefined
  /** Listen on an address that other machines can reach. */
  readonly allowRemote: boolean
  /** One line of JSON on stdout when ready. */
  readonly json: boolean
}
