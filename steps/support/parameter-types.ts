import { defineParameterType } from '@cucumber/cucumber'
import { parseCloud } from './clouds.ts'
import './credential-parameter-types.ts'
import { parseDuration, parseTime } from './durations.ts'
import { parseCaller } from './graph-callers.ts'
import { parseListing, parseObject } from './graph-objects.ts'
import { parseResource, parseScope } from './scopes.ts'

/**
 * Editors read this file without running it, so every pattern is a literal. `editor-steps.test.ts` compares the
 * patterns with the names and phrases that the engine knows.
 */
const unquoted = (text: string) => text.slice(1, -1)
const itself = (text: string) => text

/** A name that the cast does not have makes the step undefined. */
defineParameterType({
  name: 'blueprint',
  regexp: /"(?:Concierge|Courier|Porter)"/,
  transformer: unquoted,
  useForSnippets: false,
})
defineParameterType({
  name: 'agent identity',
  regexp: /"(?:Booking|Billing|Parcel|Outpost|Luggage|Trolley)"/,
  transformer: unquoted,
  useForSnippets: false,
})
defineParameterType({
  name: 'application',
  regexp: /"(?:Concierge|Courier|Porter|Intranet|Provisioner)"/,
  transformer: unquoted,
  useForSnippets: false,
})
defineParameterType({
  name: 'client',
  regexp: [
    /"(?:Concierge|Courier|Porter)"/,
    /"(?:Booking|Billing|Parcel|Outpost|Luggage|Trolley)"/,
    /"(?:Intranet|Provisioner)"/,
  ],
  transformer: unquoted,
  useForSnippets: false,
})
defineParameterType({
  name: 'person',
  regexp: /"(?:Ada|Bea|Carlos|Dana|Assistant|Clerk|Uma|Agent owners|Guards)"/,
  transformer: unquoted,
  useForSnippets: false,
})
defineParameterType({
  name: 'managed identity',
  regexp: /"concierge-host"/,
  transformer: unquoted,
  useForSnippets: false,
})
defineParameterType({
  name: 'tenant',
  regexp: /"(?:Contoso|Fabrikam)"/,
  transformer: unquoted,
  useForSnippets: false,
})

defineParameterType({
  name: 'cloud',
  regexp: /public|US Government|China/,
  transformer: parseCloud,
})
defineParameterType({
  name: 'resource',
  regexp: [
    /"(?:Microsoft Graph|Orders API|Ledger API|Intranet|Provisioner|Concierge|Courier)"/,
    /the token exchange/,
  ],
  transformer: parseResource,
})
defineParameterType({
  name: 'scope',
  regexp: [
    /"(?:Microsoft Graph|Orders API|Ledger API|Intranet|Provisioner|Concierge|Courier)"(?: by its id| in upper case)?/,
    /the token exchange(?: by its id| in upper case)?/,
    /(?:"(?:Microsoft Graph|Orders API|Ledger API)"|the token exchange) and (?:"(?:Microsoft Graph|Orders API|Ledger API)"|the token exchange)/,
    /an unknown resource/,
    /the scope "[^"]*"/,
  ],
  transformer: parseScope,
})

/** Of every client of a tenant that the target has a name for. */
defineParameterType({
  name: 'tokens',
  regexp: [
    /every T1/,
    /every T2/,
    /every token of an agent identity for Microsoft Graph/,
    /every token of an agent identity for an API/,
    /every token of a blueprint/,
    /every token of an application/,
    /every token of a managed identity/,
    /every token for an assertion/,
    /every token/,
  ],
  transformer: itself,
})

/** Of the agents of Contoso about people and about an agent user. */
defineParameterType({
  name: 'tokens about users',
  regexp: [
    /every token about a user/,
    /every token about a user for Microsoft Graph/,
    /every token about a user for an API/,
    /every token on behalf of a person/,
    /every token on behalf of a person for Microsoft Graph/,
    /every token on behalf of a person for an API/,
    /every token of an agent user for Microsoft Graph/,
    /every token of an agent user for an API/,
    /every renewed token/,
    /every renewed token for Microsoft Graph/,
    /every renewed token for an API/,
  ],
  transformer: itself,
})

/** "an hour", "90 seconds" */
defineParameterType({
  name: 'duration',
  regexp: /(?:an?|\d+) (?:second|minute|hour|day)s?/,
  transformer: parseDuration,
})
/** "an hour ago", "in 2 days", "now" */
defineParameterType({
  name: 'time',
  regexp: [
    /now/,
    /in (?:an?|\d+) (?:second|minute|hour|day)s?/,
    /(?:an?|\d+) (?:second|minute|hour|day)s? ago/,
  ],
  transformer: parseTime,
})

