/** How to sign in, and how long to wait: the same for both commands. */
export type DirectoryOptions = {
  readonly deviceCode: boolean
  readonly clientId?: string | undefined
  readonly dryRun: boolean
  /** Seconds. */
  readonly wait: number
}

/** Options of `agentid provision`. */
export type ProvisionOptions = DirectoryOptions & {
  readonly namePrefix?: string | undefined
  readonly out: string
  readonly tenant?: string | undefined
  readonly domain?: string | undefined
  readonly sponsor?: readonly string[] | undefined
  readonly agentUser: boolean
  readonly delegated: boolean
  readonly iKnowThisIsProduction?: string | undefined
  readonly maxUsers: number
}

/** Options of `agentid teardown`. */
export type TeardownOptions = DirectoryOptions & {
  readonly out: string
  readonly record?: string | undefined
  readonly leaveDeleted: boolean
}

export const usualOut = 'agentid.env'
