import { z } from 'zod'
import {
  type ExpectedFailure,
  expectedFailureList,
  type SkippedCheck,
  skipList,
} from './read-expected-failures.ts'

/** What the manifest of an adapter and that of an API say alike. */
export const manifestMembers = {
  $schema: z
    .string()
    .optional()
    .meta({ description: 'The JSON Schema of this file, for editors.' }),
  workdir: z.string().min(1).optional().meta({
    description:
      'The working directory of the program, relative to the manifest. Default: the folder of the manifest.',
  }),
  passEnv: z
    .array(z.string().regex(/^[^=\0]+$/, 'must be the name of a variable'))
    .optional()
    .meta({
      description:
        'Names of variables that the program inherits, besides those that every program needs: its path, language, terminal, temporary folder and runtimes. Everything else stays out, because it may be a credential.',
    }),
  expectedFailures: z
    .union([z.string().min(1), expectedFailureList])
    .optional()
    .meta({
      description:
        'Checks that you expect to fail, or the path of a file that lists them, relative to the manifest. A listed check that passes fails the run.',
    }),
  skip: skipList.optional().meta({ description: 'Checks to skip.' }),
} as const

/** A manifest with resolved paths and loaded lists. */
export type Resolved<Content> = Omit<
  Content,
  '$schema' | 'workdir' | 'expectedFailures' | 'skip'
> & {
  readonly workdir: string
  readonly expectedFailures: readonly ExpectedFailure[]
  readonly skip: readonly SkippedCheck[]
}
