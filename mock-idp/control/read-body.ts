import type { Context } from 'hono'
import { z } from 'zod'
import { ControlProblem } from './problem.ts'

/** The JSON of a request, or undefined where it has no body. */
export async function readJson(context: Context): Promise<unknown> {
  const text = await context.req.text()
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new ControlProblem(400, 'the body is not JSON')
  }
}

/** The JSON of a request in the shape it must have. */
export async function readBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  return parseAs(schema, await readJson(context))
}

/** The same where no body stands for an empty one. */
export async function readOptionalBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  return parseAs(schema, (await readJson(context)) ?? {})
}

function parseAs<Schema extends z.ZodType>(schema: Schema, json: unknown): z.output<Schema> {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  throw new ControlProblem(400, 'the body is not what this path takes', [
    z.prettifyError(parsed.error),
  ])
}
