export const targets = ['in-process', 'server', 'live'] as const

/** Options of `agentid conformance`, each checked, with their defaults. */
export type ConformanceOptions = {
  /** The identity provider that is judged, or against which clients are. */
  readonly target: (typeof targets)[number]
  /** A command of the client: a string, or a string with a JSON array. */
  readonly client?: string | undefined
  /** The same as an argument vector. */
  readonly command?: readonly string[] | undefined
  /** The command runs once for each acquisition. */
  readonly oneShot?: boolean | undefined
  /** Manifests, one for each client. */
  readonly manifest?: readonly string[] | undefined
  /** Manifests of APIs, which are judged one after another. */
  readonly apiManifest?: readonly string[] | undefined
  /** The resource of an API, which runs already if there is no command. */
  readonly api?: string | undefined
  /** The application id of that API. */
  readonly audience?: string | undefined
  /** What users and applications need to call it. */
  readonly scope?: string | undefined
  readonly role?: string | undefined
  /** A file that says whom it lets in. */
  readonly policy?: string | undefined
  readonly mcp?: boolean | undefined
  /** Variables that clients inherit besides those that every program needs. */
  readonly passEnv?: readonly string[] | undefined
  /** A tag expression of Cucumber: `@rule:T1-AGENT and not @mock`. */
  readonly tags?: string | undefined
  /** Folder for the reports. */
  readonly report?: string | undefined
  /** Folder for every exchange with the target, redacted. */
  readonly saveEvidence?: string | undefined
  /** File of known failures, instead of those of the manifest. */
  readonly expectedFailures?: string | undefined
  /** A broken SHOULD fails too. */
  readonly strict?: boolean | undefined
  /** Seed for what a client must not depend on. */
  readonly chaos?: number | undefined
  /** How many scenarios of a client run side by side. */
  readonly jobs?: number | undefined
  /** Two reports that are compared, instead of judging anything. */
  readonly compare?: readonly string[] | undefined
}
