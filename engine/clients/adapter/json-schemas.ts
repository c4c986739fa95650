import { z } from 'zod'
import { capabilities } from '../capabilities.ts'
import {
  adapterError,
  adapterReplies,
  adapterRequests,
  credential,
  oneShotContext,
  protocolName,
} from './protocol.ts'
import { manifestSchema } from './read-manifest.ts'

type JsonSchema = z.core.JSONSchema.BaseSchema

/** Describes the messages of the adapter protocol as a JSON Schema, each under `$defs`. */
export function adapterProtocolJsonSchema(): string {
  const requests = named('Request', adapterRequests)
  const replies = named('Reply', adapterReplies)
  return text({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `The adapter protocol ${protocolName}`,
    description:
      'One message: a line of JSON, or the body of a POST request. Other members are ignored.',
    anyOf: [reference('request'), reference('reply')],
    $defs: {
      request: {
        description: 'A request of the harness.',
        oneOf: Object.keys(requests).map(reference),
      },
      reply: {
        description: 'The reply of the adapter, with the same id.',
        anyOf: Object.keys(replies).map(reference),
      },
      ...definitions({
        ...requests,
        ...replies,
        error: adapterError,
        credential,
        capabilities,
        oneShotContext,
      }),
    },
  })
}

/** Describes `agentid-adapter.yaml` as a JSON Schema, for editors. */
export function manifestJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(manifestSchema, { io: 'input' })
  return text({ $schema, title: 'Manifest of an adapter (agentid-adapter.yaml)', ...schema })
}

function named(
  suffix: string,
  schemas: Readonly<Record<string, z.ZodType>>,
): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(
    Object.entries(schemas).map(([operation, schema]) => [`${operation}${suffix}`, schema]),
  )
}

/** Schemas that refer to each other by name. */
function definitions(
  schemas: Readonly<Record<string, z.ZodType>>,
): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ readonly id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  const uri = (id: string) => reference(id).$ref
  const written = z.toJSONSchema(registry, { io: 'input', uri })
  return Object.fromEntries(
    Object.entries(written.schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]),
  )
}

const reference = (id: string) => ({ $ref: `#/$defs/${id}` })
const text = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`
