import { capturedElsewhere, documented, inferred } from './evidence.ts'
import { refusals } from './refusals.ts'

type ResourceParameter = {
  /** Undefined: the request has none. */
  readonly parameter: string | undefined
  /** It is an Application ID URI of the resource of the scopes, letter by letter. */
  readonly isOfScope: boolean
  /** The resource is one of Microsoft's own, or takes version 2 tokens. */
  readonly canBeNamed: boolean
}

const guide = 'MicrosoftDocs/entra-docs docs/agent-id/secure-mcp-server-with-entra-id.md'
const mismatch = () =>
  "The resource parameter provided in the request doesn't match with the requested scopes."

/** The parameter `resource` of RFC 8707 beside `scope`, in the order of enforcement. */
export const resourceParameterRules = refusals<ResourceParameter>([
  {
    id: 'RESOURCE-PARAMETER',
    title: 'The parameter resource is the Application ID URI of the resource of the scopes',
    aadsts: 9010010,
    message: mismatch,
    evidence: documented(`${guide}: "If they don't match, the token request fails"`),
    answerEvidence: capturedElsewhere('several issue reports of MCP clients, since 2026-03'),
    broken: ({ parameter, isOfScope }) => parameter !== undefined && !isOfScope,
  },
  {
    id: 'RESOURCE-PARAMETER-VERSION',
    title: 'Only a resource that takes version 2 tokens can be named by the parameter resource',
    aadsts: 9010010,
    message: mismatch,
    evidence: documented(`${guide}: "your MCP server must accept v2 access tokens"`),
    answerEvidence: inferred('the guide says that the request fails, not how'),
    broken: ({ parameter, canBeNamed }) => parameter !== undefined && !canBeNamed,
  },
])
