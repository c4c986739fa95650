import { captured, documented, inferred } from '../evidence.ts'
import { graphRefusal, graphRefusals, publishedBodies } from './graph-refusals.ts'

type Route = {
  readonly segment: string
  readonly pathFound: boolean
  readonly methodFound: boolean
}

/** In the order of enforcement. */
export const routeRules = graphRefusals<Route>([
  {
    id: 'GRAPH-PATH',
    title: 'A directory request uses a path that exists',
    error: 'BadRequest',
    message: ({ segment }) => `Resource not found for the segment '${segment}'.`,
    evidence: publishedBodies,
    broken: ({ pathFound }) => !pathFound,
  },
  {
    id: 'GRAPH-METHOD',
    title: 'A directory request uses a method that its path supports',
    error: 'Request_BadRequest',
    status: 405,
    message: () => 'Specified HTTP method is not allowed for the request target.',
    evidence: documented('microsoftgraph/microsoft-graph-docs-contrib concepts/errors.md'),
    assumed: ['error'],
    broken: ({ methodFound }) => !methodFound,
  },
])

type SentBody = {
  readonly isWrite: boolean
  readonly isTooLarge: boolean
  readonly hasBody: boolean
  readonly isJsonType: boolean
  readonly isJson: boolean
}

/** In the order of enforcement. */
export const bodyRules = graphRefusals<SentBody>([
  {
    id: 'GRAPH-BODY-SIZE',
    title: 'The body of a directory request is not too large',
    error: 'RequestEntityTooLarge',
    message: () => 'The request entity is too large.',
    evidence: documented('microsoftgraph/microsoft-graph-docs-contrib concepts/errors.md'),
    assumed: ['error'],
    broken: ({ isTooLarge }) => isTooLarge,
  },
  {
    id: 'GRAPH-BODY-TYPE',
    title: 'A directory request declares its body as JSON',
    error: 'BadRequest',
    message: () =>
      'Write requests (excluding DELETE) must contain the Content-Type header declaration.',
    evidence: publishedBodies,
    broken: ({ isWrite, hasBody, isJsonType }) => isWrite && hasBody && !isJsonType,
  },
  {
    id: 'GRAPH-BODY-JSON',
    title: 'The body of a directory request is a JSON object',
    error: 'BadRequest',
    message: () =>
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    evidence: publishedBodies,
    broken: ({ isWrite, isJson }) => isWrite && !isJson,
  },
])

type Found = { readonly wanted: string; readonly found: boolean }

const notPresent = ({ wanted }: Found) =>
  `Resource '${wanted}' does not exist or one of its queried reference-property objects are not present.`

export const objectIsKnown = graphRefusal<Found>({
  id: 'GRAPH-OBJECT',
  title: 'A directory request names an object of its tenant',
  error: 'Request_ResourceNotFound',
  message: notPresent,
  evidence: captured(
    'deploymenttheory/terraform-provider-microsoft365 internal/services/resources/agents, developer notes',
  ),
  broken: ({ found }) => !found,
})

type WrittenProperties = {
  readonly unknown: readonly string[]
  readonly missing: readonly string[]
  readonly mistyped: readonly string[]
  readonly type: string
}

/** In the order of enforcement. */
export const propertyRules = graphRefusals<WrittenProperties>([
  {
    id: 'GRAPH-PROPERTY-KNOWN',
    title: 'A written object has only properties of its type',
    error: 'Request_BadRequest',
    message: ({ unknown }) => `Invalid property '${unknown[0]}'.`,
    evidence: inferred(
      'no capture shows the answer for directory objects; the named agent codes go alike',
    ),
    broken: ({ unknown }) => unknown.length > 0,
  },
  {
    id: 'GRAPH-PROPERTY-REQUIRED',
    title: 'A created object has every property that its type needs',
    error: 'Request_BadRequest',
    message: ({ missing, type }) =>
      `A value is required for property '${missing[0]}' of resource '${type}'.`,
    evidence: publishedBodies,
    broken: ({ missing }) => missing.length > 0,
  },
  {
    id: 'GRAPH-PROPERTY-VALUE',
    title: 'A written property has a value of its type',
    error: 'Request_BadRequest',
    message: ({ mistyped }) => `Invalid value specified for property '${mistyped[0]}' of resource.`,
    evidence: publishedBodies,
    broken: ({ mistyped }) => mistyped.length > 0,
  },
])

export const referenceIsKnown = graphRefusal<Found>({
  id: 'GRAPH-REFERENCE',
  title: 'A written reference names an object of the tenant',
  error: 'Request_ResourceNotFound',
  message: notPresent,
  evidence: inferred(
    'the wording of Request_ResourceNotFound speaks of reference-property objects',
  ),
  broken: ({ found }) => !found,
})

export const referenceIsNew = graphRefusal<{
  readonly property: string
  readonly isThere: boolean
}>({
  id: 'GRAPH-REFERENCE-NEW',
  title: 'A reference can be added only once',
  error: 'Request_BadRequest',
  message: ({ property }) =>
    `One or more added object references already exist for the following modified properties: '${property}'.`,
  evidence: publishedBodies,
  broken: ({ isThere }) => isThere,
})

export const batchIsSmall = graphRefusal<{ readonly requests: number }>({
  id: 'GRAPH-BATCH-SIZE',
  title: 'A batch holds at most twenty requests',
  error: 'MaximumValueExceeded',
  message: () => 'Number of batch request steps exceeds the maximum value of 20.',
  evidence: captured(
    'release notes of a public program that quote code and text; the limit is in concepts/json-batching.md',
  ),
  assumed: ['status'],
  broken: ({ requests }) => requests > 20,
})
