import { accessPolicyRules } from './access-policy.ts'
import { adminConsentRules } from './admin-consent.ts'
import { assertionRules } from './assertion.ts'
import { authorizationCodeRules } from './authorization-code.ts'
import { authorizeRules, authorizeScopeRules } from './authorize.ts'
import { authorizePersonRules } from './authorize-person.ts'
import { certificateRules } from './certificate.ts'
import { clientIdentityRules } from './client.ts'
import { clientSecretRules, credentialRules } from './client-secret.ts'
import { clientTypeRules } from './client-type.ts'
import { delegatedScopeRules } from './delegated-scope.ts'
import { deviceCodeRules } from './device-code.ts'
import { userCodeRules } from './device-login.ts'
import { discoveryTenantRules, instanceIsKnown, pathIsKnown } from './discovery.ts'
import { federatedCredentialRules } from './federated-credential.ts'
import { fmiPathRules } from './fmi-path.ts'
import { appServiceRules, imdsRules, managedIdentityResourceIsKnown } from './managed-identity.ts'
import { onBehalfOfRules } from './on-behalf-of.ts'
import { confidentialClientHasCredential, publicClientHasNoCredential } from './public-client.ts'
import { refreshTokenRules } from './refresh-token.ts'
import { requestRules } from './request.ts'
import { resourceRules } from './resource.ts'
import { resourceParameterRules } from './resource-parameter.ts'
import { sharedNameRules } from './shared-name.ts'
import { signInRules } from './sign-in.ts'
import type { Stage } from './stage.ts'
import { t1Rules } from './t1.ts'
import { tenantRules } from './tenant.ts'
import { userFicRules } from './user-fic.ts'
import { refreshSessionRules, userAssignmentRules, userSessionRules } from './user-state.ts'

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const deviceCode = 'urn:ietf:params:oauth:grant-type:device_code'
const delegatedGrants = [
  jwtBearer,
  'user_fic',
  'authorization_code',
  'refresh_token',
  deviceCode,
] as const

/** A token request, in the order of enforcement. The token endpoint enforces these very lists. */
export const tokenRequestStages: readonly Stage[] = [
  { about: 'the form', rules: requestRules.form },
  { about: 'the tenant', rules: tenantRules },
  { about: 'the parameters', rules: [...requestRules.parameters, ...requestRules.claims] },
  { about: 'the client', rules: clientIdentityRules },
  { about: 'a client at common or organizations', rules: sharedNameRules },
  {
    about: 'who may act on behalf of users',
    rules: onBehalfOfRules.client,
    grants: [jwtBearer],
  },
  {
    about: 'where a client asks from',
    rules: clientTypeRules,
    grants: ['authorization_code', 'refresh_token'],
  },
  { about: 'one credential', rules: credentialRules },
  {
    about: 'the credential of a public client',
    rules: [publicClientHasNoCredential],
    grants: ['authorization_code', 'refresh_token', deviceCode],
  },
  { about: 'a client secret', rules: clientSecretRules, credentials: ['secret'] },
  {
    about: 'an assertion of any kind',
    rules: Object.values(assertionRules).flat(),
    credentials: ['certificate', 'federatedCredential', 't1'],
  },
  {
    about: 'an assertion signed with a certificate',
    rules: Object.values(certificateRules).flat(),
    credentials: ['certificate'],
  },
  {
    about: 'a token of another issuer',
    rules: Object.values(federatedCredentialRules).flat(),
    credentials: ['federatedCredential'],
  },
  { about: 'T1', rules: Object.values(t1Rules).flat(), credentials: ['t1'] },
  {
    about: 'the token of the user',
    rules: [
      ...onBehalfOfRules.request,
      ...onBehalfOfRules.form,
      ...onBehalfOfRules.origin,
      ...onBehalfOfRules.time,
      ...onBehalfOfRules.subject,
      ...onBehalfOfRules.user,
      ...userSessionRules,
    ],
    grants: [jwtBearer],
  },
  { about: 'the device code', rules: deviceCodeRules.code, grants: [deviceCode] },
  {
    about: 'the credential of a confidential client that users sign in to',
    rules: [confidentialClientHasCredential],
    grants: ['authorization_code', 'refresh_token', deviceCode],
  },
  { about: 'the user of a device', rules: deviceCodeRules.user, grants: [deviceCode] },
  {
    about: 'the authorization code',
    rules: authorizationCodeRules,
    grants: ['authorization_code'],
  },
  {
    about: 'the refresh token',
    rules: [...refreshTokenRules, ...refreshSessionRules],
    grants: ['refresh_token'],
  },
  {
    about: 'T2 and the user of an agent identity',
    rules: Object.values(userFicRules).flat(),
    grants: ['user_fic'],
  },
  {
    about: 'the scope and its resource',
    rules: [
      ...resourceRules.scope,
      ...resourceRules.resource,
      ...resourceParameterRules,
      ...resourceRules.access,
    ],
    grants: ['client_credentials'],
  },
  {
    about: 'the scopes of a delegated request',
    rules: [...delegatedScopeRules.form, ...resourceRules.resource, ...resourceParameterRules],
    grants: delegatedGrants,
  },
  {
    about: 'the assignment of the user to the called application',
    rules: userAssignmentRules,
    grants: [jwtBearer],
  },
  { about: 'consent', rules: delegatedScopeRules.consent, grants: delegatedGrants },
  { about: 'the `fmi_path`', rules: fmiPathRules, grants: ['client_credentials'] },
  { about: 'Conditional Access', rules: accessPolicyRules },
]

/** What people do on a page, in the order of enforcement. */
export const signInStages: readonly Stage[] = [
  { about: 'the client of an authorize request', rules: authorizeRules.client },
  { about: 'the redirect URI', rules: authorizeRules.redirect },
  {
    about: 'the answer that is asked for',
    rules: [...authorizeRules.response, ...authorizeRules.challenge],
  },
  {
    about: 'the scopes that are asked for',
    rules: [...authorizeRules.scope, ...authorizeScopeRules],
  },
  { about: 'the sign-in of a person', rules: Object.values(signInRules).flat() },
  { about: 'the person, and consent', rules: Object.values(authorizePersonRules).flat() },
  { about: 'the consent of an administrator', rules: Object.values(adminConsentRules).flat() },
]

/** A request of a device without a browser, in the order of enforcement. */
export const deviceRequestStages: readonly Stage[] = [
  { about: 'the client of a device', rules: deviceCodeRules.client },
  { about: 'the code that a user types', rules: userCodeRules },
]

/** Requests that are not for tokens: a path, the documents of a tenant, the names of a cloud. */
export const discoveryStages: readonly Stage[] = [
  { about: 'the path', rules: [pathIsKnown] },
  { about: 'the tenant of a document', rules: discoveryTenantRules },
  { about: 'the instance', rules: [instanceIsKnown] },
]

/** A request to a managed identity endpoint, in the order of enforcement. Each endpoint has rules of its own. */
export const managedIdentityStages: readonly Stage[] = [
  { about: 'the instance metadata service', rules: imdsRules },
  { about: 'the endpoint of App Service', rules: appServiceRules },
  { about: 'the resource', rules: [managedIdentityResourceIsKnown] },
]
