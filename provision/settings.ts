/** What to make, and where. */
export type ProvisionSettings = {
  /** Origin of Microsoft Graph. */
  readonly graphUrl: string
  /** Origin of the token endpoint. */
  readonly authorityHost: string
  /** Absolute path of a certificate authority, repeated in the file of variables. */
  readonly caFile: string | undefined
  /** The resource for which each agent identity gets a token at the end. */
  readonly scope: string
  /** The tenant, as named by whoever runs the command. The record's, when it is left out. */
  readonly tenantId: string | undefined
  /** A verified domain of it. */
  readonly domain: string | undefined
  /** The extra word: the display name of a tenant that looks like production. */
  readonly productionTenant: string | undefined
  /** A tenant with more users looks like production. */
  readonly maxUsers: number
  /** Begins the name of every object. Of a run that is continued: that of the record. */
  readonly namePrefix: string | undefined
  /** Object ids of users. The signed-in user, when none is named. */
  readonly sponsorIds: readonly string[]
  readonly paths: ProvisionPaths
  readonly dryRun: boolean
  readonly limits: Limits
}

/** Absolute paths. */
export type ProvisionPaths = {
  /** The variables of DESIGN 4.3, as a dotenv file. */
  readonly env: string
  readonly record: string
  readonly certificate: string
  readonly key: string
}

export const usualNamePrefix = 'agentid-'

/** How long to be patient with a directory that is eventually consistent. */
export type Limits = {
  /** For one object, credential or token to be seen everywhere. */
  readonly propagationMs: number
  /** For an object to show in a list whose creation was not answered. */
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
