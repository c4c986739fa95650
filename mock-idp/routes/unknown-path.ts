import type { Context } from 'hono'
import { enforce, examinationWithoutTenant } from '../answers/enforce.ts'
import { errorBody } from '../answers/error-body.ts'
import type { Refusal } from '../answers/refusal.ts'
import { pathIsKnown } from '../rules/tenant.ts'
import type { World } from '../world.ts'
import { nearestPath } from './nearest-path.ts'

/** A path that nothing is served at: named, together with the nearest one that is. */
export function unknownPath(world: World) {
  return (context: Context): Response => {
    const { path } = context.req
    enforce([pathIsKnown], { path, nearest: nearestPath(path) }, examinationWithoutTenant(world))
    return context.text('not found', 404)
  }
}

type Ids = { readonly traceId: string; readonly correlationId: string }

/** A refusal outside the token endpoint, in the same shape as its refusals. */
export function refusedOutside(
  refusal: Refusal,
  { req, json }: Context,
  world: World,
  { traceId, correlationId }: Ids,
): Response {
  const origin = world.issuerNames.originFor(new URL(req.url))
  const occasion = { nowMs: world.realNowMs(), traceId, correlationId, origin }
  const headers = { 'x-mock-rule': refusal.rule.id, 'x-ms-request-id': traceId }
  return json(errorBody(refusal, occasion), refusal.rule.status, headers)
}
