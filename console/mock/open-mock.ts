import type { JournalEntry, LentMock } from '../../mock-idp/index.ts'

/** The mock as the console sees it: through its control API and its endpoints, as any program does. */
export type ConsoleMock = {
  /** Sends a request with the token of the control API. */
  readonly control: (path: string, change?: Change) => Promise<Response>
  /** What a path of the control API answers. @throws {MockProblem} with what it said was wrong */
  readonly read: <Body>(path: string, change?: Change) => Promise<Body>
  /** Sends a request without any token of the control API. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
}

export type Change = { readonly method: string; readonly body?: unknown }

/** What the mock said was wrong with a request of the console. */
export class MockProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MockProblem'
  }
}

export type Requests = { readonly requests: readonly JournalEntry[]; readonly dropped?: number }

/** @param origin - under which the browser sees the mock, so that issuers are the same for both */
export function openMock({ fetch, controlToken }: LentMock, origin: string): ConsoleMock {
  const authorization =
    controlToken === undefined ? {} : { authorization: `Bearer ${controlToken}` }
  const control: ConsoleMock['control'] = (path, { method, body } = { method: 'GET' }) => {
    const headers = { ...authorization, 'content-type': 'application/json' }
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
    return fetch(new Request(`${origin}/_mock${path}`, init))
  }
  return {
    control,
    read: async <Body>(path: string, change?: Change) => {
      const response = await control(path, change)
      const body: unknown = response.status === 204 ? undefined : await response.json()
      if (response.ok) return body as Body
      const { error = 'the mock refused it', problems = [] } = body as Problem
      throw new MockProblem([error, ...problems].join(': '))
    },
    fetch: (path, init) => fetch(new Request(`${origin}${path}`, init)),
  }
}

type Problem = { readonly error?: string; readonly problems?: readonly string[] }
