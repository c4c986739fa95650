import type { Context } from 'hono'
import type { answerImds, ManagedIdentityAnswer } from './managed-identity/index.ts'
import { recordManagedIdentity } from './record-managed-identity.ts'
import type { Tenants } from './tenants.ts'
import type { World } from './world.ts'

/** From the framework to a managed identity endpoint and back, with an entry in the journal of the tenant. */
export function managedIdentityRoute(
  header: string,
  answer: typeof answerImds,
  world: World,
  tenants: Tenants,
) {
  return async ({ req }: Context): Promise<Response> => {
    const url = new URL(req.url)
    const { searchParams: query, pathname: path } = url
    const answered = await answer(
      {
        method: req.method,
        header: req.header(header),
        query,
        tenantName: req.param('tenant'),
        origin: world.issuerNames.originFor(url),
      },
      world,
    )
    const { decision, status } = answered
    const seen = { method: req.method, path, userAgent: req.header('user-agent'), query }
    if (decision) {
      const { journal } = tenants.sandboxOf(decision.tenantId)
      journal.add(recordManagedIdentity(seen, decision, status))
    }
    return toResponse(answered)
  }
}

function toResponse({ status, headers, body }: ManagedIdentityAnswer): Response {
  if (body === undefined) return new Response(null, { status, headers })
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
