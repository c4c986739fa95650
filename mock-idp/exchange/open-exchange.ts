import { openExamination } from '../answers/enforce.ts'
import { isGuid } from '../directory/guid.ts'
import type { Tenant } from '../directory/tenant.ts'
import { askedCorrelationId, type SeenRequest } from '../http/see-request.ts'
import type { EndpointName } from '../journal/journal.ts'
import type { Random } from '../ports/random.ts'
import type { World } from '../world.ts'
import type { Exchange } from './endpoint.ts'

/** What is known of a request once its tenant is: the time there, its ids, and the rules relaxed for the tenant. */
export function openExchange(
  kind: EndpointName,
  request: SeenRequest,
  tenant: Tenant | undefined,
  { issuerNames, facilitiesOf, realNowMs, random, waivedRules }: World,
): Exchange {
  const traceId = newTraceId(kind, random)
  const asked = askedCorrelationId(request)
  return {
    request,
    tenant,
    origin: issuerNames.originFor(request),
    nowMs: tenant ? facilitiesOf(tenant.id).clock.nowMs() : realNowMs(),
    traceId,
    // A client that names no id gets one of its own: in every public capture of a refusal the two ids differ.
    correlationId: asked !== undefined && isGuid(asked) ? asked : random.guid(),
    examination: openExamination(waivedRules, tenant?.relaxedRules),
  }
}

const outsideEntra: readonly EndpointName[] = ['graph', 'managedIdentity']

/** At Entra the last byte is zero: so in the captures that show a trace id and a `uti` of the same request. */
function newTraceId(kind: EndpointName, random: Random): string {
  const guid = random.guid()
  return outsideEntra.includes(kind) ? guid : `${guid.slice(0, -2)}00`
}
