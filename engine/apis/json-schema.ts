import { z } from 'zod'
import { apiManifestSchema } from './read-api-manifest.ts'

/** Describes `agentid-api.yaml` as a JSON Schema, for editors. */
export function apiManifestJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(apiManifestSchema, { io: 'input' })
  const title = 'Manifest of an API (agentid-api.yaml)'
  return `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`
}
