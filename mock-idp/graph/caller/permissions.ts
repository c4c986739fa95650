/** Which of several permissions an operation asks for. Microsoft Graph writes the least one first. */
export type Permissions = {
  /** Scopes, for a user. */
  readonly delegated: readonly string[]
  /** Roles, for an application alone. */
  readonly application: readonly string[]
  /** Roles that suffice an application for what it owns. */
  readonly ownedApplication?: readonly string[]
  /** Whether agent objects change, for which broad scopes do not do. */
  readonly writesAgents?: true
  /** Directory roles of which a user needs one. */
  readonly directoryRoles?: readonly string[]
}

const administrators = ['Agent ID Administrator', 'Global Administrator']
/** A developer creates, owns what it created, and changes what it owns (rbac-agentid-apis-write.md). */
const developers = [...administrators, 'Agent ID Developer']

const same = (...names: readonly string[]): Permissions => ({
  delegated: names,
  application: names,
})
const agents = (directoryRoles: readonly string[], ...names: readonly string[]): Permissions => ({
  ...same(...names),
  writesAgents: true,
  directoryRoles,
})

const readDirectory = ['Directory.Read.All', 'Directory.ReadWrite.All']
const readApplications = ['Application.Read.All', 'Application.ReadWrite.All', ...readDirectory]

/**
 * Per operation, from the permission tables of the Microsoft Graph reference (includes/permissions), of
 * create-blueprint.md and of microsoft-graph-devx-content permissions.json. Inferred are: that the application
 * permission of the same name suffices for credentials, identifier URIs and principals; that what may create or
 * change an object may read it; that `CreateAsManager` suffices to delete; and the list of directory roles where a page
 * names none.
 */
