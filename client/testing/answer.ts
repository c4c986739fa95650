import type { HttpAnswer } from '../send-request.ts'

/** An answer of the token endpoint to a request that carried the given secrets. */
export const answerWith = (
  text: string,
  {
    status = 200,
    headers = {},
    secrets = [],
  }: {
    readonly status?: number
    readonly headers?: Record<string, string>
    readonly secrets?: readonly string[]
  } = {},
): HttpAnswer => ({
  request: {
    step: 'agent-token',
    attempt: 1,
    url: 'https://login.example/t/oauth2/v2.0/token',
    secrets,
    signal: new AbortController().signal,
  },
  clientRequestId: '99999999-9999-4999-8999-999999999999',
  status,
  headers: new Headers(headers),
  text,
  requestedAtMs: 1_000_000,
  receivedAtMs: 1_000_000,
})
