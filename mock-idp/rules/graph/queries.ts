import { captured, documented, inferred } from '../evidence.ts'
import { graphRefusal, publishedBodies } from './graph-refusals.ts'

type AskedQuery = { readonly problem: string | undefined }

type Own = Omit<Parameters<typeof graphRefusal<AskedQuery>>[0], 'message' | 'broken'> & {
  readonly message?: () => string
}

function queryRule(own: Own) {
  return graphRefusal<AskedQuery>({
    message: ({ problem }) => problem ?? '',
    broken: ({ problem }) => problem !== undefined,
    ...own,
  })
}

export const queryIsReadable = queryRule({
  id: 'GRAPH-QUERY',
  title: 'A directory request has readable query options',
  error: 'BadRequest',
  evidence: publishedBodies,
})

export const queryIsSupported = queryRule({
  id: 'GRAPH-QUERY-SUPPORTED',
  title: 'A directory query uses only what its objects support',
  error: 'Request_UnsupportedQuery',
  evidence: documented(
    'microsoftgraph/microsoft-graph-docs-contrib concepts/aad-advanced-queries.md (error samples)',
  ),
})

export const skipIsNotAsked = queryRule({
  id: 'GRAPH-QUERY-SKIP',
  title: 'A directory listing continues through its next link, not by skipping objects',
  error: 'Request_BadRequest',
  evidence: captured('github.com/microsoftgraph/msgraph-metadata/issues/135'),
})

export const advancedQueryIsEventual = queryRule({
  id: 'GRAPH-QUERY-ADVANCED',
  title: 'An advanced query asks for eventual consistency and a count',
  error: 'Request_UnsupportedQuery',
  evidence: documented(
    'microsoftgraph/microsoft-graph-docs-contrib concepts/aad-advanced-queries.md',
  ),
})

export const countIsEventual = graphRefusal<{ readonly isEventual: boolean }>({
  id: 'GRAPH-QUERY-COUNT',
  title: 'A count alone asks for eventual consistency',
  error: 'Request_BadRequest',
  message: () => '$count is not currently supported.',
  evidence: documented(
    'microsoftgraph/microsoft-graph-docs-contrib concepts/aad-advanced-queries.md, Error handling for advanced queries',
  ),
  broken: ({ isEventual }) => !isEventual,
})

export const pageIsKnown = queryRule({
  id: 'GRAPH-PAGE',
  title: 'A page token comes from the next link of a listing',
  error: 'Directory_ExpiredPageToken',
  message: () =>
    'The specified page token value has expired and can no longer be included in your request.',
  evidence: inferred('the code is published; for a damaged token no capture shows the answer'),
})

/**
 * Every listing looks at the first; a query that cannot be read or used looks at the one that it breaks, and
 * reading comes before everything.
 */
export const queryRules = [
  advancedQueryIsEventual,
  queryIsReadable,
  queryIsSupported,
  skipIsNotAsked,
  pageIsKnown,
]
