import type { JsonObject } from '../../wire/json-object.ts'
export type GraphRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** From `/v1.0` on, with the query. */
  readonly path: string
  readonly body?: JsonObject | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** What a dry run uses as the answer, since it does not send the request. */
  readonly pretended?: JsonObject | undefined
}

/** The JSON object of the answer; of an answer that is not JSON, `{ text }`. */
export type Graph = (request: GraphRequest) => Promise<JsonObject>
