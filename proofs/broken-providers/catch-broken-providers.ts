import { type InProcessOptions, inProcessTarget } from '../../engine/targets/in-process.ts'
import { mockAsLiveTarget } from '../../engine/targets/mock-as-live.ts'
import { failureOf } from '../failure-of.ts'
import { readFeatures } from '../read-features.ts'
import type { BrokenProvider } from './broken-provider.ts'

/** How many broken identity providers a scenario of a rule that they break has noticed. */
export type CatchScore = {
  readonly caught: number
  readonly total: number
  readonly misses: readonly string[]
}

/** How a provider is judged: with power over its tenants, or as a tenant that only variables name. */
export const judgings = {
  mock: { open: inProcessTarget, tags: '@mock and not @client' },
  live: { open: mockAsLiveTarget, tags: '@live' },
} as const

type Judging = (typeof judgings)[keyof typeof judgings]

/** Judges each provider by the scenarios of the rules that it breaks. */
export async function catchBrokenProviders(
  write: (text: string) => void,
  providers: readonly BrokenProvider[],
  judging: Judging = judgings.mock,
): Promise<CatchScore> {
  const misses: string[] = []
  for (const { name, breaks, options } of providers) {
    const failure = await failureUnder(options, breaks, judging)
    if (failure === undefined) misses.push(`${name}: no scenario of ${breaks.join(' or ')} failed`)
  }
  const caught = providers.length - misses.length
  write(`broken identity providers: caught ${caught} of ${providers.length}\n`)
  for (const miss of misses) write(`  ${miss}\n`)
  return { caught, total: providers.length, misses }
}

/** Why the mock without a fault fails the scenarios of the rules that providers break. Empty: it passes them. */
export async function alarmsOf(
  providers: readonly BrokenProvider[],
  judging: Judging = judgings.mock,
): Promise<readonly string[]> {
  const ruleIds = [...new Set(providers.flatMap(({ breaks }) => breaks))]
  const alarm = await failureUnder({}, ruleIds, judging)
  return alarm === undefined ? [] : [`the mock without a fault fails '${alarm}'`]
}

/** The first scenario of these rules that fails. */
async function failureUnder(
  options: InProcessOptions,
  ruleIds: readonly string[],
  { open, tags }: Judging,
): Promise<string | undefined> {
  const scenarios = readFeatures().flatMap((feature) => feature.scenarios)
  const about = scenarios.filter(({ rules }) => rules.some((id) => ruleIds.includes(id)))
  const unknown = ruleIds.filter((id) => !about.some(({ rules }) => rules.includes(id)))
  if (unknown.length > 0) throw new TypeError(`no scenario is about ${unknown.join(', ')}`)
  return failureOf(
    () => open(options),
    [...new Set(about.map(({ path }) => path))],
    `${tags} and (${ruleIds.map((id) => `@rule:${id}`).join(' or ')})`,
  )
}
