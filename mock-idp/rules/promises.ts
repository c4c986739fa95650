import {
  captured,
  documented,
  emulatorFixtures,
  inferred,
  library,
  realTenants,
  standard,
  thirdParty,
} from './evidence.ts'
import type { Evidence, PromiseRule } from './rule.ts'

const captures =
  'agnte/Rido.BFLite AgenticTokens1.md, AgenticTokens2.md; christian-posta/entra-agent-id-agw docs/PART-1.md'
const customApi = 'github.com/AzureAD/microsoft-identity-web/issues/3882 and 3938'
const recordings = 'recorded responses in the tests of the Azure SDKs'

export function promise(id: string, title: string, evidence: Evidence): PromiseRule {
  return { kind: 'promise', id, title, evidence }
}

/** What an identity provider answers when it does not refuse. */
export const promises: readonly PromiseRule[] = [
  promise(
    'TOKEN-ANSWER',
    'A token answer holds four members and no refresh token',
    emulatorFixtures,
  ),
  promise(
    'TOKEN-ANSWER-TYPES',
    'A token answer is JSON with the types of RFC 6749',
    standard('RFC 6749 section 5.1 and appendix A.14'),
  ),
  promise(
    'TOKEN-ANSWER-LIFETIME',
    'A token answer says for how long its token still holds',
    standard('RFC 6749 section 5.1, expires_in'),
  ),
  promise('TOKEN-TENANT', 'Every token names the tenant that issued it', captured(captures)),
  promise(
    'TOKEN-TYPES',
    'Every claim has a type of its own in every token',
    documented('learn.microsoft.com/entra/identity-platform/access-token-claims-reference'),
  ),
  promise(
    'TOKEN-UNIQUE',
    'No two tokens have the same id',
    documented(
      'learn.microsoft.com/entra/identity-platform/access-token-claims-reference, uti: a unique identifier of each token',
    ),
  ),
  promise(
    'TOKEN-PARTIES',
    'Every client has one object id in all its tokens',
    documented(
      'learn.microsoft.com/entra/identity-platform/access-token-claims-reference, oid: an immutable identifier of the requestor',
    ),
  ),
  promise(
    'TOKEN-APP-ONLY',
    'A token without a user holds no scopes and says so',
    captured(captures),
  ),
  promise('TOKEN-SIGNATURE', 'A token is signed with a published key', captured(captures)),
  promise(
    'TOKEN-JWS',
    'A token that is an assertion is a JWS of three parts without padding',
    standard('RFC 7519 section 3; RFC 7515 sections 2 and 7.1'),
  ),
  promise(
    'TOKEN-GRAPH',
    'Microsoft Graph takes the tokens issued for it for genuine',
    documented(
      'MicrosoftDocs/SupportArticles-docs troubleshooting-signature-validation-errors.md: only Microsoft Graph validates its tokens; learn.microsoft.com/graph/resolve-auth-errors: 401 means an invalid token',
    ),
  ),
  promise(
    'TOKEN-NONCE',
    'A token for Microsoft Graph verifies with a published key once its nonce is hashed',
    thirdParty(
      'stackoverflow.com/a/71588115; github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet/issues/609, which advises against it',
    ),
  ),
  promise(
    'TOKEN-LIFETIME',
    'A token is valid for an hour and starts five minutes early',
    captured(captures),
  ),
  promise('TOKEN-FORM', 'The resource decides the form of its tokens', captured(captures)),
  promise('TOKEN-HEADER', 'A token header names its key', emulatorFixtures),
  promise(
    'TOKEN-T1-SUBJECT',
    'The subject of T1 names tenant, blueprint and agent identity',
    captured(captures),
  ),
  promise('TOKEN-T1', 'T1 is a token of the blueprint', captured(captures)),
  promise(
    'TOKEN-T2',
    'A token exchange token of an agent identity names the agent identity',
    captured(captures),
  ),
  promise(
    'TOKEN-AGENT',
    'A Graph token of an agent identity names the agent identity and its blueprint',
    captured(captures),
  ),
  promise(
    'TOKEN-API',
    'A custom API gets no agent claims unless it asks for them',
    captured(customApi),
  ),
  promise(
    'TOKEN-BLUEPRINT',
    'A Graph token of a blueprint names the blueprint and its principal',
    captured(captures),
  ),
  promise(
    'TOKEN-APPLICATION',
    'A token of an ordinary application holds no agent claims',
    emulatorFixtures,
  ),
  promise('TOKEN-ROLES', 'A token names only roles that were granted', captured(captures)),
  promise(
    'TOKEN-FACETS',
    'A facet claim is a set of numbers, with an even decoy beside a single one',
    captured(captures),
  ),
  promise(
    'TOKEN-CREDENTIAL',
    'A token says whether its client used a secret or an assertion',
    captured(captures),
  ),
  promise(
    'TOKEN-RESOURCE-CASE',
    'Letter case does not matter in the name of a resource',
    library('microsoft/Agents-for-js msalTokenProvider.ts'),
  ),
  promise(
    'RESOURCE-CLOUD',
    "Microsoft resources use the names of the tenant's cloud",
    documented(
      'learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity; learn.microsoft.com/graph/deployments',
    ),
  ),
  promise(
    'TOKEN-OIDC-SCOPES',
    'OIDC scopes beside a resource have no effect',
    library(
      'github.com/AzureAD/microsoft-authentication-library-for-go AppendDefaultScopes; msal4j 1.26.0 AbstractMsalAuthorizationGrant',
    ),
  ),
  promise(
    'TOKEN-EXTRAS',
    'Parameters outside the flow have no effect',
    library('@azure/msal-node 7.2.1 sends telemetry in the body'),
  ),
  promise(
    'TOKEN-ORDER',
    'The order of the parameters has no effect',
    library(
      '@azure/msal-node 7.2.1 sends client_id first, oauth4webapi 3.8.8 after the grant type',
    ),
  ),
  promise(
    'CERT-ENCODING',
    'A thumbprint may be written in base64 or base64url, with padding or without',
    library(
      'AzureAD/microsoft-authentication-library-for-go accesstokens.go; msal 1.39.0 oauth2cli/assertion.py; msal4j 1.26.0 ClientCertificate',
    ),
  ),
  promise(
    'MI-PATH',
    'The path of the instance metadata service may end with a slash',
    library('@azure/msal-node 7.2.1 Imds.ts, with AZURE_POD_IDENTITY_AUTHORITY_HOST'),
  ),
  promise(
    'MI-TOKEN',
    'A managed identity token names its managed identity',
    captured('public captures of tokens for the exchange audience'),
  ),
  promise(
    'MI-ANSWER',
    'A managed identity answer holds its numbers as strings',
    documented(
      'MicrosoftDocs/entra-docs how-to-use-vm-token.md; MicrosoftDocs/azure-docs articles/app-service/overview-managed-identity.md',
    ),
  ),
  promise(
    'ERROR-BODY',
    'A refusal names the error, its numbers, the time and the correlation id',
    documented('learn.microsoft.com/entra/identity-platform/reference-error-codes'),
  ),
  promise(
    'ERROR-CORRELATION',
    'A refusal repeats the correlation id of its request',
    inferred('standard behaviour; the members are documented'),
  ),
  promise(
    'ERROR-TRACE',
    'A refusal and its headers name the same request',
    captured('github.com/dotnet/AspNetCore.Docs/issues/22325'),
  ),
  promise('ERROR-SECRECY', 'A refusal repeats no credential of its request', realTenants),
  promise('ERROR-CACHE', 'The token endpoint forbids caching of its answers', captured(recordings)),
]
