import { captured, documented, inferred } from './evidence.ts'
import type { RefusalRule } from './rule.ts'

type Written<Facts> = Omit<RefusalRule<Facts>, 'kind' | 'error' | 'status' | 'answerEvidence'> &
  Partial<Pick<RefusalRule, 'error' | 'status' | 'answerEvidence'>>

/** Neither endpoint has numbers or error pages of its own; nearly all that they refuse is an `invalid_request`. */
function managedIdentityRefusal<Facts>(written: Written<Facts>): RefusalRule<Facts> {
  const usual = { error: 'invalid_request', status: 400, answerEvidence: written.evidence } as const
  return { kind: 'refusal', ...usual, ...written }
}

type Call = {
  readonly hasMetadataHeader: boolean
  readonly isForwarded: boolean
  readonly hasApiVersion: boolean
  readonly headerAccepted: boolean
  readonly resource: string | undefined
  readonly identityFound: boolean
}

const managedIdentityMethodIsGet = managedIdentityRefusal<{ readonly method: string }>({
  id: 'MI-METHOD',
  title: 'Managed identity requests use GET',
  message: ({ method }) => `The endpoint only accepts GET requests. Received a ${method} request.`,
  evidence: inferred('GET is documented; the answer to another method is not'),
  broken: ({ method }) => method !== 'GET',
})

const metadataHeaderIsPresent = managedIdentityRefusal<Call>({
  id: 'MI-METADATA',
  title: 'The instance metadata service answers only with the Metadata header',
  error: 'bad_request_102',
  message: () => 'Required metadata header not specified',
  evidence: documented(
    'MicrosoftDocs/entra-docs docs/identity/managed-identities-azure-resources/how-to-use-vm-token.md',
  ),
  broken: ({ hasMetadataHeader }) => !hasMetadataHeader,
})

const machineRequestIsDirect = managedIdentityRefusal<Call>({
  id: 'MI-FORWARDED',
  title: 'The instance metadata service answers no request that a proxy forwarded',
  message: () => 'Requests with the header X-Forwarded-For are not answered',
  evidence: documented(
    'MicrosoftDocs/azure-compute-docs articles/virtual-machines/instance-metadata-service.md, "Security and authentication"',
  ),
  answerEvidence: inferred('the page says that it is refused, and shows no body'),
  broken: ({ isForwarded }) => isForwarded,
})

const apiVersionIsPresent = managedIdentityRefusal<Call>({
  id: 'MI-API-VERSION',
  title: 'A managed identity request names the version of the endpoint',
  message: () => 'Bad request. api-version was not specified in the request.',
  evidence: documented(
    'MicrosoftDocs/azure-compute-docs articles/virtual-machines/instance-metadata-service.md, "Versions"; MicrosoftDocs/azure-docs articles/app-service/overview-managed-identity.md, "REST endpoint reference"',
  ),
  answerEvidence: inferred('both pages call it mandatory, and show no body of a token request'),
  broken: ({ hasApiVersion }) => !hasApiVersion,
})

const identityHeaderMatches = managedIdentityRefusal<Call>({
  id: 'MI-HEADER',
  title: 'The App Service endpoint answers only with its own X-IDENTITY-HEADER',
  status: 403,
  message: () => '',
  evidence: captured(
    'github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/5077 (a missing header; Container Apps)',
  ),
  assumed: ['error'],
  broken: ({ headerAccepted }) => !headerAccepted,
})

const managedIdentityResourceIsPresent = managedIdentityRefusal<Call>({
  id: 'MI-RESOURCE',
  title: 'A managed identity request names a resource',
  message: () => "Required query variable 'resource' is missing",
  evidence: captured('github.com/Azure/aad-pod-identity/pull/450'),
  broken: ({ resource }) => !resource,
})

const managedIdentityIsKnown = managedIdentityRefusal<Call>({
  id: 'MI-IDENTITY',
  title: 'Only a managed identity of the machine gets a token',
  message: () => 'Identity not found',
  evidence: captured('github.com/Azure/aad-pod-identity/issues/1054'),
  broken: ({ identityFound }) => !identityFound,
})

const appServiceIdentityIsKnown = managedIdentityRefusal<Call>({
  id: 'MI-APP-SERVICE-IDENTITY',
  title: 'Only a managed identity of the app gets a token',
  message: () =>
    'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.',
  evidence: captured('live tests of Microsoft client libraries assert this text'),
  assumed: ['error'],
  broken: ({ identityFound }) => !identityFound,
})

export const managedIdentityResourceIsKnown = managedIdentityRefusal<{
  readonly resourceName: string
  readonly tenantName: string
  readonly resourceFound: boolean
}>({
  id: 'MI-RESOURCE-KNOWN',
  title: 'The tenant knows the resource of a managed identity request',
  error: 'invalid_resource',
  aadsts: 500011,
  message: ({ resourceName, tenantName }) =>
    `The resource principal named ${resourceName} was not found in the tenant named ${tenantName}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
  evidence: captured('github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/3979'),
  broken: ({ resourceFound }) => !resourceFound,
})

/** The instance metadata service, in the order of enforcement. */
export const imdsRules = [
  managedIdentityMethodIsGet,
  metadataHeaderIsPresent,
  machineRequestIsDirect,
  apiVersionIsPresent,
  managedIdentityResourceIsPresent,
  managedIdentityIsKnown,
]

/** The endpoint of App Service, in the order of enforcement. */
export const appServiceRules = [
  managedIdentityMethodIsGet,
  identityHeaderMatches,
  apiVersionIsPresent,
  managedIdentityResourceIsPresent,
  appServiceIdentityIsKnown,
]
