import type { Context, HonoRequest } from 'hono'
import { readLimitedBody } from '../exchange/read-limited-body.ts'
import { answerWithFault, describeFault } from '../faults/index.ts'
import type { GraphAnswer } from '../graph/index.ts'
import { recordAnswer } from '../journal/record-answer.ts'
import type { Recorder } from '../journal/recorder.ts'
import type { Tenants } from '../tenants/tenants.ts'
import { parseUrlEncoded } from '../token-endpoint/parse-form.ts'
import type { World } from '../world.ts'

/** From the framework to Microsoft Graph and back. It is loaded when first asked for: many runs of the mock never are. */
export function graphRoute(world: World, tenants: Pick<Tenants, 'sandboxOf'>, record: Recorder) {
  let loading: Promise<typeof import('../graph/index.ts')> | undefined
  return async (context: Context): Promise<Response> => {
    loading ??= import('../graph/index.ts')
    const { answerGraphRequest } = await loading
    const { req } = context
    const text = await readLimitedBody(req.raw)
    const url = urlOf(req, world)
    const answer = await answerGraphRequest(
      {
        method: req.method,
        url,
        header: (name) => req.header(name),
        body: text ?? '',
        bodyTooLarge: text === undefined,
      },
      world,
      tenants.sandboxOf,
    )
    return finish(context, answer, { world, tenants, record, origin: url.origin })
  }
}

type Parts = {
  readonly world: World
  readonly tenants: Pick<Tenants, 'sandboxOf'>
  readonly record: Recorder
  readonly origin: string
}

/** Faults and the journal live here, outside the flow. A fault meets what was done already: only the answer is lost. */
function finish({ req }: Context, answer: GraphAnswer, parts: Parts): Response | Promise<Response> {
  const { world, tenants, record, origin } = parts
  const { tenantId, atMs, requestId, clientRequestId, rulesLookedAt, refused } = answer.decision
  const tenant = tenantId === undefined ? undefined : world.directory.findTenant(tenantId)
  const found = tenantId === undefined ? undefined : tenants.sandboxOf(tenantId).faults
  const fault = found?.take({ endpoint: 'graph' })
  record(
    tenantId,
    recordAnswer(req, {
      kind: 'graph',
      httpStatus: fault?.status ?? answer.status,
      outcome: refused
        ? { refused: refused.rule.id, error: refused.rule.error, aadsts: undefined }
        : { answered: 'graph' },
      rulesLookedAt,
      fault: fault && describeFault(fault),
      traceId: requestId,
      correlationId: clientRequestId,
      world,
      tenant,
      form: parseUrlEncoded(''),
      atMs,
    }),
  )
  const { status, headers } = answer
  if (!fault) return new Response(status === 204 ? null : answer.body, { status, headers })
  return answerWithFault(
    fault,
    { status, headers: { ...headers }, body: answer.body },
    {
      ...{ nowMs: atMs, traceId: requestId, correlationId: clientRequestId, origin },
      ...{ sleep: world.sleep, signal: req.raw.signal },
    },
  )
}

/** Under the name that was asked: Graph's own where it was led here, the mock's origin elsewhere. */
function urlOf(req: HonoRequest, { issuerNames }: World): URL {
  const url = new URL(req.url)
  const isGraph = !issuerNames.isOwnOrigin(url.origin)
  return isGraph ? url : new URL(`${issuerNames.originFor(url)}${url.pathname}${url.search}`)
}
