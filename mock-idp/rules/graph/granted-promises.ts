import { documented } from '../evidence.ts'
import { promise } from '../promises.ts'
import type { PromiseRule } from '../rule.ts'

const graphDocs = 'microsoftgraph/microsoft-graph-docs-contrib'

/** What a granted request of any kind is answered with, and does. */
export const grantedPromises: readonly PromiseRule[] = [
  promise(
    'GRAPH-GRANTED',
    'A granted directory request says by its status what was done',
    documented(
      `${graphDocs} api-reference/v1.0/api, section Response of each page; docs.oasis-open.org OData 4.01 part 1, 9.1 Success Responses and 11.4.2 Create an Entity`,
    ),
  ),
  promise(
    'GRAPH-CREATED',
    'A new object has the properties that its creator wrote',
    documented(
      `${graphDocs} api-reference/v1.0/api/agentidentity-post.md; docs.oasis-open.org OData 4.01 part 1, 11.4.2 Create an Entity`,
    ),
  ),
  promise(
    'GRAPH-CHANGED',
    'A change changes what it names and nothing else',
    documented(
      `${graphDocs} api-reference/v1.0/api/agentidentityblueprint-update.md and agentidentity-update.md; docs.oasis-open.org OData 4.01 part 1, 11.4.3 Update an Entity`,
    ),
  ),
]
