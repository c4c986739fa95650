import { type Application, isForManyTenants } from '../directory/application.ts'
import { userCalled } from '../directory/person.ts'
import type { Tenant } from '../directory/tenant.ts'
import { isSignInName } from '../directory/tenant-name.ts'
import { tenantInPath } from '../exchange/endpoint.ts'
import { cookieOf } from '../http/browser-cookie.ts'
import type { SeenRequest } from '../http/see-request.ts'
import { tenantOfCode } from '../tokens/authorization-codes.ts'
import { tenantOfDeviceCode } from '../tokens/new-device-code.ts'
import { tenantOfRefreshToken } from '../tokens/refresh-tokens.ts'
import type { World } from '../world.ts'
import { parametersOf } from './parameters-of.ts'

type Finding = Pick<World, 'directory' | 'facilitiesOf'>

/**
 * The tenant of the person that a page is for. Under `common` and `organizations` the path does not say it: the person
 * that the request names does, then whoever signed in with this browser, and last the home of the client
 * (learn.microsoft.com/entra/identity-platform/howto-convert-app-to-be-multi-tenant).
 */
export function homeTenant(request: SeenRequest, world: World): Tenant | undefined {
  if (!isSignInName(request.tenantName)) return tenantInPath(request, world)
  const parameters = parametersOf(request)
  const cookie = cookieOf(request) ?? ''
  const offered = tenantsOfClient(parameters.get('client_id'), world)
  const signedIn = offered.find(({ id }) => isSignedIn(cookie, id, world))
  return named(parameters, offered) ?? signedIn ?? offered[0]
}

/** The tenant at which a browser is signed in. Under a shared name, whoever signs out need not say from which. */
export function signedInTenant(request: SeenRequest, world: World): Tenant | undefined {
  if (!isSignInName(request.tenantName)) return tenantInPath(request, world)
  const cookie = cookieOf(request)
  if (cookie === undefined) return undefined
  return [...world.directory.tenants()].find(({ id }) => isSignedIn(cookie, id, world))
}

function isSignedIn(cookie: string, tenantId: string, { facilitiesOf }: Finding): boolean {
  return facilitiesOf(tenantId).browserSessions.find(cookie)?.person !== undefined
}

/**
 * The tenant that a token request is about: under a shared name, the one that issued what it redeems. A request that
 * redeems nothing is about none.
 */
export function issuingTenant(request: SeenRequest, world: World): Tenant | undefined {
  if (!isSignInName(request.tenantName)) return tenantInPath(request, world)
  const { parameters } = request.form
  const read = redeeming[parameters.get('grant_type') ?? '']
  if (!read) return undefined
  const tenantId = read(parameters)
  const issuer = tenantId === undefined ? undefined : world.directory.findTenant(tenantId)
  // What nobody issued is refused where the client lives.
  return issuer ?? tenantsOfClient(parameters.get('client_id'), world)[0]
}

type Parameters = ReadonlyMap<string, string>

/** The grants that redeem something that a person was asked for. */
const redeeming: Readonly<Record<string, ((given: Parameters) => string | undefined) | undefined>> =
  {
    authorization_code: (given) => tenantOfCode(given.get('code') ?? ''),
    refresh_token: (given) => tenantOfRefreshToken(given.get('refresh_token') ?? ''),
    'urn:ietf:params:oauth:grant-type:device_code': (given) =>
      tenantOfDeviceCode(given.get('device_code') ?? ''),
  }

/** The home of a client that many tenants may use. There a device waits for its user: its request names nobody. */
export function tenantForDevice(request: SeenRequest, world: World): Tenant | undefined {
  if (!isSignInName(request.tenantName)) return tenantInPath(request, world)
  const appId = request.form.parameters.get('client_id')
  const application = world.directory.findApplication(appId?.toLowerCase() ?? '')
  return application && isForManyTenants(application) ? tenantsOfClient(appId, world)[0] : undefined
}

/** The tenants whose people a page offers. */
export function offeredTenants(
  request: Pick<SeenRequest, 'tenantName'>,
  clientId: string | undefined,
  tenant: Tenant,
  world: Pick<World, 'directory'>,
): readonly Tenant[] {
  if (!isSignInName(request.tenantName)) return [tenant]
  const others = tenantsOfClient(clientId, world).filter(({ id }) => id !== tenant.id)
  return [tenant, ...others]
}

/** Those that know the client, its home first: the people of any other tenant never see it. */
function tenantsOfClient(
  clientId: string | undefined,
  { directory }: Pick<World, 'directory'>,
): readonly Tenant[] {
  const application = directory.findApplication(clientId?.toLowerCase() ?? '')
  if (!application) return []
  const home = directory.findTenant(application.homeTenantId)
  return [...(home ? [home] : []), ...guestTenants(application, { directory })]
}

function guestTenants(
  application: Application,
  { directory }: Pick<Finding, 'directory'>,
): readonly Tenant[] {
  if (!isForManyTenants(application)) return []
  return [...directory.tenants()].filter(
    ({ id, principals }) => id !== application.homeTenantId && principals.has(application.appId),
  )
}

/** By the object id, the user name, or the domain of the person that the request names. */
function named(parameters: Parameters, offered: readonly Tenant[]): Tenant | undefined {
  const person =
    parameters.get('user') || parameters.get('username') || parameters.get('login_hint')
  const domain = person?.split('@')[1] ?? parameters.get('domain_hint')
  return (
    offered.find((tenant) => person && userCalled(person.trim(), tenant)) ??
    offered.find(({ domains }) => domain && domains.includes(domain.trim().toLowerCase()))
  )
}
