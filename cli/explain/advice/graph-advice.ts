import { type AdviceByRule, advice } from './advice.ts'

/** What goes wrong before Microsoft Graph looks at an object: tokens, permissions, paths, bodies, queries. */
export const graphAdvice: AdviceByRule = {
  'GRAPH-TOKEN-PRESENT': advice(
    'The request has no Authorization header, often after a redirect to another host.',
    'Send `Authorization: Bearer` with a token for https://graph.microsoft.com/.default.',
  ),
  'GRAPH-TOKEN-GENUINE': advice(
    'A token of another server, of a live tenant, or one that was cut.',
    'Get it from the token endpoint of the same mock or tenant.',
  ),
  'GRAPH-TOKEN-ISSUER': advice(
    'The token of one tenant was changed to name another.',
    'Get a token from the tenant whose objects are meant.',
  ),
  'GRAPH-TOKEN-AUDIENCE': advice(
    'A token for another resource, such as T1 or a token of an API.',
    'Ask for the scope https://graph.microsoft.com/.default.',
  ),
  'GRAPH-TOKEN-TIME': advice(
    'A token was kept longer than it holds, or the clock of the tenant was moved.',
    'Renew tokens before expires_in is over.',
  ),
  'GRAPH-CALLER': advice(
    'The application was made a moment ago, or its principal was deleted.',
    'Create the principal, and repeat the call while a tenant learns of it.',
  ),
  'GRAPH-BROAD-SCOPE': advice(
    'The token is one of the Azure CLI, or of an application with Directory.AccessAsUser.All.',
    'Sign in through an application of your own that has the Agent ID permissions only.',
  ),
  'GRAPH-PERMISSION': advice(
    'The permission was never consented to, or the token was issued before it was.',
    'Grant the permission that the operation names in its reference, then get a new token.',
  ),
  'GRAPH-DIRECTORY-ROLE': advice(
    'The user has the scopes, but neither a directory role for agents nor the object as an owner.',
    'Give the user the role Agent ID Administrator, or Agent ID Developer for blueprints.',
  ),
  'GRAPH-PATH': advice(
    'A mistyped segment, or an operation that the mock does not have.',
    'Compare the path with the reference; the types are cast as microsoft.graph.agentIdentity and the like.',
  ),
  'GRAPH-METHOD': advice(
    'The path is right, the method is not: changes are PATCH, references are POST to $ref.',
    'Use the method that the reference names.',
  ),
  'GRAPH-BODY-SIZE': advice('A body of more than a megabyte.', 'Split it into several requests.'),
  'GRAPH-BODY-TYPE': advice(
    'The body was sent without Content-Type, or as a form.',
    'Send `Content-Type: application/json`.',
  ),
  'GRAPH-BODY-JSON': advice('The body is cut, a list, or no JSON at all.', 'Send one JSON object.'),
  'GRAPH-QUERY': advice(
    'A quotation mark is missing, a property does not exist, or a value has the wrong type.',
    'Texts stand in single quotes, doubled inside; encode the query of the URL.',
  ),
  'GRAPH-QUERY-SUPPORTED': advice(
    'The directory knows less than OData: page sizes from 1 to 999, and sorting by few properties.',
    'Ask for less, and sort or filter the rest yourself.',
  ),
  'GRAPH-QUERY-SKIP': advice(
    'Objects of the directory are not skipped by number.',
    'Follow @odata.nextLink from page to page.',
  ),
  'GRAPH-QUERY-ADVANCED': advice(
    'ne, not, endsWith, $search and sorting beside a filter are advanced queries.',
    'Add the header `ConsistencyLevel: eventual` and $count=true.',
  ),
  'GRAPH-PAGE': advice(
    'A page token was changed, or sent with another query than the one that gave it.',
    'Follow @odata.nextLink as it is, or start with the first page.',
  ),
  'GRAPH-OBJECT': advice(
    'A wrong or deleted id, an object of another type than the cast, or one that is not known everywhere yet.',
    'Look whether the object is among directory/deletedItems; after a creation repeat for a minute.',
  ),
  'GRAPH-PROPERTY-KNOWN': advice(
    'A mistyped property, or one of another type.',
    'Compare the body with the reference of the type.',
  ),
  'GRAPH-PROPERTY-REQUIRED': advice(
    'A property that a new object needs is missing.',
    'Add the property that the message names.',
  ),
  'GRAPH-PROPERTY-VALUE': advice(
    'A text where a number or a list belongs, or a text that is too long.',
    'Compare the type of the property with the reference.',
  ),
  'GRAPH-REFERENCE': advice(
    'An @odata.bind or @odata.id names an object that the tenant does not have.',
    'End the address with the object id of a user, group or principal of this tenant.',
  ),
  'GRAPH-REFERENCE-NEW': advice(
    'The owner or sponsor is there already, often because a script ran twice.',
    'Take this answer for done.',
  ),
  'GRAPH-BATCH-SIZE': advice('More than twenty requests in one batch.', 'Send several batches.'),
}
