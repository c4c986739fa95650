import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { isLoopbackUrl } from '../../../wire/loopback.ts'
import { capabilities } from '../capabilities.ts'
import { manifestMembers, type Resolved } from './manifest-members.ts'
import { readLists } from './read-expected-failures.ts'
import { readYaml } from './read-yaml.ts'

const onlyForPrograms = ['oneShot', 'env', 'passEnv', 'workdir', 'capabilities'] as const

const members = z.strictObject({
  $schema: manifestMembers.$schema,
  name: z.string().min(1).optional().meta({
    description: 'The name of the client in reports. Default: the name in the reply to hello.',
  }),
  command: z.array(z.string()).min(1).optional().meta({
    description: 'The program and its arguments. They do not pass through a shell.',
  }),
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .refine((url) => !URL.canParse(url) || isLoopbackUrl(url), {
      error: 'must be a URL on this machine: localhost, 127.0.0.1 or [::1]',
    })
    .optional()
    .meta({
      description:
        'Instead of a command: the URL of an adapter that runs as a server on this machine.',
    }),
  oneShot: z.boolean().optional().meta({
    description: 'Whether to run the program once for each acquisition. Default: false.',
  }),
  env: z.record(z.string(), z.string()).optional().meta({
    description: 'Environment variables for the program, in addition to those it inherits.',
  }),
  passEnv: manifestMembers.passEnv,
  workdir: manifestMembers.workdir,
  capabilities: capabilities.optional().meta({
    description:
      'What the client can do. Only with oneShot; other adapters declare it in their reply to hello.',
  }),
  expectedFailures: manifestMembers.expectedFailures,
  skip: manifestMembers.skip,
  timeoutSeconds: z.number().positive().max(600).default(30).meta({
    description: 'The time limit for one operation, in seconds.',
  }),
})

/** The content of `agentid-adapter.yaml`. */
export const manifestSchema = members
  .check(({ value, issues }) => {
    const report = (message: string, path: string[] = []) =>
      issues.push({ code: 'custom', message, path, input: value })
    const isProgram = value.command !== undefined
    if (isProgram === (value.url !== undefined)) {
      report('give either command or url, not both')
    }
    for (const member of onlyForPrograms) {
      if (!isProgram && value[member] !== undefined) report('allowed only with command', [member])
    }
    if (value.capabilities && !value.oneShot) {
      report(
        'allowed only with oneShot; other adapters declare capabilities in their reply to hello',
        ['capabilities'],
      )
    }
  })
  .meta({
    description: 'How to test a client.',
    oneOf: [{ required: ['command'] }, { required: ['url'] }],
  })

/** A manifest with resolved paths and loaded lists. */
export type Manifest = Resolved<z.output<typeof manifestSchema>>

/**
 * Reads `agentid-adapter.yaml`.
 * @throws {AdapterUsageError} that names the file, the line and what was expected
 */
export async function readManifest(file: string): Promise<Manifest> {
  const folder = dirname(resolve(file))
  const yaml = await readYaml(file, 'manifest', manifestSchema)
  const { $schema, workdir = '.', ...rest } = yaml.content
  return { ...rest, workdir: resolve(folder, workdir), ...(await readLists(yaml, folder)) }
}
