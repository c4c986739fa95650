/** Where a program that asks for a managed identity finds it. */
export const managedIdentitySources = ['imds', 'app-service'] as const

/** Options of `agentid observe`, checked and with their defaults. */
export type ObserveOptions = {
  /** A file that describes the tenants. Left out: the seeded ones. */
  readonly directory?: string | undefined
  /** Folder for the certificate authority. */
  readonly caDir?: string | undefined
  readonly managedIdentity: (typeof managedIdentitySources)[number]
  /** Variables that the program inherits besides those that every program needs. */
  readonly passEnv?: readonly string[] | undefined
  /** Runs all of it where no network is. */
  readonly isolate?: boolean | undefined
  /** SHOULD findings fail too. */
  readonly strict: boolean
  /** One JSON document on stdout at the end. */
  readonly json: boolean
}
