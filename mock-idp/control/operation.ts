import type { MiddlewareHandler } from 'hono'
import { type HandlerUniqueProperty, resolver, uniqueSymbol } from 'hono-openapi'
import { problemBody } from './problem.ts'

type Operation = {
  /** What it does, in one short sentence. */
  readonly summary: string
  /** What else a caller should know. */
  readonly description?: string
  /** The status of a success. Default: 200. */
  readonly status?: 200 | 201 | 204
}

const problems = {
  description: 'The mock refused the request; `error` and `problems` say why.',
  content: { 'application/json': { schema: resolver(problemBody) } },
}

/** The first handler of each route: it sets the status of a success and puts the route into the OpenAPI document. */
export function operation({ status = 200, ...texts }: Operation): MiddlewareHandler {
  const responses = { [status]: { description: 'Done.' }, default: problems }
  return documented(
    async (context, next) => {
      context.status(status)
      await next()
    },
    { spec: { ...texts, responses } },
  )
}

/** A handler that brings its part of the OpenAPI document along. */
export function documented<Handler extends object>(
  handler: Handler,
  documentation: HandlerUniqueProperty,
): Handler {
  return Object.assign(handler, { [uniqueSymbol]: documentation })
}
