/** How to sign in, and how long to wait: the same for both commands. */
export type DirectoryOptions = {
  readonly deviceCode: boolean
  readonly clientId?: string | undefined
  readonly dryRun: boolean
  /** Seconds. */
  readonly wait: number
}

/** What `agentid provision` was told on the command line. */
export type ProvisionOptions = DirectoryOptions & {
  readonly namePrefix?: string | undefined
  readonly out: string
  readonly tenant?: string | undefined
  readonly domain?: string | undefined
  readonly sponsor?: readonly string[] | undefined
  readonly iKnowThisIsProduction?: string | undefined
  readonly maxUsers: number
}

/** What `agentid teardown` was told on the command line. */
export type TeardownOptions = DirectoryOptions & {
  readonly out: string
  readonly record?: string | undefined
  readonly leaveDeleted: boolean
}

export const usualOut = 'agentid.env'
