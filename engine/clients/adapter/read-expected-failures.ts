import { resolve } from 'node:path'
import { z } from 'zod'
import { currentIdOf, hasSeverity, rules } from '../../../mock-idp/index.ts'
import { nearestIds } from './nearest-ids.ts'
import { readYaml, type YamlFile } from './read-yaml.ts'

const clientChecks: readonly string[] = rules.filter(hasSeverity).map(({ id }) => id)

const check = z.string().meta({ description: 'The id of a client rule, such as CACHE-PER-AGENT.' })
const reason = z.string().trim().min(1, { error: 'give a reason' })

const expectedFailure = z.strictObject({
  check,
  scenario: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'The scenario in which the check fails. Default: any scenario.' }),
  reason: reason.meta({
    description: 'Why the check fails, such as a link to an issue of the library.',
  }),
})

/** Checks that you expect to fail. */
export const expectedFailureList = z.array(expectedFailure)

/** Checks to skip. */
export const skipList = z.array(
  z.strictObject({ check, reason: reason.meta({ description: 'Why you skip the check.' }) }),
)

/** A check that a client is expected to fail. If it passes, that is a failure too. */
export type ExpectedFailure = z.output<typeof expectedFailure>
/** A skipped check, and why. */
export type SkippedCheck = z.output<typeof skipList>[number]

/**
 * Reads a YAML file with a list of `{check, scenario?, reason}`.
 * @throws {AdapterUsageError} if the file is unreadable, or an entry names an unknown client rule
 */
export async function readExpectedFailures(file: string): Promise<readonly ExpectedFailure[]> {
  const yaml = await readYaml(file, 'list of expected failures', expectedFailureList)
  mustBeChecks(yaml.content, [], yaml)
  return yaml.content
}

type NamedLists = {
  /** The list itself, or the file that holds it. */
  readonly expectedFailures?: string | readonly ExpectedFailure[] | undefined
  readonly skip?: readonly SkippedCheck[] | undefined
}

/**
 * What a manifest expects to fail and skips, with the file that it names read from its folder.
 * @throws {AdapterUsageError} if an entry names an unknown check
 */
export async function readLists(yaml: YamlFile<NamedLists>, folder: string) {
  const { expectedFailures = [], skip = [] } = yaml.content
  mustBeChecks(skip, ['skip'], yaml)
  if (typeof expectedFailures === 'string') {
    return { skip, expectedFailures: await readExpectedFailures(resolve(folder, expectedFailures)) }
  }
  mustBeChecks(expectedFailures, ['expectedFailures'], yaml)
  return { skip, expectedFailures }
}

/** @throws {AdapterUsageError} if an entry names an unknown check; the message suggests the current id or similar ones */
function mustBeChecks(
  entries: readonly { readonly check: string }[],
  at: readonly string[],
  { problemAt }: Pick<YamlFile<unknown>, 'problemAt'>,
): void {
  const index = entries.findIndex((entry) => !clientChecks.includes(entry.check))
  const entry = entries[index]
  if (!entry) return
  throw problemAt([...at, String(index), 'check'], noSuchCheck(entry.check))
}

function noSuchCheck(check: string): string {
  const current = currentIdOf(check)
  if (current !== undefined) return `${check.toUpperCase()} is now called ${current}`
  const nearest = nearestIds(check, clientChecks)
  const hint = nearest.length
    ? `Did you mean ${nearest.join(' or ')}?`
    : '`agentid rules` lists them all.'
  return `unknown client rule "${check}". ${hint}`
}
