import { captured, documented, inferred } from '../evidence.ts'
import type { RefusalRule } from '../rule.ts'
import { graphRule, publishedBodies } from './graph-rule.ts'

type Route = {
  readonly segment: string
  readonly pathFound: boolean
  readonly methodFound: boolean
}

export const graphPathIsKnown = graphRule<Route>({
  id: 'GRAPH-PATH',
  title: 'A directory request goes to a path of the directory',
  error: 'BadRequest',
  status: 400,
  message: ({ segment }) => `Resource not found for the segment '${segment}'.`,
  evidence: publishedBodies,
  broken: ({ pathFound }) => !pathFound,
})

export const graphMethodIsKnown = graphRule<Route>({
  id: 'GRAPH-METHOD',
  title: 'A directory request uses a method of its path',
  error: 'Request_BadRequest',
  status: 405,
  message: () => 'Specified HTTP method is not allowed for the request target.',
  evidence: documented('microsoftgraph/microsoft-graph-docs-contrib concepts/errors.md'),
  assumed: ['error'],
  broken: ({ methodFound }) => !methodFound,
})

type SentBody = {
  readonly isWrite: boolean
  readonly isTooLarge: boolean
  readonly hasBody: boolean
  readonly isJsonType: boolean
  readonly isJson: boolean
}

export const graphBodyIsSmall = graphRule<SentBody>({
  id: 'GRAPH-BODY-SIZE',
  title: 'The body of a directory request is not too large',
  error: 'RequestEntityTooLarge',
  status: 413,
  message: () => 'The request entity is too large.',
  evidence: documented('microsoftgraph/microsoft-graph-docs-contrib concepts/errors.md'),
  assumed: ['error'],
  broken: ({ isTooLarge }) => isTooLarge,
})

export const graphBodyIsDeclared = graphRule<SentBody>({
  id: 'GRAPH-BODY-TYPE',
  title: 'The body of a directory request is declared as JSON',
  error: 'BadRequest',
  status: 400,
  message: () =>
    'Write requests (excluding DELETE) must contain the Content-Type header declaration.',
  evidence: publishedBodies,
  broken: ({ isWrite, hasBody, isJsonType }) => isWrite && hasBody && !isJsonType,
})

export const graphBodyIsJson = graphRule<SentBody>({
  id: 'GRAPH-BODY-JSON',
  title: 'The body of a directory request is a JSON object',
  error: 'BadRequest',
  status: 400,
  message: () =>
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  evidence: publishedBodies,
  broken: ({ isWrite, isJson }) => isWrite && !isJson,
})

type WrittenProperties = {
  readonly unknown: readonly string[]
  readonly missing: readonly string[]
  readonly mistyped: readonly string[]
  readonly type: string
}

export const propertiesAreKnown = graphRule<WrittenProperties>({
  id: 'GRAPH-PROPERTY-KNOWN',
  title: 'A written object has no property that its type does not have',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ unknown }) => `Invalid property '${unknown[0]}'.`,
  evidence: inferred(
    'no capture shows the answer for directory objects; the named agent codes go alike',
  ),
  broken: ({ unknown }) => unknown.length > 0,
})

export const propertiesArePresent = graphRule<WrittenProperties>({
  id: 'GRAPH-PROPERTY-REQUIRED',
  title: 'A created object has every property that its type needs',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ missing, type }) =>
    `A value is required for property '${missing[0]}' of resource '${type}'.`,
  evidence: publishedBodies,
  broken: ({ missing }) => missing.length > 0,
})

export const propertiesAreTyped = graphRule<WrittenProperties>({
  id: 'GRAPH-PROPERTY-VALUE',
  title: 'A written property has a value of its type',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ mistyped }) => `Invalid value specified for property '${mistyped[0]}' of resource.`,
  evidence: publishedBodies,
  broken: ({ mistyped }) => mistyped.length > 0,
})

type AskedQuery = {
  readonly problem: string | undefined
}

export const queryIsReadable = graphRule<AskedQuery>({
  id: 'GRAPH-QUERY',
  title: 'A query option of a directory request can be read',
  error: 'BadRequest',
  status: 400,
  message: ({ problem }) => problem ?? '',
  evidence: publishedBodies,
  broken: ({ problem }) => problem !== undefined,
})

