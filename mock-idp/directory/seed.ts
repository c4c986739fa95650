import { scopeIdOf } from './build-scopes.ts'
import type { TenantDescription } from './description.ts'
import { graphAppId } from './resource.ts'
import { type ContosoIds, seedIds, seedSecrets } from './seed-ids.ts'

/** What an application needs on Microsoft Graph to make, use and remove everything of an agent identity. */
const provisioningRoles = [
  'AgentIdentity.Create.All',
  'AgentIdentity.DeleteRestore.All',
  'AgentIdentity.EnableDisable.All',
  'AgentIdentity.Read.All',
  'AgentIdentity.UpdateSponsors.All',
  'AgentIdentityBlueprint.AddRemoveCreds.All',
  'AgentIdentityBlueprint.Create',
  'AgentIdentityBlueprint.DeleteRestore.All',
  'AgentIdentityBlueprint.Read.All',
  'AgentIdentityBlueprint.UpdateAuthProperties.All',
  'AgentIdentityBlueprint.UpdateSponsors.All',
  'AgentIdentityBlueprintPrincipal.Create',
  'AgentIdentityBlueprintPrincipal.DeleteRestore.All',
  'AgentIdentityBlueprintPrincipal.EnableDisable.All',
  'AgentIdentityBlueprintPrincipal.Read.All',
  'AgentIdUser.ReadWrite.All',
  'Application.Read.All',
  'AppRoleAssignment.ReadWrite.All',
  'AuditLog.Read.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'Organization.Read.All',
  'User.Read.All',
]

/**
 * Contoso: the blueprint Concierge with the agent identities Booking and Billing, the blueprint Courier with
 * Parcel, a managed identity, two custom APIs, four ordinary applications, of which Kiosk and Desk are public clients, three people, and the user account of Booking.
 */
export function contoso(ids: ContosoIds, domain = 'contoso.example'): TenantDescription {
  return {
    tenantId: ids.contoso,
    displayName: 'Contoso',
    domains: [domain],
    identityHeader: seedSecrets.identityHeader,
    blueprints: [
      {
        appId: ids.concierge,
        displayName: 'Concierge',
        identifierUris: [`api://${ids.concierge}`],
        scopes: [{ value: 'access_agent', displayName: 'Talk to the agents of Concierge' }],
        signInAudience: 'AzureADMultipleOrgs',
        secrets: [{ value: seedSecrets.concierge }],
        federatedCredentials: [
          {
            name: 'concierge-host',
            issuer: `https://login.microsoftonline.com/${ids.contoso}/v2.0`,
            subject: ids.managedIdentityPrincipal,
          },
        ],
        principal: { id: ids.conciergePrincipal },
      },
      {
        appId: ids.courier,
        displayName: 'Courier',
        secrets: [{ value: seedSecrets.courier }],
        principal: { id: ids.courierPrincipal },
      },
    ],
    agentIdentities: [
      {
        id: ids.booking,
        displayName: 'Booking',
        blueprint: ids.concierge,
        appRoles: [
          { resource: graphAppId, role: 'User.Read.All' },
          { resource: ids.ordersApi, role: 'Orders.Read' },
        ],
      },
      { id: ids.billing, displayName: 'Billing', blueprint: ids.concierge },
      { id: ids.parcel, displayName: 'Parcel', blueprint: ids.courier },
    ],
    managedIdentities: [
      {
        clientId: ids.managedIdentity,
        principalId: ids.managedIdentityPrincipal,
        displayName: 'concierge-host',
        systemAssigned: true,
      },
    ],
    applications: [
      {
        appId: ids.intranet,
        displayName: 'Intranet',
        secrets: [{ value: seedSecrets.intranet }],
        redirectUris: { web: ['http://localhost/signed-in'] },
        idTokensFromAuthorize: true,
        requiredResources: askedByApps(ids),
        principal: { id: ids.intranetPrincipal },
      },
      {
        appId: ids.kiosk,
        displayName: 'Kiosk',
        isFallbackPublicClient: true,
        principal: { id: ids.kioskPrincipal },
      },
      {
        appId: ids.desk,
        displayName: 'Desk',
        redirectUris: { publicClient: ['http://localhost'], spa: ['http://localhost/desk'] },
        requiredResources: askedByApps(ids),
        principal: { id: ids.deskPrincipal },
      },
      {
        appId: ids.provisioner,
        displayName: 'Provisioner',
        secrets: [{ value: seedSecrets.provisioner }],
        principal: {
          id: ids.provisionerPrincipal,
          appRoles: provisioningRoles.map((role) => ({ resource: graphAppId, role })),
        },
      },
    ],
    users: [
      {
        id: ids.administrator,
        displayName: 'Ada Administrator',
        userPrincipalName: `ada@${domain}`,
        directoryRoles: ['Agent ID Administrator', 'Global Administrator'],
      },
      { id: ids.bea, displayName: 'Bea Baker', userPrincipalName: `bea@${domain}` },
      { id: ids.carlos, displayName: 'Carlos Costa', userPrincipalName: `carlos@${domain}` },
      {
        id: ids.bookingUser,
        displayName: 'Assistant of Booking',
        userPrincipalName: `booking@${domain}`,
        identityParentId: ids.booking,
        sponsors: [ids.administrator],
      },
    ],
    groups: [
      {
        id: ids.agentOwners,
        displayName: 'Agent owners',
        kind: 'microsoft365',
        members: [ids.administrator],
      },
    ],
    permissionGrants: [
      { client: ids.intranet, resource: ids.concierge, scope: 'access_agent' },
      ...[ids.bea, ids.carlos, ids.bookingUser].map((user) => ({
        client: ids.booking,
        resource: graphAppId,
        user,
        scope: 'User.Read Mail.Read openid profile offline_access',
      })),
      { client: ids.kiosk, resource: graphAppId, scope: 'User.Read openid profile offline_access' },
      { client: ids.billing, resource: graphAppId, user: ids.bea, scope: 'User.Read' },
    ],
    resources: [
      {
        appId: ids.ordersApi,
        displayName: 'Orders API',
        identifierUris: [`api://${ids.ordersApi}`],
      },
      {
        appId: ids.ledgerApi,
        displayName: 'Ledger API',
        identifierUris: [`api://${ids.ledgerApi}`],
        optionalClaims: [
          'idtyp',
          'xms_act_fct',
          'xms_sub_fct',
          'xms_idrel',
          'xms_par_app_azp',
          'xms_tnt_fct',
        ],
      },
    ],
  }
}

