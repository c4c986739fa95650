/** What to make, and where. */
export type ProvisionSettings = {
  /** Origin of Microsoft Graph. */
  readonly graphUrl: string
  /** Origin of the token endpoint. */
  readonly authorityHost: string
  /** Absolute path of a certificate authority, repeated in the file of variables. */
  readonly caFile: string | undefined
  /** The scope of the token that each agent identity gets at the end. */
  readonly scope: string
  /** The tenant that you name. Default: that of the record. */
  readonly tenantId: string | undefined
  /** A verified domain of it. */
  readonly domain: string | undefined
  /** The extra word: the display name of a tenant that looks like production. */
  readonly productionTenant: string | undefined
  /** A tenant with more users looks like production. */
  readonly maxUsers: number
  /** Starts the name of every object. A run that continues keeps the prefix of the record. */
  readonly namePrefix: string | undefined
  /** Object ids of users. Default: the signed-in user. */
  readonly sponsorIds: readonly string[]
  /** Make an agent user of Booking, with a delegated permission. A run that continues keeps the one of the record. */
  readonly agentUser: boolean
  /** Give Concierge a scope that people consent to, and Booking a delegated permission for everybody. */
  readonly delegated: boolean
  readonly paths: ProvisionPaths
  readonly dryRun: boolean
  readonly limits: Limits
}

/** Absolute paths. */
export type ProvisionPaths = {
  /** The variables that describe a target, as a dotenv file. */
  readonly env: string
  readonly record: string
  readonly certificate: string
  readonly key: string
}

export const usualNamePrefix = 'agentid-'

/** How long to wait for an eventually consistent directory. */
export type Limits = {
  /** Until one object, credential or token shows everywhere. */
  readonly propagationMs: number
  /** Until an object whose creation got no answer shows in a list. */
  readonly lostAnswerMs: number
  /** Between the starts of two requests to Graph. */
  readonly requestIntervalMs: number
}

/** Documented lags are 30 to 120 s and "several minutes" (known issues, federated credentials). */
export const usualLimits: Limits = {
  propagationMs: 300_000,
  lostAnswerMs: 60_000,
  requestIntervalMs: 150,
}

/** The files that go with a file of variables. */
export const pathsBeside = (env: string): ProvisionPaths => ({
  env,
  record: `${env}.record.json`,
  certificate: `${env}.concierge-certificate.pem`,
  key: `${env}.concierge-key.pem`,
})
