/** A request to the token endpoint, as any HTTP framework can hand it over. */
export type TokenHttpRequest = {
  readonly method: string
  /** The first segment of the path: a tenant id, a domain, or `common`. */
  readonly tenantName: string
  readonly contentType: string
  readonly authorization: string | undefined
  readonly body: string
  readonly bodyTooLarge: boolean
  /** The origin under which the endpoint was reached, for example `https://localhost:8443`. */
  readonly origin: string
  /** From a header or the query; a parameter of the same name counts too. */
  readonly correlationId: string | undefined
  readonly returnCorrelationId: boolean
}
