import type { Context } from 'hono'
import { secretsKnownTo } from './known-secrets.ts'
import type { answerImds, ManagedIdentityAnswer } from './managed-identity/index.ts'
import { recordManagedIdentity } from './record-managed-identity.ts'
import type { Recorder } from './recorder.ts'
import { seeRequest } from './seen-request.ts'
import type { World } from './world.ts'

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
