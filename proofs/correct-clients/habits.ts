import type { Capabilities } from '../../engine/clients/capabilities.ts'

type CredentialName = Capabilities['credentials'][number]

/** What correct clients do differently. Each is allowed, so none of it may be held against a client. */
export type Habits = {
  readonly credentials: readonly CredentialName[]
  /** Where the client secret stands; with `basic` alone, client_id stands nowhere else. */
  readonly secretIn: 'body' | 'basic' | 'basic and client_id in the body'
  /** Seconds before the expiry of a token at which the client gets another. Undefined: it keeps none. */
  readonly keepsUntil: number | undefined
  /** For how long it keeps the content of an assertion file. */
  readonly keepsFileSeconds: number
  /** How often it sends a request that met a busy provider. */
  readonly attempts: number
  /** How it writes the id of the blueprint. T1 names an agent identity as it was sent, so its case matters. */
  readonly blueprintIn: 'lower case' | 'upper case'
  /** Whether it serves one call after another. */
  readonly isSequential: boolean
  /** Whether it reads discovery documents first, and sends what Microsoft's libraries add. */
  readonly isTalkative: boolean
  /** The certificate is named by the older thumbprint, SHA-1, and signs by RS256. */
  readonly signsOldStyle: boolean
  readonly reportsExpiry: boolean
  readonly errorFields: Capabilities['errorFields']
}

export const plain: Habits = {
  credentials: ['secret'],
  secretIn: 'body',
  keepsUntil: undefined,
  keepsFileSeconds: 0,
  attempts: 1,
  blueprintIn: 'lower case',
  isSequential: false,
  isTalkative: false,
  signsOldStyle: false,
  reportsExpiry: true,
  errorFields: ['code', 'status', 'aadsts', 'correlationId'],
}