/** Who signs in at the Intranet or at Desk is asked for the agents of Concierge, and for `User.Read`. */
function askedByApps({ concierge }: ContosoIds) {
  return [
    { resource: concierge, scopeIds: [scopeIdOf(concierge, 'access_agent')] },
    { resource: graphAppId, scopeIds: ['e1fe6dd8-ba31-4d61-89e7-88639da4683d'] },
  ]
}

/** Fabrikam, where Concierge of Contoso is a guest and has the agent identity Outpost. */
const fabrikam: TenantDescription = {
  tenantId: seedIds.fabrikam,
  displayName: 'Fabrikam',
  domains: ['fabrikam.example'],
  regionScope: 'EU',
  guestBlueprints: [
    {
      appId: seedIds.concierge,
      displayName: 'Concierge',
      principal: { id: seedIds.conciergeAtFabrikam },
    },
  ],
  agentIdentities: [{ id: seedIds.outpost, displayName: 'Outpost', blueprint: seedIds.concierge }],
  users: [
    { id: seedIds.dana, displayName: 'Dana Dahl', userPrincipalName: 'dana@fabrikam.example' },
    { id: seedIds.eli, displayName: 'Eli Ek', userPrincipalName: 'eli@fabrikam.example' },
    { id: seedIds.fay, displayName: 'Fay Finch', userPrincipalName: 'fay@fabrikam.example' },
  ],
}

/** The tenants of a mock that you did not describe. */
export function seededDirectory(): { readonly tenants: readonly TenantDescription[] } {
  return { tenants: [contoso(seedIds), fabrikam] }
}

/** A tenant like Contoso under new ids. Its identity header is its tenant id, so that it answers for itself alone. */
export function sandboxTenant(newGuid: () => string): TenantDescription {
  const ids = Object.fromEntries(Object.keys(seedIds).map((name) => [name, newGuid()]))
  const own = { ...seedIds, ...ids }
  const domain = `contoso-${own.contoso.replaceAll('-', '')}.example`
  const { identityHeader: _, ...sandbox } = contoso(own, domain)
  return sandbox
}
