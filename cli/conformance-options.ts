export const targets = ['in-process', 'server', 'live'] as const

/** What `agentid conformance` was told, checked and with its defaults. */
export type ConformanceOptions = {
  /** The identity provider that is judged. */
  readonly target: (typeof targets)[number]
  /** A tag expression of Cucumber: `@rule:T1-AGENT and not @mock`. */
  readonly tags?: string | undefined
  /** Folder for the reports. */
  readonly report?: string | undefined
}
