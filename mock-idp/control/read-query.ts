import type { Context, Env, MiddlewareHandler } from 'hono'
import { resolver } from 'hono-openapi'
import type { z } from 'zod'
import { documented } from './operation.ts'
import { ControlProblem } from './problem.ts'

type Reads<Query> = MiddlewareHandler<Env, string, { in: { query: Query }; out: { query: Query } }>

/** Reads the query, which has to be what the schema says. */
export function query<Schema extends z.ZodType<object>>(schema: Schema): Reads<z.output<Schema>> {
  return documented<Reads<z.output<Schema>>>(
    async (context, next) => {
      context.req.addValidatedData('query', parseQuery(context, schema))
      await next()
    },
    { target: 'query', ...resolver(schema) },
  )
}

/** The query as the schema reads it. The first mistake says what the caller should do. */
export function parseQuery<Schema extends z.ZodType>(
  { req }: Context,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(req.query())
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ControlProblem(400, issue?.message ?? 'the query is invalid for this path')
}
