import fc, { type Arbitrary } from 'fast-check'
import type { Application, InheritablePermission } from '../../directory/application.ts'
import type { Collections } from '../../directory/collections.ts'
import type * as Credential from '../../directory/credential.ts'
import type { DeletedObject } from '../../directory/deleted-object.ts'
import type { Details } from '../../directory/details.ts'
import { indexed } from '../../directory/index-objects.ts'
import type { PermissionGrant } from '../../directory/permission-grant.ts'
import type { Group, User } from '../../directory/person.ts'
import type {
  AgentIdentity,
  ApplicationPrincipal,
  ManagedIdentity,
} from '../../directory/principal.ts'
import type { Resource } from '../../directory/resource.ts'
import type { Tenant, TenantProperties, TrustedIssuer } from '../../directory/tenant.ts'
import { arbitraryAccessPolicy } from './arbitrary-access-policy.ts'

// Typed member by member: a new member of a type does not compile until it is here. A file that was written before
// lacks it, so `stateVersion` has to be raised with it.
type Members<Value> = { [Name in keyof Value]-?: Arbitrary<Value[Name]> }

const record = <Value>(members: Members<Value>): Arbitrary<Value> =>
  fc.record(members as Members<Value & object>, { noNullPrototype: true }) as Arbitrary<Value>

const plain = <Value>(members: { [Name in keyof Value]: Arbitrary<Value[Name]> }) =>
  fc.record(members, { noNullPrototype: true })

const guid = fc.uuid()
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', '$map', '"$', '\u0000', '\ud800', '__proto__', 'constructor'),
)
const list = <Value>(one: Arbitrary<Value>) => fc.array(one, { maxLength: 3 })
const maybe = <Value>(one: Arbitrary<Value>) => fc.option(one, { nil: undefined })
const ms = fc.integer({ min: -1e15, max: 1e15 })
const enabled = fc.boolean()

/** Whatever JSON can say, and what a program can put between. */
const anything = fc.anything({
  key: text,
  withMap: true,
  withSet: true,
  withNullPrototype: false,
  maxDepth: 3,
})
const details = fc.dictionary(text, anything, {
  maxKeys: 3,
  noNullPrototype: true,
}) as Arbitrary<Details>

const responsible = {
  owners: list(guid),
  sponsors: list(guid),
  createdBy: maybe(plain({ appId: guid, withUser: fc.boolean() })),
}
const credentialDates = { keyId: guid, displayName: maybe(text), startMs: ms, endMs: ms }
const secret = record<Credential.ClientSecret>({ ...credentialDates, value: text })
const certificate = record<Credential.CertificateCredential>({
  ...credentialDates,
  pem: text,
  thumbprints: list(text),
})
const federated = record<Credential.FederatedCredential>({
  id: guid,
  name: text,
  description: maybe(text),
  issuer: text,
  subject: maybe(text),
  audience: text,
  claimsMatchingExpression: maybe(plain({ value: text, languageVersion: fc.constant(1) })),
})
const whole = plain({ kind: fc.constantFrom('allAllowed' as const, 'none' as const) })
const enumerated = plain({ kind: fc.constant('enumerated' as const), scopes: list(text) })
const inheritable = record<InheritablePermission>({
  resourceAppId: guid,
  inheritableScopes: maybe(fc.oneof(whole, enumerated)),
  inheritableRoles: maybe(whole),
})

