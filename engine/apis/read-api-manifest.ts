import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { manifestMembers, type Resolved } from '../clients/adapter/manifest-members.ts'
import { readLists } from '../clients/adapter/read-expected-failures.ts'
import { readYaml } from '../clients/adapter/read-yaml.ts'
import { type ApiPolicy, apiPolicySchema } from './api-policy.ts'

const resource = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  path: z.string().startsWith('/').default('/orders'),
})

/** The content of `agentid-api.yaml`. */
export const apiManifestSchema = z
  .strictObject({
    $schema: manifestMembers.$schema,
    name: z.string().min(1).meta({ description: 'The name of the API in reports.' }),
    version: z.string().min(1).optional().meta({ description: 'Its version in reports.' }),
    command: z.array(z.string()).min(1).meta({
      description: 'The program and its arguments. They do not pass through a shell.',
    }),
    workdir: manifestMembers.workdir,
    env: z.record(z.string(), z.string()).default({}).meta({
      description: 'Environment variables for the program, in addition to those it inherits.',
    }),
    passEnv: manifestMembers.passEnv,
    health: z.string().startsWith('/').default('/health').meta({
      description: 'The path that answers 2xx when the API is ready. Default: /health.',
    }),
    startSeconds: z.number().positive().max(600).default(60).meta({
      description: 'How long the API may take until it is ready, in seconds.',
    }),
    resource: resource.default({ method: 'GET', path: '/orders' }).meta({
      description: 'What is called with tokens. Default: GET /orders.',
    }),
    role: z.string().min(1).optional().meta({
      description: 'The role that applications need. Default: Orders.Read.',
    }),
    scope: z.string().min(1).optional().meta({
      description: 'The scope that users need. Default: Orders.Access.',
    }),
    policy: apiPolicySchema.default(apiPolicySchema.parse({})).meta({
      description: 'Whom the API lets in.',
    }),
    expectedFailures: manifestMembers.expectedFailures,
    skip: manifestMembers.skip,
  })
  .meta({ description: 'How to test an API that takes agent tokens.' })

/** A manifest with resolved paths and loaded lists. */
export type ApiManifest = Resolved<z.output<typeof apiManifestSchema>>

/**
 * Reads the policy of an API without a manifest. Without a file: it lets everybody in.
 * @throws {AdapterUsageError} that names the file, the line and what was expected
 */
export async function readApiPolicy(file: string | undefined): Promise<ApiPolicy> {
  if (file === undefined) return apiPolicySchema.parse({})
  const { content } = await readYaml(file, 'policy', apiPolicySchema)
  return content
}

/**
 * Reads `agentid-api.yaml`.
 * @throws {AdapterUsageError} that names the file, the line and what was expected
 */
export async function readApiManifest(file: string): Promise<ApiManifest> {
  const folder = dirname(resolve(file))
  const yaml = await readYaml(file, 'manifest', apiManifestSchema)
  const { $schema, workdir = '.', ...rest } = yaml.content
  return { ...rest, workdir: resolve(folder, workdir), ...(await readLists(yaml, folder)) }
}
