import type { HonoRequest } from 'hono'

/** The id by which a client speaks of its request, in a header or the query; a form may hold one too. */
export function correlationIdOf(req: HonoRequest): string | undefined {
  return (
    req.header('client-request-id') ??
    req.header('x-ms-client-request-id') ??
    req.query('client-request-id')
  )
}
