import type { Examination } from '../answers/enforce.ts'
import type { Refusal } from '../answers/refusal.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { BodyKind, SeenRequest } from '../http/see-request.ts'
import type { EndpointName } from '../journal/journal.ts'
import type { PlainAnswer } from '../sandbox/faults/index.ts'
import type { World } from '../world.ts'

/** What answers the requests to a URL. Only `kind`, `findTenant` and `decide` are needed; the rest has defaults. */
export type Endpoint = {
  readonly kind: EndpointName
  /** Default: nothing. */
  readonly reads?: BodyKind
  /** Whose journal, clock, faults and chaos apply: {@link tenantInPath}, or a rule of the endpoint's own. */
  readonly findTenant: (request: SeenRequest, world: World) => Tenant | undefined
  /** @throws {Refusal} for a request that breaks a rule */
  readonly decide: (exchange: Exchange, world: World) => Answer | Promise<Answer>
  /** How a refusal is written. Default: as Entra does, {@link refuseAsEntra}. */
  readonly refuse?: (refusal: Refusal, exchange: Exchange) => PlainAnswer
  /** Whose lag hides the latest changes from it. Default: it sees every change at once. */
  readonly viewer?: 'sts'
  /** Whether chaos leaves its answers alone. Default: it varies them. */
  readonly isSteady?: true
  /** Whether its requests are kept among those that asked no tenant, even where they name one. */
  readonly isStray?: true
}

/** One request on its way to an answer. */
export type Exchange = {
  readonly request: SeenRequest
  /** As the endpoint sees it: a part of it may lag behind. Undefined where the request asks none that exists. */
  readonly tenant: Tenant | undefined
  /** The origin under which the mock answers, for example `https://localhost:8443`. */
  readonly origin: string
  /** On the clock of the tenant. */
  readonly nowMs: number
  /** GUID of the request on the server's side. */
  readonly traceId: string
  /** GUID by which client and server speak of the same request. */
  readonly correlationId: string
  readonly examination: Examination
}

/** An answer before anything disturbs it. */
export type Answer = PlainAnswer & {
  /** The kind and the claims of the token that was issued. */
  readonly token?: { readonly issued: string; readonly claims: Readonly<Record<string, unknown>> }
}

export function tenantInPath(
  { tenantName }: SeenRequest,
  { directory }: World,
): Tenant | undefined {
  return tenantName === undefined ? undefined : directory.findTenant(tenantName)
}
