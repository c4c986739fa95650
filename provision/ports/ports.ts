import type { CertificateOptions, CertificatePair } from './certificate.ts'
import type { PrivateFiles } from './private-files.ts'
import type { Progress } from './progress.ts'

/** What is passed to `fetch`; the global `fetch` fits. */
export type ProvisionFetch = (url: string, init: ProvisionFetchInit) => Promise<Response>

export type ProvisionFetchInit = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly headers: Record<string, string>
  readonly body?: string
  /** Never follows redirects: they would carry the access token to another place. */
  readonly redirect: 'manual'
  readonly signal: AbortSignal
}

/** A way to be signed in to Microsoft Graph. */
export type SignIn = {
  /** A description for a person, without the token. */
  readonly origin: string
  /** Returns a token that is valid for a while. Called before every request, so that it can renew the token. */
  readonly accessToken: (signal: AbortSignal) => Promise<string>
}

/** What provisioning needs from outside. Tests pass their own. */
export type Ports = {
  readonly fetch: ProvisionFetch
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Resolves after `ms` milliseconds, rejects as soon as the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly randomUuid: () => string
  readonly makeCertificate: (options: CertificateOptions) => Promise<CertificatePair>
  readonly files: PrivateFiles
  readonly signIn: SignIn
  readonly tell: (progress: Progress) => void
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal
}
