/**
 * Permissions of Microsoft Graph that are not granted to agent identities
 * (microsoft-graph-docs-contrib api-reference/v1.0/resources/agentid-platform-overview.md).
 */
const asRole = `
AgentIdentity.Create AgentIdentity.Create.All AgentIdentity.CreateAsManager AgentIdentityBlueprint.Create
AgentIdentityBlueprint.CreateAsManager AgentIdentityBlueprint.ReadWrite.All AgentIdentityBlueprintPrincipal.Create
Application.ReadWrite.All Application.ReadWrite.OwnedBy AppRoleAssignment.ReadWrite.All BitlockerKey.Read.All
Calendars.Read ChannelMessage.Read.All ChannelMessage.Read.Group Chat.Read.All Chat.ReadWrite.All
ConsentRequest.ReadWrite.All Device.ReadWrite.All DeviceManagementConfiguration.Read.All EduRoster.ReadWrite.All
EntitlementManagement.ReadWrite.All Files.Read.All Files.ReadWrite.All Group.Create IdentityProvider.ReadWrite.All
LifecycleManagement.ReadWrite.All Organization.ReadWrite.All Policy.ReadWrite.AuthenticationMethod
Policy.ReadWrite.CrossTenantAccess Policy.ReadWrite.PermissionGrant Policy.ReadWrite.SecurityDefaults
PrintJob.ReadWrite.All PrivilegedAccess.ReadWrite.AzureAD PrivilegedAccess.ReadWrite.AzureResources
Sites.FullControl.All Sites.Manage.All Sites.Read.All Sites.ReadWrite.All Tasks.ReadWrite.All User.Invite.All`

const asBoth = `
CustomSecAttributeAssignment.ReadWrite.All CustomSecAttributeDefinition.ReadWrite.All
DelegatedPermissionGrant.ReadWrite.All Device.Write.Restricted Directory.ReadWrite.All Directory.Write.Restricted
Domain.ReadWrite.All Group.ReadWrite.All GroupMember.ReadWrite.All RoleManagement.ReadWrite.Directory
User-PasswordProfile.ReadWrite.All User.DeleteRestore.All User.EnableDisableAccount.All User.ReadWrite.All
UserAuthenticationMethod.ReadWrite.All`

const asScope = `
Directory.AccessAsUser.All Group.Write.Restricted RoleManagement.ReadWrite.All UserAuthenticationMethod.Read.All`

const words = (text: string) => text.trim().split(/\s+/)

export const rolesBlockedForAgents: ReadonlySet<string> = new Set(words(asRole + asBoth))
export const scopesBlockedForAgents: ReadonlySet<string> = new Set(words(asScope + asBoth))
