import { z } from 'zod'
import { currentIdOf, rules } from '../../../mock-idp/index.ts'
import { nearestIds } from './nearest-ids.ts'
import { readYaml, type YamlFile } from './read-yaml.ts'

const clientChecks: readonly string[] = rules.flatMap(({ kind, id }) =>
  kind === 'client' ? [id] : [],
)

const check = z
  .string()
  .meta({ description: 'The id of a check of clients, such as CACHE-PER-AGENT.' })
const reason = z.string().trim().min(1, { error: 'a reason is needed' })

const expectedFailure = z.strictObject({
  check,
  scenario: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'The name of the only scenario in which it fails. Default: any.' }),
  reason: reason.meta({ description: 'Why it fails, such as the issue of the library.' }),
})

/** Checks that are known to fail. */
export const expectedFailureList = z.array(expectedFailure)

/** Checks that are not made. */
export const skipList = z.array(
  z.strictObject({ check, reason: reason.meta({ description: 'Why it is not made.' }) }),
)

/** A check that a client is known to fail. One that passes nevertheless is a failure. */
export type ExpectedFailure = z.output<typeof expectedFailure>
/** A check that is not made, and why. */
export type SkippedCheck = z.output<typeof skipList>[number]

/**
 * A YAML file with a list of `{check, scenario?, reason}`.
 * @throws {AdapterUsageError} if it cannot be read, or an entry names no check of clients
 */
export async function readExpectedFailures(file: string): Promise<readonly ExpectedFailure[]> {
  const yaml = await readYaml(file, 'list of expected failures', expectedFailureList)
  mustBeChecks(yaml.content, [], yaml)
  return yaml.content
}

/** @throws {AdapterUsageError} for an entry that names no check: with the id the check has now, or the nearest ids */
export function mustBeChecks(
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
  const hint = nearest.length ? `Did you mean ${nearest.join(' or ')}?` : 'See `agentid rules`.'
  return `there is no check of clients called "${check}". ${hint}`
}
