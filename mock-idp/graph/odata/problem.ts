/**
 * The codes under which Graph refuses a query. Where each is from: `Request_UnsupportedQuery` and `Request_BadRequest`
 * stand in the error samples of learn.microsoft.com/graph/aad-advanced-queries and of
 * github.com/microsoftgraph/msgraph-metadata/issues/135 (`$skip`), `Directory_ExpiredPageToken` in
 * github.com/microsoftgraph/msgraph-sdk-java/issues/368. `BadRequest` for all that does not parse is inferred.
 */
export type ODataProblemCode =
  | 'BadRequest'
  | 'Request_BadRequest'
  | 'Request_UnsupportedQuery'
  | 'Directory_ExpiredPageToken'

/** A query Graph answers with status 400: what is wrong, in which query option, under which code. */
export class ODataProblem extends Error {
  override readonly name = 'ODataProblem'
  /** The query option at fault with its `$`, e.g. `$filter`. */
  readonly option: string
  readonly code: ODataProblemCode

  constructor(option: string, message: string, code: ODataProblemCode = 'BadRequest') {
    super(message)
    this.option = option
    this.code = code
  }
}

/** How deep an option may nest. Without a limit a long one exhausts the stack; Graph allows far less. */
export const maxDepth = 100

/** The `ODataProblem` of a `$filter` that cannot be read or cannot be evaluated. */
export function filterProblem(detail: string): ODataProblem {
  return new ODataProblem('$filter', `Invalid filter clause: ${detail}`)
}

/** Graph's words for a property it does not know. */
export function unknownProperty(option: string, property: string, typeName: string): ODataProblem {
  const detail = `Could not find a property named '${property}' on type '${typeName}'.`
  return option === '$filter' ? filterProblem(detail) : new ODataProblem(option, detail)
}
