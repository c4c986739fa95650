import { z } from 'zod'
import { signInAudiences } from '../../directory/application.ts'

/** What may be written, by the names of Microsoft Graph. Lengths are those of the reference pages. */

const text = (length: number) => z.string().max(length)
const nullableText = (length: number) => text(length).nullable()
const structure = z.record(z.string(), z.unknown())
const url = z.string().min(1)
const references = z.array(url)
const dateTime = z.iso.datetime({ offset: true })

export const passwordInput = z.object({
  displayName: nullableText(256).optional(),
  startDateTime: dateTime.nullable().optional(),
  endDateTime: dateTime.nullable().optional(),
  hint: nullableText(3).optional(),
  secretText: nullableText(64).optional(),
  keyId: z.guid().nullable().optional(),
  customKeyIdentifier: nullableText(64).optional(),
})

export const keyInput = z.object({
  displayName: nullableText(256).optional(),
  startDateTime: dateTime.nullable().optional(),
  endDateTime: dateTime.nullable().optional(),
  type: z.string(),
  usage: z.string(),
  key: z.string().nullable().optional(),
  keyId: z.guid().nullable().optional(),
  customKeyIdentifier: nullableText(64).optional(),
})

const inDetails = {
  description: nullableText(1024).optional(),
  notes: nullableText(1024).optional(),
  tags: z.array(text(256)).optional(),
  api: structure.nullable().optional(),
  appRoles: z.array(structure).optional(),
  groupMembershipClaims: nullableText(256).optional(),
  info: structure.nullable().optional(),
  managerApplications: z.array(z.guid()).max(10).nullable().optional(),
  optionalClaims: structure.nullable().optional(),
  requiredResourceAccess: z.array(structure).max(50).optional(),
  samlMetadataUrl: nullableText(1024).optional(),
  serviceManagementReference: nullableText(1024).optional(),
  tokenEncryptionKeyId: z.guid().nullable().optional(),
  uniqueName: nullableText(256).optional(),
  web: structure.nullable().optional(),
}

/** Of public clients. A blueprint that names one is refused by a rule of its own. */
const ofPublicClients = {
  isFallbackPublicClient: z.boolean().nullable().optional(),
  publicClient: structure.nullable().optional(),
  spa: structure.nullable().optional(),
}

const application = z.object({
  ...inDetails,
  ...ofPublicClients,
  displayName: text(256).min(1),
  signInAudience: z.enum(signInAudiences).optional(),
  identifierUris: z.array(url).optional(),
  keyCredentials: z.array(keyInput).optional(),
})

export const newApplication = application.extend({
  passwordCredentials: z.array(passwordInput).optional(),
  'sponsors@odata.bind': references.optional(),
  'owners@odata.bind': references.optional(),
})
export const upsertedApplication = newApplication.omit({ passwordCredentials: true })
export const applicationChange = application.partial()

export const newPrincipal = z.object({
  appId: z.guid(),
  accountEnabled: z.boolean().optional(),
  tags: z.array(text(256)).optional(),
  displayName: text(256).optional(),
  servicePrincipalNames: z.array(z.string()).optional(),
  'sponsors@odata.bind': references.optional(),
  'owners@odata.bind': references.optional(),
})

/** The reference names the blueprint `agentIdentityBlueprintId`, one page of it and the preview otherwise. */
export const newAgentIdentity = z.object({
  displayName: text(256).min(1),
  agentIdentityBlueprintId: z.string().optional(),
  agentIdentityBlueprintAppId: z.string().optional(),
  agentAppId: z.string().optional(),
  accountEnabled: z.boolean().optional(),
  tags: z.array(text(256)).optional(),
  keyCredentials: z.array(structure).optional(),
  passwordCredentials: z.array(structure).optional(),
  'sponsors@odata.bind': references.optional(),
  'owners@odata.bind': references.optional(),
})

