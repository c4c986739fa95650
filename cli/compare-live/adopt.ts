import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { packageRoot } from '../../engine/package-root.ts'
import type { Comparison } from '../../evidence/index.ts'
import { type Observation, observations } from '../../mock-idp/index.ts'
import { UsageError } from '../usage-error.ts'

/**
 * Writes the observations of the catalogue together with those of this comparison, and says what it did.
 * @param file default: the file of the catalogue, in a checkout
 * @throws {UsageError} if the evidence is not of Microsoft Entra, or there is no such file
 */
export async function adopt(comparison: Comparison, file: string | undefined): Promise<string> {
  mustBeOfEntra(comparison)
  const path = file === undefined ? catalogueFile() : resolve(file)
  const confirmed = confirmedBy(comparison)
  const content = observationsFile(merged(observations, confirmed))
  try {
    await writeFile(`${path}.partial`, content)
    await rename(`${path}.partial`, path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `cannot write the observations to ${path}: ${reason}. Choose another file with --adopt FILE.`,
    )
  }
  const count = `${confirmed.length} rule${confirmed.length === 1 ? '' : 's'}`
  return `adopted: ${count}, observed on ${comparison.evidence.day}, in ${path}`
}

/** Whatever answers at another address may be anything. */
function mustBeOfEntra({ evidence: { target } }: Comparison): void {
  if (target.kind === 'live' && target.authority !== 'private') return
  throw new UsageError(
    `you can adopt only evidence from Microsoft Entra, because the catalogue says what Entra does. This evidence is from ${
      target.kind === 'live' ? 'another authority' : 'a mock'
    }.`,
  )
}

function catalogueFile(): string {
  const path = join(packageRoot, 'mock-idp', 'rules', 'observations.ts')
  if (existsSync(path)) return path
  throw new UsageError(
    'an installed package has no catalogue to write to. Pass a file with --adopt FILE, and propose it as mock-idp/rules/observations.ts in a pull request.',
  )
}

/** Rules that agreed in every exchange, and refusals that came in every exchange, though in another way. */
export function confirmedBy({ rules, evidence: { day } }: Comparison): readonly Observation[] {
  return rules
    .filter(({ isConfirmed, isRefusalConfirmed }) => isConfirmed || isRefusalConfirmed)
    .map(({ id, scenarios, exchanges, isConfirmed }) => {
      const seen = { rule: id, day, scenarios, exchanges }
      return isConfirmed ? seen : { ...seen, answer: 'differs' }
    })
}

/** One observation for each rule, the newest, in the order of their ids. */
export function merged(
  before: readonly Observation[],
  added: readonly Observation[],
): readonly Observation[] {
  const newest = new Map<string, Observation>()
  for (const one of [...before, ...added]) {
    const known = newest.get(one.rule)
    if (!known || one.day >= known.day) newest.set(one.rule, one)
  }
  return [...newest.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1))
}

/** `mock-idp/rules/observations.ts`, in the style of the project. */
export function observationsFile(all: readonly Observation[]): string {
  const lines = all.map(
    ({ rule, day, scenarios, exchanges, answer }) =>
      `  { rule: '${rule}', day: '${day}', scenarios: ${scenarios}, exchanges: ${exchanges}${answer ? `, answer: '${answer}'` : ''} },`,
  )
  const list = lines.length === 0 ? '[]' : `[\n${lines.join('\n')}\n]`
  return `import type { Observation } from './observation.ts'

/** What live tenants confirmed. \`agentid compare-live DIR --adopt\` writes this file. */
export const observations: readonly Observation[] = ${list}
`
}
