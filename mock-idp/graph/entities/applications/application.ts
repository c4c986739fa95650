import type { Application } from '../../../directory/application.ts'
import type { FederatedCredential } from '../../../directory/credential.ts'
import { dateTime, type Entity } from '../../show/property-table.ts'
import {
  keyCredential,
  keyCredentialWithKey,
  passwordCredential,
} from './secrets-and-certificates.ts'

/** As principals mirror them. */
export const noUrls = {
  logoUrl: null,
  marketingUrl: null,
  privacyStatementUrl: null,
  supportUrl: null,
  termsOfServiceUrl: null,
}
export const unverified = {
  displayName: null,
  verifiedPublisherId: null,
  addedDateTime: null,
}

/** What an application has that says nothing else: the values of a new one in public captures. */
const applicationDefaults = {
  applicationTemplateId: null,
  description: null,
  notes: null,
  tags: [],
  api: {
    acceptMappedClaims: null,
    knownClientApplications: [],
    requestedAccessTokenVersion: 2,
    oauth2PermissionScopes: [],
    preAuthorizedApplications: [],
  },
  appRoles: [],
  groupMembershipClaims: null,
  info: noUrls,
  managerApplications: [],
  optionalClaims: null,
  requiredResourceAccess: [],
  samlMetadataUrl: null,
  serviceManagementReference: null,
  tokenEncryptionKeyId: null,
  uniqueName: null,
  verifiedPublisher: unverified,
  web: {
    homePageUrl: null,
    logoutUrl: null,
    redirectUris: [],
    implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
  },
} as const

/** Public clients are no blueprints, so these are properties of ordinary applications alone. */
const publicClientDefaults = {
  isFallbackPublicClient: null,
  publicClient: { redirectUris: [] },
  spa: { redirectUris: [] },
} as const

type DetailName = keyof typeof applicationDefaults | keyof typeof publicClientDefaults

const detail = (name: DetailName) => (application: Application) => {
  const { details, kind } = application
  if (Object.hasOwn(details, name)) return details[name]
  if (Object.hasOwn(applicationDefaults, name)) {
    return applicationDefaults[name as keyof typeof applicationDefaults]
  }
  return kind === 'blueprint'
    ? undefined
    : publicClientDefaults[name as keyof typeof publicClientDefaults]
}

/** `microsoft.graph.application` and `microsoft.graph.agentIdentityBlueprint`. */
export const applicationEntity: Entity<Application> = {
  typeName: 'microsoft.graph.application',
  typeOf: ({ kind }) =>
    kind === 'blueprint' ? 'microsoft.graph.agentIdentityBlueprint' : 'microsoft.graph.application',
  properties: {
    id: ({ id }) => id,
    deletedDateTime: () => null,
    appId: ({ appId }) => appId,
    applicationTemplateId: detail('applicationTemplateId'),
    createdByAppId: ({ createdBy }) => createdBy?.appId ?? null,
    createdDateTime: ({ createdMs }) => dateTime(createdMs),
    description: detail('description'),
    displayName: ({ displayName }) => displayName,
    groupMembershipClaims: detail('groupMembershipClaims'),
    identifierUris: ({ identifierUris }) => identifierUris,
    isFallbackPublicClient: detail('isFallbackPublicClient'),
    managerApplications: detail('managerApplications'),
    notes: detail('notes'),
    optionalClaims: detail('optionalClaims'),
    publisherDomain: (_, { domains }) => domains[0] ?? null,
    requiredResourceAccess: detail('requiredResourceAccess'),
    samlMetadataUrl: detail('samlMetadataUrl'),
    serviceManagementReference: detail('serviceManagementReference'),
    signInAudience: ({ signInAudience }) => signInAudience,
    tags: detail('tags'),
    tokenEncryptionKeyId: detail('tokenEncryptionKeyId'),
    uniqueName: detail('uniqueName'),
    verifiedPublisher: detail('verifiedPublisher'),
    api: detail('api'),
    appRoles: detail('appRoles'),
    info: detail('info'),
    keyCredentials: ({ certificates }) => certificates.map(keyCredential),
    passwordCredentials: ({ secrets }) => secrets.map(passwordCredential),
    publicClient: detail('publicClient'),
    spa: detail('spa'),
    web: detail('web'),
  },
  /** The bytes of keys (agentidentityblueprint-list.md). */
  selected: {
    keyCredentials: ({ certificates }) => certificates.map(keyCredentialWithKey),
  },
}

/** Expressions are of beta alone; version 1.0 shows such a credential without its subject. */
export function federatedIdentityCredential(version: 'v1.0' | 'beta') {
  return (credential: FederatedCredential) => {
    const { id, name, issuer, subject, description, audience } = credential
    const { claimsMatchingExpression = null } = credential
    return {
      id,
      name,
      issuer,
      subject: subject ?? null,
      description: description ?? null,
      audiences: [audience],
      ...(version === 'beta' && { claimsMatchingExpression }),
    }
  }
}