export const principalChange = z.object({
  accountEnabled: z.boolean().optional(),
  displayName: text(256).min(1).optional(),
  appRoleAssignmentRequired: z.boolean().optional(),
  description: nullableText(1024).optional(),
  homepage: nullableText(1024).optional(),
  notes: nullableText(1024).optional(),
  info: structure.nullable().optional(),
  alternativeNames: z.array(z.string()).optional(),
  tags: z.array(text(256)).optional(),
  servicePrincipalNames: z.array(z.string()).optional(),
  keyCredentials: z.array(structure).optional(),
  passwordCredentials: z.array(structure).optional(),
})

const userDetails = {
  usageLocation: nullableText(2).optional(),
  jobTitle: nullableText(128).optional(),
  department: nullableText(64).optional(),
  givenName: nullableText(64).optional(),
  surname: nullableText(64).optional(),
  mail: nullableText(320).optional(),
  officeLocation: nullableText(128).optional(),
  preferredLanguage: nullableText(64).optional(),
  mobilePhone: nullableText(64).optional(),
  businessPhones: z.array(z.string()).optional(),
}

export const newUser = z.object({
  ...userDetails,
  displayName: text(256).min(1),
  userPrincipalName: text(113).includes('@'),
  mailNickname: text(64).min(1),
  accountEnabled: z.boolean(),
  identityParentId: z.string().optional(),
  identityParent: z.object({ id: z.string() }).optional(),
  passwordProfile: structure.optional(),
  'sponsors@odata.bind': references.optional(),
})
export const userChange = z
  .object({
    ...userDetails,
    displayName: text(256).min(1),
    userPrincipalName: text(113).includes('@'),
    mailNickname: text(64).min(1),
    accountEnabled: z.boolean(),
  })
  .partial()

export const verifiedPublisher = z.object({ verifiedPublisherId: z.string().min(1) })
const licenceId = z.guid().toLowerCase()
export const licenceChange = z.object({
  addLicenses: z.array(
    z.object({ skuId: licenceId, disabledPlans: z.array(licenceId).default([]) }),
  ),
  removeLicenses: z.array(licenceId),
})

export const newFederation = z.object({
  name: text(120),
  issuer: text(600).min(1),
  subject: text(600).min(1),
  audiences: z.array(text(600)),
  description: nullableText(600).optional(),
})
export const federationChange = newFederation.omit({ name: true }).partial()

const kindsByType: Readonly<Record<string, string>> = {
  allallowedscopes: 'allAllowed',
  enumeratedscopes: 'enumerated',
  noscopes: 'none',
  allallowedroles: 'allAllowed',
  noroles: 'none',
}

/** Some tools name the type alone, others the kind as well. */
function withKind(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'kind' in value) return value
  const type = (value as Readonly<Record<string, unknown>>)['@odata.type']
  const name = typeof type === 'string' ? type.toLowerCase().split('.').at(-1) : undefined
  return { ...value, kind: kindsByType[name ?? ''] }
}

const inheritableScopes = z.preprocess(
  withKind,
  z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['allAllowed', 'none']) }),
    z.object({ kind: z.literal('enumerated'), scopes: z.array(z.string()) }),
  ]),
)
const inheritableRoles = z.preprocess(withKind, z.object({ kind: z.enum(['allAllowed', 'none']) }))
export const newInheritance = z.object({
  resourceAppId: z.string(),
  inheritableScopes: inheritableScopes.optional(),
  inheritableRoles: inheritableRoles.optional(),
})
export const inheritanceChange = newInheritance.omit({ resourceAppId: true })

export const newAssignment = z.object({
  principalId: z.string(),
  resourceId: z.string(),
  appRoleId: z.guid(),
})

export const newGrant = z.object({
  clientId: z.string(),
  consentType: z.enum(['AllPrincipals', 'Principal']),
  principalId: z.string().nullable().optional(),
  resourceId: z.string(),
  scope: z.string(),
  startTime: dateTime.optional(),
  expiryTime: dateTime.optional(),
})
export const grantChange = z.object({ scope: z.string() })
export const reference = z.object({ '@odata.id': url })
