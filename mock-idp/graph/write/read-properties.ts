import type { z } from 'zod'
import { enforce } from '../../answers/enforce.ts'
import { propertyRules } from '../../rules/graph/requests.ts'
import type { GraphCall, JsonObject } from '../call/graph-call.ts'

/**
 * The body of a write in the shape its type has. Of annotations, those that name other objects say something here.
 * @throws {Refusal} under GRAPH-PROPERTY-KNOWN, GRAPH-PROPERTY-REQUIRED or GRAPH-PROPERTY-VALUE
 */
export function readProperties<Schema extends z.ZodObject>(
  { body, examination }: Pick<GraphCall, 'body' | 'examination'>,
  schema: Schema,
  type: string,
): z.output<Schema> {
  const properties = withoutAnnotations(body, schema)
  const parsed = strictly(schema).safeParse(properties)
  const issues = parsed.success ? [] : parsed.error.issues
  enforce(propertyRules, { type, ...factsOf(issues, properties) }, examination)
  // Where a rule is waived, what is wrong is left out.
  const usable = issues.reduce(withoutMistake, properties)
  return parsed.success
    ? (parsed.data as z.output<Schema>)
    : (schema.strip().parse(usable) as z.output<Schema>)
}

const strictForms = new WeakMap<z.ZodObject, z.ZodObject>()

/** The schema that knows no other members. Made once: a schema is compiled when it first reads. */
function strictly(schema: z.ZodObject): z.ZodObject {
  const known = strictForms.get(schema)
  if (known) return known
  const strict = schema.strict()
  strictForms.set(schema, strict)
  return strict
}

function withoutAnnotations(body: JsonObject, { shape }: z.ZodObject): JsonObject {
  const kept = Object.entries(body).filter(
    ([name]) =>
      !name.includes('@odata.') || name.endsWith('@odata.bind') || Object.hasOwn(shape, name),
  )
  return Object.fromEntries(kept)
}

function factsOf(issues: readonly z.core.$ZodIssue[], properties: JsonObject) {
  const wrong = issues.filter(({ code }) => code !== 'unrecognized_keys')
  const names = wrong.map(({ path }) => String(path[0] ?? ''))
  return {
    unknown: issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [])),
    missing: names.filter((name) => properties[name] === undefined),
    mistyped: names.filter((name) => properties[name] !== undefined),
  }
}

function withoutMistake(properties: JsonObject, { path }: z.core.$ZodIssue): JsonObject {
  const { [String(path[0] ?? '')]: _, ...rest } = properties
  return rest
}
