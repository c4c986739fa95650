type Need = {
  readonly method: string
  readonly path: RegExp
  readonly permissions: readonly string[]
}

const blueprint = 'agentIdentityBlueprint'
const principal = 'agentIdentityBlueprintPrincipal'
const agent = 'agentIdentity'

/** A request to a type of Agent ID: to its collection, to one object, or to an operation of it. */
const to = (type: string, operation = ''): RegExp =>
  new RegExp(`microsoft\\.graph\\.${type}${operation}(?:\\?|$)`)

/**
 * What to consent to, by request: the least privileged permission that Microsoft's reference names,
 * which has the same name delegated and for applications. For removing, this
 * follows the names of the permissions: the reference does not say for every type which one a DELETE needs.
 */
const needs: readonly Need[] = [
  { method: 'POST', path: to(blueprint), permissions: ['AgentIdentityBlueprint.Create'] },
  {
    method: 'POST',
    path: to(blueprint, '/(?:add|remove)Password'),
    permissions: ['AgentIdentityBlueprint.AddRemoveCreds.All'],
  },
  {
    method: 'PATCH',
    path: to(blueprint),
    permissions: [
      'AgentIdentityBlueprint.AddRemoveCreds.All',
      'AgentIdentityBlueprint.UpdateAuthProperties.All',
    ],
  },
  { method: 'POST', path: to(principal), permissions: ['AgentIdentityBlueprintPrincipal.Create'] },
  { method: 'POST', path: to(agent), permissions: ['AgentIdentity.Create.All'] },
  { method: 'GET', path: to(blueprint), permissions: ['AgentIdentityBlueprint.Read.All'] },
  { method: 'GET', path: to(principal), permissions: ['AgentIdentityBlueprintPrincipal.Read.All'] },
  { method: 'GET', path: to(agent), permissions: ['AgentIdentity.Read.All'] },
  {
    method: 'DELETE',
    path: to(blueprint),
    permissions: ['AgentIdentityBlueprint.DeleteRestore.All'],
  },
  {
    method: 'DELETE',
    path: to(principal),
    permissions: ['AgentIdentityBlueprintPrincipal.DeleteRestore.All'],
  },
  { method: 'DELETE', path: to(agent), permissions: ['AgentIdentity.DeleteRestore.All'] },
  {
    method: '',
    path: /\/deletedItems\//,
    permissions: ['AgentIdentityBlueprint.DeleteRestore.All', 'AgentIdentity.DeleteRestore.All'],
  },
  {
    method: '',
    path: /^\/beta\/users(?:[/?]|$)/,
    permissions: ['AgentIdUser.ReadWrite.All'],
  },
  {
    method: '',
    path: /\/oauth2PermissionGrants/,
    permissions: ['DelegatedPermissionGrant.ReadWrite.All'],
  },
  {
    method: '',
    path: /\/appRoleAssignments/,
    permissions: ['Application.Read.All', 'AppRoleAssignment.ReadWrite.All'],
  },
  { method: 'GET', path: /\/servicePrincipals\?/, permissions: ['Application.Read.All'] },
  { method: 'GET', path: /\/organization/, permissions: ['Organization.Read.All'] },
  { method: 'GET', path: /\/users\/\$count/, permissions: ['User.Read.All'] },
  { method: 'GET', path: /\/subscribedSkus/, permissions: ['LicenseAssignment.Read.All'] },
  { method: 'GET', path: /\/me(?:\?|$)/, permissions: ['User.Read'] },
]

/** The permissions that you may lack if Graph refused a request. */
export function neededPermissions(method: string, path: string): readonly string[] {
  const found = needs.find(
    (need) => (need.method === '' || need.method === method) && need.path.test(path),
  )
  return found?.permissions ?? []
}

/** Every permission that provision and teardown need, for the application that you register for them. */
export const allPermissions: readonly string[] = [
  ...new Set(needs.flatMap(({ permissions }) => permissions)),
].sort()
