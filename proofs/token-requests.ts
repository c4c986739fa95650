import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { InProcessOptions } from '../engine/targets/in-process.ts'
import { readJwt } from '../wire/jwt.ts'
import { tokenPath } from './published-paths.ts'
import type { Claims } from './token-kinds.ts'

/** A request for a token, read. */
export type TokenRequest = {
  readonly request: Request
  /** As the path names it. */
  readonly tenant: string
  /** Empty if the body is not a form. */
  readonly form: URLSearchParams
}

/** Forwards the request, or one with another form, to the mock. */
export type Pass = (form?: URLSearchParams) => Promise<Response>

/** A provider that answers token requests in its own way. */
export function atTokenEndpoint(
  answer: (asked: TokenRequest, pass: Pass) => Promise<Response>,
): InProcessOptions {
  return {
    intercept: async (request, forward) => {
      const asked = await readTokenRequest(request)
      if (!asked) return forward(request)
      return answer(asked, (form) => forward(form ? withForm(request, form) : request))
    },
  }
}

/** A provider whose tokens are wrong for some requests. */
export function saidTo(
  about: (asked: TokenRequest, claims: Claims) => boolean,
  change: (claims: Claims, asked: TokenRequest) => Claims,
): InProcessOptions {
  const current = new AsyncLocalStorage<TokenRequest>()
  return {
    intercept: async (request, forward) => {
      const asked = await readTokenRequest(request)
      return asked ? current.run(asked, () => forward(request)) : forward(request)
    },
    tamper: (claims) => {
      const asked = current.getStore()
      return asked && about(asked, claims) ? { ...claims, ...change(claims, asked) } : claims
    },
  }
}

export async function readTokenRequest(request: Request): Promise<TokenRequest | undefined> {
  const { pathname } = new URL(request.url)
  if (!tokenPath.test(pathname)) return undefined
  const isForm = request.headers.get('content-type')?.includes('urlencoded') ?? false
  const form = new URLSearchParams(isForm ? await request.clone().text() : '')
  return { request, tenant: pathname.split('/')[1] ?? '', form }
}

/** What an assertion claims; nothing where it is none. */
export function assertionClaims(assertion: string | null): Claims {
  return readJwt(assertion ?? '')?.claims ?? {}
}

/** The same request as a form with these parameters. */
export function withForm(request: Request, form: URLSearchParams): Request {
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/x-www-form-urlencoded')
  headers.delete('content-length')
  const url = request.url.replace(/\?.*$/, '')
  return new Request(url, { method: 'POST', headers, body: form.toString() })
}

/** The form with other values; undefined removes one. */
export function withValues(
  form: URLSearchParams,
  values: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const changed = new URLSearchParams(form)
  for (const [name, value] of Object.entries(values)) {
    changed.delete(name)
    if (value !== undefined) changed.set(name, value)
  }
  return changed
}

/** A refusal in the form of Microsoft Entra. */
export function refused({ request }: TokenRequest, error: string, code: number, status: number) {
  const correlationId = request.headers.get('client-request-id') ?? randomUUID()
  const traceId = randomUUID()
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`
  const description = `AADSTS${code}: Refused. Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`
  return Response.json(
    {
      error,
      error_description: description,
      error_codes: [code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
    },
    {
      status,
      headers: { 'cache-control': 'no-store, no-cache', 'x-ms-request-id': traceId },
    },
  )
}
