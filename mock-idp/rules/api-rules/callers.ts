import { agentTokenClaims, api, claimsValidation, downstreamGuide } from './api-rule.ts'

/** Which callers an API lets in, as its policy says. */
export const callerRulesOfApis = [
  api(
    'API-NO-PERMISSION',
    'MUST',
    'An API refuses a token that names neither a role nor a scope',
    'documented',
    `${claimsValidation}; AzureAD/microsoft-identity-web IDW10201`,
  ),
  api(
    'API-ROLE',
    'MUST',
    'An API refuses an application that lacks its role, whatever similar role it has',
    'documented',
    claimsValidation,
  ),
  api(
    'API-SCOPE',
    'MUST',
    'An API finds its scope among the words of scp, and refuses a word that only contains it',
    'documented',
    claimsValidation,
  ),
  api(
    'API-APP-VERSUS-USER',
    'MUST',
    'An API takes no role for a scope, and no scope for a role',
    'documented',
    claimsValidation,
  ),
  api(
    'API-AGENT-USER',
    'MUST',
    'An API for people or applications alone refuses the users of agents',
    'documented',
    agentTokenClaims,
  ),
  api(
    'API-PEOPLE',
    'MUST',
    'An API for applications alone refuses an agent that acts on behalf of a person',
    'documented',
    claimsValidation,
  ),
  api(
    'API-APPS',
    'MUST',
    'An API for users alone refuses an agent that acts for itself',
    'documented',
    claimsValidation,
  ),
  api(
    'API-AGENT-REQUIRED',
    'MUST',
    'An API for agents alone refuses an ordinary application and a blueprint',
    'documented',
    downstreamGuide,
  ),
  api(
    'API-AGENT-CLAIMS-ABSENT',
    'MUST',
    'An API for agents alone refuses a token without the claims that name an agent',
    'documented',
    downstreamGuide,
  ),
  api(
    'API-FACET-SET',
    'MUST',
    'An API reads facets as a set of whole numbers, in any order and beside unknown ones',
    'documented',
    agentTokenClaims,
  ),
  api(
    'API-AGENT-IDENTITY',
    'MUST',
    'An API that lets one agent identity in refuses another of the same blueprint',
    'documented',
    agentTokenClaims,
  ),
  api(
    'API-FORMS',
    'MUST',
    'An API answers a token of either version without an error of its own',
    'documented',
    claimsValidation,
  ),
] as const
