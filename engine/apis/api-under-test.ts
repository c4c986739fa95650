import type { ApiPolicy } from './api-policy.ts'

/** What one call of the API carries. */
export type ApiCall = {
  /** Values of `Authorization` headers, one for each. Default: none. */
  readonly authorization?: readonly string[] | undefined
  /** Parameters of the query, besides those of the resource. */
  readonly query?: Readonly<Record<string, string>> | undefined
}

export type ApiAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** An API that takes tokens of the tenant for it. */
export type ApiUnderTest = {
  readonly name: string
  readonly version?: string | undefined
  readonly policy: ApiPolicy
  /** What its callers have to hold, as it was told: of applications, and of users. */
  readonly role: string
  readonly scope: string
  /** @throws {ApiUnreachable} if no answer comes */
  readonly call: (call: ApiCall) => Promise<ApiAnswer>
  /** What it has written since it was started, as far as it is kept. */
  readonly written: () => string
  /** Ends the run without a verdict, because the API lets in nobody whom its policy names. */
  readonly giveUp: (why: string) => void
  /** Why nothing can be said of it. Undefined: it can be judged. */
  readonly givenUp: () => string | undefined
  readonly close: () => Promise<void>
}

/** The API cannot be judged: it does not start, does not answer, or lets nobody in. */
export class ApiUnreachable extends Error {
  override readonly name = 'ApiUnreachable'
}