export const permissions = {
  readApplication: same(...readApplications),
  readBlueprint: same(
    'AgentIdentityBlueprint.Read.All',
    'AgentIdentityBlueprint.ReadWrite.All',
    'AgentIdentityBlueprint.Create',
    ...readApplications,
  ),
  writeApplication: {
    ...same('Application.ReadWrite.All'),
    ownedApplication: ['Application.ReadWrite.OwnedBy'],
  },
  createBlueprint: agents(
    developers,
    'AgentIdentityBlueprint.Create',
    'AgentIdentityBlueprint.ReadWrite.All',
  ),
  updateBlueprint: agents(
    administrators,
    'AgentIdentityBlueprint.UpdateAuthProperties.All',
    'AgentIdentityBlueprint.UpdateBranding.All',
    'AgentIdentityBlueprint.ReadWrite.All',
  ),
  brandBlueprint: agents(
    administrators,
    'AgentIdentityBlueprint.UpdateBranding.All',
    'AgentIdentityBlueprint.ReadWrite.All',
  ),
  authBlueprint: agents(
    administrators,
    'AgentIdentityBlueprint.UpdateAuthProperties.All',
    'AgentIdentityBlueprint.ReadWrite.All',
  ),
  /** agentidentityblueprint-post-owners.md */
  ownBlueprint: agents(administrators, 'AgentIdentityBlueprint.ReadWrite.All'),
  sponsorBlueprint: agents(
    administrators,
    'AgentIdentityBlueprint.UpdateSponsors.All',
    'Application.ReadWrite.All',
    'AgentIdentityBlueprint.ReadWrite.All',
  ),
  deleteBlueprint: agents(
    administrators,
    'AgentIdentityBlueprint.DeleteRestore.All',
    'AgentIdentityBlueprint.ReadWrite.All',
  ),
  addCredential: agents(
    administrators,
    'AgentIdentityBlueprint.AddRemoveCreds.All',
    'AgentIdentityBlueprint.ReadWrite.All',
  ),
  addFederation: agents(
    administrators,
    'AgentIdentityBlueprint.AddRemoveCreds.All',
    'AgentIdentityBlueprint.Create',
    'AgentIdentityBlueprint.ReadWrite.All',
  ),
  readPrincipal: same(
    'AgentIdentityBlueprintPrincipal.Read.All',
    'AgentIdentityBlueprintPrincipal.ReadWrite.All',
    'AgentIdentityBlueprintPrincipal.Create',
    ...readApplications,
  ),
  createPrincipal: agents(
    developers,
    'AgentIdentityBlueprintPrincipal.Create',
    'AgentIdentityBlueprintPrincipal.ReadWrite.All',
  ),
  updatePrincipal: agents(
    administrators,
    'AgentIdentityBlueprintPrincipal.EnableDisable.All',
    'AgentIdentityBlueprintPrincipal.ReadWrite.All',
  ),
  /** agentidentityblueprintprincipal-post-owners.md names the first. */
  ownPrincipal: agents(
    administrators,
    'AgentIdentityBlueprint.ReadWrite.All',
    'AgentIdentityBlueprintPrincipal.ReadWrite.All',
  ),
  sponsorPrincipal: agents(administrators, 'AgentIdentityBlueprintPrincipal.ReadWrite.All'),
  deletePrincipal: agents(
    administrators,
    'AgentIdentityBlueprintPrincipal.DeleteRestore.All',
    'AgentIdentityBlueprintPrincipal.ReadWrite.All',
  ),
  readAgent: same(
    'AgentIdentity.Read.All',
    'AgentIdentity.ReadWrite.All',
    'AgentIdentity.CreateAsManager',
    ...readApplications,
  ),
  createAgent: {
    ...agents(
      administrators,
      'AgentIdentity.Create.All',
      'AgentIdentity.ReadWrite.All',
      'AgentIdentity.ReadWrite.ManagedBy',
    ),
    application: [
      'AgentIdentity.CreateAsManager',
      'AgentIdentity.Create.All',
      'AgentIdentity.ReadWrite.All',
    ],
  },
  updateAgent: {
    ...agents(administrators, 'AgentIdentity.EnableDisable.All', 'AgentIdentity.ReadWrite.All'),
    application: [
      'AgentIdentity.EnableDisable.All',
      'AgentIdentity.CreateAsManager',
      'AgentIdentity.ReadWrite.All',
    ],
  },
  deleteAgent: {
    ...agents(administrators, 'AgentIdentity.DeleteRestore.All', 'AgentIdentity.ReadWrite.All'),
    application: [
      'AgentIdentity.DeleteRestore.All',
      'AgentIdentity.CreateAsManager',
      'AgentIdentity.ReadWrite.All',
    ],
  },
  sponsorAgent: agents(
    administrators,
    'AgentIdentity.UpdateSponsors.All',
    'AgentIdentity.ReadWrite.All',
  ),
  restoreAgent: agents(
    administrators,
    'AgentIdentity.DeleteRestore.All',
    'AgentIdentity.ReadWrite.All',
  ),
  readDeleted: same(
    ...readApplications,
    'AgentIdentityBlueprint.DeleteRestore.All',
    'AgentIdentityBlueprint.ReadWrite.All',
    'AgentIdentityBlueprintPrincipal.DeleteRestore.All',
    'AgentIdentityBlueprintPrincipal.ReadWrite.All',
    'AgentIdentity.DeleteRestore.All',
    'AgentIdentity.ReadWrite.All',
  ),
  writeAgentUser: {
    ...agents(administrators, 'AgentIdUser.ReadWrite.All', 'User.ReadWrite.All'),
    application: [
      'AgentIdUser.ReadWrite.IdentityParentedBy',
      'AgentIdUser.ReadWrite.All',
      'User.ReadWrite.All',
    ],
  },
  readUser: same(
    'User.ReadBasic.All',
    'User.Read.All',
    'User.ReadWrite.All',
    'AgentIdUser.ReadWrite.All',
    'AgentIdUser.ReadWrite.IdentityParentedBy',
    ...readDirectory,
  ),
  readSelf: {
    delegated: [
      'User.Read',
      'User.ReadBasic.All',
      'User.Read.All',
      'User.ReadWrite.All',
      ...readDirectory,
    ],
    application: [],
  },
  /** user-revokesigninsessions.md */
  revokeSessions: same('User.RevokeSessions.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'),
  writeUser: same('User.ReadWrite.All', 'Directory.ReadWrite.All'),
  readGroup: same(
    'GroupMember.Read.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
    ...readDirectory,
  ),
  /** group-post-groups.md */
  createGroup: {
    delegated: ['Group.ReadWrite.All', 'Directory.ReadWrite.All'],
    application: ['Group.Create', 'Group.ReadWrite.All', 'Directory.ReadWrite.All'],
  },
  writeGroup: same('Group.ReadWrite.All', 'Directory.ReadWrite.All'),
  readObject: same(
    ...readApplications,
    'User.Read.All',
    'Group.Read.All',
    'AgentIdentity.Read.All',
  ),
  assignRole: same('AppRoleAssignment.ReadWrite.All'),
  readGrant: same(
    'DelegatedPermissionGrant.Read.All',
    'DelegatedPermissionGrant.ReadWrite.All',
    ...readDirectory,
  ),
  writeGrant: same('DelegatedPermissionGrant.ReadWrite.All'),
  readOrganization: same(
    'Organization.Read.All',
    'Organization.ReadWrite.All',
    'User.Read',
    ...readDirectory,
  ),
  readDomain: same(
    'Domain.Read.All',
    'Domain.ReadWrite.All',
    'Organization.Read.All',
    ...readDirectory,
  ),
  readLicences: same('LicenseAssignment.Read.All', 'Organization.Read.All', ...readDirectory),
  readAuditLog: same('AuditLog.Read.All'),
} satisfies Readonly<Record<string, Permissions>>
