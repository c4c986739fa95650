import type { JsonObject } from '../../wire/json-object.ts'
export type GraphRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** From `/v1.0` on, query included. */
  readonly path: string
  readonly body?: JsonObject | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** What a dry run takes for the answer, since it does not send this. */
  readonly pretended?: JsonObject | undefined
}

/** The JSON object of the answer; of an answer that is not JSON, `{ text }`. */
export type Graph = (request: GraphRequest) => Promise<JsonObject>
