import type { Context, Env, MiddlewareHandler } from 'hono'
import { resolver } from 'hono-openapi'
import { z } from 'zod'
import { isTooDeep, maximumJsonDepth } from '../../wire/json-depth.ts'
import { documented } from './operation.ts'
import { ControlProblem } from './problem.ts'

type Reads<Json> = MiddlewareHandler<Env, string, { in: { json: Json }; out: { json: Json } }>

/** Reads the body, which has to be what the schema says. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema): Reads<z.output<Schema>> {
  return reading(schema, true, (json) => parseAs(schema, json))
}

/** Reads the body in the same way. Without a body: the schema reads `{}`. */
export function optionalJsonBody<Schema extends z.ZodType>(
  schema: Schema,
): Reads<z.output<Schema>> {
  return reading(schema, false, (json) => parseAs(schema, json ?? {}))
}

/** Reads the body and leaves it to the handler to parse it by the schema. */
export function unparsedBody<Schema extends z.ZodType>(
  schema: Schema,
  { required }: { readonly required: boolean },
): Reads<unknown> {
  return reading(schema, required, (json) => {
    if (required && json === undefined) throw new ControlProblem(400, 'send a body')
    return json
  })
}

function reading<Json>(
  schema: z.ZodType,
  required: boolean,
  parse: (json: unknown) => Json,
): Reads<Json> {
  const content = { 'application/json': { schema: resolver(schema) } }
  return documented<Reads<Json>>(
    async ({ req }, next) => {
      req.addValidatedData('json', parse(await readJson(req)) as object)
      await next()
    },
    { spec: { requestBody: { required, content } } },
  )
}

/** A page of another origin may send text and forms without asking first, but not JSON. */
async function readJson(request: Context['req']): Promise<unknown> {
  const text = await request.text()
  if (text.trim() === '') return undefined
  if (!isJson(request.header('content-type'))) {
    throw new ControlProblem(415, 'send the body with the header Content-Type: application/json')
  }
  if (isTooDeep(text)) {
    throw new ControlProblem(400, `the body nests deeper than ${maximumJsonDepth} levels`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new ControlProblem(400, 'the body is not JSON')
  }
}

function isJson(contentType = ''): boolean {
  const [mediaType = ''] = contentType.split(';')
  return /^application\/(json|[\w.-]+\+json)$/i.test(mediaType.trim())
}

function parseAs<Schema extends z.ZodType>(schema: Schema, json: unknown): z.output<Schema> {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  throw new ControlProblem(400, 'the body is invalid for this path', [
    z.prettifyError(parsed.error),
  ])
}
