import { enforce } from '../answers/enforce.ts'
import { graphAppId, type Resource } from '../directory/resource.ts'
import { resourceParameterRules } from '../rules/resource-parameter.ts'
import type { TenantSession } from './session.ts'

/**
 * The parameter `resource` against the resource of the scopes. Entra compares it letter by letter, at `/authorize` and
 * where a code is redeemed.
 * @throws {Refusal} under a RESOURCE-PARAMETER rule
 */
export function checkResourceParameter(
  parameter: string | undefined,
  resource: Pick<Resource, 'appId' | 'identifierUris' | 'accessTokenVersion'>,
  { examination }: Pick<TenantSession, 'examination'>,
): void {
  enforce(
    resourceParameterRules,
    {
      parameter: parameter || undefined,
      isOfScope: resource.identifierUris.includes(parameter ?? ''),
      canBeNamed: resource.accessTokenVersion === 2 || resource.appId === graphAppId,
    },
    examination,
  )
}

/** The same in every other grant. Whether Entra looks at it there is not known, so that tenants ignore it by default. */
export function checkResourceParameterIfStrict(
  parameter: string | undefined,
  resource: Resource,
  session: TenantSession,
): void {
  if (!session.tenant.checksResourceParameterAlways) return
  checkResourceParameter(parameter, resource, session)
}
