import type { JsonObject } from '../../wire/json-object.ts'
import { hasStatus } from '../graph/graph-error.ts'
import type { Graph } from '../graph/graph-request.ts'
import { listOf } from '../graph/list-of.ts'
import type { Ports } from '../ports/ports.ts'
import { GuardRefusal } from '../ports/provision-error.ts'
import type { AccessToken } from './access-token.ts'
import { checkToken } from './check-token.ts'
import { productionSigns } from './production-signs.ts'

/** The tenant that you name, and what you allow. */
export type NamedTenant = {
  readonly tenantId: string
  readonly domain: string
  /** Undefined for teardown: it removes only what provision made, so production does not matter. */
  readonly production?: { readonly maxUsers: number; readonly word: string | undefined }
}

/**
 * Refuses a tenant that you did not name by its id and by a verified domain, and one that looks like
 * production unless you pass an extra word. Only reads.
 *
 * @throws {GuardRefusal}
 */
export async function checkTenant(
  ports: Ports,
  graph: Graph,
  { tenantId, domain, production }: NamedTenant,
): Promise<AccessToken> {
  const token = await checkToken(ports, tenantId)
  const organization = await readOrganization(graph)
  if (String(organization.id).toLowerCase() !== tenantId) {
    throw new GuardRefusal(
      `Graph answers for tenant ${organization.id}, not for ${tenantId}`,
      'Sign in to the tenant that you name.',
    )
  }
  if (!verifiedDomainsOf(organization).includes(domain.toLowerCase())) {
    throw new GuardRefusal(
      `${domain} is not a verified domain of tenant ${tenantId}`,
      'Pass a domain that GET /v1.0/organization lists under verifiedDomains.',
    )
  }
  const name = String(organization.displayName ?? '')
  ports.tell({ kind: 'step', label: 'tenant', text: `${name} (${tenantId}, ${domain})` })
  if (production === undefined) return token
  const signs = await productionSigns(graph, production.maxUsers)
  if (signs.length > 0) confirmProduction(ports, signs, name, production.word)
  return token
}

async function readOrganization(graph: Graph): Promise<JsonObject> {
  try {
    const select = '$select=id,displayName,verifiedDomains'
    const answer = await graph({ method: 'GET', path: `/v1.0/organization?${select}` })
    const [organization] = listOf(answer.value)
    return organization ?? {}
  } catch (error) {
    if (!hasStatus(error, 403)) throw error
    throw new GuardRefusal(
      `cannot read the tenant: ${error.message}`,
      'Consent to Organization.Read.All (or User.Read, for a signed-in user).',
    )
  }
}

const verifiedDomainsOf = ({ verifiedDomains }: JsonObject): readonly string[] =>
  listOf(verifiedDomains).map(({ name }) => String(name).toLowerCase())

/** The word is the tenant's display name: you must look it up, so it does not become a habit. */
function confirmProduction(
  ports: Ports,
  signs: readonly string[],
  name: string,
  word: string | undefined,
): void {
  const list = signs.join('; ')
  if (word !== undefined && word === name) {
    ports.tell({ kind: 'note', label: 'tenant', text: `confirmed as production: ${list}` })
    return
  }
  throw new GuardRefusal(
    `this tenant looks like production: ${list}`,
    'Use a test tenant. If you mean this one, add --i-know-this-is-production with its display name.',
  )
}