export const queryIsSupported = graphRule<AskedQuery>({
  id: 'GRAPH-QUERY-SUPPORTED',
  title: 'A query of the directory keeps to what its objects support',
  error: 'Request_UnsupportedQuery',
  status: 400,
  message: ({ problem }) => problem ?? '',
  evidence: documented(
    'microsoftgraph/microsoft-graph-docs-contrib concepts/aad-advanced-queries.md (error samples)',
  ),
  broken: ({ problem }) => problem !== undefined,
})

export const skipIsNotAsked = graphRule<AskedQuery>({
  id: 'GRAPH-QUERY-SKIP',
  title: 'A listing of the directory goes on by its link, not by a number of objects',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ problem }) => problem ?? '',
  evidence: captured('github.com/microsoftgraph/msgraph-metadata/issues/135'),
  broken: ({ problem }) => problem !== undefined,
})

export const advancedQueryIsEventual = graphRule<AskedQuery>({
  id: 'GRAPH-QUERY-ADVANCED',
  title: 'An advanced query asks for eventual consistency and a count',
  error: 'Request_UnsupportedQuery',
  status: 400,
  message: ({ problem }) => problem ?? '',
  evidence: documented(
    'microsoftgraph/microsoft-graph-docs-contrib concepts/aad-advanced-queries.md',
  ),
  broken: ({ problem }) => problem !== undefined,
})

export const pageIsKnown = graphRule<AskedQuery>({
  id: 'GRAPH-PAGE',
  title: 'A page is asked for by the link that a listing gave',
  error: 'Directory_ExpiredPageToken',
  status: 400,
  message: () =>
    'The specified page token value has expired and can no longer be included in your request.',
  evidence: inferred('the code is published; for a damaged token no capture shows the answer'),
  broken: ({ problem }) => problem !== undefined,
})

type Found = { readonly wanted: string; readonly found: boolean }

const notPresent = ({ wanted }: Found) =>
  `Resource '${wanted}' does not exist or one of its queried reference-property objects are not present.`

export const objectIsKnown = graphRule<Found>({
  id: 'GRAPH-OBJECT',
  title: 'A directory request names an object of its tenant',
  error: 'Request_ResourceNotFound',
  status: 404,
  message: notPresent,
  evidence: captured(
    'deploymenttheory/terraform-provider-microsoft365 internal/services/resources/agents, developer notes',
  ),
  broken: ({ found }) => !found,
})

export const referenceIsKnown = graphRule<Found>({
  id: 'GRAPH-REFERENCE',
  title: 'A written reference names an object of the tenant',
  error: 'Request_ResourceNotFound',
  status: 404,
  message: notPresent,
  evidence: inferred(
    'the wording of Request_ResourceNotFound speaks of reference-property objects',
  ),
  broken: ({ found }) => !found,
})

export const referenceIsNew = graphRule<{ readonly property: string; readonly isThere: boolean }>({
  id: 'GRAPH-REFERENCE-NEW',
  title: 'A reference is added once',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ property }) =>
    `One or more added object references already exist for the following modified properties: '${property}'.`,
  evidence: publishedBodies,
  broken: ({ isThere }) => isThere,
})

export const batchIsSmall = graphRule<{ readonly requests: number }>({
  id: 'GRAPH-BATCH-SIZE',
  title: 'A batch holds twenty requests at most',
  error: 'MaximumValueExceeded',
  status: 400,
  message: () => 'Number of batch request steps exceeds the maximum value of 20.',
  evidence: captured(
    'release notes of a public program that quote code and text; the limit is in concepts/json-batching.md',
  ),
  assumed: ['status'],
  broken: ({ requests }) => requests > 20,
})

export const graphRequestRules = [
  graphPathIsKnown,
  graphMethodIsKnown,
  graphBodyIsSmall,
  graphBodyIsDeclared,
  graphBodyIsJson,
  queryIsReadable,
  queryIsSupported,
  skipIsNotAsked,
  advancedQueryIsEventual,
  pageIsKnown,
  objectIsKnown,
  propertiesAreKnown,
  propertiesArePresent,
  propertiesAreTyped,
  referenceIsKnown,
  referenceIsNew,
  batchIsSmall,
] satisfies readonly RefusalRule[]