/** Who asks the directory; each may be `with the permission "…"`. */
defineParameterType({
  name: 'caller',
  regexp: [
    /the administrator(?: with the permissions? "[^"]*")?/,
    /the user "(?:Ada|Uma)"(?: with the permissions? "[^"]*")?/,
    /"(?:Concierge|Courier|Porter)"(?: with the permissions? "[^"]*")?/,
    /"(?:Booking|Billing|Parcel|Outpost|Luggage|Trolley)"(?: with the permissions? "[^"]*")?/,
    /"(?:Intranet|Provisioner)"(?: with the permissions? "[^"]*")?/,
  ],
  transformer: parseCaller,
})
/** `the blueprint "Concierge"`, `the principal of "Concierge"`, `the agent user "porter"`, … */
defineParameterType({
  name: 'object',
  regexp: [
    /the blueprint "(?:Concierge|Courier|Porter)"/,
    /the principal of "(?:Concierge|Courier|Porter|Intranet|Provisioner|Microsoft Graph)"/,
    /the agent identity "(?:Booking|Billing|Parcel|Outpost|Luggage|Trolley)"/,
    /the agent user "[\w-]+"/,
    /an unknown (?:blueprint|principal|agent identity)/,
  ],
  transformer: parseObject,
})
defineParameterType({
  name: 'listing',
  regexp: [
    /the blueprints/,
    /the blueprint principals/,
    /the agent identities/,
    /the applications/,
    /the users/,
    /the groups/,
    /the agent users/,
    /the deleted principals/,
    /the deleted groups/,
    /the permission grants/,
    /the sign-ins/,
    /the domains/,
    /the tenants/,
  ],
  transformer: parseListing,
})

/** A request of a client under test, by its place in the flow. */
defineParameterType({
  name: 'leg',
  regexp: /request for T1|redemption|request to the managed identity/,
  transformer: (text: string) => text,
})

/** What every request of a client under test keeps. */
defineParameterType({
  name: 'demand',
  regexp: [
    /the client under test sends fmi_path once, and only for T1/,
    /only the agent identity that T1 names presents it/,
    /every step requests its own audience/,
    /every step uses the tenant of the call/,
    /every request to the managed identity is for the token exchange/,
    /every expiry that the client under test reports is that of its token/,
    /every client assertion is valid for minutes/,
    /every request presents exactly one credential/,
    /no parameter contains a missing value written as text/,
    /no URL contains a credential/,
    /every client assertion is for the URL that received it/,
    /the header of every client assertion follows RFC 7515/,
    /the header of every client assertion has only members that Microsoft Entra knows/,
    /every client assertion names the client and its expiry/,
    /the thumbprint of every certificate is base64url without padding/,
    /the client under test presents no expired assertion/,
    /every caller has the token issued for it/,
    /the client under test reveals no secret/,
    /no credential leaves the token endpoint of the authority/,
    /no resource receives T1/,
    /no two assertions share an id/,
    /every thumbprint has the length of its kind/,
    /every chain of certificates is in order/,
    /the client under test contacts only the host of the authority/,
    /the agent identity exchanges the token of the person itself/,
    /T1 alone proves every exchange/,
    /every exchange says what it is for/,
    /every exchange presents the token that the caller gave/,
    /every request for an agent user has the grant type user_fic/,
    /T1 alone proves every request for an agent user/,
    /every request for an agent user carries the T2 of its agent identity/,
    /every request for an agent user names the user once/,
    /every name of an agent user stands in the parameter of its kind/,
    /no resource and no caller receives T2/,
    /the client under test presents no expired T2/,
    /nobody has the token of another person/,
    /every token of a person carries the permissions that were asked for/,
    /every grant that the client under test uses is one of agent identities/,
    /nobody has a token of the agent identity in place of that of a person/,
    /the token of a person goes only to the token endpoint/,
    /T1 alone proves every renewal/,
    /every renewal is for the person who gets its token/,
  ],
  transformer: itself,
  useForSnippets: false,
})

/** In what way a client holds a token for the API under test. */
defineParameterType({
  name: 'callers',
  regexp: /agents that act for themselves|agents that act on behalf of people|the users of agents/,
  transformer: itself,
  useForSnippets: false,
})
