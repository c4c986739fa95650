import { type Form, noForm, readForm } from './parse-form.ts'
import { readLimitedBody } from './read-limited-body.ts'

/** A request as every endpoint sees it, whatever framework it came through. */
export type SeenRequest = {
  readonly method: string
  readonly url: string
  /** As in the URL. Under which origin the mock answers is decided later. */
  readonly origin: string
  readonly host: string
  readonly path: string
  /** Undefined where the URL has none, which is the usual case and costs nothing. */
  readonly query: URLSearchParams | undefined
  readonly header: (name: string) => string | undefined
  readonly userAgent: string | undefined
  readonly contentType: string | undefined
  readonly authorization: string | undefined
  /** The tenant that the path names: its id, a domain, or a shared name such as `common`. */
  readonly tenantName: string | undefined
  /** Empty where the endpoint reads no body. */
  readonly body: string
  readonly bodyTooLarge: boolean
  /** Empty where the endpoint reads no form. */
  readonly form: Form
}

/** What an endpoint reads of a request besides its URL and headers. */
export type BodyKind = 'form' | 'text' | 'none'

/** Origin, host, path and query. The URL of a `Request` is in normal form; to parse it once more takes 6 us. */
const urlParts = /^(https?:\/\/([^/]+))([^?#]*)(?:\?([^#]*))?/

export async function seeRequest(
  raw: Request,
  tenantName: string | undefined,
  reads: BodyKind = 'none',
): Promise<SeenRequest> {
  const { headers, method, url } = raw
  const [, origin = '', host = '', path = '', query] = urlParts.exec(url) ?? []
  const contentType = headers.get('content-type') ?? undefined
  const text = reads === 'none' ? '' : await readLimitedBody(raw)
  const body = text ?? ''
  return {
    method,
    url,
    origin,
    host,
    path,
    query: query === undefined ? undefined : new URLSearchParams(query),
    header: (name) => headers.get(name) ?? undefined,
    userAgent: headers.get('user-agent') ?? undefined,
    contentType,
    authorization: headers.get('authorization') ?? undefined,
    tenantName,
    body,
    bodyTooLarge: text === undefined,
    form: reads === 'form' ? await readForm(body, contentType) : noForm,
  }
}

/** The id by which a client speaks of its request: in a header, the query or the form. */
export function askedCorrelationId({ header, query, form }: SeenRequest): string | undefined {
  return (
    header('client-request-id') ??
    header('x-ms-client-request-id') ??
    query?.get('client-request-id') ??
    form.parameters.get('client-request-id')
  )
}
