import type { Context } from 'hono'
import { seeRequest } from '../exchange/seen-request.ts'
import { secretsKnownTo } from '../journal/known-secrets.ts'
import { recordManagedIdentity } from '../journal/record-managed-identity.ts'
import type { Recorder } from '../journal/recorder.ts'
import type { answerImds, ManagedIdentityAnswer } from '../managed-identity/index.ts'
import type { World } from '../world.ts'

/** From the framework to a managed identity endpoint and back, with an entry in the journal of the tenant. */
export function managedIdentityRoute(
  header: string,
  answer: typeof answerImds,
  world: World,
  record: Recorder,
) {
  return async ({ req }: Context): Promise<Response> => {
    const seen = seeRequest(req)
    const answered = await answer(
      {
        method: req.method,
        header: req.header(header),
        query: seen.query ?? new URLSearchParams(),
        tenantName: req.param('tenant'),
        origin: world.issuerNames.originFor(seen),
      },
      world,
    )
    const { tenantId = '' } = answered.decision
    const tenant = world.directory.findTenant(tenantId)
    const secretsOf = () => secretsKnownTo(tenant, world)
    record(tenant?.id, recordManagedIdentity(seen, answered, secretsOf))
    return toResponse(answered)
  }
}

function toResponse({ status, headers, body }: ManagedIdentityAnswer): Response {
  if (body === undefined) return new Response(null, { status, headers })
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