const application = record<Application>({
  ...responsible,
  kind: fc.constantFrom('blueprint', 'application'),
  id: guid,
  appId: guid,
  displayName: text,
  homeTenantId: guid,
  signInAudience: fc.constantFrom('AzureADMyOrg', 'AzureADMultipleOrgs'),
  enabled,
  createdMs: ms,
  identifierUris: list(text),
  secrets: list(secret),
  certificates: list(certificate),
  federatedCredentials: list(federated),
  inheritablePermissions: list(inheritable),
  details,
})
const assignments = list(plain({ resourceAppId: guid, role: text, createdMs: ms }))
const principalBase = {
  ...responsible,
  id: guid,
  appId: guid,
  displayName: text,
  enabled,
  createdMs: ms,
  appRoles: assignments,
  details,
}
const managedIdentity = record<ManagedIdentity>({
  ...principalBase,
  kind: fc.constant('managedIdentity'),
  systemAssigned: fc.boolean(),
  federatedCredentials: list(federated),
})
const principal = fc.oneof(
  record<ApplicationPrincipal>({
    ...principalBase,
    kind: fc.constantFrom('blueprint', 'application'),
  }),
  record<AgentIdentity>({
    ...principalBase,
    kind: fc.constant('agentIdentity'),
    blueprintAppId: guid,
  }),
  managedIdentity,
)
const resource = record<Resource>({
  appId: guid,
  principalId: guid,
  displayName: text,
  identifierUris: fc.array(fc.uuid(), { maxLength: 3 }),
  appRoles: list(plain({ id: guid, value: text, displayName: text, description: text })),
  enabled,
  accessTokenVersion: fc.constantFrom(1, 2),
  optionalClaims: list(fc.constantFrom('idtyp', 'xms_idrel')),
  assignmentRequired: fc.boolean(),
  hashedNonce: fc.boolean(),
})
const user = record<User>({
  id: guid,
  displayName: text,
  userPrincipalName: text,
  enabled,
  createdMs: ms,
  identityParentId: maybe(guid),
  sponsors: list(guid),
  managerId: maybe(guid),
  directoryRoles: list(text),
  appRoles: maybe(assignments),
  sessionsValidFromMs: maybe(ms),
  details,
})
const group = record<Group>({
  id: guid,
  displayName: text,
  kind: fc.constantFrom('microsoft365', 'dynamic', 'security', 'roleAssignable'),
  createdMs: ms,
  members: list(guid),
  owners: maybe(list(guid)),
  appRoles: maybe(assignments),
  details,
})
const grant = record<PermissionGrant>({
  id: text,
  clientId: guid,
  consentType: fc.constantFrom('AllPrincipals', 'Principal'),
  principalId: fc.option(guid),
  resourceId: guid,
  scope: text,
  startTime: maybe(text),
  expiryTime: maybe(text),
})
type Deleted<Name> = Extract<DeletedObject, { readonly collection: Name }>
const deletion = <Name>(collection: Name) => ({
  deletedMs: ms,
  cascaded: fc.boolean(),
  collection: fc.constant(collection),
})
const deleted: Arbitrary<DeletedObject> = fc.oneof(
  record<Deleted<'applications'>>({ ...deletion('applications'), object: application }),
  record<Deleted<'principals'>>({ ...deletion('principals'), object: principal }),
  record<Deleted<'users'>>({ ...deletion('users'), object: user }),
)

export const arbitraries: { readonly [Name in keyof Collections]: Arbitrary<Collections[Name]> } = {
  applications: application,
  principals: principal,
  managedIdentities: managedIdentity,
  resources: resource,
  users: user,
  groups: group,
  permissionGrants: grant,
  deletedObjects: deleted,
}

const issuer = fc.oneof(
  plain({ issuer: text }),
  plain({ issuer: text, jwks: plain({ keys: list(details) }) }),
) as Arbitrary<TrustedIssuer>

const properties = (id: string) =>
  record<TenantProperties>({
    id: fc.constant(id),
    displayName: text,
    domains: fc.constant([]),
    cloud: fc.constantFrom('public', 'usGovernment', 'china'),
    regionScope: text,
    createdMs: ms,
    facet: fc.constantFrom('1', '3'),
    identityHeader: text,
    issuers: list(fc.tuple(text, issuer)).map((entries) => new Map(entries)),
    relaxedRules: list(text).map((ids) => new Set(ids)),
    blueprintsHaveOwnObjectIds: fc.boolean(),
    accessPolicies: list(arbitraryAccessPolicy(text)),
    checksResourceParameterAlways: fc.boolean(),
  })

const mapOf = <Value>(one: Arbitrary<Value>) =>
  fc.array(fc.tuple(guid, one), { maxLength: 4 }).map((entries) => new Map(entries))

/** A tenant of any shape that the types allow. */
export const arbitraryTenant = (id: string): Arbitrary<Tenant> =>
  fc
    .tuple(
      properties(id),
      plain({
        applications: mapOf(application),
        principals: mapOf(principal),
        managedIdentities: mapOf(managedIdentity),
        resources: mapOf(resource),
        users: mapOf(user),
        groups: mapOf(group),
        permissionGrants: mapOf(grant),
        deletedObjects: mapOf(deleted),
      }),
    )
    .map(([own, objects]) => indexed(own, objects))
