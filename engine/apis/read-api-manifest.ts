import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import {
  type ExpectedFailure,
  expectedFailureList,
  readLists,
  type SkippedCheck,
  skipList,
} from '../clients/adapter/read-expected-failures.ts'
import { readYaml } from '../clients/adapter/read-yaml.ts'
import { type ApiPolicy, apiPolicySchema } from './api-policy.ts'

const resource = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  path: z.string().startsWith('/').default('/orders'),
})

/** The content of `agentid-api.yaml`. */
export const apiManifestSchema = z
  .strictObject({
    $schema: z
      .string()
      .optional()
      .meta({ description: 'The JSON Schema of this file, for editors.' }),
    name: z.string().min(1).meta({ description: 'The name of the API in reports.' }),
    version: z.string().min(1).optional().meta({ description: 'Its version in reports.' }),
    command: z.array(z.string()).min(1).meta({
      description: 'The program and its arguments. They do not pass through a shell.',
    }),
    workdir: z.string().min(1).optional().meta({
      description:
        'The working directory of the program, relative to the manifest. Default: the folder of the manifest.',
    }),
    env: z.record(z.string(), z.string()).default({}).meta({
      description: 'Environment variables for the program, in addition to those it inherits.',
    }),
    passEnv: z
      .array(z.string().regex(/^[^=\0]+$/, 'must be the name of a variable'))
      .optional()
      .meta({
        description:
          'Names of variables that the program inherits, besides those that every program needs.',
      }),
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
    expectedFailures: z
      .union([z.string().min(1), expectedFailureList])
      .optional()
      .meta({
        description:
          'Checks that you expect to fail, or the path of a file that lists them, relative to the manifest. A listed check that passes fails the run.',
      }),
    skip: skipList.optional().meta({ description: 'Checks to skip.' }),
  })
  .meta({ description: 'How to test an API that takes agent tokens.' })

/** A manifest with resolved paths and loaded lists. */
export type ApiManifest = Omit<
  z.output<typeof apiManifestSchema>,
  '$schema' | 'workdir' | 'expectedFailures' | 'skip'
> & {
  readonly workdir: string
  readonly expectedFailures: readonly ExpectedFailure[]
  readonly skip: readonly SkippedCheck[]
}

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
