import type { Context } from 'hono'
import type { Fault } from './faults.ts'
import type { JournalRecord } from './journal.ts'
import { recordDecision } from './record-decision.ts'
import type { Tenants } from './tenants.ts'
import { answerTokenRequest, type TokenAnswer } from './token-endpoint/index.ts'
import type { World } from './world.ts'

/** RFC 6749 requests are small; a longer one is a mistake or an attack. */
const bodyLimitBytes = 1024 * 1024
/** Origin, host and path. The URL of a `Request` is in normal form; to parse it once more takes 6 us. */
const urlParts = /^(https?:\/\/([^/]+))([^?#]*)/
const statusesWithoutBody: ReadonlySet<number> = new Set([204, 205, 304])

/** One answered token request: what the journal keeps, and the tenant it asked. */
export type RequestSummary = ReturnType<JournalRecord> & { readonly tenantId: string | undefined }

/** From the framework to the token endpoint and back. Faults and the journal live here, outside the flow. */
export function tokenRoute(
  world: World,
  tenants: Tenants,
  onRequest?: (entry: RequestSummary) => void,
) {
  return async (context: Context): Promise<Response> => {
    const { req } = context
    const [, origin = '', host = '', path = ''] = urlParts.exec(req.url) ?? []
    const body = await readBody(req.raw)
    const answer = await answerTokenRequest(
      {
        method: req.method,
        tenantName: req.param('tenant') ?? '',
        contentType: req.header('content-type') ?? '',
        authorization: req.header('authorization'),
        body: body ?? '',
        bodyTooLarge: body === undefined,
        origin: world.issuerNames.originFor({ origin, host }),
        correlationId: correlationId(context),
        returnCorrelationId: req.header('return-client-request-id') === 'true',
      },
      world,
    )
    const { tenantId, parameters } = answer.decision
    const sandbox = tenantId === undefined ? undefined : tenants.sandboxOf(tenantId)
    const fault = sandbox?.faults.take(parameters)
    const seen = { method: req.method, path, userAgent: req.header('user-agent') }
    const record = recordDecision(seen, answer, fault?.status)
    sandbox?.journal.add(record)
    onRequest?.({ ...record(), tenantId })
    return fault ? faultResponse(fault, answer) : new Response(answer.body, answer)
  }
}

function correlationId({ req }: Context): string | undefined {
  return (
    req.header('client-request-id') ??
    req.header('x-ms-client-request-id') ??
    req.query('client-request-id')
  )
}

function faultResponse({ status, headers, body }: Fault, answer: TokenAnswer): Response {
  const { 'x-mock-rule': _, ...usual } = answer.headers
  const shown = new Headers(usual)
  for (const [name, value] of Object.entries(headers ?? {})) shown.set(name, value)
  return new Response(statusesWithoutBody.has(status) ? null : (body ?? ''), {
    status,
    headers: shown,
  })
}

/** The text of a body, or undefined where it is too long; what is too long is not read to its end. */
async function readBody(request: Request): Promise<string | undefined> {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN)
  if (declared > bodyLimitBytes) return undefined
  if (!Number.isNaN(declared)) return request.text()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > bodyLimitBytes) return undefined
    chunks.push(chunk)
  }
  return new Blob(chunks as BlobPart[]).text()
}
