import { type AdviceByRule, advice } from './advice.ts'

/** What goes wrong before Microsoft Graph looks at an object: tokens, permissions, paths, bodies, queries. */
export const graphAdvice: AdviceByRule = {
  'GRAPH-TOKEN-PRESENT': advice(
    'The request has no Authorization header, often after a redirect to another host.',
    'Send `Authorization: Bearer` with a token for https://graph.microsoft.com/.default.',
  ),
  'GRAPH-TOKEN-GENUINE': advice(
    'The token comes from another server or from a live tenant, or it is truncated.',
    'Get the token from the token endpoint of the same mock or tenant.',
  ),
  'GRAPH-TOKEN-ISSUER': advice(
    'The token of one tenant was edited to name another.',
    'Get a token from the tenant that holds the objects.',
  ),
  'GRAPH-TOKEN-AUDIENCE': advice(
    'The token is for another resource, such as T1 or a token for an API.',
    'Request the scope https://graph.microsoft.com/.default.',
  ),
  'GRAPH-TOKEN-TIME': advice(
    'The client kept the token after it expired, or the clock of the tenant was moved.',
    'Renew tokens before they expire.',
  ),
  'GRAPH-CALLER': advice(
    'The application was just created, or its principal was deleted.',
    'Create the principal, and retry until the tenant knows it.',
  ),
  'GRAPH-BROAD-SCOPE': advice(
    'The token comes from the Azure CLI, or from an application with Directory.AccessAsUser.All.',
    'Sign in through your own application, with only the Agent ID permissions.',
  ),
  'GRAPH-PERMISSION': advice(
    'Consent to the permission is missing, or the token is older than the consent.',
    'Grant the permission that the reference names for this operation, then get a new token.',
  ),
  'GRAPH-DIRECTORY-ROLE': advice(
    'The user has the scopes, but no directory role for agents, and does not own the object.',
    'Assign the role Agent ID Administrator to the user, or Agent ID Developer for blueprints.',
  ),
  'GRAPH-PATH': advice(
    'A segment of the path is mistyped, or the mock does not have this operation.',
    'Compare the path with the reference. Cast types like this: microsoft.graph.agentIdentity.',
  ),
  'GRAPH-METHOD': advice(
    'The path is correct, but the method is not. Use PATCH for changes and POST to $ref for references.',
    'Use the method in the reference.',
  ),
  'GRAPH-BODY-SIZE': advice(
    'The body is larger than one megabyte.',
    'Split it into several requests.',
  ),
  'GRAPH-BODY-TYPE': advice(
    'The request has no Content-Type, or its body is a form.',
    'Send `Content-Type: application/json`.',
  ),
  'GRAPH-BODY-JSON': advice(
    'The body is truncated, is a list, or is not JSON.',
    'Send one JSON object.',
  ),
  'GRAPH-QUERY': advice(
    'A quotation mark is missing, a property does not exist, or a value has the wrong type.',
    'Put text in single quotes, double the quotes inside it, and URL-encode the query.',
  ),
  'GRAPH-QUERY-SUPPORTED': advice(
    'The directory supports only part of OData: page sizes from 1 to 999, and sorting by a few properties.',
    'Request less, and sort or filter the rest yourself.',
  ),
  'GRAPH-QUERY-SKIP': advice(
    'The directory does not support $skip.',
    'Follow @odata.nextLink from page to page.',
  ),
  'GRAPH-QUERY-ADVANCED': advice(
    'ne, not, endsWith, $search, and a filter together with sorting need an advanced query.',
    'Add the header `ConsistencyLevel: eventual` and $count=true.',
  ),
  'GRAPH-QUERY-COUNT': advice(
    'A path that ends in /$count lacks the header `ConsistencyLevel`.',
    'Add the header `ConsistencyLevel: eventual`.',
  ),
  'GRAPH-PAGE': advice(
    'The page token was changed, or sent with another query than the one that returned it.',
    'Follow @odata.nextLink unchanged, or start again with the first page.',
  ),
  'GRAPH-OBJECT': advice(
    'The id is wrong or deleted, the object has another type than the cast, or it is too new to be visible everywhere.',
    'Look for the object in directory/deletedItems. If you just created it, retry for a minute.',
  ),
  'GRAPH-PROPERTY-KNOWN': advice(
    'A property is mistyped, or belongs to another type.',
    'Compare the body with the reference for the type.',
  ),
  'GRAPH-PROPERTY-REQUIRED': advice(
    'A required property is missing.',
    'Add the property that the message names.',
  ),
  'GRAPH-PROPERTY-VALUE': advice(
    'A value is text instead of a number or a list, or the text is too long.',
    'Compare the type of the property with the reference.',
  ),
  'GRAPH-REFERENCE': advice(
    'An @odata.bind or @odata.id names an object that the tenant does not have.',
    'End the address with the object id of a user, group or principal of this tenant.',
  ),
  'GRAPH-REFERENCE-NEW': advice(
    'The owner or sponsor is already there, often because a script ran twice.',
    'Treat this answer as success.',
  ),
  'GRAPH-BATCH-SIZE': advice('The batch has more than twenty requests.', 'Send several batches.'),
}
