/** Where a program that asks for a managed identity finds it. */
export const managedIdentitySources = ['imds', 'app-service'] as const

/** What `agentid observe` was told, checked and with its defaults. */
export type ObserveOptions = {
  /** A file that describes the tenants, instead of the seeded ones. */
  readonly directory?: string | undefined
  /** Where the certificate authority is kept. */
  readonly caDir?: string | undefined
  readonly managedIdentity: (typeof managedIdentitySources)[number]
  /** SHOULD findings fail too. */
  readonly strict: boolean
  /** One JSON document on stdout at the end. */
  readonly json: boolean
}
