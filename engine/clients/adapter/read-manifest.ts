import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { capabilities } from '../capabilities.ts'
import {
  type ExpectedFailure,
  expectedFailureList,
  mustBeChecks,
  readExpectedFailures,
  type SkippedCheck,
  skipList,
} from './read-expected-failures.ts'
import { readYaml } from './read-yaml.ts'

const onlyForPrograms = ['oneShot', 'env', 'workdir', 'capabilities'] as const
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

const members = z.strictObject({
  $schema: z.string().optional().meta({ description: 'The schema, for editors.' }),
  name: z.string().min(1).optional().meta({
    description: 'What reports call the client. Default: what the adapter calls itself.',
  }),
  command: z.array(z.string()).min(1).optional().meta({
    description: 'The program and its arguments. No shell reads them.',
  }),
  url: z
    .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
    .refine((url) => !URL.canParse(url) || loopback.test(new URL(url).hostname), {
      error: 'expected a URL on this machine: localhost, 127.0.0.1 or [::1]',
    })
    .optional()
    .meta({
      description: 'Instead of a command: a server on this machine that takes the messages.',
    }),
  oneShot: z.boolean().optional().meta({
    description: 'The program runs once for each acquisition. Default: false.',
  }),
  env: z.record(z.string(), z.string()).optional().meta({
    description: 'Variables for the program, besides those it inherits.',
  }),
  workdir: z.string().min(1).optional().meta({
    description:
      'The folder of the program, relative to the manifest. Default: that of the manifest.',
  }),
  capabilities: capabilities.optional().meta({
    description:
      'What the client can do. For oneShot only: others tell it in their reply to hello.',
  }),
  expectedFailures: z
    .union([z.string().min(1), expectedFailureList])
    .optional()
    .meta({
      description:
        'Checks that are known to fail, or a file that lists them, relative to the manifest. One that passes is a failure.',
    }),
  skip: skipList.optional().meta({ description: 'Checks that are not made.' }),
  timeoutSeconds: z.number().positive().max(600).default(30).meta({
    description: 'How long one operation may take.',
  }),
})

/** What `agentid-adapter.yaml` holds. */
export const manifestSchema = members
  .check(({ value, issues }) => {
    const report = (message: string, path: string[] = []) =>
      issues.push({ code: 'custom', message, path, input: value })
    const isProgram = value.command !== undefined
    if (isProgram === (value.url !== undefined)) {
      report('expected either command or url, and not both')
    }
    for (const member of onlyForPrograms) {
      if (!isProgram && value[member] !== undefined) report('only with command', [member])
    }
    if (value.capabilities && !value.oneShot) {
      report('only with oneShot: other adapters tell it in their reply to hello', ['capabilities'])
    }
  })
  .meta({
    description: 'How a client is put under test.',
    oneOf: [{ required: ['command'] }, { required: ['url'] }],
  })

/** A manifest, with its paths resolved and its lists read. */
export type Manifest = Omit<
  z.output<typeof manifestSchema>,
  '$schema' | 'workdir' | 'expectedFailures' | 'skip'
> & {
  readonly workdir: string
  readonly expectedFailures: readonly ExpectedFailure[]
  readonly skip: readonly SkippedCheck[]
}

/**
 * Reads `agentid-adapter.yaml`.
 * @throws {AdapterUsageError} that names the file, the place and what was expected
 */
export async function readManifest(file: string): Promise<Manifest> {
  const folder = dirname(resolve(file))
  const yaml = await readYaml(file, 'manifest', manifestSchema)
  const { $schema, workdir = '.', expectedFailures = [], skip = [], ...rest } = yaml.content
  const isPath = typeof expectedFailures === 'string'
  if (!isPath) mustBeChecks(expectedFailures, ['expectedFailures'], yaml)
  mustBeChecks(skip, ['skip'], yaml)
  return {
    ...rest,
    workdir: resolve(folder, workdir),
    skip,
    expectedFailures: isPath
      ? await readExpectedFailures(resolve(folder, expectedFailures))
      : expectedFailures,
  }
}
